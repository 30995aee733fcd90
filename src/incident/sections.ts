import { folded, lexicons } from "../language";
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
  return isTitle(note, found[0], found[1]) ? found.slice(1) : found;
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

function readSectionId(heading: string, known: ReadonlyMap<string, string>): string | null {
  // The whole heading first: a synonym may hold a colon or parentheses itself.
  const whole = known.get(headingKey(heading));
  if (whole !== undefined || !mayHoldMore.test(heading)) return whole ?? null;
  const bare = heading.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|【[^【】]*】/g, " ");
  // `影响（Impact）`, "Zeitverlauf (Timeline)"
  const inner = /[(（]([^()（）]*)[)）]/.exec(heading)?.[1] ?? "";
  // "Action Items & Follow-ups" is what it names first.
  const ways = [bare, heading.split(/[:：(（【|·]|\s[-–—]\s/, 1)[0] ?? "", bare.split(joint, 1)[0] ?? "", inner];
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
  // In other languages the sections of the same id are known by the names that are usual there.
  const wanted = new Set(settings.sections.map(({ id }) => id));
  for (const { sections } of lexicons.slice(1)) {
    for (const [id, names] of Object.entries(sections)) {
      if (!wanted.has(id)) continue;
      for (const name of names) {
        const key = headingKey(name);
        if (key !== "" && !ids.has(key)) ids.set(key, id);
      }
    }
  }
  return ids;
}

/** What may stand beside the name of a section: remarks, translations, a second name. */
const mayHoldMore = /[:：([（【–—&/,·|-]|\b(?:and|und|et|y|e)\b|[与及和と]/i;
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
