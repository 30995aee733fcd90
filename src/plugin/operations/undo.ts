import { isSameBytes } from "../../base";
import type { Place } from "../../base";
import { lineEdits } from "../../write/edit";
import type { Host } from "../host";
import { notify, notifyWith } from "../ui/notify";
import { reveal } from "../ui/reveal";
import { takeCurrentText } from "./live-check";
import { texts } from "../texts";

/** The texts of files before they were written, by path; null where there was none. */
export type Before = ReadonlyMap<string, string | null>;

/** What they were left as: a text that was changed, the bytes of a file that was made. */
type After = ReadonlyMap<string, string | Uint8Array | null>;

/**
 * Says what was done to notes, with a button that takes it back where a note still is as it was left.
 *
 * @param before What was there before; the library holds the notes of now.
 * @param written What a second button leads to, where that is not in front.
 */
export function offerUndo(
  host: Host,
  done: string,
  before: ReadonlyMap<string, string>,
  written: Place | null = null,
): void {
  if (before.size === 0) {
    notify(done);
    return;
  }
  const after = new Map([...before.keys()].map((path) => [path, host.notes.library.text(path)]));
  notifyWith(done, [
    ...(written === null ? [] : [[texts().changes.open, () => reveal(host, written)] as const]),
    undoing(host, before, after),
  ]);
}

/** Says what was written, files too that were not there, with further buttons and one that takes all of it back. */
export async function offerUndoOfFiles(
  host: Host,
  done: string,
  before: Before,
  offers: Parameters<typeof notifyWith>[1] = [],
): Promise<void> {
  const after = new Map<string, string | Uint8Array | null>();
  for (const [path, text] of before) {
    if (text === null) {
      const made = await host.vault.readBytes(path);
      after.set(path, made.ok ? made.bytes : null);
      continue;
    }
    const read = await host.vault.read(path);
    after.set(path, read.ok ? read.text : null);
  }
  notifyWith(done, [...offers, undoing(host, before, after)]);
}

function undoing(host: Host, before: Before, after: After): Parameters<typeof notifyWith>[1][number] {
  return [texts().changes.undo, () => takeBack(host, before, after)];
}

async function takeBack(host: Host, before: Before, after: After): Promise<void> {
  const { library } = host.notes;
  const said = texts().changes;
  for (const [path, text] of before) {
    const now = after.get(path) ?? null;
    if (text === null) await takeAway(host, path, now);
    else {
      const result = typeof now !== "string" ? null : await host.vault.change(path, now, lineEdits(path, now, text));
      if (result?.ok !== true) notify(said.leftAsItIs(path, result?.message ?? said.unreadable));
      else if (library.text(path) !== null) await takeCurrentText(host, path);
    }
  }
}

/** Puts a file into the trash in which nobody has written since. */
async function takeAway({ app, vault }: Host, path: string, made: string | Uint8Array | null): Promise<void> {
  const file = app.vault.getFileByPath(path);
  const now = await vault.readBytes(path);
  const isAsMade = now.ok && made instanceof Uint8Array && isSameBytes(now.bytes, made);
  if (file !== null && isAsMade) await app.fileManager.trashFile(file);
  else notify(texts().changes.leftAsItIs(path, texts().changes.hasChanged));
}
