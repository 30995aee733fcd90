import type { FrontmatterEntry, YamlNode } from "./yaml/node";
import type { Note } from "./note";

/** The entry of a frontmatter key, whatever its case; the first one counts. Null when there is none. */
export function propertyOf(note: Note, name: string): FrontmatterEntry | null {
  const wanted = name.toLowerCase();
  return note.frontmatter?.entries.find((entry) => entry.key.toLowerCase() === wanted) ?? null;
}

/** Whether a value says nothing: absent, null, blank text, or a list of such. */
export function isBlankValue(node: YamlNode | undefined): boolean {
  if (node === undefined || node.value === null) return true;
  if (typeof node.value === "string") return node.value.trim() === "";
  return (
    typeof node.value === "object" &&
    node.entries.length === 0 &&
    node.items.every((item) => item.value === null || textOf(item) === "")
  );
}

/** A scalar as text: numbers as they are written, so that `017` keeps its zero. Null for collections and nothing. */
export function textOf(node: YamlNode | undefined): string | null {
  if (node === undefined || node.value === null || typeof node.value === "object") return null;
  return typeof node.value === "string" ? node.value.trim() : node.source || String(node.value);
}

/** The texts of a list; a single text is split at its commas. Blank ones are left out. */
export function listIn(node: YamlNode | undefined): string[] {
  if (node === undefined) return [];
  const text = textOf(node);
  const texts = text === null ? node.items.flatMap((item) => itemTexts(item)) : text.split(",");
  return texts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Tags without `#`; a single text is split at commas and spaces, as Obsidian does. */
export function tagsIn(node: YamlNode | undefined): string[] {
  const text = textOf(node);
  const tags = text === null ? listIn(node) : text.split(/[\s,]+/);
  return tags.map((tag) => tag.replace(/^#/, "")).filter((tag) => tag !== "");
}

/** Whether a tag, with or without `#`, is the wanted one or nested in it; case does not count. */
export function hasTag(tag: string, wanted: string): boolean {
  const name = tag.replace(/^#/, "").toLowerCase();
  return name === wanted.toLowerCase() || name.startsWith(`${wanted.toLowerCase()}/`);
}

/** People and things: a list whose links and handles are read as the names they stand for. */
export function namesIn(node: YamlNode | undefined): string[] {
  return listIn(node)
    .map(plainName)
    .filter((name) => name !== "");
}

/**
 * The names in one text: links and handles as the names they stand for, divided by commas, `&` and the words for "and".
 */
export function listedNames(text: string, and: readonly string[]): string[] {
  const names: string[] = [];
  for (const listed of text.split(/[,;、，；]| & /)) {
    let words: string[] = [];
    for (const word of listed.split(" ")) {
      if (!and.includes(word)) words.push(word);
      else {
        names.push(words.join(" "));
        words = [];
      }
    }
    names.push(words.join(" "));
  }
  return names.map((name) => plainName(name.trim())).filter((name) => name !== "");
}

/** `[[People/Ada|A.]]` and `@ada` as the names `Ada` and `ada`: a link goes by its note, whatever it shows. */
export function plainName(text: string): string {
  const target = /^\[\[([^[\]|#]*)/.exec(text)?.[1] ?? text;
  const name = text.startsWith("[[")
    ? target.slice(target.lastIndexOf("/") + 1).replace(/\.md$/i, "")
    : target.replace(/^@/, "");
  return name.trim();
}

/** Texts of an entry; an unquoted `[[Ada]]` is a list in a list for YAML, but its text is meant. */
function itemTexts(node: YamlNode, depth = 2): string[] {
  const text = textOf(node);
  if (text !== null) return [text];
  return depth === 0 ? [] : node.items.flatMap((item) => itemTexts(item, depth - 1));
}
