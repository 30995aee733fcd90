import { Notice } from "obsidian";
import { addText } from "./add-text";

/**
 * Shows a notice, with names in backticks as code.
 *
 * @param duration Milliseconds; by default as long as the app shows a notice.
 */
export function notify(message: string, duration?: number): void {
  new Notice(createFragment((fragment) => { addText(fragment, message); }), duration);
}
