import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { isCodeLine, textOfLine, writeTokens } from "./rules";

const opening = /^<details(?: open)?>(?:[ \t]*<summary>(.*?)<\/summary>)?[ \t]*$/i;
const summaryLine = /^<summary>(.*?)<\/summary>[ \t]*$/i;
const closing = /^<\/details>[ \t]*$/i;

/** Reads `<details>`, with its `<summary>` on the same line or the next, and comments that are blocks of their own. */
export function allowDetails(md: MarkdownIt): void {
  const alt = { alt: ["paragraph", "reference", "blockquote"] };
  md.block.ruler.before("html_block", "comment", commentReader(), alt);
  md.block.ruler.before("html_block", "details", readDetails, alt);
  md.core.ruler.after("block", "pair_details", ({ tokens }) => {
    pairDetails(tokens);
  });
  writeTokens(md, "details_open", () => "<details open>\n");
  writeTokens(md, "lone_mark", ({ content }) => `<p>${md.utils.escapeHtml(content)}</p>\n`);
}

function readDetails(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (isCodeLine(state, line)) return false;
  const text = textOfLine(state, line);
  const opened = opening.exec(text);
  if (!opened && !closing.test(text)) return false;
  if (silent) return true;
  state.line = line + 1;
  if (!opened) {
    state.push("details_close", "details", -1).content = text;
    return true;
  }
  const open = state.push("details_open", "details", 1);
  open.content = text;
  let words = opened[1];
  const below = state.line < endLine ? summaryLine.exec(textOfLine(state, state.line))?.[1] : undefined;
  if (words === undefined && below !== undefined) {
    words = below;
    state.line++;
  }
  state.push("summary_open", "summary", 1);
  const inline = state.push("inline", "", 0);
  inline.content = words ?? "Details";
  inline.map = [line, state.line];
  inline.children = [];
  state.push("summary_close", "summary", -1);
  return true;
}

type ReadBlock = (state: StateBlock, line: number, endLine: number, silent: boolean) => boolean;

function commentReader(): ReadBlock {
  /** The line up to which no comment ends behind the place where that was looked for. */
  const unended = new WeakMap<StateBlock, number>();
  return (state, line, endLine, silent) => {
    if (isCodeLine(state, line) || !textOfLine(state, line).startsWith("<!--")) return false;
    if ((unended.get(state) ?? 0) >= endLine) return false;
    for (let end = line; end < endLine; end++) {
      const text = textOfLine(state, end);
      const at = text.indexOf("-->", end === line ? 4 : 0);
      if (at < 0) continue;
      // Words behind it make it part of a paragraph, where it is left out too.
      if (text.slice(at + 3).trim() !== "") return false;
      if (!silent) state.line = end + 1;
      return true;
    }
    unended.set(state, endLine);
    return false;
  };
}

/** Makes text of the marks that do not pair within what they stand in. */
function pairDetails(tokens: readonly Token[]): void {
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.nesting === 1) open.push(index);
    if (token.nesting !== -1) continue;
    if (token.type === "details_close") {
      if (tokens[open.at(-1) ?? -1]?.type === "details_open") open.pop();
      else toText(tokens, index);
      continue;
    }
    for (let last = open.pop(); last !== undefined && tokens[last]?.type === "details_open"; last = open.pop())
      toText(tokens, last);
  }
  for (const index of open) if (tokens[index]?.type === "details_open") toText(tokens, index);
}

/** The mark as the paragraph that it would be without meaning; the summary behind it becomes one too. */
function toText(tokens: readonly Token[], index: number): void {
  const mark = tokens[index];
  if (!mark) return;
  if (mark.nesting === 1) for (const part of tokens.slice(index + 1, index + 4)) part.tag = "p";
  Object.assign(mark, { type: "lone_mark", tag: "p", nesting: 0 });
}
