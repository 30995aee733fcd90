import type { ActionItem } from "../../incident";
import { findSections, readActions } from "../../incident";
import type { Note } from "../../note";
import type { Edit } from "../../base";
import { findAgain } from "../../write/edit";
import type { Vault } from "../../vault";
import { takeCurrentText, type TextSources } from "./live-check";
import type { NoteStore } from "../state/note-store";
import type { SettingsStore } from "../state/settings-store";

/** How often a change is tried anew when the note is changed by somebody else at the same moment. */
const attempts = 5;

/** What a change needs of the plugin. */
export interface ChangeSources extends TextSources {
  readonly vault: Pick<Vault, "read" | "change">;
  readonly notes: Pick<NoteStore, "take" | "library">;
  readonly settings: Pick<SettingsStore, "current">;
}

/** What came of a change; `message` says why there was none. */
export type ActionChange =
  | {
      readonly ok: true;
      /** The text of the note before; null when there was nothing to change. */ readonly before: string | null;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Changes one action item in its note: only what `change` says, on the line as it stands now. An
 * item that was changed or taken away meanwhile is left alone.
 */
export async function changeAction(
  host: ChangeSources,
  before: Note,
  item: ActionItem,
  change: (note: Note, item: ActionItem) => readonly Edit[] | null,
): Promise<ActionChange> {
  const { path } = before;
  let refusal = "the note keeps changing";
  for (let attempt = 0; attempt < attempts; attempt++) {
    await takeCurrentText(host, path);
    const note = host.notes.library.note(path);
    const settings = host.settings.current;
    const found =
      note === null ? null : findAgain(before, item, readActions(note, findSections(note, settings), settings), note);
    if (note === null || found === null) return { ok: false, message: "the note has changed, and this item with it" };
    const edits = change(note, found);
    if (edits === null) return { ok: false, message: "this one has to be changed by hand" };
    if (edits.length === 0) return { ok: true, before: null };
    const result = await host.vault.change(path, note.text, edits);
    if (result.ok) {
      await takeCurrentText(host, path);
      return { ok: true, before: note.text };
    }
    refusal = result.message;
    if (result.reason !== "changed") break;
  }
  return { ok: false, message: refusal };
}
