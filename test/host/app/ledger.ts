import type { Transaction } from "@codemirror/state";
import type { App, TAbstractFile } from "obsidian";
import { fromDisk, byEditorMethod } from "./editor";
import { extend } from "./patch";

/** Where the focus is when a key is pressed; `field` is one outside of a dialog. */
export type Place = "note" | "dialog" | "menu" | "field" | "page";

/** What a person did last, or what was done in their name. */
export type Gesture =
  | { readonly by: "command"; readonly id: string }
  | { readonly by: "link"; readonly link: string }
  | { readonly by: "click"; readonly role: string; readonly name: string }
  /** The file was saved since by the app, or written by another program. */
  | { readonly by: "save" }
  | { readonly by: "change"; readonly name: string }
  | { readonly by: "key"; readonly key: string; readonly where: Place };

/** One change of a file, of a plugin's data, or of the text in an editor that the person did not type. */
export interface Write {
  readonly what: string;
  readonly path: string;
  /** Null when nobody has done anything since the start. */
  readonly after: Gesture | null;
}

const writing = [
  "create",
  "createBinary",
  "modify",
  "modifyBinary",
  "append",
  "process",
  "delete",
  "trash",
  "rename",
  "copy",
] as const;

/**
 * Everything that plugins wrote, each with what the person had done before. What the app itself writes, such as the
 * text that somebody typed, and what tests write as other programs do, is left out.
 */
export class Ledger {
  readonly #writes: Write[] = [];
  #last: Gesture | null = null;
  /** What others wrote since. */
  readonly #saved = new Set<string>();
  /** How many writes of others are under way for each path. */
  readonly #others = new Map<string, number>();

  /** All writes until now. */
  get writes(): readonly Write[] {
    return this.#writes;
  }

  /** Keeps what the person did. */
  did(gesture: Gesture): void {
    this.#last = gesture;
    this.#saved.clear();
  }

  /** Does what somebody else than a plugin writes to a file: the app, another program, sync. */
  byOthers<T>(path: string, write: () => T): Promise<Awaited<T>> {
    this.#saved.add(path);
    return this.#unwatched(path, write);
  }

  async #unwatched<T>(path: string, write: () => T): Promise<Awaited<T>> {
    const count = (change: number): void => {
      this.#others.set(path, (this.#others.get(path) ?? 0) + change);
    };
    count(1);
    try {
      return await write();
    } finally {
      count(-1);
    }
  }

  /** Keeps a write of a plugin. */
  wrote(what: string, path: string): void {
    if ((this.#others.get(path) ?? 0) === 0)
      this.#writes.push({ what, path, after: this.#saved.has(path) ? { by: "save" } : this.#last });
  }

  /** Keeps what changed in an editor, unless it was typed, or came from the disk. */
  edited(transactions: readonly Transaction[], path: string): void {
    for (const transaction of transactions) {
      if (!transaction.docChanged || transaction.annotation(fromDisk) === true) continue;
      const typed =
        this.#last?.by === "key" &&
        this.#last.where === "note" &&
        transaction.annotation(byEditorMethod) !== true &&
        !transaction.isUserEvent("input.postmortem") &&
        ["input", "delete", "move", "undo", "redo"].some((event) => transaction.isUserEvent(event));
      if (!typed) this.wrote("edit", path);
    }
  }

  /** Watches a vault, and what is done in the window. */
  install(app: App, win: Window): void {
    const wrote = this.wrote.bind(this);
    for (const owner of [app.vault, app.vault.adapter, app.fileManager]) {
      for (const name of [
        ...writing,
        "write",
        "writeBinary",
        "remove",
        "trashFile",
        "renameFile",
        "processFrontMatter",
      ]) {
        if (!(name in owner)) continue;
        const original: unknown = Reflect.get(owner, name);
        if (typeof original !== "function") continue;
        const unwatched = this.#unwatched.bind(this);
        extend(owner, {
          [name](this: unknown, first: TAbstractFile | string, ...rest: unknown[]): unknown {
            const path = typeof first === "string" ? first : first.path;
            wrote(name, path);
            // What it does by other methods of the app is the same write.
            return unwatched(path, (): unknown => Reflect.apply(original, this, [first, ...rest]));
          },
        });
      }
    }
    this.watch(win);
  }

  /** Keeps what is done in a window. Clicks come with Enter and the space bar on a button, too. */
  watch(win: Window): void {
    // A control of the editor's tooltips acts when the mouse goes down, all others at the click.
    for (const type of ["pointerdown", "click"])
      win.addEventListener(
        type,
        ({ target }) => {
          if (!(target instanceof Element)) return;
          const control = target.closest(controls);
          this.did({ by: "click", role: control === null ? "" : roleOf(control), name: nameOf(control ?? target) });
        },
        true,
      );
    win.addEventListener(
      "keydown",
      ({ key, target }) => {
        this.did({ by: "key", key, where: placeOf(target) });
      },
      true,
    );
    win.addEventListener(
      "change",
      ({ target }) => {
        if (target instanceof Element) this.did({ by: "change", name: nameOf(target) });
      },
      true,
    );
  }
}

const controls = "button,a,input,label,summary,[role],.menu-item,.suggestion-item,.clickable-icon";

function roleOf(element: Element): string {
  if (element.matches(".menu-item")) return "menuitem";
  if (element.matches(".suggestion-item")) return "option";
  const { role } = element;
  return role ?? (element.instanceOf(HTMLInputElement) ? element.type : element.tagName.toLowerCase());
}

function nameOf(element: Element): string {
  return element.ariaLabel ?? element.textContent.trim().slice(0, 60);
}

function placeOf(target: EventTarget | null): Place {
  // A menu of the app has the keys while it is open, wherever the focus is.
  if (activeDocument.querySelector(".menu") !== null) return "menu";
  if (!(target instanceof Element)) return "page";
  if (target.closest(".cm-editor") !== null) return "note";
  if (target.closest(".modal,.prompt") !== null) return "dialog";
  return target.matches("input,select,textarea") ? "field" : "page";
}
