import { folded, isEastAsian, lastWords, perLanguage, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import { holdsAny, isMadeOf, singleSpaced } from "../../base";
import type { Span } from "../../base";
import type { Line } from "./line";
import type { ShownLine } from "./lines";
import { linesIn } from "./lines";

/** A line of a paragraph, with the lines that belong to it. Spans are offsets in the paragraph. */
export interface ParagraphPart {
  readonly span: Span;
  /** Null for words without a time of their own. */
  readonly line: Line | null;
  /** Where the source of `line` begins. */
  readonly start: number;
  /** What happened: may stand on the lines below the time, or on those above it. */
  readonly text: Span;
  /** Begins in the middle of a line of the source, behind a `<br>`. */
  readonly isInline: boolean;
}

const longestName = 40;

/** Words that a time of the same sentence follows. */
const leads = perLanguage(({ calendar, clock, lengths, measures }) =>
  wordTable([
    ...[clock.at, clock.from, clock.between, clock.vague, clock.to, clock.and, clock.or].flat(),
    ...[measures.about, measures.atLeast, lengths.counting, calendar.joints, calendar.articles].flat(),
  ]),
);

/**
 * Cuts a paragraph at the lines that state a time. Lines without one belong to the time above them; in a pasted
 * chat, where a name stands above each time, the name belongs to the time below, as does all text above "Posted …",
 * and above a time at the end, as status pages have it.
 *
 * @param isHidden Whether nobody sees what stands at an offset, or sees it as code.
 * @param read Reads one line.
 */
export function readParagraph(
  source: string,
  isHidden: (offset: number) => boolean,
  read: (source: string) => Line | null,
  language: Lexicon,
): readonly ParagraphPart[] {
  const rows = unwrapped(
    source,
    language,
    linesIn(source, isHidden).map((line) => ({
      ...line,
      line: read(source.slice(line.span.start, line.span.end)),
    })),
  );
  const parts: ParagraphPart[] = [];
  const isSigned = endsWithTime(source, rows);
  let from = 0;
  for (const [index, row] of rows.entries()) {
    if (row.line === null) continue;
    const isPosted = row.line.form === "posted" || (isSigned && isBareTime(row));
    const begin = isPosted ? from : isChat(source, rows[index - 1], row) ? index - 1 : index;
    const above = joined(rows.slice(from, isPosted ? index : begin));
    if (above !== null && !isPosted) addWords(parts, above);
    const text =
      isPosted && above !== null
        ? above
        : { start: row.span.start + row.line.text.start, end: row.span.start + row.line.text.end };
    parts.push({
      span: { start: rows[begin]?.span.start ?? row.span.start, end: row.span.end },
      line: row.line,
      start: row.span.start,
      text,
      isInline: row.isInline && begin === index,
    });
    from = index + 1;
  }
  const rest = joined(rows.slice(from));
  if (rest !== null) addWords(parts, rest);
  return parts;
}

/**
 * Lines without a time go on with what stands above them; those above the first time, and below "Posted …", stand
 * alone.
 */
function addWords(parts: ParagraphPart[], words: Span): void {
  const last = parts.at(-1);
  if (last?.line == null || last.line.form === "posted") {
    parts.push({ span: words, line: null, start: words.start, text: words, isInline: false });
    return;
  }
  const isEmpty = last.text.start >= last.text.end;
  parts[parts.length - 1] = {
    ...last,
    span: { start: last.span.start, end: words.end },
    text: { start: isEmpty ? words.start : last.text.start, end: words.end },
  };
}

interface Row extends ShownLine {
  readonly line: Line | null;
}

/** A time at the beginning of a line may be the middle of a sentence: then the line says no time of its own. */
function unwrapped(source: string, language: Lexicon, rows: readonly Row[]): readonly Row[] {
  const startsWithTime = rows[0]?.line != null;
  let isBelowTime = false;
  return rows.map((row, index) => {
    const above = rows[index - 1];
    // Where words have no blanks, a line that ends with one goes on less likely than a list of times does.
    const isListed = isBelowTime && isEastAsian(source.charCodeAt((above?.span.end ?? 0) - 1));
    isBelowTime = row.line !== null;
    if (row.line === null || above === undefined || row.isBroken) return row;
    const words = source.slice(above.span.start, above.span.end);
    const runsOn =
      startsWithTime || isListed
        ? leadsToTime(words, language)
        : !holdsAny(words.slice(-1), ".:;!?)*_`>|。：；！？）】」…") && !isChat(source, above, row);
    if (!runsOn || row.line.form === "posted") return row;
    isBelowTime = false;
    return { ...row, line: null };
  });
}

/** "The outage began at", "Only after": the time on the next line is part of that sentence. */
function leadsToTime(line: string, language: Lexicon): boolean {
  const words = lastWords(folded(line));
  return words.text.endsWith(",") || leads(language).ending(words) !== null;
}

/** A line that is nothing but a time. */
function isBareTime({ line }: Row): boolean {
  return line?.form === "bare" && line.text.start >= line.text.end;
}

/** Whether sentences stand above a time that nothing follows: "The fix is out." above "Apr 22, 17:58 UTC". */
function endsWithTime(source: string, rows: readonly Row[]): boolean {
  const [first, above, last] = [rows[0], rows.at(-2), rows.at(-1)];
  if (last === undefined || above === undefined || first?.line != null || !isBareTime(last)) return false;
  // "10:15 AM:" alone is more often the head of what follows.
  if (last.line?.stamp.kind !== "time" || last.line.stamp.from.date === null) return false;
  return isMadeOf(source.slice(above.span.start, above.span.end).trimEnd().slice(-1), ".!?。！？");
}

/** A line that is nothing but a time, below a name. */
function isChat(source: string, above: Row | undefined, row: Row): boolean {
  if (above === undefined || above.line !== null || row.line === null || row.line.form !== "bare") return false;
  const name = source.slice(above.span.start, above.span.end).trim();
  return (
    row.line.text.start >= row.line.text.end &&
    name !== "" &&
    name.length <= longestName &&
    singleSpaced(name).split(" ").length <= 4
  );
}

function joined(rows: readonly Row[]): Span | null {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}
