import { ItemView, type WorkspaceLeaf } from "obsidian";
import { today } from "../incident/days";
import type { IncidentRecord } from "../incident/incident-record";
import { insightsOf, type InsightQuery } from "../incident/insights";
import { insightFigures } from "../write/insight-figures";
import type { Host } from "./host";
import { InsightFigure } from "./insight-figure";

export const insightsViewType = "postmortem-insights";

/** Milliseconds between two drawings while notes change: thousands do while a vault is read. */
const pause = 300;

const all: InsightQuery = { months: null, severity: null, service: null };

/** What incidents have in common, as pictures and as numbers: how many, how long they take, and what becomes of action items. */
export class InsightsView extends ItemView {
  private query = all;
  private figures: readonly InsightFigure[] = [];
  private timer: number | null = null;
  private selects: readonly { readonly element: HTMLSelectElement; options(records: readonly IncidentRecord[]): readonly (readonly [string, string])[] }[] = [];
  private countEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf);
    this.icon = "chart-column";
    this.navigation = true;
  }

  override getViewType(): string {
    return insightsViewType;
  }

  override getDisplayText(): string {
    return "Insights";
  }

  override onOpen(): Promise<void> {
    const { records, notes } = this.host;
    this.contentEl.addClass("postmortem-insights");
    this.buildToolbar(this.contentEl.createDiv({ cls: "postmortem-toolbar" }));
    this.countEl = this.contentEl.createDiv({ cls: "postmortem-count", attr: { "aria-live": "polite", role: "status" } });
    this.listEl = this.contentEl.createDiv({ cls: "postmortem-figures" });
    this.register(records.changed.subscribe(() => {
      this.timer ??= this.containerEl.win.setTimeout(() => { this.draw(); }, pause);
    }));
    this.register(() => {
      if (this.timer !== null) this.containerEl.win.clearTimeout(this.timer);
    });
    this.draw();
    void notes.whenScanned().then(() => { this.draw(); });
    return Promise.resolve();
  }

  override onResize(): void {
    for (const figure of this.figures) figure.fit();
  }

  private buildToolbar(toolbar: HTMLElement): void {
    const { settings } = this.host;
    const periods = [["", "All time"], ["24", "Last 24 months"], ["12", "Last 12 months"], ["3", "Last 3 months"]] as const;
    this.selects = [
      this.addSelect(toolbar, "Period", () => periods, (value) => ({ months: value === "" ? null : Number(value) })),
      this.addSelect(toolbar, "Severity", (records) => {
        const found = new Set(records.map(({ severity }) => severity ?? ""));
        const levels = settings.current.severities.filter((level) => found.has(level)).map((level) => [`=${level}`, level] as const);
        return [["", "All severities"], ...levels, ...(found.has("") ? [["=", "No severity"] as const] : [])];
      }, (value) => ({ severity: chosen(value) })),
      this.addSelect(toolbar, "Service", (records) => {
        const found = [...new Set(records.flatMap(({ services }) => services))].sort().map((service) => [`=${service}`, service] as const);
        return [["", "All services"], ...found, ...(records.some(({ services }) => services.length === 0) ? [["=", "No service"] as const] : [])];
      }, (value) => ({ service: chosen(value) })),
    ];
    const toggle = toolbar.createEl("button", { text: "Show as table", attr: { "aria-pressed": "false" } });
    this.registerDomEvent(toggle, "click", () => {
      const tables = !this.contentEl.hasClass("postmortem-as-tables");
      this.contentEl.toggleClass("postmortem-as-tables", tables);
      toggle.setAttr("aria-pressed", String(tables));
      this.onResize();
    });
  }

  private addSelect(parent: HTMLElement, name: string, options: InsightsView["selects"][number]["options"], change: (value: string) => Partial<InsightQuery>): InsightsView["selects"][number] {
    const element = parent.createEl("select", { cls: "dropdown", attr: { "aria-label": name } });
    this.registerDomEvent(element, "change", () => {
      this.query = { ...this.query, ...change(element.value) };
      this.draw();
    });
    return { element, options };
  }

  private draw(): void {
    this.timer = null;
    const { countEl, listEl } = this;
    if (countEl === null || listEl === null) return;
    const records = this.host.records.all();
    for (const select of this.selects) fillSelect(select.element, select.options(records));
    const insights = insightsOf(records, this.query, today(this.host.clock()));
    countEl.setText(summary(records.length, insights.incidents));
    listEl.empty();
    this.figures = [];
    if (records.length === 0) return;
    if (insights.incidents === 0 && this.query !== all) this.drawReset(listEl);
    this.figures = insightFigures(insights, this.host.settings.current.severities).map((figure) => new InsightFigure(this.host, figure));
    for (const figure of this.figures) figure.draw(listEl);
    this.onResize();
  }

  private drawReset(parent: HTMLElement): void {
    parent.createEl("button", { text: "Show all incidents" }).addEventListener("click", () => {
      this.query = all;
      for (const { element } of this.selects) element.value = "";
      this.draw();
    });
  }
}

/** The options of a choice, of which the chosen one stays chosen, even when no incident has it any more. */
function fillSelect(select: HTMLSelectElement, options: readonly (readonly [string, string])[]): void {
  const { value } = select;
  const kept = options.some(([option]) => option === value) ? options : [...options, [value, value.slice(1)] as const];
  if (kept.length === select.length && kept.every(([option], index) => select.options[index]?.value === option)) return;
  select.empty();
  for (const [option, text] of kept) select.createEl("option", { value: option, text });
  select.value = value;
}

/** The name behind an option: `=` marks one, so that the empty name can be chosen too. */
function chosen(value: string): string | null {
  return value === "" ? null : value.slice(1);
}

function summary(known: number, shown: number): string {
  if (known === 0) return "There are no postmortems yet; figures appear here with the first one";
  if (shown === 0) return `None of ${known} incidents is from this period, severity and service`;
  return shown === known ? `${known} incident${known === 1 ? "" : "s"}` : `${shown} of ${known} incidents`;
}
