import * as Char from "../char-codes";
import { isSpaceOrTab } from "../../base";
import type { FrontmatterEntry, YamlProblem } from "./node";
import type { Span } from "../../base";
import { failIndentation, readEntry } from "./block";
import { Cursor } from "./cursor";
import { Entries } from "./entries";
import { readInline } from "./flow";

interface YamlContent {
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads the YAML 1.2 of `content` with its core schema, in time that grows with the text and no faster.
 * A property that cannot be read is a problem with its place and is left out; the others are read. Never throws.
 */
export function readYaml(text: string, content: Span): YamlContent {
  const cursor = new Cursor(text, content);
  const entries = new Entries(cursor);
  toFirstLine(cursor);
  const { column } = cursor;
  if (cursor.code === Char.openBrace) return readRootBraces(cursor);
  while (cursor.code >= 0) {
    const start = cursor.at;
    if (cursor.column === column) readEntry(cursor, column, entries, null);
    else failIndentation(cursor);
    // A deeper line behind the property is part of it.
    if (cursor.code >= 0 && cursor.at - cursor.lineStart > column) {
      failIndentation(cursor);
      entries.all.pop();
    }
    if (cursor.failed) toNextProperty(cursor, start, column);
  }
  checkRest(cursor, content);
  return { entries: entries.all, problems: cursor.problems };
}

/** To the first line with content, over a byte order mark and a mark of the document's start. */
function toFirstLine(cursor: Cursor): void {
  if (cursor.code === Char.byteOrderMark) cursor.at++;
  if (!cursor.isDocumentMark(cursor.at)) cursor.toLine(cursor.at);
  else {
    cursor.at += 3;
    cursor.endLine();
  }
}

/** All properties within one pair of braces: `{title: a, tags: [b]}`. */
function readRootBraces(cursor: Cursor): YamlContent {
  const { entries } = readInline(cursor, -1, false);
  cursor.endLine();
  if (cursor.code >= 0) cursor.fail("text behind the properties", cursor.at, cursor.endOfLine(cursor.at));
  return { entries, problems: cursor.problems };
}

/** From the property at `start`, which cannot be read, to the next line that holds a key and its colon. */
function toNextProperty(cursor: Cursor, start: number, column: number): void {
  cursor.failed = false;
  let line = cursor.endOfLine(start) + 1;
  while (line < cursor.end && !startsProperty(cursor, line, column)) line = cursor.endOfLine(line) + 1;
  cursor.toLine(line);
}

function startsProperty(cursor: Cursor, line: number, column: number): boolean {
  const { text } = cursor;
  const end = cursor.endOfLine(line);
  let at = line;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  if (at > line + column || cursor.isBreakAt(at) || "#-:]}".includes(text.charAt(at))) return false;
  while (at < end && !(text.charCodeAt(at) === Char.colon && cursor.isBlankAt(at + 1))) at++;
  return at < end;
}

/** Whatever stands behind the mark of the document's end is not read, and is no comment. */
function checkRest(cursor: Cursor, content: Span): void {
  const { text, end } = cursor;
  if (end === content.end) return;
  const rest = new Cursor(text, { start: end + 3, end: content.end });
  if (text.startsWith("...", end)) rest.endLine();
  if (rest.code >= 0) cursor.report("properties have to be one document; the mark that ends it stands", end, end + 3);
}
