import { folded, perLanguage, phraseWords, textWords, wordTable } from "../../language";
import type { Lexicon, PhraseTable } from "../../language";
import type { Note, Table, TableRow } from "../../note";
import type { Span } from "../../base";
import type { Line } from "./line";
import { readLine } from "./line";
import type { ZoneStatement } from "./zone-statement";
import { readZoneStatement } from "./zone-statement";
import type { StatedTime, StatedZone } from "../../time";
import { plain, readDate } from "../../time";

/** A row of a timeline table. Spans are offsets in the note. */
export interface TimedRow {
  readonly row: TableRow;
  /** What its time cell says; spans are offsets in that cell. */
  readonly line: Line;
  readonly cell: Span;
  /** The cell that tells what happened; the rest of the time cell, where there is none. */
  readonly text: Span;
  /** All other cells. */
  readonly remarks: string;
  /** The cell of the date column that is in force for it. */
  readonly date: Span | null;
  /** From a column of end times; spans are offsets in its cell. */
  readonly end: StatedTime | null;
  /** The same moment in the columns of other zones; spans are offsets in the note. */
  readonly also: readonly StatedTime[];
}

export interface TimelineTable {
  readonly rows: readonly TimedRow[];
  /** From the head of the time column: "Time (UTC)". */
  readonly zone: ZoneStatement | null;
  /** The times count from the beginning of the incident. */
  readonly elapsed: boolean;
}

/** Times stand in one of the first columns. */
const columnsToTry = 6;

/** The heads of columns in the words of a language. */
const heads = perLanguage(({ labels }) => ({
  end: wordTable(labels.end),
  event: wordTable(labels.event),
  elapsed: wordTable(labels.elapsed),
}));

/** Whether the head of a column has one of the words. */
function isHead(head: string, words: PhraseTable<true>): boolean {
  return words.isIn(textWords(folded(head)));
}

/** Whether it begins with one. */
function beginsHead(head: string, words: PhraseTable<true>): boolean {
  return words.at(phraseWords(head), 0) !== null;
}

interface Cell {
  readonly span: Span;
  readonly source: string;
  readonly line: Line | null;
}

/**
 * Reads a table as a timeline; null when no column holds times. A head that is a time itself is a row like any other.
 */
export function readTimelineTable(note: Note, table: Table, language: Lexicon): TimelineTable | null {
  const grid = table.rows.map((row) =>
    row.cells.map((span, column): Cell => {
      const source = note.text.slice(span.start, span.end);
      return { span, source, line: column < columnsToTry && source !== "" ? readLine(source, language) : null };
    }),
  );
  const head = grid[0] ?? [];
  const time = timeColumn(grid);
  if (time < 0) return null;
  const headOf = (column: number): string => head[column]?.source ?? "";
  const headIsTime = head[time]?.line?.stamp.kind === "time";
  const stated = headIsTime ? null : readZoneStatement(headOf(time), "short", language);
  const zone = stated && { ...stated, span: within(head[time], stated.span) };
  const dates = columnWhere(
    grid,
    (cell) => cell.line?.stamp.kind === "date" && isAll(cell),
    (column) => column !== time,
  );
  const ends = columnWhere(
    grid,
    (cell) => isTime(cell) && isAll(cell),
    (column) => column > time && beginsHead(headOf(column), heads(language).end),
  );
  const others = zone === null ? [] : zoneColumns(grid, { time, ends, zone, language });
  const text = textColumn(grid, new Set([time, dates, ends, ...others.map(({ column }) => column)]), language);
  if (!hasWords(grid, time, text)) return null;
  const rows: TimedRow[] = [];
  let date: Span | null = null;
  for (const [index, cells] of grid.entries()) {
    const row = table.rows[index];
    const cell = cells[time];
    const dated =
      dates >= 0
        ? cells[dates]
        : cells.find(
            (other) =>
              other.line?.stamp.kind === "date" &&
              isAll(other) &&
              cells.every((rest) => rest === other || rest.source === ""),
          );
    if (dated?.line?.stamp.kind === "date") date = dated.span;
    // A row of a day alone leaves its time open.
    const filled = cell?.source === "" && dated !== undefined ? dated : cell;
    const line = filled === undefined ? null : (filled.line ?? readBareDay(filled.source));
    if (row === undefined || filled === undefined || line === null || line.form === "label") continue;
    const placed = { ...filled, line };
    const shown = isAll(placed) ? cells[text] : undefined;
    const end = cells[ends]?.line?.stamp;
    rows.push({
      row,
      line: placed.line,
      cell: placed.span,
      text: shown?.span ?? {
        start: placed.span.start + placed.line.text.start,
        end: placed.span.start + placed.line.text.end,
      },
      remarks: cells
        .filter((other) => other !== filled && other !== shown)
        .map((other) => other.source)
        .join(" | "),
      date,
      end: end?.kind === "time" ? end.from : null,
      also: others.flatMap(({ column, zone }) => timeIn(cells[column], zone) ?? []),
    });
  }
  return {
    rows,
    zone,
    elapsed: !headIsTime && isHead(headOf(time), heads(language).elapsed),
  };
}

interface ZoneColumn {
  readonly column: number;
  readonly zone: StatedZone;
}

/** Further columns of times, whose heads name another zone than that of the first. */
function zoneColumns(
  grid: readonly (readonly Cell[])[],
  {
    time,
    ends,
    zone: { zone: first },
    language,
  }: {
    readonly time: number;
    readonly ends: number;
    readonly zone: ZoneStatement;
    readonly language: Lexicon;
  },
): readonly ZoneColumn[] {
  return (grid[0] ?? []).flatMap(({ source, span }, column) => {
    const stated = column > time && column !== ends ? readZoneStatement(source, "short", language) : null;
    const filled = grid.slice(1).flatMap((cells) => (cells[column]?.source ? (cells[column] ?? []) : []));
    if (stated === null || stated.zone.name === first.name || filled.length === 0) return [];
    if (!filled.every((cell) => isTime(cell) && isAll(cell))) return [];
    return { column, zone: { zone: stated.zone, span: within({ span }, stated.span) } };
  });
}

/** A span of a cell's source as one of the note. */
function within(cell: Pick<Cell, "span"> | undefined, { start, end }: Span): Span {
  const base = cell?.span.start ?? 0;
  return { start: base + start, end: base + end };
}

function timeIn(cell: Cell | undefined, zone: StatedZone): StatedTime | null {
  const stamp = cell?.line?.stamp;
  if (cell === undefined || stamp?.kind !== "time" || stamp.from.zone !== null) return null;
  return { ...stamp.from, zone, span: within(cell, stamp.from.span) };
}

/** `01/07` alone, among times: a day, whichever of the two is the month. */
function readBareDay(source: string): Line | null {
  const text = plain(source).trimEnd();
  const date = /^\d{1,2}\/\d{1,2}$/.test(text) ? readDate(`${text} 00:00`, 0) : null;
  if (date?.kind !== "read") return null;
  const span = { start: 0, end: text.length };
  return {
    stamp: { kind: "date", span, date: date.value, to: null },
    text: { start: source.length, end: source.length },
    form: "bare",
  };
}

/** A table of figures over time is no timeline: most texts have words. */
function hasWords(grid: readonly (readonly Cell[])[], time: number, text: number): boolean {
  const texts = grid
    .slice(1)
    .map((cells) => cells[text] ?? cells[time])
    .filter((cell) => cell !== undefined && cell.source !== "");
  return texts.filter((cell) => /\p{L}{3}/u.test(cell?.source ?? "")).length * 2 >= texts.length;
}

function isTime(cell: Cell): boolean {
  return (
    cell.line !== null && cell.line.stamp.kind !== "date" && cell.line.form !== "label" && cell.line.form !== "posted"
  );
}

function isDate({ line }: Cell): boolean {
  return line?.stamp.kind === "date" && line.form === "bare";
}

/** The cell says nothing but its stamp, a short remark aside. */
function isAll({ line }: Cell): boolean {
  return line !== null && line.text.end - line.text.start <= 16;
}

/**
 * The first column in which at least half of the filled cells hold a time, preferably alone; failing that, a time or a
 * day.
 */
function timeColumn(grid: readonly (readonly Cell[])[]): number {
  const alone = columnWhere(
    grid,
    (cell) => isTime(cell) && isAll(cell),
    () => true,
  );
  const first = alone >= 0 ? alone : columnWhere(grid, isTime, (column) => column === 0);
  return first >= 0
    ? first
    : columnWhere(
        grid,
        (cell) => (isTime(cell) || isDate(cell)) && isAll(cell),
        () => true,
      );
}

function columnWhere(
  grid: readonly (readonly Cell[])[],
  fits: (cell: Cell) => boolean,
  isAllowed: (column: number) => boolean,
): number {
  for (let column = 0; column < columnsToTry; column += 1) {
    if (!isAllowed(column)) continue;
    let [filled, fitting] = [0, 0];
    for (const cells of grid.slice(1)) {
      const cell = cells[column];
      if (cell === undefined || cell.source === "") continue;
      filled += 1;
      if (fits(cell)) fitting += 1;
    }
    if (fitting > 0 && fitting * 2 >= filled) return column;
  }
  return -1;
}

/** The column headed by a word for events, else the one with the longest text. */
function textColumn(grid: readonly (readonly Cell[])[], taken: ReadonlySet<number>, language: Lexicon): number {
  const lengths = (grid[0] ?? []).map((_, column) =>
    taken.has(column) ? -1 : grid.slice(1).reduce((sum, cells) => sum + (cells[column]?.source.length ?? 0), 0),
  );
  const headed = (grid[0] ?? []).findIndex(
    (cell, column) => !taken.has(column) && isHead(cell.source, heads(language).event),
  );
  return headed >= 0 ? headed : lengths.indexOf(Math.max(...lengths));
}
