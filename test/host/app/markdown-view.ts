import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import {
  editorInfoField,
  editorLivePreviewField,
  Menu,
  TFile,
  type App,
  type Component,
  type MarkdownView,
} from "obsidian";
import { bindEditor, fromDisk, livePreviewFilter } from "./editor";
import type { Ledger } from "./ledger";
import { livePreviewBlocks, propertiesEditor } from "./live-preview";
import { extend, patch } from "./patch";
import type { CodeBlock } from "./reading";

/** How long after the last change the app saves. */
const autosaveDelay = 2000;

/**
 * CodeMirror's own colours, with headings that are large instead of underlined: a line below a word means a problem
 * here.
 */
const highlighting = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) =>
    spec["textDecoration"] === "underline" && spec["fontWeight"] === "bold"
      ? { ...spec, textDecoration: "none", fontSize: "1.2em" }
      : spec,
  ),
);

/** What a Markdown view needs of the rest of the host. */
export interface MarkdownViewHost {
  readonly app: App;
  readonly ledger: Ledger;
  /** The extensions that plugins registered; read again on `updateOptions`. */
  editorExtensions(): Extension;
  /** Whether Live Preview shows properties in rows; else it shows their source. */
  showsProperties(): boolean;
  renderMarkdown(text: string, into: HTMLElement, sourcePath: string): Promise<void>;
  /** Whether a plugin renders code blocks of this language. */
  rendersCodeBlock(language: string): boolean;
  renderCodeBlock(block: CodeBlock, into: HTMLElement, sourcePath: string): readonly Component[] | null;
  /** Called on each change of text or selection that a person made. */
  edited(view: MarkdownView, editorView: EditorView): void;
}

/** Makes a mocked Markdown view show and edit its file with CodeMirror, and read it rendered. */
export function bringToLife(view: MarkdownView, host: MarkdownViewHost): void {
  const { app, ledger } = host;
  const { workspace, vault } = app;
  view.contentEl.addClass("view-content", "markdown-view");
  const sourceEl = view.contentEl.createDiv({ cls: "markdown-source-view mod-cm6" });
  const previewEl = view.contentEl.createDiv({ cls: "markdown-preview-view markdown-rendered" });
  previewEl.tabIndex = 0;
  let mode: "source" | "preview" = "source";
  let file: TFile | null = null;
  /** What reading view shows; the editor keeps the text that it had meanwhile. */
  let rendered = "";
  let unsaved = false;
  let timer = 0;
  const changing = new Compartment();
  const changingExtensions = (): Extension => [
    host.editorExtensions(),
    host.showsProperties() ? propertiesEditor() : [],
  ];

  const stateOf = (doc: string): EditorState =>
    EditorState.create({
      doc,
      extensions: [
        editorInfoField.init(() => view),
        editorLivePreviewField.init(() => true),
        history(),
        markdown(),
        syntaxHighlighting(highlighting),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "Note" }),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        livePreviewBlocks(host, () => file?.path ?? ""),
        changing.of(changingExtensions()),
        livePreviewFilter,
        EditorView.updateListener.of((update) => {
          ledger.edited(update.transactions, file?.path ?? "");
          if (
            update.docChanged &&
            mode === "source" &&
            !update.transactions.some((transaction) => transaction.annotation(fromDisk) === true)
          ) {
            unsaved = true;
            window.clearTimeout(timer);
            timer = window.setTimeout(() => void save(), autosaveDelay);
            workspace.trigger("editor-change", view.editor, view);
          }
          if (update.docChanged || update.selectionSet) host.edited(view, update.view);
        }),
        EditorView.domEventHandlers({
          contextmenu: (event, editorView) => {
            // A right click outside of the selection moves the cursor there, as everywhere.
            const at = editorView.posAtCoords({ x: event.clientX, y: event.clientY });
            const { from, to } = editorView.state.selection.main;
            if (at !== null && event.button === 2 && (at < from || at > to))
              editorView.dispatch({ selection: { anchor: at } });
            const menu = new Menu();
            workspace.trigger("editor-menu", menu, view.editor, view);
            menu.showAtMouseEvent(event);
            return true;
          },
        }),
      ],
    });
  const cm = new EditorView({ parent: sourceEl, state: stateOf("") });
  bindEditor(view.editor, cm);

  const shown = (): string => (mode === "source" ? cm.state.doc.toString() : rendered);
  const save = async (): Promise<void> => {
    window.clearTimeout(timer);
    if (file === null || !unsaved) return;
    unsaved = false;
    const saved = file;
    await ledger.byOthers(saved.path, () => vault.modify(saved, shown()));
  };
  const show = (): void => {
    sourceEl.toggle(mode === "source");
    previewEl.toggle(mode === "preview");
    if (mode === "source") return;
    previewEl.empty();
    void host.renderMarkdown(rendered, previewEl, file?.path ?? "");
  };
  const switchTo = (to: "source" | "preview"): void => {
    if (to === mode) return;
    const text = shown();
    mode = to;
    if (to === "source") take(text);
    else rendered = text;
    workspace.trigger("layout-change");
  };
  /** Text that changed outside reaches only what is shown; it enters the editor as the smallest single change. */
  const take = (text: string): void => {
    if (mode === "preview") {
      rendered = text;
      return;
    }
    const current = cm.state.doc.toString();
    if (text === current) return;
    let start = 0;
    while (start < text.length && start < current.length && text[start] === current[start]) start++;
    let tail = 0;
    while (
      tail < Math.min(text.length, current.length) - start &&
      text[text.length - 1 - tail] === current[current.length - 1 - tail]
    )
      tail++;
    cm.dispatch({
      changes: { from: start, to: current.length - tail, insert: text.slice(start, text.length - tail) },
      annotations: fromDisk.of(true),
      userEvent: "set",
    });
  };

  view.registerEvent(
    vault.on("modify", (changed) => {
      if (changed !== file || !(changed instanceof TFile)) return;
      void vault.read(changed).then((text) => {
        // A pane with text that is not saved yet keeps it, and saves it over what is on disk.
        if (unsaved) return;
        take(text);
        show();
      });
    }),
  );
  view.register(() => {
    window.clearTimeout(timer);
    cm.destroy();
  });

  patch(view, {
    getMode: () => mode,
    getViewData: shown,
    setViewData: take,
    save,
    requestSave: () => undefined,
    onLoadFile: async (opened) => {
      await save();
      file = opened;
      view.file = opened;
      const text = await vault.read(opened);
      // A fresh state: undo must not lead back into the note before.
      rendered = text;
      cm.setState(stateOf(text));
      show();
    },
    onUnloadFile: save,
    getState: () => ({ file: file?.path, mode, source: false }),
    setState: async (state: unknown) => {
      if (typeof state !== "object" || state === null) return;
      if ("file" in state && typeof state.file === "string") {
        const opened = vault.getFileByPath(state.file);
        if (opened !== null && opened !== file) await view.onLoadFile(opened);
      }
      if ("mode" in state && (state.mode === "source" || state.mode === "preview")) {
        switchTo(state.mode);
        show();
      }
    },
    getDisplayText: () => file?.basename ?? "No file",
  });
  extend(view, {
    /** Tells the editor which document it has been moved to. */
    moved: () => {
      cm.setRoot(sourceEl.doc);
    },
    refreshOptions: () => {
      cm.dispatch({ effects: changing.reconfigure(changingExtensions()) });
    },
  });
  show();
}
