import type { Place } from "../base/span";
import type { Host } from "./host";
import { reveal } from "./reveal";

/** A text that leads to a place in a note, with the mouse and with the keyboard. */
export function addGoButton(parent: HTMLElement, host: Host, place: Place, text: string, name?: string): HTMLButtonElement {
  const { path, span } = place;
  const button = parent.createEl("button", { cls: "postmortem-go", text, attr: { "data-key": `go ${path} ${span.start} ${text}`, ...(name === undefined ? {} : { "aria-label": name }) } });
  button.addEventListener("click", () => void reveal(host, place));
  return button;
}
