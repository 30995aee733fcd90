import { folderPath } from "../base";
import { nameSchemes } from "./names";
import { isCompanion } from "./likely";

/** Where the postmortems of a collection lie, and how they are called. */
export interface Places {
  readonly paths: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reasons: readonly Reason[];
}

/** Why something is proposed. */
export interface Reason {
  /** The setting by its path: `sections.impact`. */
  readonly setting: string;
  readonly why: string;
}

/** The least share of notes that look like postmortems in a folder of postmortems. */
const folderShare = 0.6;
const schemeShare = 0.9;

/**
 * Finds the postmortems among notes.
 *
 * @param all paths of all notes
 * @param likely those that look like postmortems by themselves
 * @param named folder whose notes all are some; empty: none was named
 */
export function findPlaces(all: readonly string[], likely: ReadonlySet<string>, named: string): Places {
  const own = all.filter((path) => !isCompanion(path));
  const folders = named === "" ? foldersOf(own, likely) : [folderPath(named)];
  const isIn = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
  const paths = folders.length > 0 ? own.filter(isIn) : own.filter((path) => likely.has(path));
  const companions = all.filter((path) => isCompanion(path) && (folders.length === 0 || isIn(path)));
  const names = paths.map(nameOf);
  const schemes = nameSchemes(names);
  const covered = schemes.reduce((sum, { count }) => sum + count, 0);
  const isScheme = names.length > 0 && covered >= names.length * schemeShare;
  const patterns = isScheme ? schemes.map(({ pattern }) => pattern) : [];
  const isBoth = folders.length > 0 && isScheme && covered === names.length;
  const reasons: Reason[] = [];
  const settings: Record<string, unknown> = {};
  if (folders.length > 0) {
    settings["postmortemFolder"] = folders.length === 1 ? folders[0] : folders;
    reasons.push({ setting: "postmortemFolder", why: `${paths.length} notes look like postmortems there` });
  }
  if (isBoth || folders.length === 0) {
    const patternsOfNames = patterns.length > 0 ? patterns : exactNames(names);
    settings["fileNamePatterns"] = patternsOfNames;
    reasons.push({
      setting: "fileNamePatterns",
      why: isScheme
        ? `${covered} of ${names.length} names are made so`
        : "the names follow no scheme: each one by itself",
    });
  } else settings["fileNamePatterns"] = [];
  if (isBoth) {
    settings["foundBy"] = "both";
    reasons.push({ setting: "foundBy", why: "all of these names lie in that folder" });
  }
  if (companions.length > 0) {
    settings["exclude"] = [...new Set(companions.map(excludeOf))];
    reasons.push({ setting: "exclude", why: `${companions.length} beside them are an index, a template or the like` });
  }
  return { paths, settings, reasons };
}

/** The highest folders in which most notes look like postmortems; the top is none of them. */
function foldersOf(all: readonly string[], likely: ReadonlySet<string>): readonly string[] {
  const shares = new Map<string, { all: number; likely: number }>();
  for (const path of all) {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      const share = shares.get(path.slice(0, at)) ?? { all: 0, likely: 0 };
      share.all++;
      if (likely.has(path)) share.likely++;
      shares.set(path.slice(0, at), share);
    }
  }
  const full = [...shares].filter(([, share]) => share.likely > 0 && share.likely >= share.all * folderShare);
  const found = full.map(([folder]) => folder).sort();
  const highest = found.filter((folder) => !found.some((other) => folder.startsWith(`${other}/`)));
  const inFolders = [...likely].filter((path) => highest.some((folder) => path.startsWith(`${folder}/`)));
  // Where most lie beside other notes, a folder would tell only of some.
  return inFolders.length >= likely.size * schemeShare ? narrowed(highest, likely) : [];
}

/** A folder that holds nothing but another one, stands for that. */
function narrowed(folders: readonly string[], likely: ReadonlySet<string>): readonly string[] {
  return folders.map((folder) => {
    const below = [...likely].filter((path) => path.startsWith(`${folder}/`));
    const [first = ""] = below;
    let inner = first.slice(0, first.lastIndexOf("/"));
    while (inner.length > folder.length && !below.every((path) => path.startsWith(`${inner}/`)))
      inner = inner.slice(0, inner.lastIndexOf("/"));
    // A folder of a year is followed by the next one.
    return /^\d{4}$/.test(inner.slice(inner.lastIndexOf("/") + 1))
      ? inner.slice(0, Math.max(folder.length, inner.lastIndexOf("/")))
      : inner;
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).split(".", 1)[0] ?? "";
}

function exactNames(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** How a companion is excluded: an index by its name, wherever it lies; anything else by its path. */
function excludeOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^(?:_?index|readme)\./i.test(name) ? name : `/${path}`;
}
