import { IANAZone } from "luxon";
import { once, quoted } from "../../base";
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

/**
 * Abbreviations with the minutes east of UTC that they state and the region that uses them, after
 * the `zone1970.tab` and `northamerica`, `europe`, `asia` files of the IANA database. Where several
 * regions share one (`CST`, `IST`, `BST`) the one most often met in incident reports is taken.
 */
const abbreviations: Readonly<Record<string, readonly [offset: number, region: string]>> = {
  HST: [-600, "Pacific/Honolulu"],
  AKST: [-540, "America/Anchorage"],
  AKDT: [-480, "America/Anchorage"],
  PST: [-480, "America/Los_Angeles"],
  PDT: [-420, "America/Los_Angeles"],
  MST: [-420, "America/Denver"],
  MDT: [-360, "America/Denver"],
  CST: [-360, "America/Chicago"],
  CDT: [-300, "America/Chicago"],
  EST: [-300, "America/New_York"],
  EDT: [-240, "America/New_York"],
  AST: [-240, "America/Halifax"],
  ADT: [-180, "America/Halifax"],
  NST: [-210, "America/St_Johns"],
  NDT: [-150, "America/St_Johns"],
  BRT: [-180, "America/Sao_Paulo"],
  ART: [-180, "America/Argentina/Buenos_Aires"],
  WET: [0, "Europe/Lisbon"],
  WEST: [60, "Europe/Lisbon"],
  BST: [60, "Europe/London"],
  CET: [60, "Europe/Berlin"],
  CEST: [120, "Europe/Berlin"],
  MEZ: [60, "Europe/Berlin"],
  MESZ: [120, "Europe/Berlin"],
  EET: [120, "Europe/Helsinki"],
  EEST: [180, "Europe/Helsinki"],
  MSK: [180, "Europe/Moscow"],
  WAT: [60, "Africa/Lagos"],
  CAT: [120, "Africa/Maputo"],
  SAST: [120, "Africa/Johannesburg"],
  EAT: [180, "Africa/Nairobi"],
  GST: [240, "Asia/Dubai"],
  PKT: [300, "Asia/Karachi"],
  IST: [330, "Asia/Kolkata"],
  NPT: [345, "Asia/Kathmandu"],
  WIB: [420, "Asia/Jakarta"],
  SGT: [480, "Asia/Singapore"],
  HKT: [480, "Asia/Hong_Kong"],
  PHT: [480, "Asia/Manila"],
  AWST: [480, "Australia/Perth"],
  JST: [540, "Asia/Tokyo"],
  KST: [540, "Asia/Seoul"],
  ACST: [570, "Australia/Adelaide"],
  ACDT: [630, "Australia/Adelaide"],
  AEST: [600, "Australia/Sydney"],
  AEDT: [660, "Australia/Sydney"],
  NZST: [720, "Pacific/Auckland"],
  NZDT: [780, "Pacific/Auckland"],
};

/** Regions by the names that people use for them, with or without "time" behind. */
const colloquial: Readonly<Record<string, string>> = {
  PT: "America/Los_Angeles",
  MT: "America/Denver",
  CT: "America/Chicago",
  ET: "America/New_York",
  pacific: "America/Los_Angeles",
  mountain: "America/Denver",
  central: "America/Chicago",
  eastern: "America/New_York",
  uk: "Europe/London",
  german: "Europe/Berlin",
  swiss: "Europe/Zurich",
  indian: "Asia/Kolkata",
};

/** "Pacific Standard Time" and its kind state an offset, not just a region. */
const standardNames: Readonly<Record<string, string>> = {
  "pacific standard": "PST",
  "pacific daylight": "PDT",
  "mountain standard": "MST",
  "mountain daylight": "MDT",
  "central standard": "CST",
  "central daylight": "CDT",
  "eastern standard": "EST",
  "eastern daylight": "EDT",
  "central european": "CET",
  "central european summer": "CEST",
  "eastern european": "EET",
  "eastern european summer": "EEST",
  "british summer": "BST",
  "india standard": "IST",
  "indian standard": "IST",
  "east africa": "EAT",
  "japan standard": "JST",
};

/** Abbreviations that are no English word, so that lower case will do. */
const safeInLowerCase = /^(?:p[sd]t|mdt|edt|cest|cet|eest|aest|aedt|sgt|jst|bst)$/;

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

function abbreviation(name: string, code: string): Zone | null {
  const entry = Object.hasOwn(abbreviations, code) ? abbreviations[code] : undefined;
  return entry === undefined ? null : { kind: "abbreviation", name, offset: entry[0], region: entry[1] };
}

function colloquialZone(name: string, key: string): Zone | null {
  const region = (Object.hasOwn(colloquial, key) ? colloquial[key] : undefined) ?? regionsByCity().get(key);
  return region === undefined ? null : { kind: "region", name, region };
}

/** The longest zone name that begins at `at`, or null. A sign counts only directly there: ` +0200`. */
export function zoneAt(text: string, at: number): ZoneMatch | null {
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
  const [standard, summer] = [abbreviation("", pair?.[1] ?? ""), abbreviation("", pair?.[2] ?? "")];
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
  if (short !== null && (short === code || safeInLowerCase.test(short))) {
    const zone = abbreviation(short, code) ?? (/^[PMCE]T$/.test(short) ? colloquialZone(short, short) : null);
    if (zone !== null)
      return { zone, end: at + short.length + (sourceAt(timeWord, text, at + short.length)?.length ?? 0) };
  }
  const phrase = sourceAt(words, text, at) ?? sourceAt(dayWords, text, at);
  if (phrase !== null) {
    const key = phrase.toLowerCase().replace(/ time$/, "");
    const zone = abbreviation(phrase, standardNames[key] ?? "") ?? colloquialZone(phrase, key.replace(/ local$/, ""));
    if (zone !== null) return { zone, end: at + phrase.length };
  }
  return null;
}

/**
 * The zone that a whole text names, blanks around it aside: `Europe/Berlin`, `UTC+2`, `PDT`, `Pacific Time`; null when
 * it names none.
 */
export function parseZone(text: string): Zone | null {
  const trimmed = text.trim();
  const match = zoneAt(trimmed, 0);
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
