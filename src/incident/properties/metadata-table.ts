import { holdsAny, plainWords } from "../../base";
import type { Span } from "../../base";
import type { FrontmatterEntry, Note, Table } from "../../note";
import { shownWords } from "../../note";
import type { FieldDeclaration, FieldType } from "../../settings";

/** So many rows have to be named like properties for a table to be one of metadata. */
const enoughRows = 2;

/** Tags are read by the app in the frontmatter alone; times of day in a table are read as facts of the head. */
const frontmatterOnly: ReadonlySet<FieldType> = new Set(["tags", "datetime"]);

/** Types that say enough of their values for a name among other words. */
const narrow: ReadonlySet<FieldType> = new Set(["severity", "status", "list", "factors"]);

/** The name of a property in a cell, marks included, is no longer than this. */
const longestLabel = 60;

/**
 * The declared properties of a note that a table of two columns states, a name and a value to a row: by declared name,
 * as entries that stand in their cells. The first such table of the note counts, and of two alike rows the first.
 */
export function metadataEntries(
  note: Note,
  fields: readonly FieldDeclaration[],
): ReadonlyMap<string, FrontmatterEntry> {
  const wanted = fields.flatMap(({ name, type }) =>
    frontmatterOnly.has(type) ? [] : [{ name, words: plainWords(name), isNarrow: narrow.has(type) }],
  );
  const names = new Set(wanted.map(({ words }) => words));
  for (const table of note.tables) {
    if (table.rows.length < enoughRows || table.rows.every(({ cells }) => cells.length !== 2)) continue;
    const rows = pairsIn(note, table);
    if (rows.filter(({ words }) => names.has(words)).length < enoughRows) continue;
    return new Map(
      wanted.flatMap((field) => {
        const row = rows.find(({ words }) => words === field.words) ?? rows.find((each) => isMeant(each, field));
        const entry = row && entryOf(note, row);
        return entry === undefined || entry.value.source === "" ? [] : [[field.name, entry] as const];
      }),
    );
  }
  return new Map();
}

/** A row with a name and a value. */
interface Pair {
  /** The name in plain words. */
  readonly words: string;
  readonly label: Span;
  readonly value: Span;
  readonly span: Span;
}

/** `Services affected` names `services`; a word beside a date or a text may name something else. */
function isMeant({ words }: Pair, field: { readonly words: string; readonly isNarrow: boolean }): boolean {
  return field.isNarrow && (words.startsWith(`${field.words} `) || words.endsWith(` ${field.words}`));
}

/** The rows of a table of two columns. */
function pairsIn({ text }: Note, { rows }: Table): readonly Pair[] {
  return rows.flatMap(({ span, cells: [label, value, more] }) => {
    if (label === undefined || value === undefined || more !== undefined || label.end - label.start > longestLabel)
      return [];
    return [{ words: plainWords(text.slice(label.start, label.end)), label, value, span }];
  });
}

/** A value without the marks that make all of it bold or code; links stay, as they name people and things. */
function entryOf({ text }: Note, { label, value, span }: Pair): FrontmatterEntry {
  const cell = text.slice(value.start, value.end).replaceAll("\\|", "|");
  const shown = holdsAny(cell, "[]") ? cell : shownWords(cell);
  return {
    key: text.slice(label.start, label.end),
    keySpan: label,
    span,
    value: { value: shown, source: shown, span: value, items: [], entries: [] },
  };
}
