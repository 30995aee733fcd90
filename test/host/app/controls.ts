import {
  AbstractTextComponent,
  ButtonComponent,
  DropdownComponent,
  ExtraButtonComponent,
  SearchComponent,
  Setting,
  setIcon,
  SliderComponent,
  ToggleComponent,
} from "obsidian";
import { rememberButton } from "./dialogs";
import { extend, internal, patch } from "./patch";

/** Makes the mocked setting controls answer to the mouse and the keyboard, and gives them the app's classes. */
export function installControls(): void {
  extend(Setting.prototype, {
    constructor__(this: Setting): void {
      this.settingEl.addClass("setting-item");
      this.infoEl.addClass("setting-item-info");
      this.nameEl.addClass("setting-item-name");
      this.descEl.addClass("setting-item-description");
      this.controlEl.addClass("setting-item-control");
      this.settingEl.prepend(this.infoEl);
    },
    setErrorMessage(this: Setting, message: string | null): Setting {
      const isWrong = message !== null && message !== "";
      // Below the whole setting, where a footer may lie over it.
      if (isWrong) this.errorEl ??= this.settingEl.createDiv({ cls: "setting-item-error", attr: { role: "alert" } });
      else {
        this.errorEl?.detach();
        this.errorEl = null;
      }
      this.errorEl?.setText(message ?? "");
      this.settingEl.toggleClass("is-invalid", isWrong);
      return this;
    },
  });

  extend(AbstractTextComponent.prototype, {
    constructor3__(this: AbstractTextComponent<HTMLInputElement>, inputEl: HTMLInputElement): void {
      if (inputEl.type === "") inputEl.type = "text";
      inputEl.spellcheck = false;
      inputEl.addEventListener("input", () => {
        call(this, "_onChange", inputEl.value);
      });
    },
  });
  patch(AbstractTextComponent.prototype, {
    getValue(this: AbstractTextComponent<HTMLInputElement>): string {
      return this.inputEl.value;
    },
    setValue(this: AbstractTextComponent<HTMLInputElement>, value: string): AbstractTextComponent<HTMLInputElement> {
      this.inputEl.value = value;
      return this;
    },
  });

  extend(SearchComponent.prototype, {
    constructor4__(this: SearchComponent, containerEl: HTMLElement): void {
      const { clearButtonEl, inputEl } = this;
      const box = containerEl.createDiv({ cls: "search-input-container" });
      box.append(inputEl, clearButtonEl);
      clearButtonEl.addClass("search-input-clear-button");
      setIcon(clearButtonEl, "x");
      clearButtonEl.addEventListener("click", () => {
        inputEl.value = "";
        this.onChanged();
        inputEl.focus();
      });
    },
  });
  patch(SearchComponent.prototype, {
    onChanged(this: SearchComponent): void {
      call(this, "_onChange", this.inputEl.value);
    },
  });

  extend(ToggleComponent.prototype, {
    constructor3__(this: ToggleComponent): void {
      const { toggleEl } = this;
      toggleEl.addClass("checkbox-container");
      toggleEl.tabIndex = 0;
      toggleEl.setAttribute("role", "switch");
      toggleEl.setAttribute("aria-checked", "false");
      const turn = (): void => {
        this.setValue(!this.getValue());
        call(this, "_onChange", this.getValue());
      };
      toggleEl.addEventListener("click", turn);
      toggleEl.addEventListener("keydown", (event) => {
        if (event.key !== " " && event.key !== "Enter") return;
        event.preventDefault();
        turn();
      });
    },
  });
  patch(ToggleComponent.prototype, {
    setValue(this: ToggleComponent, value: boolean): ToggleComponent {
      extend(this, { value });
      this.toggleEl.toggleClass("is-enabled", value);
      this.toggleEl.setAttribute("aria-checked", String(value));
      return this;
    },
  });

  extend(DropdownComponent.prototype, {
    constructor3__(this: DropdownComponent): void {
      this.selectEl.addClass("dropdown");
      this.selectEl.addEventListener("change", () => {
        call(this, "changeCallback", this.selectEl.value);
      });
    },
  });
  patch(DropdownComponent.prototype, {
    setValue(this: DropdownComponent, value: string): DropdownComponent {
      this.selectEl.value = value;
      return this;
    },
  });

  extend(SliderComponent.prototype, {
    constructor3__(this: SliderComponent): void {
      this.sliderEl.type = "range";
      this.sliderEl.addEventListener("input", () => {
        call(this, "_onChange", Number(this.sliderEl.value));
      });
    },
  });

  extend(ButtonComponent.prototype, {
    constructor2__(this: ButtonComponent): void {
      rememberButton(this, this.buttonEl);
      this.buttonEl.addEventListener("click", (event) => {
        if (this.buttonEl.closest(".modal-button-container.mod-confirmation") === null)
          call(this, "clickHandler", event);
      });
    },
    setIcon(this: ButtonComponent, icon: string): ButtonComponent {
      setIcon(this.buttonEl, icon);
      return this;
    },
    setDisabled(this: ButtonComponent, disabled: boolean): ButtonComponent {
      this.buttonEl.disabled = disabled;
      return this;
    },
  });

  extend(ExtraButtonComponent.prototype, {
    constructor2__(this: ExtraButtonComponent): void {
      const { extraSettingsEl } = this;
      extraSettingsEl.addClass("clickable-icon", "extra-setting-button");
      extraSettingsEl.tabIndex = 0;
      extraSettingsEl.setAttribute("role", "button");
      extraSettingsEl.addEventListener("click", () => {
        call(this, "clickHandler");
      });
      extraSettingsEl.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") call(this, "clickHandler");
      });
    },
    setIcon(this: ExtraButtonComponent, icon: string): ExtraButtonComponent {
      setIcon(this.extraSettingsEl, icon);
      return this;
    },
  });
}

function call(component: object, member: string, ...parameters: readonly unknown[]): void {
  const callback = internal(component, member);
  if (typeof callback === "function") Reflect.apply(callback, component, parameters);
}
