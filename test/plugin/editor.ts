import { history } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { EditorPosition, MarkdownFileInfo } from "obsidian";
import { App, editorInfoField, MarkdownView, type TFile, type WorkspaceLeaf } from "obsidian-test-mocks/obsidian";

/** How long the app waits after a key before it saves. */
const saveDelay = 2000;

// jsdom lays nothing out; CodeMirror asks all the same when it scrolls to the cursor.
Range.prototype.getClientRects = () => createEl("i").getClientRects();

/**
 * Shows a note in a leaf: the stand-in's Markdown view on a CodeMirror editor, saved two seconds
 * after the last change, and following changes on disk, as in the app.
 */
export async function mountEditor(
  app: App,
  leaf: WorkspaceLeaf,
  file: TFile,
  extensions: Extension,
): Promise<EditorView> {
  const view = MarkdownView.create2__(leaf);
  view.file = file;
  const info: MarkdownFileInfo = view.asOriginalType7__();
  const text = await app.vault.read(file);
  let timer = 0;
  const editor = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        editorInfoField.init(() => info),
        extensions,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          window.clearTimeout(timer);
          timer = window.setTimeout(() => void app.vault.modify(file, editor.state.doc.toString()), saveDelay);
        }),
      ],
    }),
  });
  app.vault.on("modify", (modified) => {
    if (modified !== file) return;
    void app.vault.read(file).then((saved) => {
      const old = editor.state.doc;
      if (saved !== old.toString())
        editor.dispatch({ changes: { from: 0, to: old.length, insert: saved }, userEvent: "set" });
    });
  });
  connect(view, editor);
  leaf.view = view.asOriginalType7__();
  return editor;
}

/** Puts the three values that the stand-in's editor works on into CodeMirror; its methods follow. */
function connect(view: MarkdownView, editor: EditorView): void {
  const position = (offset: number): EditorPosition => {
    const line = editor.state.doc.lineAt(offset);
    return { line: line.number - 1, ch: offset - line.from };
  };
  const offset = ({ line, ch }: EditorPosition): number => editor.state.doc.line(line + 1).from + ch;
  Object.defineProperties(view.editor, {
    content: {
      get: () => editor.state.doc.toString(),
      set: (text: string) => {
        editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
      },
    },
    anchor: {
      get: () => position(editor.state.selection.main.anchor),
      set: (to: EditorPosition) => {
        editor.dispatch({ selection: { anchor: offset(to), head: editor.state.selection.main.head } });
      },
    },
    head: {
      get: () => position(editor.state.selection.main.head),
      set: (to: EditorPosition) => {
        editor.dispatch({ selection: { anchor: editor.state.selection.main.anchor, head: offset(to) } });
      },
    },
  });
}
