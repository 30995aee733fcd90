import { enclosing, plainWords } from "../../../base";
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
  const needed = new Set(note.footnoteRefs.filter(({ span }) => goes(span.start)).map(({ id }) => id.toLowerCase()));
  const staying = note.footnotes.filter(({ id, span }) => id !== "" && !goes(span.start));
  const found: string[] = [];
  // A footnote can refer to another one; each round finds at least one or is the last.
  for (let rest = staying, size = -1; size !== rest.length;) {
    size = rest.length;
    rest = rest.filter(({ id, span }) => {
      if (!needed.delete(id.toLowerCase())) return true;
      found.push(note.text.slice(span.start, span.end).trim());
      for (const reference of note.footnoteRefs)
        if (reference.span.start >= span.start && reference.span.start < span.end)
          needed.add(reference.id.toLowerCase());
      return false;
    });
  }
  const addresses = note.referenceLinks
    .filter(({ span }) => !goes(span.start))
    .map(({ span }) => note.text.slice(span.start, span.end));
  return addresses.length === 0 ? found : [...found, addresses.join("\n")];
}
