import { plainWords } from "../../base";
import { isEastAsian } from "../../language";
import * as z from "../../schema";
import { yamlScalar } from "../../note";
import type { Heading, Note } from "../../note";
import { writeInstead } from "../findings/choices";
import { defineRule } from "../rule";

export const titleMismatch = defineRule({
  id: "title-mismatch",
  severity: "warning",
  why: "The property `title` and the first heading both name the postmortem. When one of them is still the name of the note it was copied from, search and exports show the wrong incident.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "---\ntitle: API Outage Retro — 2024-04-11\n---\n\n# API Outage Retro — 2024-04-11", expect: [] },
    { note: "---\ntitle: API outage\n---\n\n# API outage of the public endpoints", expect: [] },
    { note: '---\ntitle: "INC-12: Redis overload"\n---\n\n# Postmortem: Redis overload', expect: [] },
    {
      note: '---\ntitle: "INC-12: Redis overload"\n---\n\n# INC-13: Redis overload',
      expect: ["2:8-2:32 the title is `INC-12: Redis overload`, the first heading `INC-13: Redis overload`"],
    },
    {
      note: "---\ntitle: Database Outage Retro\n---\n\n# API Outage Retro",
      expect: ["2:8-2:29 the title is `Database Outage Retro`, the first heading `API Outage Retro`"],
      offers: ["Write `API Outage Retro` as the title", "Write `Database Outage Retro` instead of `API Outage Retro`"],
    },
  ],
  *check({ note, incident, library }) {
    const entry = incident.fields.entries.get("title");
    const heading = titleHeading(note);
    const { title } = incident.fields;
    if (
      entry === undefined ||
      title === null ||
      heading === null ||
      incident.sections.some((section) => section.heading !== null && note.headings[section.heading] === heading)
    )
      return;
    if (sameTitle(names(title, heading.text))) return;
    yield {
      span: entry.value.span,
      message: `the title is \`${title.replaceAll("`", "")}\`, the first heading \`${heading.text.replaceAll("`", "")}\``,
      help: "give both the same name",
      choices: [
        {
          title: `Write \`${heading.text.replaceAll("`", "")}\` as the title`,
          edits: [{ path: note.path, span: entry.value.span, text: yamlScalar(heading.text) }],
        },
        writeInstead(library, { path: note.path, span: heading.textSpan }, title),
      ],
      related: [{ path: note.path, span: heading.textSpan, message: "the first heading" }],
    };
  },
});

/** The heading that names the note: its first one, of level 1, and the only one of that level. */
function titleHeading(note: Note): Heading | null {
  const [first] = note.headings;
  const named =
    first?.level === 1 &&
    first.root &&
    note.headings.every((heading) => heading === first || heading.level > 1 || !heading.root);
  return named ? first : null;
}

/** What kind of document it is: it may stand in one name, before a colon or at the end, and not in the other. */
const genres: ReadonlySet<string> = new Set([
  "postmortem",
  "mortem",
  "report",
  "retro",
  "retrospective",
  "review",
  "rca",
  "summary",
  "writeup",
]);
const number = /#\d+|\b[A-Z]{2,6}-\d+(?:-\d+){0,4}\b/g;

/** The title without the kind of document before a colon or dash: "Incident report: …". */
function withoutGenre(title: string): string {
  for (let at = 0; at < Math.min(title.length, longestGenre); at++) {
    if (!":—–-".includes(title.charAt(at))) continue;
    const lead = plainWords(title.slice(0, at)).replace("post mortem", "postmortem").replace("write up", "writeup");
    if (lead === "incident" || genres.has(lead.startsWith("incident ") ? lead.slice("incident ".length) : lead))
      return title.slice(at + 1);
  }
  return title;
}

const longestGenre = 40;

/** Two titles without what only one of them says beside the name; different numbers are different incidents. */
function names(a: string, b: string): readonly [readonly string[], readonly string[]] {
  const [numberOfA, numberOfB] = [a.match(number), b.match(number)];
  const keepNumbers = numberOfA !== null && numberOfB !== null;
  const named = (title: string): readonly string[] =>
    wordsOf(withoutGenre(keepNumbers ? title : title.replace(number, " ")));
  return [named(a), named(b)];
}

/** The words of a title without links, genre and dates: what day it was is the concern of `date-mismatch`. */
function wordsOf(title: string): readonly string[] {
  const shown = title
    .replace(/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]|\[([^\][]*)\]\([^()]*\)/g, "$1$2")
    .replace(/\d{4}-\d{2}-\d{2}/g, " ");
  const words = plainWords(shown)
    .split(" ")
    .filter((word) => word !== "");
  while (words.length > 1 && genres.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/**
 * Same, or all words of one in the other, or without a word in common: then one of them is an id or a headline of
 * another kind.
 */
function sameTitle([a, b]: readonly [readonly string[], readonly string[]]): boolean {
  const [wordsOfA, wordsOfB] = [new Set(a), new Set(b)];
  return (
    a.every((word) => wordsOfB.has(word)) ||
    b.every((word) => wordsOfA.has(word)) ||
    (!a.some((word) => word.length > 3 && wordsOfB.has(word)) && !nameOthersAlike(a.join(" "), b.join(" ")))
  );
}

/**
 * Whether two titles without blanks between their words end alike and begin otherwise, as `決済システム障害` and
 * `検索システム障害` do.
 */
function nameOthersAlike(a: string, b: string): boolean {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a.at(-1 - common) === b.at(-1 - common)) common++;
  return (
    common >= fewestAlike &&
    common < Math.min(a.length, b.length) &&
    a.charAt(0) !== b.charAt(0) &&
    isEastAsian(a.charCodeAt(a.length - 1))
  );
}

/** Two characters are a word: `障害`. */
const fewestAlike = 2;
