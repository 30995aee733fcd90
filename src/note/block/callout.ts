import * as Char from "../char-codes";
import { skipSpaces, trimEnd } from "../../base";
import type { Callout } from "../note";

/** The callout that a quote's first line makes: `[!type|metadata]±title`, or null. */
export function readCallout(text: string, from: number, lineEnd: number): Callout | null {
  if (text.charCodeAt(from) !== Char.openBracket || text.charCodeAt(from + 1) !== Char.bang) return null;
  let typeEnd = -1;
  let close = from + 2;
  for (; close < lineEnd; close++) {
    const code = text.charCodeAt(close);
    if (code === Char.closeBracket) break;
    if (code === Char.openBracket) return null;
    if (code === Char.pipe && typeEnd < 0) typeEnd = close;
  }
  if (close >= lineEnd) return null;
  if (typeEnd < 0) typeEnd = close;
  const type = text.slice(from + 2, typeEnd).trim();
  if (type === "") return null;
  const foldMark = text.charCodeAt(close + 1);
  const fold = foldMark === Char.plus ? "+" : foldMark === Char.hyphen ? "-" : "";
  const start = skipSpaces(text, close + 1 + fold.length, lineEnd);
  return { type, fold, title: { start, end: trimEnd(text, start, lineEnd) } };
}
