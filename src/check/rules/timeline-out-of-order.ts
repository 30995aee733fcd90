import { contains, firstIndex, lineBreakOf, lineEndBefore, lineStartOf } from "../../base";
import type { ListItem } from "../../note";
import type { Library } from "../../vault";
import type { Choice } from "../diagnostic";
import { defaultReach, outlyingEvents } from "../../incident";
import type { Timeline, TimelineEvent } from "../../incident";
import * as z from "../../schema";
import type { Place } from "../../base";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";

/** Of approximate times the order is approximate too: a quarter of an hour in milliseconds. */
const slack = 900_000;
const minute = 60_000;

export const timelineOutOfOrder = defineRule({
  id: "timeline-out-of-order",
  severity: "warning",
  why: "A reader takes the order of the lines for the order of events. A line that stands out of order is either misplaced or has a wrong time. Newest first is an order too.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 06:12 Config deployment\n- 06:25 Acknowledged\n- 06:25 Status page updated\n- 06:59 Restored",
      expect: [],
    },
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 06:59 Restored\n- 06:25 Acknowledged\n- 06:12 Config deployment",
      expect: [],
    },
    {
      note: "## Timeline\n\nAll times in UTC.\n\n- 14:29 Reported\n- 14:49 Logs read\n- 14:43 Fix merged\n- 14:55 Fix deployed",
      expect: ["6:3-6:8 `14:49` stands before `14:43`"],
      offers: ["Move it before `14:55`"],
    },
  ],
  *check({ incident, library }) {
    // An event of another month or year is the concern of `event-outside-incident`.
    const outlying = new Set(outlyingEvents(incident, defaultReach).events.map(({ event }) => event));
    for (const events of seriesOf(
      incident.timeline.events.filter(
        // A time that the clocks skipped is the concern of `unreadable-time`.
        (event) => event.time !== null && !event.nested && event.dst !== "nonexistent" && !outlying.has(event),
      ),
    )) {
      const direction = directionOf(events, incident.timeline.order);
      const misplaced = misplacedIn(events, direction);
      const [first] = misplaced;
      // With so many the order is no slip; one report says it all.
      const shown = misplaced.length > 2 && misplaced.length * 3 > events.length ? misplaced.slice(0, 1) : misplaced;
      const more = misplaced.length - shown.length;
      const wrong = new Set(misplaced.map(({ event }) => event));
      for (const { event, other, after } of shown) {
        const words = (of: TimelineEvent): string => wordsAt(library, timePlace(of));
        yield {
          ...atPlace(timePlace(event)),
          ...(mayBeMidnight(event, other) && { severity: "info" as const }),
          message: `\`${words(event)}\` stands ${after ? "after" : "before"} \`${words(other)}\`${more > 0 && event === first?.event ? `, and ${more} more times are out of order` : ""}`,
          help: mayBeMidnight(event, other)
            ? "state the date, if it is after midnight; else move the line or correct the time"
            : "move the line, or correct the time",
          choices:
            misplaced.length > mostMoved ? [] : moveLine(library, event, placeFor(event, events, { direction, wrong })),
          related: [{ ...timePlace(other), message: "out of order with this" }],
        };
      }
    }
  },
});

/** With more lines than these in the wrong place *Sort timeline* is the tool. */
const mostMoved = 3;

/** Where a line belongs: before or behind that of another event. */
interface LinePlace {
  readonly to: TimelineEvent;
  readonly behind: boolean;
}

/** Before the first event that is later, of those that stand in order; behind the last of all where none is. */
function placeFor(
  event: TimelineEvent,
  events: readonly TimelineEvent[],
  { direction, wrong }: { readonly direction: 1 | -1; readonly wrong: ReadonlySet<TimelineEvent> },
): LinePlace {
  const later = events.find((next) => !wrong.has(next) && direction * ((next.time ?? 0) - (event.time ?? 0)) > 0);
  return later === undefined ? { to: events.at(-1) ?? event, behind: true } : { to: later, behind: false };
}

/** Moves the line of an event; only a whole item within its list. */
function moveLine(library: Library, event: TimelineEvent, { to, behind }: LinePlace): readonly Choice[] {
  const { path } = event.place;
  const note = library.note(path);
  const itemOf = ({ timeSpan }: TimelineEvent): ListItem | undefined =>
    note?.listItems.find(({ fullSpan, depth }) => depth === 0 && contains(fullSpan, timeSpan));
  const [item, target] = [itemOf(event), itemOf(to)];
  if (note === null || item === undefined || target === undefined) return [];
  if (item === target || item.list !== target.list) return [];
  const start = lineStartOf(note.text, item.fullSpan.start);
  const next = note.text.indexOf("\n", item.fullSpan.end);
  const lines = note.text.slice(start, item.fullSpan.end);
  const lineBreak = lineBreakOf(note.text);
  // The last line of a note may have no end; then it is the one before that gives its own up.
  const taken =
    next < 0 ? { start: lineEndBefore(note.text, start), end: item.fullSpan.end } : { start, end: next + 1 };
  const at = behind ? target.fullSpan.end : lineStartOf(note.text, target.fullSpan.start);
  if (taken.start <= at && at <= taken.end) return [];
  return [
    {
      title: `Move it ${behind ? "behind" : "before"} \`${wordsAt(library, timePlace(to))}\``,
      edits: [
        { path, span: taken, text: "" },
        { path, span: { start: at, end: at }, text: behind ? lineBreak + lines : lines + lineBreak },
      ],
    },
  ];
}

function timePlace({ place, timeSpan }: TimelineEvent): Place {
  return { path: place.path, span: timeSpan };
}

function seriesOf(events: readonly TimelineEvent[]): Iterable<readonly TimelineEvent[]> {
  const series = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const key = `${event.place.path}\n${event.series}`;
    const known = series.get(key);
    if (known === undefined) series.set(key, [event]);
    else known.push(event);
  }
  return series.values();
}

/**
 * 1 for oldest first, -1 for newest first: as most steps of the list go, and of the whole timeline where they are even.
 */
function directionOf(events: readonly TimelineEvent[], order: Timeline["order"]): 1 | -1 {
  const steps = events
    .slice(1)
    .reduce((sum, event, index) => sum + Math.sign((event.time ?? 0) - (events[index]?.time ?? 0)), 0);
  if (steps !== 0) return steps > 0 ? 1 : -1;
  return order === "descending" ? -1 : 1;
}

interface Misplaced {
  readonly event: TimelineEvent;
  /** The nearest event in order that it contradicts. */
  readonly other: TimelineEvent;
  /** It stands after the other one. */
  readonly after: boolean;
}

/** The fewest events without which the rest is in order, each with the neighbour in order that it contradicts. */
function misplacedIn(events: readonly TimelineEvent[], direction: 1 | -1): readonly Misplaced[] {
  const key = ({ time }: TimelineEvent): number => direction * (time ?? 0);
  const kept = longestRun(events.map(key));
  const found: Misplaced[] = [];
  let before: TimelineEvent | null = null;
  const waiting: TimelineEvent[] = [];
  const settle = (behind: TimelineEvent | null): void => {
    for (const event of waiting.splice(0)) {
      const after = before !== null && key(before) > key(event);
      const other = after ? before : behind;
      if (other === null) continue;
      const apart = Math.abs(key(event) - key(other));
      const isVague = (event.approximate || other.approximate) && apart <= slack;
      // A time without seconds is that of the whole minute.
      const isSameMinute = apart < minute && [event, other].some(({ local }) => local.precision === "minute");
      if (!isVague && !isSameMinute) found.push({ event, other, after });
    }
  };
  for (const [index, event] of events.entries()) {
    if (!kept.has(index)) {
      waiting.push(event);
      continue;
    }
    settle(event);
    before = event;
  }
  settle(null);
  return found;
}

/** Indices of a longest run of values that never fall. */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  /** For each length the index that ends a run of it with the smallest value. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    const length = firstIndex(ends, (end) => (values[end] ?? 0) > value);
    previous.push(ends[length - 1] ?? -1);
    ends[length] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.add(index);
  return run;
}

/** Half a day or more back, and no date of its own. */
function mayBeMidnight(event: TimelineEvent, other: TimelineEvent): boolean {
  return event.dated !== "line" && Math.abs((event.time ?? 0) - (other.time ?? 0)) >= 43_200_000;
}
