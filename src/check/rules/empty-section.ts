import { contains, firstIndex, lineBreakOf } from "../../base";
import type { SectionId } from "../../settings";
import { isDraft, isRequired, isSection } from "../../settings";
import { isUntouchedBlock, sectionsNamed, type Incident } from "../../incident";
import * as z from "../../schema";
import { sectionEnds } from "../../note";
import type { Note } from "../../note";
import type { Span } from "../../base";
import { defineRule } from "../rule";

export const emptySection = defineRule({
  id: "empty-section",
  severity: "warning",
  why: "A heading with nothing under it promises what the note does not hold.",
  options: () => z.object({}),
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
      offers: ["Fill it in", "Fill it in"],
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
      note: "## Impact\n\n<!-- Who was hit? -->\n\n## Root Cause\n\n<!-- Why? --> <!-- And why that? -->\n\n## Lessons\n\nNone. <!-- What went well? -->",
      expect: ["1:4-1:10 section `Impact` is empty", "5:4-5:14 section `Root Cause` is empty"],
    },
    {
      note: "**Impact**: Ten requests failed.\n\n**Root cause**: _Why?_\n\n**Action items**\n\n- Describe the restart in the runbook",
      expect: ["3:3-3:13 section `Root cause` is empty"],
    },
    {
      note: "## Root Cause\n\n### Trigger\n\n### Contributing factors",
      expect: ["1:4-1:14 section `Root Cause` is empty"],
    },
  ],
  *check({ note, incident, settings }) {
    const { status } = incident.fields;
    const required = new Set<SectionId | null>(
      settings.sections.filter((section) => isRequired(section.required, status, settings)).map(({ id }) => id),
    );
    const lineBreak = lineBreakOf(note.text);
    for (const { name, span, id, isEmpty, open } of sectionsOf(note, incident)) {
      if (!isEmpty) continue;
      const isMissed = required.has(id) && !isDraft(status, settings);
      yield {
        span,
        ...(isMissed && { severity: "error" as const }),
        message: `section \`${name}\` is empty`,
        help: "fill it in, or remove the heading",
        ...(open !== null && {
          choices: [
            {
              title: "Fill it in",
              asks: "First line",
              place: { path: note.path, span: { start: open, end: open } },
              lead: lineBreak + lineBreak,
            },
          ],
        }),
      };
    }
  },
});

/** A heading or a bold label, whether anything stands below it, and what section it is, if a known one. */
interface Place {
  readonly name: string;
  readonly span: Span;
  readonly id: SectionId | null;
  readonly isEmpty: boolean;
  /** Where a first line may be put; null where something stands already, such as a prompt. */
  readonly open: number | null;
}

/** The known sections and the peers of their headings; below a timeline a heading can be an event that says it all. */
function* sectionsOf(note: Note, incident: Incident): Iterable<Place> {
  const { language } = incident;
  const known = new Map(incident.sections.map((section) => [note.headings[section.heading ?? -1], section]));
  const levels = new Set([...known.keys()].map((heading) => heading?.level));
  const timelines = sectionsNamed(incident.sections, "timeline").map(({ body }) => body);
  const inTimeline = (span: Span): boolean => {
    const body = timelines[firstIndex(timelines, ({ end }) => end >= span.end)];
    return body !== undefined && contains(body, span);
  };
  const content = note.leaves.filter(
    ({ type, span }) => span.start < span.end && (type !== "heading" || inTimeline(span)),
  );
  const holdsNothing = (from: number, end: number, id: SectionId | null): boolean => {
    for (let at = from; (content[at]?.span.start ?? end) < end; at++) {
      const leaf = content[at];
      // An action item is written as a request, with a box or without.
      if (leaf === undefined || (isSection(id, "action-items") && leaf.item !== null)) return false;
      if (!isUntouchedBlock(note, leaf, language)) return false;
    }
    return true;
  };
  const ends = sectionEnds(note);
  for (const [index, heading] of note.headings.entries()) {
    if (!heading.root) continue;
    const end = ends[index]?.end ?? note.text.length;
    if (!known.has(heading) && (heading.level === 1 || !levels.has(heading.level) || inTimeline(heading.span)))
      continue;
    const from = firstIndex(content, ({ span }) => span.start >= heading.span.end);
    const id = known.get(heading)?.id ?? null;
    const open = (content[from]?.span.start ?? end) < end ? null : heading.span.end;
    yield { name: heading.text, span: heading.textSpan, id, isEmpty: holdsNothing(from, end, id), open };
  }
  for (const { heading, name, nameSpan, id, body } of incident.sections) {
    if (heading !== null) continue;
    const from = firstIndex(content, ({ span }) => span.start >= body.start);
    const around = content[from - 1];
    const rest = { start: body.start, end: Math.min(around?.span.end ?? 0, body.end) };
    const isOpen =
      around === undefined || rest.end <= rest.start || isUntouchedBlock(note, { ...around, span: rest }, language);
    yield { name, span: nameSpan, id, isEmpty: isOpen && holdsNothing(from, body.end, id), open: null };
  }
}
