import type { Lexicon } from "../../language";
import { matchesOf, withoutTail, leadLength } from "../../base";
import type { Span } from "../../base";
import type { Line } from "./line";
import { readLine } from "./line";

/** A line as a reader sees it; spans are offsets in the source, blanks and quote marks left out. */
export interface ShownLine {
  readonly span: Span;
  /** Begins behind a `<br>`: the writer broke the line, no editor wrapped it. */
  readonly isBroken: boolean;
  /** Begins in the middle of a line of the source. */
  readonly isInline: boolean;
}

const lineEnd = /\n|<br ?\/?>/gi;

/** The lines of a text: `<br>` ends one, too, unless it is hidden or code. */
export function linesIn(source: string, isHidden: (offset: number) => boolean): readonly ShownLine[] {
  const lines: ShownLine[] = [];
  let start = 0;
  let isBroken = false;
  let isInline = false;
  for (const match of [...matchesOf(lineEnd, source), null]) {
    const isBreak = match !== null && match[0] !== "\n";
    if (isBreak && isHidden(match.index)) continue;
    const row = source.slice(start, match?.index ?? source.length);
    const lead = leadLength(row, ">");
    const isEmpty = lead >= row.length;
    // A `<br>` at the end of a line breaks it once.
    if (!isEmpty || !isBroken)
      lines.push({
        span: { start: start + lead, end: start + Math.max(lead, row.trimEnd().length) },
        isBroken,
        isInline,
      });
    isBroken = isBreak || (isBroken && isEmpty);
    isInline = isBreak;
    start = (match?.index ?? 0) + (match?.[0].length ?? 0);
  }
  return lines;
}

/** A piece of a list item that says when something happened. */
export interface LinePiece {
  /** Where it begins in the source; the spans of `line` are offsets from here. */
  readonly start: number;
  readonly end: number;
  readonly line: Line;
}

/** Cuts the text of an item that begins with a time, `first`, at each `<br>` that another time stands behind. */
export function piecesOf(
  source: string,
  first: Line,
  isHidden: (offset: number) => boolean,
  language: Lexicon,
): readonly [LinePiece, ...LinePiece[]] {
  const whole: LinePiece = { start: 0, end: source.length, line: first };
  if (!source.includes("<")) return [whole];
  const starts = linesIn(source, isHidden).flatMap(({ span: { start, end }, isBroken }) => {
    const line = isBroken && start >= first.stamp.span.end ? readLine(source.slice(start, end), language) : null;
    return line?.form === "bare" && line.stamp.kind !== "date" ? [start] : [];
  });
  const pieces = starts.flatMap((start, index): LinePiece[] => {
    const end = endOf(source, start, starts[index + 1]);
    const line = readLine(source.slice(start, end), language);
    return line === null ? [] : [{ start, end, line }];
  });
  const end = endOf(source, 0, starts[0]);
  return [{ start: 0, end, line: readLine(source.slice(0, end), language) ?? first }, ...pieces];
}

/** The end of what begins at `start`, without the line breaks before `next`. */
function endOf(source: string, start: number, next: number | undefined): number {
  return start + withoutTail(source.slice(start, next), "", /<br ?\/?>$/i).length;
}
