import { Notice } from "obsidian";
import { addText } from "./add-text";

/** Shows a notice for as long as the app shows one, with names in backticks as code. */
export function notify(message: string): void {
  new Notice(createFragment((fragment) => { addText(fragment, message); }));
}
