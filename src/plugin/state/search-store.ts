import { IncidentSearch } from "../../incident";
import { isPostmortem } from "../../settings";
import type { NoteStore } from "./note-store";
import { createPace } from "./pace";
import type { SettingsStore } from "./settings-store";

/**
 * The search over past incidents. Nothing is read before somebody searches; from then on it reads again what has
 * changed whenever somebody searches.
 */
export class SearchStore {
  private readonly search = new IncidentSearch();
  /** What is to be read; null while nobody has searched. */
  private due: Set<string> | null = null;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly notes: NoteStore,
    private readonly settings: SettingsStore,
  ) {}

  /** To be called with what has changed. */
  follow(paths: readonly string[]): void {
    for (const path of paths) this.due?.add(path);
  }

  /** The search over the notes as they are now, read in small steps. */
  async ready(): Promise<IncidentSearch> {
    this.reading ??= this.readOn().finally(() => {
      this.reading = null;
    });
    await this.reading;
    return this.search;
  }

  private async readOn(): Promise<void> {
    const { library } = this.notes;
    this.due ??= new Set(library.paths());
    const pace = createPace();
    for (const path of this.due) {
      this.due.delete(path);
      const note = library.note(path);
      const settings = this.settings.current;
      if (note !== null && isPostmortem(note, settings, library.memory))
        this.search.add(note, settings, library.memory);
      else this.search.remove(path);
      await pace();
    }
  }
}
