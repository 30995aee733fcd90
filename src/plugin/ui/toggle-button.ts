/** Buttons that are on or off, side by side, in the look of the app's own panels. */
export function addToggleGroup(parent: HTMLElement, name: string): HTMLElement {
  return parent.createDiv({ cls: "nav-buttons-container", attr: { role: "group", "aria-label": name } });
}

/** A button that is on or off; `setPressed` says which. */
export function addToggleButton(parent: HTMLElement, text = ""): HTMLElement {
  return parent.createEl("button", { cls: "clickable-icon nav-action-button", text });
}

/** Shows whether a button is on, to those who see it and to those who hear it. */
export function setPressed(button: HTMLElement, isPressed: boolean): void {
  button.toggleClass("is-active", isPressed);
  button.setAttr("aria-pressed", String(isPressed));
}
