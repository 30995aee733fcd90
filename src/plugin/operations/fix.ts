import { mendNotes } from "../../commands";
import type { Fix } from "../../check";
import type { Host } from "../host";
import { changeNotes } from "./change-notes";
import { commandContext } from "./context";
import { takeCurrentText } from "./live-check";
import { notify } from "../ui/notify";
import { offerUndo } from "./undo";
import { texts } from "../texts";

/** Applies a fix that a person chose: in open notes as one undoable step, in closed ones on disk. */
export async function applyFix(host: Host, fix: Fix): Promise<void> {
  const { before, refused } = await changeNotes(host, fix.edits);
  for (const message of refused) notify(message);
  if (before.size > 0) offerUndo(host, texts().checking.done(fix.title), before);
}

/** Fixes everything in a postmortem that has one right answer, and says how much that was. */
export async function fixEverything(host: Host, path: string | null): Promise<void> {
  if (path === null) return;
  const { library } = host.notes;
  await takeCurrentText(host, path);
  const { problems, refused, written } = await mendNotes({ ...commandContext(host), paths: [path] }, host.vault);
  const before = new Map<string, string>();
  for (const note of written.keys()) {
    const text = library.text(note);
    if (text !== null) before.set(note, text);
    await takeCurrentText(host, note);
  }
  for (const note of refused) notify(texts().changes.unchangedIn(note.path, note.message));
  if (problems === 0) notify(texts().checking.nothingToFix);
  else if (refused.length === 0) offerUndo(host, texts().checking.fixed(problems), before);
}
