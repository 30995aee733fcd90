import { Component } from "obsidian";
import { checkNote, sortDiagnostics } from "../check/check";
import type { Diagnostic } from "../check/diagnostic";
import type { Clock } from "../incident/clock";
import { isPostmortem } from "../incident/postmortem";
import type { NoteStore } from "./note-store";
import { createPace } from "./pace";
import type { SettingsStore } from "./settings-store";
import { Signal } from "./signal";

/** The problems of every postmortem of the vault, found anew whenever something they depend on changes. */
export class ProblemStore extends Component {
  /** Path of a postmortem whose problems are other ones than before; it may be gone. */
  readonly changed = new Signal<string>();
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly stale = new Set<string>();
  private checking: Promise<void> | null = null;

  constructor(
    private readonly notes: NoteStore,
    private readonly settings: SettingsStore,
    private readonly clock: () => Clock,
  ) {
    super();
  }

  override onload(): void {
    this.register(
      this.notes.changed.subscribe((paths) => {
        for (const path of paths) this.stale.add(path);
        this.checking ??= this.checkStale();
      }),
    );
  }

  override onunload(): void {
    this.stale.clear();
    this.found.clear();
  }

  /** Paths of the postmortems that were checked. */
  postmortems(): Iterable<string> {
    return this.found.keys();
  }

  /** What the check of this postmortem found, in it and in the notes that it embeds; null when it is none. */
  of(path: string): readonly Diagnostic[] | null {
    return this.found.get(path) ?? null;
  }

  /** What stands in this note, whichever postmortem's check found it. */
  at(path: string): readonly Diagnostic[] {
    const here = [path, ...this.notes.library.embedders(path)].flatMap((postmortem) => this.of(postmortem) ?? []);
    return sortDiagnostics(here.filter((diagnostic) => diagnostic.path === path));
  }

  /** Makes the checks of these notes that are due, before all others. */
  async refresh(paths: readonly string[]): Promise<void> {
    const pace = createPace();
    for (const path of paths) {
      if (this.stale.delete(path)) this.check(path);
      await pace();
    }
  }

  /** Checks these notes again, due or not: another day has come, or somebody wants to be sure. */
  async recheck(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.stale.add(path);
    await this.refresh(paths);
  }

  /** Resolves when every check that is due has been made. */
  async settled(): Promise<void> {
    this.checking ??= this.checkStale();
    await this.checking;
  }

  private async checkStale(): Promise<void> {
    const pace = createPace();
    await pace();
    for (const path of this.stale) {
      this.stale.delete(path);
      this.check(path);
      await pace();
    }
    this.checking = null;
  }

  private check(path: string): void {
    const { library } = this.notes;
    const note = library.note(path);
    const before = this.found.get(path);
    if (note === null || !isPostmortem(note, this.settings.current)) {
      if (this.found.delete(path)) this.changed.emit(path);
      return;
    }
    const problems = checkNote(note, { library, settings: this.settings.current, clock: this.clock() });
    this.found.set(path, problems);
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(problems)) this.changed.emit(path);
  }
}
