import { setIcon, setTooltip, type IconName } from "obsidian";
import type { Diagnostic } from "../../check";
import { ignoreEdit } from "../../check";
import { askForText } from "../ui/ask-for-text";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";
import { problemButton } from "../ui/problem-button";
import { applyFix, fixProblem } from "../operations/fix";
import { reveal } from "../ui/reveal";

/** One problem in a list: what it is and where, and what can be done about it. */
export class ProblemItem {
  constructor(
    private readonly host: Host,
    private readonly postmortem: string,
    private readonly problem: Diagnostic,
  ) {}

  draw(parent: HTMLElement): void {
    const { fix } = this.problem;
    problemButton(this.host, parent, this.postmortem, this.problem).addEventListener(
      "click",
      () => void reveal(this.host, this.problem),
    );

    const actions = parent.createDiv({ cls: "postmortem-problem-actions" });
    if (fix !== undefined) {
      this.addAction(actions, "wrench", fix.title.replaceAll("`", ""), () => fixProblem(this.host, this.problem));
    }
    this.addAction(actions, "eye-off", "Ignore with a reason", () => this.ignore());
  }

  private addAction(parent: HTMLElement, icon: IconName, name: string, run: () => Promise<void>): void {
    const { path, rule, span } = this.problem;
    // Drawn anew while it has the focus, it keeps it.
    const key = `${path} ${rule} ${span.start} ${icon}`;
    const button = parent.createEl("button", { cls: "clickable-icon", attr: { "aria-label": name, "data-key": key } });
    setIcon(button, icon);
    setTooltip(button, name);
    button.addEventListener("click", () => void run());
  }

  private async ignore(): Promise<void> {
    const { path, rule } = this.problem;
    const reason = await askForText(this.host.app, {
      title: "Ignore this problem",
      label: "Reason",
      description: `The note will say that ${rule} is ignored here, and why`,
      action: "Ignore",
    });
    if (reason === null) return;
    await takeCurrentText(this.host, path);
    const note = this.host.notes.library.note(path);
    if (note !== null) await applyFix(this.host, { title: "Ignore", edits: [ignoreEdit(note, this.problem, reason)] });
  }
}
