import { applyEdits, lineStartOf } from "../../base";
import type { Edit, Span } from "../../base";
import type { Incident, MilestoneId, TimelineEvent } from "../../incident";
import { markedMilestone } from "../../incident";
import type { Note } from "../../note";
import { dayOfWritten, formatDay, toLocal } from "../../time";
import type { EventTarget, NewEvent } from "./insert-event";
import { inCell, itemOf, mainEvents, noteAt, placeFor, readsBack, rowOf, timeLike, zoneOf } from "./insert-event";
import type { EditPlan } from "./plan";

/** What an event is to say. */
export interface ChangedEvent extends NewEvent {
  /** What it is marked as; null for nothing. */
  readonly milestone: MilestoneId | null;
}

/** A mark before the words of an event: `(Detection)`. */
const mark = /^[([（]([\p{L} ]{2,30})[)\]）]\s+/u;

/** The words of an event without the mark before them. */
export function wordsOfEvent({ language }: Incident, { text }: TimelineEvent): string {
  const found = mark.exec(text);
  return found !== null && markedMilestone(found[0].trim(), language) !== null ? text.slice(found[0].length) : text;
}

/**
 * Gives an event another time, other words or another mark, and puts it at its place by its time. What belongs to it
 * stays with it. The plan is read back before it is given: all other events say what they said.
 */
export function changeTimelineEvent(target: EventTarget, event: TimelineEvent, change: ChangedEvent): EditPlan {
  const note = noteAt(target, event.place.path);
  if (note === null) return { ok: false, message: `\`${event.place.path}\` cannot be read` };
  const isSameTime = event.time !== null && Math.floor(event.time / 60_000) === Math.floor(change.time / 60_000);
  const isPlain = event.end === null && event.also.length === 0 && !event.approximate;
  if (!isSameTime && !isPlain)
    return { ok: false, message: "its time says more than one moment: change it in the note" };
  const text = `${markFor(target.incident, event, change)}${change.text}`;
  const said = { text, time: isSameTime ? event.time : change.time };
  const inPlace = editsOf(target, note, event, { text, time: isSameTime ? null : change.time });
  const plans = [moved(target, note, event, { said, edits: inPlace }), inPlace];
  for (const edits of plans) {
    if (edits === null) continue;
    if (edits.length === 0) return { ok: false, message: "the event says so already" };
    if (readsBack(target, edits, [said], event)) return { ok: true, edits };
  }
  return { ok: false, message: "the event cannot be changed without changing what others say" };
}

/** What stands before the words: the mark that stood there while it means the same, else the milestone's name. */
function markFor(incident: Incident, event: TimelineEvent, { milestone, text }: ChangedEvent): string {
  if (milestone === null || markedMilestone(text, incident.language) === milestone) return "";
  const written = event.text.slice(0, event.text.length - wordsOfEvent(incident, event).length);
  return event.milestone === milestone && written !== "" ? written : `(${milestone}) `;
}

/** Its time and its words, each only where it changes; the time that stands there for null. */
function editsOf(
  { settings, incident }: EventTarget,
  note: Note,
  event: TimelineEvent,
  { text, time }: { readonly text: string; readonly time: number | null },
): readonly Edit[] {
  const { path } = note;
  const edits: Edit[] = [];
  if (time !== null) {
    const local = toLocal(time, zoneOf(incident, settings, event));
    const isSameDay = dayOfWritten(event.local) === local.day;
    edits.push({ path, span: event.timeSpan, text: timeLike(event, formatDay(local.day), local.clock, isSameDay) });
  }
  const written = rowOf(note, event) === null ? text : inCell(text);
  if (written !== note.text.slice(event.textSpan.start, event.textSpan.end))
    edits.push({ path, span: event.textSpan, text: written });
  return edits;
}

/** The same with the whole item or row at its place among the others; null where it stands there or cannot be moved. */
function moved(
  target: EventTarget,
  note: Note,
  event: TimelineEvent,
  { edits, said }: { readonly said: NewEvent; readonly edits: readonly Edit[] },
): readonly Edit[] | null {
  const { incident } = target;
  const others = mainEvents(incident).filter((other) => other !== event);
  if (event.nested || incident.timeline.order === "mixed" || others.length === 0) return null;
  const { before, neighbour } = placeFor(target, others, said);
  const from = blockOf(note, event);
  const beside = neighbour?.place.path === note.path ? blockOf(note, neighbour) : null;
  if (from === null || beside === null || from.kind !== beside.kind) return null;
  // Beside its neighbour already, in its own list.
  const at = before ? beside.span.start : beside.span.end;
  if (isBeside(incident, event, neighbour, before)) return null;
  const own = edits.map(({ span, text }) => ({
    path: note.path,
    span: { start: span.start - from.span.start, end: span.end - from.span.start },
    text,
  }));
  const block = applyEdits(note.text.slice(from.span.start, from.span.end), own);
  if (block === null) return null;
  const removed = { start: from.span.start, end: from.span.end };
  return [
    { path: note.path, span: removed, text: "" },
    { path: note.path, span: { start: at, end: at }, text: block },
  ];
}

/** Whether an event stands right below its neighbour, or above where it has to be before it. */
function isBeside(
  incident: Incident,
  event: TimelineEvent,
  neighbour: TimelineEvent | undefined,
  before: boolean,
): boolean {
  const main = mainEvents(incident);
  const index = main.indexOf(event);
  return main[before ? index + 1 : index - 1] === neighbour;
}

/** The lines of an event with what is nested in it, each with its line end; null for what is no item or row. */
function blockOf(note: Note, event: TimelineEvent): { readonly kind: "item" | "row"; readonly span: Span } | null {
  const row = rowOf(note, event);
  const item = row === null ? itemOf(note, event) : null;
  const span = row?.span ?? item?.fullSpan;
  if (span === undefined) return null;
  const feed = note.text.indexOf("\n", span.end);
  // The last line of a note may lack its end.
  if (feed < 0) return null;
  return { kind: row === null ? "item" : "row", span: { start: lineStartOf(note.text, span.start), end: feed + 1 } };
}
