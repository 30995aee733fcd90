import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { editorInfoField, type App, type MarkdownFileInfo, type TFile } from "obsidian";
import { Editor as MockEditor } from "obsidian-test-mocks/obsidian";
import { bindEditor } from "./editor";
import type { Ledger } from "./ledger";

/** How long after the last change the app saves. */
const autosaveDelay = 2000;

/**
 * Opens an editor that carries a note's file and shows a part of its text, as a canvas card that is narrowed to a
 * section, a footnote or a Kanban card does. What is written into it takes the place of the part in the file.
 */
export async function openPart(
  app: App,
  file: TFile,
  part: string,
  { extensions, ledger }: { readonly extensions: Extension; readonly ledger: Ledger },
): Promise<void> {
  const around = (await app.vault.read(file)).split(part);
  const editor = new (class extends MockEditor {})().asOriginalType__();
  const info: MarkdownFileInfo = { app, file, editor, hoverPopover: null };
  let timer = 0;
  const cm: EditorView = new EditorView({
    parent: activeDocument.body.createDiv({ cls: "host-part" }),
    state: EditorState.create({
      doc: part,
      extensions: [
        editorInfoField.init(() => info),
        EditorView.contentAttributes.of({ "aria-label": "A part of a note" }),
        extensions,
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (!docChanged) return;
          ledger.edited(transactions, file.path);
          window.clearTimeout(timer);
          timer = window.setTimeout(
            () => void ledger.byOthers(file.path, () => app.vault.modify(file, around.join(cm.state.doc.toString()))),
            autosaveDelay,
          );
        }),
      ],
    }),
  });
  bindEditor(editor, cm);
  app.workspace.activeEditor = info;
  cm.focus();
}
