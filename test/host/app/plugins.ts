import * as autocomplete from "@codemirror/autocomplete";
import * as cmCommands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import type {
  App,
  BasesViewRegistration,
  CliHandler,
  Command,
  EditorSuggest,
  MarkdownPostProcessor,
  ObsidianProtocolData,
  ObsidianProtocolHandler,
  PluginManifest,
  PluginSettingTab,
} from "obsidian";
import * as obsidian from "obsidian";
import { extend, invoke } from "./patch";
import type { WorkspaceHost } from "./workspace";

/** A code block's language and who renders it. */
type CodeBlockProcessor = Parameters<obsidian.Plugin["registerMarkdownCodeBlockProcessor"]>[1];

/** Everything that plugins registered, kept by the host until they unload. */
export class PluginRegistry {
  readonly commands = new Map<string, Command>();
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggests: EditorSuggest<unknown>[] = [];
  readonly settingTabs: PluginSettingTab[] = [];
  readonly cliHandlers = new Map<string, CliHandler>();
  readonly postProcessors: MarkdownPostProcessor[] = [];
  readonly codeBlocks = new Map<string, CodeBlockProcessor>();
  readonly protocolHandlers = new Map<string, ObsidianProtocolHandler>();
  readonly basesViews = new Map<string, BasesViewRegistration>();
  readonly #loaded = new Map<string, obsidian.Plugin>();
  readonly #built = new Map<string, Parameters<PluginRegistry["enable"]>>();

  constructor(
    private readonly app: App,
    private readonly workspace: WorkspaceHost,
    /** `data.json` of a plugin, by its id; kept over reloads of the plugin. */
    private readonly data: Map<string, unknown>,
    private readonly saved: (id: string, data: unknown) => void,
  ) {
    this.#patchPlugin();
  }

  get ids(): readonly string[] {
    return [...this.#loaded.keys()];
  }

  /** Evaluates a built plugin as the app does, CommonJS text with the app's modules, and loads it. */
  async enable(manifest: PluginManifest, code: PluginCode, css: string): Promise<void> {
    this.#built.set(manifest.id, [manifest, code, css]);
    const module: { exports: unknown } = { exports: {} };
    code(
      (name) => {
        const found = appModules[name];
        if (found === undefined) throw new Error(`the app has no module "${name}"`);
        return found;
      },
      module,
      module.exports,
    );
    const exported: unknown = module.exports;
    const PluginClass: unknown =
      typeof exported === "object" && exported !== null && "default" in exported ? exported.default : exported;
    if (typeof PluginClass !== "function") throw new Error("main.js exports no plugin class");
    const plugin: unknown = Reflect.construct(PluginClass, [this.app, manifest]);
    if (!(plugin instanceof obsidian.Plugin)) throw new Error("the exported class is no Plugin");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    activeDocument.adoptedStyleSheets = [...activeDocument.adoptedStyleSheets, sheet];
    plugin.register(() => {
      activeDocument.adoptedStyleSheets = activeDocument.adoptedStyleSheets.filter((other) => other !== sheet);
    });
    this.#loaded.set(manifest.id, plugin);
    // `load` of the mock does not wait for an asynchronous `onload`.
    const started: Promise<unknown>[] = [];
    const onload = plugin.onload.bind(plugin);
    extend(plugin, {
      onload: () => {
        started.push(Promise.resolve(onload()));
      },
    });
    plugin.load();
    await Promise.all(started);
  }

  disable(id: string): void {
    const plugin = this.#loaded.get(id);
    this.#loaded.delete(id);
    plugin?.unload();
  }

  /** Loads a plugin anew, as at the next start of the app. */
  async reload(id: string): Promise<void> {
    const built = this.#built.get(id);
    if (built === undefined) throw new Error(`"${id}" was never loaded`);
    this.disable(id);
    await this.enable(...built);
  }

  /** Tells a plugin that a person, not the start of the app, has turned it on. */
  async turnedOn(id: string): Promise<void> {
    const plugin = this.#loaded.get(id);
    if (plugin !== undefined) await invoke(plugin, "onUserEnable");
  }

  /** Changes `data.json` from outside, as sync does. */
  async changeData(id: string, data: unknown): Promise<void> {
    this.data.set(id, data);
    const plugin = this.#loaded.get(id);
    if (plugin !== undefined) await invoke(plugin, "onExternalSettingsChange");
  }

  /** Hands the parameters of a link to the plugin that handles its action; false when there is none. */
  openUri(action: string, params: Readonly<Record<string, string>>): boolean {
    const data: ObsidianProtocolData = { ...params, action };
    const handler = this.protocolHandlers.get(action);
    handler?.(data);
    return handler !== undefined;
  }

  #patchPlugin(): void {
    const {
      app,
      workspace,
      data,
      saved,
      commands,
      editorExtensions,
      editorSuggests,
      settingTabs,
      cliHandlers,
      postProcessors,
      codeBlocks,
      protocolHandlers,
      basesViews,
    } = this;
    const keep = <T>(plugin: obsidian.Plugin, list: T[], entry: T): void => {
      list.push(entry);
      plugin.register(() => {
        list.splice(list.indexOf(entry), 1);
      });
    };
    const keepAs = <T>(plugin: obsidian.Plugin, map: Map<string, T>, key: string, entry: T): void => {
      if (map.has(key)) throw new Error(`"${key}" is registered already`);
      map.set(key, entry);
      plugin.register(() => {
        map.delete(key);
      });
    };
    extend(obsidian.Plugin.prototype, {
      addCommand(this: obsidian.Plugin, command: Command): Command {
        // The app shows the plugin's name before the command's.
        const { id, name } = this.manifest;
        keepAs(this, commands, `${id}:${command.id}`, { ...command, name: `${name}: ${command.name}` });
        return command;
      },
      addRibbonIcon(
        this: obsidian.Plugin,
        icon: string,
        title: string,
        callback: (event: MouseEvent) => unknown,
      ): HTMLElement {
        const el = workspace.ribbonEl.createEl("button", {
          cls: "clickable-icon side-dock-ribbon-action",
          attr: { "aria-label": title },
        });
        obsidian.setIcon(el, icon);
        el.addEventListener("click", callback);
        this.register(() => {
          el.detach();
        });
        return el;
      },
      addStatusBarItem(this: obsidian.Plugin): HTMLElement {
        const el = workspace.statusBarEl.createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
        this.register(() => {
          el.detach();
        });
        return el;
      },
      addSettingTab(this: obsidian.Plugin, tab: PluginSettingTab): void {
        keep(this, settingTabs, tab);
      },
      registerView(this: obsidian.Plugin, type: string, creator: obsidian.ViewCreator): void {
        keepAs(this, workspace.viewCreators, type, creator);
        this.register(() => {
          workspace.closeViewsOfType(type);
        });
      },
      registerEditorExtension(this: obsidian.Plugin, extension: Extension): void {
        // Cleanups run last in, first out: the editors take the change once the extension is gone.
        this.register(() => {
          app.workspace.updateOptions();
        });
        keep(this, editorExtensions, extension);
        app.workspace.updateOptions();
      },
      registerEditorSuggest(this: obsidian.Plugin, suggest: EditorSuggest<unknown>): void {
        keep(this, editorSuggests, suggest);
      },
      registerMarkdownPostProcessor(this: obsidian.Plugin, processor: MarkdownPostProcessor): MarkdownPostProcessor {
        keep(this, postProcessors, processor);
        return processor;
      },
      registerMarkdownCodeBlockProcessor(
        this: obsidian.Plugin,
        name: string,
        processor: CodeBlockProcessor,
      ): MarkdownPostProcessor {
        keepAs(this, codeBlocks, name, processor);
        return () => undefined;
      },
      registerObsidianProtocolHandler(this: obsidian.Plugin, action: string, handler: ObsidianProtocolHandler): void {
        keepAs(this, protocolHandlers, action, handler);
      },
      registerBasesView(this: obsidian.Plugin, id: string, registration: BasesViewRegistration): boolean {
        keepAs(this, basesViews, id, registration);
        return true;
      },
      registerCliHandler(
        this: obsidian.Plugin,
        command: string,
        _description: string,
        _flags: unknown,
        handler: CliHandler,
      ): void {
        keepAs(this, cliHandlers, command, handler);
      },
      loadData(this: obsidian.Plugin): Promise<unknown> {
        return Promise.resolve(structuredClone(data.get(this.manifest.id) ?? null));
      },
      saveData(this: obsidian.Plugin, value: unknown): Promise<void> {
        data.set(this.manifest.id, structuredClone(value));
        saved(this.manifest.id, value);
        return Promise.resolve();
      },
    });
  }
}

/** The text of a `main.js`, wrapped into a function by the server. */
export type PluginCode = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Where the app keeps the language that was chosen, for all its windows. */
const languageKey = "language";

/** As the app has it: English where none was chosen. */
function getLanguage(): string {
  return window.localStorage.getItem(languageKey) ?? "en";
}

/** What a plugin can `require`, as in the app. */
const appModules: Readonly<Record<string, unknown>> = {
  obsidian: { ...obsidian, getLanguage },
  "@codemirror/autocomplete": autocomplete,
  "@codemirror/commands": cmCommands,
  "@codemirror/language": language,
  "@codemirror/lint": lint,
  "@codemirror/search": search,
  "@codemirror/state": state,
  "@codemirror/view": view,
};
