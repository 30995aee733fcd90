import type { MenuPlace } from "./action-menu";

/** The attribute of a row that says which one it is. */
const rowKey = "data-row";

interface Row {
  readonly el: HTMLElement;
  readonly key: string;
}

/**
 * The rows of a table that are selected, and the way through them: with Ctrl, Cmd and Shift on a click, and with arrow
 * keys, which take the focus from row to row and from cell to cell.
 */
export class RowSelection {
  private readonly keys = new Set<string>();
  /** Where a selection of several rows in a line begins. */
  private anchor: string | null = null;

  /**
   * @param asked.changed Called after each change of what is selected.
   * @param asked.menu Opens the menu of a row: for a right click, and for Ctrl+Enter, as not every keyboard has a key
   * for menus.
   */
  constructor(
    private readonly listEl: HTMLElement,
    private readonly asked: { changed(): void; menu(key: string, place: MenuPlace): void },
  ) {
    // Before the cells: with a key held down a click opens nothing.
    listEl.addEventListener(
      "click",
      (event) => {
        this.click(event);
      },
      { capture: true },
    );
    listEl.addEventListener("mousedown", (event) => {
      // Else the browser would select the text between the two rows.
      if (event.shiftKey) event.preventDefault();
    });
    listEl.addEventListener("contextmenu", (event) => {
      const row = this.rowAt(event.target);
      if (row === null) return;
      event.preventDefault();
      this.openMenu(row, { x: event.clientX, y: event.clientY });
    });
    listEl.addEventListener("keydown", (event) => {
      if (this.press(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }

  get size(): number {
    return this.keys.size;
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  toggle(key: string): void {
    if (!this.keys.delete(key)) this.keys.add(key);
    this.anchor = key;
    this.show();
  }

  all(): void {
    for (const row of this.rows()) this.keys.add(keyOf(row));
    this.show();
  }

  clear(): void {
    this.anchor = null;
    if (this.keys.size === 0) return;
    this.keys.clear();
    this.show();
  }

  /** Marks a row as the one with this key, and as selected where it is. */
  mark(row: HTMLElement, key: string): void {
    row.setAttr(rowKey, key);
    this.paint(row);
  }

  /** Forgets what is no longer there. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.keys) if (!keys.has(key)) this.keys.delete(key);
  }

  /** The row that an element stands in. */
  private rowAt(target: EventTarget | null): Row | null {
    const el = target instanceof Element ? target.closest<HTMLElement>(`[${rowKey}]`) : null;
    return el === null ? null : { el, key: keyOf(el) };
  }

  private rows(): HTMLElement[] {
    return this.listEl.findAll(`[${rowKey}]`);
  }

  private show(): void {
    for (const row of this.rows()) this.paint(row);
    this.asked.changed();
  }

  private openMenu({ el, key }: Row, at: { readonly x: number; readonly y: number }): void {
    const focused = stopsIn(el).find((stop) => stop === el.doc.activeElement);
    const button = focused ?? stopsIn(el)[0];
    if (button !== undefined) this.asked.menu(key, { ...at, button });
  }

  private paint(row: HTMLElement): void {
    const isSelected = this.keys.has(keyOf(row));
    row.toggleClass("postmortem-selected", isSelected);
    row.setAttr("aria-selected", String(isSelected));
  }

  private click(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (row === null || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) this.extendTo(row.key);
    else this.toggle(row.key);
    stopsIn(row.el)[0]?.focus();
  }

  /** Selects every row from the anchor to this one. */
  private extendTo(key: string): void {
    const keys = this.rows().map(keyOf);
    this.anchor ??= key;
    const [from, to] = [keys.indexOf(this.anchor), keys.indexOf(key)].sort((a, b) => a - b);
    this.keys.clear();
    for (const between of keys.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)) this.keys.add(between);
    this.show();
  }

  /** Whether the key meant something here. */
  private press(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    const row = this.rowAt(event.target);
    if (key === "Escape" && this.keys.size > 0) this.clear();
    else if (key === "a" && isMod) this.all();
    else if (key === "Enter" && isMod && row !== null) {
      const { left, bottom } = row.el.getBoundingClientRect();
      this.openMenu(row, { x: left, y: bottom });
    } else if (key === " " && isMod && row !== null) this.toggle(row.key);
    else if (key === "ArrowDown" || key === "ArrowUp" || key === "Home" || key === "End")
      return this.go(row, key, shiftKey);
    else if ((key === "ArrowLeft" || key === "ArrowRight") && row !== null) {
      const stops = stopsIn(row.el);
      const at = stops.findIndex((stop) => stop === event.target) + (key === "ArrowRight" ? 1 : -1);
      stops[Math.max(0, Math.min(at, stops.length - 1))]?.focus();
    } else return false;
    return true;
  }

  /** Takes the focus to another row, in the same cell, and the selection with it where `extends` says so. */
  private go(row: Row | null, key: string, isExtending: boolean): boolean {
    const rows = this.rows();
    const at = row === null ? -1 : rows.indexOf(row.el);
    const to = key === "Home" ? 0 : key === "End" ? rows.length - 1 : at + (key === "ArrowDown" ? 1 : -1);
    const target = rows[to];
    if (target === undefined) return false;
    const column =
      row === null
        ? 1
        : Math.max(
            0,
            stopsIn(row.el).findIndex((stop) => stop === row.el.doc.activeElement),
          );
    if (isExtending) {
      this.anchor ??= row?.key ?? null;
      this.extendTo(keyOf(target));
    }
    const stops = stopsIn(target);
    (stops[column] ?? stops[0])?.focus();
    return true;
  }
}

function keyOf(row: HTMLElement): string {
  return row.getAttr(rowKey) ?? "";
}

/** What can have the focus in a row. */
function stopsIn(row: HTMLElement): HTMLElement[] {
  return row.findAll("[data-key]");
}
