import { mendNotes } from "../../commands";
import type { Diagnostic, Fix } from "../../check";
import type { Edit } from "../../base";
import type { Host } from "../host";
import { commandContext } from "./context";
import { takeCurrentText } from "./live-check";
import { notify } from "../ui/notify";
import { offerUndo } from "./undo";

/**
 * Fixes a problem that stands at `from`. Its note may have changed since the problem was found, so
 * it is looked for again, and its fix made for the text as it is now.
 */
export async function fixProblem(host: Host, problem: Diagnostic, from = problem.span.start): Promise<void> {
  const { notes, problems } = host;
  const { message, path, rule } = problem;
  await takeCurrentText(host, path);
  await problems.refresh([path, ...notes.library.embedders(path)]);
  const same = problems.at(path).filter((other) => other.rule === rule && other.message === message);
  const found = same.find(({ span }) => span.start === from) ?? (same.length === 1 ? same[0] : undefined);
  if (found?.fix === undefined) notify("The note has changed, and this problem with it.");
  else await applyFix(host, found.fix);
}

/** Applies a fix that a person chose: in open notes as one undoable step, in closed ones on disk. */
export async function applyFix(host: Host, fix: Fix): Promise<void> {
  const edits = new Map<string, Edit[]>();
  for (const edit of fix.edits) edits.set(edit.path, [...(edits.get(edit.path) ?? []), edit]);
  await changeNotes(host, edits, fix.title);
}

/** Fixes everything in a postmortem that has one right answer, and says how much that was. */
export async function fixEverything(host: Host, path: string | null): Promise<void> {
  if (path === null) return;
  await takeCurrentText(host, path);
  const { problems, refused, written } = await mendNotes({ ...commandContext(host), paths: [path] }, host.vault);
  for (const note of written.keys()) await takeCurrentText(host, note);
  for (const note of refused) tellRefusal(note.path, note.message);
  if (problems === 0) notify("There is nothing that can be fixed automatically.");
  else if (refused.length === 0) notify(`${problems} problem${problems === 1 ? "" : "s"} fixed.`);
}

/** Changes notes whose text still is the one that was checked. */
async function changeNotes(host: Host, editsByPath: ReadonlyMap<string, readonly Edit[]>, done: string): Promise<void> {
  const before = new Map<string, string>();
  for (const [path, edits] of editsByPath) {
    const checked = host.notes.library.text(path);
    if (checked === null) continue;
    const result = await host.vault.change(path, checked, edits);
    if (result.ok) {
      before.set(path, checked);
      await takeCurrentText(host, path);
    } else tellRefusal(path, result.message);
  }
  if (before.size > 0) offerUndo(host, `Done: ${done}.`, before);
}

function tellRefusal(path: string, message: string): void {
  notify(`Nothing was changed in ${path}: ${message}.`);
}
