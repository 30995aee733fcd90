import type { Incident } from "../../incident/incident";
import * as z from "../../incident/zod";
import type { Heading, Note } from "../../note/note";
import { contains, type Span } from "../../note/span";
import { defineRule } from "../rule";

export const emptySection = defineRule({
  id: "empty-section",
  severity: "warning",
  why: "A heading with nothing under it promises what the note does not hold.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "## Impact\n\nTen requests failed.\n\n## Root Cause\n\n### Trigger\n\nA deploy.", expect: [] },
    { note: "## Timeline\n\n### 06:12 Deploy\n\n### 06:59 Restored", expect: [] },
    { note: "## Impact\n\n## Root Cause\n\n%% ask Ada %%\n\n## Lessons\n", expect: ["1:4-1:10 section `Impact` is empty", "3:4-3:14 section `Root Cause` is empty", "7:4-7:11 section `Lessons` is empty"] },
    { note: "## Root Cause\n\n### Trigger\n\n### Contributing factors", expect: ["1:4-1:14 section `Root Cause` is empty"] },
  ],
  *check({ note, incident }) {
    for (const heading of sectionHeadings(note, incident)) {
      if (hasContent(note, bodyOf(note, heading), incident)) continue;
      yield { span: heading.textSpan, message: `section \`${heading.text}\` is empty`, help: "fill it in, or remove the heading" };
    }
  },
});

/** The headings of known sections and their peers; below a timeline a heading can be an event that says it all. */
function sectionHeadings(note: Note, incident: Incident): readonly Heading[] {
  const known = incident.sections.map(({ heading }) => note.headings[heading]);
  const levels = new Set(known.map((heading) => heading?.level));
  return note.headings.filter((heading) => heading.root && (known.includes(heading) || (heading.level > 1 && levels.has(heading.level) && !inTimeline(heading.span, incident))));
}

function inTimeline(span: Span, incident: Incident): boolean {
  return incident.sections.some(({ id, body }) => id === "timeline" && contains(body, span));
}

function bodyOf(note: Note, heading: Heading): Span {
  const next = note.headings.find(({ span, level, root }) => root && span.start > heading.span.start && level <= heading.level);
  return { start: heading.span.end, end: next?.span.start ?? note.text.length };
}

function hasContent(note: Note, body: Span, incident: Incident): boolean {
  return note.leaves.some(({ type, span }) => {
    if (!contains(body, span) || span.start === span.end || type === "comment" || type === "thematicBreak") return false;
    return type !== "heading" || inTimeline(span, incident);
  });
}
