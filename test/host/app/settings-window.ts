import {
  Modal,
  setIcon,
  Setting,
  SettingGroup,
  type App,
  type PluginSettingTab,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
  type SettingDefinitionList,
  type SettingDefinitionPage,
} from "obsidian";
import { PluginSettingTab as MockSettingTab } from "obsidian-test-mocks/obsidian";
import { extend, internal, invoke, patch } from "./patch";

/** The settings window; renders the declarative definitions of a plugin's tab. */
export class SettingsWindow extends Modal {
  constructor(
    app: App,
    private readonly tabs: readonly PluginSettingTab[],
  ) {
    super(app);
    this.setTitle("Settings");
  }

  override onOpen(): void {
    this.modalEl.addClass("mod-settings");
    const found = this.contentEl.createDiv({ cls: "setting-search-results" });
    const search = createEl("input", { type: "search", attr: { "aria-label": "Search settings" } });
    found.before(search);
    const openers: Opener[] = [];
    search.addEventListener("input", () => {
      showFound(found, openers, search.value);
    });
    for (const tab of this.tabs) {
      const el = this.contentEl.createDiv({ cls: "vertical-tab-content" });
      // A tab that declares nothing draws itself.
      if (tab.getSettingDefinitions().length > 0) openers.push(showTab(tab, el));
      else {
        el.append(tab.containerEl);
        void invoke(tab, "display");
      }
    }
  }

  override onClose(): void {
    for (const tab of this.tabs) tab.hide();
  }
}

/** A tab in the search: what it holds now, and what leads to a page of it. */
interface Opener {
  readonly tab: PluginSettingTab;
  readonly open: (trail: readonly string[]) => void;
}

/** Lists the rows of all tabs and pages whose name or description has these words, each with the way to it. */
function showFound(el: HTMLElement, openers: readonly Opener[], words: string): void {
  el.empty();
  if (words.trim() === "") return;
  for (const { tab, open } of openers)
    for (const { row, trail } of rowsIn(tab.settingItems, [])) {
      const desc = typeof row.desc === "string" ? row.desc : "";
      if (!`${row.name} ${desc}`.toLowerCase().includes(words.trim().toLowerCase())) continue;
      el.createEl("button", { cls: "setting-search-result", text: [...trail, row.name].join(" › ") }).addEventListener(
        "click",
        () => {
          el.empty();
          open(trail);
        },
      );
    }
}

interface FoundRow {
  readonly row: SettingDefinition | SettingDefinitionPage;
  readonly trail: readonly string[];
}

function rowsIn(items: readonly SettingDefinitionItem[], trail: readonly string[]): readonly FoundRow[] {
  return items.flatMap((item): readonly FoundRow[] => {
    if (isGroup(item)) return rowsIn(item.items ?? [], trail);
    return [{ row: item, trail }, ...("type" in item ? rowsIn(item.items ?? [], [...trail, item.name]) : [])];
  });
}

/** Where the rows of a page are drawn, and what draws them anew. */
interface Drawing {
  readonly tab: PluginSettingTab;
  readonly refreshers: (() => void)[];
  /** What was typed into the search of a group, by the names that lead to it: kept when it is drawn again. */
  readonly queries: Map<string, string>;
  /** The names of the pages that were opened, one inside of the other. */
  readonly trail: readonly string[];
  open(page: string): void;
}

/**
 * Draws a tab as the app does: from the definitions of the last `update()`, one page at a time. Going back draws from
 * what is stored, without asking anew.
 */
function showTab(tab: PluginSettingTab, el: HTMLElement): Opener {
  const refreshers: (() => void)[] = [];
  const queries = new Map<string, string>();
  let trail: readonly string[] = [];
  const refresh = (): void => {
    for (const update of refreshers) update();
  };
  el.tabIndex = -1;
  const draw = (): void => {
    let items: readonly SettingDefinitionItem[] = tab.settingItems;
    for (const [depth, name] of trail.entries()) {
      const page = pagesIn(items).find((each) => each.name === name);
      // What is gone, or called otherwise now, is not found again.
      if (page === undefined) {
        trail = trail.slice(0, depth);
        break;
      }
      items = page.items ?? [];
    }
    const { scrollTop } = el;
    el.empty();
    refreshers.length = 0;
    const last = trail.at(-1);
    if (last !== undefined) {
      const header = el.createDiv({ cls: "setting-page-header" });
      const back = header.createEl("button", { cls: "clickable-icon", attr: { "aria-label": "Back" } });
      setIcon(back, "arrow-left");
      back.addEventListener("click", () => {
        trail = trail.slice(0, -1);
        draw();
      });
      header.createEl("h2", { text: last });
    }
    const open = (page: string): void => {
      trail = [...trail, page];
      draw();
      el.scrollTop = 0;
    };
    renderItems({ tab, refreshers, queries, trail, open }, items, el);
    refresh();
    el.scrollTop = scrollTop;
    // What had the focus may be gone; keys go on reaching the window.
    if (el.doc.activeElement === el.doc.body) el.focus();
  };
  const plugin: unknown = internal(MockSettingTab.fromOriginalType2__(tab), "plugin__");
  const stored = (): Record<string, unknown> => {
    const settings: unknown = typeof plugin === "object" && plugin !== null ? internal(plugin, "settings") : null;
    return typeof settings === "object" && settings !== null ? Object.fromEntries(Object.entries(settings)) : {};
  };
  const update = (): void => {
    extend(tab, { settingItems: tab.getSettingDefinitions() });
    draw();
  };
  patch(tab, { update, refreshDomState: refresh });
  const own = Object.getPrototypeOf(tab) as object;
  if (!Object.hasOwn(own, "getControlValue")) patch(tab, { getControlValue: (key) => stored()[key] });
  update();
  return {
    tab,
    open: (to) => {
      trail = to;
      draw();
    },
  };
}

function pagesIn(items: readonly SettingDefinitionItem[]): readonly SettingDefinitionPage[] {
  return items.flatMap((item) => {
    if (isGroup(item)) return pagesIn(item.items ?? []);
    return "type" in item ? [item] : [];
  });
}

function renderItems(drawing: Drawing, items: readonly SettingDefinitionItem[], el: HTMLElement): void {
  let loose: SettingGroup | null = null;
  for (const item of items) {
    if (isGroup(item)) {
      loose = null;
      renderGroup(drawing, item, el);
      continue;
    }
    loose ??= new SettingGroup(el);
    renderRow(drawing, item, loose, 0);
  }
}

function renderGroup(drawing: Drawing, item: SettingDefinitionGroup | SettingDefinitionList, el: HTMLElement): void {
  const headEl = el.createDiv();
  const group = new SettingGroup(el);
  if (item.heading !== undefined) group.setHeading(item.heading);
  const { search } = item;
  const rows = (item.items ?? []).map((child, index) => ({ child, setting: renderRow(drawing, child, group, index) }));
  if (search !== undefined) {
    const key = drawing.trail.join(" › ");
    const input = el.createEl("input", { type: "search", placeholder: search.placeholder ?? "" });
    input.setAttribute("aria-label", search.placeholder ?? "Search");
    input.value = drawing.queries.get(key) ?? "";
    el.insertBefore(input, headEl.nextSibling);
    const filter = (): void => {
      drawing.queries.set(key, input.value);
      for (const { child, setting } of rows)
        setting.settingEl.toggle(input.value === "" || search.match(child, input.value));
    };
    input.addEventListener("input", filter);
    drawing.refreshers.push(filter);
  }
  const { addItem, onDelete, onReorder }: Partial<SettingDefinitionList> = { ...item, type: "list" };
  for (const [index, { child, setting }] of rows.entries()) {
    if (onDelete !== undefined)
      setting.addExtraButton((button) => {
        button.setIcon("trash-2").onClick(() => {
          onDelete(index);
        });
        button.extraSettingsEl.setAttribute("aria-label", `Delete ${child.name}`);
      });
    if (onReorder !== undefined) addHandle(setting, index, onReorder);
  }
  if (addItem === undefined) return;
  group.addSetting((setting) => {
    setting.addButton((button) =>
      button.setButtonText(addItem.name).onClick(() => {
        addItem.action(setting.settingEl);
      }),
    );
  });
}

/** A handle by which a row is dragged onto another one. */
function addHandle({ settingEl }: Setting, index: number, reorder: (from: number, to: number) => void): void {
  const handle = settingEl.createSpan({
    cls: "setting-drag-handle",
    attr: { draggable: "true", "aria-hidden": "true" },
  });
  setIcon(handle, "menu");
  handle.addEventListener("dragstart", (event) => {
    event.dataTransfer?.setData("text/plain", String(index));
  });
  settingEl.addEventListener("dragover", (event) => {
    event.preventDefault();
  });
  settingEl.addEventListener("drop", (event) => {
    event.preventDefault();
    reorder(Number(event.dataTransfer?.getData("text/plain")), index);
  });
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
  return "type" in item && (item.type === "group" || item.type === "list");
}

function renderRow(
  drawing: Drawing,
  row: SettingDefinition | SettingDefinitionPage,
  group: SettingGroup,
  index: number,
): Setting {
  const { tab, refreshers } = drawing;
  const made: Setting[] = [];
  group.addSetting((setting) => {
    made.push(setting);
    setting.setName(row.name);
    if (row.desc !== undefined) setting.setDesc(row.desc);
    refreshers.push(() => {
      const visible = typeof row.visible === "function" ? row.visible() : row.visible;
      setting.settingEl.toggle(visible !== false);
    });
    if ("type" in row) {
      const { displayValue } = row;
      if (displayValue !== undefined)
        setting.controlEl.createSpan({
          cls: "setting-item-value",
          text: typeof displayValue === "function" ? displayValue() : displayValue,
        });
      setting.addButton((button) => {
        button.setButtonText("Open").onClick(() => {
          drawing.open(row.name);
        });
        button.buttonEl.setAttribute("aria-label", `Open ${row.name}`);
      });
    } else if (row.action !== undefined) {
      const { action } = row;
      setting.addButton((button) =>
        button.setButtonText(row.name).onClick(() => {
          action(setting.settingEl, index);
        }),
      );
    } else if (row.render !== undefined) row.render(setting, group);
    else if (row.control !== undefined) renderControl(tab, setting, row.control);
  });
  const [setting] = made;
  if (setting === undefined) throw new Error("the group made no setting");
  return setting;
}

function renderControl(tab: PluginSettingTab, setting: Setting, control: SettingControl): void {
  const current = tab.getControlValue(control.key) ?? control.defaultValue;
  const text = typeof current === "string" ? current : typeof current === "number" ? String(current) : "";
  const label = setting.nameEl.textContent;
  const write = async (value: string | number | boolean): Promise<void> => {
    const problem = control.validate === undefined ? undefined : await invoke(control, "validate", value);
    setting.setErrorMessage(typeof problem === "string" ? problem : null);
    // What is refused is not stored.
    if (typeof problem !== "string") await tab.setControlValue(control.key, value);
  };
  // A stored value that does not fit says so as soon as it is shown.
  if (current !== undefined && control.validate !== undefined)
    void invoke(control, "validate", current).then((problem) => {
      setting.setErrorMessage(typeof problem === "string" ? problem : null);
    });
  switch (control.type) {
    case "toggle":
      setting.addToggle((toggle) => {
        toggle.toggleEl.setAttribute("aria-label", label);
        toggle.setValue(current === true).onChange((value) => void write(value));
      });
      break;
    case "dropdown":
      setting.addDropdown((dropdown) => {
        dropdown.selectEl.setAttribute("aria-label", label);
        dropdown.addOptions(control.options);
        dropdown.setValue(text).onChange((value) => void write(value));
      });
      break;
    case "textarea":
      setting.addTextArea((area) => {
        area.inputEl.setAttribute("aria-label", label);
        area
          .setPlaceholder(control.placeholder ?? "")
          .setValue(text)
          .onChange((value) => void write(value));
      });
      break;
    case "slider":
      setting.addSlider((slider) => {
        slider.sliderEl.setAttribute("aria-label", label);
        slider.setValue(Number(text)).onChange((value) => void write(value));
      });
      break;
    default:
      setting.addText((input) => {
        input.inputEl.setAttribute("aria-label", label);
        if ("placeholder" in control && typeof control.placeholder === "string")
          input.setPlaceholder(control.placeholder);
        if (control.type === "number") input.inputEl.type = "number";
        input.setValue(text).onChange((value) => void write(control.type === "number" ? Number(value) : value));
      });
  }
}
