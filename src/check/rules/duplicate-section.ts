import { plainWords } from "../../incident/plain-words";
import * as z from "../../incident/zod";
import type { Heading, Note } from "../../note/note";
import { defineRule } from "../rule";

export const duplicateSection = defineRule({
  id: "duplicate-section",
  severity: "warning",
  why: "A link or an embed always shows the first of two equal headings, so half of the section stays unseen.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "## Impact\n\nTen requests failed.\n\n## Customer Impact\n\nOne customer.", expect: [] },
    { note: "## First incident\n\n### Impact\n\nSmall.\n\n## Second incident\n\n### Impact\n\nLarge.", expect: [] },
    { note: "## Impact\n\nTen requests failed.\n\n## Impact\n\nOne customer.", expect: ["5:4-5:10 section `Impact` occurs twice"] },
  ],
  *check({ note, incident }) {
    const first = new Map<string, Heading>();
    for (const { heading: index } of incident.sections) {
      const heading = note.headings[index];
      if (heading === undefined) continue;
      const key = `${parentStart(note, heading)} ${heading.level} ${plainWords(heading.text)}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, heading);
      else {
        yield {
          span: heading.textSpan,
          message: `section \`${heading.text}\` occurs twice`,
          help: "merge the two, or rename one",
          related: [{ path: note.path, span: before.textSpan, message: "the first one" }],
        };
      }
    }
  },
});

/** Where the heading above it starts, so that sections of different parents are kept apart; -1 at the top. */
function parentStart(note: Note, heading: Heading): number {
  return note.headings.findLast(({ span, level, root }) => root && span.start < heading.span.start && level < heading.level)?.span.start ?? -1;
}
