import { forEachDiagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type {
  App as RealApp,
  Command,
  MarkdownFileInfo,
  ObsidianProtocolData,
  Plugin as RealPlugin,
  PluginManifest,
} from "obsidian";
import {
  AbstractInputSuggest,
  AbstractTextComponent,
  App,
  ConfirmationButton,
  ConfirmationModal,
  MetadataCache,
  Modal,
  Notice,
  Plugin,
  View,
  Workspace,
  WorkspaceLeaf,
  type TFile,
} from "obsidian-test-mocks/obsidian";
import { setup } from "obsidian-test-mocks/setup";
import { vi } from "vitest";
import manifest from "../../manifest.json";
import { InputSuggest } from "../../src/plugin/ui/input-suggest";
import PostmortemPlugin from "../../src/plugin/main";
import { metadataOf } from "../host/app/metadata";
import { extend } from "../host/app/patch";
import { mountNote, mountPart, type NotePane, type PartPane } from "./editor";

setup();

// jsdom lays nothing out, and knows no scrolling.
Element.prototype.scrollIntoView = () => undefined;
window.ResizeObserver = class {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
};

// The stand-in throws where the app cannot read a note's YAML.
const parseFileMetadata: unknown = Reflect.get(MetadataCache.prototype, "parseFileMetadata");
extend(MetadataCache.prototype, {
  parseFileMetadata(this: MetadataCache, file: TFile): void {
    try {
      if (typeof parseFileMetadata === "function") Reflect.apply(parseFileMetadata, this, [file]);
    } catch {
      const text = this.app__.vault.readSync__(file);
      this.cache__.set(file.path, metadataOf(text, file.path));
      this.trigger("changed", file, text, this.getCache(file.path));
    }
  },
});

/** An app with one vault and the plugin in it, on the stand-in for Obsidian. */
export interface TestApp {
  readonly app: App;
  /** The plugin as the stand-in sees it: what it registered. */
  readonly plugin: Plugin;
  text(path: string): Promise<string>;
  /** Writes as sync or another program does. */
  write(path: string, text: string): Promise<void>;
  rename(path: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Opens a note in a new tab, in an editor, and puts it in front. */
  open(path: string): Promise<EditorView>;
  /** The same; returns the tab. */
  openPane(path: string): Promise<NotePane>;
  /** Puts a tab in front that is open already. */
  focus(pane: NotePane): void;
  /** Puts a panel in front: a note stays the most recent one, but is no longer active. */
  focusPanel(type: string): void;
  /** Adds a tab that was open at the last start and was not shown since. */
  openDeferred(path: string): WorkspaceLeaf;
  /** The tabs that show a file, in the order in which they were opened. */
  tabs(): readonly string[];
  /** Opens an editor of a part of a note, which takes the focus; `pane` where it stands in that pane. */
  openPart(path: string, part: string, pane?: NotePane): Promise<PartPane>;
  /** The editor of the note in front. */
  frontEditor(): EditorView;
  /** What is suggested below an input while so much is typed. */
  suggestions(input: Element, typed: string): readonly string[];
  /** Takes one of the suggestions. */
  choose(input: HTMLInputElement | HTMLSelectElement, typed: string, value: string): void;
  /** What is underlined, with the rule that says so. */
  underlined(editor: EditorView): readonly string[];
  /** What notices have said. */
  readonly notices: readonly string[];
  /** Presses the icon in the ribbon. */
  pressRibbon(title: string): void;
  /** Follows a link `obsidian://postmortem?…`. */
  followLink(params: ObsidianProtocolData): void;
  /** Whether a command is in the palette now. */
  offers(id: string): boolean;
  run(id: string): Promise<void>;
  /** Lets timers and promises do their work for so many milliseconds, by default long enough for all of them. */
  wait(milliseconds?: number): Promise<void>;
}

/** The plugin's class, from the source or from the build. */
export type PluginClass = new (app: RealApp, manifest: PluginManifest) => RealPlugin;

export interface StartOptions {
  readonly plugin?: PluginClass;
  /** Whether the layout gets ready; by default it does. */
  readonly layout?: boolean;
  /** Whether the core plugin Bases is on; by default it is. */
  readonly bases?: boolean;
}

/** Starts the app; the test has called `vi.useFakeTimers()`. `data` is what `data.json` holds. */
export async function startApp(
  files: Readonly<Record<string, string>>,
  data: unknown = null,
  options: StartOptions = {},
): Promise<TestApp> {
  const app = App.createConfigured__({ files: { ...files } });
  const real = new (options.plugin ?? PostmortemPlugin)(app.asOriginalType__(), manifest);
  const plugin = Plugin.fromOriginalType2__(real);
  const panes: NotePane[] = [];
  const panels = new Map<string, WorkspaceLeaf>();
  /** The pane of the main area or of a window of its own that was active last. */
  let recent: NotePane | null = null;
  /** An editor of a part that has the focus. */
  let part: PartPane | null = null;

  const paneOf = (leaf: WorkspaceLeaf | null): NotePane | undefined => panes.find((pane) => pane.leaf === leaf);
  const focus = (pane: NotePane): void => {
    recent = pane;
    part = null;
    app.workspace.setActiveLeaf(pane.leaf);
    app.workspace.activeEditor = pane.view.asOriginalType7__();
    app.workspace.trigger("file-open", pane.view.file);
  };
  // The stand-in's leaf opens a file without showing it.
  vi.spyOn(WorkspaceLeaf.prototype, "openFile").mockImplementation(async function (this: WorkspaceLeaf, file: TFile) {
    Object.assign(this, { file });
    if (file.extension !== "md") {
      // Nothing shows a file of a kind that nobody registered.
      const type = file.extension === "base" && options.bases !== false ? "bases" : "empty";
      Object.assign(this, { viewState: { type, state: { file: file.path } }, view: { getViewType: () => type } });
      app.workspace.setActiveLeaf(this);
      return;
    }
    const open = paneOf(this);
    if (open !== undefined) {
      await open.show(file);
      focus(open);
      return;
    }
    await this.setViewState({ type: "markdown", state: { file: file.path } });
    Object.assign(this, { isDeferred: false });
    const pane = await mountNote(app, this, file, extensionsOf(plugin));
    panes.push(pane);
    focus(pane);
  });
  vi.spyOn(WorkspaceLeaf.prototype, "detach").mockImplementation(function (this: WorkspaceLeaf) {
    const pane = paneOf(this);
    if (pane !== undefined) panes.splice(panes.indexOf(pane), 1);
    if (pane === recent) recent = panes.at(-1) ?? null;
    app.workspace.removeLeaf__(this);
  });
  // As in the app, a panel in front is the active view, and the note beside it the most recent one.
  vi.spyOn(Workspace.prototype, "getActiveViewOfType").mockImplementation((type) => {
    const view = app.workspace.activeLeaf?.view ?? null;
    return view instanceof type ? view : null;
  });
  vi.spyOn(Workspace.prototype, "getMostRecentLeaf").mockImplementation(() => {
    const leaf = app.workspace.activeLeaf;
    const beside = leaf === null || paneOf(leaf) !== undefined || [...panels.values()].includes(leaf);
    return beside ? (recent?.leaf ?? null) : leaf;
  });
  vi.spyOn(Workspace.prototype, "getActiveFile").mockImplementation(() => recent?.view.file ?? null);

  const wait = async (milliseconds = 5000): Promise<void> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  const fileAt = (path: string): TFile => {
    const file = app.vault.getFileByPath(path);
    if (file === null) throw new Error(`no note ${path}`);
    return file;
  };
  const frontPane = (): NotePane => {
    if (recent === null) throw new Error("no note is open");
    return recent;
  };
  const openPane = async (path: string): Promise<NotePane> => {
    await app.workspace.getLeaf(true).openFile(fileAt(path));
    await wait();
    return frontPane();
  };
  /** What the app takes for the editor that has the focus; there is none in reading view. */
  const focused = (): MarkdownFileInfo | null =>
    part?.info ??
    (recent === null || recent.view.getMode() === "preview" || paneOf(app.workspace.activeLeaf) === undefined
      ? null
      : recent.view.asOriginalType7__());
  const call = (id: string, checking: boolean): boolean => {
    const command = plugin.commands__.get(id);
    if (command === undefined) throw new Error(`no command ${id}`);
    return callCommand(focused(), command, checking);
  };

  // The stand-in's modal is never attached and closes itself, its ribbon forgets what an icon does,
  // and its notices are not kept.
  vi.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    document.body.append(this.containerEl);
    this.onOpen();
  });
  vi.spyOn(Modal.prototype, "close").mockImplementation(function (this: Modal) {
    this.containerEl.remove();
    this.onClose();
  });
  vi.spyOn(ConfirmationModal.prototype, "addButton").mockImplementation(function (this: ConfirmationModal, build) {
    const button = ConfirmationButton.create2__(this.buttonContainerEl);
    build(button.asOriginalType3__());
    const pressed = async (event: Event): Promise<void> => {
      const handler: unknown = Reflect.get(button, "clickHandler");
      const keepsOpen: unknown = typeof handler === "function" ? await Reflect.apply(handler, button, [event]) : false;
      if (keepsOpen !== true) this.close();
    };
    button.buttonEl.addEventListener("click", (event) => void pressed(event));
    return this;
  });
  // What is typed into the stand-in's fields reaches nobody.
  vi.spyOn(AbstractTextComponent.prototype, "constructor3__").mockImplementation(function (
    this: AbstractTextComponent<HTMLInputElement>,
  ) {
    const { inputEl } = this;
    inputEl.addEventListener("input", () => {
      Object.assign(this, { value: inputEl.value });
      const changed: unknown = Reflect.get(this, "_onChange");
      if (typeof changed === "function") Reflect.apply(changed, this, [inputEl.value]);
    });
  });
  const ribbon = new Map<string, (event: MouseEvent) => unknown>();
  vi.spyOn(Plugin.prototype, "addRibbonIcon").mockImplementation((_icon, title, callback) => {
    ribbon.set(title, callback);
    return createDiv();
  });
  const notices: string[] = [];
  vi.spyOn(Notice.prototype, "constructor__").mockImplementation((message) => {
    notices.push(typeof message === "string" ? message : message.textContent);
  });

  const suggests = new Map<Element, unknown>();
  vi.spyOn(AbstractInputSuggest.prototype, "constructor2__").mockImplementation(function (this: unknown, _app, input) {
    suggests.set(input, this);
  });
  const suggestOf = (input: Element): InputSuggest => {
    const suggest = suggests.get(input);
    if (suggest instanceof InputSuggest) return suggest;
    throw new Error("nothing is suggested here");
  };

  const mount = async (leaf: WorkspaceLeaf, type: string, state: unknown = {}): Promise<void> => {
    Object.assign(leaf, { viewState: { type, state } });
    const view = plugin.views__.get(type)?.(leaf.asOriginalType3__());
    if (!(view instanceof View)) return;
    leaf.view = view.asOriginalType2__();
    document.body.append(view.containerEl);
    view.load();
    const opened: unknown = Reflect.get(view, "onOpen");
    if (typeof opened === "function") await Reflect.apply(opened, view, []);
  };
  vi.spyOn(WorkspaceLeaf.prototype, "setViewState").mockImplementation(async function (
    this: WorkspaceLeaf,
    { state, type },
  ) {
    await mount(this, type, state);
  });
  vi.spyOn(WorkspaceLeaf.prototype, "loadIfDeferred").mockImplementation(async function (this: WorkspaceLeaf) {
    const { state } = this.getViewState();
    const path: unknown = state?.["file"];
    if (paneOf(this) === undefined && typeof path === "string" && this.view === null) await this.openFile(fileAt(path));
  });
  vi.spyOn(Workspace.prototype, "ensureSideLeaf").mockImplementation(async (type) => {
    const leaf = panels.get(type) ?? WorkspaceLeaf.create2__(app);
    if (!panels.has(type)) await mount(leaf, type);
    panels.set(type, leaf);
    return leaf;
  });

  // The stand-in reads properties out of YAML that the app cannot read.
  const known = app.metadataCache.getCache.bind(app.metadataCache);
  vi.spyOn(app.metadataCache, "getCache").mockImplementation((path) => {
    const file = app.vault.getFileByPath(path);
    const text = file?.extension === "md" ? app.vault.readSync__(file) : "";
    const metadata = text.startsWith("---") ? metadataOf(text, path) : null;
    return metadata !== null && metadata.frontmatter === undefined ? metadata : known(path);
  });
  plugin.data__ = data;
  plugin.load();
  await wait(0);
  if (options.layout !== false) app.workspace.setLayoutReady__();
  await wait();

  return {
    app,
    plugin,
    notices,
    wait,
    pressRibbon: (title) => {
      ribbon.get(title)?.(new MouseEvent("click"));
    },
    text: async (path) => app.vault.adapter.read(path),
    write: async (path, text) => {
      const file = app.vault.getFileByPath(path);
      if (file === null) await app.vault.create(path, text);
      else await app.vault.modify(file, text);
      await wait();
    },
    rename: async (path, to) => {
      await app.vault.rename(fileAt(path), to);
      await wait();
    },
    remove: async (path) => {
      await app.fileManager.trashFile(fileAt(path));
      await wait();
    },
    open: async (path) => (await openPane(path)).editor,
    openPane,
    focus,
    focusPanel: (type) => {
      const leaf = panels.get(type);
      if (leaf === undefined) throw new Error(`no panel ${type}`);
      part = null;
      app.workspace.setActiveLeaf(leaf);
    },
    openDeferred: (path) => {
      const active = app.workspace.activeLeaf;
      const leaf = app.workspace.getLeaf(true);
      Object.assign(leaf, { isDeferred: true, viewState: { type: "markdown", state: { file: path } }, view: null });
      app.workspace.activeLeaf = active;
      return leaf;
    },
    tabs: () =>
      ["markdown", "bases", "empty"]
        .flatMap((type) => app.workspace.getLeavesOfType(type))
        .map(
          (leaf) =>
            `${leaf.getViewState().type} ${paneOf(leaf)?.view.file?.path ?? String(leaf.getViewState().state?.["file"])}`,
        ),
    openPart: async (path, text, pane) => {
      part = await mountPart(app, fileAt(path), text, extensionsOf(plugin), pane?.view);
      await wait();
      return part;
    },
    frontEditor: () => frontPane().editor,
    suggestions: (input, typed) => suggestOf(input).getSuggestions(typed),
    choose: (input, typed, value) => {
      input.value = typed;
      suggestOf(input).selectSuggestion(value);
    },
    underlined(editor) {
      const marks: string[] = [];
      forEachDiagnostic(editor.state, ({ source }, from, to) => {
        marks.push(`${editor.state.sliceDoc(from, to)} | ${source ?? ""}`);
      });
      return marks;
    },
    followLink: (params) => {
      plugin.obsidianProtocolHandlers__.get(params.action)?.(params);
    },
    offers: (id) => call(id, true),
    run: async (id) => {
      call(id, false);
      await wait();
    },
  };
}

/** The quick fixes that an editor offers, in the order of the text. */
export function actionsOf(editor: EditorView): readonly { readonly name: string; readonly apply: () => void }[] {
  const actions: { name: string; apply: () => void }[] = [];
  forEachDiagnostic(editor.state, (diagnostic, from, to) => {
    for (const { name, apply } of diagnostic.actions ?? [])
      actions.push({
        name,
        apply: () => {
          apply(editor, from, to);
        },
      });
  });
  return actions;
}

function extensionsOf(plugin: Plugin): Extension {
  return plugin.editorExtensions__.filter((extension): extension is Extension => extension !== undefined);
}

function callCommand(focused: MarkdownFileInfo | null, command: Command, checking: boolean): boolean {
  const { callback, checkCallback, editorCallback, editorCheckCallback } = command;
  if (editorCheckCallback !== undefined || editorCallback !== undefined) {
    if (focused?.editor === undefined) return false;
    if (editorCheckCallback !== undefined) return editorCheckCallback(checking, focused.editor, focused) === true;
    if (!checking) editorCallback?.(focused.editor, focused);
    return true;
  }
  if (checkCallback !== undefined) return checkCallback(checking) === true;
  if (!checking) callback?.();
  return true;
}
