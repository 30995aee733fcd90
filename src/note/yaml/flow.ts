import * as Char from "../char-codes";
import type { YamlNode } from "./node";
import { absent, list, mapping, type Cursor } from "./cursor";
import { Entries } from "./entries";
import { readAlias, readProperties, withProperties } from "./node-properties";
import { isEndOfWord, readPlain } from "./plain";
import { readQuoted } from "./quoted";

/** A scalar, an alias, or a list or mapping in brackets; its further lines are indented deeper than `parent`. */
export function readInline(cursor: Cursor, parent: number, inFlow: boolean): YamlNode {
  cursor.anchors.count();
  switch (cursor.code) {
    case Char.doubleQuote:
    case Char.singleQuote:
      return readQuoted(cursor, parent);
    case Char.openBracket:
    case Char.openBrace:
      return readBrackets(cursor, parent);
    case Char.asterisk:
      return readAlias(cursor);
    default:
      return readPlain(cursor, parent, inFlow);
  }
}

/** `[a, b]` or `{a: b}`. */
function readBrackets(cursor: Cursor, parent: number): YamlNode {
  const open = cursor.at;
  const isMapping = cursor.code === Char.openBrace;
  const close = isMapping ? Char.closeBrace : Char.closeBracket;
  const items: YamlNode[] = [];
  const entries = new Entries(cursor);
  cursor.enter();
  cursor.at++;
  for (;;) {
    skipSeparation(cursor, parent, open);
    if (cursor.code === close || cursor.failed) break;
    const item = readEntry(cursor, parent, open, isMapping ? entries : null);
    if (item !== null) items.push(item);
    skipSeparation(cursor, parent, open);
    if (cursor.code === Char.comma) cursor.at++;
    else if (cursor.code !== close)
      cursor.fail(`a comma or \`${isMapping ? "}" : "]"}\` is missing`, cursor.at, cursor.at + 1);
  }
  cursor.leave();
  if (cursor.failed) return absent(open);
  cursor.at++;
  return isMapping ? mapping(entries.all, entries.value, open, cursor.at) : list(items, open, cursor.at);
}

/** One entry, which goes into `entries` in a mapping; in a list, where `entries` is null, it is returned. */
function readEntry(cursor: Cursor, parent: number, open: number, entries: Entries | null): YamlNode | null {
  const start = cursor.at;
  const isExplicit = cursor.code === Char.question && isEndOfWord(cursor, start + 1, true);
  if (isExplicit) {
    cursor.at++;
    skipSeparation(cursor, parent, open);
  }
  const key =
    isAtColon(cursor, false) || (isExplicit && isAtEndOfEntry(cursor)) ? absent(cursor.at) : readNode(cursor, parent);
  const line = cursor.lineStart;
  skipSeparation(cursor, parent, open);
  const first = cursor.text.charCodeAt(key.span.start);
  const hasColon = isAtColon(
    cursor,
    first === Char.doubleQuote || first === Char.singleQuote || first === Char.openBracket || first === Char.openBrace,
  );
  if (entries === null && !hasColon && !isExplicit) return key;
  if (entries === null && !isExplicit && (line !== cursor.lineStart || start < line))
    return cursor.fail("a key in a list has to stand on one line with its colon", start, start + 1);
  let value = absent(key.span.end);
  if (hasColon) {
    cursor.at++;
    value = absent(cursor.at);
    skipSeparation(cursor, parent, open);
    if (!isAtEndOfEntry(cursor)) value = readNode(cursor, parent);
  }
  const pair = entries ?? new Entries(cursor);
  pair.add(key, value);
  return entries === null ? mapping(pair.all, pair.value, start, Math.max(key.span.end, value.span.end)) : null;
}

function readNode(cursor: Cursor, parent: number): YamlNode {
  const properties = readProperties(cursor);
  const node = properties !== null && isAtEndOfEntry(cursor) ? absent(cursor.at) : readInline(cursor, parent, true);
  return withProperties(cursor, properties, node);
}

/** Whether a colon stands here that ends a key; behind quotes and brackets it needs no blank. */
function isAtColon(cursor: Cursor, isBehindQuotes: boolean): boolean {
  return cursor.code === Char.colon && (isBehindQuotes || isEndOfWord(cursor, cursor.at + 1, true));
}

function isAtEndOfEntry({ code }: Cursor): boolean {
  return code === Char.comma || code === Char.closeBracket || code === Char.closeBrace;
}

/** Over blanks, line ends and comments within the brackets that opened at `open`. */
function skipSeparation(cursor: Cursor, parent: number, open: number): void {
  cursor.skipSpaces();
  if (!cursor.isAtLineEnd()) return;
  cursor.toNextLine();
  const isClosing = cursor.column === parent && (cursor.code === Char.closeBracket || cursor.code === Char.closeBrace);
  if (cursor.column <= parent && !isClosing)
    cursor.fail(`\`${cursor.text.charAt(open)}\` is never closed`, open, open + 1);
}
