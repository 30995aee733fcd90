import type { EditorView } from "@codemirror/view";
import { AbstractInputSuggest, EditorSuggest, type MarkdownView } from "obsidian";
import { extend, internal } from "./patch";

/** A list of suggestions below an input or the cursor. */
class Popup<T> {
  readonly #el = createDiv({ cls: "suggestion-container", attr: { role: "listbox", "aria-label": "Suggestions" } });
  #items: readonly T[] = [];
  #chosen = 0;

  constructor(
    private readonly render: (item: T, el: HTMLElement) => void,
    private readonly select: (item: T, event: MouseEvent | KeyboardEvent) => void,
  ) {}

  get open(): boolean {
    return this.#el.isConnected;
  }

  show(items: readonly T[], left: number, top: number): void {
    this.#items = items;
    this.#el.empty();
    if (items.length === 0) {
      this.hide();
      return;
    }
    for (const [index, item] of items.entries()) {
      const row = this.#el.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
      this.render(item, row);
      row.addEventListener("mousedown", (event) => {
        event.preventDefault();
        this.#chosen = index;
        this.#accept(event);
      });
    }
    this.#el.setCssProps({ "--suggest-x": `${String(left)}px`, "--suggest-y": `${String(top)}px` });
    activeDocument.body.append(this.#el);
    this.#choose(0);
  }

  hide(): void {
    this.#el.detach();
  }

  /** Whether the key was meant for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.open) return false;
    if (event.key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (event.key === "ArrowUp") this.#choose(this.#chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") this.#accept(event);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #choose(index: number): void {
    this.#chosen = Math.max(0, Math.min(index, this.#items.length - 1));
    for (const [at, row] of [...this.#el.children].entries()) {
      row.toggleClass("is-selected", at === this.#chosen);
      row.setAttribute("aria-selected", String(at === this.#chosen));
    }
  }

  #accept(event: MouseEvent | KeyboardEvent): void {
    const item = this.#items[this.#chosen];
    this.hide();
    if (item !== undefined) this.select(item, event);
  }
}

/** Makes suggestions of input fields appear; those of the editor are asked for by the returned function. */
export function installSuggests(
  editorSuggests: () => readonly EditorSuggest<unknown>[],
): (view: MarkdownView, cm: EditorView) => void {
  extend(AbstractInputSuggest.prototype, {
    constructor2__(this: AbstractInputSuggest<unknown>, _app: unknown, inputEl: HTMLInputElement): void {
      const popup = new Popup<unknown>(
        (item, el) => {
          this.renderSuggestion(item, el);
        },
        (item, event) => {
          this.selectSuggestion(item, event);
        },
      );
      const list = async (): Promise<void> => {
        const ask = internal(this, "getSuggestions");
        if (typeof ask !== "function") return;
        const found: unknown = await Reflect.apply(ask, this, [inputEl.value]);
        const box = inputEl.getBoundingClientRect();
        if (activeDocument.activeElement === inputEl)
          popup.show(Array.isArray(found) ? found.slice(0, this.limit) : [], box.left, box.bottom);
      };
      inputEl.addEventListener("input", () => void list());
      inputEl.addEventListener("focus", () => void list());
      inputEl.addEventListener("blur", () => {
        popup.hide();
      });
      inputEl.addEventListener("keydown", (event) => popup.key(event));
      extend(this, {
        close: () => {
          popup.hide();
        },
      });
    },
    selectSuggestion(this: AbstractInputSuggest<unknown>, value: unknown, event: MouseEvent | KeyboardEvent): void {
      const callback = internal(this, "onSelectCallback__");
      if (typeof callback === "function") Reflect.apply(callback, undefined, [value, event]);
    },
  });

  let current: { readonly popup: Popup<unknown> } | null = null;
  const listening = new WeakSet<EditorView>();
  return (view, cm) => {
    if (!listening.has(cm)) {
      listening.add(cm);
      cm.dom.addEventListener("keydown", (event) => current?.popup.key(event), true);
      cm.dom.addEventListener("focusout", () => current?.popup.hide());
    }
    current?.popup.hide();
    current = null;
    if (!cm.hasFocus) return;
    for (const suggest of editorSuggests()) {
      const cursor = view.editor.getCursor();
      const trigger = suggest.onTrigger(cursor, view.editor, view.file);
      if (trigger === null || view.file === null) continue;
      const context = { ...trigger, editor: view.editor, file: view.file };
      suggest.context = context;
      const popup = new Popup<unknown>(
        (item, el) => {
          suggest.renderSuggestion(item, el);
        },
        (item, event) => {
          suggest.selectSuggestion(item, event);
        },
      );
      current = { popup };
      void Promise.resolve(suggest.getSuggestions(context)).then((found) => {
        if (current?.popup !== popup) return;
        cm.requestMeasure({
          read: () => cm.coordsAtPos(cm.state.selection.main.head),
          write: (box) => {
            // Meanwhile another key may have been pressed, with a list of its own.
            if (current?.popup === popup) popup.show(found.slice(0, suggest.limit), box?.left ?? 0, box?.bottom ?? 0);
          },
        });
      });
      return;
    }
  };
}
