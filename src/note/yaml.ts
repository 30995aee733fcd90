import { boolCoreTag, EVENT_ID, floatCoreTag, getScalarValue, intCoreTag, NOT_RESOLVED, nullCoreTag, parseEvents, YAMLException, type Event, type ScalarEvent } from "js-yaml";
import { Char, skipBlanks } from "./characters";
import type { FrontmatterEntry, YamlNode, YamlProblem, YamlValue } from "./frontmatter";
import { findLineStarts } from "./lines";
import { positionAt } from "./position";
import type { Span } from "./span";

/** Values that aliases may add up to; more is a YAML bomb. */
const MAX_VALUES = 10_000;

/** Properties that may be left out because they cannot be read, each with its problem. */
const MAX_UNREADABLE = 10;

interface YamlContent {
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

type Report = (message: string, start: number, end: number) => void;

/**
 * Reads the YAML 1.2 of `content`. A property that cannot be read is a problem with its place and is
 * left out; the others are read. Never throws.
 */
export function readYaml(text: string, content: Span): YamlContent {
  const source = text.slice(content.start, content.end);
  const problems: YamlProblem[] = [];
  let lineStarts: readonly number[] | null = null;
  const report: Report = (message, start, end) => {
    lineStarts ??= findLineStarts(text);
    const { line, column } = positionAt({ text, lineStarts }, content.start + Math.min(start, source.length));
    problems.push({
      message: `${message} at line ${line}, column ${column}`,
      span: { start: content.start + Math.min(start, source.length), end: content.start + Math.min(Math.max(start, end), source.length) },
    });
  };
  let readable = source;
  for (let attempt = 0; attempt <= MAX_UNREADABLE; attempt++) {
    try {
      return { entries: new EventReader(readable, content.start, parseEvents(readable, {}), report).root(), problems };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.mark === undefined) throw error;
      const { reason, mark } = error;
      const at = Math.min(mark.position, source.length);
      report(reason, at, endOfLine(source, at));
      readable = withoutProperty(readable, at);
    }
  }
  return { entries: [], problems };
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
  let line = startOfLine(source, at);
  while (line > 0 && !startsProperty(source, line)) line = startOfLine(source, line - 1);
  return line;
}

/** Whether a line begins a top-level property: neither indented, nor empty, nor a comment or list entry. */
function startsProperty(source: string, line: number): boolean {
  return line >= source.length || !/[\s#\-\]}]/.test(source.charAt(line));
}

function startOfLine(source: string, at: number): number {
  return at <= 0 ? 0 : source.lastIndexOf("\n", at - 1) + 1;
}

function endOfLine(source: string, at: number): number {
  const feed = source.indexOf("\n", at);
  return feed < 0 ? source.length : feed;
}

/** Builds the entries out of the parser's events, which name their places in the source. */
class EventReader {
  private readonly anchors = new Map<string, { readonly node: YamlNode; readonly size: number } | null>();
  private values = 0;
  private next = 0;
  /** Where the part of the source ends that has been read. */
  private position = 0;

  constructor(
    private readonly source: string,
    private readonly shift: number,
    private readonly events: readonly Event[],
    private readonly report: Report,
  ) {}

  root(): readonly FrontmatterEntry[] {
    this.next = 1;
    const event = this.events[this.next];
    if (event === undefined || event.type === EVENT_ID.POP) return [];
    const root = this.node(0);
    if (event.type !== EVENT_ID.MAPPING && root.value !== null) {
      this.report("properties have to be written as `key: value`", root.span.start - this.shift, root.span.end - this.shift);
    }
    return root.entries;
  }

  /** The node that begins at the next event; an absent one stands at `after`. */
  private node(after: number): YamlNode {
    const event = this.events[this.next++];
    this.values++;
    switch (event?.type) {
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd);
      case EVENT_ID.SCALAR:
        return this.anchored(event, () => this.scalar(event, after));
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, () => this.sequence(event));
      case EVENT_ID.MAPPING:
        return this.anchored(event, () => this.mapping(event));
      default:
        return this.absent(after);
    }
  }

  private anchored(event: { readonly anchorStart: number; readonly anchorEnd: number }, read: () => YamlNode): YamlNode {
    if (event.anchorStart < 0) return read();
    const name = this.source.slice(event.anchorStart, event.anchorEnd);
    const before = this.values;
    this.anchors.set(name, null);
    const node = read();
    this.anchors.set(name, { node, size: this.values - before + 1 });
    return node;
  }

  private scalar(event: ScalarEvent, after: number): YamlNode {
    if (event.valueStart < 0) return this.absent(after);
    const quoted = event.style === 2 || event.style === 3;
    const block = event.style === 4 || event.style === 5;
    const start = block ? this.blockIndicator(event) : event.valueStart - (quoted ? 1 : 0);
    const end = event.valueEnd + (quoted ? 1 : 0);
    const text = getScalarValue(this.source, event);
    const value = event.style === 1 && event.tagStart < 0 ? plainValue(text) : text;
    return { value, span: this.take(start, end), source: event.style === 1 ? this.source.slice(start, end) : text, items: [], entries: [] };
  }

  /** Where the `|` or `>` of a block scalar stands. */
  private blockIndicator(event: ScalarEvent): number {
    const indicator = event.style === 4 ? "|" : ">";
    const at = this.source.indexOf(indicator, Math.max(this.position, event.tagEnd, event.anchorEnd));
    return at < 0 || at > event.valueStart ? event.valueStart : at;
  }

  private sequence(event: { readonly start: number; readonly style: number }): YamlNode {
    const items: YamlNode[] = [];
    this.position = Math.max(this.position, event.start + 1);
    while (!this.closes()) items.push(this.node(this.position));
    return { value: items.map(({ value }) => value), span: this.close(event), source: "", items, entries: [] };
  }

  private mapping(event: { readonly start: number; readonly style: number }): YamlNode {
    const entries: FrontmatterEntry[] = [];
    const value: Record<string, YamlValue> = { __proto__: null };
    const seen = new Set<string>();
    this.position = Math.max(this.position, event.start);
    while (!this.closes()) {
      const entry = this.entry();
      entries.push(entry);
      if (seen.has(entry.key)) {
        this.report(`key \`${entry.key}\` is set twice`, entry.keySpan.start - this.shift, entry.keySpan.end - this.shift);
      } else {
        seen.add(entry.key);
        value[entry.key] = entry.value.value;
      }
    }
    return { value, span: this.close(event), source: "", items: [], entries };
  }

  private entry(): FrontmatterEntry {
    const key = this.node(this.position);
    const keyEnd = key.span.end - this.shift;
    const colon = skipBlanks(this.source, keyEnd, this.source.length);
    const value = this.node(this.source.charCodeAt(colon) === Char.colon ? colon + 1 : keyEnd);
    return {
      key: key.source === "" ? this.source.slice(key.span.start - this.shift, keyEnd) : key.source,
      keySpan: key.span,
      value,
      span: { start: key.span.start, end: Math.max(value.span.end, key.span.end) },
    };
  }

  /** Whether the next event closes the collection that is being read; if so, it is taken. */
  private closes(): boolean {
    const event = this.events[this.next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.next++;
    return true;
  }

  /** The span of a collection whose parts have been read; a flow collection ends with its bracket. */
  private close({ start, style }: { readonly start: number; readonly style: number }): Span {
    let end = this.position;
    if (style === 2) {
      while (end < this.source.length && this.source[end] !== "]" && this.source[end] !== "}") {
        end = this.source[end] === "#" ? endOfLine(this.source, end) : end + 1;
      }
      end++;
    }
    return this.take(start, end);
  }

  /** The value that an alias stands for. It is shared, not copied; its size counts each time. */
  private alias(nameStart: number, nameEnd: number): YamlNode {
    const name = this.source.slice(nameStart, nameEnd);
    const start = nameStart - 1;
    const span = this.take(start, nameEnd);
    const target = this.anchors.get(name);
    this.values += target?.size ?? 0;
    if (target === undefined) this.report(`alias \`${name}\` has no anchor`, start, nameEnd);
    else if (target === null) this.report(`alias \`${name}\` stands within its own value`, start, nameEnd);
    else if (this.values > MAX_VALUES) this.report("aliases stand for too many values", start, nameEnd);
    else return { ...target.node, span };
    return { ...this.absent(start), span, source: this.source.slice(start, nameEnd) };
  }

  private take(start: number, end: number): Span {
    while (end > start && isBlank(this.source.charCodeAt(end - 1))) end--;
    this.position = Math.max(this.position, end);
    return { start: start + this.shift, end: end + this.shift };
  }

  private absent(at: number): YamlNode {
    return { value: null, span: { start: at + this.shift, end: at + this.shift }, source: "", items: [], entries: [] };
  }
}

function isBlank(code: number): boolean {
  return code === Char.space || code === Char.tab || code === Char.lineFeed || code === Char.carriageReturn;
}

const coreTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** What an unquoted scalar is in YAML's core schema. */
export function plainValue(text: string): YamlValue {
  for (const tag of coreTags) {
    const value: unknown = tag.resolve(text, false, tag.tagName);
    if (value === NOT_RESOLVED) continue;
    if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  }
  return text;
}
