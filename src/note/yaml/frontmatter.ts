import * as Char from "../char-codes";
import { isSpaceOrTab, lineStartOf } from "../../base";
import type { Span } from "../../base";
import { readYaml } from "./read-yaml";
import type { FrontmatterEntry, YamlProblem } from "./node";

/** The block between the first line's `---` and the next `---`. */
export interface Frontmatter {
  /** From the opening `---` to the end of the closing one, newline excluded. */
  readonly span: Span;
  /** The YAML between the two marks. */
  readonly content: Span;
  /** The top-level entries in the order of the text. On a duplicate key the first one counts. */
  readonly entries: readonly FrontmatterEntry[];
  readonly problems: readonly YamlProblem[];
}

/** The note's frontmatter, or null when its first line is not `---` or no such line closes it. */
export function readFrontmatter(text: string): Frontmatter | null {
  const span = findFrontmatter(text);
  if (span === null) return null;
  const start = text.indexOf("\n", span.start) + 1;
  const lineBreak = text.lastIndexOf("\n", span.end - 1);
  // A lone CR at the end would be part of the last value for YAML.
  const content = { start, end: Math.max(start, text[lineBreak - 1] === "\r" ? lineBreak - 1 : lineBreak) };
  return { span, content, ...readYaml(text, content) };
}

/** The blanks before the keys of a text's frontmatter, if it has one: YAML lets all of them be indented alike. */
export function keyIndent(text: string, frontmatter: Frontmatter | null): string {
  const start = frontmatter?.entries[0]?.keySpan.start ?? 0;
  const blanks = text.slice(lineStartOf(text, start), start);
  return /^ *$/.test(blanks) ? blanks : "";
}

/** Where the frontmatter stands, its marks included; null when there is none. Reads no further than its end. */
export function findFrontmatter(text: string): Span | null {
  const start = text.charCodeAt(0) === Char.byteOrderMark ? 1 : 0;
  if (!isMark(text, start)) return null;
  let line = text.indexOf("\n", start) + 1;
  while (line > 0) {
    if (isMark(text, line)) return { start, end: line + 3 };
    line = text.indexOf("\n", line) + 1;
  }
  return null;
}

/** Whether the line that starts at `from` is `---`; blanks may follow. */
function isMark(text: string, from: number): boolean {
  if (!text.startsWith("---", from)) return false;
  let at = from + 3;
  while (isSpaceOrTab(text.charCodeAt(at)) || text.charCodeAt(at) === Char.carriageReturn) at++;
  return at >= text.length || text.charCodeAt(at) === Char.lineFeed;
}
