import { inOneStep } from "../base/steps";
import type { ListedAction } from "../incident/across/actions";
import { listActionsOf } from "../incident/across/actions";
import type { Clock } from "../time/now";
import type { Note } from "../note/note";
import type { NoteStore } from "./note-store";
import { PostmortemIndex } from "./postmortem-index";
import type { SettingsStore } from "./settings-store";

/** The action items of one postmortem, with the note as it was when they were read. */
export interface NoteActions {
  readonly note: Note;
  readonly actions: readonly ListedAction[];
}

/** The action items of every postmortem of the vault. */
export class ActionStore extends PostmortemIndex<NoteActions> {
  constructor(notes: NoteStore, settings: SettingsStore, clock: () => Clock) {
    super(
      notes,
      settings,
      (note) => inOneStep(() => ({ note, actions: listActionsOf(note.path, notes.library, settings.current, clock()) })),
      ({ actions }) => actions,
    );
  }
}
