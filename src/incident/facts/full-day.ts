import type { Lexicon } from "../../language";
import { dayOf } from "../../time";
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
