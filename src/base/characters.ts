/** A table of ASCII characters: 1 at the code of each of them. */
export function asciiSet(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return table;
}

export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** Space, tab or a line end; what Markdown itself calls whitespace. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Whitespace as JavaScript's `\s` has it, all of Unicode's included. */
export function isWhitespace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The code of a letter from A to Z in lower case; any other code as it is. */
export function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

export function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** ASCII punctuation: what a backslash can escape. */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** The first offset in `[from, to)` that holds neither space nor tab, or `to`. */
export function skipSpaces(text: string, from: number, to: number): number {
  while (from < to && isSpaceOrTab(text.charCodeAt(from))) from++;
  return from;
}

/** The first offset in `[from, to)` that holds no whitespace, line ends included, or `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  return from;
}

/** The offset after the last character of `[from, to)` that is neither space nor tab, or `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  while (to > from && isSpaceOrTab(text.charCodeAt(to - 1))) to--;
  return to;
}

/** The first offset in `[from, to)` that does not hold `code`, or `to`. */
export function skipRun(text: string, from: number, to: number, code: number): number {
  while (from < to && text.charCodeAt(from) === code) from++;
  return from;
}
