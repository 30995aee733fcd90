import { isDigit, isLetter, isLetterOrDigit, isWhitespace } from "./characters";

const blanks = /\s+/g;
const letter = /\p{L}/u;
const letterOrNumber = /[\p{L}\p{N}]/u;
const noDigits = /\D+/g;

/** The text with a single space for each run of whitespace. */
export function singleSpaced(text: string): string {
  return text.replace(blanks, " ");
}

/** Whether a digit stands in the text. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

/** Whether a letter of any script stands in the text. */
export function hasLetter(text: string): boolean {
  return letter.test(text);
}

/** The character at an offset as a whole, be it of two UTF-16 units; empty behind the end. */
export function charAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff ? String.fromCodePoint(text.codePointAt(at) ?? code) : text.charAt(at);
}

/** Whether a character is a letter of any script. */
export function isAnyLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? isLetter(code) : letter.test(char);
}

/** Whether a character is a capital of any script that has them. */
export function isAnyCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

/** Whether a character is a letter or a digit of any script. */
export function isAnyLetterOrDigit(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? isLetterOrDigit(code) : letterOrNumber.test(char);
}

/** What stands before, between and behind runs of whitespace and these characters. */
export function partsBetween(text: string, signs: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isMadeOf(text.charAt(at), signs)) continue;
    if (at === 0 || !isMadeOf(text.charAt(at - 1), signs)) parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** The digits of a text, without what stands between them. */
export function digitsOf(text: string): string {
  return text.replace(noDigits, "");
}

/** Whether the text is one or more digits. */
export function isNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text !== "";
}

/** Whether any of these characters stands in the text. */
export function holdsAny(text: string, signs: string): boolean {
  const [few, many] = text.length < signs.length ? [text, signs] : [signs, text];
  for (let at = 0; at < few.length; at++) if (many.includes(few.charAt(at))) return true;
  return false;
}

/** Whether the text is nothing but whitespace and these characters. */
export function isMadeOf(text: string, signs: string): boolean {
  return leadLength(text, signs) === text.length;
}

/** How much of the beginning is whitespace and these characters. */
export function leadLength(text: string, signs: string): number {
  let at = 0;
  while (at < text.length && (isWhitespace(text.charCodeAt(at)) || signs.includes(text.charAt(at)))) at++;
  return at;
}

/** The text without the whitespace and these characters at its beginning. */
export function withoutLead(text: string, signs: string): string {
  return text.slice(leadLength(text, signs));
}

/** The text without this ending, if it has it. */
export function withoutEnding(text: string, ending: string): string {
  return text.endsWith(ending) ? text.slice(0, text.length - ending.length) : text;
}

/** Whether a character is a letter from A to Z, a digit or an underscore, as in the names of programs. */
export function isWordly(char: string): boolean {
  return char === "_" || isLetterOrDigit(char.charCodeAt(0));
}

/** Whether a character is a capital from A to Z. */
export function isCapital(char: string): boolean {
  return char >= "A" && char <= "Z";
}

/** A text without the marks at its end. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
