import { textStart } from "../base";
import type { Span } from "../base";
import type { Note } from "./note";
import { findFrontmatter } from "./yaml/frontmatter";

/** What would be a frontmatter if it stood on the first line. */
export interface MisplacedFrontmatter {
  /** Its first mark. */
  readonly mark: Span;
  /** The blank lines and comments above it. */
  readonly above: Span;
  /** Whether a comment is among them. */
  readonly isCommented: boolean;
}

/** The frontmatter that is text to Obsidian, as blank lines or comments stand above it; null where there is none. */
export function misplacedFrontmatter({ text, comments, frontmatter }: Note): MisplacedFrontmatter | null {
  if (frontmatter !== null) return null;
  const start = textStart(text);
  let passed = 0;
  let at = start;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const comment = comments[passed];
    if (comment?.span.start !== at) break;
    at = comment.span.end;
    passed++;
  }
  if (at === start || text.charAt(at - 1) !== "\n") return null;
  const below = text.slice(at);
  if (!/^---[ \t]*\r?\n[\w-]{1,64}:(?:\s|$)/.test(below) || findFrontmatter(below) === null) return null;
  return { mark: { start: at, end: at + 3 }, above: { start, end: at }, isCommented: passed > 0 };
}
