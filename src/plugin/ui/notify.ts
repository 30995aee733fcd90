import { Notice } from "obsidian";
import { capitalized } from "../../base";

/** Adds text, the names in backticks as code. */
export function addText(parent: HTMLElement | DocumentFragment, text: string): void {
  for (const [index, part] of text.split("`").entries()) {
    if (index % 2 === 1) parent.createEl("code", { text: part });
    else parent.appendText(part);
  }
}

/** Shows a notice for as long as the app shows one, with names in backticks as code. */
export function notify(message: string): void {
  new Notice(
    createFragment((fragment) => {
      addText(fragment, message);
    }),
  );
}

/** A problem as a sentence of its own, without the backticks that a row would show as they are. */
export function sentence(message: string): string {
  return `${capitalized(message.replaceAll("`", ""))}.`;
}
