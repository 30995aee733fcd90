import type { ActionItem, ActionState, DatedMark, Priority } from "../../incident";
import { actionTexts, isTicketField, markOf, priorities, readMarks, readOwners, signOfPriority } from "../../incident";
import type { Settings } from "../../settings";
import type { Note } from "../../note";
import { withoutBlockId } from "../../note";
import type { Edit, Span } from "../../base";
import { contains } from "../../base";

/** A date's mark as Tasks writes it, and as a field of Dataview. */
interface NewMark {
  readonly sign: string;
  readonly field: string;
}

const newMarks = {
  due: { sign: "📅", field: "due" },
  done: { sign: "✅", field: "completion" },
  cancelled: { sign: "❌", field: "cancelled" },
} as const satisfies Record<string, NewMark>;

/**
 * Changes one action item, as Tasks would: the mark between the brackets, owner and dates; nothing
 * else on the line. All of these give null where the change has to be made by hand: in the row of a
 * table, and for a recurring task, whose next instance only Tasks knows how to write.
 */
export function setState(
  note: Note,
  item: ActionItem,
  { state, day }: { readonly state: ActionState; readonly day: string },
  settings: Settings,
): readonly Edit[] | null {
  if (item.markSpan === null || (state !== "open" && /🔁|\[repeat::|\(repeat::/u.test(sourceOf(note, item.textSpan))))
    return null;
  if (state === item.state) return [];
  const mark = markOf(state, settings);
  const edits = [edit(note, item.markSpan, mark)];
  for (const [old, kept] of [
    [item.doneOn, state === "done"],
    [item.cancelledOn, state === "cancelled"],
  ] as const) {
    if (old) edits.push(kept ? dateEdit(note, old, day) : removal(note, old.span));
  }
  if (state === "done" && !item.doneOn) edits.push(added(note, item, newMarks.done, day));
  if (state === "cancelled" && !item.cancelledOn) edits.push(added(note, item, newMarks.cancelled, day));
  return edits;
}

/** Writes `[key:: value]` behind the wording of an action item, in place of such a field; an empty value removes it. */
export function setField(note: Note, item: ActionItem, key: string, value: string): readonly Edit[] | null {
  if (item.markSpan === null) return null;
  const old = readMarks(actionTexts(note)(item.textSpan)).fields.find((field) => field.key === key);
  if (old !== undefined) {
    if (old.value === value) return [];
    return [value === "" ? removal(note, old.span) : edit(note, old.valueSpan, ` ${value}`)];
  }
  const end = wordingEnd(note, item);
  return value === "" ? [] : [edit(note, { start: end, end }, ` [${key}:: ${value}]`)];
}

/**
 * Names the ticket of an action item, an address or an id such as `OPS-7`, in place of one that it names in a field.
 */
export function setTicket(note: Note, item: ActionItem, ticket: string): readonly Edit[] | null {
  const key = readMarks(actionTexts(note)(item.textSpan)).fields.find(isTicketField)?.key;
  return setField(note, item, key ?? "ticket", ticket);
}

/**
 * Gives an action item this due date (`YYYY-MM-DD`), in place of a due date that it has, readable or not; null takes
 * that away.
 */
export function setDue(note: Note, item: ActionItem, day: string | null): readonly Edit[] | null {
  if (item.markSpan === null) return null;
  const broken = item.malformed.find(({ span }) => /^(?:📅|📆|🗓|[[(]due\s*::)/iu.test(sourceOf(note, span)));
  if (day === null) return [item.due, broken].flatMap((mark) => (mark ? [removal(note, mark.span)] : []));
  if (item.due) return item.due.date === day ? [] : [dateEdit(note, item.due, day)];
  if (broken)
    return [edit(note, broken.span, sourceOf(note, broken.span).startsWith("[") ? `[due:: ${day}]` : `📅 ${day}`)];
  return [added(note, item, newMarks.due, day)];
}

/** Gives an action item this priority, in the notation that it has for one; null takes the priority away. */
export function setPriority(note: Note, item: ActionItem, priority: Priority | null): readonly Edit[] | null {
  if (item.markSpan === null) return null;
  const { fields, prioritySpan } = readMarks(actionTexts(note)(item.textSpan));
  if (fields.some(({ key }) => key === "priority")) return setField(note, item, "priority", priority ?? "");
  if (priority === item.priority) return [];
  if (prioritySpan !== null) {
    const [open = ""] = /^[[(]/.exec(sourceOf(note, prioritySpan)) ?? [];
    if (priority === null) return [removal(note, prioritySpan)];
    // `[P1]` counts from the most urgent on.
    const lettered = `${open}P${priorities.indexOf(priority)}${open === "[" ? "]" : ")"}`;
    return [edit(note, prioritySpan, open === "" ? signOfPriority(priority) : lettered)];
  }
  if (priority === null) return [];
  const end = wordingEnd(note, item);
  const mark = dataviewBracket(note, item) === undefined ? signOfPriority(priority) : `[priority:: ${priority}]`;
  return [edit(note, { start: end, end }, ` ${mark}`)];
}

/**
 * Gives an action item this owner, written as it is to stand there (`[[Ada]]`, `@ada`), in place of those that it has;
 * names within a sentence stay.
 */
export function setOwner(note: Note, item: ActionItem, owner: string): readonly Edit[] | null {
  if (item.markSpan === null) return null;
  const text = actionTexts(note)(item.textSpan);
  const marks = readMarks(text);
  const apart = [...readOwners(text, marks, () => null).spans, ...marks.fields.map((field) => field.span)];
  const spans = item.ownerSpans.filter(
    (span, index, all) =>
      apart.some((part) => contains(part, span)) && all.findIndex(({ start }) => start === span.start) === index,
  );
  const [first, ...others] = spans.map((span) => trimmed(note, span));
  if (first === undefined) {
    const end = wordingEnd(note, item);
    return [edit(note, { start: end, end }, ` ${owner}`)];
  }
  if (others.length === 0 && sourceOf(note, first) === owner) return [];
  const edits = [edit(note, first, owner)];
  let previous = first;
  for (const other of others) {
    const between = { start: previous.end, end: other.start };
    edits.push(
      /^(?:[\s,;&/+]|and)*$/.test(sourceOf(note, between))
        ? edit(note, { start: between.start, end: other.end }, "")
        : removal(note, other),
    );
    previous = other;
  }
  return edits;
}

/**
 * The same action item in a later state of its note: the line with the same text; null when it is gone, changed, or no
 * longer the only one.
 */
export function findAgain(before: Note, item: ActionItem, now: readonly ActionItem[], after: Note): ActionItem | null {
  const source = sourceOf(before, item.place.span);
  const same = now.filter(({ place }) => sourceOf(after, place.span) === source);
  return same.length === 1
    ? (same[0] ?? null)
    : (same.find(({ place }) => place.span.start === item.place.span.start && before.text === after.text) ?? null);
}

function sourceOf(note: Note, span: Span): string {
  return note.text.slice(span.start, span.end);
}

function edit(note: Note, span: Span, text: string): Edit {
  return { path: note.path, span, text };
}

/** Another day in the same mark; a mark of Tasks in place of one with a day in words, "due May 1, 2024". */
function dateEdit(note: Note, mark: DatedMark, day: string): Edit {
  const at = sourceOf(note, mark.span).indexOf(mark.date);
  if (at < 0) return edit(note, mark.span, `${newMarks.due.sign} ${day}`);
  const start = mark.span.start + at;
  return edit(note, { start, end: start + mark.date.length }, day);
}

/** Takes a mark out, with the blanks before it. */
function removal(note: Note, span: Span): Edit {
  let { start } = span;
  while (isBlank(note.text.charAt(start - 1))) start--;
  return edit(note, { start, end: span.end }, "");
}

/**
 * A new mark at the end of the line, in Dataview's style where the item has such marks already, else as Tasks' emoji.
 */
function added(note: Note, item: ActionItem, { sign, field }: NewMark, day: string): Edit {
  const bracket = dataviewBracket(note, item);
  const mark = bracket === undefined ? `${sign} ${day}` : `${bracket}${field}:: ${day}${bracket === "[" ? "]" : ")"}`;
  const end = lineEnd(note, item);
  return edit(note, { start: end, end }, ` ${mark}`);
}

/** The bracket in which an item has its dates as fields of Dataview. */
function dataviewBracket(note: Note, item: ActionItem): "[" | "(" | undefined {
  return [item.due, item.scheduled, item.start, item.created, item.doneOn, item.cancelledOn]
    .map((date) => (date ? note.text.charAt(date.span.start) : ""))
    .find((first) => first === "[" || first === "(");
}

/** The end of the item's first line, which is all that Tasks reads; before a block id. */
function lineEnd(note: Note, item: ActionItem): number {
  const [line = ""] = sourceOf(note, item.textSpan).split("\n", 1);
  return item.textSpan.start + withoutBlockId(line).length;
}

/** Where the wording ends and the marks at the end of the line begin: Tasks reads marks only at the end. */
function wordingEnd(note: Note, item: ActionItem): number {
  const text = actionTexts(note)(item.textSpan);
  const ends = new Map(
    [...readMarks(text).spans, ...text.tags.map((tag) => tag.span)].map((span) => [span.end, span.start]),
  );
  let end = lineEnd(note, item);
  for (let start = ends.get(end); start !== undefined; start = ends.get(end)) {
    end = start;
    while (end > item.textSpan.start && isBlank(note.text.charAt(end - 1))) end--;
  }
  return end;
}

function trimmed(note: Note, span: Span): Span {
  const source = sourceOf(note, span);
  return {
    start: span.start + source.length - source.trimStart().length,
    end: span.end - (source.length - source.trimEnd().length),
  };
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}
