import { asciiSet, isDigit, isWhitespace } from "../../base";

/** ASCII characters that end a tag; the app allows letters, digits, `_`, `-` and `/`. */
const ENDS_TAG = asciiSet("!\"#$%&'()*+,.:;<=>?@[\\]^`{|}~");

/**
 * The end of the tag whose `#` stands at `from`, or -1. Beyond ASCII everything but whitespace and
 * Unicode's general and supplemental punctuation may stand in a tag; digits alone make none.
 */
export function tagEnd(text: string, from: number, to: number): number {
  let at = from + 1;
  let onlyDigits = true;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? ENDS_TAG[code] === 1 || isWhitespace(code) : endsTagBeyondAscii(code)) break;
    if (!isDigit(code)) onlyDigits = false;
  }
  return onlyDigits ? -1 : at;
}

function endsTagBeyondAscii(code: number): boolean {
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x2e00 && code <= 0x2e7f) || isWhitespace(code);
}
