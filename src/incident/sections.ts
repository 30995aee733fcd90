import { sectionEnds } from "../note";
import type { Heading, Note } from "../note";
import type { Span } from "../base";
import { Latest, Memory, plainWords } from "../base";
import type { Settings } from "../settings";

/** A heading section that the settings know, with the heading it was recognised by. */
export interface PostmortemSection {
  /** Id from the settings: `what-happened`, `timeline`, `root-cause`, `impact`, `action-items`. */
  readonly id: string;
  /** Index in `note.headings`. */
  readonly heading: number;
  /** Heading to the next equal or higher heading. */
  readonly span: Span;
  /** The section without its heading line. */
  readonly body: Span;
}

/**
 * The sections of a note that the settings know, in the order of the text.
 *
 * A section may occur twice; but a heading inside a section of the same id, such as "Customer
 * impact" under "Impact", is part of that section. Headings in quotes and lists do not count.
 *
 * @param memory Keeps the names of the sections ready for the next note.
 */
export function findSections(note: Note, settings: Settings, memory = new Memory()): readonly PostmortemSection[] {
  const found: PostmortemSection[] = [];
  const ends = sectionEnds(note);
  const lastEnd = new Map<string, number>();
  for (const [index, heading] of note.headings.entries()) {
    const id = heading.root ? sectionIdOf(heading.text, settings, memory) : null;
    const end = ends[index]?.end ?? note.text.length;
    if (id === null || heading.span.start < (lastEnd.get(id) ?? 0)) continue;
    lastEnd.set(id, end);
    found.push({
      id,
      heading: index,
      span: { start: heading.span.start, end },
      body: { start: afterLine(note.text, heading), end },
    });
  }
  return found;
}

/** What the settings call their sections, and the headings that were looked up in them. */
interface SectionNames {
  readonly ids: ReadonlyMap<string, string>;
  readonly asked: Map<string, string | null>;
}

class NamesOfSettings extends Latest<Settings, SectionNames> {}

/** The same few headings stand in every postmortem; more than this are not worth their memory. */
const maxAsked = 1000;

/** The id of the section that a heading's text names, numbering and remarks aside; null for none. */
export function sectionIdOf(heading: string, settings: Settings, memory = new Memory()): string | null {
  const { ids, asked } = memory.part(NamesOfSettings).get(settings, () => ({
    ids: idsByHeading(settings),
    asked: new Map<string, string | null>(),
  }));
  const known = asked.get(heading);
  if (known !== undefined) return known;
  const id = readSectionId(heading, ids);
  if (asked.size >= maxAsked) asked.clear();
  asked.set(heading, id);
  return id;
}

/** A heading without what decorates it: emoji by name, HTML, ids in braces. */
export function undecorated(heading: string): string {
  return /[:<{]/.test(heading)
    ? heading.replace(/:[a-z0-9_+-]{2,32}:|<\/?[a-z][^<>\n]{0,300}>|\{[#.][^{}\n]{0,80}\}/gi, " ").trim()
    : heading;
}

/** What stands in brackets in a heading, such as its translation. */
const bracketed = /[([（［【「]([^()[\]（）［］【】「」]{2,60})[)\]）］】」]/;

function readSectionId(decorated: string, known: ReadonlyMap<string, string>): string | null {
  const heading = undecorated(decorated);
  // The whole heading first: a synonym may hold a colon or parentheses itself.
  const whole = known.get(headingKey(heading));
  if (whole !== undefined || !/[:([（［【「|｜–—&/-]|\band\b/i.test(heading)) return whole ?? null;
  const bare = heading.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|【[^【】]*】|「[^「」]*」/g, " ");
  // "Action Items & Follow-ups" is what it names first.
  const ways = [bare, heading.split(/[:(（]|\s[-–—]\s/, 1)[0] ?? "", bare.split(/[&/]|\band\b/i, 1)[0] ?? ""];
  // "Zeitverlauf (Timeline)", "時系列 / Timeline"
  ways.push(bracketed.exec(heading)?.[1] ?? "", ...bare.split(/\s[/|–—-]\s|[/|｜]/).slice(1, 3));
  return ways.map((words) => known.get(headingKey(words))).find((id) => id !== undefined) ?? null;
}

function idsByHeading(settings: Settings): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, heading, synonyms } of settings.sections) {
    for (const name of [heading, ...synonyms]) {
      const key = headingKey(name);
      if (key !== "" && !ids.has(key)) ids.set(key, id);
    }
  }
  return ids;
}

const fillers: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "of",
  "our",
  "this",
  "and",
  "incident",
  "outage",
  "postmortem",
]);

/** What a heading says, for comparison: without numbering, spaces, filler words and the plural's s. */
function headingKey(heading: string): string {
  const unnumbered = heading
    .trim()
    .replace(/^(?:\d+(?:\.\d+)*(?:[.)]|\uFE0F?\u20E3)?|[ivx]{1,5}[.)]|[a-z][.)])\s+/i, "");
  const words = plainWords(unnumbered).split(" ");
  return words
    .filter((word) => !fillers.has(word))
    .map((word) => (word.length > 2 && word.endsWith("s") ? word.slice(0, -1) : word))
    .join("");
}

function afterLine(text: string, heading: Heading): number {
  const newline = text.indexOf("\n", heading.span.end);
  return newline < 0 ? text.length : newline + 1;
}
