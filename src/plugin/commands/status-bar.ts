import { Platform, setTooltip } from "obsidian";
import type { Host } from "../host";
import { countInWords } from "../ui/problem-count";
import { showProblems } from "../views/problems";
import { texts } from "../texts";

/** Shows how many problems the postmortem in front has; on desktop only, where there is a status bar. */
export function registerStatusBar(host: Host): void {
  if (Platform.isMobile) return;
  const { app, plugin, problems, settings } = host;
  const item = plugin.addStatusBarItem();
  item.addClass("mod-clickable", "postmortem-status");
  item.setAttrs({ role: "button", tabindex: 0 });

  const show = (): void => {
    const file = app.workspace.getActiveFile();
    const found = file === null ? null : problems.of(file.path);
    item.toggle(found !== null && settings.current.showStatusBar);
    if (found === null) return;
    const count = countInWords(found);
    const said = texts().checking;
    item.setText(found.length === 0 ? said.countNone : said.count(found.length));
    item.toggleClass(
      "postmortem-status-error",
      found.some(({ severity }) => severity === "error"),
    );
    setTooltip(item, said.statusBar(count), { placement: "top" });
  };

  plugin.registerDomEvent(item, "click", () => void showProblems(host, "note"));
  plugin.registerDomEvent(item, "keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    void showProblems(host, "note");
  });
  plugin.registerEvent(app.workspace.on("file-open", show));
  plugin.registerEvent(app.workspace.on("active-leaf-change", show));
  plugin.register(problems.changed.subscribe(show));
  plugin.register(settings.changed.subscribe(show));
  show();
}
