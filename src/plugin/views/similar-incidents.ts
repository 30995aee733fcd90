import type { Host } from "../host";
import { texts } from "../texts";
import { addGoButton } from "../ui/reveal";

const most = 5;

/** Whether the list is unfolded, and who keeps that over a redraw. */
interface Unfolding {
  readonly open: boolean;
  readonly change: (open: boolean) => void;
}

/** Draws a folded list of the incidents that are most like one; nothing is searched before it is unfolded. */
export function drawSimilar(parent: HTMLElement, host: Host, path: string, { change, open }: Unfolding): void {
  const said = texts().incident;
  const details = parent.createEl("details", { cls: "postmortem-section postmortem-similar" });
  details.createEl("summary", {
    cls: "postmortem-section-title",
    text: said.sections.similar,
    attr: { "data-key": "similar" },
  });
  const list = details.createDiv({ attr: { "aria-live": "polite" } });
  const fill = async (): Promise<void> => {
    if (list.childElementCount > 0) return;
    const wait = list.createDiv({ cls: "postmortem-hint", text: said.searching });
    const found = (await host.search.ready()).alike(path, most);
    if (!wait.isConnected) return;
    wait.detach();
    if (found.length === 0) list.createDiv({ cls: "postmortem-hint", text: texts().words.none });
    const items = list.createEl("ul", { cls: "postmortem-plain-list" });
    for (const { path: other, reasons, title } of found) {
      const words = items.createEl("li", { cls: "postmortem-todo" }).createDiv({ cls: "postmortem-todo-text" });
      addGoButton(words, host, { path: other, span: { start: 0, end: 0 } }, { text: title });
      const date = host.records.of(other)?.date;
      words.createDiv({ cls: "postmortem-hint", text: [...(date == null ? [] : [date]), ...reasons].join(" · ") });
    }
  };
  details.open = open;
  if (open) void fill();
  details.addEventListener("toggle", () => {
    change(details.open);
    if (details.open) void fill();
  });
}
