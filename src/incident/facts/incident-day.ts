import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Place, Span } from "../../base";
import type { IncidentFields } from "../properties/read";
import type { Day } from "../../time";
import { dayOf, findStamps } from "../../time";
import { fullDay } from "./full-day";
import { isReportDate } from "./report-date";

/** A day that a note gives as the day of its incident. */
export interface StatedDay {
  readonly day: Day;
  readonly from: "date" | "file name" | "title" | "heading";
  /** Where it stands; null for the file name. */
  readonly place: Place | null;
}

/**
 * Every day that the note's property `date`, its file name, its title and its first heading name; the most binding
 * first.
 */
export function statedDays(note: Note, fields: IncidentFields, language: Lexicon): readonly StatedDay[] {
  const days: StatedDay[] = [];
  const add = (from: StatedDay["from"], day: Day | null, span: Span | null): void => {
    if (day !== null) days.push({ day, from, place: span === null ? null : { path: note.path, span } });
  };
  add("date", isoDay(fields.date ?? ""), fields.entries.get("date")?.value.span ?? null);
  add("file name", isoDay(note.path.slice(note.path.lastIndexOf("/") + 1)), null);
  const heading = note.headings.find(({ level, root }) => level === 1 && root);
  const spans = { heading: heading?.textSpan ?? null, title: fields.entries.get("title")?.value.span ?? null };
  for (const from of ["heading", "title"] as const) {
    const span = spans[from];
    const found = span === null ? null : firstDay(note.text.slice(span.start, span.end), language);
    if (span !== null && found !== null)
      add(from, found.day, { start: span.start + found.span.start, end: span.start + found.span.end });
  }
  return days;
}

/** The most binding of the days that a note gives as that of its incident, and no more read than it takes; or null. */
export function incidentDay(note: Note, fields: IncidentFields, language: () => Lexicon): Day | null {
  return (
    isoDay(fields.date ?? "") ??
    isoDay(note.path.slice(note.path.lastIndexOf("/") + 1)) ??
    statedDays(note, fields, language())[0]?.day ??
    null
  );
}

/** `2024-04-11`, and in file names also `2024_04_11` and `20240411`. */
function isoDay(text: string): Day | null {
  const [, year, month, day] = /(?:^|\D)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(text) ?? [];
  return year === undefined ? null : dayOf({ year: Number(year), month: Number(month), day: Number(day) });
}

/** The first date with a year in a line of text. */
function firstDay(text: string, language: Lexicon): { readonly day: Day; readonly span: Span } | null {
  for (const stamp of findStamps(text, language)) {
    const date = stamp.kind === "date" ? stamp.date : stamp.from.date;
    if (date === null || isReportDate(text, stamp.span, language)) continue;
    const day = fullDay(date, language);
    if (day !== null) return { day, span: stamp.span };
  }
  return null;
}
