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

/** Milliseconds that something can be done, or taken back, from where the person stands. */
const offered = 8000;

/** Says something, with buttons that do something about it; each of them takes the notice away. */
export function notifyWith(
  message: string,
  offers: readonly (readonly [name: string, run: () => void | Promise<void>])[],
): void {
  const notice = new Notice(
    createFragment((fragment) => {
      addText(fragment.createSpan(), message);
      const buttons = fragment.createSpan({ cls: "postmortem-notice-buttons" });
      for (const [text, run] of offers)
        buttons.createEl("button", { cls: "postmortem-undo", text }).addEventListener("click", () => {
          notice.hide();
          void run();
        });
    }),
    offered,
  );
}

/** A problem as a sentence of its own, without the backticks that a row would show as they are. */
export function sentence(message: string): string {
  return `${capitalized(message.replaceAll("`", ""))}.`;
}
