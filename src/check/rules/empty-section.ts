import { contains, firstIndex } from "../../base";
import { isUntouched, type Incident } from "../../incident";
import * as z from "../../schema";
import { sectionEnds } from "../../note";
import type { Heading, Note } from "../../note";
import type { Span } from "../../base";
import { defineRule } from "../rule";

export const emptySection = defineRule({
  id: "empty-section",
  severity: "warning",
  why: "A heading with nothing under it promises what the note does not hold.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "## Impact\n\nTen requests failed.\n\n## Root Cause\n\n### Trigger\n\nA deploy.", expect: [] },
    { note: "## Impact\n\nTen requests failed.\n\n# Timeline\n\n## 06:12 Deploy\n\n## 06:59 Restored", expect: [] },
    {
      note: "## Impact\n\n## Root Cause\n\n%% ask Ada %%\n\n## Lessons\n",
      expect: [
        "1:4-1:10 section `Impact` is empty",
        "3:4-3:14 section `Root Cause` is empty",
        "7:4-7:11 section `Lessons` is empty",
      ],
    },
    {
      note: "## Impact\n\n_Who was hit, and how hard?_\n\n## Root Cause\n\n- **Trigger:**\n\n## Lessons\n\nDescribe what you learned.\n\n## Timeline\n\nN/A",
      expect: [
        "1:4-1:10 section `Impact` is empty",
        "5:4-5:14 section `Root Cause` is empty",
        "9:4-9:11 section `Lessons` is empty",
      ],
    },
    {
      note: "## Root Cause\n\n### Trigger\n\n### Contributing factors",
      expect: ["1:4-1:14 section `Root Cause` is empty"],
    },
  ],
  *check({ note, incident }) {
    for (const { heading, empty } of sectionsOf(note, incident)) {
      if (empty)
        yield {
          span: heading.textSpan,
          message: `section \`${heading.text}\` is empty`,
          help: "fill it in, or remove the heading",
        };
    }
  },
});

/** Whether all that stands between two places is what a template left for the writer. */
function holdsNothing(note: Note, content: Note["leaves"], from: number, end: number): boolean {
  for (let at = from; (content[at]?.span.start ?? end) < end; at++) {
    const leaf = content[at];
    if (leaf === undefined) break;
    const text = note.text.slice(leaf.span.start, leaf.span.end);
    if (leaf.type === "table" ? !hasNoAnswer(text) : leaf.type !== "paragraph" || !text.split("\n").every(isUntouched))
      return false;
  }
  return true;
}

/** Whether every row of a table below its head has words in the first cell alone. */
function hasNoAnswer(table: string): boolean {
  const rows = table.split("\n").slice(2);
  const answers = (row: string): readonly string[] => row.trim().replace(/^\|/, "").split("|").slice(1);
  return rows.length > 0 && rows.every((row) => answers(row).every((cell) => cell.trim() === ""));
}

/** The known sections and their peers; below a timeline a heading can be an event that says it all. */
function* sectionsOf(note: Note, incident: Incident): Iterable<{ readonly heading: Heading; readonly empty: boolean }> {
  const known = new Set(incident.sections.map(({ heading }) => note.headings[heading ?? -1]));
  const levels = new Set([...known].map((heading) => heading?.level));
  const timelines = incident.sections.filter(({ id }) => id === "timeline").map(({ body }) => body);
  const inTimeline = (span: Span): boolean => {
    const body = timelines[firstIndex(timelines, ({ end }) => end >= span.end)];
    return body !== undefined && contains(body, span);
  };
  const content = note.leaves.filter(
    ({ type, span }) =>
      span.start < span.end &&
      type !== "comment" &&
      type !== "thematicBreak" &&
      (type !== "heading" || inTimeline(span)),
  );
  const ends = sectionEnds(note);
  for (const [index, heading] of note.headings.entries()) {
    if (!heading.root) continue;
    const end = ends[index]?.end ?? note.text.length;
    if (!known.has(heading) && (heading.level === 1 || !levels.has(heading.level) || inTimeline(heading.span)))
      continue;
    const from = firstIndex(content, ({ span }) => span.start >= heading.span.end);
    yield { heading, empty: holdsNothing(note, content, from, end) };
  }
}
