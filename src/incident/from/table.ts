import { dsvFormat } from "d3-dsv";
import type { Steps } from "../../base";
import { plainWords } from "../../base";
import { folded } from "../../language";
import { zoneNamed } from "../../time";

/** A file of rows and columns. */
export interface SourceTable {
  /** The names of the columns as they are written, in order; two may be the same. */
  readonly columns: readonly string[];
  /** By its name, with neither case nor accents, nor what stands in brackets behind it: the first that has it. */
  readonly byName: ReadonlyMap<string, number>;
  /** The zone that a column names, as in `Time (UTC)`, by the column's index. */
  readonly zones: ReadonlyMap<number, string>;
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
export function* readTable(text: string): Steps<SourceTable | null> {
  const rows: TableLine[] = [];
  for (const some of piecesOf(text)) {
    for (const row of some) rows.push(row);
    yield;
  }
  return tableOf(rows);
}

/** The same with the first rows alone: enough to tell what a table holds. */
export function beginningOfTable(text: string): SourceTable | null {
  const [rows] = piecesOf(text);
  return tableOf(rows ?? []);
}

function tableOf([head, ...rest]: readonly TableLine[]): SourceTable | null {
  if (head === undefined) return null;
  const columns = head.cells.map((name) => name.trim());
  const byName = new Map<string, number>();
  const zones = new Map<number, string>();
  const call = (name: string, index: number): void => {
    if (!byName.has(comparable(name))) byName.set(comparable(name), index);
  };
  for (const [index, name] of columns.entries()) call(name, index);
  for (const [index, name] of columns.entries()) {
    const said = withoutRemark(name);
    if (said === null) continue;
    call(said.name, index);
    if (said.zone !== null) zones.set(index, said.zone);
  }
  return { columns, byName, zones, rows: rest };
}

/** The name of a column without what stands in brackets or the zone at its end, `Time (UTC)`, `Time UTC`; else null. */
function withoutRemark(column: string): { readonly name: string; readonly zone: string | null } | null {
  const inBrackets = column.endsWith(")") || column.endsWith("]");
  const at = inBrackets ? Math.max(column.lastIndexOf("("), column.lastIndexOf("[")) : column.lastIndexOf(" ");
  const remark = column.slice(at + 1, inBrackets ? -1 : undefined).trim();
  const zone = zoneNamed(remark) === null ? null : remark;
  return at > 0 && (inBrackets || zone !== null) ? { name: column.slice(0, at), zone } : null;
}

/** So long a piece of a table is parsed at once, or longer where a row is: UTF-16 units. */
const pieceLength = 100_000;
/** Stands behind a piece: what becomes a row of its own there shows that the piece ends between rows. */
const mark = "\u0001";

/** The rows of a text, piece by piece, without those that hold nothing; none of a text that is no table. */
function* piecesOf(text: string): Generator<readonly TableLine[], void, undefined> {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return;
  const format = dsvFormat(delimiter);
  let line = 1;
  for (let start = 0, length = pieceLength; start < text.length;) {
    const end = behindLine(text, start + length);
    const parsed = format.parseRows(end < text.length ? text.slice(start, end) + mark : text.slice(start));
    if (end < text.length && parsed.pop()?.join() !== mark) {
      // It ends within quotes. Each time twice as much, so that all of it is parsed no more than twice.
      length *= 2;
      yield [];
      continue;
    }
    const rows: TableLine[] = [];
    for (const cells of parsed) {
      if (cells.some((cell) => cell !== "")) rows.push({ cells, line });
      line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    }
    yield rows;
    start = end;
    length = pieceLength;
  }
}

/** Offset behind the first line break at or after another. */
function behindLine(text: string, from: number): number {
  const breaks = /\r\n|\n|\r/g;
  breaks.lastIndex = from;
  return breaks.test(text) ? breaks.lastIndex : text.length;
}

/** The sign that parts the names of the columns: the commonest of the three outside of quotes in the first line. */
function delimiterOf(text: string): string | null {
  const head = text.slice(0, Math.min(behindLine(text, 0), 10_000)).replace(/"[^"]*"/g, '""');
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
