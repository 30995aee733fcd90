import type { Plugin } from "obsidian";
import { readSettings, type Settings, type SettingsProblem } from "../incident/settings";
import { Signal } from "./signal";

/** The plugin's `data.json`: as stored, so that nothing in it is lost, and as it was understood. */
export class SettingsStore {
  readonly changed = new Signal<Settings>();
  private stored: unknown = null;
  private read = readSettings(null);

  constructor(private readonly plugin: Plugin) {}

  get current(): Settings {
    return this.read.settings;
  }

  /** What was wrong with the stored settings; defaults stand in for these parts. */
  get problems(): readonly SettingsProblem[] {
    return this.read.problems;
  }

  async load(): Promise<void> {
    const data: unknown = await this.plugin.loadData();
    this.take(data);
  }

  /** The value at a path such as `newNote.folder`: the stored one, or the default in force. */
  get(path: string): unknown {
    return valueAt(this.stored, path) ?? valueAt(this.current, path);
  }

  /** Stores one value; `undefined` goes back to the default. */
  async set(path: string, value: unknown): Promise<void> {
    const data = withValueAt(this.stored, path.split("."), value);
    this.take(data);
    await this.plugin.saveData(data);
  }

  private take(data: unknown): void {
    this.stored = data;
    this.read = readSettings(data ?? {});
    this.changed.emit(this.current);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), data);
}

/** A copy of the data with one value replaced; a part on the way that is no object gives way to one. */
function withValueAt(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: old, ...others } = isRecord(data) ? data : {};
  const replaced = withValueAt(old, rest, value);
  return replaced === undefined ? others : { ...others, [key]: replaced };
}
