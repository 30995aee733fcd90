import * as z from "../../schema";
import { setIcon } from "obsidian";
import type { SearchComponent, WorkspaceLeaf } from "obsidian";
import type { Diagnostic, Severity } from "../../check";
import { noteName } from "../../vault";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { fixEverything } from "../operations/fix";
import { drawInPlace } from "../ui/draw";
import { severityIcons, worstFirst } from "../ui/problem-button";
import { countInWords } from "../ui/problem-count";
import { addToggleButton, addToggleGroup, setPressed } from "../ui/toggle-button";
import { drawWayOn, FilteredView } from "./filtered-view";
import { ProblemItem } from "./problem-item";
import { shownPostmortem } from "../operations/shown-postmortem";

export const problemsViewType = "postmortem-problems";

const severities = ["error", "warning", "info"] as const;
const coverages = ["note", "all"] as const;

/** Whose problems are listed. */
export type Coverage = (typeof coverages)[number];

const schema = z.object({
  coverage: z._default(z.enum(coverages), "note"),
  hidden: z._default(z.array(z.enum(severities)), []),
  words: z._default(z.string(), ""),
});

/** How many notes are listed at first, and with each step further down. */
const pageSize = 100;

interface Group {
  readonly path: string;
  readonly problems: readonly Diagnostic[];
}

/** Lists the problems of the note in front or of all postmortems, to go to, to fix and to silence. */
export class ProblemsView extends FilteredView<z.infer<typeof schema>> {
  override icon = "list-checks";
  override navigation = false;
  private shownGroups = pageSize;
  private readonly expanded = new Set<string>();
  private readonly coverageButtons = new Map<Coverage, HTMLElement>();
  private readonly severityButtons = new Map<
    Severity,
    { readonly button: HTMLElement; readonly countEl: HTMLElement }
  >();
  /** The postmortem whose problems are listed; it stays while a note that it embeds is in front. */
  private path: string | null = null;
  private words: SearchComponent | null = null;
  private fixEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema);
  }

  override getViewType(): string {
    return problemsViewType;
  }

  override getDisplayText(): string {
    return "Postmortem problems";
  }

  /** Lists what is asked for. */
  list(coverage: Coverage): void {
    this.shownGroups = pageSize;
    this.change({ coverage });
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    const scopes = addToggleGroup(toolbar, "Notes");
    for (const [coverage, text] of [
      ["note", "This note"],
      ["all", "All postmortems"],
    ] as const) {
      const button = addToggleButton(scopes, text);
      this.coverageButtons.set(coverage, button);
      this.registerDomEvent(button, "click", () => {
        this.list(coverage);
      });
    }
    const filters = addToggleGroup(toolbar, "Severity");
    for (const severity of severities) {
      const button = addToggleButton(filters);
      button.addClass(`postmortem-${severity}`);
      setIcon(button.createSpan({ cls: "postmortem-problem-icon" }), severityIcons[severity].icon);
      this.severityButtons.set(severity, { button, countEl: button.createSpan({ cls: "postmortem-severity-count" }) });
      this.registerDomEvent(button, "click", () => {
        const { hidden } = this.query;
        this.change({
          hidden: hidden.includes(severity) ? hidden.filter((other) => other !== severity) : [...hidden, severity],
        });
      });
    }
    this.words = this.addSearch(toolbar, "Filter problems", "Filter by rule or words", (words) => ({ words }));
    this.fixEl = toolbar.createEl("button", { text: "Fix all" });
    this.registerDomEvent(this.fixEl, "click", () => {
      const path = this.activePath();
      if (path !== null) void fixEverything(this.host, path);
    });
  }

  protected override build(): void {
    const { app, problems } = this.host;
    this.listEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.registerDomEvent(this.listEl, "keydown", (event) => {
      this.moveFocus(event);
    });
    this.register(
      problems.changed.subscribe(() => {
        this.redraw.soon();
      }),
    );
    this.registerEvent(
      app.workspace.on("file-open", () => {
        this.redraw.now();
      }),
    );
  }

  protected override draw(): void {
    const { listEl } = this;
    const { coverage, hidden, words } = this.query;
    if (listEl === null) return;
    const { counts, found, groups } = this.groups();
    const all = groups.flatMap(({ problems }) => problems);
    for (const [other, button] of this.coverageButtons) setPressed(button, other === coverage);
    for (const [severity, { button, countEl }] of this.severityButtons) {
      setPressed(button, !hidden.includes(severity));
      button.setAttr("aria-label", `${severityIcons[severity].name}: ${counts[severity]}`);
      countEl.setText(String(counts[severity]));
    }
    if (this.words?.getValue() !== words) this.words?.setValue(words);
    this.say(this.summary(groups.length, all, found));
    this.fixEl?.toggle(coverage === "note" && all.some(({ fix }) => fix !== undefined));

    drawInPlace(listEl, () => {
      for (const group of groups.slice(0, this.shownGroups)) {
        if (coverage === "note") this.drawItems(listEl, group.path, group.problems);
        else this.drawGroup(listEl, group, groups.length === 1);
      }
      if (groups.length > this.shownGroups) this.drawMore(listEl, groups.length - this.shownGroups);
      if (all.length === 0 && found > 0)
        drawWayOn(listEl, "Show all problems", () => {
          this.change({ hidden: [], words: "" });
        });
      else if (this.hasNoPostmortem(found))
        drawWayOn(listEl, "New postmortem", () => {
          openForm(this.host);
        });
    });
  }

  private drawGroup(parent: HTMLElement, { path, problems }: Group, alone: boolean): void {
    const details = parent.createEl("details", { cls: "tree-item" });
    details.open = alone || this.expanded.has(path);
    const summary = details.createEl("summary", {
      cls: "tree-item-self is-clickable mod-collapsible",
      attr: { "data-key": path },
    });
    const arrow = summary.createSpan({ cls: "tree-item-icon collapse-icon", attr: { "aria-hidden": "true" } });
    setIcon(arrow, "chevron-down");
    summary.createSpan({ cls: "tree-item-inner", text: noteName(path) });
    const flair = summary.createSpan({ cls: "tree-item-flair-outer" });
    flair.createSpan({ cls: "tree-item-flair", text: countInWords(problems) });
    // The items of a note that nobody has opened are not drawn: there may be thousands of notes.
    const fill = (): void => {
      arrow.toggleClass("is-collapsed", !details.open);
      if (details.open && details.childElementCount === 1)
        this.drawItems(details.createDiv({ cls: "tree-item-children" }), path, problems);
    };
    fill();
    details.addEventListener("toggle", () => {
      if (details.open) this.expanded.add(path);
      else this.expanded.delete(path);
      fill();
    });
  }

  private drawItems(parent: HTMLElement, postmortem: string, problems: readonly Diagnostic[]): void {
    const list = parent.createEl("ul", { cls: "postmortem-items" });
    for (const problem of worstFirst(problems))
      new ProblemItem(this.host, postmortem, problem).draw(list.createEl("li"));
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", {
      text: `Show ${Math.min(count, pageSize)} more of ${count}`,
      attr: { "data-key": "more" },
    });
    button.addEventListener("click", () => {
      this.shownGroups += pageSize;
      this.draw();
    });
  }

  private paths(): readonly string[] {
    if (this.query.coverage === "all") return [...this.host.problems.postmortems()].sort();
    const active = this.activePath();
    return active === null ? [] : [active];
  }

  /** The problems that the filters leave, note by note, and how many there are without them. */
  private groups(): {
    readonly groups: readonly Group[];
    readonly found: number;
    readonly counts: Readonly<Record<Severity, number>>;
  } {
    const { problems } = this.host;
    const paths = this.paths();
    const groups: Group[] = [];
    const counts = { error: 0, warning: 0, info: 0 };
    let found = 0;
    for (const path of paths) {
      const ofNote = problems.of(path) ?? problems.at(path);
      found += ofNote.length;
      for (const { severity } of ofNote) counts[severity]++;
      const wanted = ofNote.filter((problem) => this.isWanted(problem));
      if (wanted.length > 0) groups.push({ path, problems: wanted });
    }
    return { groups, found, counts };
  }

  private isWanted({ help, message, rule, severity }: Diagnostic): boolean {
    const words = this.query.words.trim().toLowerCase();
    if (this.query.hidden.includes(severity)) return false;
    return words === "" || `${rule} ${message} ${help ?? ""}`.toLowerCase().includes(words);
  }

  private summary(notes: number, shown: readonly Diagnostic[], found: number): string {
    const isAll = this.query.coverage === "all";
    if (shown.length > 0)
      return isAll ? `${countInWords(shown)} in ${notes} note${notes === 1 ? "" : "s"}` : countInWords(shown);
    if (found > 0) return `None of ${found} problem${found === 1 ? "" : "s"} matches the filters.`;
    if (this.hasNoPostmortem(found)) return "Open a postmortem to see its problems.";
    return isAll ? "No problems in any postmortem." : "No problems in this note.";
  }

  /** Whether the problems of a note are asked for, and there is none in front that could have any. */
  private hasNoPostmortem(found: number): boolean {
    const active = this.activePath();
    return this.query.coverage === "note" && found === 0 && (active === null || this.host.problems.of(active) === null);
  }

  /** The note in front; while that is a timeline, the postmortem that shows it. */
  private activePath(): string | null {
    this.path = shownPostmortem(this.host, this.path) ?? this.host.app.workspace.getActiveFile()?.path ?? null;
    return this.path;
  }

  /** Arrow keys go from problem to problem, over the buttons in between. */
  private moveFocus(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || this.listEl === null) return;
    const stops = this.listEl
      .findAll("summary, .postmortem-problem-go, [data-key='more']")
      .filter((element) => element.tagName === "SUMMARY" || element.closest("details:not([open])") === null);
    const at = stops.findIndex(
      (element) =>
        element === element.doc.activeElement || element.parentElement?.contains(element.doc.activeElement) === true,
    );
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
    event.preventDefault();
  }
}

/** The panel that lists problems, in the right sidebar. */
export function registerProblemsPanel(host: Host): void {
  const { plugin } = host;
  plugin.registerView(problemsViewType, (leaf) => new ProblemsView(leaf, host));
  plugin.addCommand({
    id: "show-problems",
    name: "Show problems",
    icon: "list-checks",
    callback: () => void showProblems(host, "note"),
  });
}

/** Opens the panel, on the note in front or on all postmortems. */
export async function showProblems(host: Host, coverage: Coverage): Promise<void> {
  const leaf = await host.app.workspace.ensureSideLeaf(problemsViewType, "right", { active: true, reveal: true });
  if (leaf.view instanceof ProblemsView) leaf.view.list(coverage);
}
