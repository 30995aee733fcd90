import { withoutLead } from "../../base";
import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Place, Span } from "../../base";
import { logMilestone, markedMilestone } from "../milestones/marks";
import type { DayEvent, OtherReading, Timeline, TimelineEvent, UnreadableTime } from "./timeline";
import type { DatedEntries, DatedEntry, DatedTime } from "./dates";
import type { Collected } from "./collect";
import type { Entry } from "./entry";
import type { UnknownZone } from "./zone-statement";
import type { ChosenZone, ZoneContext } from "./zone-choice";
import { applyZone, zoneInTimeline, zoneOfLines } from "./zone-choice";
import type { Precision, StatedTime, WrittenTime, Zone } from "../../time";
import { offsetInForce, toInstant, toLocal, writtenAt } from "../../time";

/** What events are made of. */
export interface EventsInput extends DatedEntries {
  readonly collected: Collected;
  readonly zonesOf: (note: Note) => ZoneContext;
  readonly host: Note;
  /** For times whose zone nobody states. */
  readonly defaultZone: Zone;
  /** When the incident began, by property: what `T+5m` counts from, if no event says; UTC epoch milliseconds. */
  readonly started: number | null;
}

/** Puts together what was read: instants, texts and marks of every event, in the order of the text. */
export function buildEvents({ collected, dated, days, zonesOf, host, defaultZone, started }: EventsInput): Timeline {
  const entries = collected.entries.filter((entry) => entry.kind === "event");
  const common = zoneOfLines(entries);
  const zoneOf = (entry: Entry): ChosenZone => {
    const [own, outer] = [zonesOf(entry.note), zonesOf(host)];
    return (
      zoneInTimeline(entry) ??
      own.stated() ??
      outer.stated() ??
      own.property ??
      outer.property ??
      common ??
      own.mentioned() ??
      outer.mentioned() ?? { zone: defaultZone, remark: null, from: "setting", place: null }
    );
  };
  const datedEvents = new Map(dated.map((each) => [each.entry, clockEvent(each, collected, zoneOf(each.entry))]));
  const zero =
    dated.flatMap(({ entry, stamp }) => {
      const time = datedEvents.get(entry)?.time ?? null;
      return stamp.elapsed === null || time === null ? [] : [time - stamp.elapsed];
    })[0] ?? null;
  const first = dated.flatMap(({ entry }) => datedEvents.get(entry)?.time ?? [])[0] ?? null;
  const opening = new Map<number, number | null>();
  for (const entry of entries)
    if (!opening.has(entry.series)) opening.set(entry.series, datedEvents.get(entry)?.time ?? null);
  const above = timesAbove(entries, (entry) => datedEvents.get(entry));
  // A table may begin with a time and go on relative to it.
  const zeroOf = (entry: Entry): number | null =>
    zero ?? above.get(entry) ?? opening.get(entry.series) ?? started ?? first;
  const read = entries.map(
    (entry) => datedEvents.get(entry) ?? elapsedEvent(entry, collected, zoneOf(entry), zeroOf(entry)),
  );
  const events = withSecondHours(read, entries.map(zoneOf));
  const zone = commonZone(events) ?? statedZone(entries.map(zoneOf));
  return {
    events,
    days: dayEvents(collected, days),
    zone,
    unreadable: [...collected.unreadable.flatMap(unreadableTime), ...dated.flatMap(garbledDate)],
    unknownZones: unknownZones(collected, zone === null && events.length > 0 ? zonesOf(host).unknown() : null, host),
    order: orderOf(events),
  };
}

/**
 * Of each `+5m` the time that it counts from: the last one before it in its list or table, which of events in falling
 * order stands below.
 */
function timesAbove(
  entries: readonly Entry[],
  eventOf: (entry: Entry) => TimelineEvent | undefined,
): ReadonlyMap<Entry, number> {
  const isFalling = orderOf(entries.flatMap((entry) => eventOf(entry) ?? [])) === "descending";
  const last = new Map<number, number>();
  const found = new Map<Entry, number>();
  for (const entry of isFalling ? [...entries].reverse() : entries) {
    const time = eventOf(entry)?.time ?? last.get(entry.series);
    if (time === undefined) continue;
    last.set(entry.series, time);
    if (entry.stamp.kind === "elapsed" && entry.stamp.since === "above") found.set(entry, time);
  }
  return found;
}

const confidences: Readonly<Record<Entry["source"], number>> = {
  heading: 1,
  item: 1,
  row: 1,
  paragraph: 0.9,
  log: 0.8,
};

/** What an event says about its moment. */
type Moment = Pick<TimelineEvent, "local" | "time" | "end" | "zone" | "also" | "dated" | "approximate" | "dst">;

function eventOf(
  entry: Entry,
  { mode, language }: Pick<Collected, "mode" | "language">,
  { local, time, end, zone, also, dated, approximate, dst }: Moment,
): TimelineEvent {
  const { note, span, stamp, textSpan, remarks, source, series, nested } = entry;
  const text = wordsOf(note, textSpan);
  return {
    place: { path: note.path, span },
    timeSpan: stamp.span,
    raw: note.text.slice(stamp.span.start, stamp.span.end),
    local,
    time,
    end,
    zone,
    also,
    dated,
    approximate,
    dst,
    text,
    textSpan,
    milestone:
      source === "log"
        ? logMilestone(remarks)
        : (markedMilestone(text, language) ?? (remarks === "" ? null : remarkedMilestone(remarks, language))),
    labelled: entry.form === "label" && note.text.slice(textSpan.end, stamp.span.start).includes(":"),
    series,
    nested,
    confidence: confidences[source] * (entry.form === "bare" ? 1 : 0.9) * (mode === "anywhere" ? 0.8 : 1),
  };
}

function dayEvents({ entries }: Collected, days: DatedEntries["days"]): readonly DayEvent[] {
  return entries.flatMap((entry): DayEvent[] => {
    const known = entry.kind === "day" ? days.get(entry) : undefined;
    if (entry.kind !== "day" || entry.description === null || known === undefined) return [];
    const {
      note,
      description: { span, textSpan },
    } = entry;
    return [{ ...known, place: { path: note.path, span }, text: wordsOf(note, textSpan) }];
  });
}

/** In one line: line breaks, and the quote marks behind them, are blanks. */
function wordsOf({ text: source }: Note, { start, end }: Span): string {
  const text = source.slice(start, end);
  return !text.includes("\n")
    ? withoutBreak(text)
    : text
        .split("\n")
        .map((line, index) => withoutBreak((index === 0 ? line : withoutLead(line, ">")).trimEnd()))
        .filter((line) => line !== "")
        .join(" ");
}

/** Without the backslash that breaks a line. */
function withoutBreak(line: string): string {
  return /(?:^|[^\\])\\$/.test(line) ? line.slice(0, -1).trimEnd() : line;
}

/** The mark in another cell of the row. */
function remarkedMilestone(remarks: string, language: Lexicon): TimelineEvent["milestone"] {
  return remarks
    .split(" | ")
    .reduce<TimelineEvent["milestone"]>((found, remark) => found ?? markedMilestone(remark, language), null);
}

function clockEvent(
  { entry, stamp, start, end, dated }: DatedEntry,
  { mode, language }: Pick<Collected, "mode" | "language">,
  chosen: ChosenZone,
): TimelineEvent {
  const { from, to, also, approximate } = stamp;
  const at = placed(start, from, chosen);
  const ending =
    end === null || to === null ? null : placed(end, to, to.zone === null ? chosen : { ...chosen, zone: to.zone.zone });
  return eventOf(
    entry,
    { mode, language },
    {
      local: at.local,
      time: at.time,
      end: ending && { local: ending.local, time: ending.time },
      zone: at.zone,
      also: [
        ...also.map(({ span, from: other }) => ({ ...otherReading({ ...other, span }, at.time), inColumn: false })),
        ...entry.besideColumns.map((other) => ({ ...otherReading(other, at.time), inColumn: true })),
      ],
      dated,
      approximate,
      dst: at.dst,
    },
  );
}

/** A local time with its instant, if the day is known. */
function placed(
  { day, clock }: DatedTime,
  { clock: { precision } }: StatedTime,
  chosen: ChosenZone,
): Pick<TimelineEvent, "local" | "time" | "zone" | "dst"> {
  const local = { kind: "clock", day, clock, precision } as const;
  if (day === null) return { local, time: null, zone: null, dst: null };
  const { zone, instant } = applyZone(chosen, { day, clock });
  return { local, time: instant.time, zone, dst: instant.dst };
}

/** The other zone's day is the one that brings both readings closest together. */
function otherReading(
  { clock: { clock, precision }, zone, span }: StatedTime,
  time: number | null,
): Omit<OtherReading, "inColumn"> {
  const name = zone?.zone.name ?? "";
  if (zone === null || time === null)
    return { span, name, local: { kind: "clock", day: null, clock, precision }, time: null };
  const { day } = toLocal(time, zone.zone);
  const candidates = [day - 1, day, day + 1].map((each) => ({
    each,
    instant: toInstant({ day: each, clock }, zone.zone).time,
  }));
  const { each, instant } = candidates.reduce((best, next) =>
    Math.abs(next.instant - time) < Math.abs(best.instant - time) ? next : best,
  );
  return { span, name, local: { kind: "clock", day: each, clock, precision }, time: instant };
}

/** `T+5m` as a local time, if it is known what it counts from. */
function elapsedEvent(
  entry: Entry,
  { mode, language }: Pick<Collected, "mode" | "language">,
  chosen: ChosenZone,
  zero: number | null,
): TimelineEvent {
  const since = entry.stamp.kind === "elapsed" ? entry.stamp.milliseconds : 0;
  const precision: Precision = since % 60_000 === 0 ? "minute" : "second";
  const vague = { end: null, also: [], approximate: false, dst: null };
  if (zero === null)
    return eventOf(
      entry,
      { mode, language },
      {
        ...vague,
        local: { kind: "elapsed", since, precision },
        time: null,
        zone: null,
        dated: null,
      },
    );
  const time = zero + since;
  return eventOf(
    entry,
    { mode, language },
    {
      ...vague,
      local: writtenAt(time, chosen.zone, precision),
      time,
      zone: applyZone(chosen, toLocal(time, chosen.zone)).zone,
      dated: "carried",
    },
  );
}

function commonZone(events: readonly TimelineEvent[]): string | null {
  const counts = new Map<string, number>();
  for (const { zone } of events) {
    if (zone === null || zone.from === "setting") continue;
    const name = zone.name === "Z" ? "UTC" : zone.name;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/**
 * An hour that the clocks went through twice is meant as the second one where only that is in order. `zones` are those
 * of the events.
 */
function withSecondHours(events: readonly TimelineEvent[], zones: readonly ChosenZone[]): readonly TimelineEvent[] {
  if (events.every(({ dst }) => dst !== "ambiguous")) return events;
  const found = [...events];
  const isDescending = orderOf(events.filter(({ dst }) => dst === null)) === "descending";
  const last = new Map<number, number>();
  for (const step of events.keys()) {
    const index = isDescending ? events.length - 1 - step : step;
    const [event, zone] = [found[index], zones[index]?.zone];
    if (event?.time == null || zone === undefined) continue;
    const before = last.get(event.series) ?? -Infinity;
    if (event.dst === "ambiguous" && event.zone !== null && event.time < before) {
      const offset = offsetInForce(zone, event.time + 3 * 3_600_000);
      const time = event.time + (event.zone.offset - offset) * 60_000;
      if (time >= before)
        found[index] = { ...event, time, dst: null, zone: { ...event.zone, offset, offsetInForce: offset } };
    }
    last.set(event.series, found[index]?.time ?? event.time);
  }
  return found;
}

/** That of times whose day is not known. */
function statedZone(zones: readonly ChosenZone[]): string | null {
  const [name, ...others] = new Set(zones.flatMap(({ zone, from }) => (from === "setting" ? [] : zone.name)));
  return name === undefined || others.length > 0 ? null : name === "Z" ? "UTC" : name;
}

function unreadableTime({ note, stamp }: Collected["unreadable"][number]): readonly UnreadableTime[] {
  const place: Place = { path: note.path, span: stamp.span };
  const raw = note.text.slice(stamp.span.start, stamp.span.end);
  if (stamp.kind === "impossible") return [{ place, raw, reason: stamp.reason, kind: "impossible" }];
  return /\d{1,2}:\d?(?:x|\?|--)/i.test(raw) ? [{ place, raw, reason: "the minutes are missing", kind: "open" }] : [];
}

/** A year with a digit too many is reported even where it is plain which one was meant. */
function garbledDate({ entry: { note, stamp }, stamp: { from } }: DatedEntry): readonly UnreadableTime[] {
  if (from.date?.kind !== "garbled") return [];
  const raw = note.text.slice(stamp.span.start, stamp.span.end);
  return [
    {
      place: { path: note.path, span: stamp.span },
      raw,
      reason: `year ${from.date.year} has five digits`,
      kind: "impossible",
    },
  ];
}

/** Those in the timeline; failing that, the one in the rest of the note. */
function unknownZones(collected: Collected, elsewhere: UnknownZone | null, host: Note): Timeline["unknownZones"] {
  const found = collected.unknownZones.map(({ note, span, name }) => ({ place: { path: note.path, span }, name }));
  return found.length > 0 || elsewhere === null
    ? found
    : [{ place: { path: host.path, span: elsewhere.span }, name: elsewhere.name }];
}

/** By the steps within each series that are comparable: two thirds of them one way. */
function orderOf(events: readonly TimelineEvent[]): Timeline["order"] {
  let [up, down] = [0, 0];
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before?.series !== event.series) continue;
    const step =
      before.time !== null && event.time !== null ? event.time - before.time : stepBetween(before.local, event.local);
    if (step > 0) up += 1;
    if (step < 0) down += 1;
  }
  return down === 0 || up >= 2 * down ? "ascending" : up === 0 || down >= 2 * up ? "descending" : "mixed";
}

/** From one time without an instant to another, in milliseconds; 0 where they cannot be compared. */
function stepBetween(from: WrittenTime, to: WrittenTime): number {
  if (from.precision !== to.precision) return 0;
  if (from.kind === "elapsed" && to.kind === "elapsed") return to.since - from.since;
  if (from.kind === "elapsed" || to.kind === "elapsed") return 0;
  return from.day === null && to.day === null ? to.clock - from.clock : 0;
}
