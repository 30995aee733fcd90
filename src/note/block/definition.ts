import * as Char from "../char-codes";
import { skipBlanks, skipSpaces } from "../../base";
import { labelEnd, readDestination, titleEnd, unescape } from "../marks/link-parts";

/** A link reference definition, `[id]: target "title"`. */
export interface Definition {
  readonly id: string;
  readonly target: string;
  /** After its last character. */
  readonly end: number;
  /** Where the paragraph goes on: at the next line's content, or `to`. */
  readonly next: number;
}

/** The definition that starts at `from` in the paragraph `[from, to)`, or null. */
export function readDefinition(text: string, from: number, to: number): Definition | null {
  if (text.charCodeAt(from) !== Char.openBracket) return null;
  const close = labelEnd(text, from + 1, to);
  if (close < 0 || close + 1 >= to || text.charCodeAt(close + 1) !== Char.colon) return null;
  const id = text.slice(from + 1, close).trim();
  const start = skipBlanks(text, close + 2, to);
  const destination = readDestination(text, start, to);
  if (id === "" || destination === null || destination.wholeEnd === start) return null;
  const end = definitionEnd(text, destination.wholeEnd, to);
  if (end < 0) return null;
  return { id, target: unescape(text.slice(destination.start, destination.end)), end, next: skipBlanks(text, end, to) };
}

/** The end of the title after the destination, or of the destination itself; nothing may follow on its line. */
function definitionEnd(text: string, destinationEnd: number, to: number): number {
  const title = skipBlanks(text, destinationEnd, to);
  const end = title > destinationEnd ? titleEnd(text, title, to) : -1;
  if (end >= 0 && endsLine(text, end, to)) return end;
  return endsLine(text, destinationEnd, to) ? destinationEnd : -1;
}

function endsLine(text: string, from: number, to: number): boolean {
  const at = skipSpaces(text, from, to);
  return at >= to || text.charCodeAt(at) === Char.lineFeed || text.charCodeAt(at) === Char.carriageReturn;
}
