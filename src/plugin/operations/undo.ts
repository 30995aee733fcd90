import { Notice } from "obsidian";
import { lineEdits } from "../../write/edit";
import type { Host } from "../host";
import { addText, notify } from "../ui/notify";
import { takeCurrentText } from "./live-check";

/** Milliseconds that a change can be taken back from where the person stands. */
const offered = 8000;

/**
 * Says what was done to notes, with a button that takes it back where a note still is as it was left.
 *
 * @param before The texts before, by path; the library holds those of now.
 */
export function offerUndo(host: Host, done: string, before: ReadonlyMap<string, string>): void {
  const after = new Map([...before.keys()].map((path) => [path, host.notes.library.text(path)]));
  const notice = new Notice(
    createFragment((fragment) => {
      addText(fragment.createSpan(), done);
      fragment.createEl("button", { cls: "postmortem-undo", text: "Undo" }).addEventListener("click", () => {
        notice.hide();
        void takeBack(host, before, after);
      });
    }),
    offered,
  );
}

async function takeBack(
  host: Host,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string | null>,
): Promise<void> {
  for (const [path, text] of before) {
    const now = after.get(path);
    const result = now == null ? null : await host.vault.change(path, now, lineEdits(path, now, text));
    if (result?.ok === true) await takeCurrentText(host, path);
    else notify(`${path} was left as it is: ${result?.message ?? "it cannot be read"}.`);
  }
}
