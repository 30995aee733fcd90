import type { Diagnostic } from "../../check";
import { ignoreEdit } from "../../check";
import type { Host } from "../host";
import { askForText } from "../ui/ask-for-text";
import { applyFix } from "./fix";
import { takeCurrentText } from "./live-check";

/** Asks why a problem is none, and has the note say so where it stands. */
export async function ignoreProblem(host: Host, problem: Diagnostic): Promise<void> {
  const { path, rule } = problem;
  const reason = await askForText(host.app, {
    title: "Ignore this problem",
    label: "Reason",
    description: `The note will say that ${rule} is ignored here, and why`,
    action: "Ignore",
  });
  if (reason === null) return;
  await takeCurrentText(host, path);
  const note = host.notes.library.note(path);
  if (note !== null) await applyFix(host, { title: "Ignore", edits: [ignoreEdit(note, problem, reason)] });
}
