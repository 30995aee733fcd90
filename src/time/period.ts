/** Stretches of the calendar that incidents are counted by. */
export type PeriodUnit = "month" | "quarter" | "year";

/** The period that a day (`YYYY-MM-DD`) lies in: `2024-04`, `2024-Q2`, `2024`. */
export function periodOf(day: string, unit: PeriodUnit): string {
  const year = day.slice(0, 4);
  if (unit === "year") return year;
  return unit === "month" ? day.slice(0, 7) : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Every period from the one of `first` to that of `last`, without gaps. */
export function periodsBetween(first: string, last: string, unit: PeriodUnit): readonly string[] {
  const periods: string[] = [];
  const step = { month: 1, quarter: 3, year: 12 }[unit];
  for (let month = monthNumber(first); month <= monthNumber(last); month += step)
    periods.push(periodOf(firstOfMonth(month), unit));
  const end = periodOf(last, unit);
  if (first <= last && periods.at(-1) !== end) periods.push(end);
  return periods;
}

/** The finest unit that gives few enough periods to be told apart in a picture. */
export function unitFor(first: string, last: string): PeriodUnit {
  const months = monthNumber(last) - monthNumber(first) + 1;
  return months <= 36 ? "month" : months <= 120 ? "quarter" : "year";
}

/** The first day of the month that lies so many months before that of a day. */
export function monthsBefore(day: string, months: number): string {
  return firstOfMonth(monthNumber(day) - months);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}
