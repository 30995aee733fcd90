import { folded, lastWords, perLanguage, phraseWords, spellings, unaccented, wordTable } from "../../language";
import type { ActionColumn, Lexicon } from "../../language";
import { formatDay, plain, readDate } from "../../time";
import { stateOf, wholeState } from "./state";
import type { Note, Table } from "../../note";
import type { Span } from "../../base";
import type { ActionItem, ActionState } from "./action";
import type { DatedMark, MalformedMark } from "./marks";
import { priorityNamed, readMarks } from "./marks";
import type { IsPerson } from "./owner";
import { listedOwners } from "./owner";
import type { ActionText } from "./text";
import { readTicket } from "./ticket";
import { givesReason, isWritten, readWords } from "./words";
import { fullDay, fullDayFrom } from "../facts/full-day";
import { isDay, isMeantAsDay } from "../properties/date";
import { Scanner, hasLetter, plainWords, withoutRemarks, withoutTail } from "../../base";
import { takeEmoji } from "../emoji";
import type { Settings } from "../../settings";

/** The kinds of columns by the words of their heads. */
const columns = perLanguage(({ actions }) => {
  const kinds = new Map<string, ActionColumn[]>();
  for (const kind of columnKinds)
    for (const word of [...actions.columns[kind], ...(kind === "owner" || kind === "due" ? actions[kind] : [])]) {
      for (const key of new Set(spellings(word).map(headKey))) kinds.set(key, [...(kinds.get(key) ?? []), kind]);
    }
  return kinds;
});

/** The heads that name who owns an item, in the words that introduce an owner anywhere. */
const people = perLanguage(
  ({ actions }): ReadonlySet<string> => new Set(actions.owner.flatMap(spellings).map(headKey)),
);

const columnKinds = ["text", "owner", "due", "status", "priority", "ticket", "type", "remark"] as const;

function headKey(head: string): string {
  return plainWords(folded(head));
}

/** What stands before the day of a state: "al". */
const asOf = perLanguage(({ actions, clock, labels }) => {
  // The head itself may be one of these: "Status as of 2026-09-15".
  const report = labels.reportDate.filter((word) => !actions.columns.status.some((head) => word.startsWith(head)));
  return wordTable([...clock.at, ...clock.to, ...report]);
});

/** A head without its remarks: "Estado al 2026-09-15", `期限（目安）`. */
function bareHead(head: string, language: Lexicon): string {
  const words = withoutRemarks(unaccented(head), "()").trim();
  const undated = withoutTail(words, "0123456789./-");
  if (words.charAt(undated.length) !== " ") return headKey(words);
  const lead = asOf(language).ending(lastWords(folded(undated)))?.start ?? undated.length;
  return headKey(undated.slice(0, lead));
}

/** Words such as "yes", which say in a column of states that something is done. */
const yes = perLanguage(({ actions }) => wordTable(actions.yes));

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
  readonly language: Lexicon;
  /** What the heading above says of all rows of a table: "Preventivas (pendentes)". */
  readonly assumed: ActionState | null;
  /** The day of the incident: a day that is due without its year is the next from then on. */
  readonly from: string | null;
}

/** The action items in the rows of a table; none when its header does not name them. */
export function tableActions(
  note: Note,
  table: Table,
  { textAt, settings, isPerson, language, assumed, from }: ActionReading,
): readonly ActionItem[] {
  const [header, ...rows] = table.rows;
  const names = header?.cells.map((cell) => note.text.slice(cell.start, cell.end)) ?? [];
  const kinds = names.map(
    (name) =>
      columns(language).get(headKey(name)) ??
      columns(language).get(bareHead(name, language)) ??
      // `Issue / PR`
      name
        .replaceAll("&", "/")
        .split("/")
        .flatMap((part) => columns(language).get(headKey(part)) ?? []),
  );
  const columnOf = (kind: ActionColumn): number => kinds.findIndex((known) => known.includes(kind));
  // `項目` above the numbers of the items, beside `内容` above their words.
  const isWorded = (index: number): boolean =>
    rows.some(({ cells }) => hasLetter(note.text.slice(cells[index]?.start, cells[index]?.end)));
  const worded = kinds.findIndex((known, index) => known.includes("text") && isWorded(index));
  // Beside a column of owners, one of teams or departments only says where they belong.
  const person = names.findIndex((name) => people(language).has(bareHead(name, language)));
  const at = {
    text: worded < 0 ? columnOf("text") : worded,
    owner: person < 0 ? columnOf("owner") : person,
    due: columnOf("due"),
    status: columnOf("status"),
    priority: columnOf("priority"),
    ticket: columnOf("ticket"),
    type: columnOf("type"),
    remark: columnOf("remark"),
  };
  const isOfItems = assumed !== null || Math.max(at.owner, at.due, at.status, at.priority, at.ticket) >= 0;
  if (at.text < 0 || !isOfItems) return [];
  const named = new Set(Object.values(at));
  return rows.flatMap(({ span, cells }): ActionItem[] => {
    const cell = (index: number): ActionText | null => {
      const place = cells[index];
      return place && place.end > place.start ? textAt(place) : null;
    };
    const textSpan = cells[at.text];
    if (textSpan === undefined || cells.every(({ start, end }) => start === end)) return [];
    const words = readWords(textAt(textSpan), isPerson, language);
    const [owner, due, status, priority, ticket, type] = [
      cell(at.owner),
      cell(at.due),
      cell(at.status),
      cell(at.priority),
      cell(at.ticket),
      cell(at.type),
    ];
    const owners = owner ? listedOwners(owner, language) : [];
    const dated = due && dateIn(due, language, from);
    const remark = shownIn(cell(at.remark));
    const others = cells
      .filter((_, index) => !named.has(index) || index === at.ticket)
      .map((place) => shownIn(textAt(place)));
    const written = shownIn(status);
    // "done (PR 12)" in the column of due dates
    const undated = dated ? "" : withoutRemarks(shownIn(due), "()");
    const instead = hasLetter(undated) ? undated : "";
    const said =
      status === null
        ? ([instead, remark, ...others].map((words) => wholeState(words, language)).find((found) => found !== null) ??
          assumed)
        : yes(language).at(phraseWords(written), 0) !== null
          ? "done"
          : stateOf(written, language);
    const state = said ?? "open";
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
        priority:
          (priority && (priorityNamed(priority.source) ?? readMarks(priority, language).priority)) ?? words.priority,
        saysWhy: state === "cancelled" && (remark !== "" || givesReason(words, language)),
        ticket: (ticket && (readTicket(ticket, []) ?? ticket.links[0]?.display)) ?? words.ticket,
        type: type?.source ?? words.type,
        malformed: dated && "message" in dated ? [...words.malformed, dated] : words.malformed,
        parent: null,
      },
    ];
  });
}

/** Names of emoji that say that something is done. */
const doneEmoji: ReadonlySet<string> = new Set([
  "white_check_mark",
  "heavy_check_mark",
  "ballot_box_with_check",
  "check",
  "done",
]);

/** The words of a cell without marks and what is struck out; of a link that is all of it what it shows. */
function shownIn(text: ActionText | null): string {
  const [link] = text?.links ?? [];
  const source =
    link !== undefined && link.span.start === text?.start && link.span.end === text.start + text.source.length
      ? link.display
      : (text?.source ?? "");
  const words = plain(source).trim();
  const scanner = new Scanner(words);
  const isDone = doneEmoji.has(takeEmoji(scanner));
  return (isDone ? "✅" : "") + words.slice(scanner.at).trimStart();
}

/** A day alone or with its mark; what only looks like a day is malformed, other words say nothing. */
function dateIn(text: ActionText, language: Lexicon, from: string | null): DatedMark | MalformedMark | null {
  const { dates, malformed } = readMarks(text, language);
  if (dates.due) return dates.due;
  const span = { start: text.start, end: text.start + text.source.length };
  const day = text.links[0]?.target ?? text.source;
  if (isDay(day)) return { date: day, span };
  const words = plain(day).trimEnd();
  const written = readDate(words, words.length - words.trimStart().length, language);
  const known = written?.kind === "read" ? fullDay(written.value, language) : null;
  if (known !== null) return { date: formatDay(known), span };
  // Without a year, `1.5 days` is no day of May.
  const isAlone = written?.kind === "read" && withoutTail(words.slice(written.end), ".") === "";
  const next = isAlone && from !== null ? fullDayFrom(from, written.value, language) : null;
  if (next !== null) return { date: formatDay(next), span };
  return malformed[0] ?? (isMeantAsDay(day) ? { span, message: `\`${day}\` is not a date` } : null);
}
