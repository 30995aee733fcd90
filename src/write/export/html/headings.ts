import type { Token } from "markdown-it";
import { githubAnchor } from "../../../vault";

/** A heading of an exported document. */
export interface DocumentHeading {
  readonly level: number;
  /** Its words, without marks. */
  readonly text: string;
  readonly id: string;
  /** Index of its opening token. */
  readonly index: number;
}

/** The ids of the anchors within lines; the second of a name gets none. */
export function nameAnchors(tokens: readonly Token[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      if (token.type !== "anchor" || ids.has(token.info)) continue;
      ids.add(token.info);
      token.attrSet("id", token.info);
    }
  }
  return ids;
}

/**
 * Gives each heading the id by which GitHub would know it, the second of a kind with `-1` at its end, and adds it to
 * those that are taken.
 */
export function nameHeadings(tokens: readonly Token[], taken: Set<string>): readonly DocumentHeading[] {
  const counts = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const text = wordsOf(tokens[index + 1]?.children ?? []);
    const anchor = githubAnchor(text);
    const base = anchor === "" ? "section" : anchor;
    let count = counts.get(base) ?? 0;
    let id = base;
    while (taken.has(id)) id = `${base}-${++count}`;
    counts.set(base, count);
    taken.add(id);
    token.attrSet("id", id);
    return [{ level: Number(token.tag.slice(1)), text, id, index }];
  });
}

function wordsOf(children: readonly Token[]): string {
  return children
    .map(({ type, content, children: inner }) =>
      type === "image"
        ? wordsOf(inner ?? [])
        : type === "softbreak" || type === "hardbreak"
          ? " "
          : type === "text" || type.startsWith("code") || type === "math" || type === "missing_image"
            ? content
            : "",
    )
    .join("")
    .trim();
}
