import { withoutBlockId } from "../../note";
import { WordCursor, english, folded, lastWords, perLanguage, textWords, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import type { Span } from "../../base";
import {
  Scanner,
  withoutTail,
  hasDigit,
  holdsAny,
  isAnyCapital,
  isMadeOf,
  isWhitespace,
  singleSpaced,
} from "../../base";
import { matchAt, opening, plain, readStamp, shifted } from "../../time";
import type { Stamp } from "../../time";

/** A line that says when something happened, and what. */
export interface Line {
  /** Spans are offsets in the line's source. */
  readonly stamp: Stamp;
  /** What it says beside the time; may be empty, and may run on over line breaks. */
  readonly text: Span;
  /**
   * How the time stands there: `bare` first of all, `led` by a word such as "At", behind a `label`
   * ("Resolved: 10:00"), or `posted` behind the text that it belongs to.
   */
  readonly form: "bare" | "led" | "label" | "posted";
}

const bullets = /^(?::[a-z0-9_+-]{1,32}: ?|[一二三四五六七八九十]{1,2}[,.]|[a-z]\) |[^\p{L}\p{N}~≈±+\n]){0,24}/u;
/** A time of its own stands near the beginning of a line; what lies further on is not read. */
const reach = 240;
const longestLabel = 60;
/** Longer than what leads from a label to its time, with a character before it. */
const longestLead = 24;
const labelWords = 5;

/** Words that a date may begin with. */
const names = perLanguage(({ calendar }) => wordTable([...calendar.months, ...calendar.weekdays, calendar.nth].flat()));

/** What the words of a label before a time tell. */
const readers = perLanguage(({ clock, id, labels, story: { milestones, lists } }) => {
  const names = id === "en" ? [] : Object.values(milestones).flatMap((words) => words.names);
  return {
    happening: wordTable([...labels.happening, ...names], lists),
    unlike: wordTable(labels.unlike),
    posted: wordTable(labels.posted),
    update: wordTable(labels.update),
    report: wordTable(labels.reportDate),
    at: wordTable(clock.at),
    lead: wordTable([...clock.at, ...clock.from]),
  };
});

/** Where a line begins to speak: behind bullets and marks, and behind its number in brackets, `（一）`. */
function leadEnd(text: string): number {
  const scanner = new Scanner(text);
  const isNumber =
    scanner.sign("(（") !== "" && (scanner.run("一二三四五六七八九十", 3) || scanner.digits(1, 2)) !== "";
  const end = isNumber && scanner.sign(")）") !== "" ? scanner.at : 0;
  return end + (bullets.exec(text.slice(end))?.[0].length ?? 0);
}

/**
 * Reads one line, list item or table cell, whatever marks of emphasis, code or templates stand around its
 * parts; null when it states no time of its own.
 */
export function readLine(source: string, language: Lexicon = english): Line | null {
  const beginning = source.slice(0, reach);
  if (!/[\d\uff10-\uff19]/.test(beginning)) return null;
  const text = plain(beginning);
  const start = leadEnd(text);
  const stamp = readStamp(text, start, language);
  if (stamp === null) return readLabelled(source, text, start, language);
  return {
    stamp,
    text: trimmed(source, textStart(source, stamp.span.end), source.length),
    form: stamp.span.start > start ? "led" : "bare",
  };
}

/** Reads a line of a timeline that opens with `7.48` or `0757`, which are times only among other times. */
export function readLooseLine(source: string, language: Lexicon): Line | null {
  const text = plain(source.slice(0, reach));
  const start = leadEnd(text);
  const stamp = readStamp(text, start, language, "line start");
  if (stamp?.kind !== "time" || stamp.span.start > start) return null;
  return bareLine(source, stamp);
}

/** A line whose text stands behind its time. */
function bareLine(source: string, stamp: Stamp): Line {
  return { stamp, text: trimmed(source, textStart(source, stamp.span.end), source.length), form: "bare" };
}

/** `First detected 2021-06-09 13:15`, `Posted Feb 12, 2019 - 17:11 PST`. */
function readLabelled(source: string, text: string, start: number, language: Lexicon): Line | null {
  const stamp = firstStamp(text, start, language);
  if (stamp === null) return null;
  const lead = text.slice(start, stamp.span.start);
  const isLast = source.length <= reach && isMadeOf(text.slice(stamp.span.end), ".:)]|");
  // "Ada [9:14 AM]", as a chat is copied.
  const words = isLast && lead.endsWith(" [") && isAnyCapital(lead.charAt(0)) ? lead.slice(0, -1) : lead;
  if (isPosted(words, language)) return isLast ? { stamp, text: { start, end: start }, form: "posted" } : null;
  // "Update 18:00: the network works again"
  if (stamp.kind === "time" && holdsAny(text.charAt(stamp.span.end), ":：") && isNews(words, language))
    return bareLine(source, stamp);
  const label = labelOf(words, language);
  if (label === "" || singleSpaced(label).split(" ").length > labelWords || isUnlikeLabel(words, language)) return null;
  return isLast || namesHappening(label, language)
    ? { stamp, text: { start, end: start + label.length }, form: "label" }
    : null;
}

/** The label of a time without the signs and the words that lead from it to the time: "Deployed on:". */
function labelOf(words: string, language: Lexicon): string {
  const { lead } = readers(language);
  let label = words;
  for (;;) {
    label = withoutTail(label, ":,@|-");
    const tail = label.slice(-longestLead);
    const found = lead.ending(lastWords(folded(tail)));
    if (found === null) return label;
    label = label.slice(0, found.start - tail.length);
  }
}

/** "Last updated at: " */
function isPosted(words: string, language: Lexicon): boolean {
  const { at, posted } = readers(language);
  const cursor = new WordCursor(folded(words));
  if (!cursor.word(posted)) return false;
  cursor.words(at, 1);
  cursor.sign(":");
  return cursor.isDone();
}

/** "Time to detect", "Before (": of a length, of something planned, or of the note itself. */
function isUnlikeLabel(words: string, language: Lexicon): boolean {
  return holdsAny(words.trimEnd().slice(-1), "([") || readers(language).unlike.isIn(textWords(folded(words)));
}

const aroundNumber = "#.:-0123456789()[]【】";

/** Whether a label says only that a report on the state of things follows: "Status update #3", `【第3報】`. */
export function isUpdate(label: string, language: Lexicon): boolean {
  const { update } = readers(language);
  const words = Array.from(folded(label))
    .filter((char) => !aroundNumber.includes(char))
    .join("")
    .trim();
  return update.whole(words) !== null || update.whole(words.slice(words.indexOf(" ") + 1)) !== null;
}

/** The same above no section of its own, where "Last update" tells how old the text is. */
export function isNews(label: string, language: Lexicon): boolean {
  const { report, update } = readers(language);
  const words = folded(withoutTail(label, " *_:"));
  return isUpdate(label, language) && (update.whole(words) !== null || report.whole(words) === null);
}

/** Whether a label is of the usual ones for what happens in an incident. */
export function namesHappening(label: string, language: Lexicon): boolean {
  return readers(language).happening.isIn(textWords(folded(label)));
}

/** A heading with its time in parentheses at the end: "Issues reported (12:00)". */
export function readTrailing(source: string, language: Lexicon): Line | null {
  const open = source.lastIndexOf("(");
  const inner = open > 0 && source.trimEnd().endsWith(")") ? readLine(source.slice(open), language) : null;
  if (inner?.stamp.kind !== "time" || inner.text.start < inner.text.end) return null;
  return {
    stamp: shifted(inner.stamp, open),
    text: { start: 0, end: source.slice(0, open).trimEnd().length },
    form: "bare",
  };
}

/** The first stamp behind a label, which may hold no digits itself. */
function firstStamp(text: string, start: number, language: Lexicon): Stamp | null {
  const token = /\d|[A-Za-z]+/g;
  token.lastIndex = start;
  for (let word = token.exec(text); word !== null && word.index < start + longestLabel; word = token.exec(text)) {
    const isDigit = hasDigit(word[0]);
    const stamp =
      isDigit || names(language).at(folded(word[0]), 0) !== null ? readStamp(text, word.index, language) : null;
    if (stamp !== null && stamp.kind !== "elapsed") return stamp;
    // "Update #3", "Update 3"
    if (isDigit && !isNumbered(text.slice(start, word.index), language)) return null;
  }
  return null;
}

function isNumbered(before: string, language: Lexicon): boolean {
  return (
    before.endsWith("#") ||
    before.endsWith("第") ||
    (before.endsWith(" ") && readers(language).update.ending(lastWords(folded(before))) !== null)
  );
}

const tag = opening("<", /<\/[A-Za-z]{1,10}>|<br ?\/?>/y);

/** Where the words behind a time begin: behind the marks that close around it and the signs that part them. */
function textStart(source: string, end: number): number {
  let at = end;
  let behindBlank = false;
  while (at < source.length) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (isWhitespace(char.charCodeAt(0))) behindBlank = true;
    else if (char === "(" && source.charAt(at - 1) === "]" && !behindBlank) {
      const close = source.indexOf(")", at);
      if (close < 0) break;
      at = close;
    } else if (holdsAny(char, ")]}:|>;,→–—：）］、，") || (holdsAny(char, "-.") && isMadeOf(next, "*_`-")))
      behindBlank = false;
    else if (holdsAny(char, "*_`=~")) {
      const scanner = new Scanner(source, at);
      scanner.run("*_`=~");
      const end = scanner.at;
      if (behindBlank && !isMadeOf(source.charAt(end), ":|–—")) break;
      at = end - 1;
    } else {
      const closing = matchAt(tag, source, at);
      if (closing === null) break;
      at += closing[0].length - 1;
    }
    at += 1;
  }
  return at;
}

const twins = ["**", "__", "==", "~~", "`", "*", "_"];
const pairs = [
  ["}}", "{{"],
  ["]", "["],
  [")", "("],
] as const;

/** Without blanks, the block id, and marks at the end whose counterpart stands before the text. */
function trimmed(source: string, from: number, to: number): Span {
  const whole = source.slice(from, to);
  let text = bareEnd(withoutBlockId(bareEnd(bareEnd(whole).replace(/<br ?\/?>$/, ""))));
  for (let step = 0; step < 3; step += 1) {
    const mark = danglingMark(text);
    if (mark === null) break;
    text = text.slice(0, -mark.length).trimEnd();
  }
  const start = from + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, from + text.length) };
}

/** Without blanks and bars at the end. */
function bareEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isMadeOf(text.charAt(end - 1), "|")) end -= 1;
  return text.slice(0, end);
}

function danglingMark(text: string): string | null {
  const twin = twins.find((mark) => text.endsWith(mark));
  if (twin !== undefined) return text.split(twin).length % 2 === 0 ? twin : null;
  for (const [close, open] of pairs) {
    if (text.endsWith(close)) return text.split(close).length > text.split(open).length ? close : null;
  }
  return null;
}
