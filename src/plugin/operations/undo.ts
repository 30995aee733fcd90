import type { Place } from "../../base";
import { lineEdits } from "../../write/edit";
import type { Host } from "../host";
import { notify, notifyWith } from "../ui/notify";
import { reveal } from "../ui/reveal";
import { takeCurrentText } from "./live-check";
import { texts } from "../texts";

/**
 * Says what was done to notes, with a button that takes it back where a note still is as it was left.
 *
 * @param before The texts before, by path; the library holds those of now.
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
    [texts().changes.undo, () => takeBack(host, before, after)],
  ]);
}

async function takeBack(
  host: Host,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string | null>,
): Promise<void> {
  const said = texts().changes;
  for (const [path, text] of before) {
    const now = after.get(path);
    const result = now == null ? null : await host.vault.change(path, now, lineEdits(path, now, text));
    if (result?.ok === true) await takeCurrentText(host, path);
    else notify(said.leftAsItIs(path, result?.message ?? said.unreadable));
  }
}
