import { BasesView } from "obsidian";
import type { BasesEntry, QueryController } from "obsidian";
import { basesViewType, incidentAxis } from "../../write";
import type { Host } from "../host";
import { drawInPlace, drawPicture } from "../ui/draw";
import { texts } from "../texts";
import { reveal } from "../ui/reveal";

/** Width of the picture while nothing is laid out yet, in pixels. */
const usualWidth = 560;

/**
 * The incidents of a base on an axis of time, and below it in a list with the columns of the base. The base says which
 * notes and in which order; what is drawn of them is what the plugin reads.
 */
class IncidentBasesView extends BasesView {
  override type = basesViewType;
  private readonly pictureEl: HTMLElement;
  private readonly listEl: HTMLElement;
  private dated: readonly BasesEntry[] = [];
  private width = 0;

  constructor(
    controller: QueryController,
    private readonly containerEl: HTMLElement,
    private readonly host: Host,
  ) {
    super(controller);
    this.containerEl.addClass("postmortem-base");
    this.pictureEl = this.containerEl.createDiv({ cls: "postmortem-picture postmortem-figure" });
    this.listEl = this.containerEl.createDiv({ cls: "postmortem-list" });
    this.registerDomEvent(this.pictureEl, "click", ({ target }) => {
      const cell = target instanceof Element ? target.closest("[data-cell]")?.getAttribute("data-cell") : null;
      const entry = cell == null ? undefined : this.dated[Number(cell)];
      if (entry !== undefined) this.open(entry);
    });
  }

  override onload(): void {
    super.onload();
    const { app, records } = this.host;
    this.registerEvent(
      app.workspace.on("resize", () => {
        this.fit();
      }),
    );
    const { changed } = records;
    this.register(
      changed.subscribe((path) => {
        if (this.entries().some(({ file }) => file.path === path)) this.onDataUpdated();
      }),
    );
  }

  override onDataUpdated(): void {
    this.width = 0;
    this.fit();
    drawInPlace(this.listEl, () => {
      this.drawList();
    });
  }

  /** Draws the axis as wide as there is room, when that has changed. */
  private fit(): void {
    const width = this.pictureEl.clientWidth || usualWidth;
    if (width === this.width) return;
    this.width = width;
    const incidents = this.entries().flatMap((entry) => {
      const date = this.dateOf(entry);
      const record = this.host.records.of(entry.file.path);
      return date === null
        ? []
        : [{ entry, date, title: record?.title ?? entry.file.basename, severity: record?.severity ?? null }];
    });
    this.dated = incidents.map(({ entry }) => entry);
    this.pictureEl.empty();
    const picture = incidentAxis({
      incidents,
      severities: this.host.settings.current.severities,
      width,
      words: texts().pictures,
    });
    if (picture === null) this.pictureEl.createDiv({ cls: "postmortem-empty", text: texts().insights.bases.none });
    else drawPicture(this.pictureEl, picture);
  }

  private entries(): readonly BasesEntry[] {
    return this.data.data;
  }

  /** When it began as the plugin reads it, else the property. */
  private dateOf(entry: BasesEntry): string | null {
    const known = this.host.records.of(entry.file.path)?.date;
    return known ?? /^\d{4}-\d{2}-\d{2}/.exec(entry.getValue("note.date")?.toString() ?? "")?.[0] ?? null;
  }

  private drawList(): void {
    const columns = this.config.getOrder().filter((column) => column !== "file.name");
    const table = this.listEl.createEl("table", { cls: "postmortem-incidents" });
    const head = table.createEl("thead").createEl("tr");
    head.createEl("th", { text: texts().words.incident, attr: { scope: "col" } });
    for (const column of columns)
      head.createEl("th", { text: this.config.getDisplayName(column), attr: { scope: "col" } });
    const body = table.createEl("tbody");
    for (const entry of this.entries()) {
      const { path } = entry.file;
      const row = body.createEl("tr");
      const text = this.host.records.of(path)?.title ?? entry.file.basename;
      row
        .createEl("td")
        .createEl("button", { cls: "postmortem-go", text, attr: { "data-key": `go ${path}` } })
        .addEventListener("click", () => {
          this.open(entry);
        });
      for (const column of columns) {
        const cell = row.createEl("td");
        entry.getValue(column)?.renderTo(cell, this.app.renderContext);
      }
    }
  }

  private open({ file: { path } }: BasesEntry): void {
    void reveal(this.host, { path, span: { start: 0, end: 0 } });
  }
}

/** Offers the view in bases; where the core plugin Bases is off there is nothing to offer it in. */
export function registerBasesView(host: Host): void {
  host.plugin.registerBasesView(basesViewType, {
    name: texts().insights.bases.name,
    icon: "chart-scatter",
    factory: (controller, containerEl) => new IncidentBasesView(controller, containerEl, host),
  });
}
