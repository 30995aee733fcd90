import { readIncident } from "../../src/incident";
import type { Settings } from "../../src/settings";
import { defaultSettings } from "../../src/settings";
import type { Timeline, TimelineEvent } from "../../src/incident";
import { formatInstant, formatWritten } from "../../src/time";
import { parseNote } from "../../src/note";
import { createLibrary } from "../../src/vault";

/** The timeline of a note; `others` are the notes of its vault by path. */
export function timelineOf(
  text: string,
  {
    path = "Incident.md",
    others = {},
    settings = {},
  }: { path?: string; others?: Readonly<Record<string, string>>; settings?: Partial<Settings> } = {},
): Timeline {
  const library = createLibrary();
  for (const [other, content] of Object.entries(others)) library.update(other, content);
  library.update(path, text);
  const all = { ...defaultSettings, ...settings };
  const note = library.note(path) ?? parseNote(text, path);
  return readIncident(note, library, all).timeline;
}

/** `2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Config deployed`; the zone in parentheses when no text states it. */
export function describeEvent({ local, end, zone, time, approximate, milestone, text }: TimelineEvent): string {
  const range = [local, ...(end === null ? [] : [end.local])].map(formatWritten).join("/");
  const named = zone === null ? "?" : zone.from === "setting" ? `(${zone.name})` : zone.name;
  return [
    approximate ? "~" : "",
    range,
    " ",
    named,
    " = ",
    time === null ? "?" : formatInstant(time),
    milestone === null ? "" : ` [${milestone}]`,
    text === "" ? "" : ` ${text}`,
  ].join("");
}

/** The events of a note, one per line. */
export function eventsOf(...input: Parameters<typeof timelineOf>): readonly string[] {
  return timelineOf(...input).events.map(describeEvent);
}
