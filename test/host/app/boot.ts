import {
  addIcon,
  MarkdownView,
  Notice,
  Platform,
  requireApiVersion,
  setIcon,
  TFile,
  type App,
  type PluginManifest,
  type TAbstractFile,
} from "obsidian";
import { App as MockApp } from "obsidian-test-mocks/obsidian";
import { setup } from "obsidian-test-mocks/setup";
import { showBase, type ShownBase } from "./bases";
import { installControls } from "./controls";
import { installDialogs } from "./dialogs";
import { installFileList } from "./file-list";
import { Ledger } from "./ledger";
import { installMetadata } from "./metadata";
import { Palette } from "./palette";
import { openPart } from "./part";
import { extend, invoke } from "./patch";
import { PluginRegistry, type PluginCode } from "./plugins";
import { makeActiveOnFocus } from "./popout";
import { createRenderer, renderCodeBlock } from "./reading";
import { SettingsWindow } from "./settings-window";
import { installSuggests } from "./suggest";
import { installLinks, LinkPrompt, openUri } from "./uri";
import { installWorkspace } from "./workspace";

/** What the server hands to the page. */
export interface Start {
  readonly files: Readonly<Record<string, string>>;
  readonly plugins: readonly { readonly manifest: PluginManifest; readonly css: string }[];
  /** Lucide's icons by name: the elements of each, with their attributes. */
  readonly icons: Readonly<
    Record<string, readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]>
  >;
  /** Whether changes go back to a folder on disk. */
  readonly onDisk: boolean;
}

/** What tests and the console may use, at `window.host`. */
export interface Host {
  readonly app: App;
  readonly registry: PluginRegistry;
  readonly palette: Palette;
  readonly ledger: Ledger;
  openSettings(): void;
  /** Follows a link such as `obsidian://postmortem?title=…`; false when no plugin handles it. */
  openUri(link: string): boolean;
  setTheme(theme: "light" | "dark"): void;
  /** Adds a tab that was open at the last start and was not shown since. */
  openInBackground(path: string): void;
  /** Opens an editor of a part of a note. */
  openPart(path: string, part: string): Promise<void>;
  /** Sets whether Live Preview shows properties in rows, as the app does by default, or their source. */
  showProperties(shown: boolean): void;
  /** Shows notes in a view that a plugin adds to bases. */
  showBase(view: string, shown: ShownBase): void;
}

/** Starts the host and its plugins in this page. */
export async function boot(start: Start, codes: readonly PluginCode[]): Promise<Host> {
  setup();
  const query = new URLSearchParams(window.location.search);
  if (query.has("mobile")) {
    extend(Platform, { isMobile: true, isMobileApp: true, isPhone: true, isDesktop: false, isDesktopApp: false });
    window.document.body.addClass("is-mobile", "is-phone");
  }
  registerIcons(start.icons);
  installDialogs();
  installControls();

  const app = MockApp.createConfigured__({ files: { ...start.files } }).asOriginalType__();
  extend(window, { app });
  await installMetadata(app);
  const parts: {
    registry?: PluginRegistry;
    render?: ReturnType<typeof createRenderer>;
    edited?: ReturnType<typeof installSuggests>;
  } = {};
  let showsProperties = false;
  const ledger = new Ledger();
  const workspace = installWorkspace(app, {
    ledger,
    showsProperties: () => showsProperties,
    editorExtensions: () => parts.registry?.editorExtensions ?? [],
    renderMarkdown: async (text, into, sourcePath) => parts.render?.(text, into, sourcePath),
    rendersCodeBlock: (language) => parts.registry?.codeBlocks.has(language) === true,
    renderCodeBlock: (block, into, sourcePath) =>
      parts.registry === undefined ? null : renderCodeBlock(parts.registry, block, into, sourcePath),
    edited: (view, cm) => parts.edited?.(view, cm),
  });
  const registry = new PluginRegistry(app, workspace, new Map(), (id) => {
    ledger.wrote("settings", id);
  });
  parts.registry = registry;
  parts.render = createRenderer(app, registry);
  parts.edited = installSuggests(() => registry.editorSuggests);
  installFileList(app, workspace.fileListEl);
  if (start.onDisk) writeBack(app);
  ledger.install(app, window);
  // The stand-in keeps what was written as text apart from bytes.
  const readBytes = app.vault.readBinary.bind(app.vault);
  extend(app.vault, {
    readBinary: (file: TFile) =>
      readBytes(file).catch(async () => new TextEncoder().encode(await app.vault.read(file)).buffer),
  });

  const palette = new Palette(app, registry, ledger);
  const host: Host = {
    app,
    registry,
    palette,
    ledger,
    openSettings: () => {
      new SettingsWindow(app, registry.settingTabs).open();
    },
    openUri: (link) => {
      ledger.did({ by: "link", link });
      return openUri(registry, link);
    },
    setTheme: (theme) => {
      activeDocument.body.toggleClass("theme-dark", theme === "dark");
      activeDocument.body.toggleClass("theme-light", theme === "light");
      app.workspace.trigger("css-change");
    },
    showBase: (view, shown) => {
      const registration = registry.basesViews.get(view);
      if (registration === undefined) throw new Error(`no plugin has a view "${view}" of bases`);
      showBase(app, registration, shown);
    },
    openInBackground: workspace.openDeferred,
    openPart: async (path, part) => {
      const file = app.vault.getFileByPath(path);
      if (file !== null) await openPart(app, file, part, { extensions: [...registry.editorExtensions], ledger });
    },
    showProperties: (shown) => {
      showsProperties = shown;
      app.workspace.updateOptions();
    },
  };
  extend(app, { isDarkMode: () => activeDocument.body.hasClass("theme-dark") });
  host.setTheme(query.get("theme") === "dark" ? "dark" : "light");
  installKeys(host, activeDocument);
  makeActiveOnFocus(window);
  app.workspace.on("window-open", (_, win) => {
    installKeys(host, win.document);
    ledger.watch(win);
  });
  installLinks(registry);
  installButtons(host, workspace.ribbonEl, workspace.fileListEl);
  window.addEventListener("resize", () => {
    app.workspace.iterateAllLeaves(({ view }) => {
      view.onResize();
    });
  });

  for (const [index, code] of codes.entries()) {
    const plugin = start.plugins[index];
    if (plugin !== undefined) await registry.enable(plugin.manifest, code, plugin.css);
  }
  MockApp.fromOriginalType__(app).workspace.setLayoutReady__();
  const first =
    app.vault.getFileByPath(query.get("open") ?? "") ??
    app.vault.getMarkdownFiles().find(({ basename }) => basename.startsWith("Incident-"));
  if (first !== undefined) await app.workspace.getLeaf(false).openFile(first);
  extend(window, { host });
  return host;
}

function registerIcons(icons: Start["icons"]): void {
  for (const [name, nodes] of Object.entries(icons)) {
    const body = nodes
      .map(
        ([tag, attributes]) =>
          `<${tag} ${Object.entries(attributes)
            .map(([key, value]) => `${key}="${value}"`)
            .join(" ")}/>`,
      )
      .join("");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" class="svg-icon lucide-${name}" aria-hidden="true">${body}</svg>`;
    addIcon(name, svg);
    addIcon(`lucide-${name}`, svg);
  }
}

function installKeys(host: Host, doc: Document): void {
  doc.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const view = host.app.workspace.getActiveViewOfType(MarkdownView);
    const key = event.key.toLowerCase();
    if (key === "p") host.palette.open();
    else if (key === ",") host.openSettings();
    else if (key === "s") void (view === null ? undefined : invoke(view, "save"));
    else if (key === "e")
      void view?.setState({ mode: view.getMode() === "source" ? "preview" : "source" }, { history: false });
    else return;
    event.preventDefault();
  });
}

/** What the app keeps in its ribbon and corners. */
function installButtons(host: Host, ribbonEl: HTMLElement, fileListEl: HTMLElement): void {
  const add = (label: string, icon: string, run: () => void): void => {
    const button = ribbonEl.createEl("button", { cls: "clickable-icon", attr: { "aria-label": label, title: label } });
    setIcon(button, icon);
    button.addEventListener("click", run);
  };
  if (Platform.isMobile) {
    add("Files", "folder", () => {
      fileListEl.toggleClass("is-open", !fileListEl.hasClass("is-open"));
    });
    fileListEl.addEventListener("click", () => {
      fileListEl.removeClass("is-open");
    });
  }
  add("Open command palette (Ctrl+P)", "square-terminal", () => {
    host.palette.open();
  });
  add("Reading view (Ctrl+E)", "book-open", () => {
    const view = host.app.workspace.getActiveViewOfType(MarkdownView);
    void view?.setState({ mode: view.getMode() === "source" ? "preview" : "source" }, { history: false });
  });
  add("Light or dark", "sun-moon", () => {
    host.setTheme(activeDocument.body.hasClass("theme-dark") ? "light" : "dark");
  });
  add("Follow an obsidian:// link", "link", () => {
    new LinkPrompt(host.app, host.registry).open();
  });
  add(
    Platform.isMobile ? "Desktop (starts anew)" : "Phone (starts anew)",
    Platform.isMobile ? "monitor" : "smartphone",
    () => {
      const url = new URL(window.location.href);
      if (Platform.isMobile) url.searchParams.delete("mobile");
      else url.searchParams.set("mobile", "");
      window.location.assign(url);
    },
  );
  add("Settings (Ctrl+,)", "settings", () => {
    host.openSettings();
  });
}

/** Sends every change to the folder on disk, one after the other, and says what could not be written. */
function writeBack(app: App): void {
  const addressOf = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
  const send = (
    method: "PUT" | "DELETE" | "MOVE",
    path: string,
    body: string | null,
    destination?: string,
  ): Promise<void> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, `/vault/${addressOf(path)}`);
      if (destination !== undefined) request.setRequestHeader("Destination", addressOf(destination));
      request.addEventListener("loadend", () => {
        if (request.status !== 204)
          new Notice(`${path} was not saved: ${request.responseText || "the server does not answer"}.`, 0);
        resolve();
      });
      request.send(body);
    });
  let before = Promise.resolve();
  const after = (change: () => Promise<void>): void => {
    before = before.then(change);
  };
  const put = (file: TAbstractFile): void => {
    if (file instanceof TFile) after(async () => send("PUT", file.path, await app.vault.read(file)));
  };
  app.vault.on("create", put);
  app.vault.on("modify", put);
  app.vault.on("delete", (file) => {
    if (file instanceof TFile) after(() => send("DELETE", file.path, null));
  });
  app.vault.on("rename", (file, oldPath) => {
    if (file instanceof TFile) after(() => send("MOVE", oldPath, null, file.path));
  });
}

if (!requireApiVersion("1.13.1")) throw new Error("the mocks are older than the plugin's minAppVersion");
