import { checkInSteps, sortDiagnostics } from "../check/check";
import type { Diagnostic } from "../check/diagnostic";
import type { Clock } from "../time/now";
import type { NoteStore } from "./note-store";
import { PostmortemIndex } from "./postmortem-index";
import type { SettingsStore } from "./settings-store";

/** The problems of every postmortem of the vault, in it and in the notes that it embeds. */
export class ProblemStore extends PostmortemIndex<readonly Diagnostic[]> {
  constructor(notes: NoteStore, settings: SettingsStore, clock: () => Clock) {
    super(notes, settings, (note) => checkInSteps(note, { library: notes.library, settings: settings.current, clock: clock() }));
  }

  /** What stands in this note, whichever postmortem's check found it. */
  at(path: string): readonly Diagnostic[] {
    const here = [path, ...this.notes.library.embedders(path)].flatMap((postmortem) => this.of(postmortem) ?? []);
    return sortDiagnostics(here.filter((diagnostic) => diagnostic.path === path));
  }
}
