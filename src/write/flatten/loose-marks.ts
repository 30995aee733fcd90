import { parseNote } from "../../note";

/** A mark that begins or ends something in Markdown, and does neither where it stands. */
export interface LooseMark {
  /** The mark as written; runs of backticks pair by their length. */
  readonly mark: string;
  /** Offset in the text, in UTF-16 units. */
  readonly start: number;
}

/** Marks whose other half looks different. */
const closes: Readonly<Record<string, string>> = { "[[": "]]", "<!--": "-->" };
const opens: Readonly<Record<string, string>> = { "]]": "[[", "-->": "<!--" };

const marks = /\[\[|\]\]|`+|%%|\$\$?|==|<!--|-->/g;

/** The marks of a text that pair with none of its own. Linear in the text. */
export function looseMarks(text: string): readonly LooseMark[] {
  const { links, embeds, code, comments, math, highlights } = parseNote(text);
  const paired = [...[...links, ...embeds, ...code, ...comments].map(({ span }) => span), ...math, ...highlights].sort(
    (a, b) => a.start - b.start,
  );
  const loose: LooseMark[] = [];
  let next = 0;
  let pairedTo = 0;
  for (const { 0: mark, index: start } of text.matchAll(marks)) {
    for (let span = paired[next]; span && span.start <= start; span = paired[++next])
      pairedTo = Math.max(pairedTo, span.end);
    if (start >= pairedTo && text.charAt(start - 1) !== "\\") loose.push({ mark, start });
  }
  return loose;
}

/** The marks that would pair with a loose one of the text before them, or with any of the text after them. */
export function partnersOf(before: string, after: string): ReadonlySet<string> {
  return new Set([
    ...looseMarks(before).map(({ mark }) => closes[mark] ?? mark),
    ...Array.from(after.matchAll(marks), ([mark]) => opens[mark] ?? mark),
  ]);
}

/**
 * How the first character of a mark is written so that it is no mark. The app looks for `]]` whatever stands before it.
 */
export function asCharacter(mark: string): string {
  return mark === "]]" || mark === "-->" ? `&#${mark.charCodeAt(0)};` : `\\${mark.charAt(0)}`;
}
