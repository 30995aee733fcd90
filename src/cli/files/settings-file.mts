import { access, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ruleSettingsProblems } from "../../check";
import type { Settings } from "../../settings";
import { mergedSettings, readSettings, readSettingsText, teamSettingsNames } from "../../settings";
import type { Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { isWithin, reasonOf } from "./node-vault.mts";
import { readRegular } from "./read-files.mts";

/** The folder that makes a folder a vault. */
export const configFolder = ".obsidian";

/**
 * The team's settings: those of `--config`; else what the plugin has stored in the vault, with the team's file over it;
 * else the defaults. Ends the command when part of them cannot be used: a check by other settings than were meant
 * passes for the wrong reason.
 */
export async function loadSettings(
  root: string,
  team: string | null,
  options: { readonly config?: string | undefined; readonly zone?: string | undefined },
  io: Io,
): Promise<Settings> {
  const stored = join(root, configFolder, "plugins", "postmortem", "data.json");
  const files = options.config === undefined ? [stored, team] : [resolve(io.cwd, options.config)];
  let data: unknown = {};
  const faults: string[] = [];
  for (const file of files) {
    const text = file === null ? null : await readStored(file, file === stored, options.config === undefined);
    if (text === null || file === null) continue;
    const own = parse(text, file);
    const { settings, problems } = readSettings(own);
    for (const { setting, message } of [...problems, ...ruleSettingsProblems(settings)])
      faults.push(`${file}: ${setting === "" ? "settings" : `\`${setting}\``}: ${message}`);
    data = mergedSettings(data, own);
  }
  // A status of one file may be missing in the other: only together do they make sense.
  const { settings, problems } = readSettings(data);
  if (faults.length === 0)
    faults.push(...problems.map(({ setting, message }) => `${files.at(-1) ?? ""}: \`${setting}\`: ${message}`));
  if (faults.length > 0) throw new CannotRun(faults.join("; "), "mend the settings; nothing was checked");
  return options.zone === undefined ? settings : { ...settings, timezone: options.zone };
}

/**
 * The team's file of settings for a place, looked for upwards to the root of the git repository; where there is none,
 * to the working folder, and no further than the place itself when it does not lie in that.
 */
export async function findTeamSettings(place: string, io: Io): Promise<string | null> {
  const top = (await gitRootOf(place)) ?? (isWithin(io.cwd, place) ? io.cwd : place);
  for (let folder = place; ; folder = dirname(folder)) {
    const found: string[] = [];
    for (const name of teamSettingsNames) if (await exists(join(folder, name))) found.push(join(folder, name));
    const [file, other] = found;
    if (file !== undefined && other !== undefined)
      throw new CannotRun(`\`${file}\` and \`${other}\` are two files of settings`, "keep one of them");
    if (file !== undefined) return file;
    if (folder === top || dirname(folder) === folder) return null;
  }
}

/** The root of the git repository that a folder lies in; null where it lies in none. */
export async function gitRootOf(place: string): Promise<string | null> {
  for (let folder = place; ; folder = dirname(folder)) {
    if (await exists(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Whether something stands at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** `found` is a file that nobody has named: it may be somebody else's link to what is none of theirs. */
async function readStored(file: string, optional: boolean, found: boolean): Promise<string | null> {
  try {
    const real = await realpath(file);
    if (found && !isWithin(await realpath(dirname(file)), real)) throw new Error("it is a link to another folder");
    return (await readRegular(real)).toString("utf8");
  } catch (error) {
    const missing = reasonOf(error) === "no such file or folder";
    if (missing && optional) return null;
    throw new CannotRun(`cannot read the settings in \`${file}\`: ${reasonOf(error)}`);
  }
}

function parse(text: string, file: string): unknown {
  const read = readSettingsText(file, text);
  if (read.ok) return read.data;
  throw new CannotRun(`the settings in \`${file}\` ${read.fault}`);
}
