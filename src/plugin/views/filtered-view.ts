import { ItemView, SearchComponent, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { mend } from "../../settings";
import type * as z from "../../schema";
import { Redraw } from "../ui/redraw";

/**
 * A panel with a row of filters, a line that says how much they leave, and what they leave below. The filters are kept
 * with the tab, over a restart too.
 */
export abstract class FilteredView<Query extends Record<string, unknown>> extends ItemView {
  protected query: Query;
  protected readonly redraw = new Redraw(this.containerEl, () => {
    this.draw();
  });
  private readonly toolbarEl = this.contentEl.createDiv({ cls: "nav-header postmortem-toolbar" });
  private readonly countEl = this.contentEl.createDiv({
    cls: "postmortem-count",
    attr: { "aria-live": "polite", role: "status" },
  });

  /** The schema accepts `{}`, and then gives the query of a new tab. */
  constructor(
    leaf: WorkspaceLeaf,
    private readonly schema: z.ZodMiniType<Query>,
  ) {
    super(leaf);
    this.query = mend(schema, {}).value;
    this.register(() => {
      this.redraw.cancel();
    });
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass(this.getViewType());
    this.buildToolbar(this.toolbarEl);
    this.build();
    this.draw();
    return Promise.resolve();
  }

  override getState(): Record<string, unknown> {
    return { ...this.query };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.query = mend(this.schema, state ?? {}).value;
    this.draw();
    await super.setState(state, result);
  }

  /** Makes the filters, once. */
  protected abstract buildToolbar(toolbar: HTMLElement): void;
  /** Makes what stands below them, and subscribes to changes, once. */
  protected abstract build(): void;
  /** Shows the query in the filters, and what it leaves below them. */
  protected abstract draw(): void;

  /** Takes a filter that a person has set; one that is typed is drawn with the next frame, as typing does not wait. */
  protected change(part: Partial<Query>, typed = false): void {
    this.query = { ...this.query, ...part };
    void this.app.workspace.requestSaveLayout();
    if (typed) this.redraw.now();
    else this.draw();
  }

  protected say(words: string): void {
    if (this.countEl.textContent !== words) this.countEl.setText(words);
  }

  protected addSelect(parent: HTMLElement, name: string, change: (value: string) => Partial<Query>): HTMLSelectElement {
    const select = parent.createEl("select", { cls: "dropdown", attr: { "aria-label": name } });
    this.registerDomEvent(select, "change", () => {
      this.change(change(select.value));
    });
    return select;
  }

  /** A field for words. */
  protected addSearch(
    parent: HTMLElement,
    name: string,
    placeholder: string,
    change: (words: string) => Partial<Query>,
  ): SearchComponent {
    const search = new SearchComponent(parent).setPlaceholder(placeholder).onChange((words) => {
      this.change(change(words), true);
    });
    search.inputEl.setAttr("aria-label", name);
    return search;
  }
}

/**
 * Gives a choice these options, unless it has them, and chooses one, which stays on offer when nothing has it any more.
 */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  nameOf = (value: string): string => value,
): void {
  const kept = options.some(([value]) => value === chosen) ? options : [...options, [chosen, nameOf(chosen)] as const];
  if (kept.length !== select.length || kept.some(([value], index) => select.options[index]?.value !== value)) {
    select.empty();
    for (const [value, text] of kept) select.createEl("option", { value, text });
  }
  select.value = chosen;
}

/** The options of a choice by what each is called. */
export function optionsFrom<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): readonly (readonly [value: Value, text: string])[] {
  return values.map((value) => [value, names[value]] as const);
}

/** What stands where there is nothing to list: a way on. */
export function drawWayOn(parent: HTMLElement, text: string, run: () => void): void {
  parent
    .createEl("button", { cls: "postmortem-way-on", text, attr: { "data-key": `way on ${text}` } })
    .addEventListener("click", run);
}
