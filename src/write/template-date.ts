import type { DateTime } from "luxon";

/** How each moment token is written; a string is the luxon token with the same meaning. */
const tokens: Readonly<Record<string, string | ((time: DateTime) => string)>> = {
  YYYY: "yyyy",
  YY: "yy",
  Y: "y",
  GGGG: "kkkk",
  GG: "kk",
  Q: "q",
  MMMM: "LLLL",
  MMM: "LLL",
  MM: "LL",
  M: "L",
  Do: (time) => ordinal(time.day),
  DDDD: "ooo",
  DDD: "o",
  DD: "dd",
  D: "d",
  dddd: "cccc",
  ddd: "ccc",
  dd: (time) => time.toFormat("ccc").slice(0, 2),
  d: (time) => String(time.weekday % 7),
  E: "c",
  WW: "WW",
  W: "W",
  HH: "HH",
  H: "H",
  hh: "hh",
  h: "h",
  mm: "mm",
  m: "m",
  ss: "ss",
  s: "s",
  SSS: "SSS",
  A: "a",
  a: (time) => time.toFormat("a").toLowerCase(),
  ZZ: "ZZZ",
  Z: "ZZ",
  X: (time) => String(Math.floor(time.toSeconds())),
  x: (time) => String(time.toMillis()),
  LT: "h:mm a",
  L: "LL/dd/yyyy",
  LL: "LLLL d, yyyy",
  LLL: "LLLL d, yyyy h:mm a",
};

/** A bracketed literal, or the longest token at a place; anything else stands for itself. */
const formatPart =
  /\[([^[\]]*)\]|YYYY|YY|Y|GGGG|GG|Q|MMMM|MMM|MM|M|Do|DDDD|DDD|DD|D|dddd|ddd|dd|d|E|WW|W|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x|LLL|LL|LT|L/g;

/**
 * Writes a time by a format of moment.js, as the core Templates plugin takes them: `YYYY-MM-DD`,
 * `HH:mm`, `dddd, MMMM Do [at] h:mm a`. English names, whatever the system's language.
 */
export function formatMoment(time: DateTime, format: string): string {
  const english = time.setLocale("en-US");
  return format.replace(formatPart, (part: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const token = tokens[part];
    if (token === undefined) return part;
    return typeof token === "string" ? english.toFormat(token) : token(english);
  });
}

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13;
  const suffix = teen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${suffix}`;
}
