import { redo, undo } from "@codemirror/commands";
import { Annotation, EditorSelection, EditorState, type ChangeSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Editor, EditorPosition } from "obsidian";
import { extend, patch } from "./patch";

/** What was written by a method of the app's `Editor`. */
export const byEditorMethod = Annotation.define<boolean>();

/** What came into an editor from the file, as it was changed outside. */
export const fromDisk = Annotation.define<boolean>();

/** Live Preview may drop what a method of `Editor` writes; this one always does. */
export const livePreviewFilter = EditorState.transactionFilter.of((transaction) =>
  transaction.docChanged && transaction.annotation(byEditorMethod) === true ? [] : transaction,
);

/**
 * Puts the mock's text model on a CodeMirror document. Its state is three members; its other methods
 * work on them. Those that must be one transaction, or that move the screen, are replaced.
 */
export function bindEditor(editor: Editor, view: EditorView): void {
  const toOffset = ({ line, ch }: EditorPosition): number => {
    const { doc } = view.state;
    if (line < 0) return 0;
    if (line >= doc.lines) return doc.length;
    const at = doc.line(line + 1);
    return at.from + Math.min(Math.max(ch, 0), at.length);
  };
  const toPosition = (offset: number): EditorPosition => {
    const line = view.state.doc.lineAt(Math.max(0, Math.min(offset, view.state.doc.length)));
    return { line: line.number - 1, ch: Math.max(0, offset - line.from) };
  };
  const select = (anchor: EditorPosition, head: EditorPosition): void => {
    view.dispatch({ selection: EditorSelection.single(toOffset(anchor), toOffset(head)), scrollIntoView: true });
  };

  extend(editor, {
    cm: view,
    get content() {
      return view.state.doc.toString();
    },
    set content(text: string) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: byEditorMethod.of(true),
      });
    },
    get anchor() {
      return toPosition(view.state.selection.main.anchor);
    },
    set anchor(position: EditorPosition) {
      select(position, position);
    },
    get head() {
      return toPosition(view.state.selection.main.head);
    },
    set head(position: EditorPosition) {
      select(toPosition(view.state.selection.main.anchor), position);
    },
  });

  patch(editor, {
    getLine: (line) => view.state.doc.line(line + 1).text,
    lineCount: () => view.state.doc.lines,
    posToOffset: toOffset,
    offsetToPos: toPosition,
    focus: () => {
      view.focus();
    },
    hasFocus: () => view.hasFocus,
    undo: () => {
      undo(view);
    },
    redo: () => {
      redo(view);
    },
    setSelection: (anchor, head) => {
      select(anchor, head ?? anchor);
    },
    replaceRange: (text, from, to, origin) => {
      const changes = { from: toOffset(from), to: toOffset(to ?? from), insert: text };
      const annotations = byEditorMethod.of(true);
      view.dispatch({ changes, annotations, ...(origin === undefined ? {} : { userEvent: origin }) });
    },
    transaction: (transaction, origin) => {
      const changes: ChangeSpec = [
        ...(transaction.replaceSelection === undefined
          ? []
          : [
              {
                from: view.state.selection.main.from,
                to: view.state.selection.main.to,
                insert: transaction.replaceSelection,
              },
            ]),
        ...(transaction.changes ?? []).map(({ from, to, text }) => ({
          from: toOffset(from),
          to: toOffset(to ?? from),
          insert: text,
        })),
      ];
      const annotations = byEditorMethod.of(true);
      view.dispatch({ changes, annotations, ...(origin === undefined ? {} : { userEvent: origin }) });
      // Positions of the new selection are meant in the new text.
      const [range] = transaction.selections ?? (transaction.selection === undefined ? [] : [transaction.selection]);
      if (range !== undefined) select(range.from, range.to ?? range.from);
    },
    scrollIntoView: ({ from, to }, center) => {
      const range = EditorSelection.range(toOffset(from), toOffset(to));
      view.dispatch({ effects: EditorView.scrollIntoView(range, { y: center === true ? "center" : "nearest" }) });
    },
  });
}
