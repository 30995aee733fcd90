import * as z from "../../schema";
import type { WorkspaceLeaf } from "obsidian";
import { insightsOf } from "../../incident";
import type { IncidentRecord } from "../../incident";
import { today } from "../../time";
import { insightFigures } from "../../write";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { openTab } from "../ui/reveal";
import { addToggleButton, setPressed } from "../ui/toggle-button";
import { drawWayOn, fillSelect, FilteredView } from "./filtered-view";
import { InsightFigure } from "./insight-figure";

export const insightsViewType = "postmortem-insights";

const schema = z.object({
  months: z._default(z.nullable(z.int().check(z.positive())), null),
  severity: z._default(z.nullable(z.string()), null),
  service: z._default(z.nullable(z.string()), null),
  /** Whether the numbers are shown in place of the pictures. */
  tables: z._default(z.boolean(), false),
});

const everything = { months: null, severity: null, service: null };

const periods = [
  ["", "All time"],
  ["24", "Last 24 months"],
  ["12", "Last 12 months"],
  ["3", "Last 3 months"],
] as const;

/**
 * What incidents have in common, as pictures and as numbers: how many, how long they take, and what becomes of action
 * items.
 */
export class InsightsView extends FilteredView<z.infer<typeof schema>> {
  override icon = "chart-column";
  override navigation = true;
  private figures: readonly InsightFigure[] = [];
  private selects: {
    readonly period: HTMLSelectElement;
    readonly severity: HTMLSelectElement;
    readonly service: HTMLSelectElement;
  } | null = null;
  private tablesEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema);
  }

  override getViewType(): string {
    return insightsViewType;
  }

  override getDisplayText(): string {
    return "Insights";
  }

  override onResize(): void {
    for (const figure of this.figures) figure.fit();
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    this.selects = {
      period: this.addSelect(toolbar, "Period", (value) => ({ months: value === "" ? null : Number(value) })),
      severity: this.addSelect(toolbar, "Severity", (value) => ({ severity: chosen(value) })),
      service: this.addSelect(toolbar, "Service", (value) => ({ service: chosen(value) })),
    };
    this.tablesEl = addToggleButton(toolbar, "Show as table");
    this.registerDomEvent(this.tablesEl, "click", () => {
      this.change({ tables: !this.query.tables });
    });
  }

  protected override build(): void {
    const { notes, records } = this.host;
    this.listEl = this.contentEl.createDiv({ cls: "postmortem-figures" });
    this.register(
      records.changed.subscribe(() => {
        this.redraw.soon();
      }),
    );
    void notes.whenScanned().then(() => {
      this.redraw.soon();
    });
  }

  protected override draw(): void {
    const { listEl, query } = this;
    if (listEl === null) return;
    const records = this.host.records.all();
    this.showQuery(records);
    const insights = insightsOf(records, query, today(this.host.clock()));
    this.say(summary(records.length, insights.incidents));
    listEl.empty();
    this.figures = [];
    if (records.length === 0)
      drawWayOn(listEl, "New postmortem", () => {
        openForm(this.host);
      });
    else if (insights.incidents === 0)
      drawWayOn(listEl, "Show all incidents", () => {
        this.change(everything);
      });
    else
      this.figures = insightFigures(insights, this.host.settings.current.severities).map(
        (figure) => new InsightFigure(this.host, figure),
      );
    for (const figure of this.figures) figure.draw(listEl);
    this.onResize();
  }

  private showQuery(records: readonly IncidentRecord[]): void {
    const { months, service, severity, tables } = this.query;
    const { severities } = this.host.settings.current;
    const found = new Set(records.map((record) => record.severity ?? ""));
    const services = [...new Set(records.flatMap((record) => record.services))].sort();
    if (this.selects !== null) {
      fillSelect(
        this.selects.period,
        periods,
        months === null ? "" : String(months),
        (value) => `Last ${value} months`,
      );
      fillSelect(
        this.selects.severity,
        [
          ["", "All severities"],
          ...named(severities.filter((level) => found.has(level))),
          ...(found.has("") ? [["=", "No severity"] as const] : []),
        ],
        optionOf(severity),
        nameOf,
      );
      fillSelect(
        this.selects.service,
        [
          ["", "All services"],
          ...named(services),
          ...(records.some((record) => record.services.length === 0) ? [["=", "No service"] as const] : []),
        ],
        optionOf(service),
        nameOf,
      );
    }
    if (this.tablesEl !== null) setPressed(this.tablesEl, tables);
    this.contentEl.toggleClass("postmortem-as-tables", tables);
  }
}

/** The option of a name: `=` marks one, so that the empty name can be chosen too. */
function optionOf(name: string | null): string {
  return name === null ? "" : `=${name}`;
}

/** The name behind an option; null for the one that stands for all. */
function chosen(option: string): string | null {
  return option === "" ? null : nameOf(option);
}

function nameOf(option: string): string {
  return option.slice(1);
}

function named(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [optionOf(name), name] as const);
}

function summary(known: number, shown: number): string {
  if (known === 0) return "No postmortems yet. Figures appear here with the first one.";
  if (shown === 0) return `None of ${known} incident${known === 1 ? "" : "s"} matches the filters.`;
  return shown === known ? `${known} incident${known === 1 ? "" : "s"}` : `${shown} of ${known} incidents`;
}

/** The figures across incidents, in a tab of their own. */
export function registerInsightsPanel(host: Host): void {
  const { app, plugin } = host;
  plugin.registerView(insightsViewType, (leaf) => new InsightsView(leaf, host));
  plugin.addCommand({
    id: "show-insights",
    name: "Show insights",
    icon: "chart-column",
    callback: () => void openTab(app, insightsViewType),
  });
}
