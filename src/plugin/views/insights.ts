import * as z from "../../schema";
import type { SearchComponent, WorkspaceLeaf } from "obsidian";
import { insightsOf, picked } from "../../incident";
import type { Headline, IncidentPick, IncidentRecord } from "../../incident";
import { today } from "../../time";
import { headlineWords, insightFigures } from "../../write";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { ExportReportModal } from "../modals/export-report";
import { drawInPlace } from "../ui/draw";
import { openTab } from "../ui/reveal";
import { addToggleButton, setPressed } from "../ui/toggle-button";
import { texts } from "../texts";
import { drawWayOn, fillSelect, FilteredView } from "./filtered-view";
import { drawIncidentList, searchRecords } from "./incident-list";
import { InsightFigure } from "./insight-figure";

export const insightsViewType = "postmortem-insights";

const schema = () =>
  z.object({
    months: z._default(z.nullable(z.int().check(z.positive())), null),
    severity: z._default(z.nullable(z.string()), null),
    service: z._default(z.nullable(z.string()), null),
    /** Whether the numbers are shown in place of the pictures. */
    tables: z._default(z.boolean(), false),
    /** Of the list of incidents alone. */
    status: z._default(z.nullable(z.string()), null),
    words: z._default(z.string(), ""),
  });

const everything = { months: null, severity: null, service: null };
const wholeList = { status: null, words: "" };

/** Months to look back on. */
const periods = [24, 12, 3] as const;

/**
 * What incidents have in common, as pictures and as numbers: how many, how long they take, and what becomes of action
 * items.
 */
export class InsightsView extends FilteredView<z.infer<ReturnType<typeof schema>>> {
  override icon = "chart-column";
  override navigation = true;
  private figures: readonly InsightFigure[] = [];
  private selects: {
    readonly period: HTMLSelectElement;
    readonly severity: HTMLSelectElement;
    readonly service: HTMLSelectElement;
  } | null = null;
  private tablesEl: HTMLElement | null = null;
  private parts: {
    readonly headlines: HTMLElement;
    readonly figures: HTMLElement;
    readonly status: HTMLSelectElement;
    readonly search: SearchComponent;
    readonly picked: HTMLElement;
    readonly found: HTMLElement;
    readonly list: HTMLElement;
    readonly section: HTMLElement;
  } | null = null;
  private readonly unfolded = new Set<string>();
  /** The mark that the list is about; not kept with the tab. */
  private picked: IncidentPick | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema());
  }

  override getViewType(): string {
    return insightsViewType;
  }

  override getDisplayText(): string {
    return texts().insights.panel;
  }

  override onResize(): void {
    for (const figure of this.figures) figure.fit();
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    const { commands, insights: said, words } = texts();
    this.selects = {
      period: this.addSelect(toolbar, words.period, (value) => ({ months: value === "" ? null : Number(value) })),
      severity: this.addSelect(toolbar, words.severity, (value) => ({ severity: chosen(value) })),
      service: this.addSelect(toolbar, words.service, (value) => ({ service: chosen(value) })),
    };
    this.tablesEl = addToggleButton(toolbar, said.asTable);
    this.registerDomEvent(this.tablesEl, "click", () => {
      this.change({ tables: !this.query.tables });
    });
    const exported = toolbar.createEl("button", {
      cls: "clickable-icon nav-action-button",
      text: commands.exportReport,
    });
    this.registerDomEvent(exported, "click", () => {
      new ExportReportModal(this.host, this.query).open();
    });
  }

  protected override build(): void {
    const { notes, records } = this.host;
    const { contentEl } = this;
    const { insights: said, words } = texts();
    const headlines = contentEl.createEl("dl", { cls: "postmortem-headlines" });
    const figures = contentEl.createDiv({ cls: "postmortem-figures" });
    const section = contentEl.createEl("section", {
      cls: "postmortem-section",
      attr: { "aria-label": words.incidents },
    });
    section.createDiv({
      cls: "postmortem-figure-title",
      text: words.incidents,
      attr: { role: "heading", "aria-level": 3 },
    });
    const filters = section.createDiv({ cls: "postmortem-toolbar postmortem-incident-filters" });
    const search = this.addSearch(filters, said.search, said.searchBy, (typed) => ({ words: typed }));
    const status = this.addSelect(filters, words.status, (value) => ({ status: chosen(value) }));
    const picked = filters.createEl("button", { cls: "postmortem-picked" });
    this.registerDomEvent(picked, "click", () => {
      this.pick(null);
    });
    const found = section.createDiv({ cls: "postmortem-hint", attr: { role: "status" } });
    const list = section.createDiv({ cls: "postmortem-list" });
    this.parts = { headlines, figures, status, search, picked, found, list, section };
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
    const { parts, query } = this;
    if (parts === null) return;
    const said = texts();
    const records = this.host.records.all();
    this.showQuery(records);
    const insights = insightsOf(records, query, today(this.host.clock()));
    this.say(summary(records.length, insights.incidents));
    drawHeadlines(parts.headlines, insights.incidents === 0 ? [] : insights.headlines);
    parts.section.toggle(insights.incidents > 0);
    this.figures = [];
    drawInPlace(parts.figures, () => {
      if (records.length === 0)
        drawWayOn(parts.figures, said.commands.newPostmortem, () => {
          openForm(this.host);
        });
      else if (insights.incidents === 0)
        drawWayOn(parts.figures, said.insights.showAll, () => {
          this.change(everything);
        });
      else
        this.figures = insightFigures(insights, this.host.settings.current.severities, said.pictures).map(
          (figure) =>
            new InsightFigure(this.host, figure, {
              isTable: query.tables,
              unfolded: this.unfolded,
              pick: (pick) => {
                this.pick(pick);
              },
            }),
        );
      for (const figure of this.figures) figure.draw(parts.figures);
    });
    this.drawList(insights.records);
    this.onResize();
  }

  /** Lists the incidents behind a mark, or all of them again. */
  private pick(pick: IncidentPick | null): void {
    this.picked = pick;
    this.change(wholeList);
    if (pick === null || this.parts === null) return;
    this.parts.section.scrollIntoView({ block: "nearest" });
    this.parts.picked.focus();
  }

  private drawList(records: readonly IncidentRecord[]): void {
    const { parts, picked: pick, query } = this;
    if (parts === null) return;
    const said = texts().insights;
    const some = pick === null ? records : picked(records, pick);
    const shown = searchRecords(some, query);
    parts.picked.toggle(pick !== null);
    parts.picked.setText(pick === null ? "" : said.only(pick.name));
    parts.found.setText(shown.length === records.length ? "" : said.some(shown.length, records.length));
    drawInPlace(parts.list, () => {
      if (shown.length > 0) drawIncidentList(parts.list, this.host, shown);
      else
        drawWayOn(parts.list, said.listAll, () => {
          this.pick(null);
        });
    });
  }

  private showQuery(records: readonly IncidentRecord[]): void {
    const { months, service, severity, tables } = this.query;
    const { insights: said, words } = texts();
    const { severities } = this.host.settings.current;
    const found = new Set(records.map((record) => record.severity ?? ""));
    const services = [...new Set(records.flatMap((record) => record.services))].sort();
    if (this.selects !== null) {
      fillSelect(
        this.selects.period,
        [["", words.periods.all], ...periods.map((each) => [String(each), words.periods.months(each)] as const)],
        months === null ? "" : String(months),
        (value) => words.periods.months(Number(value)),
      );
      fillSelect(
        this.selects.severity,
        [
          ["", said.allSeverities],
          ...named(severities.filter((level) => found.has(level))),
          ...(found.has("") ? [["=", said.noSeverity] as const] : []),
        ],
        optionOf(severity),
        nameOf,
      );
      fillSelect(
        this.selects.service,
        [
          ["", said.allServices],
          ...named(services),
          ...(records.some((record) => record.services.length === 0) ? [["=", said.noService] as const] : []),
        ],
        optionOf(service),
        nameOf,
      );
    }
    const { parts } = this;
    if (parts !== null) {
      const { statuses } = this.host.settings.current;
      const foundStatuses = new Set(records.map((record) => record.status ?? ""));
      fillSelect(
        parts.status,
        [
          ["", said.allStates],
          ...named(statuses.filter((status) => foundStatuses.has(status))),
          ...(foundStatuses.has("") ? [["=", said.noStatus] as const] : []),
        ],
        optionOf(this.query.status),
        nameOf,
      );
      if (parts.search.getValue() !== this.query.words) parts.search.setValue(this.query.words);
    }
    if (this.tablesEl !== null) setPressed(this.tablesEl, tables);
    this.contentEl.toggleClass("postmortem-as-tables", tables);
  }
}

/** Draws the few numbers at the top. */
function drawHeadlines(parent: HTMLElement, headlines: readonly Headline[]): void {
  parent.empty();
  for (const headline of headlines) {
    const { change, name, value } = headlineWords(headline, texts().pictures);
    const tile = parent.createDiv();
    tile.createEl("dt", { text: name });
    tile.createEl("dd", { cls: "postmortem-headline", text: value });
    if (change !== "") tile.createEl("dd", { cls: "postmortem-hint", text: change });
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
  const said = texts().insights;
  if (known === 0) return said.noneYet;
  if (shown === 0) return said.noneOf(known);
  return shown === known ? said.all(known) : said.some(shown, known);
}

/** The figures across incidents, in a tab of their own. */
export function registerInsightsPanel(host: Host): void {
  const { app, plugin } = host;
  plugin.registerView(insightsViewType, (leaf) => new InsightsView(leaf, host));
  plugin.addCommand({
    id: "show-insights",
    name: texts().insights.show,
    icon: "chart-column",
    callback: () => void openTab(app, insightsViewType),
  });
}
