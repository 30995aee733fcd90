import { dsvFormat } from "d3-dsv";
import { plainWords } from "../../base";
import { folded } from "../../language";

/** A file of rows and columns. */
export interface SourceTable {
  /** The names of the columns as they are written, in order; two may be the same. */
  readonly columns: readonly string[];
  /** By its name, with neither case nor accents: the first column that has it. */
  readonly byName: ReadonlyMap<string, number>;
  readonly rows: readonly TableLine[];
}

/** One row of a table. */
export interface TableLine {
  readonly cells: readonly string[];
  /** From 1: the line of the file that the row begins in. */
  readonly line: number;
}

/**
 * Reads comma, semicolon or tab separated values (RFC 4180, and what spreadsheets write in countries where the comma
 * is the decimal sign) with the names of the columns in the first row; null for any other text. At most one column
 * says nothing of a table.
 */
export function readTable(text: string): SourceTable | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  const rows: TableLine[] = [];
  let line = 1;
  for (const cells of dsvFormat(delimiter).parseRows(text)) {
    if (cells.some((cell) => cell !== "")) rows.push({ cells, line });
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
  const [head, ...rest] = rows;
  if (head === undefined) return null;
  const columns = head.cells.map((name) => name.trim());
  const byName = new Map<string, number>();
  for (const [index, name] of columns.entries()) if (!byName.has(comparable(name))) byName.set(comparable(name), index);
  return { columns, byName, rows: rest };
}

/** The sign that parts the names of the columns: the commonest of the three outside of quotes in the first line. */
function delimiterOf(text: string): string | null {
  const end = text.search(/[\r\n]/);
  const head = text.slice(0, Math.min(end < 0 ? text.length : end, 10_000)).replace(/"[^"]*"/g, '""');
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length - 1 }));
  const best = counted.reduce((most, each) => (each.count > most.count ? each : most));
  return best.count === 0 ? null : best.sign;
}

function comparable(name: string): string {
  return folded(plainWords(name));
}

/** The index of the first column with one of these names, whatever their case; null when there is none. */
export function columnOf({ byName }: SourceTable, names: readonly string[]): number | null {
  for (const name of names) {
    const found = byName.get(comparable(name));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a table has all of these columns. */
export function hasColumns(table: SourceTable, ...names: readonly string[]): boolean {
  return names.every((name) => columnOf(table, [name]) !== null);
}
