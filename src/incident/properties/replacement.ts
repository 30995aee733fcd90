import { isBlankValue, keyIndent, propertyOf, textOf, yamlScalar } from "../../note";
import type { FrontmatterEntry, Note, YamlNode } from "../../note";
import { holdsAny, lineEnd, lineStartOf, textStart } from "../../base";
import type { Span } from "../../base";
import { dayIn, daysIn } from "./date";

/** A text that takes the place of what is wrong; nothing else in the note changes. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
  /** What it does, as a button says it. */
  readonly title: string;
}

/** The value of a missing property that the note itself tells, as YAML; null when it tells none, or two. */
export function derivedValue(note: Note, name: string, contains: readonly string[]): string | null {
  const [tag] = contains;
  if (tag !== undefined) return contains.length === 1 ? `[${yamlScalar(tag, true)}]` : null;
  const title = note.headings.find((heading) => heading.root && heading.level === 1)?.text ?? "";
  if (name === "title") return title === "" || holdsAny(title, "[]{}<>*=`%") ? null : yamlScalar(title);
  if (name !== "date") return null;
  const days = [
    firstDay(note.path.slice(note.path.lastIndexOf("/") + 1)),
    firstDay(title),
    textOf(propertyOf(note, "started")?.value),
  ];
  const known = new Set(days.flatMap((day) => (typeof day === "string" ? (dayIn(day) ?? []) : [])));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

function firstDay(text: string): string | null {
  const [start] = daysIn(text);
  return start === undefined ? null : text.slice(start, start + 10);
}

/** What stands for no value in YAML, beside nothing. */
const noValues = ['""', "''", "~", "null"];

function isNoValue(text: string): boolean {
  const isList = text.startsWith("[") && text.endsWith("]");
  return isList ? text.slice(1, -1).trim() === "" : noValues.includes(text.toLowerCase());
}

/**
 * Gives a property that has no value this one; adds the property, or a whole frontmatter, where there is none. Null
 * where the frontmatter is written in an unusual way.
 */
export function withValue(note: Note, entry: FrontmatterEntry | null, name: string, value: string): Replacement | null {
  const title = `Set \`${name}\` to \`${value}\``;
  const lineBreak = note.text.includes("\r\n") ? "\r\n" : "\n";
  if (entry) {
    const colon = note.text.indexOf(":", entry.keySpan.end) + 1;
    const { span } = entry.value;
    const empty = note.text.slice(span.start, span.end).trim();
    if (empty === "") return { span: { start: colon, end: colon }, text: ` ${value}`, title };
    return isNoValue(empty) ? { span, text: value, title } : null;
  }
  if (note.frontmatter === null) {
    const start = textStart(note.text);
    return { span: { start, end: start }, text: ["---", `${name}: ${value}`, "---", "", ""].join(lineBreak), title };
  }
  const { span, content } = note.frontmatter;
  if (note.text.slice(content.start, content.end).trimStart().startsWith("{")) return null;
  const lastLine = lineStartOf(note.text, span.end);
  return {
    span: { start: lastLine, end: lastLine },
    text: `${keyIndent(note.text, note.frontmatter)}${name}: ${value}${lineBreak}`,
    title,
  };
}

/**
 * Adds an entry to a list, in the style in which it is written; a single text, read as `entries`, becomes a list. Null
 * where the style leaves more than one way.
 */
export function withEntry(note: Note, node: YamlNode, entries: readonly string[], added: string): Replacement | null {
  const title = `Add \`${added}\``;
  const { text } = note;
  const value = yamlScalar(added, true);
  if (textOf(node) !== null)
    return {
      span: node.span,
      text: `[${[...entries, added].map((entry) => yamlScalar(entry, true)).join(", ")}]`,
      title,
    };
  const last = node.items.at(-1);
  if (last === undefined || isBlankValue(last)) return null;
  if (text.charAt(node.span.start) === "[")
    return { span: { start: last.span.end, end: last.span.end }, text: `, ${value}`, title };
  const lineStart = lineStartOf(text, last.span.start);
  const bullet = text.slice(lineStart, last.span.start);
  if (bullet.trim() !== "-" || bullet.endsWith("-")) return null;
  const end = lineEnd(text, last.span.end);
  return { span: { start: end, end }, text: `${text.includes("\r\n") ? "\r\n" : "\n"}${bullet}${value}`, title };
}
