import { isDigit, isLetter, isWhitespace, lowerCase } from "./characters";
import { charAt } from "./signs";

/**
 * Goes through a text from an offset. Each step goes over what it names and tells what that was, or stays where it is:
 * an empty text, 0 or false.
 */
export class Scanner {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** Whether the text ends here. */
  isDone(): boolean {
    return this.at >= this.text.length;
  }

  /** Another that goes on from here. */
  fork(): Scanner {
    return new Scanner(this.text, this.at);
  }

  /** Goes over `least` to `most` digits. */
  digits(least: number, most = least): string {
    const { text, at } = this;
    let end = at;
    while (end - at < most && isDigit(text.charCodeAt(end))) end++;
    return this.taken(end - at < least ? at : end);
  }

  /** Goes over `least` to `most` letters from A to Z. */
  letters(least: number, most: number): string {
    const { text, at } = this;
    let end = at;
    while (end - at < most && isLetter(text.charCodeAt(end))) end++;
    return this.taken(end - at < least ? at : end);
  }

  /** Goes over up to `most` of these characters. */
  run(characters: string, most = Infinity): string {
    const { text, at } = this;
    let end = at;
    while (end < text.length && end - at < most && characters.includes(text.charAt(end))) end++;
    return this.taken(end);
  }

  /** Goes over up to `most` characters before one of these, or before the end. */
  upTo(signs: string, most = Infinity): string {
    const { text, at } = this;
    let end = at;
    while (end < text.length && end - at < most && !signs.includes(text.charAt(end))) end++;
    return this.taken(end);
  }

  /** Goes over `least` to `most` characters of a kind, tried with those beyond the first 65,536 as a whole. */
  over(isOfKind: (char: string) => boolean, least = 0, most = Infinity): string {
    const { text, at } = this;
    let end = at;
    let count = 0;
    for (let char = charAt(text, end); char !== "" && count < most && isOfKind(char); char = charAt(text, end)) {
      end += char.length;
      count++;
    }
    return this.taken(count < least ? at : end);
  }

  /** Goes over up to `most` characters of whitespace. */
  blanks(most = Infinity): string {
    const { text, at } = this;
    let end = at;
    while (end - at < most && isWhitespace(text.charCodeAt(end))) end++;
    return this.taken(end);
  }

  /** Goes over one of these characters. */
  sign(signs: string): string {
    const { at, text } = this;
    if (at >= text.length) return "";
    const char = text.charAt(at);
    if (!signs.includes(char)) return "";
    this.at = at + 1;
    return char;
  }

  /** Goes over one blank of any kind. */
  blank(): boolean {
    if (!isWhitespace(this.text.charCodeAt(this.at))) return false;
    this.at++;
    return true;
  }

  /** Goes over this text, in which letters are those from a to z, whatever the case here. */
  literal(lower: string): boolean {
    const { text, at } = this;
    for (let index = 0; index < lower.length; index++)
      if (lowerCase(text.charCodeAt(at + index)) !== lower.charCodeAt(index)) return false;
    this.at += lower.length;
    return true;
  }

  /** Whether a digit stands so many characters further on. */
  isDigit(ahead = 0): boolean {
    return isDigit(this.text.charCodeAt(this.at + ahead));
  }

  /** Whether a letter from A to Z stands here. */
  isLetter(): boolean {
    return isLetter(this.text.charCodeAt(this.at));
  }

  /** Whether one of these characters stands here. */
  isAt(characters: string): boolean {
    return !this.isDone() && characters.includes(this.text.charAt(this.at));
  }

  /** Whether one of these characters stands here, and a digit behind it, as what goes on a number. */
  isAtDigitBehind(signs: string): boolean {
    return this.isAt(signs) && this.isDigit(1);
  }

  private taken(end: number): string {
    if (end === this.at) return "";
    const taken = this.text.slice(this.at, end);
    this.at = end;
    return taken;
  }
}
