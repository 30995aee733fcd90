import { Menu, setIcon, setTooltip, type IconName } from "obsidian";
import type { Diagnostic } from "../../check";
import { capitalized, positionAt } from "../../base";
import { showRule } from "../modals/rule";
import type { Host } from "../host";
import { ignoreProblem } from "../operations/ignore";
import { addRemedies, offerRemedies, remediesOf, remedyName } from "../operations/remedy";
import { texts } from "../texts";
import { notify } from "../ui/notify";
import { problemButton } from "../ui/problem-button";
import { reveal } from "../ui/reveal";

/** One problem in a list: what it is and where, and what can be done about it. */
export class ProblemItem {
  constructor(
    private readonly host: Host,
    /** The postmortem that the list is of; null for a list of several, which names them. */
    private readonly postmortem: string | null,
    private readonly problem: Diagnostic,
    /** All problems of the list. */
    private readonly listed: readonly Diagnostic[],
  ) {}

  /** @param go Where it leads; null for its place in the note. */
  draw(parent: HTMLElement, go: (() => void) | null = null): void {
    const { host, problem } = this;
    problemButton(host, parent, this.postmortem, problem).addEventListener("click", () => {
      if (go === null) void reveal(host, problem);
      else go();
    });
    // The menu key asks for it too, on what has the focus.
    parent.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.showMenu(event);
    });

    const actions = parent.createDiv({ cls: "postmortem-problem-actions" });
    const [first, ...others] = remediesOf(problem);
    if (first !== undefined) {
      const name = others.length === 0 ? remedyName(first) : texts().problems.fixWays(others.length + 1);
      const button = this.addAction(actions, "wrench", name);
      button.addEventListener("click", () => {
        const { bottom, left } = button.getBoundingClientRect();
        void offerRemedies(host, problem, { x: left, y: bottom });
      });
    }
    const ignore = this.addAction(actions, "eye-off", texts().problems.ignore);
    ignore.addEventListener("click", () => void ignoreProblem(host, problem));
  }

  private addAction(parent: HTMLElement, icon: IconName, name: string): HTMLButtonElement {
    const { path, rule, span } = this.problem;
    // Drawn anew while it has the focus, it keeps it.
    const key = `${path} ${rule} ${span.start} ${icon}`;
    const button = parent.createEl("button", { cls: "clickable-icon", attr: { "aria-label": name, "data-key": key } });
    setIcon(button, icon);
    setTooltip(button, name);
    return button;
  }

  private showMenu(event: MouseEvent): void {
    const { host, listed, problem } = this;
    const said = texts().problems;
    const menu = new Menu();
    const add = (title: string, icon: IconName, run: () => void): void => {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
    };
    addRemedies(host, menu, problem);
    menu.addSeparator();
    add(said.goTo, "arrow-right", () => void reveal(host, problem));
    add(said.ignoreHere, "eye-off", () => void ignoreProblem(host, problem));
    add(said.openRule, "book-open", () => {
      showRule(host.app, problem.rule);
    });
    menu.addSeparator();
    add(said.copy, "copy", () => void this.copy([problem]));
    if (listed.length > 1) add(said.copyAll(listed.length), "copy", () => void this.copy(listed));
    menu.showAtMouseEvent(event);
  }

  /** Copies problems as lines of text: where, how bad, what, and by which rule. */
  private async copy(problems: readonly Diagnostic[]): Promise<void> {
    const { library } = this.host.notes;
    const lines = problems.map(({ help, message, path, rule, severity, span }) => {
      const { line } = positionAt(library.note(path) ?? { text: "", lineStarts: [0] }, span.start);
      const what = `${texts().checking.severities[severity]}: ${capitalized(message)}${help === undefined ? "" : ` (${help})`}`;
      return `- ${path}:${line}: ${what} [${rule}]`;
    });
    await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
    notify(texts().problems.copied(problems.length));
  }
}
