import { withoutBlockId } from "../../note";
import { anySpelling, english, perLanguage } from "../../language";
import type { Lexicon } from "../../language";
import { keysOf, matchesOf, withoutTail, hasDigit, hasLetter } from "../../base";
import { isDay } from "../properties/date";
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

/**
 * Tasks' signs with a value that is no date: recurrence, what happens on completion, ids of six letters. As plain emoji
 * they are let be.
 */
const otherSign =
  /(?:🔁\uFE0F?[ \t]*every\b[\w, -]*|🏁\uFE0F?[ \t]*(?:delete|keep)\b|[🆔⛔]\uFE0F?[ \t]*[a-z0-9]{6}\b(?:, ?[a-z0-9]{6}\b){0,9})/gu;
const dateSign = /([📅📆🗓⏳⌛🛫➕✅❌])\uFE0F?[ \t]*([^\s\p{Extended_Pictographic}]{0,40})/gu;
const prioritySign = /([🔺⏫🔼🔽⏬])\uFE0F?|[[(](P[0-4])[\])]/gu;
/** An unclosed one ends with the line. */
const inlineField =
  /\[[ \t]{0,4}([A-Za-z][\w -]{0,30})::([^[\]\n]*)(\]?)|\([ \t]{0,4}([A-Za-z][\w -]{0,30})::([^()\n]*)(\)?)/g;
const kanbanDate = /@(?:\{([^{}\n]{0,40})\}|\uFDD1+)/g;
const wordedDue = perLanguage(
  ({ actions }) =>
    new RegExp(
      String.raw`(^|[^\p{L}\p{N}])${anySpelling(actions.due)}[ \t]*(?:[:：][ \t]*)?(\d{4}-\d{2}-\d{2})(?![\w-])`,
      "iu",
    ),
);
const looksLikeDate = /^(?:\d{4}[-/.]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2})/;

/** Something that a mark has; most items have none, and are done with one look. Code and links do not count. */
const anyMark = /[^ -~\s\uFDD0\uFDD1]|::|@|\bdue\b|deadline|\bby\b|[[(]P\d/i;
/** A unit of one of the signs. */
const anySign = /[\u2300-\u27bf\ud83c\ud83d]/;
const anyPriority = /[[(]P\d/;
const noMarks: ActionMarks = {
  dates: {},
  priority: null,
  prioritySpan: null,
  fields: [],
  malformed: [],
  spans: [],
};

/**
 * Reads the marks of an action item: Tasks' emoji, Dataview's inline fields, the Kanban plugin's
 * `@{date}`, and "due 2024-05-01" in words. What was meant as a mark but cannot be read is reported.
 */
export function readMarks(text: ActionText, language: Lexicon = english): ActionMarks {
  if (!anyMark.test(text.masked) && language.id === "en") return noMarks;
  const { masked } = text;
  const mayHoldSigns = anySign.test(masked);
  const written = masked.includes("::") ? matchesOf(inlineField, masked) : [];
  const fields = inlineFields(text, written);
  const dates: Partial<Record<DateKind, DatedMark>> = {};
  const malformed: MalformedMark[] = unclosedFields(text, written);
  const dated = [
    ...(mayHoldSigns ? signDates(text) : []),
    ...fieldDates(fields),
    ...(masked.includes("@") ? kanbanDates(text) : []),
  ];
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

  const said = [...(mayHoldSigns || anyPriority.test(masked) ? signPriorities(text) : []), ...fieldPriorities(fields)];
  for (const { span, priority, written } of said)
    if (priority === null) malformed.push({ span, message: `\`${written}\` is not a priority` });
  const others = !mayHoldSigns
    ? []
    : matchesOf(otherSign, masked).map((match) => spanIn(text, match.index, match[0].trimEnd().length));
  const stated = said.find((mark) => mark.priority !== null);
  return {
    dates,
    priority: stated?.priority ?? null,
    prioritySpan: stated?.span ?? null,
    fields,
    malformed: malformed.sort((a, b) => a.span.start - b.span.start),
    spans: [...dated, ...said, ...fields, ...(worded ? [worded] : [])].map((mark) => mark.span).concat(others),
  };
}

interface WrittenDate {
  readonly kind: DateKind;
  readonly written: string;
  readonly span: Span;
}

function signDates(text: ActionText): readonly WrittenDate[] {
  const wordsEnd = lastLetterEnd(text.masked);
  return matchesOf(dateSign, text.masked).flatMap((match): WrittenDate[] => {
    const [whole, sign = "", word = ""] = match;
    const kind = dateSigns[sign];
    const at = match.index + whole.length - word.length;
    const written = dateWord(text, at, word);
    // Only a calendar sign may mean a date without one behind it: at the end, and before a word such as "Friday". The
    // others serve as plain emoji, and so does any sign that opens a text or stands among its words.
    const isEnd = match.index + whole.length >= wordsEnd;
    const before = text.masked.slice(Math.max(0, match.index - 24), match.index);
    const mayBeDue = kind === "due" && match.index > 0 && !isBehindArticle(before);
    const meant = looksLikeDate.test(written) || (mayBeDue && (written === "" || isEnd || isDayWord(written)));
    return kind && meant
      ? [
          {
            kind,
            written,
            span: spanIn(
              text,
              match.index,
              written === "" ? sign.length : whole.length - word.length + dateLength(word),
            ),
          },
        ]
      : [];
  });
}

/** Behind the last letter of a text, its block id left out; 0 where it has none. */
function lastLetterEnd(text: string): number {
  let end = withoutBlockId(text).length;
  while (end > 0 && !hasLetter(text.charAt(end - 1))) end--;
  return end;
}

/** "Fix the 📅 picker": behind such a word the sign is one of the words. */
function isBehindArticle(before: string): boolean {
  const word =
    before
      .trimEnd()
      .split(/[^A-Za-z]/)
      .at(-1) ?? "";
  return english.common.includes(word.toLowerCase());
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
  const target = text.links.find((link) => link.span.start === text.start + at)?.target ?? "";
  return target.slice(target.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

function kanbanDates(text: ActionText): readonly WrittenDate[] {
  return matchesOf(kanbanDate, text.masked).flatMap((match): WrittenDate[] => {
    const written = (match[1] ?? linkedDay(text, match.index + 1)).trim();
    return looksLikeDate.test(written)
      ? [{ kind: "due", written, span: spanIn(text, match.index, match[0].length) }]
      : [];
  });
}

function inlineFields(text: ActionText, written: readonly RegExpExecArray[]): readonly InlineField[] {
  return written.flatMap((match): InlineField[] => {
    const key = match[1] ?? match[4] ?? "";
    const close = match[3] ?? match[6] ?? "";
    if (close === "") return [];
    const start = match.index + match[0].indexOf("::") + 2;
    const value = text.source.slice(start, match.index + match[0].length - 1);
    return [
      {
        key: key.trim().toLowerCase(),
        value: value.trim(),
        span: spanIn(text, match.index, match[0].length),
        valueSpan: spanIn(text, start, value.length),
      },
    ];
  });
}

function unclosedFields(text: ActionText, written: readonly RegExpExecArray[]): MalformedMark[] {
  return written.flatMap((match): MalformedMark[] => {
    const key = (match[1] ?? match[4] ?? "").trim();
    if ((match[3] ?? match[6]) !== "" || !(key.toLowerCase() in dateFields)) return [];
    return [
      {
        span: spanIn(text, match.index, match[0].trimEnd().length),
        message: `\`${match[0].charAt(0)}${key}::\` is not closed`,
      },
    ];
  });
}

function fieldDates(fields: readonly InlineField[]): readonly WrittenDate[] {
  return fields.flatMap(({ key, value, span }): WrittenDate[] => {
    const kind = Object.hasOwn(dateFields, key) ? dateFields[key] : undefined;
    const written = /^\[\[([^[\]|]*)/.exec(value)?.[1]?.replace(/^.*\//, "") ?? value;
    return kind && written !== "" ? [{ kind, written, span }] : [];
  });
}

/** "due 2024-05-01", "(by 2024-05-01)"; with the parentheses around it. */
function dueInWords(text: ActionText, language: Lexicon): DatedMark | null {
  const match = wordedDue(language).exec(text.masked);
  if (!match) return null;
  const [whole, lead = "", date = ""] = match;
  const start = match.index + lead.length;
  const length = whole.length - lead.length;
  const enclosed = lead === "(" && text.masked.charAt(start + length) === ")";
  return { date, span: enclosed ? spanIn(text, start - 1, length + 2) : spanIn(text, start, length) };
}

interface WrittenPriority {
  readonly priority: Priority | null;
  readonly written: string;
  readonly span: Span;
}

function signPriorities(text: ActionText): readonly WrittenPriority[] {
  return matchesOf(prioritySign, text.masked).map((match) => {
    const written = match[1] ?? match[2] ?? "";
    return {
      priority: prioritySigns[written] ?? priorityNamed(written),
      written,
      span: spanIn(text, match.index, match[0].length),
    };
  });
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

function spanIn(text: ActionText, at: number, length: number): Span {
  return { start: text.start + at, end: text.start + at + length };
}
