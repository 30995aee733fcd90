import { history } from "@codemirror/commands";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { EditorPosition, MarkdownFileInfo } from "obsidian";
import {
  Editor,
  editorInfoField,
  MarkdownView,
  type App,
  type TFile,
  type WorkspaceLeaf,
} from "obsidian-test-mocks/obsidian";
import { extend, patch } from "../host/app/patch";

/** How long the app waits after a key before it saves. */
const saveDelay = 2000;

// jsdom lays nothing out; CodeMirror asks all the same when it scrolls to the cursor.
Range.prototype.getClientRects = () => createEl("i").getClientRects();

/** What was written by a method of the app's `Editor`: Live Preview's filters may drop it. */
const byEditorMethod = Annotation.define<boolean>();

/** One tab that shows a note. */
export interface NotePane {
  readonly leaf: WorkspaceLeaf;
  readonly view: MarkdownView;
  readonly editor: EditorView;
  /** Switches between editing and reading view. */
  setMode(mode: "source" | "preview"): void;
  /** What the person sees: in reading view another text than that of the hidden editor. */
  shown(): string;
  /** Shows another note in the same tab. */
  show(file: TFile): Promise<void>;
  /** Saves what is not saved yet and takes the tab away. */
  close(): Promise<void>;
}

/**
 * Shows a note in a leaf as the app does, with what is unkind in it:
 *
 * - what is typed is saved two seconds after the last change, over whatever stands on disk then;
 * - a change on disk reaches only the mode that is shown, and not a pane with text that is not saved yet;
 * - in reading view the editor stays, with the text that it had, and nobody saves what is written into it;
 * - in Live Preview what a method of `Editor` writes is dropped.
 */
export async function mountNote(app: App, leaf: WorkspaceLeaf, first: TFile, extensions: Extension): Promise<NotePane> {
  const view = MarkdownView.create2__(leaf);
  const info: MarkdownFileInfo = view.asOriginalType7__();
  let mode: "source" | "preview" = "source";
  let file = first;
  /** Of reading view. */
  let rendered = "";
  let unsaved = false;
  let timer = 0;

  const stateOf = (doc: string): EditorState =>
    EditorState.create({
      doc,
      extensions: [
        history(),
        editorInfoField.init(() => info),
        extensions,
        EditorState.transactionFilter.of((transaction) =>
          transaction.annotation(byEditorMethod) === true && transaction.docChanged ? [] : transaction,
        ),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || mode === "preview") return;
          if (update.transactions.every((transaction) => transaction.isUserEvent("set"))) return;
          unsaved = true;
          window.clearTimeout(timer);
          timer = window.setTimeout(() => void save(), saveDelay);
        }),
      ],
    });
  const editor = new EditorView({ parent: view.contentEl, state: stateOf("") });
  activeDocument.body.append(view.containerEl);
  const shown = (): string => (mode === "source" ? editor.state.doc.toString() : rendered);
  const setEditor = (text: string): void => {
    const old = editor.state.doc;
    if (text !== old.toString())
      editor.dispatch({ changes: { from: 0, to: old.length, insert: text }, userEvent: "set" });
  };
  const save = async (): Promise<void> => {
    window.clearTimeout(timer);
    if (!unsaved) return;
    unsaved = false;
    await app.vault.modify(file, shown());
  };
  const load = async (next: TFile): Promise<void> => {
    file = next;
    view.file = next;
    const text = await app.vault.read(next);
    rendered = text;
    editor.setState(stateOf(text));
  };
  const modified = app.vault.on("modify", (changed) => {
    if (changed !== file) return;
    void app.vault.read(file).then((saved) => {
      if (unsaved) return;
      if (mode === "source") setEditor(saved);
      else rendered = saved;
    });
  });

  patch(view, { getMode: () => mode, getViewData: shown });
  connect(view.editor, editor);
  leaf.view = view.asOriginalType7__();
  await load(first);

  return {
    leaf,
    view,
    editor,
    shown,
    setMode: (to) => {
      if (to === mode) return;
      if (to === "preview") rendered = editor.state.doc.toString();
      else setEditor(rendered);
      mode = to;
      app.workspace.trigger("layout-change");
    },
    show: async (next) => {
      await save();
      await load(next);
    },
    close: async () => {
      await save();
      app.vault.offref(modified);
      editor.destroy();
      view.containerEl.remove();
      leaf.detach();
    },
  };
}

/** An editor that carries a note's file and shows only a part of its text. */
export interface PartPane {
  readonly editor: EditorView;
  /** What the app hands to commands and events for it. */
  readonly info: MarkdownFileInfo;
}

/**
 * Shows a part of a note in an editor of its own, such as a canvas card that is narrowed to a section or
 * a footnote; `view` is the note's view where the part stands in it, such as a table cell. What is
 * written into it takes the place of the part in the file.
 */
export async function mountPart(
  app: App,
  file: TFile,
  part: string,
  extensions: Extension,
  view?: MarkdownView,
): Promise<PartPane> {
  const around = (await app.vault.read(file)).split(part);
  const methods = new (class extends Editor {})();
  const info: MarkdownFileInfo = view?.asOriginalType7__() ?? {
    app: app.asOriginalType__(),
    file: file.asOriginalType2__(),
    editor: methods.asOriginalType__(),
    hoverPopover: null,
  };
  let timer = 0;
  const editor: EditorView = new EditorView({
    parent: activeDocument.body,
    state: EditorState.create({
      doc: part,
      extensions: [
        history(),
        editorInfoField.init(() => info),
        extensions,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          window.clearTimeout(timer);
          timer = window.setTimeout(() => {
            void app.vault.modify(file, around.join(editor.state.doc.toString()));
          }, saveDelay);
        }),
      ],
    }),
  });
  connect(methods, editor);
  return { editor, info };
}

/** Puts the three values that the stand-in's editor works on into CodeMirror; its methods follow. */
function connect(methods: Editor, editor: EditorView): void {
  const position = (offset: number): EditorPosition => {
    const line = editor.state.doc.lineAt(offset);
    return { line: line.number - 1, ch: offset - line.from };
  };
  const offset = ({ line, ch }: EditorPosition): number => editor.state.doc.line(line + 1).from + ch;
  extend(methods, {
    cm: editor,
    get content() {
      return editor.state.doc.toString();
    },
    set content(text: string) {
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: text },
        annotations: byEditorMethod.of(true),
      });
    },
    get anchor() {
      return position(editor.state.selection.main.anchor);
    },
    set anchor(to: EditorPosition) {
      editor.dispatch({ selection: { anchor: offset(to), head: editor.state.selection.main.head } });
    },
    get head() {
      return position(editor.state.selection.main.head);
    },
    set head(to: EditorPosition) {
      editor.dispatch({ selection: { anchor: editor.state.selection.main.anchor, head: offset(to) } });
    },
  });
}
