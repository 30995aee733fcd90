import { Component } from "obsidian";
import type { Steps } from "../../base";
import { inOneStep } from "../../base";
import { checkInSteps, sortDiagnostics } from "../../check";
import type { Diagnostic } from "../../check";
import type { IncidentRecord, ListedAction } from "../../incident";
import { listActionsOf, readIncident, recordOf } from "../../incident";
import type { Note } from "../../note";
import { isPostmortem } from "../../settings";
import type { Clock } from "../../time";
import type { NoteStore } from "./note-store";
import { reportFault } from "./fault";
import { createPace, nextTask } from "./pace";
import type { Pace } from "./pace";
import type { SettingsStore } from "./settings-store";
import { Signal } from "./signal";

/** Something worked out of every postmortem of the vault, and again whenever what it depends on changes. */
export class PostmortemIndex<T> extends Component {
  /** Path of a postmortem for which something else came out than before; it may be gone. */
  readonly changed = new Signal<string>();
  private readonly values = new Map<string, T>();
  private readonly stale = new Set<string>();
  /** What is being worked out now, by path. */
  private readonly running = new Map<string, Promise<void>>();
  private working: Promise<void> | null = null;

  constructor(
    protected readonly notes: NoteStore,
    protected readonly settings: SettingsStore,
    private readonly workOut: (note: Note) => Steps<T>,
    /** What counts of a value when it is asked whether something else came out than before. */
    private readonly essence: (value: T) => unknown = (value) => value,
  ) {
    super();
  }

  override onload(): void {
    this.register(
      this.notes.changed.subscribe((paths) => {
        for (const path of paths) this.stale.add(path);
        this.working ??= this.workOff();
      }),
    );
  }

  override onunload(): void {
    this.stale.clear();
    this.running.clear();
    this.values.clear();
  }

  /** Paths of the postmortems that were looked at. */
  postmortems(): Iterable<string> {
    return this.values.keys();
  }

  /** What came out for a note; null when it is no postmortem. */
  of(path: string): T | null {
    return this.values.get(path) ?? null;
  }

  /** Does for these notes what is due, before all others. */
  async refresh(paths: readonly string[]): Promise<void> {
    const pace = createPace();
    for (const path of paths) {
      await this.renew(path, pace);
      await pace();
    }
  }

  /** Works these notes out again, due or not: another day has come, or somebody wants to be sure. */
  async redo(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.stale.add(path);
    await this.refresh(paths);
  }

  private async workOff(): Promise<void> {
    // What happened until here, and what others work out of the same change, are tasks of their own.
    await nextTask();
    const pace = createPace();
    for (const path of this.stale) {
      await this.renew(path, pace);
      await pace();
    }
    this.working = null;
  }

  /** Works a note out if it is due; who asks for one that is being worked out waits for the same. */
  private async renew(path: string, pace: Pace): Promise<void> {
    for (let run = this.running.get(path); run !== undefined; run = this.running.get(path)) await run;
    if (!this.stale.delete(path)) return;
    const run = this.workOutInSteps(path, pace)
      .catch((error: unknown) => {
        // Nothing is known of this note; all others go on.
        reportFault(`${path} could not be checked`, error);
        if (this.values.delete(path)) this.changed.emit(path);
      })
      .finally(() => this.running.delete(path));
    this.running.set(path, run);
    await run;
  }

  private async workOutInSteps(path: string, pace: Pace): Promise<void> {
    const note = this.notes.library.note(path);
    const before = this.values.get(path);
    if (note === null || !isPostmortem(note, this.settings.current, this.notes.library.memory)) {
      if (this.values.delete(path)) this.changed.emit(path);
      return;
    }
    const steps = this.workOut(note);
    let step = steps.next();
    while (step.done !== true) {
      await pace();
      // It has changed meanwhile and is due again, or nobody wants to know any more.
      if (this.stale.has(path) || !this.running.has(path)) return;
      step = steps.next();
    }
    this.values.set(path, step.value);
    if (before === undefined || JSON.stringify(this.essence(before)) !== JSON.stringify(this.essence(step.value)))
      this.changed.emit(path);
  }
}

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
      (note) =>
        inOneStep(() => ({ note, actions: listActionsOf(note.path, notes.library, settings.current, clock()) })),
      ({ actions }) => actions,
    );
  }
}

/** The problems of every postmortem of the vault, in it and in the notes that it embeds. */
export class ProblemStore extends PostmortemIndex<readonly Diagnostic[]> {
  constructor(notes: NoteStore, settings: SettingsStore, clock: () => Clock) {
    super(notes, settings, (note) =>
      checkInSteps(note, { library: notes.library, settings: settings.current, clock: clock() }),
    );
  }

  /** What stands in this note, whichever postmortem's check found it. */
  at(path: string): readonly Diagnostic[] {
    const here = [path, ...this.notes.library.embedders(path)].flatMap((postmortem) => this.of(postmortem) ?? []);
    return sortDiagnostics(here.filter((diagnostic) => diagnostic.path === path));
  }
}

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
