import type { Note } from "../../note";
import type { DayEntry, Entry } from "./entry";
import type { Collected } from "./collect";

/** So many headings, or paragraphs, that begin with a time make a timeline. */
const headings = 2;
const paragraphs = 3;

/**
 * What is a timeline in a note without a section of that name: tables with a time column; headings that are times;
 * lists in which half of the items begin with a time, or with a date and a time wherever such items are common;
 * lists of labels with times. A single time in a list of other things is none.
 */
export function mostlyEvents(collected: Collected): Collected {
  const events = collected.entries.filter((entry) => entry.kind === "event");
  const bare = (source: Entry["source"]): number =>
    events.filter((event) => event.source === source && event.form === "bare").length;
  const isDated = ({ form, stamp }: Entry): boolean =>
    form === "bare" && stamp.kind === "time" && stamp.from.date !== null;
  const hasHeadings = bare("heading") >= headings;
  const hasParagraphs = bare("paragraph") >= paragraphs;
  const hasDatedItems = events.filter((event) => event.source === "item" && isDated(event)).length >= 2;
  const isInTimelineList = listsOfEvents(events);
  const isTimeline = (event: Entry): boolean => {
    if (event.source === "row") return true;
    if (event.source === "heading") return event.form === "bare" && hasHeadings;
    if (event.source === "paragraph") return event.form === "bare" && hasParagraphs;
    if (event.source !== "item") return false;
    // "Between 9:45 and 10:20: …" among lines that begin with a time; "At 10:00 we …" may be any sentence.
    const isRange = event.stamp.kind === "time" && event.stamp.to !== null;
    if (event.form === "led") return isRange && isInTimelineList(event);
    return (isDated(event) && hasDatedItems) || isInTimelineList(event);
  };
  const kept = collected.entries.filter((entry: Entry | DayEntry) => entry.kind === "day" || isTimeline(entry));
  return {
    ...collected,
    entries: kept,
    unreadable: kept.some((entry) => entry.kind === "event") ? collected.unreadable : [],
  };
}

/** Tells whether an event stands in a list of which half of the items, two at least, are events. */
function listsOfEvents(events: readonly Entry[]): (event: Entry) => boolean {
  const counts = new Map<string, Map<number, { events: number; items: number }>>();
  const countsOf = (note: Note): Map<number, { events: number; items: number }> => {
    const known = counts.get(note.path) ?? new Map<number, { events: number; items: number }>();
    if (!counts.has(note.path)) {
      counts.set(note.path, known);
      for (const { list } of note.listItems) known.set(list, { events: 0, items: (known.get(list)?.items ?? 0) + 1 });
    }
    return known;
  };
  for (const { source, note, list } of events) {
    const count = source === "item" && list !== null ? countsOf(note).get(list) : undefined;
    if (count !== undefined) count.events += 1;
  }
  return ({ note, list }) => {
    const count = list === null ? undefined : countsOf(note).get(list);
    return count !== undefined && count.events >= 2 && count.events * 2 >= count.items;
  };
}
