import {
  MarkdownView,
  Menu,
  setIcon,
  TFile,
  type App,
  View,
  type ViewCreator,
  type ViewState,
  type WorkspaceLeaf,
} from "obsidian";
import {
  App as MockApp,
  MarkdownView as MockMarkdownView,
  WorkspaceLeaf as MockLeaf,
} from "obsidian-test-mocks/obsidian";
import { bringToLife, type MarkdownViewHost } from "./markdown-view";
import { extend, internal, invoke, patch } from "./patch";
import { openPopout } from "./popout";

type Side = "left" | "root" | "right" | "popout";

interface Area {
  readonly tabs: HTMLElement;
  readonly content: HTMLElement;
  shown: Pane | null;
}

/** One leaf on the screen. */
interface Pane {
  readonly leaf: WorkspaceLeaf;
  side: Side;
  /** Where it is shown. */
  area: Area;
  readonly tab: HTMLElement;
  readonly el: HTMLElement;
  state: ViewState;
  view: View | null;
}

/** What the rest of the host needs of the workspace. */
export interface WorkspaceHost {
  readonly viewCreators: Map<string, ViewCreator>;
  readonly fileListEl: HTMLElement;
  readonly ribbonEl: HTMLElement;
  readonly statusBarEl: HTMLElement;
  closeViewsOfType(type: string): void;
  /** Adds a tab of a note that is not loaded before it is shown. */
  readonly openDeferred: (path: string) => void;
}

/** Builds the window and makes the mocked workspace mount views in it. */
export function installWorkspace(app: App, markdown: Omit<MarkdownViewHost, "app">): WorkspaceHost {
  const { workspace, vault } = app;
  const appEl = activeDocument.body.createDiv({ cls: "app-container" });
  const main = appEl.createDiv({ cls: "workspace" });
  const ribbonEl = main.createDiv({
    cls: "workspace-ribbon side-dock-ribbon mod-left",
    attr: { role: "toolbar", "aria-label": "Ribbon" },
  });
  const fileListEl = main.createEl("nav", { cls: "workspace-split mod-left-split", attr: { "aria-label": "Files" } });
  const areas: Record<Exclude<Side, "popout">, Area> = {
    left: createArea(main, "mod-left-split host-unused", "Left sidebar"),
    root: createArea(main, "mod-root", "Notes"),
    right: createArea(main, "mod-right-split", "Right sidebar"),
  };
  const statusBarEl = appEl.createDiv({ cls: "status-bar", attr: { role: "status" } });
  const viewCreators = new Map<string, ViewCreator>();
  const panes: Pane[] = [];
  let active: Pane | null = null;
  let recentFileLeaf: Pane | null = null;

  const paneOf = (leaf: WorkspaceLeaf): Pane | undefined => panes.find((pane) => pane.leaf === leaf);
  const fileOf = (leaf: WorkspaceLeaf): TFile | null => (leaf.view instanceof MarkdownView ? leaf.view.file : null);

  /** A person or a plugin has put the right sidebar away. */
  let collapsed = false;
  const drawSidebar = (): void => {
    areas.right.content.parentElement?.toggleClass("is-collapsed", collapsed || areas.right.shown === null);
  };

  const show = (pane: Pane): void => {
    pane.area.shown = pane;
    for (const other of panes) {
      if (other.area !== pane.area) continue;
      other.el.toggle(other === pane);
      other.tab.toggleClass("is-active", other === pane);
      other.tab.setAttribute("aria-selected", String(other === pane));
      other.tab.tabIndex = other === pane ? 0 : -1;
    }
    if (pane.area === areas.right) collapsed = false;
    drawSidebar();
  };
  const title = (pane: Pane): void => {
    const { view } = pane;
    const text = view === null ? "New tab" : view.getDisplayText();
    pane.tab.setText(pane.side === "root" || pane.side === "popout" ? text : "");
    pane.tab.setAttribute("aria-label", text);
    if ((pane.side === "left" || pane.side === "right") && view !== null) setIcon(pane.tab, view.getIcon());
  };
  const activate = (pane: Pane): void => {
    show(pane);
    const before = fileOfActive();
    active = pane;
    extend(workspace, { activeLeaf: pane.leaf });
    if (pane.side === "root") recentFileLeaf = pane;
    workspace.activeEditor = recentFileLeaf?.view instanceof MarkdownView ? recentFileLeaf.view : null;
    workspace.trigger("active-leaf-change", pane.leaf);
    if (fileOfActive() !== before) workspace.trigger("file-open", fileOfActive());
  };
  const fileOfActive = (): TFile | null => {
    const pane = active?.view instanceof MarkdownView ? active : recentFileLeaf;
    return pane === null ? null : fileOf(pane.leaf);
  };

  const closeView = async (pane: Pane): Promise<void> => {
    const { view } = pane;
    if (view === null) return;
    if (view instanceof MarkdownView) await invoke(view, "save");
    view.unload();
    await invoke(view, "onClose");
    view.containerEl.detach();
  };
  const openView = async (pane: Pane, state: ViewState): Promise<void> => {
    await closeView(pane);
    pane.state = state;
    const view = state.type === "markdown" ? newMarkdownView(pane.leaf) : viewCreators.get(state.type)?.(pane.leaf);
    if (view === undefined) return;
    pane.view = view;
    pane.leaf.view = view;
    pane.el.dataset["type"] = state.type;
    view.containerEl.addClass("workspace-leaf-content");
    view.containerEl.dataset["type"] = state.type;
    pane.el.append(view.containerEl);
    if (state.type !== "markdown") internalElement(view, "contentEl")?.addClass("view-content");
    view.load();
    await invoke(view, "onOpen");
    await view.setState(state.state ?? {}, { history: false });
    title(pane);
  };
  const newMarkdownView = (leaf: WorkspaceLeaf): MarkdownView => {
    const view = MockMarkdownView.create2__(MockLeaf.fromOriginalType3__(leaf)).asOriginalType7__();
    bringToLife(view, { ...markdown, app });
    return view;
  };

  const newPane = (side: keyof typeof areas): Pane => {
    const area = areas[side];
    const leaf = MockLeaf.create2__(MockApp.fromOriginalType__(app)).asOriginalType3__();
    const tab = area.tabs.createDiv({ cls: "workspace-tab-header", attr: { role: "tab" } });
    const el = area.content.createDiv({ cls: "workspace-leaf" });
    const pane: Pane = { leaf, side, area, tab, el, state: { type: "empty" }, view: null };
    panes.push(pane);
    patch(leaf, {
      getViewState: () => ({ ...pane.state, state: pane.view?.getState() ?? pane.state.state ?? {} }),
      loadIfDeferred: async () => {
        if (isDeferred(pane)) await openView(pane, pane.state);
      },
      setViewState: async (state) => {
        await openView(pane, state);
        if (state.active === true) activate(pane);
        workspace.trigger("layout-change");
      },
      openFile: async (file, openState) => {
        const wanted = openState?.state ?? {};
        const state = { type: "markdown", state: { ...wanted, file: file.path } };
        if (leaf.view instanceof MarkdownView) {
          pane.state = state;
          await leaf.view.setState(state.state, { history: false });
          title(pane);
        } else await openView(pane, state);
        if (openState?.active !== false) {
          activate(pane);
          if (leaf.view instanceof MarkdownView && leaf.view.getMode() === "source") leaf.view.editor.focus();
        }
        if (openState?.eState !== undefined) leaf.setEphemeralState(openState.eState);
        if (active === pane) workspace.trigger("file-open", file);
      },
      setEphemeralState: (state: unknown) => {
        const { view } = pane;
        if (
          !(view instanceof MarkdownView) ||
          typeof state !== "object" ||
          state === null ||
          !("line" in state) ||
          typeof state.line !== "number"
        )
          return;
        view.editor.setCursor({ line: state.line, ch: 0 });
        view.editor.focus();
      },
      detach: () => {
        panes.remove(pane);
        void closeView(pane);
        tab.detach();
        el.detach();
        if (recentFileLeaf === pane) recentFileLeaf = null;
        leave(pane);
        drawSidebar();
        if (active === pane) active = null;
        workspace.trigger("layout-change");
      },
      getRoot: () =>
        side === "root" ? workspace.rootSplit : side === "left" ? workspace.leftSplit : workspace.rightSplit,
    });
    extend(leaf, {
      get isDeferred() {
        return isDeferred(pane);
      },
    });
    tab.addEventListener("click", () => {
      void leaf.loadIfDeferred().then(() => {
        activate(pane);
      });
    });
    tab.addEventListener("contextmenu", (event) => {
      new Menu()
        .addItem((item) => item.setTitle("Move to new window").onClick(() => workspace.moveLeafToPopout(leaf)))
        .addItem((item) =>
          item.setTitle("Close").onClick(() => {
            leaf.detach();
          }),
        )
        .showAtMouseEvent(event);
      event.preventDefault();
    });
    tab.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") activate(pane);
    });
    el.addEventListener("focusin", () => {
      if (active !== pane) activate(pane);
    });
    title(pane);
    return pane;
  };

  /** Another pane takes the place of one that goes. */
  const leave = (pane: Pane): void => {
    const { area } = pane;
    if (area.shown !== pane) return;
    area.shown = null;
    const next = panes.find((other) => other.area === area && other !== pane);
    if (next !== undefined) show(next);
  };
  const moveOut = (pane: Pane): void => {
    const { body, win } = openPopout(() => {
      if (panes.includes(pane)) pane.leaf.detach();
    });
    workspace.trigger("window-open", null, win);
    leave(pane);
    if (recentFileLeaf === pane)
      recentFileLeaf =
        panes.find((other) => other.side === "root" && other !== pane && other.view instanceof MarkdownView) ?? null;
    pane.side = "popout";
    pane.area = createArea(
      body.createDiv({ cls: "app-container" }).createDiv({ cls: "workspace" }),
      "mod-root",
      "Notes",
    );
    pane.area.tabs.append(pane.tab);
    pane.area.content.append(pane.el);
    title(pane);
    show(pane);
    if (pane.view instanceof MarkdownView) void invoke(pane.view, "moved");
    win.addEventListener("resize", () => pane.view?.onResize());
    pane.view?.onResize();
    workspace.trigger("layout-change");
  };

  const rootLeaf = (fresh: boolean): WorkspaceLeaf => {
    if (!fresh && recentFileLeaf !== null) return recentFileLeaf.leaf;
    const pane = newPane("root");
    show(pane);
    recentFileLeaf = pane;
    return pane.leaf;
  };

  patch(workspace, {
    getLeaf: (kind?: unknown) => rootLeaf(kind !== undefined && kind !== false),
    getRightLeaf: () => newPane("right").leaf,
    getLeftLeaf: () => newPane("left").leaf,
    ensureSideLeaf: async (type, side, options) => {
      const known = panes.find((pane) => pane.state.type === type && pane.side === side);
      const pane = known ?? newPane(side);
      const given: unknown = options?.state;
      if (known === undefined)
        await openView(pane, { type, ...(typeof given === "object" && given !== null ? { state: { ...given } } : {}) });
      if (options?.reveal !== false) show(pane);
      if (options?.active === true) activate(pane);
      return pane.leaf;
    },
    revealLeaf: async (leaf) => {
      const pane = paneOf(leaf);
      if (pane !== undefined) activate(pane);
      await Promise.resolve();
    },
    getActiveViewOfType: (type) => {
      // With a panel in front the note beside it is the most recent one, but not active.
      return active?.view instanceof type ? active.view : null;
    },
    getActiveFile: fileOfActive,
    getLeavesOfType: (type) => panes.filter((pane) => pane.state.type === type).map(({ leaf }) => leaf),
    getMostRecentLeaf: () => recentFileLeaf?.leaf ?? null,
    iterateAllLeaves: (callback) => {
      for (const pane of [...panes]) callback(pane.leaf);
    },
    iterateRootLeaves: (callback) => {
      for (const pane of [...panes]) if (pane.side === "root") callback(pane.leaf);
    },
    detachLeavesOfType: (type) => {
      closeViewsOfType(type);
    },
    openLinkText: async (linktext, sourcePath, newLeaf, openState) => {
      const [linkpath = ""] = linktext.split("#");
      const file = app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath);
      if (file === null) return;
      await rootLeaf(newLeaf !== undefined && newLeaf !== false).openFile(file, openState);
      const heading = linktext.slice(linkpath.length + 1);
      const found = app.metadataCache.getFileCache(file)?.headings?.find((candidate) => candidate.heading === heading);
      if (found !== undefined) recentFileLeaf?.leaf.setEphemeralState({ line: found.position.start.line });
    },
    updateOptions: () => {
      for (const { leaf } of panes) if (leaf.view instanceof MarkdownView) void invoke(leaf.view, "refreshOptions");
    },
  });

  extend(workspace, {
    moveLeafToPopout: (leaf: WorkspaceLeaf) => {
      const pane = paneOf(leaf);
      if (pane !== undefined) moveOut(pane);
    },
    setActiveLeaf: (leaf: WorkspaceLeaf) => {
      const pane = paneOf(leaf);
      if (pane !== undefined) activate(pane);
    },
  });

  const closeViewsOfType = (type: string): void => {
    for (const pane of panes.filter(({ state }) => state.type === type)) pane.leaf.detach();
  };

  vault.on("delete", (file) => {
    for (const pane of [...panes]) if (file instanceof TFile && fileOf(pane.leaf) === file) pane.leaf.detach();
  });
  vault.on("rename", () => {
    for (const pane of panes) title(pane);
  });
  drawSidebar();
  extend(workspace.rightSplit, {
    collapse: () => {
      collapsed = true;
      drawSidebar();
    },
  });
  const openDeferred = (path: string): void => {
    const pane = newPane("root");
    pane.state = { type: "markdown", state: { file: path } };
    pane.leaf.view = new DeferredView(pane.leaf);
    pane.el.hide();
    pane.tab.setText(path.replace(/^.*\/|\.md$/g, ""));
  };
  return { viewCreators, fileListEl, ribbonEl, statusBarEl, closeViewsOfType, openDeferred };
}

/** What a tab holds until it is shown for the first time. */
class DeferredView extends View {
  override getViewType(): string {
    return "markdown";
  }

  override getDisplayText(): string {
    return "";
  }
}

function isDeferred({ state, view }: Pane): boolean {
  return state.type === "markdown" && view === null;
}

function createArea(parent: HTMLElement, cls: string, label: string): Area {
  const el = parent.createDiv({ cls: `workspace-split ${cls}` });
  return {
    tabs: el.createDiv({ cls: "workspace-tab-header-container", attr: { role: "tablist", "aria-label": label } }),
    content: el.createDiv({ cls: "workspace-tab-container" }),
    shown: null,
  };
}

function internalElement(view: object, name: string): HTMLElement | null {
  const value = internal(view, name);
  return value instanceof HTMLElement ? value : null;
}
