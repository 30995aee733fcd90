import { IANAZone } from "luxon";
import { Scanner, digitsOf, holdsAny, isLetter, once, quoted, withoutEnding } from "../../base";
import { english, folded, perLanguage, phraseTable, wordTree } from "../../language";
import type { Lexicon, Words } from "../../language";

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

const universal = once(() => wordTree(["utc", "gmt", "uct", "coordinated universal", "greenwich mean"]));
const continents: ReadonlySet<string> = new Set(
  "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US".split(
    "|",
  ),
);
/** Before "time", or without it where nothing follows: "Pacific daylight". */
const northAmerican = once(() => wordTree(["pacific", "mountain", "central", "eastern"]));
const season = once(() => wordTree(["standard", "daylight"]));

/** The end of a name that the text does not go on with one of these characters behind; the offset itself for none. */
function endUnless(scanner: Scanner, from: number, characters: string): number {
  return scanner.isLetter() || scanner.isDigit() || scanner.isAt(characters) ? from : scanner.at;
}

/** "UTC", "Greenwich mean"; without letters, digits or `_` behind it. */
function universalEnd(text: string, at: number): number {
  if (text.charAt(at) === "Z") return endUnless(new Scanner(text, at + 1), at, "_/");
  const scanner = new Scanner(text, at);
  return universal().take(scanner) === undefined ? at : endUnless(scanner, at, "_");
}

const signs = "+-−";

/** The end of the hours, and minutes, by which "UTC" is shifted: `+2`, `-07:30`, ` +02`. */
function shiftEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  const isApart = scanner.sign(" ") !== "";
  if (scanner.sign(signs) === "") return at;
  const isPlain = takeOffset(scanner, !isApart) && (isApart ? isEnd(scanner) : !goesOn(scanner) && !scanner.isAt("%"));
  return isPlain ? scanner.at : at;
}

/** Goes over `2`, `07` and, where they may stand, `0730` and `07:30`. */
function takeOffset(scanner: Scanner, hasMinutes: boolean): boolean {
  const digits = scanner.digits(1, hasMinutes ? 4 : 2);
  if (digits.length === 3) return false;
  const minutes = scanner.fork();
  if (digits.length < 3 && hasMinutes && minutes.sign(":") !== "" && minutes.digits(2) !== "") scanner.at = minutes.at;
  return digits !== "";
}

function goesOn(scanner: Scanner): boolean {
  return scanner.isDigit() || scanner.isAt(":") || scanner.isAtDigitBehind(".");
}

/** Whether a line, a sentence or a bracket ends here. */
function isEnd(scanner: Scanner): boolean {
  const behind = scanner.fork();
  behind.run(" ");
  if (behind.isDone() || behind.isAt("\n),;|]*_")) return true;
  return behind.sign(".:") !== "" && !behind.isDigit();
}

/** The end of `+0200`, `-07:30`, `+02`, which need no "UTC". */
function bareOffsetEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  if (scanner.sign(signs) === "" || scanner.digits(2) === "") return at;
  const minutes = scanner.fork();
  minutes.sign(":");
  if (minutes.digits(2) !== "") scanner.at = minutes.at;
  return scanner.isDigit() || scanner.isAt(":.") ? at : scanner.at;
}

/** The end of what looks like `America/Argentina/Buenos_Aires` or `Etc/GMT+2`. */
function ianaEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  if (!continents.has(scanner.letters(2, 10))) return at;
  let end = at;
  for (let count = 0; count < 2 && scanner.sign("/") !== "" && scanner.run(ofCity, 32) !== ""; count++)
    end = scanner.at;
  if (end === at) return at;
  scanner.at = end;
  for (let count = 0; count < 2 && scanner.sign("+-") !== "" && scanner.run(lower + upper + digits, 14) !== ""; count++)
    end = scanner.at;
  return end;
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";
const ofCity = `${lower}${upper}_`;

/** The end of an abbreviation such as `PST`. */
function codeEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  return scanner.letters(2, 5) === "" ? at : endUnless(scanner, at, "_/+");
}

/** `PST/PDT` */
function pairAt(text: string, at: number): { readonly standard: string; readonly summer: string; end: number } | null {
  const scanner = new Scanner(text, at);
  const [standard, slash, summer] = [scanner.run(upper, 4), scanner.sign("/"), scanner.run(upper, 4)];
  return standard.length < 3 || slash === "" || summer.length < 3 || endUnless(scanner, at, "_/") === at
    ? null
    : { standard, summer, end: scanner.at };
}

/** The end of up to three words and "time": "Pacific standard time". */
function timePhraseEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  for (let count = 0, least = 2; count < 3; count++, least = 4) {
    if (scanner.letters(least, count === 0 ? 16 : 9) === "" || scanner.isLetter() || scanner.sign(" ") === "")
      return at;
    const time = scanner.fork();
    if (time.literal("time") && !time.isLetter()) return time.at;
  }
  return at;
}

/** The end of "Pacific daylight" where nothing follows. */
function bareNameEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  if (northAmerican().take(scanner) === undefined) return at;
  const further = scanner.fork();
  if (further.sign(" ") !== "" && season().take(further) !== undefined) scanner.at = further.at;
  const behind = scanner.fork();
  behind.run(" ");
  return behind.isDone() || behind.isAt("\n:;,.)]|*-") ? scanner.at : at;
}

/** Offset behind " time" and " standard time". */
function timeWordEnd(text: string, at: number): number {
  const scanner = new Scanner(text, at);
  if (scanner.sign(" ") === "") return at;
  if (season().take(scanner) !== undefined && scanner.sign(" ") === "") return at;
  return scanner.literal("time") && !scanner.isLetter() ? scanner.at : at;
}

/** Minutes east for `+2`, `-0730`, `+05:30`; null beyond the offsets that were ever in use (−12:00 to +14:00). */
function offsetMinutes(source: string): number | null {
  const written = digitsOf(source);
  const [hours, minutes] = written.length > 2 ? [written.slice(0, -2), written.slice(-2)] : [written, "0"];
  const total = Number(hours) * 60 + Number(minutes);
  const west = holdsAny(source, "-−");
  // Zones in use are whole quarters of an hour off: `06:12 UTC-06:40 UTC` is a range.
  if (Number(minutes) > 59 || Number(minutes) % 15 !== 0 || total > (west ? 720 : 840)) return null;
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
  const word = new Scanner(name.trim());
  word.letters(0, Infinity);
  return !word.isDone();
}

/** Whether a name or an offset may begin with this code: a letter of any script, or a sign. */
function mayBeZone(code: number): boolean {
  return isLetter(code) || code === plus || code === minus || code > 127;
}

const [plus, minus] = [43, 45];

/** The longest zone name that begins at `at`, or null. A sign counts only directly there: ` +0200`. */
export function zoneAt(text: string, at: number, language: Lexicon = english): ZoneMatch | null {
  if (!mayBeZone(text.charCodeAt(at))) return null;
  const signEnd = bareOffsetEnd(text, at);
  if (signEnd > at) {
    const sign = text.slice(at, signEnd);
    const offset = offsetMinutes(sign);
    return offset === null ? null : { zone: named(sign, offset), end: signEnd };
  }
  const regionEnd = ianaEnd(text, at);
  const region = text.slice(at, regionEnd);
  if (region !== "" && IANAZone.create(region).isValid)
    return { zone: { kind: "region", name: region, region }, end: regionEnd };
  const universalAt = universalEnd(text, at);
  if (universalAt > at) return shifted(text, at, universalAt);
  const pair = pairAt(text, at);
  const [standard, summer] = [pair?.standard ?? "", pair?.summer ?? ""].map((code) => abbreviation("", code, language));
  if (
    pair !== null &&
    standard?.kind === "abbreviation" &&
    summer?.kind === "abbreviation" &&
    standard.region === summer.region
  )
    return { zone: { kind: "region", name: text.slice(at, pair.end), region: standard.region }, end: pair.end };
  const short = text.slice(at, codeEnd(text, at));
  const code = short.toUpperCase();
  if (short !== "" && (short === code || readers(language).lowerCase.has(short))) {
    const zone = abbreviation(short, code, language) ?? regionZone(short, language);
    if (zone !== null) return { zone, end: timeWordEnd(text, at + short.length) };
  }
  const phraseEnd = timePhraseEnd(text, at);
  const phrase = text.slice(at, phraseEnd > at ? phraseEnd : bareNameEnd(text, at));
  if (phrase !== "") {
    const key = withoutEnding(withoutEnding(phrase.toLowerCase(), " time"), " local");
    const zone = colloquialZone(phrase, key, language);
    if (zone !== null) return { zone, end: at + phrase.length };
  }
  return wordedZone(text, at, language);
}

/** `UTC`, `Z`, `GMT+2`, "UTC time"; behind `Z` no hours follow. */
function shifted(text: string, at: number, end: number): ZoneMatch {
  const shiftedEnd = text.charAt(at) === "Z" ? end : shiftEnd(text, end);
  const offset = shiftedEnd > end ? offsetMinutes(text.slice(end, shiftedEnd)) : null;
  const nameEnd = offset === null ? end : shiftedEnd;
  return { zone: named(text.slice(at, nameEnd), offset ?? 0), end: timeWordEnd(text, nameEnd) };
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
