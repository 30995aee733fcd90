import { Scanner, holdsAny, isMadeOf, singleSpaced, withoutEnd } from "../../base";
import { english, perLanguage, textWords, unaccented, wordTable, wordTree } from "../../language";
import type { Lexicon } from "../../language";
import type { Span } from "../../base";
import { maskedText } from "../../note";
import type { Note } from "../../note";
import { placeholderIn } from "../unfilled/placeholder";
import type { DatedMark, InlineField, MalformedMark, Priority } from "./marks";
import { readMarks } from "./marks";
import type { IsPerson } from "./owner";
import { readOwners } from "./owner";
import type { ActionText } from "./text";
import { readTicket } from "./ticket";

/** What the words of an action item say, in whatever form it is written. */
export interface ActionContent {
  /** Without task box, owner, dates and other marks; links as their shown text. */
  readonly text: string;
  /** Names, without brackets or `@`, in the order of the text. */
  readonly owners: readonly string[];
  /** Where those names stand: whole links and handles. */
  readonly ownerSpans: readonly Span[];
  readonly due: DatedMark | null;
  readonly scheduled: DatedMark | null;
  readonly start: DatedMark | null;
  readonly created: DatedMark | null;
  readonly doneOn: DatedMark | null;
  readonly cancelledOn: DatedMark | null;
  readonly priority: Priority | null;
  /** Prevent, mitigate and so on, from `[type:: …]`. */
  readonly type: string | null;
  /** Ticket id or address. */
  readonly ticket: string | null;
  /** From `[reason:: …]`: why it was given up. */
  readonly reason: string | null;
  /** What showed that it works, from `[verified-by:: …]`. */
  readonly verifiedBy: string | null;
  /** `[ticket-state:: …]`: what an import of tickets found, where the box says otherwise. */
  readonly ticketState: InlineField | null;
  /** Says nothing yet: empty, `TODO`, `<action>`. */
  readonly placeholder: boolean;
  /** Marks that were meant but cannot be read: `📅 2024-13-40`. */
  readonly malformed: readonly MalformedMark[];
}

/** The words of a language. */
const readers = perLanguage(({ actions, placeholders }) => ({
  because: wordTable(actions.because),
  empty: wordTree([...placeholders.filler, ...actions.columns.text, "xxx"]),
}));

const enclosures = [
  ["<", ">"],
  ["{{", "}}"],
  ["[", "]"],
] as const;

/** Whether the words of an item say nothing: none, `...`, `TODO`, "Action item 1", `<action>`. */
function saysNothing(wording: string, language: Lexicon): boolean {
  if (withoutEnd(wording, ".…?_:!-") === "") return true;
  const bare = withoutEnd(wording, ".:!");
  if (enclosures.some((marks) => isEnclosed(bare, marks))) return true;
  const scanner = new Scanner(unaccented(bare));
  if (readers(language).empty.take(scanner) === undefined) return false;
  scanner.sign(" ");
  scanner.digits(1, 3);
  return scanner.isDone();
}

function isEnclosed(text: string, [open, close]: readonly [open: string, close: string]): boolean {
  const inner = text.slice(open.length, -close.length);
  return text.startsWith(open) && text.endsWith(close) && !holdsAny(inner, open + close);
}

/** Reads the words of an action item. */
export function readWords(text: ActionText, isPerson: IsPerson, language: Lexicon = english): ActionContent {
  const marks = readMarks(text, language);
  const { owners, spans } = readOwners(text, marks, isPerson, language);
  const wording = plainWording(text, [...marks.spans, ...spans, ...text.asides]);
  return {
    text: wording,
    owners: [...new Set(owners.map((owner) => owner.name))],
    ownerSpans: owners.map((owner) => owner.span),
    due: marks.dates.due ?? null,
    scheduled: marks.dates.scheduled ?? null,
    start: marks.dates.start ?? null,
    created: marks.dates.created ?? null,
    doneOn: marks.dates.completion ?? null,
    cancelledOn: marks.dates.cancelled ?? null,
    priority: marks.priority,
    type: marks.fields.find((field) => field.key === "type" && field.value !== "")?.value ?? null,
    ticket: readTicket(text, marks.fields),
    reason: marks.fields.find(({ key, value }) => key === "reason" && value !== "")?.value ?? null,
    verifiedBy: marks.fields.find(({ key, value }) => verifiedKeys.has(key) && value !== "")?.value ?? null,
    ticketState: marks.fields.find(({ key }) => key === "ticket-state") ?? null,
    placeholder: wording.length < 80 && saysNothing(wording, language),
    malformed: marks.malformed,
  };
}

const verifiedKeys: ReadonlySet<string> = new Set(["verified-by", "verified by", "verified"]);
/** A remark behind a dash or a colon, or in brackets at the end. */
const remark = /\S(?: [-–—] ?|—|[:：;；] ?)\S|[)）]$/u;

/** Whether an item says why beside what: by a field, in brackets or behind a dash, or by a word such as "because". */
export function givesReason({ reason, text }: ActionContent, language: Lexicon): boolean {
  return reason !== null || remark.test(text) || readers(language).because.isIn(textWords(text));
}

/** Whether the words of an action item, which stand at `textSpan`, say what is to be done. */
export function isWritten(note: Note, textSpan: Span, { placeholder }: ActionContent): boolean {
  return !placeholder && placeholderIn(maskedText(note).slice(textSpan.start, textSpan.end)) === null;
}

/** The text without the given spans and what is left around them, in one line, links as what they show. */
function plainWording(text: ActionText, cut: readonly Span[]): string {
  const replaced = [
    ...cut.map((span) => ({ span, by: " " })),
    ...text.links.map((link) => ({ span: link.span, by: link.display })),
  ];
  const pieces: string[] = [];
  let position = text.start;
  for (const { span, by } of replaced.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (span.start < position) continue;
    pieces.push(text.source.slice(position - text.start, span.start - text.start), by);
    position = span.end;
  }
  const words = pieces.join("") + text.source.slice(position - text.start);
  const line = words
    .replace(/\n[\s>]*/g, " ")
    .replace(/(\*\*|__)\s{1,9}\1/g, " ")
    .replace(/[(（][\s,，、;；]+[)）]|\[[\s,]+\]/g, " ")
    .replace(/[,，、;；]\s*(?=[)）])|([(（])[\s,，、;；]+/g, "$1");
  return withoutLooseEnds(singleSpaced(line).trim());
}

/** Without the punctuation that led to what was cut at either end. */
function withoutLooseEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isMadeOf(text.charAt(start), ",;:|–—、，；：")) start++;
  // A dash, also as two hyphens, or a colon at the end counts when it stands alone; one that ends a word belongs to it.
  while (
    end > start &&
    (isMadeOf(text.charAt(end - 1), ",;|–—→、，；") ||
      (holdsAny(text.charAt(end - 1), "-:*_.") && text.charAt(end - 2) === " ") ||
      text.slice(start, end).endsWith(" --"))
  )
    end--;
  return text.slice(start, end);
}
