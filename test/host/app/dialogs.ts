import {
  ConfirmationButton,
  ConfirmationModal,
  FuzzySuggestModal,
  Menu,
  Modal,
  Notice,
  prepareFuzzySearch,
  Scope,
  setIcon,
  SuggestModal,
  type FuzzyMatch,
  type KeymapEventHandler,
  type KeymapEventListener,
  type Modifier,
} from "obsidian";
import { Menu as MockMenu, MenuItem as MockMenuItem } from "obsidian-test-mocks/obsidian";
import { extend, internal, invoke, patch } from "./patch";

interface Shortcut {
  readonly modifiers: readonly Modifier[] | null;
  readonly key: string | null;
  readonly run: KeymapEventListener;
}

const shortcuts = new WeakMap<Scope, Map<KeymapEventHandler, Shortcut>>();
const openModals: Modal[] = [];
const focusBefore = new WeakMap<Modal, Element | null>();
const noticeTime = 5000;

/** Runs the shortcuts of a scope on a key press; true when one took it. */
export function runShortcut(scope: Scope, event: KeyboardEvent): boolean {
  for (const { modifiers, key, run } of shortcuts.get(scope)?.values() ?? []) {
    if (key !== null && key.toLowerCase() !== event.key.toLowerCase()) continue;
    if (modifiers !== null) {
      const wanted = new Set(modifiers);
      if (
        (wanted.has("Mod") || wanted.has("Ctrl")) !== event.ctrlKey ||
        wanted.has("Shift") !== event.shiftKey ||
        wanted.has("Alt") !== event.altKey
      )
        continue;
    }
    if (run(event, { modifiers: null, key: event.key, vkey: event.key }) === false) event.preventDefault();
    return true;
  }
  return false;
}

/** Gives scopes, modals, suggest modals, menus and notices their place on the screen. */
export function installDialogs(): void {
  installScopes();
  installModals();
  installSuggestModals();
  installMenus();
  installNotices();
}

function installScopes(): void {
  patch(Scope.prototype, {
    register(
      this: Scope,
      modifiers: Modifier[] | null,
      key: string | null,
      run: KeymapEventListener,
    ): KeymapEventHandler {
      const handler: KeymapEventHandler = { scope: this, modifiers: modifiers?.join(",") ?? null, key };
      const known = shortcuts.get(this) ?? new Map<KeymapEventHandler, Shortcut>();
      known.set(handler, { modifiers, key, run });
      shortcuts.set(this, known);
      return handler;
    },
    unregister(this: Scope, handler: KeymapEventHandler): void {
      shortcuts.get(this)?.delete(handler);
    },
  });
}

function openModal(modal: Modal): void {
  const { containerEl, modalEl, contentEl, titleEl } = modal;
  focusBefore.set(modal, activeDocument.activeElement);
  containerEl.addClass("modal-container");
  modalEl.addClass("modal");
  modalEl.setAttribute("role", "dialog");
  modalEl.setAttribute("aria-modal", "true");
  titleEl.addClass("modal-title");
  contentEl.addClass("modal-content");
  modalEl.prepend(titleEl);
  const background = createDiv({ cls: "modal-bg" });
  background.addEventListener("click", () => {
    modal.close();
  });
  containerEl.prepend(background);
  if (!(modal instanceof SuggestModal)) {
    const close = modalEl.createEl("button", {
      cls: "modal-close-button clickable-icon",
      attr: { "aria-label": "Close" },
    });
    setIcon(close, "x");
    close.addEventListener("click", () => {
      modal.close();
    });
  }
  activeDocument.body.append(containerEl);
  openModals.push(modal);
  containerEl.addEventListener("keydown", (event) => {
    if (openModals[openModals.length - 1] !== modal) return;
    if (runShortcut(modal.scope, event)) return;
    if (event.key === "Escape" && !event.defaultPrevented) modal.close();
    if (event.key === "Tab") keepFocusInside(modalEl, event);
  });
  void modal.onOpen();
  if (titleEl.textContent !== "") {
    titleEl.id ||= `modal-title-${String(openModals.length)}`;
    modalEl.setAttribute("aria-labelledby", titleEl.id);
  } else modalEl.setAttribute("aria-label", "Dialog");
  if (!modalEl.contains(activeDocument.activeElement)) {
    modalEl.tabIndex = -1;
    (modalEl.querySelector<HTMLElement>("input, select, textarea, button.mod-cta") ?? modalEl).focus();
  }
}

function installModals(): void {
  patch(Modal.prototype, {
    open(this: Modal): void {
      openModal(this);
    },
    close(this: Modal): void {
      if (!openModals.includes(this)) return;
      openModals.remove(this);
      this.containerEl.detach();
      this.onClose();
      const callback = internal(this, "closeCallback");
      if (typeof callback === "function") Reflect.apply(callback, undefined, []);
      const before = focusBefore.get(this);
      if (before instanceof HTMLElement) before.focus();
    },
  });

  patch(ConfirmationModal.prototype, {
    open(this: ConfirmationModal): void {
      this.buttonContainerEl.addClass("modal-button-container", "mod-confirmation");
      openModal(this);
      this.modalEl.append(this.buttonContainerEl);
      this.buttonContainerEl.querySelector<HTMLElement>("[data-initial-focus]")?.focus();
      for (const button of internalButtons(this)) {
        button.buttonEl.addEventListener("click", (event) => {
          void Promise.resolve(button.run?.(event)).then((keep) => {
            if (keep !== true) this.close();
          });
        });
      }
    },
    addCancelButton(this: ConfirmationModal, text?: string): ConfirmationModal {
      return this.addButton((button) => button.setButtonText(text ?? "Cancel").setCancel());
    },
    addCheckbox(this: ConfirmationModal, label: string, callback: (checked: boolean) => unknown): ConfirmationModal {
      const labelEl = this.contentEl.createEl("label", { cls: "mod-checkbox" });
      const box = labelEl.createEl("input", { type: "checkbox" });
      labelEl.appendText(label);
      box.addEventListener("change", () => {
        callback(box.checked);
      });
      return this;
    },
  });

  patch(ConfirmationButton.prototype, {
    setInitialFocus(this: ConfirmationButton): ConfirmationButton {
      this.buttonEl.setAttribute("data-initial-focus", "");
      return this;
    },
    setCancel(this: ConfirmationButton): ConfirmationButton {
      this.buttonEl.addClass("mod-cancel");
      return this;
    },
  });
}

const confirmationButtons = new WeakMap<Element, object>();

interface HostButton {
  readonly buttonEl: HTMLElement;
  readonly run: ((event: Event) => unknown) | undefined;
}

/** The buttons that a confirmation holds, with the handlers that the mock keeps to itself. */
function internalButtons(modal: ConfirmationModal): HostButton[] {
  return [...modal.buttonContainerEl.querySelectorAll<HTMLElement>("button")].map((buttonEl) => {
    const component = confirmationButtons.get(buttonEl);
    const handler = component === undefined ? undefined : internal(component, "clickHandler");
    return {
      buttonEl,
      run: typeof handler === "function" ? (event) => Reflect.apply(handler, component, [event]) as unknown : undefined,
    };
  });
}

/** Remembers which component a button belongs to, so that its click can reach it. */
export function rememberButton(component: object, buttonEl: Element): void {
  confirmationButtons.set(buttonEl, component);
}

function keepFocusInside(el: HTMLElement, event: KeyboardEvent): void {
  const stops = [
    ...el.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, [tabindex='0']"),
  ].filter((stop) => stop.isShown());
  const [first] = stops;
  const last = stops[stops.length - 1];
  if (first === undefined || last === undefined) return;
  if (event.shiftKey && activeDocument.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && activeDocument.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}

function installSuggestModals(): void {
  patch(FuzzySuggestModal.prototype, {
    getSuggestions(this: FuzzySuggestModal<unknown>, query: string): FuzzyMatch<unknown>[] {
      const search = prepareFuzzySearch(query);
      return this.getItems()
        .flatMap((item) => {
          const match = query === "" ? { score: 0, matches: [] } : search(this.getItemText(item));
          return match === null ? [] : [{ item, match }];
        })
        .sort((a, b) => b.match.score - a.match.score);
    },
    renderSuggestion(this: FuzzySuggestModal<unknown>, match: FuzzyMatch<unknown>, el: HTMLElement): void {
      el.setText(this.getItemText(match.item));
    },
  });
  extend(SuggestModal.prototype, {
    open(this: SuggestModal<unknown>): void {
      openModal(this);
      const { modalEl, inputEl, resultContainerEl } = this;
      modalEl.removeClass("modal");
      modalEl.addClass("prompt");
      inputEl.addClass("prompt-input");
      inputEl.setAttribute("aria-label", inputEl.placeholder === "" ? "Search" : inputEl.placeholder);
      resultContainerEl.addClass("prompt-results");
      resultContainerEl.setAttribute("role", "listbox");
      resultContainerEl.setAttribute("aria-label", "Suggestions");
      let items: readonly unknown[] = [];
      let chosen = 0;
      const choose = (index: number): void => {
        chosen = Math.max(0, Math.min(index, items.length - 1));
        for (const [at, el] of [...resultContainerEl.children].entries()) {
          el.toggleClass("is-selected", at === chosen);
          el.setAttribute("aria-selected", String(at === chosen));
        }
      };
      const accept = (event: MouseEvent | KeyboardEvent): void => {
        if (chosen < items.length) this.selectSuggestion(items[chosen], event);
      };
      const list = async (): Promise<void> => {
        const found = await this.getSuggestions(inputEl.value);
        items = found.slice(0, this.limit);
        resultContainerEl.empty();
        for (const [index, item] of items.entries()) {
          const el = resultContainerEl.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
          this.renderSuggestion(item, el);
          el.addEventListener("click", (event) => {
            chosen = index;
            accept(event);
          });
        }
        choose(0);
      };
      inputEl.addEventListener("input", () => void list());
      inputEl.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") choose(chosen + 1);
        else if (event.key === "ArrowUp") choose(chosen - 1);
        else if (event.key === "Enter") accept(event);
        else return;
        event.preventDefault();
      });
      inputEl.focus();
      void list();
    },
  });
  patch(SuggestModal.prototype, {
    // The app closes first, so that what is chosen may open a dialog of its own.
    selectSuggestion(this: SuggestModal<unknown>, value: unknown, event: MouseEvent | KeyboardEvent): void {
      this.close();
      this.onChooseSuggestion(value, event);
    },
  });
}

function installMenus(): void {
  const show = (menu: Menu, x: number, y: number): Menu => {
    const el = activeDocument.body.createDiv({ cls: "menu", attr: { role: "menu" } });
    const hide = (): void => {
      if (!el.isConnected) return;
      el.detach();
      activeDocument.removeEventListener("mousedown", outside, true);
      menu.close();
    };
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !el.contains(event.target)) hide();
    };
    for (const item of MockMenu.fromOriginalType2__(menu).items__) {
      if (!(item instanceof MockMenuItem)) {
        el.createDiv({ cls: "menu-separator" });
        continue;
      }
      const title = item.title__;
      const row = el.createDiv({
        cls: "menu-item tappable",
        text: typeof title === "string" ? title : title.textContent,
        attr: { role: "menuitem", tabindex: "-1" },
      });
      if (item.icon__ !== null) {
        const iconEl = createDiv({ cls: "menu-item-icon" });
        setIcon(iconEl, item.icon__);
        row.prepend(iconEl);
      }
      row.toggleClass("is-disabled", item.disabled__);
      const choose = (event: MouseEvent | KeyboardEvent): void => {
        hide();
        if (!item.disabled__) item.onClick__?.(event);
      };
      row.addEventListener("click", choose);
      row.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        // Else the key would press what the choice brings into focus.
        event.preventDefault();
        choose(event);
      });
    }
    el.addEventListener("keydown", (event) => {
      const rows = [...el.querySelectorAll<HTMLElement>(".menu-item")];
      const at = rows.findIndex((row) => row === activeDocument.activeElement);
      if (event.key === "Escape") hide();
      else if (event.key === "ArrowDown") rows[Math.min(at + 1, rows.length - 1)]?.focus();
      else if (event.key === "ArrowUp") rows[Math.max(at - 1, 0)]?.focus();
      else return;
      event.preventDefault();
    });
    el.setCssProps({
      "--menu-x": `${String(Math.min(x, window.innerWidth - 240))}px`,
      "--menu-y": `${String(Math.min(y, window.innerHeight - 40 * (el.children.length + 1)))}px`,
    });
    activeDocument.addEventListener("mousedown", outside, true);
    el.querySelector<HTMLElement>(".menu-item")?.focus();
    return menu;
  };
  patch(Menu.prototype, {
    showAtMouseEvent(this: Menu, event: MouseEvent): Menu {
      return show(this, event.clientX, event.clientY);
    },
    showAtPosition(this: Menu, position: { x: number; y: number }): Menu {
      return show(this, position.x, position.y);
    },
  });
}

function installNotices(): void {
  extend(Notice.prototype, {
    constructor__(this: Notice, message: string | DocumentFragment, duration: number | undefined): void {
      const container =
        activeDocument.querySelector(".notice-container") ??
        activeDocument.body.createDiv({ cls: "notice-container", attr: { role: "log", "aria-label": "Notices" } });
      this.containerEl.addClass("notice");
      this.messageEl.addClass("notice-message");
      // The stand-in shows a copy, whose buttons nobody listens to.
      if (typeof message !== "string") this.messageEl.replaceChildren(message);
      container.append(this.containerEl);
      this.containerEl.addEventListener("click", () => {
        this.hide();
      });
      const time = duration ?? noticeTime;
      if (time > 0)
        window.setTimeout(() => {
          this.hide();
        }, time);
    },
  });
  patch(Notice.prototype, {
    hide(this: Notice): void {
      this.containerEl.detach();
    },
  });
}

/** Closes whatever dialog is open, as the app does when the window is reloaded. */
export function closeDialogs(): void {
  for (const modal of [...openModals]) void invoke(modal, "close");
}
