import { holdsAny } from "../../base";
import type { Lexicon, TextWords } from "../../language";
import { WordCursor, lastWords, lastWordsBefore, perLanguage, wordTable } from "../../language";

/** Words before an amount: "about", "at least". */
const readers = perLanguage(({ measures: { about, atLeast, atMost } }) => ({
  about: wordTable(about),
  bound: wordTable([...atLeast, ...atMost]),
}));

const signs = "~≈±";

/** Goes over "about", "circa" and their like, up to three of them. */
export function skipAbout(cursor: WordCursor, language: Lexicon): void {
  const { about } = readers(language);
  for (let count = 0; count < 3 && (cursor.sign(signs) || cursor.word(about)); count++);
}

/** The last words of a folded text without those for "about" that it ends with. */
export function withoutAbout(read: TextWords, language: Lexicon): TextWords {
  let left = read;
  for (let count = 0; count < 3 && left.text !== ""; count++) {
    const isSign = signs.includes(left.text.slice(-1));
    const start = isSign ? left.text.length - 1 : readers(language).about.ending(left)?.start;
    if (start === undefined) break;
    left = lastWordsBefore(left, start);
  }
  return left;
}

/** What stands between a label and what it labels, beside words for "about". */
const opening = `${signs} (*`;
const colons = ":|=：";
const longestLabel = 42;
/** So near before an amount the sign of its label stands. */
const farthestColon = 30;

/** The label right before an amount, as a span of the folded text before it: "Duration (UTC): about". */
export function labelBefore(text: string, language: Lexicon): LabelAhead | null {
  if (!holdsAny(text.slice(-farthestColon), colons)) return null;
  let end = trimmedEnd(text, opening);
  for (let count = 0; count < 3; count++) {
    const { about, bound } = readers(language);
    const read = lastWords(text.slice(0, end));
    const word = about.ending(read) ?? bound.ending(read);
    if (word === null) break;
    end = trimmedEnd(text.slice(0, word.start), opening);
  }
  if (end === 0 || !colons.includes(text.charAt(end - 1))) return null;
  const sign = text.charAt(end - 1);
  end = withoutBrackets(text.slice(0, end - 1).trimEnd());
  let start = end;
  while (start > 0 && end - start < longestLabel && isOfLabel(text.charCodeAt(start - 1))) start--;
  // Of a longer one the last words.
  if (start > 0 && isOfLabel(text.charCodeAt(start - 1))) start = Math.min(end, text.indexOf(" ", start) + 1 || end);
  const words = text.slice(start, end).trim();
  return words.length < 2 ? null : { words, sign, before: text.charAt(start - 1) };
}

/** The words of a label, the sign behind them, and the character before them. */
export interface LabelAhead {
  readonly words: string;
  readonly sign: string;
  readonly before: string;
}

function trimmedEnd(text: string, marks: string): number {
  let end = text.trimEnd().length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return end;
}

/** The end of a text without the remark in brackets behind it. */
function withoutBrackets(text: string): number {
  const open = text.endsWith(")") ? text.lastIndexOf("(", text.length - 2) : -1;
  return open < 0 || text.length - open > 22 ? text.length : text.slice(0, open).trimEnd().length;
}

function isOfLabel(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    code === 32 ||
    code === 39 ||
    code === 45 ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x3040 && code <= 0x9fff)
  );
}
