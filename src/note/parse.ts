import type { Note } from "./note";

/** Reads a note. Never throws, whatever the text; linear in its length. */
export function parseNote(text: string, path = ""): Note {
  return {
    path,
    text,
    lineStarts: [0],
    frontmatter: null,
    headings: [],
    sections: [],
    leaves: [],
    listItems: [],
    quotes: [],
    tables: [],
    links: [],
    embeds: [],
    tags: [],
    blocks: new Map(),
    comments: [],
    code: [],
    math: [],
    highlights: [],
    footnotes: [],
    footnoteRefs: [],
    referenceLinks: [],
  };
}
