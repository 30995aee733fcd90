import type { YamlNode } from "../../../note";
import { parseNote } from "../../../note";
import type { MarkdownReader } from "../options";
import type { MarkdownDocument } from "./document";
import { literalWords } from "../..";
import type { Rewrite } from "../../../base";
import { removal, rewritten } from "../../../base";

/** Properties that tell something to the app alone. */
const ofTheApp: ReadonlySet<string> = new Set(["aliases", "cssclasses", "publish"]);

/** The frontmatter as it was asked for. */
export function propertyRewrites({ note, options, lineBreak }: MarkdownDocument): readonly Rewrite[] {
  const { text, frontmatter } = note;
  if (!frontmatter || options.properties === "keep") return [];
  const { span, content, entries, problems } = frontmatter;
  const end = span.end + (/^\s*/.exec(text.slice(span.end, span.end + 1000))?.[0].length ?? 0);
  const isShown = options.properties === "table";
  const rows = isShown ? entries.flatMap(({ key, value }) => row(key, valueWords(value), options.flavor)) : [];
  const head = rows.length === 0 || options.flavor === "commonmark" ? [] : ["| Property | Value |", "| --- | --- |"];
  // What is no YAML is shown as it is, rather than in part.
  const lines =
    isShown && problems.length > 0 ? ["```yaml", text.slice(content.start, content.end), "```"] : [...head, ...rows];
  if (lines.length === 0) return [removal(span.start, end)];
  const gap = end < text.length ? lineBreak + lineBreak : lineBreak;
  return [{ span: { start: span.start, end }, text: lines.join(lineBreak) + gap }];
}

/** A row of the table, or an item of a list where the host knows no tables. */
function row(key: string, words: string, flavor: MarkdownReader): readonly string[] {
  if (words === "" || ofTheApp.has(key)) return [];
  const name = literalWords(key, true);
  return [flavor === "commonmark" ? `- **${name}:** ${words}` : `| ${name} | ${words} |`];
}

/** A value in one line, for a cell. */
function valueWords({ value, source, items, entries }: YamlNode): string {
  if (items.length > 0)
    return items
      .map(valueWords)
      .filter((words) => words !== "")
      .join(", ");
  if (entries.length > 0)
    return entries.map((entry) => `${literalWords(entry.key, true)}: ${valueWords(entry.value)}`).join(", ");
  if (value === null || typeof value === "object") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const words = typeof value === "number" && source !== "" ? source : String(value);
  return /^https?:\/\/\S+$/.test(words)
    ? `<${words.replace(/[<>|]/g, encodeURIComponent)}>`
    : literalWords(withoutLinks(words), true);
}

/** A property's text with its links as their words. */
function withoutLinks(words: string): string {
  return rewritten(
    words,
    parseNote(words)
      .links.filter(({ kind }) => kind !== "autolink")
      .map(({ span, display }) => ({ span, text: display })),
  );
}
