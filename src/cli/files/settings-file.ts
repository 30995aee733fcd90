import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ruleSettingsProblems } from "../../check";
import type { Settings } from "../../settings";
import { readSettings } from "../../settings";
import type { Io } from "../io";
import { CannotRun } from "../io";
import { reasonOf } from "./node-vault";

/** The folder that makes a folder a vault. */
export const configFolder = ".obsidian";

/**
 * The team's settings: those of `--config`, else what the plugin has stored in the vault, else the
 * defaults. Parts that do not fit are reported and take their default.
 */
export async function loadSettings(
  root: string,
  config: string | undefined,
  zone: string | undefined,
  io: Io,
): Promise<Settings> {
  const file =
    config === undefined ? join(root, configFolder, "plugins", "postmortem", "data.json") : resolve(io.cwd, config);
  const text = await readStored(file, config === undefined);
  const { settings, problems } = readSettings(text === null ? {} : parseJson(text, file));
  for (const { setting, message } of [...problems, ...ruleSettingsProblems(settings)]) {
    io.stderr.line(`postmortem: ${file}: ${setting === "" ? "settings" : `\`${setting}\``}: ${message}`);
  }
  return zone === undefined ? settings : { ...settings, timezone: zone };
}

async function readStored(file: string, optional: boolean): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const missing = reasonOf(error) === "no such file or folder";
    if (missing && optional) return null;
    throw new CannotRun(`cannot read the settings in \`${file}\`: ${reasonOf(error)}`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new CannotRun(`the settings in \`${file}\` are no JSON: ${reasonOf(error)}`);
  }
}
