import { asciiSet, Char, isDigit, isLetter } from "./characters";
import type { FrontmatterEntry, YamlNode } from "./frontmatter";
import type { Span } from "./span";
import { plainValue } from "./yaml";

const WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_- ";
const IN_KEY = asciiSet(WORD);
/** Values may not hold a `#`, which may start a comment; a `:` may not come before a blank. */
const IN_PLAIN = asciiSet(`${WORD}!"$%&'()*+,./:;<=>?@[]^\`{|}~\\`);
/** Within a `[…]` list. */
const IN_FLOW = asciiSet(`${WORD}()+./`);
const IN_QUOTES = "!#$%&()*+,./:;<=>?@[]^`{|}~";
const IN_DOUBLE_QUOTES = asciiSet(`${WORD}${IN_QUOTES}'`);
const IN_SINGLE_QUOTES = asciiSet(`${WORD}${IN_QUOTES}"\\`);

const COMMA = 44;

/** YAML allows no longer keys without `?`. */
const MAX_KEY = 1000;

/**
 * Reads the frontmatter that most notes have, several times faster than all of YAML: keys with
 * words, a number, a date or simply quoted text, or with a list of those. Null when anything else
 * stands there, for `readYaml` to read.
 */
export function readSimpleYaml(text: string, content: Span): readonly FrontmatterEntry[] | null {
  const lines = splitLines(text, content);
  const entries: FrontmatterEntry[] = [];
  const keys = new Set<string>();
  for (let index = 0; index < lines.length; index++) {
    const { start, end } = lines[index] ?? content;
    if (start === end) continue;
    const colon = findColon(text, start, end);
    const key = text.slice(start, colon);
    if (colon < 0 || keys.has(key)) return null;
    keys.add(key);
    const valueStart = skip(text, colon + 1, end);
    const block = valueStart < end ? null : readBlockList(text, lines, index + 1);
    if (block !== null) index = block.next - 1;
    const value = block === null ? readValue(text, colon + 1, valueStart, end) : block.list;
    if (value === null) return null;
    entries.push({ key, keySpan: { start, end: colon }, value, span: { start, end: value.span.end } });
  }
  return entries;
}

/** The value on the key's own line; an absent one stands at the colon's end. */
function readValue(text: string, colonEnd: number, start: number, end: number): YamlNode | null {
  if (start >= end) return { value: null, span: { start: colonEnd, end: colonEnd }, source: "", items: [], entries: [] };
  return text.charCodeAt(start) === Char.openBracket ? readFlowList(text, start, end) : readScalar(text, start, end, IN_PLAIN);
}

/** The lines without line ends and trailing blanks. */
function splitLines(text: string, content: Span): Span[] {
  const lines: Span[] = [];
  for (let start = content.start; start < content.end; ) {
    const feed = text.indexOf("\n", start);
    const next = feed < 0 || feed >= content.end ? content.end : feed;
    const end = next > start && text.charCodeAt(next - 1) === Char.carriageReturn ? next - 1 : next;
    lines.push({ start, end: trimSpaces(text, start, end) });
    start = next + 1;
  }
  return lines;
}

/** The colon after the key that starts the line, or -1; a blank or the line's end follows it. */
function findColon(text: string, start: number, end: number): number {
  if (!isLetter(text.charCodeAt(start))) return -1;
  let colon = start;
  while (colon < end && IN_KEY[text.charCodeAt(colon)] === 1) colon++;
  if (colon - start > MAX_KEY || text.charCodeAt(colon) !== Char.colon || text.charCodeAt(colon - 1) === Char.space) return -1;
  return colon + 1 >= end || text.charCodeAt(colon + 1) === Char.space ? colon : -1;
}

function skip(text: string, from: number, to: number): number {
  while (from < to && text.charCodeAt(from) === Char.space) from++;
  return from;
}

function trimSpaces(text: string, from: number, to: number): number {
  while (to > from && text.charCodeAt(to - 1) === Char.space) to--;
  return to;
}

/** A plain value of the allowed characters, or one in quotes without escapes. */
function readScalar(text: string, start: number, end: number, allowed: Uint8Array): YamlNode | null {
  const first = text.charCodeAt(start);
  if (first === Char.doubleQuote || first === Char.singleQuote) {
    const inQuotes = first === Char.doubleQuote ? IN_DOUBLE_QUOTES : IN_SINGLE_QUOTES;
    if (end - start < 2 || text.charCodeAt(end - 1) !== first || !holdsOnly(text, start + 1, end - 1, inQuotes)) return null;
    const value = text.slice(start + 1, end - 1);
    return { value, span: { start, end }, source: value, items: [], entries: [] };
  }
  if (!isLetter(first) && !isDigit(first) && first < 128) return null;
  if (!holdsOnly(text, start, end, allowed)) return null;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === Char.colon && (at + 1 === end || text.charCodeAt(at + 1) === Char.space)) return null;
  }
  const source = text.slice(start, end);
  return { value: plainValue(source), span: { start, end }, source, items: [], entries: [] };
}

function holdsOnly(text: string, start: number, end: number, allowed: Uint8Array): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? allowed[code] !== 1 : !isPlainBeyondAscii(code)) return false;
  }
  return true;
}

/** Left to the reader of all YAML: control characters, line separators, surrogates, byte order marks. */
function isPlainBeyondAscii(code: number): boolean {
  return (code > 0xa0 && code < 0xd800 && code !== 0x2028 && code !== 0x2029) || (code > 0xdfff && code < 0xfffe && code !== 0xfeff);
}

function readFlowList(text: string, start: number, end: number): YamlNode | null {
  const close = end - 1;
  if (text.charCodeAt(close) !== Char.closeBracket) return null;
  const items: YamlNode[] = [];
  for (let at = skip(text, start + 1, close); at < close || items.length > 0; ) {
    let comma = at;
    while (comma < close && text.charCodeAt(comma) !== COMMA) comma++;
    const item = readScalar(text, at, trimSpaces(text, at, comma), IN_FLOW);
    if (item === null) return null;
    items.push(item);
    if (comma === close) break;
    at = skip(text, comma + 1, close);
  }
  return listOf(items, { start, end });
}

interface BlockItem {
  readonly dash: number;
  readonly column: number;
  readonly node: YamlNode;
}

/** The list of the lines from `index` on, with the index of the line after it; null without one. */
function readBlockList(text: string, lines: readonly Span[], from: number): { readonly list: YamlNode; readonly next: number } | null {
  const items: BlockItem[] = [];
  let index = from;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.start === line.end) continue;
    const item = readBlockItem(text, line);
    if (item === null || item.column !== (items[0]?.column ?? item.column)) break;
    items.push(item);
  }
  const [first] = items;
  const last = items[items.length - 1];
  if (first === undefined || last === undefined) return null;
  return { list: listOf(items.map(({ node }) => node), { start: first.dash, end: last.node.span.end }), next: index };
}

function readBlockItem(text: string, { start, end }: Span): BlockItem | null {
  const dash = skip(text, start, end);
  if (dash + 1 >= end || text.charCodeAt(dash) !== Char.hyphen || text.charCodeAt(dash + 1) !== Char.space) return null;
  const node = readScalar(text, skip(text, dash + 1, end), end, IN_PLAIN);
  return node === null ? null : { dash, column: dash - start, node };
}

function listOf(items: readonly YamlNode[], span: Span): YamlNode {
  return { value: items.map(({ value }) => value), span, source: "", items, entries: [] };
}
