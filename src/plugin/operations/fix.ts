import { fixNotes } from "../../check";
import type { Diagnostic, Fix } from "../../check";
import type { Edit } from "../../base";
import type { Host } from "../host";
import { lineEdits } from "./line-edits";
import { takeCurrentText } from "./live-check";
import { notify } from "../ui/notify";

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
  await changeNotes(host, edits);
}

/** Fixes everything in a postmortem that has one right answer, and says how much that was. */
export async function fixEverything(host: Host, path: string | null): Promise<void> {
  if (path === null) return;
  await takeCurrentText(host, path);
  const { library } = host.notes;
  const { texts, applied } = fixNotes({ library, settings: host.settings.current, clock: host.clock(), paths: [path] });
  const edits = new Map<string, Edit[]>();
  for (const [note, text] of texts) edits.set(note, lineEdits(note, library.text(note) ?? "", text));
  if (applied === 0) notify("There is nothing that can be fixed automatically.");
  else if (await changeNotes(host, edits)) notify(`${applied} problem${applied === 1 ? "" : "s"} fixed.`);
}

async function changeNotes(host: Host, editsByPath: ReadonlyMap<string, readonly Edit[]>): Promise<boolean> {
  let done = true;
  for (const [path, edits] of editsByPath) {
    const checked = host.notes.library.text(path);
    if (checked === null) continue;
    const result = await host.vault.change(path, checked, edits);
    if (result.ok) {
      await takeCurrentText(host, path);
      continue;
    }
    notify(`Nothing was changed in ${path}: ${result.message}.`);
    done = false;
  }
  return done;
}
