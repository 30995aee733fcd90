import type { Note } from "../note/note";
import type { Anchor, Entry } from "./timeline-entry";
import type { Harvest } from "./timeline-entries";

/** So many headings, or paragraphs, that begin with a time make a timeline. */
const headings = 2;
const paragraphs = 3;

/**
 * What is a timeline in a note without a section of that name: tables with a time column; headings that are times;
 * lists in which half of the items begin with a time, or with a date and a time wherever such items are common;
 * lists of labels with times. A single time in a list of other things is none.
 */
export function mostlyEvents(harvest: Harvest): Harvest {
  const events = harvest.entries.filter((entry) => entry.kind === "event");
  const count = (source: Entry["source"]): number => events.filter((event) => event.source === source && event.form === "bare").length;
  const isHeadings = count("heading") >= headings;
  const isParagraphs = count("paragraph") >= paragraphs;
  const isDated = ({ stamp }: Entry): boolean => stamp.kind === "time" && stamp.from.date !== null;
  const datedItems = events.filter((event) => event.source === "item" && event.form === "bare" && isDated(event)).length;
  const lists = new Map<number, number>();
  for (const event of events) if (event.source === "item") lists.set(event.list, (lists.get(event.list) ?? 0) + 1);
  const sizes = new Map<Note, ReadonlyMap<number, number>>();
  for (const { note } of events) if (!sizes.has(note)) sizes.set(note, listSizes(note));
  const isTimeline = (event: Entry): boolean => {
    if (event.source === "row") return true;
    if (event.source === "heading") return event.form === "bare" && isHeadings;
    if (event.source === "paragraph") return event.form === "bare" && isParagraphs;
    if (event.source !== "item" || event.form === "led") return false;
    if (event.form === "bare" && isDated(event) && datedItems >= 2) return true;
    const inList = lists.get(event.list) ?? 0;
    const size = sizes.get(event.note)?.get(event.list) ?? 0;
    return inList >= 2 && inList * 2 >= size;
  };
  const kept = harvest.entries.filter((entry: Entry | Anchor) => entry.kind === "anchor" || isTimeline(entry));
  return { entries: kept, unreadable: kept.some((entry) => entry.kind === "event") ? harvest.unreadable : [], unknownZones: harvest.unknownZones };
}

/** How many items each list of a note has. */
function listSizes(note: Note): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { list } of note.listItems) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  return sizes;
}
