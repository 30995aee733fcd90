import type { App, Command, Plugin } from "obsidian";
import type { Clock } from "../time/now";
import type { Vault } from "../vault/vault";
import type { ActionStore } from "./action-store";
import type { NoteStore } from "./note-store";
import type { OpenEditors } from "./open-editors";
import type { ProblemStore } from "./problem-store";
import type { RecordStore } from "./record-store";
import type { SettingsStore } from "./settings-store";

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
  clock(): Clock;
}

/** One thing that the plugin does for its user: registers itself once, when the plugin loads. */
export type Feature = (host: Host) => void;
