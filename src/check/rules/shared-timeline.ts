import { defaultReach } from "../../incident";
import type { Incident } from "../../incident";
import { displayOf } from "../../note";
import type { Note } from "../../note";
import * as z from "../../schema";
import type { Day } from "../../time";
import { dayOfWritten, parseDay } from "../../time";
import { noteName } from "../../vault";
import type { Library } from "../../vault";
import type { Choice } from "../diagnostic";
import { headingOf } from "../findings/embeds";
import { sectionAtEnd } from "../findings/insert-section";
import { defineRule } from "../rule";
import type { SharedTimeline } from "../timeline-index";
import { followTimelines } from "../timeline-index";

const postmortem = (date: string, embed = "![[Incident Timeline#Key Events]]"): string =>
  `---\ndate: ${date}\n---\n\n## Timeline\n\n${embed}`;
const undated = "## Key Events\n\nAll times in UTC.\n\n- 06:12 Deploy\n- 06:59 Restored";

export const sharedTimeline = defineRule({
  id: "shared-timeline",
  severity: "warning",
  why: "A postmortem that embeds the timeline of an earlier incident tells the events of that one as its own, in the note, in its metrics and in every export. Two incidents a day or less apart may be one, and events that carry the incident's own dates are its own.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: postmortem("2024-04-11"),
      vault: {
        "Incident Timeline.md": undated,
        "Incident-2024-04-12-Customers.md": postmortem("2024-04-12"),
        "Incident-2024-05-02-Later.md": postmortem("2024-05-02"),
        "Notes.md": postmortem("2024-03-01"),
      },
      expect: [],
    },
    {
      note: postmortem("2024-04-11"),
      vault: {
        "Incident Timeline.md": undated.replace("All", "2024-04-11. All"),
        "Incident-2024-03-01-Old.md": postmortem("2024-03-01"),
      },
      expect: [],
    },
    {
      note: postmortem("2024-04-11"),
      vault: { "Incident Timeline.md": undated, "Incident-2024-03-01-Old.md": postmortem("2024-03-01") },
      expect: [
        "7:1-7:34 `Incident Timeline > Key Events` is the timeline of `Incident-2024-03-01-Old` too, an incident of 2024-03-01",
      ],
      offers: ["Embed `Key Events 2024-04-11`, a new heading in `Incident Timeline`"],
    },
    {
      note: postmortem("2024-04-11"),
      vault: {
        "Incident Timeline.md":
          "## Key Events\n\nAll times in UTC.\n\n- 2024-03-01 06:12 Deploy\n- 2024-04-11 07:00 Deploy",
        "Incident-2024-03-01-Old.md": postmortem("2024-03-01"),
      },
      expect: [
        "7:1-7:34 `Incident Timeline > Key Events` is the timeline of `Incident-2024-03-01-Old` too, an incident of 2024-03-01",
      ],
    },
  ],
  prepare: followTimelines,
  *check({ note, incident, library, timelinesShared }) {
    if (note.embeds.length === 0) return;
    for (const shared of timelinesShared(note.path)) {
      const { date, earlier, place, subpath, target } = shared;
      if (isOwn(incident, target, parseDay(date))) continue;
      yield {
        span: place.span,
        message: `\`${displayOf(noteName(target) + subpath)}\` is the timeline of \`${noteName(earlier.place.path)}\` too, an incident of ${earlier.date}`,
        help: "give this incident a timeline note of its own, or a heading of its own in that note",
        choices: ownHeading(note, library, shared),
        related: [{ ...earlier.place, message: "embedded here" }],
      };
    }
  },
});

/** Whether the events of a note carry dates, and all of them dates about the day of the incident. */
function isOwn({ timeline }: Incident, path: string, day: Day): boolean {
  const dated = timeline.events.flatMap((event) =>
    event.place.path === path && event.dated !== "note" ? (dayOfWritten(event.local) ?? []) : [],
  );
  return dated.length > 0 && dated.every((other) => Math.abs(other - day) <= defaultReach);
}

/** A heading for this incident, with its day, in the note of the timeline, embedded in place of the shared one. */
function ownHeading(
  note: Note,
  library: Library,
  { date, place: { span }, subpath, target }: SharedTimeline,
): readonly Choice[] {
  const held = library.note(target);
  const shared = headingOf(subpath);
  const embed = note.text.slice(span.start, span.end);
  const at = embed.indexOf(subpath);
  if (held === null || shared === null || at < 0) return [];
  const heading = `${shared} ${date}`;
  const level = held.headings.find(({ text }) => text === shared)?.level ?? 2;
  const section = sectionAtEnd(held, level, heading);
  if (section === null || held.headings.some(({ text }) => text === heading)) return [];
  const start = span.start + at;
  return [
    {
      title: `Embed \`${heading}\`, a new heading in \`${noteName(target)}\``,
      edits: [section, { path: note.path, span: { start, end: start + subpath.length }, text: `#${heading}` }],
    },
  ];
}
