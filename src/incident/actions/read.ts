import type { Note } from "../../note";
import type { Span } from "../../base";
import type { ActionItem } from "./action";
import type { IsPerson } from "./owner";
import { cancelled, doneAlone, markOf, stateOfMark, tableActions } from "./table";
import { actionTexts } from "./text";
import { isWritten, readWords } from "./words";
import { firstIndex } from "../../base";
import type { PostmortemSection } from "../sections";
import type { Settings } from "../../settings";

/** A state in words at the start of an item that has no box. */
const stateMark = /^\[([A-Za-z'’ ]{2,16})\](?![([])[ :–—-]{0,4}/;
const open = /^(?:to ?do|wip|open|pending|planned|blocked|in progress)$/i;

/** What `[DONE] …` says, and where its words begin. */
function readState(text: string, settings: Settings): { readonly mark: string; readonly length: number } | null {
  const [whole, state = ""] = (text.startsWith("[") ? stateMark.exec(text) : null) ?? [];
  if (whole === undefined) return null;
  const said = doneAlone.test(state) ? "done" : cancelled.test(state) ? "cancelled" : open.test(state) ? "open" : null;
  return said && { mark: markOf(said, settings), length: whole.length };
}

/**
 * The action items of a postmortem in the order of the text: the checklist lines under its action
 * section, nested ones too, and the rows of tables there that have a column of actions and one of
 * owners, due dates, states, priorities or tickets.
 */
export function readActions(
  note: Note,
  sections: readonly PostmortemSection[],
  settings: Settings,
  isPerson: IsPerson = () => null,
): readonly ActionItem[] {
  const bodies = sections.filter((section) => section.id === "action-items").map((section) => section.body);
  if (bodies.length === 0) return [];
  const inBodies = withinAny(bodies);
  const textAt = actionTexts(note);
  const rows = note.tables
    .filter((table) => inBodies(table.span))
    .flatMap((table) => tableActions(note, table, { textAt, settings, isPerson }));
  const actions: ActionItem[] = [];
  /** For each list item, the nearest action item at or above it. */
  const owningAction: (number | null)[] = [];
  let row = 0;
  const addRowsBefore = (offset: number): void => {
    for (let next = rows[row]; next && next.place.span.start < offset; next = rows[++row]) actions.push(next);
  };
  for (const item of note.listItems) {
    addRowsBefore(item.span.start);
    const parent = owningAction[item.parent] ?? null;
    const isInBody = inBodies(item.span);
    const state =
      isInBody && item.task === null
        ? readState(note.text.slice(item.textSpan.start, item.textSpan.start + 24), settings)
        : null;
    const isPlain = isInBody && settings.plainActionItems && parent === null;
    const mark = isInBody ? (item.task?.mark ?? state?.mark ?? (isPlain ? " " : undefined)) : undefined;
    owningAction.push(mark === undefined ? parent : actions.length);
    if (mark === undefined) continue;
    const textSpan = { start: item.textSpan.start + (state?.length ?? 0), end: item.textSpan.end };
    const words = readWords(textAt(textSpan), isPerson);
    actions.push({
      place: { path: note.path, span: { start: item.span.start, end: Math.max(item.textSpan.end, item.marker.end) } },
      ...words,
      textSpan,
      mark,
      markSpan: item.task?.span ?? null,
      state: stateOfMark(mark, settings),
      written: isWritten(note, textSpan, words),
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
