import type { Incident, TimelineEvent } from "../../incident";
import type { Settings } from "../../settings";
import { dayOfWritten, formatClock, formatDay, toInstant, toLocal, utc, zoneNamed, zoneOrUtc } from "../../time";
import type { Zone } from "../../time";
import { contains, enclosing, lineStartOf, editsByPath } from "../../base";
import type { ListItem, Note, TableRow } from "../../note";
import type { Place, Span } from "../../base";
import type { Library } from "../../vault";
import { findSubpath } from "../../vault";
import { withNotes } from "../../vault";
import { placeholderIn, readIncident, sectionsNamed } from "../../incident";
import { applyEdits, plainWords, singleSpaced } from "../../base";
import type { Edit } from "../../base";
import { parseNote } from "../../note";
import type { EditPlan } from "./plan";

/** An event that is to be written down while the incident runs. */
export interface NewEvent {
  readonly text: string;
  /** Epoch milliseconds, UTC. */
  readonly time: number;
}

/**
 * Adds an event to the timeline, in the note that it stands in and in the form of the events beside it: in place of the
 * line that a template keeps for the first one, at its place by its time, or where no place keeps what others say,
 * below the last one, above the first where the newest come first.
 */
export function insertTimelineEvent(target: EventTarget, { text: words, time }: NewEvent): EditPlan {
  const event = { text: singleSpaced(words).trim(), time };
  if (event.text === "") return { ok: false, message: "an event needs a few words" };
  const placed = inPlaceholder(target, event) ?? insertTimelineEvents(target, [event]);
  return placed.ok ? placed : atTheEnd(target, event);
}

function atTheEnd(target: EventTarget, event: NewEvent): EditPlan {
  const { incident, settings } = target;
  const main = mainEvents(incident);
  const newestFirst = incident.timeline.order === "descending";
  const neighbour = newestFirst ? main[0] : main[main.length - 1];
  if (neighbour === undefined) return first(target, [event], false);
  const note = noteAt(target, neighbour.place.path);
  if (note === null) return { ok: false, message: `\`${neighbour.place.path}\` cannot be read` };
  const beside = { neighbour, before: newestFirst, dated: false, stated: false };
  return besides(note, beside, event, zoneOf(incident, settings, neighbour));
}

/**
 * In place of what a template keeps for the first event, such as `06:12 TODO: the first sign of trouble`; null where
 * there is no such line, or an event beside it already.
 */
function inPlaceholder(target: EventTarget, event: NewEvent): EditPlan | null {
  const { incident, library } = target;
  const main = mainEvents(incident);
  const [kept] = main;
  if (kept !== undefined) {
    if (!main.every(({ text }) => isOpen(incident, text))) return null;
    const note = noteAt(target, kept.place.path);
    if (note === null) return null;
    const local = toLocal(event.time, zoneOf(incident, target.settings, kept));
    const isSameDay = (dayOfWritten(kept.local) ?? local.day) === local.day;
    const text = rowOf(note, kept) === null ? event.text : inCell(event.text);
    const edits = [
      { path: note.path, span: kept.timeSpan, text: timeLike(kept, formatDay(local.day), local.clock, isSameDay) },
      { path: note.path, span: kept.textSpan, text },
    ];
    return readsBack(target, edits, [event], kept) ? { ok: true, edits } : null;
  }
  const end = emptyTimeline(incident, library);
  if (end === null) return null;
  const { note, span } = end;
  const isLine = ({ start, end: to }: Span): boolean =>
    contains(span, { start, end: to }) && isOpen(incident, note.text.slice(start, to));
  const item = note.listItems.find(({ task, textSpan }) => task === null && isLine(textSpan));
  const leaf = note.leaves.find(
    ({ type, item: within, span: lines }) => type === "paragraph" && !within && isLine(lines),
  );
  const open = item?.textSpan ?? leaf?.span;
  if (open === undefined) return null;
  const bullet = item === undefined ? "- " : "";
  const { clock, day, stated } = writtenFirst(target, event.time);
  for (const time of [clock, `${day} ${clock}`, stated]) {
    const edits = [{ path: note.path, span: open, text: `${bullet}${time} ${event.text}` }];
    if (readsBack(target, edits, [event])) return { ok: true, edits };
  }
  return null;
}

/** Whether a line, or what an event says, begins with what a template left open. */
function isOpen({ language }: Incident, text: string): boolean {
  return placeholderIn(text, language)?.start === 0;
}

export function mainEvents({ timeline }: Incident): readonly TimelineEvent[] {
  return timeline.events.filter(({ nested }) => !nested);
}

export function noteAt({ incident, library }: EventTarget, path: string): Note | null {
  return path === incident.note.path ? incident.note : library.note(path);
}

/** Where events are written to. */
export interface EventTarget {
  readonly incident: Incident;
  readonly library: Library;
  readonly settings: Settings;
}

/** The first events of a timeline, one below the other. */
function first({ incident, library, settings }: EventTarget, events: readonly NewEvent[], stated: boolean): EditPlan {
  const end = emptyTimeline(incident, library);
  if (end === null) return { ok: false, message: "the note has no timeline section; add a heading `Timeline` first" };
  const zone = zoneOf(incident, settings, null);
  const lines = events.map(({ text, time }) => {
    const written = writtenFirst({ incident, library, settings }, time);
    const offset = stated && isZoneNamed(incident) ? offsetAt(time, zone) : "";
    return `- ${written.stated}${offset} ${text}`;
  });
  const before = end.note.text.slice(0, end.offset);
  const gap = before.endsWith("\n\n") || before === "" ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  return planned(end.note, end.offset, `${gap}${lines.join("\n")}\n`);
}

/** A time without neighbours: the clock alone, its day, and both in a form that needs nothing else of the note. */
function writtenFirst(
  { incident, settings }: EventTarget,
  time: number,
): { readonly clock: string; readonly day: string; readonly stated: string } {
  const isNamed = isZoneNamed(incident);
  const local = toLocal(time, isNamed ? zoneOf(incident, settings, null) : utc);
  const [clock, day] = [formatClock(local.clock), formatDay(local.day)];
  return { clock, day, stated: `${day} ${clock}${isNamed ? "" : " UTC"}` };
}

function isZoneNamed({ fields, timeline }: Incident): boolean {
  return timeline.zone !== null || fields.timezone !== null;
}

/**
 * Adds events to the timeline, each at its place among those that stand there, in their form and zone. The plan is read
 * back before it is given: every event has the time that it had, and the new ones theirs, to the minute. Where one
 * among the others would change a day, they all go behind the last, each with its date; where the clock was set back
 * and a time alone would be read as the earlier one, it states its offset.
 *
 * @param events In the order of their times, each text one line of Markdown
 */
export function insertTimelineEvents(target: EventTarget, events: readonly NewEvent[]): EditPlan {
  const main = mainEvents(target.incident);
  const plans =
    main.length === 0
      ? [false, true].map((stated) => () => first(target, events, stated))
      : [false, true].flatMap((stated) => [
          () => amongOthers(target, main, events, stated),
          () => behindAll(target, main, events, stated),
        ]);
  let refusal: EditPlan = { ok: false, message: "the events cannot be added without changing what others say" };
  for (const plan of plans) {
    const tried = plan();
    if (!tried.ok) refusal = tried;
    else if (readsBack(target, tried.edits, events)) return tried;
  }
  return refusal;
}

function amongOthers(
  target: EventTarget,
  main: readonly TimelineEvent[],
  events: readonly NewEvent[],
  stated: boolean,
): EditPlan {
  return merged(
    events.map((event) => ({ ...placeFor(target, main, event), stated })),
    target,
  );
}

/** The place of an event by its time; at the end where an event below it would take its day. */
export function placeFor(
  { incident, settings }: EventTarget,
  main: readonly TimelineEvent[],
  event: NewEvent,
): Omit<Placed, "stated"> {
  const { order } = incident.timeline;
  const isEarlier = ({ time }: TimelineEvent): boolean => time !== null && time <= event.time;
  const index =
    order === "ascending"
      ? main.findLastIndex(isEarlier) + 1
      : order === "descending"
        ? main.findIndex(isEarlier)
        : main.length;
  const below = index < 0 ? undefined : main[index];
  const atEnd = { event, neighbour: main[main.length - 1], before: false, dated: true };
  if (below !== undefined && below.dated !== "line" && below.dated !== "above" && below.dated !== "preamble") {
    const { day } = toLocal(event.time, zoneOf(incident, settings, below));
    if (dayOfWritten(below.local) !== day) return atEnd;
  }
  if (below === undefined) return { ...atEnd, dated: false };
  return order === "descending" || index === 0
    ? { event, neighbour: below, before: true, dated: false }
    : { event, neighbour: main[index - 1], before: false, dated: false };
}

function behindAll(
  target: EventTarget,
  main: readonly TimelineEvent[],
  events: readonly NewEvent[],
  stated: boolean,
): EditPlan {
  const neighbour = main[main.length - 1];
  return merged(
    events.map((event) => ({ event, neighbour, before: false, dated: true, stated })),
    target,
  );
}

interface Placed extends Omit<Beside, "neighbour"> {
  readonly event: NewEvent;
  readonly neighbour: TimelineEvent | undefined;
}

/** One edit for each place; where the newest come first, the later of two new events stands above. */
function merged(placed: readonly Placed[], target: EventTarget): EditPlan {
  const { incident, library, settings } = target;
  const isDescending = incident.timeline.order === "descending";
  const edits = new Map<string, Edit>();
  for (const { event, neighbour, ...how } of placed) {
    if (neighbour === undefined) continue;
    const { path } = neighbour.place;
    const note = path === incident.note.path ? incident.note : library.note(path);
    if (note === null) return { ok: false, message: `\`${path}\` cannot be read` };
    const plan = besides(note, { neighbour, ...how }, event, zoneOf(incident, settings, neighbour));
    if (!plan.ok) return plan;
    for (const edit of plan.edits) {
      const key = `${edit.path}\n${edit.span.start}`;
      const other = edits.get(key)?.text ?? "";
      edits.set(key, { ...edit, text: isDescending ? `${edit.text}${other}` : `${other}${edit.text}` });
    }
  }
  return { ok: true, edits: [...edits.values()] };
}

/** Whether the timeline would say after these edits what it says now, without `gone`, and the new events besides. */
export function readsBack(
  { incident, library, settings }: EventTarget,
  edits: readonly Edit[],
  events: readonly NewEvent[],
  gone: TimelineEvent | null = null,
): boolean {
  const edited = new Map(
    [...editsByPath(edits)].map(([path, mine]) => {
      const text = (path === incident.note.path ? incident.note.text : library.text(path)) ?? "";
      return [path, parseNote(applyEdits(text, mine) ?? text, path)] as const;
    }),
  );
  const after = withNotes(library, edited);
  const note = edited.get(incident.note.path) ?? incident.note;
  const read = readIncident(note, after, settings).timeline.events;
  const minuteOf = (time: number | null): string => (time === null ? "?" : String(Math.floor(time / 60_000)));
  const said = ({ time, text }: Pick<TimelineEvent, "time" | "text">): string =>
    `${minuteOf(time)} ${plainWords(text)}`;
  const found = read.map(said).sort();
  const kept = incident.timeline.events.filter((event) => event !== gone);
  const wanted = [...kept, ...events].map(said).sort();
  return found.length === wanted.length && found.every((each, index) => each === wanted[index]);
}

/** Whether a note holds the timeline of an incident, or the place where its first event would go. */
export function holdsTimeline(incident: Incident, library: Library, path: string): boolean {
  const { events } = incident.timeline;
  return events.length > 0
    ? events.some(({ place }) => place.path === path)
    : emptyTimeline(incident, library)?.note.path === path;
}

/** The zone that a new event is written in: its neighbour's, or what the incident says. */
export function zoneOf({ fields, timeline }: Incident, settings: Settings, neighbour: TimelineEvent | null): Zone {
  const name = neighbour?.zone?.name ?? timeline.zone ?? fields.timezone ?? settings.timezone;
  return zoneNamed(name) ?? zoneOrUtc(settings.timezone);
}

/** Where the first event goes: the end of the section that the timeline section embeds, or of that section itself. */
function emptyTimeline(
  { note, sections }: Incident,
  library: Library,
): { readonly note: Note; readonly span: Span; readonly offset: number } | null {
  const [section] = sectionsNamed(sections, "timeline");
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
  return { note: target, span: place.span, offset: feed < 0 ? target.text.length : feed + 1 };
}

/** Which event a new one stands beside. */
interface Beside {
  readonly neighbour: TimelineEvent;
  /** Above it, not below. */
  readonly before: boolean;
  /** With its date, even where the neighbour has none. */
  readonly dated: boolean;
  /** With its offset from UTC, where the time alone would be read as an earlier one. */
  readonly stated: boolean;
}

/** ` UTC+1` for a time that a wall clock showed before too, just before it was set back; else nothing. */
function offsetAt(time: number, zone: Zone): string {
  const local = toLocal(time, zone);
  const minutes = Math.round((local.day * 86_400_000 + local.clock - time) / 60_000);
  if (toInstant(local, zone).time === time) return "";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return ` UTC${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

function besides(
  note: Note,
  { neighbour, before: above, dated, stated }: Beside,
  event: NewEvent,
  zone: Zone,
): EditPlan {
  const { text } = note;
  const local = toLocal(event.time, zone);
  const isSameDay = (dayOfWritten(neighbour.local) ?? local.day) === local.day;
  const offset = stated ? offsetAt(event.time, zone) : "";
  const time = `${timeLike(neighbour, formatDay(local.day), local.clock, isSameDay && !dated)}${offset}`;
  const row = rowOf(note, neighbour);
  if (row !== null) {
    const cells = row.cells.map((cell) =>
      contains(cell, neighbour.timeSpan) ? time : contains(cell, neighbour.textSpan) ? inCell(event.text) : "",
    );
    const line = `${text.slice(lineStartOf(text, row.span.start), row.span.start)}| ${cells.join(" | ")} |`;
    return above
      ? planned(note, lineStartOf(text, row.span.start), `${line}\n`)
      : planned(note, row.span.end, `\n${line}`);
  }
  const item = itemOf(note, neighbour);
  if (item === null) {
    const paragraph = enclosing(note.leaves, neighbour.timeSpan.start);
    if (paragraph?.type === "paragraph" && above)
      return planned(note, paragraph.span.start, `- ${time} ${event.text}\n\n`);
    const end = Math.max(paragraph?.span.end ?? 0, neighbour.place.span.end);
    return planned(note, end, `\n\n- ${time} ${event.text}`);
  }
  const start = lineStartOf(text, item.marker.start);
  const labelled = neighbour.textSpan.start >= neighbour.timeSpan.end && neighbour.textSpan.start <= item.textSpan.end;
  const before = labelled ? text.slice(item.marker.end, neighbour.timeSpan.start) : " ";
  const between = labelled ? text.slice(neighbour.timeSpan.end, neighbour.textSpan.start) : " ";
  const line = `${text.slice(start, item.marker.start)}${markerAfter(text, item, above)}${before}${time}${between}${event.text}`;
  return above ? planned(note, start, `${line}\n`) : planned(note, item.fullSpan.end, `\n${line}`);
}

/** Text as a cell of a table holds it. */
export function inCell(text: string): string {
  return text.replace(/\\?\|/g, "\\|");
}

/** The time in the form of the neighbour's, with the day when it is another one. */
export function timeLike(neighbour: TimelineEvent, day: string, clock: number, sameDay: boolean): string {
  const { raw } = neighbour;
  const written = /\d{1,2}:\d{2}(:\d{2})?(?:\.\d+)?( ?[ap]\.?m\.?)?/i.exec(raw);
  // What the neighbour says of itself besides, such as its end or its time elsewhere, is not true of another event.
  const isPlain = neighbour.end === null && neighbour.also.length === 0 && !neighbour.approximate;
  const zone = neighbour.zone?.from === "line" ? ` ${neighbour.zone.name}` : "";
  if (!isPlain || written === null) return `${day} ${formatClock(clock)}${zone}`;
  const [whole, seconds, meridiem] = written;
  const twentyFour = formatClock(clock, seconds === undefined ? "minute" : "second");
  const now = meridiem === undefined ? twentyFour : twelveHours(clock, meridiem);
  const withDay = /\d{4}-\d{2}-\d{2}/.test(raw);
  if (withDay) return raw.replace(whole, now).replace(/\d{4}-\d{2}-\d{2}/, day);
  return sameDay ? raw.replace(whole, now) : `${day} ${now}${zone}`;
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
function markerAfter(text: string, { marker, ordered }: ListItem, above: boolean): string {
  const written = text.slice(marker.start, marker.end);
  return ordered && !above ? written.replace(/\d+/, (number) => String(Number(number) + 1)) : written;
}

export function itemOf(note: Note, { timeSpan }: TimelineEvent): ListItem | null {
  return (
    note.listItems.find(({ span, textSpan }) => contains(span, timeSpan) && textSpan.start <= timeSpan.start) ?? null
  );
}

export function rowOf(note: Note, { timeSpan }: TimelineEvent): TableRow | null {
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
