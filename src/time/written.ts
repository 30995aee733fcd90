import { formatDay, type Day } from "./calendar";
import { toLocal } from "./instant";
import type { Zone } from "./lexer/zone";

/** How finely a time is written. */
export type Precision = "minute" | "second" | "millisecond";

/** A time as a text gives it, before a zone makes an instant of it. */
export type WrittenTime =
  | {
      readonly kind: "clock";
      /** Null when no date is known. */
      readonly day: Day | null;
      /** Milliseconds since midnight. */
      readonly clock: number;
      readonly precision: Precision;
    }
  /** `T+5m`, where nobody tells when the incident began. */
  | {
      readonly kind: "elapsed";
      /** Milliseconds since the beginning; negative before it. */
      readonly since: number;
      readonly precision: Precision;
    };

/** What the wall clock shows at an instant (epoch milliseconds). */
export function writtenAt(time: number, zone: Zone, precision: Precision = "minute"): WrittenTime {
  return { kind: "clock", ...toLocal(time, zone), precision };
}

/** The day of a written time; null where it has none. */
export function dayOfWritten(written: WrittenTime | undefined): Day | null {
  return written?.kind === "clock" ? written.day : null;
}

/** The time of day of a written time, in milliseconds since midnight; null for an elapsed one. */
export function clockOfWritten(written: WrittenTime | undefined): number | null {
  return written?.kind === "clock" ? written.clock : null;
}

/** Whether two times read the same to the last digit. */
export function isSameWritten(a: WrittenTime, b: WrittenTime): boolean {
  return formatWritten(a) === formatWritten(b);
}

/** `06:12`, `06:12:07`, `06:12:07.250`; `clock` in milliseconds since midnight. */
export function formatClock(clock: number, precision: Precision = "minute"): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const minutes = `${two(clock / 3_600_000)}:${two((clock / 60_000) % 60)}`;
  if (precision === "minute") return minutes;
  const seconds = `${minutes}:${two((clock / 1000) % 60)}`;
  return precision === "second" ? seconds : `${seconds}.${String(clock % 1000).padStart(3, "0")}`;
}

/** For machines: `2024-04-11T06:12`, `T06:12` without a day, `T+00:05` since the beginning. */
export function formatWritten(written: WrittenTime): string {
  const day = dayOfWritten(written);
  return `${day === null ? "" : formatDay(day)}T${timeOf(written)}`;
}

/** For readers: `2024-04-11 06:12`, `06:12` without a day, `+00:05` since the beginning. */
export function displayWritten(written: WrittenTime): string {
  const day = dayOfWritten(written);
  return `${day === null ? "" : `${formatDay(day)} `}${timeOf(written)}`;
}

function timeOf(written: WrittenTime): string {
  return written.kind === "clock"
    ? formatClock(written.clock, written.precision)
    : `${written.since < 0 ? "-" : "+"}${formatClock(Math.abs(written.since), written.precision)}`;
}

/** What the wall clock shows at an instant (epoch milliseconds): `2024-04-11T06:12`. */
export function formatLocal(time: number, zone: Zone, precision: Precision = "minute"): string {
  return formatWritten(writtenAt(time, zone, precision));
}

/** Epoch milliseconds as `2024-04-11T06:12:00Z`; milliseconds only where there are any. */
export function formatInstant(time: number): string {
  return `${formatLocal(time, { kind: "fixed", name: "Z", offset: 0 }, time % 1000 === 0 ? "second" : "millisecond")}Z`;
}
