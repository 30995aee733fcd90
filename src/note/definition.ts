import { Char, skipSpaces } from "./characters";
import { labelEnd, readDestination, skipBlanks, titleEnd, unescape } from "./link-parts";

export interface Definition {
  readonly id: string;
  readonly target: string;
  /** After the last character of the definition, trailing blanks left out. */
  readonly end: number;
  /** Where the paragraph goes on: after the definition's line, or `to`. */
  readonly next: number;
}

/** The link reference definition that starts at `from` in the paragraph `[from, to)`, or null. */
export function readDefinition(text: string, from: number, to: number): Definition | null {
  if (text.charCodeAt(from) !== Char.openBracket) return null;
  const close = labelEnd(text, from + 1, to);
  if (close < 0 || text.charCodeAt(close + 1) !== Char.colon || close + 1 >= to) return null;
  const id = text.slice(from + 1, close).trim();
  if (id === "") return null;
  const start = skipBlanks(text, close + 2, to);
  if (start >= to) return null;
  const destination = readDestination(text, start, to);
  if (destination === null || destination.wholeEnd === start) return null;
  const target = unescape(text.slice(destination.start, destination.end));
  const afterDestination = destination.wholeEnd;
  const title = skipBlanks(text, afterDestination, to);
  if (title > afterDestination) {
    const end = titleEnd(text, title, to);
    if (end >= 0 && endsLine(text, end, to)) return { id, target, end, next: nextLine(text, end, to) };
  }
  if (!endsLine(text, afterDestination, to)) return null;
  return { id, target, end: afterDestination, next: nextLine(text, afterDestination, to) };
}

function endsLine(text: string, from: number, to: number): boolean {
  const at = skipSpaces(text, from, to);
  const code = text.charCodeAt(at);
  return at >= to || code === Char.lineFeed || code === Char.carriageReturn;
}

function nextLine(text: string, from: number, to: number): number {
  return skipBlanks(text, from, to);
}
