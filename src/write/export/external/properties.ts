import type { FrontmatterEntry, YamlNode } from "../../../note";
import { yamlScalar } from "../../../note";
import { nameWords } from "./names";

/** A link in a property, by its words. */
const wikilink = /\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g;

/**
 * A property as it goes out: as it is written where that says letter for letter what it means; else written anew, so
 * that nothing hides in escapes, comments, anchors or line breaks of YAML. Links are their words.
 */
export function plainProperty(entry: FrontmatterEntry, text: string): string {
  const source = text.slice(entry.span.start, entry.span.end);
  const isPlain =
    !/[\n\r#&*\\]/.test(source) && lettersOf(source) === lettersOf(`${entry.key} ${meaningOf(entry.value)}`);
  return (isPlain ? source : [...linesOf(entry, "")].join("\n")).replace(wikilink, "$1");
}

function lettersOf(text: string): string {
  return nameWords(text).join("");
}

function meaningOf({ value, source, items, entries }: YamlNode): string {
  if (items.length > 0) return items.map(meaningOf).join(" ");
  if (entries.length > 0) return entries.map((entry) => `${entry.key} ${meaningOf(entry.value)}`).join(" ");
  return typeof value === "string" ? value : source;
}

function* linesOf({ key, value }: FrontmatterEntry, indent: string): Generator<string> {
  const name = `${indent}${scalar(key)}:`;
  if (value.items.length === 0 && value.entries.length === 0) {
    yield `${name} ${wordsOfScalar(value)}`.trimEnd();
    return;
  }
  yield name;
  for (const item of value.items)
    yield `${indent}  - ${item.items.length + item.entries.length > 0 ? scalar(meaningOf(item)) : wordsOfScalar(item)}`;
  for (const entry of value.entries) yield* linesOf(entry, `${indent}  `);
}

function wordsOfScalar({ value, source }: YamlNode): string {
  return typeof value === "string" ? scalar(value) : source;
}

/** In one line, without what nobody sees. */
function scalar(value: string): string {
  return yamlScalar(value.replace(/[\p{Cc}\s]+/gu, " ").trim());
}
