import type { Note, Table } from "../../note";
import type { Span } from "../../base";
import type { ActionItem, ActionState } from "./action";
import type { DatedMark, MalformedMark } from "./marks";
import { priorityNamed, readMarks } from "./marks";
import type { IsPerson } from "./owner";
import { listedOwners } from "./owner";
import type { ActionText } from "./text";
import { readTicket } from "./ticket";
import { isWritten, readWords } from "./words";
import { isDay } from "../properties/date";
import { plainWords } from "../../base";
import { plain } from "../../time";
import type { Settings } from "../../settings";

/** The columns that are read, by the words of their headers. */
const columns: Readonly<Record<string, readonly string[]>> = {
  text: [
    "action",
    "actions",
    "action item",
    "action items",
    "item",
    "task",
    "tasks",
    "what",
    "description",
    "todo",
    "to do",
    "follow up",
    "remediation",
    "improvement",
    "activity",
  ],
  owner: ["owner", "owners", "assignee", "assignees", "assigned to", "who", "responsible", "dri", "person", "team"],
  due: ["due", "due date", "due by", "deadline", "by", "by when", "when", "eta", "target date"],
  status: ["status", "state", "done", "completed"],
  priority: ["priority", "prio"],
  ticket: [
    "ticket",
    "tickets",
    "issue",
    "jira",
    "link",
    "bug",
    "tracking",
    "tracking issue",
    "tracker",
    "reference",
    "pr",
  ],
  type: ["type", "category", "kind"],
  remark: [
    "note",
    "notes",
    "comment",
    "comments",
    "remark",
    "remarks",
    "progress",
    "update",
    "updates",
    "result",
    "outcome",
  ],
};

const done = /^(?:x|✅|☑|✔|\[x\]|done|completed?|closed|resolved|fixed|shipped|merged|yes)(?![\p{L}\p{N}])/iu;
/** Beside other words it is no state. */
export const doneAlone = /^(?:✅|☑|✔|done|completed?|closed|resolved|fixed|shipped|merged)[.!]?$/i;
export const cancelled = /^(?:❌|-$|\[-\]|won['’]?t|cancell?ed|dropped|rejected|abandoned|obsolete)/iu;

/** The character between brackets that says so. */
export function markOf(state: ActionState, { doneMarks, cancelledMarks }: Settings): string {
  return { open: " ", done: doneMarks[0] ?? "x", cancelled: cancelledMarks[0] ?? "-" }[state];
}

/** What the character between brackets says; one that the settings list twice means done. */
export function stateOfMark(mark: string, { doneMarks, cancelledMarks }: Settings): ActionState {
  return doneMarks.includes(mark) ? "done" : cancelledMarks.includes(mark) ? "cancelled" : "open";
}

/** What the action items of a note are read with. */
interface ActionReading {
  readonly textAt: (span: Span) => ActionText;
  readonly settings: Settings;
  readonly isPerson: IsPerson;
}

/** Whether the head of a column names what it holds, alone or as one of two: `Issue / PR`. */
function isColumn(head: string, kind: string): boolean {
  return [head, ...head.split(/[/&]/)].some((name) => columns[kind]?.includes(plainWords(name)) === true);
}

/** The action items in the rows of a table; none when its header does not name them. */
export function tableActions(
  note: Note,
  table: Table,
  { textAt, settings, isPerson }: ActionReading,
): readonly ActionItem[] {
  const [header, ...rows] = table.rows;
  const names = header?.cells.map((cell) => note.text.slice(cell.start, cell.end)) ?? [];
  const columnOf = (kind: string): number => names.findIndex((name) => isColumn(name, kind));
  const at = {
    text: columnOf("text"),
    owner: columnOf("owner"),
    due: columnOf("due"),
    status: columnOf("status"),
    priority: columnOf("priority"),
    ticket: columnOf("ticket"),
    type: columnOf("type"),
    remark: columnOf("remark"),
  };
  if (at.text < 0 || Math.max(at.owner, at.due, at.status, at.priority, at.ticket) < 0) return [];
  const named = new Set(Object.values(at));
  return rows.flatMap(({ span, cells }): ActionItem[] => {
    const cell = (index: number): ActionText | null => {
      const place = cells[index];
      return place && place.end > place.start ? textAt(place) : null;
    };
    const textSpan = cells[at.text];
    if (textSpan === undefined || cells.every(({ start, end }) => start === end)) return [];
    const words = readWords(textAt(textSpan), isPerson);
    const [owner, due, status, priority, ticket, type] = [
      cell(at.owner),
      cell(at.due),
      cell(at.status),
      cell(at.priority),
      cell(at.ticket),
      cell(at.type),
    ];
    const owners = owner ? listedOwners(owner) : [];
    const dated = due && dateIn(due);
    const remark = shownIn(cell(at.remark));
    const others = cells.filter((_, index) => !named.has(index)).map((place) => shownIn(textAt(place)));
    const said = status === null ? ([remark, ...others].find((words) => doneAlone.test(words)) ?? "") : shownIn(status);
    const state = done.test(said) ? "done" : cancelled.test(said) ? "cancelled" : "open";
    return [
      {
        ...words,
        place: { path: note.path, span },
        textSpan,
        text: words.text.replaceAll("\\|", "|"),
        mark: markOf(state, settings),
        markSpan: null,
        state,
        written: isWritten(note, textSpan, words),
        owners: owners.length > 0 ? [...new Set(owners.map(({ name }) => name))] : words.owners,
        ownerSpans: owners.length > 0 ? owners.map((one) => one.span) : words.ownerSpans,
        due: dated && "date" in dated ? dated : words.due,
        priority: (priority && (priorityNamed(priority.source) ?? readMarks(priority).priority)) ?? words.priority,
        ticket: (ticket && (readTicket(ticket, []) ?? ticket.links[0]?.display)) ?? words.ticket,
        type: type?.source ?? words.type,
        malformed: dated && "message" in dated ? [...words.malformed, dated] : words.malformed,
        parent: null,
      },
    ];
  });
}

/** Emoji by their names, as chat and code hosts write them. */
const doneEmoji = /^:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|done):/;
const otherEmoji = /^:[a-z0-9_+-]{1,32}: */;

/** The words of a cell without marks and what is struck out; of a link that is all of it what it shows. */
function shownIn(text: ActionText | null): string {
  const [link] = text?.links ?? [];
  const source =
    link !== undefined && link.span.start === text?.start && link.span.end === text.start + text.source.length
      ? link.display
      : (text?.source ?? "");
  const words = plain(source).trim();
  return doneEmoji.test(words) ? words.replace(doneEmoji, "✅").trim() : words.replace(otherEmoji, "");
}

/** A day alone or with its mark; what only looks like a day is malformed, other words say nothing. */
function dateIn(text: ActionText): DatedMark | MalformedMark | null {
  const { dates, malformed } = readMarks(text);
  if (dates.due) return dates.due;
  const span = { start: text.start, end: text.start + text.source.length };
  const day = text.links[0]?.target ?? text.source;
  if (isDay(day)) return { date: day, span };
  return malformed[0] ?? (/^\d{4}-\d{1,2}-\d{1,2}$/.test(day) ? { span, message: `\`${day}\` is not a date` } : null);
}
