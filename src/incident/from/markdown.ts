import { createLibrary } from "../../vault";
import { initialSettings } from "../../settings";
import { dateOf } from "../../time";
import { parseNote } from "../../note";
import { readIncident } from "../incident";
import type { TimelineEvent } from "../timeline/timeline";
import type { SourceEvent, Unread } from "./event";
import { excerpt } from "./event";
import type { Input } from "./input";
import type { Moment } from "./moment";
import { eventFrom } from "./records";
import type { Source } from "./source";

/** Looks like Markdown that is worth reading as such. */
const heading = /^#{1,6} \S/m;
const longest = 2_000_000;

function timelineOf({ text }: Input): readonly TimelineEvent[] {
  if (text.length > longest || !heading.test(text)) return [];
  return readIncident(parseNote(text, "Import.md"), createLibrary(), initialSettings()).timeline.events;
}

/** The moment of an event; where only the settings tell its zone, it is a wall clock's. */
function momentOf({ local, time, zone }: TimelineEvent): Moment | null {
  if (time !== null && zone !== null && zone.from !== "setting") return { kind: "instant", time };
  if (local.kind === "elapsed") return null;
  const { clock, day } = local;
  return {
    kind: "wall",
    date: day === null ? null : { kind: "date", ...dateOf(day), weekday: null },
    clock,
  };
}

/** The timeline of another postmortem in Markdown, such as one that another tool has exported. */
export const markdownTimeline: Source = {
  tool: "markdown",
  name: "timeline in Markdown",
  recognises: (input) => timelineOf(input).length > 0,
  *read(input) {
    yield;
    const events: SourceEvent[] = [];
    const unread: Unread[] = [];
    for (const event of timelineOf(input)) {
      const id = `line ${input.lineAt(event.place.span.start)}`;
      const text = event.text.replace(/^(?:\*\*|__)(.*)(?:\*\*|__)$/, "$1");
      const { milestone } = event;
      const read = eventFrom({ time: momentOf(event), text, id, milestone, marked: true }, id);
      if (typeof read === "string")
        unread.push({ line: input.lineAt(event.place.span.start), text: excerpt(event.text), reason: read });
      else events.push(read);
    }
    return { events, unread, zone: null, remarks: [] };
  },
};
