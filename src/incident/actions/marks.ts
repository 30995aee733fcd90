import { withoutBlockId } from "../../note";
import { english, folded, lastWords, perLanguage, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import {
  once,
  Scanner,
  charAt,
  hasDigit,
  hasLetter,
  holdsAny,
  isAnyLetterOrDigit,
  isWhitespace,
  keysOf,
  withoutTail,
  isWordly,
  withoutEnd,
} from "../../base";
import { noteName } from "../../vault";
import { dayOf, findStamps, formatDay } from "../../time";
import { daysIn, isDay } from "../properties/date";
import type { ActionText } from "./text";
import { linkUnit } from "./text";
import type { Span } from "../../base";

/** The dates that an action item can carry, by the names that Tasks gives them in Dataview's format. */
export type DateKind = "due" | "scheduled" | "start" | "created" | "completion" | "cancelled";

/** The most urgent first. */
export const priorities = ["highest", "high", "medium", "low", "lowest"] as const;

export type Priority = (typeof priorities)[number];

/** `YYYY-MM-DD` and the place of the mark that states it, sign or brackets included. */
export interface DatedMark {
  readonly date: string;
  readonly span: Span;
}

/** Something that was meant as a mark but cannot be read. */
export interface MalformedMark {
  readonly span: Span;
  readonly message: string;
}

/** `[key:: value]` or `(key:: value)`; the key in lower case. */
export interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** What the marks of an action item say. */
export interface ActionMarks {
  readonly dates: Readonly<Partial<Record<DateKind, DatedMark>>>;
  readonly priority: Priority | null;
  /** Where it is said; null for nowhere. */
  readonly prioritySpan: Span | null;
  readonly fields: readonly InlineField[];
  readonly malformed: readonly MalformedMark[];
  /** Everything that is no part of the item's wording, in no particular order. */
  readonly spans: readonly Span[];
}

/** Tasks' signs; each may be followed by the variation selector U+FE0F. */
const dateSigns: Readonly<Record<string, DateKind>> = {
  "📅": "due",
  "📆": "due",
  "🗓": "due",
  "⏳": "scheduled",
  "⌛": "scheduled",
  "🛫": "start",
  "➕": "created",
  "✅": "completion",
  "❌": "cancelled",
};
const prioritySigns: Readonly<Record<string, Priority>> = {
  "🔺": "highest",
  "⏫": "high",
  "🔼": "medium",
  "🔽": "low",
  "⏬": "lowest",
};
/** The sign that Tasks writes for a priority. */
export function signOfPriority(priority: Priority): string {
  return keysOf(prioritySigns).find((sign) => prioritySigns[sign] === priority) ?? "";
}

const priorityNames: Readonly<Record<string, Priority>> = {
  highest: "highest",
  high: "high",
  medium: "medium",
  low: "low",
  lowest: "lowest",
  p0: "highest",
  p1: "high",
  p2: "medium",
  p3: "low",
  p4: "lowest",
};
const dateFields: Readonly<Record<string, DateKind>> = {
  due: "due",
  "due-date": "due",
  "due date": "due",
  deadline: "due",
  scheduled: "scheduled",
  start: "start",
  created: "created",
  completion: "completion",
  completed: "completion",
  done: "completion",
  cancelled: "cancelled",
};

/** A sign of Tasks' where it stands in a text, with the selector behind it. */
interface Sign extends Span {
  readonly sign: string;
}

/** No sign has a lower code. */
const firstSign = 0x2300;

/** Whatever may be a sign, in the order of a text. */
function signsIn(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < firstSign) continue;
    const sign = charAt(text, at);
    const start = at;
    at += sign.length - 1;
    if (isPictograph(sign)) signs.push({ sign, start, end: text.startsWith("\uFE0F", at + 1) ? at + 2 : at + 1 });
  }
  return signs;
}

const pictograph = /\p{Extended_Pictographic}/u;

function isPictograph(char: string): boolean {
  return pictograph.test(char);
}

/** What Tasks' signs have behind them whose value is no date. As plain emoji they are let be. */
const otherValues: Readonly<Record<string, (scanner: Scanner) => boolean>> = {
  "🔁": takeRecurrence,
  "🏁": (scanner) => ["delete", "keep"].includes(scanner.over(isWordly)),
  "🆔": takeIds,
  "⛔": takeIds,
};

/** "every week on Monday" */
function takeRecurrence(scanner: Scanner): boolean {
  if (scanner.over(isWordly) !== "every") return false;
  scanner.over((char) => isWordly(char) || ", -".includes(char));
  return true;
}

const mostIds = 10;

/** `abc123, def456`: ids of six letters or digits. */
function takeIds(scanner: Scanner): boolean {
  for (let count = 0; count < mostIds; count++) {
    const next = scanner.fork();
    if (count > 0 && next.sign(",") !== "") next.sign(" ");
    if (!isId(next.over(isWordly))) return count > 0;
    scanner.at = next.at;
  }
  return true;
}

function isId(word: string): boolean {
  return word.length === 6 && word === word.toLowerCase() && !word.includes("_");
}

/** An inline field as it is written; an unclosed one ends with the line. Offsets count in the text of the item. */
interface WrittenField extends Span {
  /** As written, with its bracket: `[due`. */
  readonly opening: string;
  readonly value: number;
  readonly isClosed: boolean;
}

/** The inline field that begins at an offset. */
function fieldAt(text: string, start: number): WrittenField | null {
  const scanner = new Scanner(text, start);
  const bracket = scanner.sign("[(");
  if (bracket === "") return null;
  scanner.run(" \t", 4);
  if (!scanner.isLetter()) return null;
  const key = scanner.over((char) => isWordly(char) || " -".includes(char), 1, 31);
  if (!scanner.literal("::")) return null;
  const value = scanner.at;
  const brackets = bracket === "[" ? "[]" : "()";
  scanner.upTo(`${brackets}\n`);
  const isClosed = scanner.sign(brackets.slice(1)) !== "";
  return { opening: bracket + key.trim(), start, value, end: scanner.at, isClosed };
}

function fieldsIn(text: string): readonly WrittenField[] {
  const fields: WrittenField[] = [];
  if (!text.includes("::")) return fields;
  for (let at = 0; at < text.length; at++) {
    const field = fieldAt(text, at);
    if (field === null) continue;
    fields.push(field);
    at = field.end - 1;
  }
  return fields;
}

/** "due", "by" before a day. */
const due = perLanguage(({ actions }) => wordTable(actions.due));
const dueBehind = perLanguage(({ actions }) => wordTable(actions.dueBehind));
/** Within so many UTF-16 units before a day. */
const reachOfDue = 60;

/** Behind one of these a sign is one of the words: "Fix the 📅 picker". */
const articles = once(() => wordTable(english.common));

/** Whether a text begins with numbers as those of a date, `2024-3` or `3.4.24`. */
function looksLikeDate(text: string): boolean {
  const scanner = new Scanner(text);
  if (scanner.digits(4) !== "") return scanner.isAtDigitBehind("-/.");
  return [1, 2].every(() => scanner.digits(1, 2) !== "" && scanner.sign("-/.") !== "") && scanner.digits(2) !== "";
}

/**
 * Reads the marks of an action item: Tasks' emoji, Dataview's inline fields, the Kanban plugin's
 * `@{date}`, and "due 2024-05-01" in words. What was meant as a mark but cannot be read is reported.
 */
export function readMarks(text: ActionText, language: Lexicon = english): ActionMarks {
  const { masked } = text;
  const signs = signsIn(masked);
  const written = fieldsIn(masked);
  const fields = inlineFields(text, written);
  const dates: Partial<Record<DateKind, DatedMark>> = {};
  const malformed: MalformedMark[] = unclosedFields(text, written);
  const dated = [...signDates(text, signs), ...fieldDates(fields), ...kanbanDates(text)];
  for (const { kind, written, span } of dated) {
    const date = written.slice(0, 10);
    if (written === "") malformed.push({ span, message: `${kind} date is missing` });
    else if (!isDay(date) || hasDigit(written.charAt(10)))
      malformed.push({ span, message: `\`${written}\` is not a date` });
    else if (dates[kind]) malformed.push({ span, message: `\`${written}\` is a second ${kind} date` });
    else dates[kind] = { date, span };
  }
  const worded = dated.some((mark) => mark.kind === "due") ? null : dueInWords(text, language);
  if (worded && isDay(worded.date)) dates.due = worded;
  else if (worded) malformed.push({ span: worded.span, message: `\`${worded.date}\` is not a date` });

  const said = [...signPriorities(text, signs), ...fieldPriorities(fields)];
  for (const { span, priority, written } of said)
    if (priority === null) malformed.push({ span, message: `\`${written}\` is not a priority` });
  const stated = said.find((mark) => mark.priority !== null);
  return {
    dates,
    priority: stated?.priority ?? null,
    prioritySpan: stated?.span ?? null,
    fields,
    malformed: malformed.sort((a, b) => a.span.start - b.span.start),
    spans: [...dated, ...said, ...fields, ...(worded ? [worded] : [])]
      .map((mark) => mark.span)
      .concat(otherSigns(text, signs)),
  };
}

interface WrittenDate {
  readonly kind: DateKind;
  readonly written: string;
  readonly span: Span;
}

function signDates(text: ActionText, signs: readonly Sign[]): readonly WrittenDate[] {
  const { masked } = text;
  const wordsEnd = signs.length === 0 ? 0 : lastLetterEnd(masked);
  return signs.flatMap(({ sign, start, end }): WrittenDate[] => {
    const kind = dateSigns[sign];
    if (kind === undefined) return [];
    const scanner = new Scanner(masked, end);
    scanner.run(" \t");
    const { at } = scanner;
    const word = scanner.over(isOfDate, 0, 40);
    const written = dateWord(text, at, word);
    // Only a calendar sign may mean a date without one behind it: at the end, and before a word such as "Friday". The
    // others serve as plain emoji, and so does any sign that opens a text or stands among its words.
    const isEnd = scanner.at >= wordsEnd;
    const mayBeDue = kind === "due" && start > 0 && !isBehindArticle(masked.slice(Math.max(0, start - 24), start));
    const meant = looksLikeDate(written) || (mayBeDue && (written === "" || isEnd || isDayWord(written)));
    const length = written === "" ? sign.length : at - start + dateLength(word);
    return meant ? [{ kind, written, span: spanIn(text, start, length) }] : [];
  });
}

function isOfDate(char: string): boolean {
  return !isWhitespace(char.charCodeAt(0)) && !isPictograph(char);
}

/** Tasks' signs with a value that is no date. */
function otherSigns({ masked, ...text }: ActionText, signs: readonly Sign[]): readonly Span[] {
  return signs.flatMap(({ sign, start, end }) => {
    const scanner = new Scanner(masked, end);
    scanner.run(" \t");
    return otherValues[sign]?.(scanner) === true
      ? [spanIn(text, start, masked.slice(start, scanner.at).trimEnd().length)]
      : [];
  });
}

/** Behind the last letter of a text, its block id left out; 0 where it has none. */
function lastLetterEnd(text: string): number {
  let end = withoutBlockId(text).length;
  while (end > 0 && !hasLetter(text.charAt(end - 1))) end--;
  return end;
}

function isBehindArticle(before: string): boolean {
  return articles().ending(lastWords(folded(before))) !== null;
}

/** Whether a word begins to name a day, so that it is meant as a date. */
function isDayWord(word: string): boolean {
  const { months, weekdays, nextDay } = english.calendar;
  const folded = word.toLowerCase();
  return [...months, ...weekdays, nextDay].flat().some((name) => name.toLowerCase().split(" ", 1)[0] === folded);
}

/** The word without the punctuation behind it; a link to a daily note stands for its day. */
function dateWord(text: ActionText, at: number, word: string): string {
  if (word.startsWith(linkUnit)) return linkedDay(text, at);
  return word.slice(0, dateLength(word));
}

function dateLength(word: string): number {
  return withoutTail(word, "),.;:!?]").length;
}

function linkedDay(text: ActionText, at: number): string {
  return noteName(text.links.find((link) => link.span.start === text.start + at)?.target ?? "");
}

/** The Kanban plugin's `@{2024-05-01}` and `@[[2024-05-01]]`. */
function kanbanDates(text: ActionText): readonly WrittenDate[] {
  const { masked } = text;
  const dates: WrittenDate[] = [];
  for (let at = masked.indexOf("@"); at >= 0; at = masked.indexOf("@", at + 1)) {
    const scanner = new Scanner(masked, at + 1);
    const isLink = scanner.run(linkUnit) !== "";
    const written = isLink ? linkedDay(text, at + 1).trim() : bracedDay(scanner);
    if (looksLikeDate(written)) dates.push({ kind: "due", written, span: spanIn(text, at, scanner.at - at) });
  }
  return dates;
}

/** What stands next between braces; empty for nothing. */
function bracedDay(scanner: Scanner): string {
  if (scanner.sign("{") === "") return "";
  const written = scanner.upTo("{}\n", 40).trim();
  return scanner.sign("}") === "" ? "" : written;
}

function inlineFields(text: ActionText, written: readonly WrittenField[]): readonly InlineField[] {
  return written
    .filter(({ isClosed }) => isClosed)
    .map(({ opening, start, value: at, end }) => {
      const value = text.source.slice(at, end - 1);
      return {
        key: opening.slice(1).toLowerCase(),
        value: value.trim(),
        span: spanIn(text, start, end - start),
        valueSpan: spanIn(text, at, value.length),
      };
    });
}

function unclosedFields(text: ActionText, written: readonly WrittenField[]): MalformedMark[] {
  return written.flatMap(({ opening, start, end, isClosed }): MalformedMark[] =>
    isClosed || !Object.hasOwn(dateFields, opening.slice(1).toLowerCase())
      ? []
      : [
          {
            span: spanIn(text, start, text.masked.slice(start, end).trimEnd().length),
            message: `\`${opening}::\` is not closed`,
          },
        ],
  );
}

function fieldDates(fields: readonly InlineField[]): readonly WrittenDate[] {
  return fields.flatMap(({ key, value, span }): WrittenDate[] => {
    const kind = Object.hasOwn(dateFields, key) ? dateFields[key] : undefined;
    const scanner = new Scanner(value);
    const linked = scanner.literal("[[") ? scanner.upTo("[]|") : null;
    const written = linked === null ? value : linked.slice(linked.lastIndexOf("/") + 1);
    return kind && written !== "" ? [{ kind, written, span }] : [];
  });
}

/** A day in a text, as `YYYY-MM-DD`, and where it stands. */
interface DayInText extends Span {
  readonly date: string;
}

/** What looks like `2024-05-01`, though there may be no such day. */
function isoDaysIn(text: string): readonly DayInText[] {
  return [...daysIn(text)].map((start) => ({ date: text.slice(start, start + 10), start, end: start + 10 }));
}

/** "May 1, 2024", `1.5.2024`: days with their year, in the ways of a language. */
function otherDaysIn(text: string, language: Lexicon): readonly DayInText[] {
  return findStamps(text, language).flatMap((stamp) => {
    if (stamp.kind !== "date" || stamp.to !== null || stamp.date.kind !== "date") return [];
    const { year, month, day } = stamp.date;
    const dated = year === null ? null : dayOf({ year, month, day });
    return dated === null ? [] : { date: formatDay(dated), ...stamp.span };
  });
}

/** "due 2024-05-01", "(by May 1, 2024)"; with the parentheses around it. */
function dueInWords(text: ActionText, language: Lexicon): DatedMark | null {
  const { masked } = text;
  const isoDays = isoDaysIn(masked);
  for (const { date, start: at, end } of isoDays.length > 0 ? isoDays : otherDaysIn(masked, language)) {
    const next = masked.charAt(end);
    const last = dueEnd(masked, end, language);
    const start = isWordly(next) || next === "-" ? null : (dueBefore(masked, at, language) ?? (last > end ? at : null));
    if (start === null) continue;
    const isEnclosed = opens(masked, start - 1) && closes(masked, last);
    const span = isEnclosed ? spanIn(text, start - 1, last + 2 - start) : spanIn(text, start, last - start);
    return { date, span };
  }
  return null;
}

function opens(text: string, at: number): boolean {
  return at >= 0 && holdsAny(text.charAt(at), "(（");
}

function closes(text: string, at: number): boolean {
  return holdsAny(text.charAt(at), ")）");
}

/** Behind the word for "due" that stands right behind a day, and that nothing goes on with; else the end of the day. */
function dueEnd(text: string, day: number, language: Lexicon): number {
  const behind = folded(text.slice(day, day + longestBehind));
  const found = dueBehind(language).at(behind, new Scanner(behind).run(" ").length);
  return found === null || isAnyLetterOrDigit(behind.charAt(found.end)) ? day : day + found.end;
}

const longestBehind = 12;

/** Where the word for "due" begins that stands right before a day, with or without a colon; null for none. */
function dueBefore(text: string, day: number, language: Lexicon): number | null {
  const from = Math.max(0, day - reachOfDue);
  const before = withoutEnd(folded(text.slice(from, day)), " \t");
  const words = before.endsWith(":") ? withoutEnd(before.slice(0, -1), " \t") : before;
  const found = due(language).ending(lastWords(words));
  if (found === null || found.end < words.length || isAnyLetterOrDigit(words.charAt(found.start - 1))) return null;
  return from + found.start;
}

interface WrittenPriority {
  readonly priority: Priority | null;
  readonly written: string;
  readonly span: Span;
}

function signPriorities(text: ActionText, signs: readonly Sign[]): readonly WrittenPriority[] {
  const signed = signs.flatMap(({ sign, start, end }) => {
    const priority = prioritySigns[sign];
    return priority === undefined ? [] : [{ priority, written: sign, span: spanIn(text, start, end - start) }];
  });
  return [...signed, ...bracketedPriorities(text)].sort((a, b) => a.span.start - b.span.start);
}

/** `(P1)` and `[P1]` */
function bracketedPriorities(text: ActionText): readonly WrittenPriority[] {
  const { masked } = text;
  const found: WrittenPriority[] = [];
  for (let at = masked.indexOf("P"); at >= 0; at = masked.indexOf("P", at + 1)) {
    const written = masked.slice(at, at + 2);
    const priority = priorityNamed(written);
    if (priority !== null && holdsAny(masked.charAt(at - 1), "[(") && holdsAny(masked.charAt(at + 2), "])"))
      found.push({ priority, written, span: spanIn(text, at - 1, 4) });
  }
  return found;
}

function fieldPriorities(fields: readonly InlineField[]): readonly WrittenPriority[] {
  return fields.flatMap(({ key, value, span }): WrittenPriority[] => {
    const name = value.toLowerCase();
    // Tasks knows "normal" as the absence of a priority.
    if (key !== "priority" || name === "" || name === "normal" || name === "none") return [];
    return [{ priority: priorityNamed(name), written: value, span }];
  });
}

/** The priority of this name, `high` or `P1`, whatever its case; null for none. */
export function priorityNamed(name: string): Priority | null {
  const key = name.toLowerCase();
  return Object.hasOwn(priorityNames, key) ? (priorityNames[key] ?? null) : null;
}

function spanIn(text: Pick<ActionText, "start">, at: number, length: number): Span {
  return { start: text.start + at, end: text.start + at + length };
}
