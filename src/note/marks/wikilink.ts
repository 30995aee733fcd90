import * as Char from "../char-codes";
import { skipSpaces, trimEnd } from "../../base";

export interface Wikilink {
  readonly target: string;
  readonly targetStart: number;
  readonly targetEnd: number;
  /** What stands after the first `|`; null without one. */
  readonly alias: string | null;
}

/**
 * The inside `[from, close)` of `[[…]]`, or null when it makes no link: empty, over a line end, or
 * with a further `[[`. Words alone, `[[|words]]`, are a link to the note itself, as in the app. In a table the pipe
 * before the alias is written `\|`.
 */
export function readWikilink(text: string, from: number, close: number, inTable: boolean): Wikilink | null {
  let pipe = -1;
  for (let at = from; at < close; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.lineFeed) return null;
    if (code === Char.openBracket && (text.charCodeAt(at + 1) === Char.openBracket || at === from)) return null;
    if (code === Char.pipe && pipe < 0) pipe = at;
  }
  let end = pipe < 0 ? close : pipe;
  if (inTable && pipe > from && text.charCodeAt(pipe - 1) === Char.backslash) end--;
  const targetStart = skipSpaces(text, from, end);
  const targetEnd = trimEnd(text, targetStart, end);
  const alias = pipe < 0 ? "" : text.slice(pipe + 1, close).trim();
  if (targetStart === targetEnd && alias === "") return null;
  return { target: text.slice(targetStart, targetEnd), targetStart, targetEnd, alias: alias === "" ? null : alias };
}
