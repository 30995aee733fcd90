import type { Extension } from "@codemirror/state";
import { ViewPlugin, type EditorView } from "@codemirror/view";
import { editorInfoField, MarkdownView } from "obsidian";

/** Editors inside an editor, such as a table cell in Live Preview: they show a part of the note as if it were all. */
const nested = "td, th, .cm-embed-block, .internal-embed";

/** The Markdown editors that are open, in every window. */
export class OpenEditors {
  private readonly views = new Set<EditorView>();

  /** For `registerEditorExtension`: keeps the list of editors up to date. */
  readonly extension: Extension = ViewPlugin.define((view) => {
    this.views.add(view);
    return {
      destroy: () => {
        this.views.delete(view);
      },
    };
  });

  /** All editors of whole notes. */
  all(): readonly EditorView[] {
    return [...this.views].filter((view) => pathOf(view) !== null);
  }

  /** The editors that show this note, one that can be written to first. */
  of(path: string): readonly EditorView[] {
    const views = [...this.views].filter((view) => pathOf(view) === path);
    return views.sort((a, b) => Number(isWritable(b)) - Number(isWritable(a)));
  }

  /** An editor whose changes Obsidian saves: a note in reading view has one too, but nobody sees or saves it. */
  writable(path: string): EditorView | null {
    const [view] = this.of(path);
    return view !== undefined && isWritable(view) ? view : null;
  }
}

/** Path of the note that an editor shows as a whole; null for an editor inside another one. */
export function pathOf(view: EditorView): string | null {
  if (view.dom.closest(nested) !== null) return null;
  return view.state.field(editorInfoField, false)?.file?.path ?? null;
}

function isWritable(view: EditorView): boolean {
  const info = view.state.field(editorInfoField, false);
  return !(info instanceof MarkdownView) || info.getMode() === "source";
}
