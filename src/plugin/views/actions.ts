import * as z from "../../schema";
import type { SearchComponent, WorkspaceLeaf } from "obsidian";
import { Notice } from "obsidian";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { drawInPlace } from "../ui/draw";
import { openTab } from "../ui/reveal";
import { ActionRowView } from "./action-row";
import { actionGroupings, actionSorts, actionStates, queryActions } from "./action-rows";
import type { ActionGroup, ActionQuery, ActionRow } from "./action-rows";
import { drawWayOn, fillSelect, FilteredView } from "./filtered-view";

export const actionsViewType = "postmortem-actions";

const schema = z.object({
  state: z._default(z.enum(actionStates), "open"),
  words: z._default(z.string(), ""),
  owner: z._default(z.string(), ""),
  sort: z._default(z.enum(actionSorts), "pressure"),
  descending: z._default(z.boolean(), false),
  group: z._default(z.enum(actionGroupings), "none"),
});

/** How many items are drawn at first, and with each step further down. */
const pageSize = 100;

const states: readonly (readonly [ActionQuery["state"], string])[] = [
  ["open", "Open"],
  ["overdue", "Overdue"],
  ["all", "All"],
];

const groupings: readonly (readonly [ActionQuery["group"], string])[] = [
  ["none", "No groups"],
  ["incident", "By incident"],
  ["owner", "By owner"],
];

const columns: readonly (readonly [ActionQuery["sort"], string])[] = [
  ["text", "Action item"],
  ["owner", "Owner"],
  ["pressure", "Due"],
  ["priority", "Priority"],
  ["incident", "Incident"],
  ["age", "Age"],
];

/** The action items of all postmortems in a table: to see what is late, to tick, reassign and reschedule. */
export class ActionsView extends FilteredView<z.infer<typeof schema>> {
  override icon = "list-todo";
  override navigation = true;
  private drawn = pageSize;
  private filters: {
    readonly state: HTMLSelectElement;
    readonly owner: HTMLSelectElement;
    readonly group: HTMLSelectElement;
    readonly words: SearchComponent;
  } | null = null;
  private tableEl: HTMLElement | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema);
  }

  override getViewType(): string {
    return actionsViewType;
  }

  override getDisplayText(): string {
    return "Action items";
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    this.filters = {
      state: this.addSelect(toolbar, "State", (value) => ({
        state: states.find(([state]) => state === value)?.[0] ?? "open",
      })),
      owner: this.addSelect(toolbar, "Owner", (owner) => ({ owner })),
      group: this.addSelect(toolbar, "Group by", (value) => ({
        group: groupings.find(([group]) => group === value)?.[0] ?? "none",
      })),
      words: this.addSearch(toolbar, "Filter action items", "Filter by words", (words) => ({ words })),
    };
  }

  protected override build(): void {
    this.tableEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.register(
      this.host.actions.changed.subscribe(() => {
        this.redraw.soon();
      }),
    );
  }

  protected override change(part: Partial<ActionQuery>, typed?: boolean): void {
    this.drawn = pageSize;
    super.change(part, typed);
  }

  protected override draw(): void {
    const { tableEl } = this;
    if (tableEl === null) return;
    const rows = this.rows();
    this.showQuery(rows);
    const groups = queryActions(rows, this.query);
    const shown = groups.reduce((count, group) => count + group.rows.length, 0);
    const overdue = groups.flatMap((group) => group.rows).filter(({ action }) => action.overdue !== null).length;
    this.say(summary(rows.length, shown, overdue));

    drawInPlace(tableEl, () => {
      if (shown > 0) this.drawTable(tableEl.createEl("table"), groups);
      else if (rows.length === 0)
        drawWayOn(tableEl, "New postmortem", () => {
          openForm(this.host);
        });
      else
        drawWayOn(tableEl, "Show all action items", () => {
          this.change({ state: "all", owner: "", words: "" });
        });
      if (shown > this.drawn) this.drawMore(tableEl, shown - this.drawn);
    });
  }

  private drawTable(table: HTMLTableElement, groups: readonly ActionGroup[]): void {
    const header = table.createEl("thead").createEl("tr");
    header.createEl("th", { attr: { scope: "col" } }).createSpan({ cls: "postmortem-hidden", text: "Done" });
    for (const [sort, name] of columns) {
      const sorted = this.query.sort === sort;
      const cell = header.createEl("th", {
        attr: { scope: "col", "aria-sort": sorted ? (this.query.descending ? "descending" : "ascending") : "none" },
      });
      const button = cell.createEl("button", {
        cls: "postmortem-sort",
        text: sorted ? `${name} ${this.query.descending ? "↓" : "↑"}` : name,
        attr: { "data-key": `sort ${sort}` },
      });
      button.addEventListener("click", () => {
        this.change({ sort, descending: sorted && !this.query.descending });
      });
    }
    let left = this.drawn;
    for (const { name, rows } of groups) {
      if (left <= 0) return;
      const body = table.createEl("tbody");
      if (name !== "")
        body.createEl("tr").createEl("th", {
          cls: "postmortem-group-row",
          text: `${name} (${rows.length})`,
          attr: { colspan: columns.length + 1, scope: "rowgroup" },
        });
      for (const row of rows.slice(0, left)) new ActionRowView(this.host, row).draw(body.createEl("tr"));
      left -= rows.length;
    }
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", {
      text: `Show ${Math.min(count, pageSize)} more of ${count}`,
      attr: { "data-key": "more" },
    });
    button.addEventListener("click", () => {
      this.drawn += pageSize;
      this.draw();
    });
  }

  private showQuery(rows: readonly ActionRow[]): void {
    const { filters, query } = this;
    if (filters === null) return;
    const owners = [...new Set(rows.flatMap(({ action }) => action.owners))].sort();
    fillSelect(filters.state, states, query.state);
    fillSelect(filters.owner, [["", "Everybody"], ...owners.map((owner) => [owner, owner] as const)], query.owner);
    fillSelect(filters.group, groupings, query.group);
    if (filters.words.getValue() !== query.words) filters.words.setValue(query.words);
  }

  private rows(): readonly ActionRow[] {
    const { actions } = this.host;
    return [...actions.postmortems()].sort().flatMap((path) => {
      const found = actions.of(path);
      return found === null ? [] : found.actions.map((action) => ({ note: found.note, action }));
    });
  }
}

function summary(known: number, shown: number, overdue: number): string {
  if (known === 0) return "No action items yet. They appear here with the first postmortem that has some.";
  if (shown === 0) return `None of ${known} action item${known === 1 ? "" : "s"} matches the filters.`;
  return `${shown} action item${shown === 1 ? "" : "s"}, ${overdue} overdue`;
}

/** The table of action items across the vault, and the reminder of them on start. */
export function registerActionsPanel(host: Host): void {
  const { app, notes, plugin, settings } = host;
  plugin.registerView(actionsViewType, (leaf) => new ActionsView(leaf, host));
  plugin.addCommand({
    id: "show-actions",
    name: "Show action items",
    icon: "list-todo",
    callback: () => void openTab(app, actionsViewType),
  });
  let loaded = true;
  plugin.register(() => {
    loaded = false;
  });
  app.workspace.onLayoutReady(() => {
    if (settings.current.digestOnStart) void notes.whenScanned().then(() => (loaded ? digest(host) : undefined));
  });
}

/** Says how many action items are open, and leads to them. */
async function digest(host: Host): Promise<void> {
  await host.actions.refresh([...host.notes.library.paths()]);
  const open = [...host.actions.postmortems()]
    .flatMap((path) => host.actions.of(path)?.actions ?? [])
    .filter(({ state }) => state === "open");
  if (open.length === 0) return;
  const overdue = open.filter((action) => action.overdue !== null).length;
  const text = createFragment((fragment) => {
    fragment.createDiv({ text: `${open.length} open action item${open.length === 1 ? "" : "s"}, ${overdue} overdue` });
    fragment
      .createEl("button", { text: "Show" })
      .addEventListener("click", () => void openTab(host.app, actionsViewType));
  });
  new Notice(text, 10_000);
}
