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
  const count = (source: Entry["source"], form?: Entry["form"]): number => events.filter((event) => event.source === source && (form === undefined || event.form === form)).length;
  const isDated = ({ stamp }: Entry): boolean => stamp.kind === "time" && stamp.from.date !== null;
  const datedItems = events.filter((event) => event.source === "item" && event.form === "bare" && isDated(event)).length;
  const lists = new Map<number, number>();
  for (const event of events) if (event.source === "item") lists.set(event.list, (lists.get(event.list) ?? 0) + 1);
  const isTimeline = (event: Entry): boolean => {
    if (event.source === "row") return true;
    if (event.source === "heading") return event.form === "bare" && count("heading", "bare") >= headings;
    if (event.source === "paragraph") return event.form === "bare" && count("paragraph", "bare") >= paragraphs;
    if (event.source !== "item" || event.form === "led") return false;
    if (event.form === "bare" && isDated(event) && datedItems >= 2) return true;
    const inList = lists.get(event.list) ?? 0;
    const size = event.note.listItems.filter((item) => item.list === event.list).length;
    return inList >= 2 && inList * 2 >= size;
  };
  const kept = harvest.entries.filter((entry: Entry | Anchor) => entry.kind === "anchor" || isTimeline(entry));
  return { entries: kept, unreadable: kept.some((entry) => entry.kind === "event") ? harvest.unreadable : [], unknownZones: harvest.unknownZones };
}
