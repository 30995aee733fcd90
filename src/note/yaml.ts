import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode, type YAMLMap, type Pair } from "yaml";
import type { FrontmatterEntry, YamlNode, YamlProblem, YamlValue } from "./frontmatter";
import type { Span } from "./span";

/** Values that aliases may add up to; more is a YAML bomb. */
const MAX_VALUES = 10_000;

interface YamlContent {
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/** Reads the YAML 1.2 of `content`: what can be read, and every problem with its place. Never throws. */
export function readYaml(text: string, content: Span): YamlContent {
  const source = text.slice(content.start, content.end);
  const lines = new LineCounter();
  // Line and column of a problem count from the note's first line.
  const firstLine = countLines(text, content.start);
  const problems: YamlProblem[] = [];
  const report = (message: string, start: number, end: number): void => {
    const { line, col } = lines.linePos(Math.min(start, source.length));
    problems.push({
      message: `${message} at line ${firstLine + line}, column ${Math.max(col, 1)}`,
      span: { start: content.start + Math.min(start, source.length), end: content.start + Math.min(Math.max(start, end), source.length) },
    });
  };
  try {
    const document = parseDocument(source, { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false, logLevel: "silent", lineCounter: lines });
    for (const { message, pos } of document.errors) report(lowerFirst(message), pos[0], pos[1]);
    return { entries: new NodeReader(source, content.start, document, report).root(), problems };
  } catch (error) {
    // The library recurses: only a nesting of thousands gets here.
    report(error instanceof RangeError ? "values are nested too deeply" : `YAML cannot be read: ${String(error)}`, 0, source.length);
    return { entries: [], problems };
  }
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let feed = text.indexOf("\n"); feed >= 0 && feed < end; feed = text.indexOf("\n", feed + 1)) lines++;
  return lines;
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
    while (end > start && isBlankAt(this.source, end - 1)) end--;
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
    if (target === null) this.report(`alias \`${name}\` stands within its own value`, start, end);
    else if (this.values > MAX_VALUES) this.report("aliases stand for too many values", start, end);
    else if (target !== undefined) return { ...target.node, span };
    return { ...absent(span.start), span, source: this.source.slice(start, end) };
  }

  private mapping(map: YAMLMap.Parsed): { entries: FrontmatterEntry[]; value: YamlValue } {
    const entries: FrontmatterEntry[] = [];
    const value: Record<string, YamlValue> = Object.create(null) as Record<string, YamlValue>;
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
    const colon = this.source.indexOf(":", keyEnd);
    const read = this.node(value, colon < 0 ? keyEnd : colon + 1);
    return {
      key: isScalar(key) ? key.source : this.source.slice(keyStart, keyEnd),
      keySpan, value: read,
      span: { start: keySpan.start, end: Math.max(read.span.end, keySpan.end) },
    };
  }
}

function isBlankAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13);
}

function absent(at: number): YamlNode {
  return { value: null, span: { start: at, end: at }, source: "", items: [], entries: [] };
}

function scalarValue(value: unknown): YamlValue {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : null;
}
