import { dayOf, type Day } from "./calendar";
import { atClock, toInstant, type Instant } from "./instant";
import { plain } from "./lexer/unmarked";
import { readPoint } from "./lexer/point";
import type { Zone } from "./lexer/zone";
import type { WrittenTime } from "./written";

/** A moment that a property or an argument states. */
export type ReadInstant =
  | {
      readonly ok: true;
      /** The wall clock as written. */
      readonly local: WrittenTime;
      /** UTC epoch milliseconds; null when day or zone is unknown. */
      readonly time: number | null;
      /** The zone that is written in it, else the one that was given. */
      readonly zone: Zone | null;
      readonly dst: Instant["dst"];
    }
  | { readonly ok: false; /** In words: `hour 25 does not exist`. */ readonly reason: string };

/**
 * Reads a moment that stands for itself, such as `2024-04-11T06:12`, `2024-04-11 06:12 UTC`, `06:12`.
 * `zone` counts where it states none, `day` where it states no date.
 */
export function readInstant(source: string, zone: Zone | null, day: Day | null = null): ReadInstant {
  const text = plain(source.trim());
  const point = readPoint(text, 0);
  if (point?.kind === "impossible") return { ok: false, reason: point.reason };
  if (point?.kind !== "time" || point.end < text.length)
    return { ok: false, reason: "not a date with a time such as `2024-04-11T06:12`" };
  const { date, clock } = point.time;
  if (date !== null && (date.kind !== "date" || date.year === null))
    return { ok: false, reason: "the date needs year, month and day, such as `2024-04-11`" };
  const local = atClock(
    date?.year == null ? day : dayOf({ year: date.year, month: date.month, day: date.day }),
    clock.clock,
  );
  const inZone = point.time.zone?.zone ?? zone;
  const instant =
    local.day === null || inZone === null ? null : toInstant({ day: local.day, clock: local.clock }, inZone);
  return {
    ok: true,
    local: { kind: "clock", ...local, precision: clock.precision },
    time: instant?.time ?? null,
    zone: inZone,
    dst: instant?.dst ?? null,
  };
}
