import { ItemView, type WorkspaceLeaf } from "obsidian";
import { ActionRowView } from "./action-row-view";
import { queryActions, type ActionGroup, type ActionQuery, type ActionRow } from "./action-rows";
import { drawInPlace } from "./draw-in-place";
import type { Host } from "./host";
import { Redraw } from "./redraw";

export const actionsViewType = "postmortem-actions";

/** How many items are drawn at first, and with each step further down. */
const pageSize = 100;

const columns: readonly (readonly [ActionQuery["sort"], string])[] = [
  ["text", "Action item"],
  ["owner", "Owner"],
  ["pressure", "Due"],
  ["priority", "Priority"],
  ["incident", "Incident"],
  ["age", "Age"],
];

/** The action items of all postmortems in a table: to see what is late, to tick, reassign and reschedule. */
export class ActionsView extends ItemView {
  private query: ActionQuery = { state: "open", words: "", owner: "", sort: "pressure", descending: false, group: "none" };
  private drawn = pageSize;
  private readonly redraw = new Redraw(this.containerEl, () => { this.draw(); });
  private ownerEl: HTMLSelectElement | null = null;
  private countEl: HTMLElement | null = null;
  private tableEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf);
    this.icon = "list-todo";
    this.navigation = true;
  }

  override getViewType(): string {
    return actionsViewType;
  }

  override getDisplayText(): string {
    return "Action items";
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass("postmortem-actions");
    this.buildToolbar(this.contentEl.createDiv({ cls: "postmortem-toolbar" }));
    this.countEl = this.contentEl.createDiv({ cls: "postmortem-count", attr: { "aria-live": "polite", role: "status" } });
    this.tableEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.register(this.host.actions.changed.subscribe(() => { this.redraw.soon(); }));
    this.register(() => { this.redraw.cancel(); });
    this.draw();
    return Promise.resolve();
  }

  private buildToolbar(toolbar: HTMLElement): void {
    this.addSelect(toolbar, "State", [["open", "Open"], ["overdue", "Overdue"], ["all", "All"]], (state) => ({ state }));
    this.ownerEl = this.addSelect(toolbar, "Owner", [["", "Everybody"]], (owner) => ({ owner }));
    this.addSelect(toolbar, "Group by", [["none", "No groups"], ["incident", "By incident"], ["owner", "By owner"]], (group) => ({ group }));
    const search = toolbar.createEl("input", { type: "search", placeholder: "Filter by words", attr: { "aria-label": "Filter action items" } });
    this.registerDomEvent(search, "input", () => {
      this.query = { ...this.query, words: search.value };
      this.drawn = pageSize;
      this.redraw.now();
    });
  }

  private addSelect<Value extends string>(parent: HTMLElement, name: string, options: readonly (readonly [Value, string])[], change: (value: Value) => Partial<ActionQuery>): HTMLSelectElement {
    const select = parent.createEl("select", { cls: "dropdown", attr: { "aria-label": name } });
    for (const [value, text] of options) select.createEl("option", { value, text });
    this.registerDomEvent(select, "change", () => {
      const chosen = options.find(([value]) => value === select.value)?.[0];
      this.query = chosen === undefined ? { ...this.query, owner: select.value } : { ...this.query, ...change(chosen) };
      this.drawn = pageSize;
      this.draw();
    });
    return select;
  }

  private draw(): void {
    const { tableEl } = this;
    if (tableEl === null) return;
    const rows = this.rows();
    this.drawOwners(rows);
    const groups = queryActions(rows, this.query);
    const shown = groups.reduce((count, group) => count + group.rows.length, 0);
    const overdue = groups.flatMap((group) => group.rows).filter(({ action }) => action.overdue !== null).length;
    this.countEl?.setText(shown === 0 ? "No action items" : `${shown} action item${shown === 1 ? "" : "s"}, ${overdue} overdue`);

    drawInPlace(tableEl, () => {
      if (shown > 0) this.drawTable(tableEl.createEl("table"), groups);
      if (shown > this.drawn) this.drawMore(tableEl, shown - this.drawn);
    });
  }

  private drawTable(table: HTMLTableElement, groups: readonly ActionGroup[]): void {
    const header = table.createEl("thead").createEl("tr");
    header.createEl("th", { attr: { scope: "col" } }).createSpan({ cls: "postmortem-hidden", text: "Done" });
    for (const [sort, name] of columns) {
      const sorted = this.query.sort === sort;
      const cell = header.createEl("th", { attr: { scope: "col", "aria-sort": sorted ? (this.query.descending ? "descending" : "ascending") : "none" } });
      const button = cell.createEl("button", { cls: "postmortem-sort", text: sorted ? `${name} ${this.query.descending ? "↓" : "↑"}` : name, attr: { "data-key": `sort ${sort}` } });
      button.addEventListener("click", () => {
        this.query = { ...this.query, sort, descending: sorted && !this.query.descending };
        this.draw();
      });
    }
    let left = this.drawn;
    for (const { name, rows } of groups) {
      if (left <= 0) return;
      const body = table.createEl("tbody");
      if (name !== "") body.createEl("tr").createEl("th", { cls: "postmortem-group-row", text: `${name} (${rows.length})`, attr: { colspan: columns.length + 1, scope: "rowgroup" } });
      for (const row of rows.slice(0, left)) new ActionRowView(this.host, row).draw(body.createEl("tr"));
      left -= rows.length;
    }
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", { text: `Show ${Math.min(count, pageSize)} more of ${count}`, attr: { "data-key": "more" } });
    button.addEventListener("click", () => {
      this.drawn += pageSize;
      this.draw();
    });
  }

  private drawOwners(rows: readonly ActionRow[]): void {
    const { ownerEl } = this;
    if (ownerEl === null) return;
    const owners = [...new Set(rows.flatMap(({ action }) => action.owners))].sort();
    if (owners.length === ownerEl.length - 1 && owners.every((owner, index) => ownerEl.options[index + 1]?.value === owner)) return;
    ownerEl.empty();
    ownerEl.createEl("option", { value: "", text: "Everybody" });
    for (const owner of owners) ownerEl.createEl("option", { value: owner, text: owner });
    ownerEl.value = owners.includes(this.query.owner) ? this.query.owner : "";
  }

  private rows(): readonly ActionRow[] {
    const { actions } = this.host;
    return [...actions.postmortems()].sort().flatMap((path) => {
      const found = actions.of(path);
      return found === null ? [] : found.actions.map((action) => ({ note: found.note, action }));
    });
  }
}
