import { withoutEnding } from "../../base";
import { digits, matchAt, opening } from "./scan";

/** Time since the incident began, as written. */
export interface Elapsed {
  readonly milliseconds: number;
  readonly end: number;
}

const zero = opening("t", /T ?[+=-]? ?0(?!\d|[:.]\d)(?: ?(?:s|m|h|min|minutes?|hours?)(?![a-z]))?/iy);
const sign = opening("t+-", /(?:T ?)?([+-]) ?(?=\d)/iy);
const asClock = opening(digits, /(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:])/y);
const part = opening(
  digits,
  /(\d{1,5}(?:[.,]\d{1,2})?) ?(d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?![a-z])[ ,]{0,2}/iy,
);
const bareMinutes = opening(digits, /(\d{1,5})(?![\d:.%a-z])/iy);
const unit: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** `T0`, `T+5m`, `T-00:10`, `+1h 20m` at `at`; a bare number of minutes only behind `T+`. `text` must be `plain`. */
export function readElapsed(text: string, at: number): Elapsed | null {
  const start = matchAt(zero, text, at);
  if (start !== null) return { milliseconds: 0, end: at + start[0].length };
  const signed = matchAt(sign, text, at);
  if (signed === null) return null;
  const direction = signed[1] === "-" ? -1 : 1;
  const hasT = signed[0].toLowerCase().startsWith("t");
  if (direction < 0 && !hasT) return null;
  const digits = at + signed[0].length;
  const clock = matchAt(asClock, text, digits);
  if (clock !== null) {
    const [whole, hours, minutes, seconds] = clock;
    return {
      milliseconds: direction * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000,
      end: digits + whole.length,
    };
  }
  let end = digits;
  let total = 0;
  for (let found = matchAt(part, text, end); found !== null; found = matchAt(part, text, end)) {
    total += Number((found[1] ?? "").replace(",", ".")) * (unit[(found[2] ?? "").charAt(0).toLowerCase()] ?? 0);
    end += found[0].length;
  }
  if (end > digits)
    return {
      milliseconds: direction * total,
      end: digits + withoutEnding(text.slice(digits, end).trimEnd(), ",").length,
    };
  const bare = hasT ? matchAt(bareMinutes, text, digits) : null;
  return bare === null ? null : { milliseconds: direction * Number(bare[1]) * 60_000, end: digits + bare[0].length };
}
