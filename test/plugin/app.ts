import { forEachDiagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Command } from "obsidian";
import { App, MarkdownView, Plugin, WorkspaceLeaf, type TFile } from "obsidian-test-mocks/obsidian";
import { setup } from "obsidian-test-mocks/setup";
import { vi } from "vitest";
import manifest from "../../manifest.json";
import PostmortemPlugin from "../../src/plugin/main";
import { mountEditor } from "./editor";

setup();

/** An app with one vault and the plugin in it, on the stand-in for Obsidian. */
export interface TestApp {
  readonly app: App;
  /** The plugin as the stand-in sees it: what it registered. */
  readonly plugin: Plugin;
  text(path: string): Promise<string>;
  /** Writes as sync or another program does. */
  write(path: string, text: string): Promise<void>;
  /** Opens a note in an editor and puts it in front. */
  open(path: string): Promise<EditorView>;
  /** What is underlined: the text, and what is said about it. */
  underlined(editor: EditorView): readonly string[];
  /** Whether a command is in the palette now. */
  offers(id: string): boolean;
  run(id: string): Promise<void>;
  /** Lets timers and promises do their work for so many milliseconds, by default long enough for all of them. */
  wait(milliseconds?: number): Promise<void>;
}

/** Starts the app; the test has called `vi.useFakeTimers()`. `data` is what `data.json` holds. */
export async function startApp(files: Readonly<Record<string, string>>, data: unknown = null): Promise<TestApp> {
  const app = App.createConfigured__({ files: { ...files } });
  const real = new PostmortemPlugin(app.asOriginalType__(), manifest);
  const plugin = Plugin.fromOriginalType2__(real);
  const editors = new Map<WorkspaceLeaf, EditorView>();

  // The stand-in's leaf opens a file without showing it.
  vi.spyOn(WorkspaceLeaf.prototype, "openFile").mockImplementation(async function (this: WorkspaceLeaf, file: TFile) {
    Object.assign(this, { file });
    editors.set(this, await mountEditor(app, this, file, extensionsOf(plugin)));
    app.workspace.setActiveLeaf(this);
    app.workspace.trigger("file-open", file);
  });

  const wait = async (milliseconds = 5000): Promise<void> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  const call = (id: string, checking: boolean): boolean => {
    const command = plugin.commands__.get(id);
    if (command === undefined) throw new Error(`no command ${id}`);
    return callCommand(app, command, checking);
  };

  plugin.data__ = data;
  plugin.load();
  await wait(0);
  app.workspace.setLayoutReady__();
  await wait();

  return {
    app,
    plugin,
    wait,
    text: async (path) => app.vault.adapter.read(path),
    write: async (path, text) => {
      const file = app.vault.getFileByPath(path);
      if (file === null) await app.vault.create(path, text);
      else await app.vault.modify(file, text);
      await wait();
    },
    open: async (path) => {
      const file = app.vault.getFileByPath(path);
      if (file === null) throw new Error(`no note ${path}`);
      const leaf = app.workspace.getLeaf(true);
      await leaf.openFile(file);
      await wait();
      const editor = editors.get(leaf);
      if (editor === undefined) throw new Error(`${path} did not open`);
      return editor;
    },
    underlined(editor) {
      const marks: string[] = [];
      forEachDiagnostic(editor.state, ({ message, source }, from, to) => {
        marks.push(`${editor.state.sliceDoc(from, to)} | ${source ?? ""} | ${message}`);
      });
      return marks;
    },
    offers: (id) => call(id, true),
    run: async (id) => {
      call(id, false);
      await wait();
    },
  };
}

function extensionsOf(plugin: Plugin): Extension {
  return plugin.editorExtensions__.filter((extension): extension is Extension => extension !== undefined);
}

function callCommand(app: App, command: Command, checking: boolean): boolean {
  const view = app.workspace.activeLeaf?.view;
  if (command.editorCheckCallback !== undefined) {
    if (!(view instanceof MarkdownView)) return false;
    const mock = MarkdownView.fromOriginalType7__(view.asOriginalType7__());
    return command.editorCheckCallback(checking, mock.editor.asOriginalType__(), mock.asOriginalType7__()) === true;
  }
  if (command.checkCallback !== undefined) return command.checkCallback(checking) === true;
  if (!checking) command.callback?.();
  return true;
}
