import { Notice } from "obsidian";

/** Adds text, the names in backticks as code. */
export function addText(parent: HTMLElement | DocumentFragment, text: string): void {
  for (const [index, part] of text.split("`").entries()) {
    if (index % 2 === 1) parent.createEl("code", { text: part });
    else parent.appendText(part);
  }
}

/** A message of a rule as a sentence of its own begins: with a capital, unless it begins with a name. */
export function capitalised(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
}

/** Shows a notice for as long as the app shows one, with names in backticks as code. */
export function notify(message: string): void {
  new Notice(
    createFragment((fragment) => {
      addText(fragment, message);
    }),
  );
}
