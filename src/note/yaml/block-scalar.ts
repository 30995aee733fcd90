import * as Char from "../char-codes";
import { isDigit, isSpaceOrTab, trimEnd } from "../../base";
import type { YamlNode } from "./node";
import type { Cursor } from "./cursor";
import { fold, scalar } from "./cursor";

interface Header {
  readonly folded: boolean;
  /** What becomes of the line ends behind the text: `-` drops them, `+` keeps all, "" keeps one. */
  readonly chomping: string;
  /** The indentation below the parent's, or null to take that of the first line. */
  readonly indent: number | null;
}

/** The text below `|` or `>`, indented deeper than `parent`; moves on to the next line with content. */
export function readBlockScalar(cursor: Cursor, parent: number): YamlNode {
  const { text } = cursor;
  const start = cursor.at;
  const header = readHeader(cursor);
  const headerEnd = cursor.at;
  cursor.skipSpaces();
  if (!cursor.isAtLineEnd())
    return cursor.fail(
      `text behind \`${text.charAt(start)}\` has to start on the next line`,
      cursor.at,
      cursor.endOfLine(cursor.at),
    );
  const first = cursor.endOfLine(cursor.at) + 1;
  const indent = header.indent === null ? findIndent(cursor, first, parent + 1) : Math.max(parent, 0) + header.indent;
  let value = "";
  let end = headerEnd;
  let breaks = 0;
  let wasDeeper: boolean | null = null;
  let lineStart = first;
  while (lineStart < cursor.end && indent > parent) {
    const lineEnd = cursor.endOfLine(lineStart);
    const column = spacesFrom(text, lineStart, lineEnd);
    const contentEnd =
      lineEnd > lineStart && text.charCodeAt(lineEnd - 1) === Char.carriageReturn ? lineEnd - 1 : lineEnd;
    const isEmpty = lineStart + column >= contentEnd;
    if (!isEmpty && column < indent) break;
    if (column > indent && wasDeeper === null && isEmpty && header.indent === null)
      return cursor.fail("an empty line before the text is indented deeper than the text", lineStart, contentEnd);
    lineStart += Math.min(column, indent);
    if (lineStart < contentEnd) {
      const isDeeper = isSpaceOrTab(text.charCodeAt(lineStart));
      value +=
        (header.folded && wasDeeper === false && !isDeeper ? fold(breaks - 1) : "\n".repeat(breaks)) +
        text.slice(lineStart, contentEnd);
      wasDeeper = isDeeper;
      breaks = 0;
      end = trimEnd(text, lineStart, contentEnd);
    }
    breaks++;
    lineStart = lineEnd + 1;
  }
  if (header.chomping === "+") value += "\n".repeat(breaks);
  else if (header.chomping === "" && wasDeeper !== null) value += "\n";
  cursor.toLine(lineStart);
  return scalar(value, start, end, value);
}

function readHeader(cursor: Cursor): Header {
  const folded = cursor.code === Char.greaterThan;
  let chomping = "";
  let indent: number | null = null;
  for (cursor.at++; ; cursor.at++) {
    const { code } = cursor;
    if ((code === Char.plus || code === Char.hyphen) && chomping === "") chomping = cursor.text.charAt(cursor.at);
    else if (isDigit(code) && code !== Char.zero && indent === null) indent = code - Char.zero;
    else return { folded, chomping, indent };
  }
}

/** The indentation of the first line that is not empty, or that of the longest empty one, `least` at least. */
function findIndent(cursor: Cursor, lineStart: number, least: number): number {
  let longest = least;
  while (lineStart < cursor.end) {
    const lineEnd = cursor.endOfLine(lineStart);
    const column = spacesFrom(cursor.text, lineStart, lineEnd);
    if (!cursor.isBreakAt(lineStart + column)) return column;
    longest = Math.max(longest, column);
    lineStart = lineEnd + 1;
  }
  return longest;
}

function spacesFrom(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === Char.space) at++;
  return at - from;
}
