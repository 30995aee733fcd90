import type { Lexicon } from "../../language";
import { dayOf, formatDay } from "../../time";
import type { Day, StatedDate } from "../../time";

/** The day of a date with its year; of `10/11/2025` where the language has an order, else null. */
export function fullDay(date: StatedDate, { calendar }: Lexicon): Day | null {
  if (date.kind === "date") return date.year === null ? null : dayOf({ ...date, year: date.year });
  if (date.kind !== "numeric" || date.year === null) return null;
  const [custom] = calendar.first;
  if (custom === undefined) return null;
  const [month, day] = custom === "day" ? [date.second, date.first] : [date.first, date.second];
  return dayOf({ year: date.year, month, day });
}

/** The same; of `30.09.` the next such day from a day on, `2026-05-04`. */
export function fullDayFrom(from: string, date: StatedDate, language: Lexicon): Day | null {
  const inYear = (year: number): Day | null =>
    date.kind === "date" || date.kind === "numeric" ? fullDay({ ...date, year: date.year ?? year }, language) : null;
  const first = Number(from.slice(0, 4));
  const day = inYear(first);
  return day !== null && formatDay(day) < from ? (inYear(first + 1) ?? day) : day;
}
