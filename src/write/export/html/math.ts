import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { isCodeLine, textOfLine, writeTokens } from "./rules";

/** Writes a formula in TeX as MathML, on a line of its own or among words; null for what it does not understand. */
export type WriteFormula = (tex: string, display: boolean) => string | null;

/** Shows formulas as MathML, which browsers draw without a script; as their source where nobody writes that. */
export function showMath(md: MarkdownIt, formula: WriteFormula): void {
  md.inline.ruler.before("escape", "math", inlineReader());
  md.block.ruler.before("fence", "math_block", blockReader(), {
    alt: ["paragraph", "reference", "blockquote"],
  });
  writeTokens(
    md,
    "math",
    ({ content: source }) => formula(source, false) ?? `<code class="math">${md.utils.escapeHtml(source)}</code>`,
  );
  writeTokens(md, "math_block", ({ content: source }) => {
    const drawn = formula(source, true);
    return drawn === null
      ? `<pre class="math"><code>${md.utils.escapeHtml(source)}</code></pre>\n`
      : `<div class="math-block">${drawn}</div>\n`;
  });
}

/**
 * `$a$`, as GitHub and Obsidian read it: no blank within the marks, no digit behind. Within a line `$$ a $$` counts
 * too, with blanks.
 */
function inlineReader(): (state: StateInline, silent: boolean) => boolean {
  /** Where the first formula begins that does not end, by its marks; the search for the end of a link looks ahead. */
  const unended = { 1: new WeakMap<StateInline, number>(), 2: new WeakMap<StateInline, number>() };
  return (state, silent) => {
    const { src, pos, posMax } = state;
    if (src[pos] !== "$") return false;
    const marks = src[pos + 1] === "$" ? 2 : 1;
    const isBlank = (at: number): boolean => marks === 1 && /\s/.test(src.charAt(at));
    if (pos >= (unended[marks].get(state) ?? posMax)) return false;
    const start = pos + marks;
    if (start >= posMax || isBlank(start)) return false;
    for (let end = src.indexOf("$", start); end >= 0 && end < posMax; end = src.indexOf("$", end + 1)) {
      if (src[end - 1] === "\\" || isBlank(end - 1) || end === start) continue;
      if (marks === 2 ? src[end + 1] !== "$" : /\d/.test(src.charAt(end + 1))) continue;
      const content = src.slice(start, end).trim();
      if (content === "") return false;
      if (!silent) state.push("math", "code", 0).content = content;
      state.pos = end + marks;
      return true;
    }
    if (posMax === src.length) unended[marks].set(state, pos);
    return false;
  };
}

/** Lines between `$$` and `$$`. */
function blockReader(): (state: StateBlock, line: number, endLine: number, silent: boolean) => boolean {
  /** The line up to which no formula ends behind the place where that was looked for. */
  const unended = new WeakMap<StateBlock, number>();
  return (state, line, endLine, silent) => {
    const textOf = (at: number): string => textOfLine(state, at).trim();
    if (isCodeLine(state, line)) return false;
    const first = textOf(line);
    if (!first.startsWith("$$") || (first.length > 4 && first.endsWith("$$"))) return false;
    if (first.slice(2).includes("$$") || (unended.get(state) ?? 0) >= endLine) return false;
    let end = line + 1;
    while (
      end < endLine &&
      !textOf(end).endsWith("$$") &&
      !((state.sCount[end] ?? 0) < state.blkIndent && !state.isEmpty(end))
    )
      end++;
    if (end >= endLine) unended.set(state, endLine);
    if (end >= endLine || !textOf(end).endsWith("$$")) return false;
    if (silent) return true;
    const inner = state.getLines(line + 1, end, state.sCount[line] ?? 0, false);
    state.push("math_block", "code", 0).content = [first.slice(2), inner, textOf(end).slice(0, -2)]
      .map((part) => part.replace(/^\n+/, "").trimEnd())
      .filter((part) => part !== "")
      .join("\n");
    state.line = end + 1;
    return true;
  };
}
