import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from "yaml";
import type { FrontmatterEntry, YamlNode, YamlValue } from "../../../src/note";

/**
 * The entries of a document as the library `yaml` reads them, with the spans that we give them; null when
 * it finds an error. Deliberate differences: a list or mapping ends with its last part, not behind
 * its comments; an absent value stands behind its indicator; a text of no characters has no source.
 */
export function referenceEntries(source: string): readonly FrontmatterEntry[] | null {
  const document = parseDocument(source, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  if (document.errors.length > 0) return null;
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  return isMap(contents) ? contents.items.map((pair) => entryOf(pair, source, document)) : null;
}

function nodeOf(node: Node | null, source: string, document: Document): YamlNode {
  if (node?.range == null) return { value: null, span: { start: -1, end: -1 }, source: "", items: [], entries: [] };
  const [start, valueEnd] = node.range;
  if (isAlias(node)) {
    const target = node.resolve(document);
    const span = { start, end: valueEnd };
    if (target === undefined)
      return { value: null, span, source: source.slice(start, valueEnd), items: [], entries: [] };
    return { ...nodeOf(target, source, document), span };
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => entryOf(pair, source, document));
    const value: Record<string, YamlValue> = { __proto__: null };
    for (const entry of entries) if (!(entry.key in value)) value[entry.key] = entry.value.value;
    const isFlow = node.flow === true && source.charAt(start) === "{";
    return {
      value,
      span: isFlow
        ? { start, end: valueEnd }
        : { start: entries[0]?.keySpan.start ?? -1, end: entries.at(-1)?.span.end ?? -1 },
      source: "",
      items: [],
      entries,
    };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(isPair(item) ? null : (item as Node), source, document));
    return {
      value: items.map(({ value }) => value),
      span: { start, end: node.flow === true ? valueEnd : -1 },
      source: "",
      items,
      entries: [],
    };
  }
  if (!isScalar(node)) throw new Error("a node of no kind");
  let end = valueEnd;
  while (end > start && /[ \t\r\n]/.test(source.charAt(end - 1))) end--;
  const { value } = node;
  const known = value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number";
  return { value: known ? value : null, span: { start, end }, source: node.source ?? "", items: [], entries: [] };
}

function entryOf({ key, value }: Pair, source: string, document: Document): FrontmatterEntry {
  const [start, end] = (key as Node).range ?? [0, 0, 0];
  const read = nodeOf(value as Node | null, source, document);
  const name = isScalar(key) ? (key.source ?? "") : source.slice(start, end).trimEnd();
  return { key: name, keySpan: { start, end }, value: read, span: { start, end: Math.max(end, read.span.end) } };
}
