import { singleSpaced } from "./signs";
/**
 * Text of a note or a name, as words for people: it cannot steer the terminal or the log that shows it. Everything that
 * goes there passes here.
 */

/** What moves a cursor, hides or turns words around, or writes to a clipboard: control characters and bidi signs. */
const steering = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** What stands for a character that cannot be shown. */
const replacement = "\ufffd";

/** The text without what steers; line breaks and tabs go too. */
export function withoutSteering(text: string): string {
  return text.replace(steering, replacement);
}

/**
 * Lines as they are, without what steers a terminal; what the log of a CI server would take for a command of its own
 * gets a blank in the middle: `::error::` at the start of a line (GitHub), `##[` and `##vso[` (Azure), `##teamcity[`.
 */
export function printable(text: string): string {
  return text
    .replace(steering, (sign) => (sign === "\n" || sign === "\t" ? sign : replacement))
    .replace(/##(vso|teamcity)?\[/gi, "##$1 [")
    .split("\n")
    .map((line) => (line.trimStart().startsWith("::") ? line.replace("::", ": :") : line))
    .join("\n");
}

/** The same as one line, its blanks folded. */
export function printableLine(text: string): string {
  return printable(singleSpaced(text));
}

/** JSON in lines; what steers is written as an escape, so that a reader of JSON gets every character. */
export function printableJson(value: unknown): string {
  const escaped = (sign: string): string =>
    sign === "\n" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2)
    .replace(steering, escaped)
    .replace(/##(?=(?:vso|teamcity)?\[)/gi, "\\u0023#");
}
