import { editsByPath } from "../../base";
import type { Edit } from "../../base";
import type { Incident } from "../../incident";
import type { EditPlan } from "../../write/edit";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { takeCurrentText } from "./live-check";
import { offerUndo } from "./undo";
import { texts } from "../texts";

/** What came of edits to several notes. */
export interface ChangedNotes {
  /** The texts of the notes that were changed as they were before, by path. */
  readonly before: ReadonlyMap<string, string>;
  /** A sentence for each note that was left as it is. */
  readonly refused: readonly string[];
}

/** Changes notes whose text still is the one that was checked; one that is left does not hold up the others. */
export async function changeNotes(host: Host, edits: readonly Edit[]): Promise<ChangedNotes> {
  const before = new Map<string, string>();
  const refused: string[] = [];
  for (const [path, mine] of editsByPath(edits)) {
    const checked = host.notes.library.text(path);
    const result = checked === null ? null : await host.vault.change(path, checked, mine);
    if (checked !== null && result?.ok === true) {
      before.set(path, checked);
      await takeCurrentText(host, path);
    } else
      refused.push(
        texts().changes.unchangedIn(path, result?.ok === false ? result.message : texts().changes.unreadable),
      );
  }
  return { before, refused };
}

/** Applies a plan, or says why there is none; whether all of it was written. */
export async function carryOut(
  host: Host,
  incident: Incident | null,
  plan: (incident: Incident) => EditPlan,
  done: string,
): Promise<boolean> {
  if (incident === null) return false;
  const { before, failure } = await writePlan(host, plan(incident));
  if (failure !== null) notify(failure);
  if (before.size > 0) offerUndo(host, done, before);
  return failure === null;
}

/** Applies a plan; the texts before, and what went wrong, as a sentence, or null. */
export async function writePlan(
  host: Host,
  planned: EditPlan,
): Promise<Pick<ChangedNotes, "before"> & { readonly failure: string | null }> {
  if (!planned.ok) return { before: new Map(), failure: texts().changes.unchanged(planned.message) };
  const { before, refused } = await changeNotes(host, planned.edits);
  return { before, failure: refused.length === 0 ? null : refused.join(" ") };
}
