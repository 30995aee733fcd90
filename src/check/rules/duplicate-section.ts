import { plainWords } from "../../base";
import * as z from "../../schema";
import type { Heading, Note } from "../../note";
import { defineRule } from "../rule";

export const duplicateSection = defineRule({
  id: "duplicate-section",
  severity: "warning",
  why: "A link or an embed always shows the first of two equal headings, so half of the section stays unseen.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Impact\n\nTen requests failed.\n\n## Customer Impact\n\nOne customer.", expect: [] },
    { note: "## First incident\n\n### Impact\n\nSmall.\n\n## Second incident\n\n### Impact\n\nLarge.", expect: [] },
    {
      note: "## Impact\n\nTen requests failed.\n\n## Impact\n\nOne customer.",
      expect: ["5:4-5:10 section `Impact` occurs twice"],
    },
  ],
  *check({ note, incident }) {
    const first = new Map<string, Heading>();
    const parents = parentsOf(note);
    for (const { heading: index } of incident.sections) {
      const heading = note.headings[index ?? -1];
      if (heading === undefined) continue;
      const key = `${parents.get(heading) ?? -1} ${heading.level} ${plainWords(heading.text)}`;
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

/** Where the heading above each one starts, so that sections of different parents are kept apart; none at the top. */
function parentsOf(note: Note): ReadonlyMap<Heading, number> {
  const parents = new Map<Heading, number>();
  const open: Heading[] = [];
  for (const heading of note.headings) {
    if (!heading.root) continue;
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parents.set(heading, parent.span.start);
    open.push(heading);
  }
  return parents;
}
