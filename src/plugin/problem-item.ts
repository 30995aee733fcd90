import { setIcon, setTooltip, type IconName } from "obsidian";
import type { Diagnostic, Severity } from "../check/diagnostic";
import { ignoreEdit } from "../check/ignore";
import { positionAt } from "../note/position";
import { noteName } from "../vault/link";
import { askForText } from "./ask-for-text";
import type { Host } from "./host";
import { takeCurrentText } from "./live-check";
import { addText } from "./problem-message";
import { applyFix, fixProblem } from "./quick-fix";
import { reveal } from "./reveal";

export const severityIcons: Readonly<Record<Severity, { readonly icon: IconName; readonly name: string }>> = {
  error: { icon: "circle-x", name: "Errors" },
  warning: { icon: "triangle-alert", name: "Warnings" },
  info: { icon: "info", name: "Hints" },
};

/** One problem in a list: what it is and where, and what can be done about it. */
export class ProblemItem {
  constructor(
    private readonly host: Host,
    private readonly postmortem: string,
    private readonly problem: Diagnostic,
  ) {}

  draw(parent: HTMLElement): void {
    const { fix, help, message, path, rule, severity, span } = this.problem;
    parent.addClass("postmortem-problem", `postmortem-${severity}`);
    const note = this.host.notes.library.note(path) ?? { text: "", lineStarts: [0] };
    const { line } = positionAt(note, span.start);
    const where = path === this.postmortem ? `line ${line}` : `${noteName(path)}, line ${line}`;

    const go = parent.createEl("button", { cls: "postmortem-problem-go", attr: { "data-key": `${path} ${rule} ${span.start}` } });
    setIcon(go.createSpan({ cls: "postmortem-problem-icon", attr: { "aria-hidden": "true" } }), severityIcons[severity].icon);
    const text = go.createSpan({ cls: "postmortem-problem-text" });
    text.createSpan({ cls: "postmortem-hidden", text: `${severity}: ` });
    addText(text.createSpan(), message);
    if (help !== undefined) addText(text.createSpan({ cls: "postmortem-problem-help" }), help);
    text.createSpan({ cls: "postmortem-problem-where", text: `${where} · ${rule}` });
    go.addEventListener("click", () => void reveal(this.host, this.problem));

    const actions = parent.createDiv({ cls: "postmortem-problem-actions" });
    if (fix !== undefined) {
      this.addAction(actions, "wrench", fix.title.replaceAll("`", ""), () => fixProblem(this.host, this.problem));
    }
    this.addAction(actions, "eye-off", "Ignore with a reason", () => this.ignore());
  }

  private addAction(parent: HTMLElement, icon: IconName, name: string, run: () => Promise<void>): void {
    const button = parent.createEl("button", { cls: "clickable-icon", attr: { "aria-label": name } });
    setIcon(button, icon);
    setTooltip(button, name);
    button.addEventListener("click", () => void run());
  }

  private async ignore(): Promise<void> {
    const { path, rule } = this.problem;
    const reason = await askForText(this.host.app, {
      title: "Ignore this problem",
      label: "Reason",
      description: `A comment in the note will silence ${rule} here, and tell why`,
      action: "Ignore",
    });
    if (reason === null) return;
    await takeCurrentText(this.host, path);
    const note = this.host.notes.library.note(path);
    if (note !== null) await applyFix(this.host, { title: "Ignore", edits: [ignoreEdit(note, this.problem, reason)] });
  }
}
