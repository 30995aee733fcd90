import type { Lexicon } from "../../language";
import * as z from "../../schema";
import { contains } from "../../base";
import type { Expansion } from "../../vault";
import { part } from "../../vault";
import { maskedText } from "../../note";
import { placeholderIn, sectionsNamed } from "../../incident";
import { defineRule } from "../rule";

export const missingTimeline = defineRule({
  id: "missing-timeline",
  severity: "warning",
  why: "Without times nobody can follow what happened when, and no metric can be computed. A timeline section needs events that begin with a time, or with a day at least, in the section or in what it embeds. A placeholder, a broken embed and an empty section are reported by other rules.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Timeline\n\n- 06:12 UTC Config deployment\n- 06:59 UTC Service restored", expect: [] },
    { note: "## Timeline\n\nTODO: embed timeline", expect: [] },
    { note: "## Timeline\n\n<!-- What happened when? -->", expect: [] },
    { note: "## Timeline\n\n![[Incident Timeline]]", vault: { "Incident Timeline.md": "- HH:MM TODO" }, expect: [] },
    {
      note: "## Timeline\n\n![[Incident Timeline]]",
      vault: { "Incident Timeline.md": "- 2024-04-11 06:12 UTC Config deployment" },
      expect: [],
    },
    {
      note: "## Timeline\n\nThe config was deployed in the morning, and an hour later all was well.",
      expect: ["1:4-1:12 the timeline has no event with a time"],
    },
  ],
  *check({ note, incident }) {
    const [section] = sectionsNamed(incident.sections, "timeline");
    if (section === undefined || incident.timeline.events.length + incident.timeline.days.length > 0) return;
    const shown = part(incident.shown, section.body);
    if (linesIn(shown).length === 0 || hasGaps(shown, incident.language)) return;
    yield {
      span: section.nameSpan,
      message: "the timeline has no event with a time",
      help: "write one line for each event, such as `- 06:12 UTC Config deployment`",
      related: shown.embeds.map(({ embed }) => ({
        path: note.path,
        span: embed.span,
        message: "no event in what this embeds",
      })),
    };
  },
});

/** Whether an embed is broken or something is still to be filled in, here or in what is embedded. */
function hasGaps(shown: Expansion, language: Lexicon): boolean {
  return (
    linesIn(shown).some((line) => placeholderIn(line, language) !== null) ||
    shown.embeds.some((embedded) => embedded.kind === "problem" || hasGaps(embedded.shown, language))
  );
}

/** What is written in a stretch of a note below headings. */
function linesIn({ note, span: shown }: Expansion): readonly string[] {
  const text = maskedText(note);
  const comments = new Set(note.comments.flatMap(({ block, span }) => (block ? span.start : [])));
  const leaves = note.leaves.filter(
    ({ type, span }) =>
      contains(shown, span) &&
      span.start < span.end &&
      !comments.has(span.start) &&
      type !== "thematicBreak" &&
      type !== "heading",
  );
  return leaves.flatMap(({ span }) => text.slice(span.start, span.end).split("\n"));
}
