import * as Char from "../char-codes";
import { isPunctuation, skipBlanks } from "../../base";

/** CommonMark leaves the limit of nested parentheses to the parser; this one keeps hostile input linear. */
const MAX_PARENTHESES = 32;

/** CommonMark's limit for a label's length. */
const MAX_LABEL = 999;

/** The offset of the `]` that ends the label whose content starts at `from`, or -1; brackets do not nest in it. */
export function labelEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + MAX_LABEL);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.closeBracket) return at;
    if (code === Char.openBracket) return -1;
    if (code === Char.backslash) at++;
  }
  return -1;
}

/** Where a link's destination stands: with `<>` for the whole, without for the address. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly wholeEnd: number;
}

/** The destination at `from`, in `<...>` or bare; bare ones may be empty. Null when none can be read. */
export function readDestination(text: string, from: number, to: number): Destination | null {
  if (text.charCodeAt(from) === Char.lessThan && from < to) {
    for (let at = from + 1; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === Char.greaterThan) return { start: from + 1, end: at, wholeEnd: at + 1 };
      if (code === Char.lessThan || code === Char.lineFeed) return null;
      if (code === Char.backslash) at++;
    }
    return null;
  }
  let depth = 0;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) break;
    if (code === Char.backslash && at + 1 < to && isPunctuation(text.charCodeAt(at + 1))) at++;
    else if (code === Char.openParen && ++depth > MAX_PARENTHESES) return null;
    else if (code === Char.closeParen && --depth < 0) break;
  }
  if (depth > 0) return null;
  return { start: from, end: at, wholeEnd: at };
}

/** The end of the title at `from`, its marks included: `"…"`, `'…'` or `(…)`; -1 when none stands there. */
export function titleEnd(text: string, from: number, to: number): number {
  const open = text.charCodeAt(from);
  if (from >= to || (open !== Char.doubleQuote && open !== Char.singleQuote && open !== Char.openParen)) return -1;
  const close = open === Char.openParen ? Char.closeParen : open;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code === Char.openParen && open === Char.openParen) return -1;
    if (code === Char.backslash) at++;
  }
  return -1;
}

/** The address with its backslash escapes resolved. */
export function unescape(address: string): string {
  return address.includes("\\") ? address.replace(/\\([!-/:-@[-`{-~])/g, "$1") : address;
}

/** What stands in the parentheses of a Markdown link. */
export interface LinkBody {
  readonly destination: Destination;
  /** After the closing parenthesis. */
  readonly end: number;
}

/** Destination and title of the link whose opening parenthesis stands at `from`, or null. */
export function readLinkBody(text: string, from: number, to: number): LinkBody | null {
  const destination = readDestination(text, skipBlanks(text, from + 1, to), to);
  if (destination === null) return null;
  let end = skipBlanks(text, destination.wholeEnd, to);
  const afterTitle = end > destination.wholeEnd ? titleEnd(text, end, to) : -1;
  if (afterTitle >= 0) end = skipBlanks(text, afterTitle, to);
  return end < to && text.charCodeAt(end) === Char.closeParen ? { destination, end: end + 1 } : null;
}
