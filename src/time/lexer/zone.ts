import { IANAZone } from "luxon";
import { once, quoted } from "../../base";
import { english, folded, perLanguage, phraseTable } from "../../language";
import type { Lexicon, Words } from "../../language";
import type { Opening } from "./scan";
import { letters, matchAt, opening } from "./scan";

/** What a text names as a time zone. */
export type Zone =
  /** The same offset all year: `UTC`, `Z`, `GMT+05:30`, `+0200`. */
  | { readonly kind: "fixed"; readonly name: string; readonly offset: number }
  /** A region with its own rules: `Europe/Berlin`, `US/Pacific`, `ET`, `PST/PDT`, `Pacific Time`. */
  | { readonly kind: "region"; readonly name: string; readonly region: string }
  /**
   * A name for one of the offsets that a region uses: `PST` states −08:00, whatever is in force in Los Angeles that
   * day.
   */
  | { readonly kind: "abbreviation"; readonly name: string; readonly offset: number; readonly region: string };

/** The names of a language. */
const readers = perLanguage(({ zones }) => ({
  abbreviations: zones.abbreviations,
  regions: byWord(zones.regions),
  lowerCase: new Set(zones.lowerCase),
  names: phraseTable(byWord(zones.names)),
  /** Beside those that need "time" behind them: names of the language itself, which hold it already. */
  initials: new Set(Object.values(zones.names).flatMap((names) => names.map((name) => folded(name).charAt(0)))),
}));

/** The other way round: what each of the words means. */
function byWord(words: Readonly<Record<string, Words>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)));
}

const universal = opening("ugc", /(?:utc|gmt|uct|coordinated universal|greenwich mean)(?![a-z0-9_])/iy);
const signedHours = opening(
  "+- ",
  /[+\-−](?:\d{1,2}:\d{2}|\d{4}|\d{1,2})(?![\d:%]|\.\d)| [+\-−]\d{1,2}(?= *(?:$|[\n),;|\]*_]|[.:](?!\d)))/y,
);
const bareOffset = opening("+-", /[+\-−](?:\d{2}:?\d{2}|\d{2})(?![\d:.])/y);
const ianaName = opening(
  "abceimpu",
  /(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)\/[A-Za-z_]{1,32}(?:\/[A-Za-z_]{1,32})?(?:[-+][A-Za-z0-9]{1,14}){0,2}/y,
);
const capitals = opening(letters, /[A-Za-z]{2,5}(?![A-Za-z0-9_/+])/y);
const bothOfYear = opening(letters, /([A-Z]{3,4})\/([A-Z]{3,4})(?![A-Za-z0-9_/])/y);
const words = opening(letters, /[A-Za-z]{2,16}(?: [A-Za-z]{4,9}){0,2} time(?![a-z])/iy);
const dayWords = opening(
  "pmce",
  /(?:pacific|mountain|central|eastern)(?: (?:standard|daylight))?(?= *(?:$|[\n:;,.)\]|*-]))/iy,
);
const timeWord = opening(" ", /[ ](?:standard |daylight )?time(?![a-z])/iy);

function sourceAt(pattern: Opening, text: string, at: number): string | null {
  return matchAt(pattern, text, at)?.[0] ?? null;
}

/** Minutes east for `+2`, `-0730`, `+05:30`; null beyond the offsets that were ever in use (−12:00 to +14:00). */
function offsetMinutes(source: string): number | null {
  const digits = source.replace(/[^\d]/g, "");
  const [hours, minutes] = digits.length > 2 ? [digits.slice(0, -2), digits.slice(-2)] : [digits, "0"];
  const total = Number(hours) * 60 + Number(minutes);
  const west = /[-−]/.test(source);
  if (Number(minutes) > 59 || total > (west ? 720 : 840)) return null;
  return west ? 0 - total : total;
}

/** A zone found within a text. */
export interface ZoneMatch {
  readonly zone: Zone;
  /** Offset behind the zone's last character. */
  readonly end: number;
}

/** Regions by their city in lower case: `zurich` → `Europe/Zurich`. */
const regionsByCity = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Intl.supportedValuesOf("timeZone").map((name) => [
        (name.split("/").at(-1) ?? "").replaceAll("_", " ").toLowerCase(),
        name,
      ]),
    ),
);

function named(name: string, offset: number): Zone {
  return { kind: "fixed", name, offset };
}

function abbreviation(name: string, code: string, language: Lexicon): Zone | null {
  const { abbreviations } = readers(language);
  const entry = Object.hasOwn(abbreviations, code) ? abbreviations[code] : undefined;
  return entry === undefined ? null : { kind: "abbreviation", name, offset: entry[0], region: entry[1] };
}

/** What a name of the lexicon means: an abbreviation, or a region. */
function meant(name: string, meaning: string, language: Lexicon): Zone | null {
  return abbreviation(name, meaning, language) ?? { kind: "region", name, region: meaning };
}

function colloquialZone(name: string, key: string, language: Lexicon): Zone | null {
  const meaning = readers(language).names.whole(key);
  if (meaning !== null) return meant(name, meaning, language);
  const region = regionsByCity().get(key);
  return region === undefined ? null : { kind: "region", name, region };
}

/** A name that needs no "time" behind it: `北京时间`, "heure de Paris", "hora de Colombia". */
function wordedZone(text: string, at: number, language: Lexicon): ZoneMatch | null {
  const reader = readers(language);
  if (language.id === "en" || !reader.initials.has(folded(text.charAt(at)))) return null;
  const found = reader.names.at(folded(text.slice(at, at + 40)), 0);
  if (found === null || !hasOwnTime(text.slice(at, at + found.end))) return null;
  const name = text.slice(at, at + found.end);
  const zone = meant(name, found.value, language);
  return zone === null ? null : { zone, end: at + found.end };
}

/** Whether a name has several words or a script without blanks: one word alone, such as "central", is none. */
function hasOwnTime(name: string): boolean {
  return /[^a-z]/i.test(name.trim());
}

/** The longest zone name that begins at `at`, or null. A sign counts only directly there: ` +0200`. */
export function zoneAt(text: string, at: number, language: Lexicon = english): ZoneMatch | null {
  const sign = sourceAt(bareOffset, text, at);
  if (sign !== null) {
    const offset = offsetMinutes(sign);
    return offset === null ? null : { zone: named(sign, offset), end: at + sign.length };
  }
  const region = sourceAt(ianaName, text, at);
  if (region !== null && IANAZone.create(region).isValid)
    return { zone: { kind: "region", name: region, region }, end: at + region.length };
  const zulu = text[at] === "Z" && !/[\w/]/.test(text[at + 1] ?? "") ? "Z" : sourceAt(universal, text, at);
  if (zulu !== null) {
    let end = at + zulu.length;
    const shift = zulu === "Z" ? null : sourceAt(signedHours, text, end);
    const offset = shift === null ? null : offsetMinutes(shift);
    if (shift !== null && offset !== null) end += shift.length;
    const name = text.slice(at, end);
    return { zone: named(name, offset ?? 0), end: end + (sourceAt(timeWord, text, end)?.length ?? 0) };
  }
  const pair = matchAt(bothOfYear, text, at);
  const [standard, summer] = [abbreviation("", pair?.[1] ?? "", language), abbreviation("", pair?.[2] ?? "", language)];
  if (
    pair !== null &&
    standard?.kind === "abbreviation" &&
    summer?.kind === "abbreviation" &&
    standard.region === summer.region
  ) {
    return { zone: { kind: "region", name: pair[0], region: standard.region }, end: at + pair[0].length };
  }
  const short = sourceAt(capitals, text, at);
  const code = short?.toUpperCase() ?? "";
  if (short !== null && (short === code || readers(language).lowerCase.has(short))) {
    const zone = abbreviation(short, code, language) ?? regionZone(short, language);
    if (zone !== null)
      return { zone, end: at + short.length + (sourceAt(timeWord, text, at + short.length)?.length ?? 0) };
  }
  const phrase = sourceAt(words, text, at) ?? sourceAt(dayWords, text, at);
  if (phrase !== null) {
    const key = phrase.toLowerCase().replace(/ time$/, "");
    const zone = colloquialZone(phrase, key.replace(/ local$/, ""), language);
    if (zone !== null) return { zone, end: at + phrase.length };
  }
  return wordedZone(text, at, language);
}

function regionZone(code: string, language: Lexicon): Zone | null {
  const { regions } = readers(language);
  const region = regions.get(code);
  return region === undefined ? null : { kind: "region", name: code, region };
}

/**
 * The zone that a whole text names, blanks around it aside: `Europe/Berlin`, `UTC+2`, `PDT`, `Pacific Time`; null when
 * it names none.
 */
export function parseZone(text: string, language: Lexicon = english): Zone | null {
  const trimmed = text.trim();
  const match = zoneAt(trimmed, 0, language);
  return match?.end === trimmed.length ? match.zone : null;
}

/** Coordinated universal time. */
export const utc: Zone = { kind: "fixed", name: "UTC", offset: 0 };

/**
 * What is wrong with a zone that somebody chose, in words; null for an IANA name and for an offset. An abbreviation
 * holds half of the year, or in several regions.
 */
export function zoneFault(name: string): string | null {
  const zone = zoneNamed(name);
  if (zone === null) return `${quoted(name)} is no time zone: write one such as \`Europe/Berlin\` or \`UTC+2\``;
  if (zone.kind === "fixed" || zone.name === zone.region) return null;
  return `${quoted(name)} does not name one zone for the whole year: write one such as \`${zone.region}\` or \`UTC+2\``;
}

/** A zone by any name that properties may have, and by those of IANA that look like plain words; null for none. */
export function zoneNamed(name: string): Zone | null {
  return parseZone(name) ?? (IANAZone.isValidZone(name) ? { kind: "region", name, region: name } : null);
}

/** The zone of that name; UTC where it names none, as of settings that nobody has looked through. */
export function zoneOrUtc(name: string): Zone {
  return zoneNamed(name) ?? utc;
}
