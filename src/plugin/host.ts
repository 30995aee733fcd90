import type { App, Command, Plugin } from "obsidian";
import type { Clock } from "../time";
import type { Vault } from "../vault";
import type { ActionStore, ProblemStore, RecordStore } from "./state/postmortem-index";
import type { NoteStore } from "./state/note-store";
import type { SearchStore } from "./state/search-store";
import type { OpenEditors } from "./state/open-editors";
import type { SettingsStore } from "./state/settings-store";

/** What the features of the plugin stand on. */
export interface Host {
  readonly app: App;
  /** Where a feature registers what it adds, so that unloading the plugin takes all of it away. */
  readonly plugin: Plugin;
  /** The plugin's commands by the id that it gave them, without its own. */
  readonly commands: ReadonlyMap<string, Command>;
  readonly vault: Vault;
  readonly settings: SettingsStore;
  readonly editors: OpenEditors;
  readonly notes: NoteStore;
  readonly problems: ProblemStore;
  readonly actions: ActionStore;
  readonly records: RecordStore;
  readonly search: SearchStore;
  clock(): Clock;
}

/** One thing that the plugin does for its user: registers itself once, when the plugin loads. */
export type Feature = (host: Host) => void;
