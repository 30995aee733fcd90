import * as z from "../../schema";
import { setIcon, setTooltip } from "obsidian";
import type { SearchComponent, WorkspaceLeaf } from "obsidian";
import type { Diagnostic, Ignored, Severity } from "../../check";
import { ignoredIn } from "../../check";
import { noteName } from "../../vault";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { applyFix, fixEverything } from "../operations/fix";
import { takeCurrentText } from "../operations/live-check";
import { moveByArrow } from "../ui/arrow-keys";
import { drawInPlace } from "../ui/draw";
import { notify } from "../ui/notify";
import { problemButton, severityIcons, worstFirst } from "../ui/problem-button";
import { countInWords } from "../ui/problem-count";
import { addToggleButton, addToggleGroup, setPressed } from "../ui/toggle-button";
import { reveal } from "../ui/reveal";
import { texts } from "../texts";
import { drawWayOn, fillSelect, FilteredView, optionsFrom } from "./filtered-view";
import { ProblemItem } from "./problem-item";
import { shownPostmortem } from "../operations/shown-postmortem";

export const problemsViewType = "postmortem-problems";

const severities = ["error", "warning", "info"] as const;
const coverages = ["note", "all"] as const;
const orders = ["severity", "place", "rule"] as const;

/** Whose problems are listed. */
export type Coverage = (typeof coverages)[number];

const schema = () =>
  z.object({
    coverage: z._default(z.enum(coverages), "note"),
    order: z._default(z.enum(orders), "severity"),
    ignored: z._default(z.boolean(), false),
    hidden: z._default(z.array(z.enum(severities)), []),
    words: z._default(z.string(), ""),
  });

/** How many notes are listed at first, and with each step further down. */
const pageSize = 100;

/** A problem, and the postmortem whose check led to it. */
interface Listed {
  readonly postmortem: string;
  readonly problem: Diagnostic;
}

interface Group {
  /** The path of a postmortem, or the id of a rule. */
  readonly key: string;
  readonly name: string;
  readonly listed: readonly Listed[];
}

/** Lists the problems of the note in front or of all postmortems, to go to, to fix and to silence. */
export class ProblemsView extends FilteredView<z.infer<ReturnType<typeof schema>>> {
  override icon = "list-checks";
  override navigation = false;
  private shownGroups = pageSize;
  /** The groups that a person has opened or closed against how they are drawn at first. */
  private readonly toggled = new Set<string>();
  private readonly coverageButtons = new Map<Coverage, HTMLElement>();
  private readonly severityButtons = new Map<
    Severity,
    { readonly button: HTMLElement; readonly countEl: HTMLElement }
  >();
  /** The postmortem whose problems are listed; it stays while a note that it embeds is in front. */
  private path: string | null = null;
  private order: HTMLSelectElement | null = null;
  private ignored: HTMLElement | null = null;
  private words: SearchComponent | null = null;
  private fixEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema());
  }

  override getViewType(): string {
    return problemsViewType;
  }

  override getDisplayText(): string {
    return texts().problems.panel;
  }

  /** Lists what is asked for. */
  list(coverage: Coverage): void {
    this.shownGroups = pageSize;
    this.change({ coverage });
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    const { problems, words } = texts();
    const scopes = addToggleGroup(toolbar, problems.notes);
    for (const coverage of coverages) {
      const button = addToggleButton(scopes, problems.coverages[coverage]);
      this.coverageButtons.set(coverage, button);
      this.registerDomEvent(button, "click", () => {
        this.list(coverage);
      });
    }
    const filters = addToggleGroup(toolbar, words.severity);
    for (const severity of severities) {
      const button = addToggleButton(filters);
      button.addClass(`postmortem-${severity}`);
      setIcon(button.createSpan({ cls: "postmortem-problem-icon" }), severityIcons[severity]);
      this.severityButtons.set(severity, { button, countEl: button.createSpan({ cls: "postmortem-severity-count" }) });
      this.registerDomEvent(button, "click", () => {
        const { hidden } = this.query;
        this.change({
          hidden: hidden.includes(severity) ? hidden.filter((other) => other !== severity) : [...hidden, severity],
        });
      });
    }
    this.ignored = addToggleButton(filters);
    setIcon(this.ignored.createSpan({ cls: "postmortem-problem-icon" }), "eye-off");
    this.registerDomEvent(this.ignored, "click", () => {
      this.change({ ignored: !this.query.ignored });
    });
    this.order = this.addSelect(toolbar, problems.order, (value) => ({
      order: orders.find((order) => order === value) ?? "severity",
    }));
    this.words = this.addSearch(toolbar, problems.filter, problems.filterBy, (typed) => ({ words: typed }));
    this.fixEl = toolbar.createEl("button", { text: problems.fixAll });
    this.registerDomEvent(this.fixEl, "click", () => {
      const path = this.activePath();
      if (path !== null) void fixEverything(this.host, path);
    });
  }

  protected override build(): void {
    const { app, problems } = this.host;
    this.listEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.registerDomEvent(this.listEl, "keydown", (event) => {
      moveByArrow(event, this.stops());
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
    const { coverage, hidden, ignored, order, words } = this.query;
    if (listEl === null) return;
    const { counts, found, listed } = this.wanted();
    const all = listed.map(({ problem }) => problem);
    const groups = groupsOf(listed, { coverage, order });
    const silenced = ignored ? this.paths().flatMap((path) => this.ignoredAt(path)) : [];
    const said = texts();
    for (const [other, button] of this.coverageButtons) setPressed(button, other === coverage);
    for (const [severity, { button, countEl }] of this.severityButtons) {
      setPressed(button, !hidden.includes(severity));
      button.setAttr("aria-label", said.problems.ofSeverity[severity](counts[severity]));
      countEl.setText(String(counts[severity]));
    }
    if (this.order !== null) fillSelect(this.order, optionsFrom(orders, said.problems.orders), order);
    if (this.ignored !== null) {
      setPressed(this.ignored, ignored);
      this.ignored.setAttr("aria-label", said.problems.showIgnored);
    }
    if (this.words?.getValue() !== words) this.words?.setValue(words);
    this.say(this.summary(new Set(listed.map(({ postmortem }) => postmortem)).size, all, found));
    this.fixEl?.toggle(coverage === "note" && all.some(({ fix }) => fix !== undefined));

    drawInPlace(listEl, () => {
      for (const group of groups.slice(0, this.shownGroups)) {
        if (group.key === "") this.drawItems(listEl, group);
        else this.drawGroup(listEl, group, groups.length === 1 || coverage === "note");
      }
      if (groups.length > this.shownGroups) this.drawMore(listEl, groups.length - this.shownGroups);
      if (silenced.length > 0) this.drawIgnored(listEl, silenced);
      if (all.length === 0 && found > 0)
        drawWayOn(listEl, said.problems.showAll, () => {
          this.change({ hidden: [], words: "" });
        });
      else if (this.hasNoPostmortem(found))
        drawWayOn(listEl, said.commands.newPostmortem, () => {
          openForm(this.host);
        });
    });
  }

  private drawGroup(parent: HTMLElement, group: Group, open: boolean): void {
    const { key, listed, name } = group;
    const details = parent.createEl("details", { cls: "tree-item" });
    details.open = open !== this.toggled.has(key);
    const summary = details.createEl("summary", {
      cls: "tree-item-self is-clickable mod-collapsible",
      attr: { "data-key": key },
    });
    const arrow = summary.createSpan({ cls: "tree-item-icon collapse-icon", attr: { "aria-hidden": "true" } });
    setIcon(arrow, "chevron-down");
    summary.createSpan({ cls: "tree-item-inner", text: name });
    const flair = summary.createSpan({ cls: "tree-item-flair-outer" });
    flair.createSpan({ cls: "tree-item-flair", text: countInWords(listed.map(({ problem }) => problem)) });
    // The items of a note that nobody has opened are not drawn: there may be thousands of notes.
    const fill = (): void => {
      arrow.toggleClass("is-collapsed", !details.open);
      if (details.open && details.childElementCount === 1)
        this.drawItems(details.createDiv({ cls: "tree-item-children" }), group);
    };
    fill();
    details.addEventListener("toggle", () => {
      if (details.open === open) this.toggled.delete(key);
      else this.toggled.add(key);
      fill();
    });
  }

  private drawItems(parent: HTMLElement, { key, listed }: Group): void {
    const list = parent.createEl("ul", { cls: "postmortem-items" });
    const problems = listed.map(({ problem }) => problem);
    for (const { postmortem, problem } of listed) {
      const own = key === postmortem || this.query.coverage === "note" ? postmortem : null;
      new ProblemItem(this.host, own, problem, problems).draw(list.createEl("li"));
    }
  }

  /** What notes say to ignore, with their reasons; each can be taken back where the note is a plain text about it. */
  private drawIgnored(parent: HTMLElement, silenced: readonly IgnoredAt[]): void {
    parent.createEl("h4", { cls: "postmortem-ignored-title", text: texts().problems.ignored });
    const list = parent.createEl("ul", { cls: "postmortem-items" });
    for (const { path, ignored } of silenced) {
      const { fix, reason, rule, span } = ignored;
      const row = list.createEl("li");
      const message = reason === "" ? texts().problems.noReason : reason;
      problemButton(this.host, row, this.query.coverage === "note" ? this.activePath() : null, {
        path,
        span,
        rule,
        severity: "info",
        message,
      }).addEventListener("click", () => void reveal(this.host, { path, span }));
      if (fix === null) continue;
      const button = row.createDiv({ cls: "postmortem-problem-actions" }).createEl("button", {
        cls: "clickable-icon",
        attr: { "aria-label": texts().problems.reportAgain, "data-key": `${path} ${rule} ${span.start} eye` },
      });
      setIcon(button, "eye");
      setTooltip(button, texts().problems.reportAgain);
      button.addEventListener("click", () => void this.reportAgain(path, ignored));
    }
  }

  private async reportAgain(path: string, { rule, span }: Ignored): Promise<void> {
    await takeCurrentText(this.host, path);
    const now = this.ignoredAt(path).find(({ ignored }) => ignored.rule === rule && ignored.span.start === span.start);
    if (now?.ignored.fix == null) notify(texts().problems.noteChanged);
    else await applyFix(this.host, now.ignored.fix);
  }

  private ignoredAt(path: string): readonly IgnoredAt[] {
    const note = this.host.notes.library.note(path);
    return note === null ? [] : ignoredIn(note).map((ignored) => ({ path, ignored }));
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", {
      text: texts().words.more(Math.min(count, pageSize), count),
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

  /** The problems that the filters leave, and how many there are without them. */
  private wanted(): {
    readonly listed: readonly Listed[];
    readonly found: number;
    readonly counts: Readonly<Record<Severity, number>>;
  } {
    const { problems } = this.host;
    const paths = this.paths();
    const listed: Listed[] = [];
    const counts = { error: 0, warning: 0, info: 0 };
    let found = 0;
    for (const path of paths) {
      const ofNote = problems.of(path) ?? problems.at(path);
      found += ofNote.length;
      for (const { severity } of ofNote) counts[severity]++;
      for (const problem of ofNote) if (this.isWanted(problem)) listed.push({ postmortem: path, problem });
    }
    return { listed, found, counts };
  }

  private isWanted({ help, message, rule, severity }: Diagnostic): boolean {
    const words = this.query.words.trim().toLowerCase();
    if (this.query.hidden.includes(severity)) return false;
    return words === "" || `${rule} ${message} ${help ?? ""}`.toLowerCase().includes(words);
  }

  private summary(notes: number, shown: readonly Diagnostic[], found: number): string {
    const { problems } = texts();
    const isAll = this.query.coverage === "all";
    if (shown.length > 0) return isAll ? problems.inNotes(countInWords(shown), notes) : countInWords(shown);
    if (found > 0) return problems.noneOf(found);
    if (this.hasNoPostmortem(found)) return problems.noPostmortem;
    return isAll ? problems.noneAtAll : problems.noneHere;
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

  /** What the arrow keys lead to: problems, groups, and what shows more, over the buttons in between. */
  private stops(): readonly HTMLElement[] {
    return (this.listEl?.findAll("summary, .postmortem-problem-go, [data-key='more']") ?? []).filter(
      (element) => element.tagName === "SUMMARY" || element.closest("details:not([open])") === null,
    );
  }
}

/** Something that a note says to ignore. */
interface IgnoredAt {
  readonly path: string;
  readonly ignored: Ignored;
}

/** The groups of a list: of one note none, unless it is to be by rule; those of several by note or by rule. */
function groupsOf(
  listed: readonly Listed[],
  { coverage, order }: { readonly coverage: Coverage; readonly order: (typeof orders)[number] },
): readonly Group[] {
  const groups = new Map<string, Listed[]>();
  for (const entry of listed) {
    const key = order === "rule" ? entry.problem.rule : coverage === "all" ? entry.postmortem : "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const sorted = [...groups].map(([key, entries]) => ({
    key,
    name: order === "rule" ? key : noteName(key),
    listed: order === "place" ? entries : worstFirst(entries, ({ problem }) => problem.severity),
  }));
  return order === "rule" ? worstFirst(sorted, ({ listed: [first] }) => first?.problem.severity ?? "info") : sorted;
}

/** The panel that lists problems, in the right sidebar. */
export function registerProblemsPanel(host: Host): void {
  const { plugin } = host;
  plugin.registerView(problemsViewType, (leaf) => new ProblemsView(leaf, host));
  plugin.addCommand({
    id: "show-problems",
    name: texts().problems.showPanel,
    icon: "list-checks",
    callback: () => void showProblems(host, "note"),
  });
}

/** Opens the panel, on the note in front or on all postmortems. */
export async function showProblems(host: Host, coverage: Coverage): Promise<void> {
  const leaf = await host.app.workspace.ensureSideLeaf(problemsViewType, "right", { active: true, reveal: true });
  if (leaf.view instanceof ProblemsView) leaf.view.list(coverage);
}
