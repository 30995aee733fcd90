import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type ParsedNode, type YAMLMap, type Pair } from "yaml";
import { isBlank } from "./characters";
import type { FrontmatterEntry, YamlNode, YamlProblem, YamlValue } from "./frontmatter";
import { findLineStarts, lineStartOf } from "./lines";
import { positionAt } from "./position";
import type { Span } from "./span";

/** Values that aliases may add up to; more is a YAML bomb. */
const MAX_VALUES = 10_000;

/**
 * Longer YAML than this is not read, in UTF-16 units: the library looks again and again at text behind
 * an unclosed quotation mark. Simple properties of any length never come here.
 */
const MAX_LENGTH = 16_384;

/** How far behind its key a colon is looked for, in UTF-16 units. */
const farthestColon = 200;

/** Properties that may be left out because they cannot be read, each with its problem. */
const MAX_UNREADABLE = 10;

interface YamlContent {
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads the YAML 1.2 of `content`. A property that cannot be read is a problem with its place and is
 * left out; the others are read. Never throws.
 */
export function readYaml(text: string, content: Span): YamlContent {
  const source = text.slice(content.start, content.end);
  let lineStarts: readonly number[] | null = null;
  const problems: YamlProblem[] = [];
  const report = (message: string, start: number, end: number): void => {
    lineStarts ??= findLineStarts(text);
    const { line, column } = positionAt({ text, lineStarts }, content.start + Math.min(start, source.length));
    problems.push({
      message: `${message} at line ${line}, column ${column}`,
      span: { start: content.start + Math.min(start, source.length), end: content.start + Math.min(Math.max(start, end), source.length) },
    });
  };
  if (source.length > MAX_LENGTH) {
    report("the properties are too long to be read", 0, source.length);
    return { entries: [], problems };
  }
  let readable = source;
  for (let attempt = 0; attempt <= MAX_UNREADABLE; attempt++) {
    const read = readOnce(readable, content.start, report);
    if (read.unreadable === null) return { entries: read.entries, problems };
    readable = withoutProperty(readable, read.unreadable);
  }
  return { entries: [], problems };
}

/** One reading: the entries, or the offset in `source` of the first thing that cannot be read, which is reported. */
function readOnce(source: string, shift: number, report: Report): { readonly entries: readonly FrontmatterEntry[]; readonly unreadable: number | null } {
  try {
    const document = parseDocument(source, { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
    const [error] = document.errors;
    if (error === undefined) return { entries: new NodeReader(source, shift, document, report).root(), unreadable: null };
    report(lowerFirst(error.message), error.pos[0], error.pos[1]);
    return { entries: [], unreadable: Math.min(error.pos[0], source.length) };
  } catch (error) {
    // The library recurses: only a nesting of thousands gets here.
    report(error instanceof RangeError ? "values are nested too deeply" : `YAML cannot be read: ${String(error)}`, 0, source.length);
    return { entries: [], unreadable: null };
  }
}

/** The source with the property around an offset blanked, every other offset unchanged. */
function withoutProperty(source: string, at: number): string {
  let start = startOfProperty(source, at);
  // What is left open is noticed where the next property begins, or at the end.
  if (start === at || at >= source.length) start = startOfProperty(source, Math.max(0, start - 1));
  let end = endOfLine(source, Math.max(start, at - 1));
  while (end < source.length && !startsProperty(source, end + 1)) end = endOfLine(source, end + 1);
  return source.slice(0, start) + source.slice(start, end).replace(/[^\r\n]/g, " ") + source.slice(end);
}

function startOfProperty(source: string, at: number): number {
  let line = lineStartOf(source, at);
  while (line > 0 && !startsProperty(source, line)) line = lineStartOf(source, line - 1);
  return line;
}

/** Whether a line begins a top-level property: neither indented, nor empty, nor a comment or list entry. */
function startsProperty(source: string, line: number): boolean {
  return line >= source.length || !/[\s#\-\]}]/.test(source.charAt(line));
}

function endOfLine(source: string, at: number): number {
  const feed = source.indexOf("\n", at);
  return feed < 0 ? source.length : feed;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

type Report = (message: string, start: number, end: number) => void;

class NodeReader {
  private readonly anchors = new Map<string, { node: YamlNode; size: number } | null>();
  private values = 0;

  constructor(
    private readonly source: string,
    private readonly shift: number,
    private readonly document: Document.Parsed,
    private readonly report: Report,
  ) {}

  root(): readonly FrontmatterEntry[] {
    const { contents } = this.document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    if (isMap(contents)) return this.mapping(contents).entries;
    this.report("properties have to be written as `key: value`", contents.range[0], contents.range[1]);
    return [];
  }

  private span(start: number, end: number): Span {
    while (end > start && isBlank(this.source.charCodeAt(end - 1))) end--;
    return { start: start + this.shift, end: end + this.shift };
  }

  private node(node: ParsedNode | null, after: number): YamlNode {
    this.values++;
    if (node === null) return absent(after + this.shift);
    const [start, end] = node.range;
    if (isAlias(node)) return this.alias(node.source, start, end);
    const anchor = node.anchor;
    if (anchor !== undefined) this.anchors.set(anchor, null);
    const before = this.values;
    const read = this.unanchored(node, start, end, after);
    if (anchor !== undefined) this.anchors.set(anchor, { node: read, size: this.values - before + 1 });
    return read;
  }

  private unanchored(node: Exclude<ParsedNode, { type: "ALIAS" }>, start: number, end: number, after: number): YamlNode {
    if (isMap(node)) {
      const { entries, value } = this.mapping(node);
      return { value, span: this.span(start, end), source: "", items: [], entries };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item, end));
      return { value: items.map(({ value }) => value), span: this.span(start, end), source: "", items, entries: [] };
    }
    if (!isScalar(node) || end <= start) return absent((end <= start ? after : start) + this.shift);
    const span = this.span(start, end);
    return { value: scalarValue(node.value), span, source: node.source || this.source.slice(start, span.end - this.shift), items: [], entries: [] };
  }

  /** The value that an alias stands for. It is shared, not copied; its size counts each time. */
  private alias(name: string, start: number, end: number): YamlNode {
    const span = this.span(start, end);
    const target = this.anchors.get(name);
    this.values += target?.size ?? 0;
    if (target === undefined) this.report(`alias \`${name}\` has no anchor`, start, end);
    else if (target === null) this.report(`alias \`${name}\` stands within its own value`, start, end);
    else if (this.values > MAX_VALUES) this.report("aliases stand for too many values", start, end);
    else return { ...target.node, span };
    return { ...absent(span.start), span, source: this.source.slice(start, end) };
  }

  private mapping(map: YAMLMap.Parsed): { entries: FrontmatterEntry[]; value: YamlValue } {
    const entries: FrontmatterEntry[] = [];
    const value: Record<string, YamlValue> = { __proto__: null };
    const seen = new Set<string>();
    for (const pair of map.items) {
      const entry = this.entry(pair);
      entries.push(entry);
      if (seen.has(entry.key)) {
        this.report(`key \`${entry.key}\` is set twice`, entry.keySpan.start - this.shift, entry.keySpan.end - this.shift);
      } else {
        seen.add(entry.key);
        value[entry.key] = entry.value.value;
      }
    }
    return { entries, value };
  }

  private entry({ key, value }: Pair<ParsedNode, ParsedNode | null>): FrontmatterEntry {
    const [keyStart, keyEnd] = key.range;
    const keySpan = this.span(keyStart, keyEnd);
    const colon = this.source.slice(keyEnd, keyEnd + farthestColon).indexOf(":");
    const read = this.node(value, colon < 0 ? keyEnd : keyEnd + colon + 1);
    return {
      key: isScalar(key) ? key.source : this.source.slice(keyStart, keyEnd),
      keySpan, value: read,
      span: { start: keySpan.start, end: Math.max(read.span.end, keySpan.end) },
    };
  }
}

function absent(at: number): YamlNode {
  return { value: null, span: { start: at, end: at }, source: "", items: [], entries: [] };
}

function scalarValue(value: unknown): YamlValue {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : null;
}

/** What an unquoted scalar is in the core schema of YAML 1.2 (chapter 10.3.2). */
export function plainValue(text: string): YamlValue {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text.toLowerCase() === "true";
  if (/^0o[0-7]+$|^0x[\da-fA-F]+$/.test(text)) return Number(text);
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
}
