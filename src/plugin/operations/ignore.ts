import type { Diagnostic } from "../../check";
import { ignoreEdit } from "../../check";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { applyFix } from "./fix";
import { takeCurrentText } from "./live-check";
import { texts } from "../texts";

/** Asks why a problem is none, and has the note say so where it stands. */
export async function ignoreProblem(host: Host, problem: Diagnostic): Promise<void> {
  const { path, rule } = problem;
  const said = texts().checking.ignoring;
  const reason = await askForText(host.app, {
    ...said,
    label: texts().changes.reason,
    description: said.description(rule),
  });
  if (reason === null) return;
  await takeCurrentText(host, path);
  const note = host.notes.library.note(path);
  if (note !== null) await applyFix(host, { title: said.action, edits: [ignoreEdit(note, problem, reason)] });
}
