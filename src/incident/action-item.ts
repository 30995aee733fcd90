import type { Note } from "../note/note";
import type { Place, Span } from "../note/span";
import { readMarks, type DatedMark, type MalformedMark, type Priority } from "./action-marks";
import { readOwners, type IsPerson } from "./action-owner";
import { actionTexts, type ActionText } from "./action-text";
import { readTicket } from "./action-ticket";
import type { PostmortemSection } from "./sections";
import type { Settings } from "./settings";

export type { DatedMark, MalformedMark } from "./action-marks";

/** Something that is to be done after an incident: a checklist line under the action section. */
export interface ActionItem {
  /** From the list mark to the end of the item's text. */
  readonly place: Place;
  /** Without task box, owner, dates and other marks; links as their shown text. */
  readonly text: string;
  readonly textSpan: Span;
  /** The character between the brackets. */
  readonly mark: string;
  /** The place of that character; null for the row of a table. */
  readonly markSpan: Span | null;
  readonly done: boolean;
  /** Given up: neither open nor done. */
  readonly cancelled: boolean;
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
  /** Says nothing yet: empty, `TODO`, `<action>`. */
  readonly placeholder: boolean;
  /** Index of the action item that this one is nested in, or -1. */
  readonly parent: number;
  /** Marks that were meant but cannot be read: `📅 2024-13-40`. */
  readonly malformed: readonly MalformedMark[];
}

const nothing = /^(?:(?:todo|tb[acd]|fixme|xxx|wip|action(?: item)?s?|task|description|placeholder)(?: ?\d{1,3})?|<[^<>]*>|\{\{[^{}]*\}\}|\[[^[\]]*\]|[.…?_-]*)[.:!]*$/i;

/** The action items of a postmortem: the checklist lines under its action section, nested ones too. */
export function readActions(note: Note, sections: readonly PostmortemSection[], settings: Settings, isPerson: IsPerson = () => null): readonly ActionItem[] {
  const bodies = sections.filter((section) => section.id === "action-items").map((section) => section.body);
  if (bodies.length === 0) return [];
  const textAt = actionTexts(note);
  const blockIds = new Map([...note.blocks.values()].map((block) => [block.item, block.idSpan]));
  const actions: ActionItem[] = [];
  /** For each list item, the nearest action item at or above it. */
  const owningAction: number[] = [];
  let body = 0;
  for (const [index, item] of note.listItems.entries()) {
    while (item.span.start >= (bodies[body]?.end ?? Infinity)) body++;
    const parent = owningAction[item.parent] ?? -1;
    const isAction = item.task !== null && item.span.start >= (bodies[body]?.start ?? Infinity);
    owningAction.push(isAction ? actions.length : parent);
    if (!isAction) continue;
    const idSpan = blockIds.get(index);
    const words = readWords(textAt(item.textSpan), idSpan ? [idSpan] : [], isPerson);
    actions.push({
      place: { path: note.path, span: { start: item.span.start, end: Math.max(item.textSpan.end, item.marker.end) } },
      ...words,
      textSpan: item.textSpan,
      mark: item.task.mark,
      markSpan: item.task.span,
      done: settings.doneMarks.includes(item.task.mark),
      cancelled: settings.cancelledMarks.includes(item.task.mark),
      parent,
    });
  }
  return actions;
}

/** What the words of an item say, wherever they stand. */
function readWords(text: ActionText, cut: readonly Span[], isPerson: IsPerson): Pick<ActionItem, "text" | "owners" | "ownerSpans" | "due" | "scheduled" | "start" | "created" | "doneOn" | "cancelledOn" | "priority" | "type" | "ticket" | "placeholder" | "malformed"> {
  const marks = readMarks(text);
  const { owners, spans } = readOwners(text, marks, isPerson);
  const wording = plainWording(text, [...marks.spans, ...spans, ...text.comments, ...cut]);
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
    placeholder: wording.length < 80 && nothing.test(wording),
    malformed: marks.malformed,
  };
}

/** The text without the given spans and what is left around them, in one line, links as what they show. */
function plainWording(text: ActionText, cut: readonly Span[]): string {
  const replaced = [...cut.map((span) => ({ span, by: " " })), ...text.links.map((link) => ({ span: link.span, by: link.display }))];
  const pieces: string[] = [];
  let position = text.start;
  for (const { span, by } of replaced.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (span.start < position) continue;
    pieces.push(text.source.slice(position - text.start, span.start - text.start), by);
    position = span.end;
  }
  const words = pieces.join("") + text.source.slice(position - text.start);
  const line = words.replace(/\n[\s>]*/g, " ").replace(/\([\s,]*\)|\[[\s,]*\]/g, " ").replace(/\s+/g, " ");
  return withoutLooseEnds(line.trim());
}

/** Without the punctuation that led to what was cut at either end. */
function withoutLooseEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && /[\s,;:|–—]/.test(text.charAt(start))) start++;
  // A dash or colon at the end counts when it stands alone; one that ends a word belongs to it.
  while (end > start && (/[\s,;|–—→]/.test(text.charAt(end - 1)) || (/[-:*_.]/.test(text.charAt(end - 1)) && text.charAt(end - 2) === " "))) end--;
  return text.slice(start, end);
}
