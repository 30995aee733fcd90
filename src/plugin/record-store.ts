import { inOneStep } from "../base/steps";
import { readIncident } from "../incident/incident";
import type { IncidentRecord } from "../incident/across/record";
import { recordOf } from "../incident/across/record";
import type { NoteStore } from "./note-store";
import { PostmortemIndex } from "./postmortem-index";
import type { SettingsStore } from "./settings-store";

/** What the figures across incidents need of every postmortem of the vault. */
export class RecordStore extends PostmortemIndex<IncidentRecord> {
  constructor(notes: NoteStore, settings: SettingsStore) {
    super(notes, settings, (note) => inOneStep(() => recordOf(readIncident(note, notes.library, settings.current))));
  }

  /** The records of all postmortems, by path. */
  all(): readonly IncidentRecord[] {
    return [...this.postmortems()].sort().flatMap((path) => this.of(path) ?? []);
  }
}
