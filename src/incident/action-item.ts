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
  /** The character between the brackets; for a row the one that says what its status column says. */
  readonly mark: string;
  /** The place of that character; null for a row. */
  readonly markSpan: Span | null;
  readonly done: boolean;
  /** Given up: neither open nor done. */
  readonly cancelled: boolean;
  /** Index of the action item that this one is nested in, or -1. */
  readonly parent: number;
}

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
    const isAction = item.task !== null && inBodies(item.span);
    owningAction.push(isAction ? actions.length : parent);
    if (!isAction) continue;
    actions.push({
      place: { path: note.path, span: { start: item.span.start, end: Math.max(item.textSpan.end, item.marker.end) } },
      ...readWords(textAt(item.textSpan), isPerson),
      textSpan: item.textSpan,
      mark: item.task.mark,
      markSpan: item.task.span,
      done: settings.doneMarks.includes(item.task.mark),
      cancelled: settings.cancelledMarks.includes(item.task.mark),
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
