import type { Incident, TimelineEvent } from "../../incident";
import type { Settings } from "../../settings";
import { formatClock, formatDay, toLocal, utc, zoneNamed } from "../../time";
import type { Zone } from "../../time";
import { contains, enclosing, lineStartOf } from "../../base";
import type { ListItem, Note, TableRow } from "../../note";
import type { Place, Span } from "../../base";
import type { Library } from "../../vault";
import { findSubpath } from "../../vault";
import type { EditPlan } from "./plan";

/** An event that is to be written down while the incident runs. */
export interface NewEvent {
  readonly text: string;
  /** Epoch milliseconds, UTC. */
  readonly time: number;
}

/**
 * Adds an event to the timeline, in the note that it stands in and in the form of the events beside
 * it: below the last one, or above the first where the newest come first.
 */
export function insertTimelineEvent(
  incident: Incident,
  library: Library,
  settings: Settings,
  event: NewEvent,
): EditPlan {
  const text = event.text.replace(/\s+/g, " ").trim();
  if (text === "") return { ok: false, message: "an event needs a few words" };
  const { timeline } = incident;
  const main = timeline.events.filter(({ nested }) => !nested);
  const newestFirst = timeline.order === "descending";
  const neighbour = newestFirst ? main[0] : main[main.length - 1];
  if (neighbour !== undefined) {
    const note = neighbour.place.path === incident.note.path ? incident.note : library.note(neighbour.place.path);
    if (note === null) return { ok: false, message: `\`${neighbour.place.path}\` cannot be read` };
    return besides(note, neighbour, newestFirst, { ...event, text }, zoneOf(incident, settings, neighbour));
  }
  const end = emptyTimeline(incident, library);
  if (end === null) return { ok: false, message: "the note has no timeline section; add a heading `Timeline` first" };
  const zone = zoneOf(incident, settings, null);
  const named = timeline.zone !== null || incident.fields.timezone !== null;
  const local = toLocal(event.time, named ? zone : utc);
  const line = `- ${formatDay(local.day)} ${formatClock(local.clock)}${named ? "" : " UTC"} ${text}`;
  const before = end.note.text.slice(0, end.offset);
  const gap = before.endsWith("\n\n") || before === "" ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  return planned(end.note, end.offset, `${gap}${line}\n`);
}

/** Whether a note holds the timeline of an incident, or the place where its first event would go. */
export function holdsTimeline(incident: Incident, library: Library, path: string): boolean {
  const { events } = incident.timeline;
  return events.length > 0
    ? events.some(({ place }) => place.path === path)
    : emptyTimeline(incident, library)?.note.path === path;
}

/** The zone that a new event is written in: its neighbour's, or what the incident says. */
function zoneOf({ fields, timeline }: Incident, settings: Settings, neighbour: TimelineEvent | null): Zone {
  const name = neighbour?.zone?.name ?? timeline.zone ?? fields.timezone ?? settings.timezone;
  return zoneNamed(name) ?? zoneNamed(settings.timezone) ?? utc;
}

/** Where the first event goes: the end of the section that the timeline section embeds, or of that section itself. */
function emptyTimeline(
  { note, sections }: Incident,
  library: Library,
): { readonly note: Note; readonly offset: number } | null {
  const section = sections.find(({ id }) => id === "timeline");
  if (section === undefined) return null;
  let place: Place = { path: note.path, span: section.body };
  for (const embed of note.embeds) {
    if (!contains(section.body, embed.span)) continue;
    const target = library.resolve(embed.linkpath, note.path);
    const shown = target.kind === "found" ? library.note(target.path) : null;
    const part = shown === null ? null : findSubpath(shown, embed.subpath);
    if (shown !== null && part !== null) place = { path: shown.path, span: part.span };
  }
  const target = place.path === note.path ? note : library.note(place.path);
  if (target === null) return null;
  const { start } = place.span;
  const length = target.text.slice(start, place.span.end).trimEnd().length;
  const end = start + length;
  const feed = target.text.indexOf("\n", end);
  return { note: target, offset: feed < 0 ? target.text.length : feed + 1 };
}

function besides(note: Note, neighbour: TimelineEvent, newestFirst: boolean, event: NewEvent, zone: Zone): EditPlan {
  const { text } = note;
  const local = toLocal(event.time, zone);
  const sameDay = neighbour.local.startsWith("T") || neighbour.local.startsWith(formatDay(local.day));
  const time = timeLike(neighbour, formatDay(local.day), local.clock, sameDay);
  const row = rowOf(note, neighbour);
  if (row !== null) {
    const cells = row.cells.map((cell) =>
      contains(cell, neighbour.timeSpan)
        ? time
        : contains(cell, neighbour.textSpan)
          ? event.text.replaceAll("|", "\\|")
          : "",
    );
    const line = `${text.slice(lineStartOf(text, row.span.start), row.span.start)}| ${cells.join(" | ")} |`;
    return newestFirst
      ? planned(note, lineStartOf(text, row.span.start), `${line}\n`)
      : planned(note, row.span.end, `\n${line}`);
  }
  const item = itemOf(note, neighbour);
  if (item === null) {
    const paragraph = enclosing(note.leaves, neighbour.timeSpan.start);
    if (paragraph?.type === "paragraph" && newestFirst)
      return planned(note, paragraph.span.start, `- ${time} ${event.text}\n\n`);
    const end = Math.max(paragraph?.span.end ?? 0, neighbour.place.span.end);
    return planned(note, end, `\n\n- ${time} ${event.text}`);
  }
  const start = lineStartOf(text, item.marker.start);
  const labelled = neighbour.textSpan.start >= neighbour.timeSpan.end && neighbour.textSpan.start <= item.textSpan.end;
  const before = labelled ? text.slice(item.marker.end, neighbour.timeSpan.start) : " ";
  const between = labelled ? text.slice(neighbour.timeSpan.end, neighbour.textSpan.start) : " ";
  const line = `${text.slice(start, item.marker.start)}${markerAfter(text, item, newestFirst)}${before}${time}${between}${event.text}`;
  return newestFirst ? planned(note, start, `${line}\n`) : planned(note, item.fullSpan.end, `\n${line}`);
}

/** The time in the form of the neighbour's, with the day when it is another one. */
function timeLike({ end, raw }: TimelineEvent, day: string, clock: number, sameDay: boolean): string {
  const written = /\d{1,2}:\d{2}(:\d{2})?(?:\.\d+)?( ?[ap]\.?m\.?)?/i.exec(raw);
  if (end !== null || written === null) return `${day} ${formatClock(clock)}`;
  const [whole, seconds, meridiem] = written;
  const twentyFour = formatClock(clock, seconds === undefined ? "minute" : "second");
  const now = meridiem === undefined ? twentyFour : twelveHours(clock, meridiem);
  const withDay = /\d{4}-\d{2}-\d{2}/.test(raw);
  if (withDay) return raw.replace(whole, now).replace(/\d{4}-\d{2}-\d{2}/, day);
  return sameDay ? raw.replace(whole, now) : `${day} ${now}`;
}

/** `1:13 PM` in the spelling of `meridiem`. */
function twelveHours(clock: number, meridiem: string): string {
  const [hour = "0", minute = "00"] = formatClock(clock).split(":");
  const half = Number(hour) < 12 ? "a" : "p";
  const upper = /[AP]/.test(meridiem);
  const spelled = meridiem.replace(/[ap]/i, upper ? half.toUpperCase() : half);
  return `${String(Number(hour) % 12 || 12)}:${minute}${spelled}`;
}

/** The next number in a numbered list. */
function markerAfter(text: string, { marker, ordered }: ListItem, newestFirst: boolean): string {
  const written = text.slice(marker.start, marker.end);
  return ordered && !newestFirst ? written.replace(/\d+/, (number) => String(Number(number) + 1)) : written;
}

function itemOf(note: Note, { timeSpan }: TimelineEvent): ListItem | null {
  return (
    note.listItems.find(({ span, textSpan }) => contains(span, timeSpan) && textSpan.start <= timeSpan.start) ?? null
  );
}

function rowOf(note: Note, { timeSpan }: TimelineEvent): TableRow | null {
  for (const { rows, span } of note.tables) {
    if (contains(span, timeSpan)) return rows.find((row) => contains(row.span, timeSpan)) ?? null;
  }
  return null;
}

function planned(note: Note, offset: number, text: string): EditPlan {
  const span: Span = { start: offset, end: offset };
  const ended = note.text.includes("\r\n") ? text.replace(/\n/g, "\r\n") : text;
  return { ok: true, edits: [{ path: note.path, span, text: ended }] };
}
