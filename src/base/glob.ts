import { withoutTail } from "./tail";

/**
 * Patterns for paths as `.gitignore` has them (https://git-scm.com/docs/gitignore#_pattern_format): `*`, `?` and
 * `[a-z]` within a name, `**` for any folders, a `/` at the end for a folder with all that is in it, a `/` elsewhere
 * for a place seen from the top, `!` to take back what an earlier one left out. The last one that fits decides.
 */
export interface PathPatterns {
  /** Whether a file is left out; `path` has `/` between its parts, and none at its ends. */
  matches(path: string): boolean;
}

interface PathPattern {
  readonly negated: boolean;
  /** Only a folder, and thereby what is in it. */
  readonly folder: boolean;
  readonly parts: readonly string[];
}

/** Reads the lines of a `.gitignore`, or a list of such patterns; blank lines and comments say nothing. */
export function pathPatterns(lines: readonly string[]): PathPatterns {
  const patterns = lines.map(readPattern).filter((pattern) => pattern !== null);
  return {
    matches(path) {
      const names = path.split("/");
      let reached = patterns.map(({ parts }) => skipping(new Set([0]), parts));
      // What lies in a folder that is left out cannot be taken back.
      for (const [depth, name] of names.entries()) {
        const isFolder = depth < names.length - 1;
        reached = reached.map((places, index) => step(places, name, patterns[index]?.parts ?? []));
        const last = patterns.findLast(
          ({ folder, parts }, index) => (isFolder || !folder) && reached[index]?.has(parts.length) === true,
        );
        if (last?.negated === false) return true;
      }
      return false;
    },
  };
}

function readPattern(line: string): PathPattern | null {
  const text = withoutTail(line.replace(/\r$/, ""), " ");
  if (text === "" || text.startsWith("#")) return null;
  const negated = text.startsWith("!");
  const body = negated ? text.slice(1) : text;
  const folder = body.endsWith("/");
  const path = folder ? body.slice(0, -1) : body;
  const parts = path.replace(/^\//, "").split("/");
  return path === "" ? null : { negated, folder, parts: path.includes("/") ? parts : ["**", ...parts] };
}

/**
 * How far the parts of a pattern are fitted by the names so far, and by one more: all places that its parts can go on
 * from; its length where it fits as a whole. `**` stands for any number of names.
 */
function step(reached: ReadonlySet<number>, name: string, parts: readonly string[]): ReadonlySet<number> {
  const next = new Set<number>();
  for (const place of reached) {
    const part = parts[place];
    if (part === undefined) continue;
    if (part === "**") next.add(place).add(place === parts.length - 1 ? parts.length : place);
    else if (fitsName(name, part)) next.add(place + 1);
  }
  return skipping(next, parts);
}

/** The places with those behind each `**` among them, which may stand for no name at all. */
function skipping(places: ReadonlySet<number>, parts: readonly string[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of all) if (parts[place] === "**" && place < parts.length - 1) all.add(place + 1);
  return all;
}

/** Whether a name fits `*`, `?`, `[…]` and `\` in a pattern; in time name × pattern at most. */
function fitsName(name: string, pattern: string): boolean {
  const signs = readSigns(pattern);
  let at = 0;
  let place = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    const sign = signs[place];
    if (sign === "*") {
      star = place++;
      retry = at;
    } else if (typeof sign === "function" && sign(name.charAt(at))) {
      at++;
      place++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++retry;
    } else return false;
  }
  while (signs[place] === "*") place++;
  return place === signs.length;
}

type Sign = "*" | ((character: string) => boolean);

function readSigns(pattern: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const end = character === "[" ? pattern.indexOf("]", at + 2) : -1;
    if (character === "*") {
      if (signs.at(-1) !== "*") signs.push("*");
    } else if (character === "?") signs.push(() => true);
    else if (end > 0) {
      signs.push(oneOf(pattern.slice(at + 1, end)));
      at = end;
    } else {
      const literal = character === "\\" && at + 1 < pattern.length ? pattern.charAt(++at) : character;
      signs.push((other) => other === literal);
    }
  }
  return signs;
}

/** What stands between brackets: characters and ranges, `!` or `^` in front for all others. */
function oneOf(set: string): (character: string) => boolean {
  const negated = /^[!^]/.test(set);
  const ranges: (readonly [string, string])[] = [];
  const body = negated ? set.slice(1) : set;
  for (let at = 0; at < body.length; at++) {
    const isRange = body.charAt(at + 1) === "-" && at + 2 < body.length;
    ranges.push([body.charAt(at), body.charAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => character >= from && character <= to) !== negated;
}
