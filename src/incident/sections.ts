import type { SectionName } from "../language";
import { folded, languages, spellings } from "../language";
import { sectionEnds } from "../note";
import type { Heading, Note } from "../note";
import type { Span } from "../base";
import { Latest, Memory, plainWords, holdsAny } from "../base";
import type { SectionId, Settings } from "../settings";
import { isSection } from "../settings";

/** A section that the settings know, with the heading or the bold label that it was recognised by. */
export interface PostmortemSection {
  readonly id: SectionId;
  /** Index in `note.headings`; null for a section below a bold label. */
  readonly heading: number | null;
  /** What the heading or label says, and where. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Heading to the next equal or higher heading; label to the next label or heading. */
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
  const lastEnd = new Map<SectionId, number>();
  for (const [index, heading] of note.headings.entries()) {
    const id = heading.root ? sectionIdOf(heading.text, settings, memory) : null;
    const end = ends[index]?.end ?? note.text.length;
    if (id === null || heading.span.start < (lastEnd.get(id) ?? 0)) continue;
    lastEnd.set(id, end);
    found.push({
      id,
      heading: index,
      name: heading.text,
      nameSpan: heading.textSpan,
      span: { start: heading.span.start, end },
      body: { start: afterLine(note.text, heading), end },
    });
  }
  const own = isTitle(note, found[0], found[1]) ? found.slice(1) : found;
  return withLabels(note, own, (label) => sectionIdOf(label, settings, memory));
}

/** Those of the sections that are a built-in one. */
export function sectionsNamed(sections: readonly PostmortemSection[], name: SectionName): readonly PostmortemSection[] {
  return sections.filter(({ id }) => isSection(id, name));
}

/** "Incident RCA — 2026-05-29": the only heading of the first level, above the sections, is the title of the note. */
function isTitle(note: Note, first: PostmortemSection | undefined, next: PostmortemSection | undefined): boolean {
  const top = note.headings.filter(({ level, root }) => root && level === 1);
  return (
    first?.heading === 0 &&
    top.length === 1 &&
    top[0] === note.headings[0] &&
    next !== undefined &&
    next.id !== first.id
  );
}

/** A bold label that begins a line: `**Summary:** The cache was down.` */
const label = /^(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)[ \t]{0,4}:?/;

/**
 * The sections with those that bold labels begin, as in notes that have no headings for them: outside of what a known
 * heading holds, of an id that no heading names, and at least two in a note.
 */
function withLabels(
  note: Note,
  found: readonly PostmortemSection[],
  idOf: (label: string) => SectionId | null,
): readonly PostmortemSection[] {
  const named = new Set(found.map(({ id }) => id));
  const labels: { id: SectionId; name: string; nameSpan: Span; start: number; bodyStart: number }[] = [];
  let next = 0;
  let held = 0;
  for (const { type, span } of note.sections) {
    for (; (found[next]?.span.start ?? span.end) < span.start; next++)
      held = Math.max(held, found[next]?.span.end ?? 0);
    if (type !== "paragraph" || !/^(?:\*\*|__)/m.test(note.text.slice(span.start, span.end))) continue;
    if (span.start < held) continue;
    for (let start = span.start; start < span.end; start = lineEnd(note.text, start) + 1) {
      const [whole = "", words = ""] = label.exec(note.text.slice(start, lineEnd(note.text, start))) ?? [];
      const name = words.replace(/[ \t]{0,4}:$/, "");
      const id = name === "" ? null : idOf(name);
      if (id === null || named.has(id) || labels.some((other) => other.id === id)) continue;
      const nameStart = start + 2;
      labels.push({
        id,
        name,
        nameSpan: { start: nameStart, end: nameStart + name.length },
        start,
        bodyStart: start + whole.length,
      });
    }
  }
  if (labels.length < 2) return found;
  const sections = labels.map(({ id, name, nameSpan, start, bodyStart }, index): PostmortemSection => {
    const heading = note.headings.find(({ root, span }) => root && span.start > start)?.span.start;
    const end = Math.min(labels[index + 1]?.start ?? note.text.length, heading ?? note.text.length);
    return { id, heading: null, name, nameSpan, span: { start, end }, body: { start: bodyStart, end } };
  });
  return [...found, ...sections].sort((a, b) => a.span.start - b.span.start);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** What the settings call their sections, and the headings that were looked up in them. */
interface SectionNames {
  readonly ids: ReadonlyMap<string, SectionId>;
  readonly asked: Map<string, SectionId | null>;
}

class NamesOfSettings extends Latest<Settings, SectionNames> {}

/** The same few headings stand in every postmortem; more than this are not worth their memory. */
const maxAsked = 1000;

/** The id of the section that a heading's text names, numbering and remarks aside; null for none. */
export function sectionIdOf(heading: string, settings: Settings, memory = new Memory()): SectionId | null {
  const { ids, asked } = memory.part(NamesOfSettings).get(settings, () => ({
    ids: idsByHeading(settings),
    asked: new Map<string, SectionId | null>(),
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
  return holdsAny(heading, ":<{")
    ? heading.replace(/:[a-z0-9_+-]{2,32}:|<\/?[a-z][^<>\n]{0,300}>|\{[#.][^{}\n]{0,80}\}/gi, " ").trim()
    : heading;
}

/** What stands in brackets in a heading, such as its translation. */
const bracketed = /[([（［【「]([^()[\]（）［］【】「」]{2,60})[)\]）］】」]/;

function readSectionId(decorated: string, known: ReadonlyMap<string, SectionId>): SectionId | null {
  const heading = undecorated(decorated);
  // The whole heading first: a synonym may hold a colon or parentheses itself.
  const whole = known.get(headingKey(heading));
  if (whole !== undefined || !mayHoldMore.test(heading)) return whole ?? null;
  const bare = heading.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|【[^【】]*】|「[^「」]*」/g, " ");
  // "Action Items & Follow-ups" is what it names first.
  const ways = [bare, heading.split(/[:：(（【|·]|\s[-–—]\s/, 1)[0] ?? "", bare.split(joint, 1)[0] ?? ""];
  // "Zeitverlauf (Timeline)", "時系列 / Timeline"
  ways.push(bracketed.exec(heading)?.[1] ?? "", ...bare.split(/\s[/|–—-]\s|[/|｜]/).slice(1, 3));
  return ways.map((words) => known.get(headingKey(words))).find((id) => id !== undefined) ?? null;
}

function idsByHeading(settings: Settings): ReadonlyMap<string, SectionId> {
  const ids = new Map<string, SectionId>();
  for (const { id, heading, synonyms } of settings.sections) {
    for (const name of [heading, ...synonyms]) {
      const key = headingKey(name);
      if (key !== "" && !ids.has(key)) ids.set(key, id);
    }
  }
  // In other languages the sections of the same id are known by the names that are usual there.
  const byName = new Map<string, SectionId>(settings.sections.map(({ id }) => [id, id]));
  for (const { sections } of languages.slice(1)) {
    for (const [name, headings] of Object.entries(sections)) {
      const id = byName.get(name);
      if (id === undefined) continue;
      for (const heading of headings) {
        for (const spelling of spellings(heading)) {
          const key = headingKey(spelling);
          if (key !== "" && !ids.has(key)) ids.set(key, id);
        }
      }
    }
  }
  return ids;
}

/** What may stand beside the name of a section: remarks, translations, a second name. */
const mayHoldMore = /[:：([（［【「｜–—&/,·|-]|\b(?:and|und|et|y|e)\b|[与及和と]/i;
/** Between two things that one heading names. */
const joint = /[&/,]|\b(?:and|und|et|y|e)\b|[与及和と]/i;

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
    .replace(
      /^(?:\d+(?:\.\d+)*(?:[.)]|\uFE0F?\u20E3)?|[ivx]{1,5}[.)]|[a-z][.)])\s+|^[一二三四五六七八九十]{1,3}[、.．]\s*|^第?\d{1,2}[章节、．]\s*/i,
      "",
    );
  const words = plainWords(folded(unnumbered)).split(" ");
  return words
    .filter((word) => !fillers.has(word))
    .map((word) => (word.length > 2 && word.endsWith("s") ? word.slice(0, -1) : word))
    .join("");
}

function afterLine(text: string, heading: Heading): number {
  const newline = text.indexOf("\n", heading.span.end);
  return newline < 0 ? text.length : newline + 1;
}
