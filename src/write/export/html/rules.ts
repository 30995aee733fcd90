import type { MarkdownIt, StateBlock, Token } from "markdown-it";

/** Sets how tokens of a type are written. */
export function writeTokens(md: MarkdownIt, type: string, html: (token: Token) => string): void {
  md.renderer.rules[type] = (tokens, index) => {
    const token = tokens[index];
    return token === undefined ? "" : html(token);
  };
}

/** Whether a line is indented as code is, within what it stands in. */
export function isCodeLine(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

/** Where a line begins, behind what it stands in. */
export function startOfLine(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** What stands on a line, without the marks of what it stands in. */
export function textOfLine(state: StateBlock, line: number): string {
  return state.src.slice(startOfLine(state, line), state.eMarks[line] ?? 0);
}
