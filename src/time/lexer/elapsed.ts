import { Scanner, once } from "../../base";
import { english, treeOf } from "../../language";

/** Time since another moment, as written. */
export interface Elapsed {
  readonly milliseconds: number;
  /** `T+5m` counts from the start of the incident, `+5m` from a time above it. */
  readonly since: "start" | "above";
  readonly end: number;
}

type Amount = Pick<Elapsed, "milliseconds" | "end">;

/** The units of such times, in whatever language a note is, in milliseconds. */
const units = once(() => {
  const { second, minute, hour, day } = english.lengths.units;
  return treeOf([
    ...second.map((word) => [word, 1000] as const),
    ...minute.map((word) => [word, 60_000] as const),
    ...hour.map((word) => [word, 3_600_000] as const),
    ...day.map((word) => [word, 86_400_000] as const),
  ]);
});

/** `T0`, `T+5m`, `T-00:10`, `+1h 20m` at `at`; a bare number of minutes only behind `T+`. `text` must be `plain`. */
export function readElapsed(text: string, at: number): Elapsed | null {
  const scanner = new Scanner(text, at);
  const hasT = scanner.literal("t");
  if (!hasT && !scanner.isAt("+")) return null;
  const zero = hasT ? zeroEnd(scanner.fork()) : null;
  if (zero !== null) return { milliseconds: 0, since: "start", end: zero };
  scanner.sign(" ");
  const sign = scanner.sign("+-");
  scanner.sign(" ");
  if (sign === "" || !scanner.isDigit()) return null;
  const direction = sign === "-" ? -1 : 1;
  const since = clockSince(scanner.fork()) ?? partsSince(scanner.fork()) ?? (hasT ? minutesSince(scanner) : null);
  return since && { milliseconds: direction * since.milliseconds, since: hasT ? "start" : "above", end: since.end };
}

/** The end of `T0`, `T+0 min`, as far as the `T`. */
function zeroEnd(scanner: Scanner): number | null {
  scanner.sign(" ");
  scanner.sign("+=-");
  scanner.sign(" ");
  if (scanner.sign("0") === "" || scanner.isDigit() || scanner.isAtDigitBehind(":.")) return null;
  const { at } = scanner;
  scanner.sign(" ");
  return units().take(scanner) === undefined ? at : scanner.at;
}

/** `00:10`, `1:20:05` */
function clockSince(scanner: Scanner): Amount | null {
  const hours = scanner.digits(1, 3);
  const minutes = hours !== "" && scanner.sign(":") !== "" ? scanner.digits(2) : "";
  const seconds = minutes !== "" && scanner.sign(":") !== "" ? scanner.digits(2) : "";
  if (minutes === "" || scanner.isDigit() || scanner.isAt(":") || scanner.text.charAt(scanner.at - 1) === ":")
    return null;
  return {
    milliseconds: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
    end: scanner.at,
  };
}

/** `1h 20m`, `6.5 hrs` */
function partsSince(scanner: Scanner): Amount | null {
  let milliseconds = 0;
  let end = scanner.at;
  const start = end;
  for (;;) {
    const whole = scanner.digits(1, 5);
    const fraction =
      whole !== "" && scanner.isAtDigitBehind(".,") && scanner.sign(".,") !== "" ? scanner.digits(1, 2) : "";
    scanner.sign(" ");
    const unit = whole === "" ? undefined : units().take(scanner);
    if (unit === undefined) break;
    milliseconds += Number(`${whole}.${fraction}`) * unit;
    end = scanner.at;
    scanner.run(" ,", 2);
  }
  return end === start ? null : { milliseconds, end };
}

function minutesSince(scanner: Scanner): Amount | null {
  const minutes = scanner.digits(1, 5);
  return minutes === "" || scanner.isDigit() || scanner.isLetter() || scanner.isAt(":.%")
    ? null
    : { milliseconds: Number(minutes) * 60_000, end: scanner.at };
}
