import { ItemView, setIcon, type WorkspaceLeaf } from "obsidian";
import type { Diagnostic, Severity } from "../check/diagnostic";
import { noteName } from "../vault/link";
import { drawInPlace } from "./draw-in-place";
import type { Host } from "./host";
import { countInWords } from "./problem-count";
import { severityIcons } from "./problem-button";
import { ProblemItem } from "./problem-item";
import { fixEverything } from "./quick-fix";
import { Redraw } from "./redraw";

export const problemsViewType = "postmortem-problems";

/** Whose problems are listed. */
export type Coverage = "note" | "all";

/** How many notes are listed at first, and with each step further down. */
const pageSize = 100;

interface Group {
  readonly path: string;
  readonly problems: readonly Diagnostic[];
}

/** Lists the problems of the note in front or of all postmortems, to go to, to fix and to silence. */
export class ProblemsView extends ItemView {
  private coverage: Coverage = "note";
  private readonly hidden = new Set<Severity>();
  private filter = "";
  private shownGroups = pageSize;
  private readonly expanded = new Set<string>();
  private readonly redraw = new Redraw(this.containerEl, () => { this.draw(); });
  private countEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;
  private readonly coverageButtons = new Map<Coverage, HTMLElement>();
  private readonly severityButtons = new Map<Severity, HTMLElement>();
  private fixEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf);
    this.icon = "list-checks";
    this.navigation = false;
  }

  override getViewType(): string {
    return problemsViewType;
  }

  override getDisplayText(): string {
    return "Postmortem problems";
  }

  override onOpen(): Promise<void> {
    const { app, problems } = this.host;
    this.contentEl.addClass("postmortem-problems");
    this.buildToolbar(this.contentEl.createDiv({ cls: "postmortem-toolbar" }));
    this.countEl = this.contentEl.createDiv({ cls: "postmortem-count", attr: { "aria-live": "polite", role: "status" } });
    this.listEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.registerDomEvent(this.listEl, "keydown", (event) => {
      this.moveFocus(event);
    });
    this.register(problems.changed.subscribe(() => { this.redraw.soon(); }));
    this.registerEvent(app.workspace.on("file-open", () => { this.redraw.now(); }));
    this.register(() => { this.redraw.cancel(); });
    this.draw();
    return Promise.resolve();
  }

  /** Lists what is asked for. */
  list(coverage: Coverage): void {
    this.coverage = coverage;
    this.shownGroups = pageSize;
    this.draw();
  }

  private buildToolbar(toolbar: HTMLElement): void {
    const scopes = toolbar.createDiv({ cls: "postmortem-buttons", attr: { role: "group", "aria-label": "Notes" } });
    for (const [coverage, text] of [["note", "This note"], ["all", "All postmortems"]] as const) {
      const button = scopes.createEl("button", { text });
      this.coverageButtons.set(coverage, button);
      this.registerDomEvent(button, "click", () => { this.list(coverage); });
    }
    const severities = toolbar.createDiv({ cls: "postmortem-buttons", attr: { role: "group", "aria-label": "Severity" } });
    for (const severity of ["error", "warning", "info"] as const) {
      const button = severities.createEl("button", { cls: `clickable-icon postmortem-${severity}`, attr: { "aria-label": severityIcons[severity].name } });
      setIcon(button, severityIcons[severity].icon);
      this.severityButtons.set(severity, button);
      this.registerDomEvent(button, "click", () => {
        if (!this.hidden.delete(severity)) this.hidden.add(severity);
        this.draw();
      });
    }
    const filter = toolbar.createEl("input", { type: "search", placeholder: "Filter by rule or words", attr: { "aria-label": "Filter problems" } });
    this.registerDomEvent(filter, "input", () => {
      this.filter = filter.value.trim().toLowerCase();
      this.redraw.now();
    });
    this.fixEl = toolbar.createEl("button", { text: "Fix all" });
    this.registerDomEvent(this.fixEl, "click", () => {
      const path = this.activePath();
      if (path !== null) void fixEverything(this.host, path);
    });
  }

  private draw(): void {
    const { listEl } = this;
    if (listEl === null) return;
    const groups = this.groups();
    const all = groups.flatMap(({ problems }) => problems);
    for (const [coverage, button] of this.coverageButtons) button.setAttr("aria-pressed", String(coverage === this.coverage));
    for (const [severity, button] of this.severityButtons) button.setAttr("aria-pressed", String(!this.hidden.has(severity)));
    this.countEl?.setText(this.summary(groups, all));
    this.fixEl?.toggle(this.coverage === "note" && all.some(({ fix }) => fix !== undefined));

    drawInPlace(listEl, () => {
      for (const group of groups.slice(0, this.shownGroups)) {
        if (this.coverage === "note") this.drawItems(listEl, group.path, group.problems);
        else this.drawGroup(listEl, group, groups.length === 1);
      }
      if (groups.length > this.shownGroups) this.drawMore(listEl, groups.length - this.shownGroups);
    });
  }

  private drawGroup(parent: HTMLElement, { path, problems }: Group, alone: boolean): void {
    const details = parent.createEl("details", { cls: "postmortem-group" });
    details.open = alone || this.expanded.has(path);
    const summary = details.createEl("summary", { attr: { "data-key": path } });
    setIcon(summary.createSpan({ cls: "postmortem-group-arrow", attr: { "aria-hidden": "true" } }), "chevron-right");
    summary.createSpan({ cls: "postmortem-group-name", text: noteName(path) });
    summary.createSpan({ cls: "postmortem-group-count", text: countInWords(problems) });
    // The items of a note that nobody has opened are not drawn: there may be thousands of notes.
    const fill = (): void => {
      if (details.open && details.childElementCount === 1) this.drawItems(details, path, problems);
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
    for (const problem of problems) new ProblemItem(this.host, postmortem, problem).draw(list.createEl("li"));
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", { text: `Show ${Math.min(count, pageSize)} more of ${count}`, attr: { "data-key": "more" } });
    button.addEventListener("click", () => {
      this.shownGroups += pageSize;
      this.draw();
    });
  }

  private groups(): readonly Group[] {
    const { problems } = this.host;
    const active = this.activePath();
    const paths = this.coverage === "all" ? [...problems.postmortems()].sort() : active === null ? [] : [active];
    const groups: Group[] = [];
    for (const path of paths) {
      const found = problems.of(path) ?? problems.at(path);
      const wanted = found.filter((problem) => this.isWanted(problem));
      if (wanted.length > 0) groups.push({ path, problems: wanted });
    }
    return groups;
  }

  private isWanted({ help, message, rule, severity }: Diagnostic): boolean {
    if (this.hidden.has(severity)) return false;
    return this.filter === "" || `${rule} ${message} ${help ?? ""}`.toLowerCase().includes(this.filter);
  }

  private summary(groups: readonly Group[], all: readonly Diagnostic[]): string {
    const active = this.activePath();
    if (this.coverage === "all") return all.length === 0 ? "No problems in any postmortem" : `${countInWords(all)} in ${groups.length} notes`;
    if (active === null || (this.host.problems.of(active) === null && all.length === 0)) return "Open a postmortem to see its problems";
    return all.length === 0 ? "No problems" : countInWords(all);
  }

  private activePath(): string | null {
    return this.host.app.workspace.getActiveFile()?.path ?? null;
  }

  /** Arrow keys go from problem to problem, over the buttons in between. */
  private moveFocus(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || this.listEl === null) return;
    const stops = this.listEl.findAll("[data-key]").filter((element) => element.tagName === "SUMMARY" || element.closest("details:not([open])") === null);
    const at = stops.findIndex((element) => element === element.doc.activeElement || element.parentElement?.contains(element.doc.activeElement) === true);
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
    event.preventDefault();
  }
}
