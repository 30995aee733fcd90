import { hasDigit, leadLength, withoutLead } from "../../base";
import { plain, readStamp, zoneNamed } from "../../time";
import type { Stamp } from "../../time";
import type { SourceEvent, Unread } from "./event";
import { excerpt } from "./event";
import type { Moment } from "./moment";
import { instantIn } from "./moment";
import { eventFrom } from "./records";
import type { Source } from "./source";

/** A time of its own stands near the beginning of a line. */
const reach = 120;
const bullets = ">*•[]-";

/** What a line begins with, as a moment; a date is part of it, or it says nothing of when. */
function leadingMoment(line: string): { readonly moment: Moment; readonly end: number } | null {
  const text = plain(line.slice(0, reach));
  const start = leadLength(text, bullets);
  const stamp = hasDigit(text) ? readStamp(text, start) : null;
  const moment = stamp?.kind === "time" ? momentOf(stamp) : null;
  return stamp === null || moment === null ? null : { moment, end: stamp.span.end };
}

function momentOf({ from }: Extract<Stamp, { kind: "time" }>): Moment | null {
  const { date, clock, zone } = from;
  if (date?.kind !== "date" && date?.kind !== "numeric") return null;
  const wall: Moment = { kind: "wall", date, clock: clock.clock % 86_400_000 };
  const stated = zone === null ? null : zoneNamed(zone.zone.name);
  return stated === null ? wall : (instantIn(wall, stated) ?? wall);
}

/** Any text whose lines begin with a date and a time: a log, a list. What is indented belongs to the line above. */
export const textLog: Source = {
  tool: "text",
  name: "lines with times",
  recognises: ({ lines }) => lines().some((line) => leadingMoment(line) !== null),
  *read({ lines }) {
    const events: SourceEvent[] = [];
    const unread: Unread[] = [];
    for (const [index, line] of lines().entries()) {
      if (index % 256 === 0) yield;
      if (line.trim() === "") continue;
      const leading = leadingMoment(line);
      const words = leading === null ? "" : withoutLead(line.slice(leading.end), "])|:,;–—>-");
      const event =
        leading === null
          ? "it does not begin with a date and a time"
          : eventFrom({ time: leading.moment, text: words, marked: true }, `line ${index + 1}`);
      if (typeof event === "string") unread.push({ line: index + 1, text: excerpt(line), reason: event });
      else events.push(event);
    }
    return { events, unread, zone: null, remarks: [] };
  },
};
