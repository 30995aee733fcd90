import * as z from "../../schema";
import type { SearchComponent, WorkspaceLeaf } from "obsidian";
import { Notice } from "obsidian";
import { openForm } from "../commands/new";
import type { Host } from "../host";
import { today } from "../../time";
import { pressingOf } from "../../write";
import { askForText } from "../ui/ask-for-text";
import { addToggleButton, addToggleGroup, setPressed } from "../ui/toggle-button";
import type { MenuPlace } from "./action-menu";
import { showActionMenu } from "./action-menu";
import { RowSelection } from "./row-selection";
import { drawInPlace } from "../ui/draw";
import { openTab } from "../ui/reveal";
import { ActionRowView } from "./action-row";
import { actionFilters, actionGroupings, actionSorts, actionStates, queryActions, rowsOf } from "./action-rows";
import type { ActionGroup, ActionQuery, ActionRow } from "./action-rows";
import { texts } from "../texts";
import { drawWayOn, fillSelect, FilteredView, optionsFrom } from "./filtered-view";

export const actionsViewType = "postmortem-actions";

const schema = () =>
  z.object({
    state: z._default(z.enum(actionStates), "open"),
    words: z._default(z.string(), ""),
    owner: z._default(z.string(), ""),
    only: z._default(z.enum(actionFilters), "none"),
    sort: z._default(z.enum(actionSorts), "pressure"),
    descending: z._default(z.boolean(), false),
    group: z._default(z.enum(actionGroupings), "none"),
  });

/** How many items are drawn at first, and with each step further down. */
const pageSize = 100;

/** Filters that are asked for often, each with one press. */
const filters = ["nobody", "week", "mine"] as const satisfies readonly ActionQuery["only"][];

/** Where the app remembers, on this device, whose items are *Mine*. */
const nameKey = "postmortem-name";

const columns: readonly ActionQuery["sort"][] = ["text", "owner", "pressure", "priority", "incident", "age"];

/** The action items of all postmortems in a table: to see what is late, to tick, reassign and reschedule. */
export class ActionsView extends FilteredView<z.infer<ReturnType<typeof schema>>> {
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
  private selection: RowSelection | null = null;
  /** What is drawn, by key. */
  private drawnRows: ReadonlyMap<string, ActionRow> = new Map();
  private summary = "";
  private readonly onlyButtons = new Map<ActionQuery["only"], HTMLElement>();
  /** The first row takes the focus as soon as it is there. */
  private wantsFocus = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: Host,
  ) {
    super(leaf, schema());
  }

  override getViewType(): string {
    return actionsViewType;
  }

  override getDisplayText(): string {
    return texts().words.actionItems;
  }

  protected override buildToolbar(toolbar: HTMLElement): void {
    const said = texts().actions;
    this.filters = {
      state: this.addSelect(toolbar, said.state, (value) => ({
        state: actionStates.find((state) => state === value) ?? "open",
      })),
      owner: this.addSelect(toolbar, said.columns.owner, (owner) => ({ owner })),
      group: this.addSelect(toolbar, said.groupBy, (value) => ({
        group: actionGroupings.find((group) => group === value) ?? "none",
      })),
      words: this.addSearch(toolbar, said.filter, said.filterBy, (words) => ({ words })),
    };
    const group = addToggleGroup(toolbar, said.showOnly);
    for (const only of filters) {
      const button = addToggleButton(group, said.only[only]);
      this.onlyButtons.set(only, button);
      this.registerDomEvent(button, "click", () => void this.choose(only));
    }
    this.registerDomEvent(this.onlyButtons.get("mine") ?? group, "contextmenu", (event) => {
      event.preventDefault();
      void this.askForName();
    });
  }

  /** Sets a filter, or takes it away; whose items are *Mine* is asked once. */
  private async choose(only: ActionQuery["only"]): Promise<void> {
    if (this.query.only === only) this.change({ only: "none" });
    else if (only !== "mine" || this.name() !== "" || (await this.askForName())) this.change({ only });
  }

  private async askForName(): Promise<boolean> {
    const name = await askForText(this.app, {
      ...texts().actions.asker,
      value: this.name(),
      values: () => this.owners(this.rows()),
    });
    if (name === null) return false;
    this.app.saveLocalStorage(nameKey, name);
    this.draw();
    return true;
  }

  private name(): string {
    const name: unknown = this.app.loadLocalStorage(nameKey);
    return typeof name === "string" ? name : "";
  }

  protected override build(): void {
    const tableEl = this.contentEl.createDiv({ cls: "postmortem-list" });
    this.tableEl = tableEl;
    this.selection = new RowSelection(tableEl, {
      changed: () => {
        this.tell();
      },
      menu: (key, place) => {
        this.openMenu(key, place);
      },
    });
    this.register(
      this.host.actions.changed.subscribe(() => {
        this.redraw.soon();
      }),
    );
  }

  protected override change(part: Partial<ActionQuery>, typed?: boolean): void {
    this.drawn = pageSize;
    this.selection?.clear();
    super.change(part, typed);
  }

  protected override draw(): void {
    const { tableEl } = this;
    if (tableEl === null) return;
    const said = texts();
    const rows = this.rows();
    this.showQuery(rows);
    const asker = { name: this.name(), today: today(this.host.clock()) };
    const groups = queryActions(rows, this.query, asker);
    const shown = groups.reduce((count, group) => count + group.rows.length, 0);
    const overdue = groups.flatMap((group) => group.rows).filter(({ action }) => action.overdue !== null).length;
    this.summary = summary(rows.length, shown, overdue);
    this.selection?.keep(new Set(groups.flatMap((group) => group.rows).map(({ key }) => key)));
    this.tell();

    drawInPlace(tableEl, () => {
      const isGrouped = this.query.group === "incident";
      if (shown > 0)
        this.drawTable(tableEl.createEl("table", { cls: isGrouped ? "postmortem-by-incident" : "" }), groups);
      else if (rows.length === 0)
        drawWayOn(tableEl, said.commands.newPostmortem, () => {
          openForm(this.host);
        });
      else
        drawWayOn(tableEl, said.actions.showAll, () => {
          this.change({ state: "all", owner: "", only: "none", words: "" });
        });
      if (shown === 0 && this.query.only === "mine")
        drawWayOn(tableEl, said.actions.changeName, () => void this.askForName());
      if (shown > this.drawn) this.drawMore(tableEl, shown - this.drawn);
    });
    if (this.wantsFocus && shown > 0) this.focusList();
  }

  /** Puts the focus on the first row, so that arrow keys go on from there; at once, or when there is one. */
  focusList(): void {
    const first = this.tableEl?.querySelector<HTMLElement>("tbody .postmortem-cell") ?? null;
    this.wantsFocus = first === null;
    first?.focus();
  }

  private tell(): void {
    const count = this.selection?.size ?? 0;
    this.say(count === 0 ? this.summary : texts().actions.selected(this.summary, count));
  }

  /** The menu of a row, or of all that are selected where it is one of them. */
  private openMenu(key: string, place: MenuPlace): void {
    const { selection } = this;
    if (selection === null) return;
    const isSelected = selection.has(key);
    const rows = [...this.drawnRows].filter(([other]) => (isSelected ? selection.has(other) : other === key));
    showActionMenu(
      this.host,
      rows.map(([, row]) => row),
      place,
      {
        isSelected,
        toggle: () => {
          selection.toggle(key);
        },
        all: () => {
          selection.all();
        },
      },
    );
  }

  private drawTable(table: HTMLTableElement, groups: readonly ActionGroup[]): void {
    const said = texts();
    const header = table.createEl("thead").createEl("tr");
    header.createEl("th", { attr: { scope: "col" } }).createSpan({ cls: "postmortem-hidden", text: said.actions.done });
    for (const sort of columns) {
      const name = said.actions.columns[sort];
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
    header.createEl("th", { attr: { scope: "col" } }).createSpan({ cls: "postmortem-hidden", text: said.actions.more });
    let left = this.drawn;
    const drawn = new Map<string, ActionRow>();
    this.drawnRows = drawn;
    for (const { name, rows } of groups) {
      if (left <= 0) return;
      const body = table.createEl("tbody");
      if (name !== "")
        body.createEl("tr").createEl("th", {
          cls: "postmortem-group-row",
          text: `${name} (${said.words.number(rows.length)})`,
          attr: { colspan: columns.length + 2, scope: "rowgroup" },
        });
      for (const row of rows.slice(0, left)) {
        const rowEl = body.createEl("tr");
        drawn.set(row.key, row);
        this.selection?.mark(rowEl, row.key);
        new ActionRowView(this.host, row).draw(rowEl, {
          isGrouped: this.query.group === "incident",
          openMenu: (place) => {
            this.openMenu(row.key, place);
          },
        });
      }
      left -= rows.length;
    }
  }

  private drawMore(parent: HTMLElement, count: number): void {
    const button = parent.createEl("button", {
      text: texts().words.more(Math.min(count, pageSize), count),
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
    const owners = this.owners(rows);
    const said = texts().actions;
    for (const [only, button] of this.onlyButtons) setPressed(button, only === query.only);
    fillSelect(filters.state, optionsFrom(actionStates, said.states), query.state);
    fillSelect(filters.owner, [["", said.everybody], ...owners.map((owner) => [owner, owner] as const)], query.owner);
    fillSelect(filters.group, optionsFrom(actionGroupings, said.groupings), query.group);
    if (filters.words.getValue() !== query.words) filters.words.setValue(query.words);
  }

  private owners(rows: readonly ActionRow[]): readonly string[] {
    return [...new Set(rows.flatMap(({ action }) => action.owners))].sort();
  }

  private rows(): readonly ActionRow[] {
    const { actions } = this.host;
    return [...actions.postmortems()].sort().flatMap((path) => {
      const found = actions.of(path);
      return found === null ? [] : rowsOf(found.note, found.actions);
    });
  }
}

function summary(known: number, shown: number, overdue: number): string {
  const said = texts().actions;
  if (known === 0) return said.noneYet;
  return shown === 0 ? said.noneOf(known) : said.summary(shown, overdue);
}

/** The table of action items across the vault, and the reminder of them on start. */
export function registerActionsPanel(host: Host): void {
  const { app, notes, plugin, settings } = host;
  plugin.registerView(actionsViewType, (leaf) => new ActionsView(leaf, host));
  plugin.addCommand({
    id: "show-actions",
    name: texts().actions.show,
    icon: "list-todo",
    callback: () => void showActions(host),
  });
  let loaded = true;
  plugin.register(() => {
    loaded = false;
  });
  app.workspace.onLayoutReady(() => {
    if (settings.current.digestOnStart) void notes.whenScanned().then(() => (loaded ? digest(host) : undefined));
  });
}

/** Opens the table, with the focus in it. */
async function showActions({ app }: Host): Promise<void> {
  await openTab(app, actionsViewType);
  for (const { view } of app.workspace.getLeavesOfType(actionsViewType))
    if (view instanceof ActionsView) view.focusList();
}

/** Says how many action items are open, and leads to them. */
async function digest(host: Host): Promise<void> {
  await host.actions.refresh([...host.notes.library.paths()]);
  const open = [...host.actions.postmortems()]
    .flatMap((path) => host.actions.of(path)?.actions ?? [])
    .filter(({ state }) => state === "open");
  if (open.length === 0) return;
  const { overdue, dueThisWeek } = pressingOf(open, today(host.clock()));
  const said = texts().actions;
  const counts = [
    said.open(open.length),
    said.overdue(overdue.length),
    ...(dueThisWeek.length === 0 ? [] : [said.dueThisWeek(dueThisWeek.length)]),
  ];
  const text = createFragment((fragment) => {
    fragment.createDiv({ text: counts.join(", ") });
    fragment.createEl("button", { text: said.showThem }).addEventListener("click", () => void showActions(host));
  });
  new Notice(text, 10_000);
}
