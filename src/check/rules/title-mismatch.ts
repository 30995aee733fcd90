import { plainWords } from "../../incident/plain-words";
import * as z from "../../incident/zod";
import type { Heading, Note } from "../../note/note";
import { defineRule } from "../rule";

export const titleMismatch = defineRule({
  id: "title-mismatch",
  severity: "warning",
  why: "The property `title` and the first heading both name the postmortem. When one of them is still the name of the note it was copied from, search and exports show the wrong incident.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: "---\ntitle: API Outage Retro — 2024-04-11\n---\n\n# API Outage Retro — 2024-04-11", expect: [] },
    { note: "---\ntitle: API outage\n---\n\n# API outage of the public endpoints", expect: [] },
    { note: "---\ntitle: \"INC-12: Redis overload\"\n---\n\n# Postmortem: Redis overload", expect: [] },
    { note: "---\ntitle: Database Outage Retro\n---\n\n# API Outage Retro", expect: ["2:8-2:29 the title is `Database Outage Retro`, the first heading `API Outage Retro`"] },
  ],
  *check({ note, incident }) {
    const entry = incident.fields.entries.get("title");
    const heading = titleHeading(note);
    const { title } = incident.fields;
    if (entry === undefined || title === null || heading === null || incident.sections.some((section) => note.headings[section.heading] === heading)) return;
    if (sameTitle(wordsOf(title), wordsOf(heading.text))) return;
    yield {
      span: entry.value.span,
      message: `the title is \`${title.replaceAll("`", "")}\`, the first heading \`${heading.text.replaceAll("`", "")}\``,
      help: "give both the same name",
      related: [{ path: note.path, span: heading.textSpan, message: "the first heading" }],
    };
  },
});

/** The heading that names the note: its first one, of level 1, and the only one of that level. */
function titleHeading(note: Note): Heading | null {
  const [first] = note.headings;
  const named = first?.level === 1 && first.root && note.headings.every((heading) => heading === first || heading.level > 1 || !heading.root);
  return named ? first : null;
}

/** What kind of document it is, and its number: both may stand in one name and not in the other. */
const genre = /\b(?:incident )?(?:post-? ?mortem|report|retro(?:spective)?|review|rca|root cause analysis|summary|write-?up)s?\b|^\s*incident\b(?=\s*[:—–-])|#\d+|\b[A-Z]{2,6}-?\d+(?:-\d+)*\b/gi;

/** The words of a title without links, genre and dates: what day it was is the concern of `date-mismatch`. */
function wordsOf(title: string): readonly string[] {
  const shown = title.replace(/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]|\[([^\][]*)\]\([^()]*\)/g, "$1$2").replace(/\d{4}-\d{2}-\d{2}/g, " ");
  return plainWords(shown.replace(genre, " ")).split(" ").filter((word) => word !== "");
}

/** Same, or all words of one in the other, or without a word in common: then one of them is an id or a headline of another kind. */
function sameTitle(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word)) || !a.some((word) => word.length > 3 && b.includes(word));
}
