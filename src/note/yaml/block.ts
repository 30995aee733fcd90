import * as Char from "../char-codes";
import type { YamlNode } from "./node";
import { readBlockScalar } from "./block-scalar";
import { absent, list, mapping, type Cursor } from "./cursor";
import { Entries } from "./entries";
import { readInline } from "./flow";
import { readProperties, withProperties, type NodeProperties } from "./node-properties";

/** YAML allows no longer keys without `?`, in UTF-16 units. */
const MAX_KEY = 1024;

/** The entries whose keys stand in `column`; the first key may have been read already. */
function readMapping(cursor: Cursor, start: number, column: number, firstKey: YamlNode | null): YamlNode {
  const entries = new Entries(cursor);
  checkTabs(cursor, start - column, start);
  readEntry(cursor, column, entries, firstKey);
  while (cursor.column === column) readEntry(cursor, column, entries, null);
  if (cursor.column > column) failIndentation(cursor);
  return mapping(
    entries.all,
    entries.value,
    entries.all[0]?.span.start ?? start,
    entries.all.at(-1)?.span.end ?? start,
  );
}

/** One entry of a mapping whose keys stand in `column`; `firstKey` has been read already. */
export function readEntry(cursor: Cursor, column: number, entries: Entries, firstKey: YamlNode | null): void {
  if (firstKey === null) checkTabs(cursor, cursor.lineStart, cursor.at);
  const isExplicit = firstKey === null && cursor.isIndicator(Char.question);
  const key = firstKey ?? (isExplicit ? readExplicitKey(cursor, column) : readKey(cursor, column));
  if (isExplicit && (cursor.column !== column || !cursor.isIndicator(Char.colon))) {
    entries.add(key, absent(key.span.end));
  } else {
    cursor.at++;
    entries.add(key, readValue(cursor, column, isExplicit, true));
  }
}

/** `? key`, up to the line with the colon. */
function readExplicitKey(cursor: Cursor, column: number): YamlNode {
  cursor.at++;
  return readValue(cursor, column, true, true);
}

/** A key on one line, up to its colon. */
function readKey(cursor: Cursor, column: number): YamlNode {
  const start = cursor.at;
  if (cursor.isIndicator(Char.colon)) return absent(start);
  const properties = readProperties(cursor);
  const key = cursor.isAtLineEnd()
    ? absent(start)
    : withProperties(cursor, properties, readInline(cursor, column, false));
  return isAtKeyColon(cursor, key)
    ? key
    : cursor.fail("properties have to be written as `key: value`", start, Math.max(start, key.span.end));
}

/** The items whose dashes stand in `column`. */
function readList(cursor: Cursor, column: number): YamlNode {
  const start = cursor.at;
  const items: YamlNode[] = [];
  do {
    checkTabs(cursor, cursor.lineStart, cursor.at);
    cursor.at++;
    items.push(readValue(cursor, column, true, false));
  } while (cursor.column === column && cursor.isIndicator(Char.hyphen));
  if (cursor.column > column) failIndentation(cursor);
  return list(items, start, items.at(-1)?.span.end ?? start);
}

/**
 * The value behind `:`, `-` or `?` of a collection in column `parent`. A collection may begin on the
 * same line when `isCompact`; below a key of a mapping a list need not be indented.
 */
function readValue(cursor: Cursor, parent: number, isCompact: boolean, inMapping: boolean): YamlNode {
  const behind = cursor.at;
  cursor.skipSpaces();
  if (!cursor.isAtLineEnd()) return readNode(cursor, parent, { mayBeCollection: isCompact, inMapping }, null);
  cursor.endLine();
  return startsValue(cursor, parent, inMapping)
    ? readNode(cursor, parent, { mayBeCollection: true, inMapping }, null)
    : absent(behind);
}

/** Whether what the cursor has come to, on a line of its own, belongs to the collection in column `parent`. */
function startsValue(cursor: Cursor, parent: number, inMapping: boolean): boolean {
  return cursor.column > parent || (inMapping && cursor.column === parent && cursor.isIndicator(Char.hyphen));
}

interface NodePlace {
  /** A collection may begin here, on the line in hand. */
  readonly mayBeCollection: boolean;
  /** It is the value of a key. */
  readonly inMapping: boolean;
}

function readNode(cursor: Cursor, parent: number, place: NodePlace, outer: NodeProperties | null): YamlNode {
  cursor.enter();
  const node = readContent(cursor, parent, place);
  cursor.leave();
  return withProperties(cursor, outer, node);
}

function readContent(cursor: Cursor, parent: number, { mayBeCollection, inMapping }: NodePlace): YamlNode {
  const start = cursor.at;
  const column = start - cursor.lineStart;
  if (mayBeCollection && cursor.isIndicator(Char.hyphen)) return readList(cursor, column);
  if (mayBeCollection && (cursor.isIndicator(Char.question) || cursor.isIndicator(Char.colon)))
    return readMapping(cursor, start, column, null);
  const properties = readProperties(cursor);
  if (properties !== null && cursor.isAtLineEnd()) {
    const behind = cursor.at;
    cursor.endLine();
    if (startsValue(cursor, parent, inMapping))
      return readNode(cursor, parent, { mayBeCollection: true, inMapping }, properties);
    return withProperties(cursor, properties, absent(behind));
  }
  if (cursor.code === Char.pipe || cursor.code === Char.greaterThan)
    return withProperties(cursor, properties, readBlockScalar(cursor, parent));
  const node = withProperties(cursor, properties, readInline(cursor, parent, false));
  if (!isAtKeyColon(cursor, node)) {
    cursor.endLine();
    return node;
  }
  if (!mayBeCollection)
    return cursor.fail("a value that holds a colon and a blank has to stand in quotes", start, cursor.at);
  return readMapping(cursor, start, column, node);
}

/** Whether the value that ends here is a key: a colon and a blank follow on its line. */
function isAtKeyColon(cursor: Cursor, key: YamlNode): boolean {
  cursor.skipSpaces();
  if (!cursor.isIndicator(Char.colon)) return false;
  const { start } = key.span;
  if (start < cursor.lineStart)
    cursor.fail("a colon and a blank in a text of several lines, which has to stand in quotes", start, cursor.at);
  else if (cursor.at - start > MAX_KEY) cursor.fail(`a key of more than ${MAX_KEY} characters`, start, cursor.at);
  return true;
}

function checkTabs(cursor: Cursor, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (cursor.text.charCodeAt(at) === Char.tab) cursor.fail("tabs cannot indent; use spaces", at, at + 1);
  }
}

/** A line that fits no collection around it. */
export function failIndentation(cursor: Cursor): void {
  checkTabs(cursor, cursor.lineStart, cursor.at);
  cursor.fail("the line is indented differently from those before it", cursor.at, cursor.endOfLine(cursor.at));
}
