import { ownValue } from "../base";

/** Where the app keeps the settings of a vault, from the folder that holds its configuration. */
export const appSettingsFile = "app.json";

/**
 * Whether the app shows single line breaks as blanks, by the text of its settings: off unless `strictLineBreaks` is
 * set. Settings that cannot be read count as none.
 * https://help.obsidian.md/settings, "Strict line breaks"
 */
export function hasStrictLineBreaks(appSettings: string | null): boolean {
  try {
    return ownValue(JSON.parse(appSettings ?? "null"), "strictLineBreaks") === true;
  } catch {
    return false;
  }
}
