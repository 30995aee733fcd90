import { readIncident } from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { formatWritten } from "../../src/time";

/** The sign and the hours of an offset in minutes: `+05:30`. */
function offsetOf(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${hours ?? ""}:${rest ?? ""}`;
}

/** What is read from a note, a line for each fact. */
export function told(text: string): readonly string[] {
  const note = parseNote(text, "Report.md");
  const incident = readIncident(note, createLibrary(), defaultSettings);
  const { language, sections, timeline, milestones, actions, facts } = incident;
  return [
    `language ${language.id}`,
    `sections ${sections.map(({ id }) => id).join(" ")}`,
    ...timeline.events.map(({ local, end, zone, approximate }) => {
      const stated = zone === null || zone.from === "setting" ? "" : ` ${offsetOf(zone.offset)}`;
      return `event ${approximate ? "~" : ""}${formatWritten(local)}${end === null ? "" : ` to ${formatWritten(end.local)}`}${stated}`;
    }),
    ...milestones.map(({ id, local }) => `${id} ${formatWritten(local)}`),
    ...actions.map(
      ({ state, owners, due, text: words }) =>
        `action ${state}${owners.length === 0 ? "" : ` by ${owners.join(", ")}`}${due === null ? "" : ` until ${due.date}`}: ${words}`,
    ),
    ...facts.durations.map(
      ({ minutes, approximate, subject }) =>
        `length ${approximate ? "~" : ""}${minutes} minutes${subject === "" ? "" : ` of ${subject}`}`,
    ),
    ...facts.figures.map(({ value, unit }) => `figure ${value} ${unit}`),
  ];
}
