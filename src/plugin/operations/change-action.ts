import type { ActionItem } from "../../incident";
import { findSections, readActions } from "../../incident";
import type { Note } from "../../note";
import type { Edit } from "../../base";
import { findAgain } from "../../write/edit";
import type { Vault } from "../../vault";
import { takeCurrentText, type TextSources } from "./live-check";
import type { NoteStore } from "../state/note-store";
import type { SettingsStore } from "../state/settings-store";
import { texts } from "../texts";

/** How often a change is tried anew when the note is changed by somebody else at the same moment. */
const attempts = 5;

/** What a change needs of the plugin. */
export interface ChangeSources extends TextSources {
  readonly vault: Pick<Vault, "read" | "change">;
  readonly notes: Pick<NoteStore, "take" | "library">;
  readonly settings: Pick<SettingsStore, "current">;
}

/** What came of a change; `message` says why there was none, or why some items were left as they are. */
export type ActionChange =
  | {
      readonly ok: true;
      /** The text of the note before; null when there was nothing to change. */
      readonly before: string | null;
      /** How many items were left as they are, since they have gone or have to be changed by hand. */
      readonly left: number;
      readonly message: string;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Changes action items in their note, in one step: only what `change` says, on their lines as they stand now. An item
 * that was changed or taken away meanwhile is left alone.
 */
export async function changeActions(
  host: ChangeSources,
  before: Note,
  items: readonly ActionItem[],
  change: (note: Note, item: ActionItem) => readonly Edit[] | null,
): Promise<ActionChange> {
  const { path } = before;
  const said = texts().changes.actions;
  let refusal = said.keepsChanging;
  for (let attempt = 0; attempt < attempts; attempt++) {
    await takeCurrentText(host, path);
    const note = host.notes.library.note(path);
    const settings = host.settings.current;
    const now = note === null ? [] : readActions(note, findSections(note, settings), settings);
    const edits: Edit[] = [];
    let [left, message] = [0, ""];
    for (const item of items) {
      const found = note === null ? null : findAgain(before, item, now, note);
      const mine = note === null || found === null ? null : change(note, found);
      if (mine !== null) edits.push(...mine);
      else {
        left++;
        message = found === null ? said.itemChanged : said.byHand;
      }
    }
    if (note === null || left === items.length) return { ok: false, message };
    if (edits.length === 0) return { ok: true, before: null, left, message };
    const result = await host.vault.change(path, note.text, edits);
    if (result.ok) {
      await takeCurrentText(host, path);
      return { ok: true, before: note.text, left, message };
    }
    refusal = result.message;
    if (result.reason !== "changed") break;
  }
  return { ok: false, message: refusal };
}
