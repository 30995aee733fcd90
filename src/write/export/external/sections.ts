import { enclosing, plainWords, within } from "../../../base";
import { sectionIdOf } from "../../../incident";
import type { Settings } from "../../../settings";
import type { Heading, Note } from "../../../note";
import type { Span } from "../../../base";
import { plainProperty } from "./properties";

/** What of a note goes out, and the names of what stays. */
export interface Outgoing {
  readonly text: string;
  readonly sections: readonly string[];
  readonly properties: readonly string[];
}

/**
 * The properties and sections that the settings let out. A section goes with what is below its heading, except parts
 * that are a section of their own that does not go. Of the rest, only the note's title, the footnotes that what goes
 * out refers to, and the addresses of its links remain.
 */
export function outgoing(note: Note, settings: Settings): Outgoing {
  const listed = new Set(settings.external.sections.map(plainWords));
  const decide = (heading: Heading): boolean | null => {
    const id = sectionIdOf(heading.text, settings, note.memory);
    if (listed.has(plainWords(heading.text)) || (id !== null && listed.has(plainWords(id)))) return true;
    return id === null ? null : false;
  };
  const roots = note.headings.filter(({ root }) => root);
  const open: { readonly level: number; readonly goes: boolean; readonly isListed: boolean }[] = [];
  const kept: Span[] = [];
  const sections: string[] = [];
  for (const [index, heading] of roots.entries()) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const decided = decide(heading);
    const goes = decided ?? open.at(-1)?.goes ?? false;
    const start = heading.span.start;
    const end = roots[index + 1]?.span.start ?? note.text.length;
    const isTitle = index === 0 && heading.level === 1 && decided === null;
    const isListed = !goes && !isTitle;
    if (goes) kept.push({ start, end });
    else if (isTitle) kept.push({ start, end: heading.span.end });
    else if (open.at(-1)?.isListed !== true) sections.push(heading.text);
    open.push({ level: heading.level, goes, isListed });
  }
  const { kept: properties, left } = outgoingProperties(note, settings);
  const parts = [
    ...properties,
    ...kept.map(({ start, end }) => note.text.slice(start, end).trim()),
    ...definitionsFor(note, kept),
  ];
  return { text: parts.length === 0 ? "" : `${parts.join("\n\n")}\n`, sections, properties: left };
}

function outgoingProperties(
  note: Note,
  settings: Settings,
): { readonly kept: readonly string[]; readonly left: readonly string[] } {
  const { entries, problems } = note.frontmatter ?? { entries: [], problems: [] };
  const listed = new Set(settings.external.properties.map((name) => name.toLowerCase()));
  // What is no YAML is read in one way here and in another one by its reader.
  const goes = problems.length > 0 ? [] : entries.filter(({ key }) => listed.has(key.toLowerCase()));
  const lines = goes.map((entry) => plainProperty(entry, note.text));
  return {
    kept: lines.length === 0 ? [] : [`---\n${lines.join("\n")}\n---`],
    left: entries.filter((entry) => !goes.includes(entry)).map(({ key }) => key),
  };
}

/** Footnotes and addresses of links that stand in what stays, and that something that goes out needs. */
function definitionsFor(note: Note, kept: readonly Span[]): readonly string[] {
  const stretches = kept.map((span) => ({ span }));
  const goes = (offset: number): boolean => enclosing(stretches, offset) !== null;
  const staying = new Map<string, Span>();
  for (const { id, span } of note.footnotes)
    if (id !== "" && !goes(span.start) && !staying.has(id.toLowerCase())) staying.set(id.toLowerCase(), span);
  const needed = note.footnoteRefs.filter(({ span }) => goes(span.start));
  const found: Span[] = [];
  // A footnote can refer to another one, which is needed then.
  for (const { id } of needed) {
    const span = staying.get(id.toLowerCase());
    if (span === undefined) continue;
    staying.delete(id.toLowerCase());
    found.push(span);
    for (const reference of within(note.footnoteRefs, span)) needed.push(reference);
  }
  const footnotes = found.sort((a, b) => a.start - b.start).map(({ start, end }) => note.text.slice(start, end).trim());
  const addresses = note.referenceLinks
    .filter(({ span }) => !goes(span.start))
    .map(({ span }) => note.text.slice(span.start, span.end));
  return addresses.length === 0 ? footnotes : [...footnotes, addresses.join("\n")];
}
