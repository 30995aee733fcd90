import type { Extension } from "@codemirror/state";
import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";
import { editorInfoField, MarkdownView, type App, type Editor, type TFile } from "obsidian";

/** Milliseconds after the last key in which the app has saved what was typed; it waits two seconds for more. */
const saveTime = 3000;

/** What is known of an open editor. */
interface Open {
  /** The note whose text it was given or typed; another one than its pane's while that loads the next note. */
  readonly file: TFile | null;
  /** When a person typed last, by `performance.now()`. */
  readonly typed: number;
}

/**
 * The editors that are open, in every window, and which of them count: those that show the whole of a
 * note as it is now. An editor counts if it is the own editor of a pane, and the pane is being edited.
 * In reading view the editor stays with an old text, which nobody sees or saves; a canvas card, a
 * footnote or a table cell carries the note's file and shows a part of it.
 */
export class OpenEditors {
  /** The one that changed last comes last. */
  private readonly editors = new Map<EditorView, Open>();

  /** For `registerEditorExtension`: keeps the list of editors up to date. */
  readonly extension: Extension = ViewPlugin.define((view) => {
    this.editors.set(view, { file: fileOf(view), typed: -Infinity });
    return {
      update: (update) => {
        if (update.docChanged) this.take(update);
      },
      destroy: () => {
        this.editors.delete(view);
      },
    };
  });

  constructor(private readonly app: Pick<App, "workspace">) {}

  /** All editors that count. */
  all(): readonly EditorView[] {
    return [...this.editors.keys()].filter((view) => this.counts(view));
  }

  /** The own editors of all panes, whether they count or not. */
  panes(): readonly EditorView[] {
    return [...this.editors.keys()].filter((view) => paneOf(view) !== null);
  }

  /** The editors that count for this note: that of the pane in front first, then the one that changed last. */
  of(path: string): readonly EditorView[] {
    const front = this.front();
    const views = [...this.editors.keys()].filter((view) => fileOf(view)?.path === path && this.counts(view));
    return views.reverse().sort((a, b) => Number(b === front) - Number(a === front));
  }

  /** Where a command acts: the editor of the pane in front, or behind the panel in front, if it counts. */
  front(): EditorView | null {
    const { workspace } = this.app;
    const view = workspace.getActiveViewOfType(MarkdownView) ?? workspace.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? this.under(view.editor) : null;
  }

  /** The editor that the app hands to a command or to a suggestion, if it counts. */
  under(editor: Editor): EditorView | null {
    return this.all().find((view) => isOwn(view, editor)) ?? null;
  }

  /** Path of the note that an editor shows; null if it does not count. */
  pathOf(view: EditorView): string | null {
    return this.counts(view) ? (fileOf(view)?.path ?? null) : null;
  }

  /**
   * Whether a pane of the note holds text that is not saved yet and would be written over what is
   * written now. A pane that shows one of the `known` texts is not such a one. Pass what is on disk among them.
   */
  holdsUnsaved(path: string, known: readonly string[]): boolean {
    const texts = new Set(known.map((text) => text.replace(/\r\n?/g, "\n")));
    for (const [view, { typed }] of this.editors) {
      if (fileOf(view)?.path !== path || paneOf(view) === null) continue;
      // The app saves what was typed before a pane went into reading view, but nothing later.
      if (!this.counts(view) && performance.now() - typed > saveTime) continue;
      if (!texts.has(view.state.doc.toString())) return true;
    }
    return false;
  }

  private counts(view: EditorView): boolean {
    const file = fileOf(view);
    return file !== null && this.editors.get(view)?.file === file && paneOf(view)?.getMode() === "source";
  }

  private take({ transactions, view }: ViewUpdate): void {
    // What the app writes into an editor because the file changed is a `set`.
    const isTyped = transactions.some((transaction) => transaction.docChanged && !transaction.isUserEvent("set"));
    const typed = isTyped ? performance.now() : (this.editors.get(view)?.typed ?? -Infinity);
    this.editors.delete(view);
    this.editors.set(view, { file: fileOf(view), typed });
  }
}

function fileOf(view: EditorView): TFile | null {
  return view.state.field(editorInfoField, false)?.file ?? null;
}

/** The pane whose own editor this is; null for an editor of a part of a note. */
function paneOf(view: EditorView): MarkdownView | null {
  const info = view.state.field(editorInfoField, false);
  return info instanceof MarkdownView && isOwn(view, info.editor) ? info : null;
}

/** Whether this is the CodeMirror editor behind an `Editor`; its member `cm` is documented, but not in the types. */
function isOwn(view: EditorView, editor: Editor): boolean {
  return "cm" in editor && editor.cm === view;
}
