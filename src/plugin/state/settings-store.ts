import type { Keyed } from "../../base";
import { ownValue, isKeyed } from "../../base";
import type { Plugin, TAbstractFile } from "obsidian";
import { ruleSettingsProblems } from "../../check";
import type { Settings, SettingsProblem } from "../../settings";
import { mergedSettings, readSettings, readSettingsText, teamSettingsNames } from "../../settings";
import { texts } from "../texts";
import { notify, sentence } from "../ui/notify";
import { Signal } from "./signal";

/**
 * Where a setting stands in `data.json`: `["newNote", "folder"]`. In the lists of declarations the
 * name of the declared thing takes the place of an index: `["fields", "severity", "required"]`.
 */
export type SettingPath = readonly string[];

/** Milliseconds without a key after which what was entered is stored, and all postmortems are checked with it. */
const typingPause = 600;

/** The lists whose entries are told apart by one of their properties. */
const keyedLists: readonly { readonly list: SettingPath; readonly id: string }[] = [
  { list: ["fields"], id: "name" },
  { list: ["sections"], id: "id" },
  { list: ["import", "mappings"], id: "name" },
];

/** Records that take the place of their default as a whole: to set one entry, the others are stored with it. */
const wholeRecords: ReadonlySet<string> = new Set(["staleDraft"]);

/**
 * The plugin's `data.json`: as stored, so that nothing in it is lost, and as it was understood, with the team's file of
 * settings at the vault's root over it.
 */
export class SettingsStore {
  readonly changed = new Signal<Settings>();
  /** Sync or another program has changed what is stored. */
  readonly reloaded = new Signal<Settings>();
  /** What was entered and is not stored yet, oldest first. */
  private entered: { readonly path: SettingPath; readonly value: unknown }[] = [];
  private timer = 0;
  private stored: unknown = null;
  private team: unknown = undefined;
  private teamProblem: SettingsProblem | null = null;
  private read = understand(null);

  constructor(private readonly plugin: Plugin) {}

  get current(): Settings {
    return this.read.settings;
  }

  /** What was wrong with the stored settings; defaults stand in for these parts. */
  get problems(): readonly SettingsProblem[] {
    return this.teamProblem === null ? this.read.problems : [this.teamProblem, ...this.read.problems];
  }

  /** Nobody has set anything in this vault, neither in the app nor in the team's file. */
  get isUntouched(): boolean {
    return this.stored === null && this.team === undefined;
  }

  /** The settings that the team's file holds, by their first key: a change in the app has no effect on them. */
  get heldByTeam(): readonly string[] {
    return isKeyed(this.team) ? Object.keys(this.team).filter((key) => key !== "$schema") : [];
  }

  /** Reads `data.json` and the team's file, and says which parts of them cannot be used. */
  async load(): Promise<void> {
    const { vault } = this.plugin.app;
    const refresh = ({ path }: TAbstractFile): void => void this.refreshTeam(path);
    this.plugin.registerEvent(vault.on("create", refresh));
    this.plugin.registerEvent(vault.on("modify", refresh));
    this.plugin.registerEvent(vault.on("delete", refresh));
    await this.readTeam();
    const data: unknown = await this.plugin.loadData();
    // What is being entered right now is stored in a moment, on top of what came.
    this.stored = data;
    for (const { path, value } of this.entered) this.stored = this.with(path, value);
    this.take(this.stored);
    this.reloaded.emit(this.current);
    if (this.problems.length > 0) notify(texts().settings.unusableNotice(this.problems.map(inWords).join("\n")));
  }

  /** Reads the team's file anew after it was changed, made or removed. */
  private async refreshTeam(path: string): Promise<void> {
    if (!teamSettingsNames.some((name) => name === path)) return;
    await this.readTeam();
    this.take(this.stored);
  }

  private async readTeam(): Promise<void> {
    const { adapter } = this.plugin.app.vault;
    this.team = undefined;
    this.teamProblem = null;
    for (const name of teamSettingsNames) {
      if (!(await adapter.exists(name))) continue;
      const read = readSettingsText(name, await adapter.read(name));
      if (read.ok) this.team = read.data;
      else this.teamProblem = { setting: name, message: texts().settings.teamFileFault(read.fault) };
      return;
    }
  }

  /** The stored value where there is one, fit or not, else the one in force. */
  get(path: SettingPath): unknown {
    return valueAt(this.team, path) ?? valueAt(this.stored, path) ?? valueAt(this.current, path);
  }

  /**
   * Stores a value as it is; `undefined` goes back to the default. It is in force, on disk and announced at once:
   * for what a person does in one step.
   */
  async set(path: SettingPath, value: unknown): Promise<void> {
    this.enter(path, value);
    await this.flush();
  }

  /** The same for what is typed: it is stored and announced, once for all keys, when nobody has typed for a moment. */
  enter(path: SettingPath, value: unknown): void {
    this.entered.push({ path, value });
    this.stored = this.with(path, value);
    this.read = understand(this.stored);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), typingPause);
  }

  /** Stores what was entered. */
  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    if (this.entered.length === 0) return;
    this.entered = [];
    this.changed.emit(this.current);
    await this.plugin.saveData(this.stored);
  }

  /** What would be wrong if a value were stored; null when it fits. */
  objection(path: SettingPath, value: unknown): string | null {
    const known = new Set(this.problems.map(({ message }) => message));
    const { problems } = understand(mergedSettings(this.with(path, value), this.team));
    const found = problems.find(({ message }) => !known.has(message));
    return found === undefined ? null : sentence(found.message);
  }

  private with(path: SettingPath, value: unknown): unknown {
    const [first] = path;
    const stored =
      first !== undefined && wholeRecords.has(first)
        ? replaced(this.stored, [first], valueAt(this.current, [first]))
        : this.stored;
    return withValueAt(stored, path, value);
  }

  private take(data: unknown): void {
    this.stored = data;
    this.read = understand(mergedSettings(data ?? {}, this.team));
    this.changed.emit(this.current);
  }
}

/** A problem with a stored setting as one line. */
export function inWords({ setting, message }: SettingsProblem): string {
  return setting === "" ? message : `${setting}: ${message}`;
}

function understand(data: unknown): ReturnType<typeof readSettings> {
  const { settings, problems } = readSettings(data ?? {});
  return { settings, problems: [...problems, ...ruleSettingsProblems(settings)] };
}

/** The entry of a list that a path leads into; null for a path outside of such lists. */
function entryOn(path: SettingPath): { list: SettingPath; id: string; entry: string; rest: SettingPath } | null {
  for (const { id, list } of keyedLists) {
    const [entry, ...rest] = path.slice(list.length);
    if (entry !== undefined && list.every((key, index) => path[index] === key)) return { list, id, entry, rest };
  }
  return null;
}

function valueAt(data: unknown, path: SettingPath): unknown {
  const on = entryOn(path);
  if (on === null) return path.reduce(ownValue, data);
  const entries = entriesOf(on.list.reduce(ownValue, data));
  return on.rest.reduce(
    ownValue,
    entries.find((other) => other[on.id] === on.entry),
  );
}

function entriesOf(list: unknown): readonly Keyed[] {
  return Array.isArray(list) ? list.filter(isKeyed) : [];
}

/** A copy of the data with one value replaced; a part on the way that is no object gives way to one. */
function withValueAt(data: unknown, path: SettingPath, value: unknown): unknown {
  const on = entryOn(path);
  if (on === null) return replaced(data, path, value);
  const { entry, id, list, rest } = on;
  const entries = entriesOf(list.reduce(ownValue, data));
  const old = entries.find((other) => other[id] === entry) ?? { [id]: entry };
  const now = replaced(old, rest, value);
  const changed = entries.includes(old) ? entries.map((other) => (other === old ? now : other)) : [...entries, now];
  return replaced(
    data,
    list,
    changed.filter((other) => other !== undefined),
  );
}

function replaced(data: unknown, [key, ...rest]: SettingPath, value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: old, ...others } = isKeyed(data) ? data : {};
  const now = replaced(old, rest, value);
  return now === undefined ? others : { ...others, [key]: now };
}
