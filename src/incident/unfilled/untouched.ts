import {
  Scanner,
  firstIndex,
  hasDigit,
  hasLetter,
  holdsAny,
  isAnyLetter,
  leadLength,
  lineStartOf,
  within,
  withoutLead,
  withoutTail,
  withoutEnd,
} from "../../base";
import type { Span } from "../../base";
import {
  folded,
  lastWords,
  perLanguage,
  phraseWords,
  textWords,
  unaccented,
  wordTable,
  wordTree,
} from "../../language";
import type { Lexicon } from "../../language";
import type { Leaf, Note } from "../../note";

/** Marks of lists, quotes and emphasis before the words of a line. */
const lead = ">*_#.)0123456789-";

/** Whether words are as many as a sentence has and hold none of some signs. */
function isSentence(words: string, signs: string): boolean {
  return words.length >= 3 && words.length <= 200 && !holdsAny(words, signs);
}

/** "Who was affected?" */
function isQuestion(line: string): boolean {
  return holdsAny(line.slice(-1), "?？") && isSentence(line.slice(0, -1), ".!?？");
}

/** `[What happened]` */
function isBracketed(line: string): boolean {
  return line.startsWith("[") && line.endsWith("]") && isSentence(line.slice(1, -1), "[]");
}

/** "Root cause:" */
function isLabel(line: string): boolean {
  const scanner = new Scanner(line);
  scanner.over((char) => isAnyLetter(char) || " /()&'’,-".includes(char), 2, 50);
  return scanner.at > 0 && scanner.sign(":：") !== "" && scanner.isDone();
}

/** A line in italics alone; in bold it is a heading or a statement. */
function isItalic(line: string): boolean {
  const scanner = new Scanner(line, leadLength(line, ">-"));
  const mark = scanner.sign("*_");
  const words = mark === "" ? "" : scanner.upTo("*_");
  if (scanner.sign("*_") !== mark) return false;
  scanner.blanks();
  return scanner.isDone() && isSentence(words, "") && words === words.trimStart();
}

/** What a template asks of the writer: a sentence that begins so, or one that says that something goes there. */
const readers = perLanguage(({ placeholders }) => ({
  instruction: wordTree(placeholders.instruction),
  slot: wordTable(placeholders.slot),
  nothing: wordTable(placeholders.nothing),
}));

/** One sentence that begins with an instruction: "Describe what happened." */
function isRequest(line: string, language: Lexicon): boolean {
  const end = readers(language).instruction.at(line, 0)?.end;
  if (end === undefined) return false;
  const rest = line.slice(end);
  const words = holdsAny(rest.slice(-1), ".!。") ? rest.slice(0, -1) : rest;
  return isSentence(words, ".!?");
}

/** "The summary goes here." */
function isSlot(line: string, language: Lexicon): boolean {
  return readers(language).slot.ending(lastWords(folded(withoutTail(line, ".!。")))) !== null;
}

/**
 * Whether a block holds nothing but what a template put there: comments, lines that are untouched, a table in which
 * nothing but its first column is filled in. A task holds something: it is written as a request.
 */
export function isUntouchedBlock(note: Note, leaf: Leaf, language: Lexicon): boolean {
  const text = (span: Span): string => withoutComments(note, span);
  switch (leaf.type) {
    case "comment":
    case "thematicBreak":
      return true;
    case "html":
      return text(leaf.span).trim() === "";
    case "paragraph":
      return (
        (leaf.item?.task ?? null) === null &&
        text(leaf.span)
          .split("\n")
          .every((line) => isUntouched(line, language))
      );
    case "table": {
      const [head, ...rows] =
        note.tables[firstIndex(note.tables, ({ span }) => span.start >= leaf.span.start)]?.rows ?? [];
      const answers = rows.flatMap(({ cells }) => (head?.cells.length === 1 ? cells : cells.slice(1)));
      return answers.map(text).every((cell) => isUntouched(cell, language) && !isNumber(cell));
    }
    default:
      return false;
  }
}

/** A cell of numbers alone answers, where the number of a list says nothing. */
function isNumber(cell: string): boolean {
  return hasDigit(cell) && !hasLetter(cell);
}

/** A line of a note's text, trimmed, with the marks of its list; and its place without them. */
export interface WrittenLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines of paragraphs and the rows of tables below their heads; tasks and questions are none of them. */
export function writtenLines(note: Note): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  const add = (start: number, end: number): void => {
    const from = lineStartOf(note.text, start);
    const text = note.text.slice(from, end).trim();
    if (text !== "") lines.push({ text, span: { start, end: start + note.text.slice(start, end).trimEnd().length } });
  };
  for (const leaf of note.leaves) {
    if (leaf.type === "table") {
      const table = note.tables[firstIndex(note.tables, ({ span }) => span.start >= leaf.span.start)];
      for (const { span } of table?.rows.slice(1) ?? []) add(span.start, span.end);
    }
    if (leaf.type !== "paragraph" || leaf.item?.task != null) continue;
    for (let start = leaf.span.start; start < leaf.span.end;) {
      const lineBreak = note.text.indexOf("\n", start);
      const end = lineBreak < 0 || lineBreak > leaf.span.end ? leaf.span.end : lineBreak;
      add(start, end);
      start = end + 1;
    }
  }
  return lines;
}

/** What stands in a span beside comments. */
function withoutComments(note: Note, { start, end }: Span): string {
  let text = "";
  let from = start;
  for (const { span } of within(note.comments, { start, end })) {
    text += note.text.slice(from, span.start);
    from = span.end;
  }
  return text + note.text.slice(from, end);
}

/**
 * Whether a line holds nothing but what a template put there for the writer: requests and questions, words in brackets,
 * a hint in italics, a label without a value. A blank line holds nothing either; `N/A` is an answer.
 */
export function isUntouched(line: string, language: Lexicon): boolean {
  const words = withoutEnd(withoutLead(line, lead), " \t\r*_");
  // "2024-04-11" and "98.7" are answers, the numbers "1." and "2)" of a list are none.
  if (words === "") return !hasDigit(line.trimEnd().slice(-1));
  const plain = unaccented(words);
  const asks = (sentence: string): boolean =>
    isQuestion(sentence) || isRequest(sentence, language) || isSlot(sentence, language);
  if (isBracketed(words) || isLabel(words) || sentencesOf(plain).every(asks)) return true;
  return (
    isItalic(line) &&
    !readers(language).nothing.isIn(textWords(phraseWords(plain))) &&
    !hasDigit(line) &&
    plain.split(" ").length > 2
  );
}

function sentencesOf(words: string): readonly string[] {
  return (words.match(/[^.!?。]+[.!?。]*/g) ?? []).map((sentence) => sentence.trim()).filter((each) => each !== "");
}
