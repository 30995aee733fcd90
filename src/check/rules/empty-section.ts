import { contains, firstIndex } from "../../base";
import type { Incident } from "../../incident";
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
    const first = content[firstIndex(content, ({ span }) => span.start >= heading.span.end)];
    yield { heading, empty: first === undefined || first.span.start >= end };
  }
}
