import { mendNotes } from "../../commands";
import type { Diagnostic, Fix } from "../../check";
import type { Host } from "../host";
import { changeNotes, refusalOf } from "./change-notes";
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
  const { before, refused } = await changeNotes(host, fix.edits);
  for (const message of refused) notify(message);
  if (before.size > 0) offerUndo(host, `Done: ${fix.title}.`, before);
}

/** Fixes everything in a postmortem that has one right answer, and says how much that was. */
export async function fixEverything(host: Host, path: string | null): Promise<void> {
  if (path === null) return;
  await takeCurrentText(host, path);
  const { problems, refused, written } = await mendNotes({ ...commandContext(host), paths: [path] }, host.vault);
  for (const note of written.keys()) await takeCurrentText(host, note);
  for (const note of refused) notify(refusalOf(note.path, note.message));
  if (problems === 0) notify("There is nothing that can be fixed automatically.");
  else if (refused.length === 0) notify(`${problems} problem${problems === 1 ? "" : "s"} fixed.`);
}
