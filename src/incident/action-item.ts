import type { Note } from "../note/note";
import type { Place, Span } from "../note/span";
import type { IsPerson } from "./action-owner";
import { tableActions } from "./action-table";
import { actionTexts } from "./action-text";
import { readWords, type ActionWords } from "./action-words";
import { firstIndex } from "./binary-search";
import type { PostmortemSection } from "./sections";
import type { Settings } from "./settings";

/** Something that is to be done after an incident: a checklist line, or a row of a table, under the action section. */
export interface ActionItem extends ActionWords {
  /** From the list mark to the end of the item's text, or the row. */
  readonly place: Place;
  readonly textSpan: Span;
  /** The character between the brackets; the one that says what a row's status column or a mark such as `[DONE]` says. */
  readonly mark: string;
  /** The place of that character; null for a row, and beside such a mark. */
  readonly markSpan: Span | null;
  readonly done: boolean;
  /** Given up: neither open nor done. */
  readonly cancelled: boolean;
  /** Index of the action item that this one is nested in, or -1. */
  readonly parent: number;
}

/** A state in words at the start of an item that has no box: done, given up, or neither. */
const stateMark = /^\[(?:(done|completed?|fixed|closed|resolved|shipped|merged)|(cancell?ed|dropped|rejected|won['’]?t (?:do|fix))|todo|to do|wip|doing|open|pending|planned|blocked|in progress|not started)\](?![([])[ :–—-]{0,4}/i;
const longestMark = 24;

/**
 * The action items of a postmortem in the order of the text: the checklist lines under its action
 * section, nested ones too, and the rows of tables there that have a column of actions and one of
 * owners, due dates, states, priorities or tickets.
 */
export function readActions(note: Note, sections: readonly PostmortemSection[], settings: Settings, isPerson: IsPerson = () => null): readonly ActionItem[] {
  const bodies = sections.filter((section) => section.id === "action-items").map((section) => section.body);
  if (bodies.length === 0) return [];
  const inBodies = withinAny(bodies);
  const textAt = actionTexts(note);
  const rows = note.tables.filter((table) => inBodies(table.span)).flatMap((table) => tableActions(note, table, textAt, settings, isPerson));
  const actions: ActionItem[] = [];
  /** For each list item, the nearest action item at or above it. */
  const owningAction: number[] = [];
  let row = 0;
  const addRowsBefore = (offset: number): void => {
    for (let next = rows[row]; next && next.place.span.start < offset; next = rows[++row]) actions.push(next);
  };
  for (const item of note.listItems) {
    addRowsBefore(item.span.start);
    const parent = owningAction[item.parent] ?? -1;
    const isInBody = inBodies(item.span);
    const marked = item.task === null && isInBody && note.text.charAt(item.textSpan.start) === "[" ? stateMark.exec(note.text.slice(item.textSpan.start, item.textSpan.start + longestMark)) : null;
    const isAction = isInBody && (item.task !== null || marked !== null);
    owningAction.push(isAction ? actions.length : parent);
    if (!isAction) continue;
    const mark = item.task?.mark ?? (marked?.[1] !== undefined ? settings.doneMarks[0] ?? "x" : marked?.[2] !== undefined ? settings.cancelledMarks[0] ?? "-" : " ");
    const textSpan = { start: item.textSpan.start + (marked?.[0].length ?? 0), end: item.textSpan.end };
    actions.push({
      place: { path: note.path, span: { start: item.span.start, end: Math.max(item.textSpan.end, item.marker.end) } },
      ...readWords(textAt(textSpan), isPerson),
      textSpan,
      mark,
      markSpan: item.task?.span ?? null,
      done: settings.doneMarks.includes(mark),
      cancelled: settings.cancelledMarks.includes(mark),
      parent,
    });
  }
  addRowsBefore(Infinity);
  return actions;
}

/** Whether a span begins in one of the bodies, which follow one another. */
function withinAny(bodies: readonly Span[]): (span: Span) => boolean {
  return ({ start }) => {
    const body = bodies[firstIndex(bodies, ({ end }) => end > start)];
    return body !== undefined && body.start <= start;
  };
}
