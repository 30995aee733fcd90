import type { Words } from "../../language";
import { languages } from "../../language";
import type { SourceEvent, Unread } from "./event";
import { excerpt } from "./event";
import type { Known, Mapping } from "./known";
import { readMoment } from "./moment";
import type { Moment } from "./moment";
import { eventFrom } from "./records";
import type { Source } from "./source";
import type { SourceTable, TableLine } from "./table";
import { columnOf, hasColumns } from "./table";

type Heading = "time" | "day" | "text" | "person" | "url" | "id";

/** How people head the columns of their own tables, in any language: nothing tells which it is before they are read. */
const headings = (heading: Heading): Words => languages.flatMap(({ imports }) => imports[heading]);

/** The columns that hold what an event says; `day` where date and clock time have a column each. */
interface Columns {
  readonly time: number;
  readonly day: number | null;
  readonly text: number;
  readonly person: number | null;
  readonly url: number | null;
  readonly id: number | null;
}

/** By the names that a mapping gives, else by those that people use. */
function columnsOf(table: SourceTable, mapping: Mapping | null): Columns | null {
  const column = (role: Heading): number | null => {
    const named = mapping === null || role === "day" ? "" : mapping[role];
    return columnOf(table, named === "" ? headings(role) : [named]);
  };
  const named = mapping === null ? null : columnOf(table, [mapping.time]);
  const times = headings("time")
    .flatMap((name) => columnOf(table, [name]) ?? [])
    .filter((index, place, all) => all.indexOf(index) === place && holdsClock(table, index));
  const time = mapping === null ? (times[0] ?? null) : named;
  const text = column("text");
  if (time === null || text === null) return null;
  const hasDates = !table.rows.slice(0, 20).some(({ cells }) => isBareClock(readMoment(cells[time] ?? "")));
  return {
    time,
    day: hasDates ? null : column("day"),
    text,
    person: column("person"),
    url: column("url"),
    id: column("id"),
  };
}

function isBareClock(moment: Moment | null): boolean {
  return moment?.kind === "wall" && moment.date === null;
}

/** Whether one of the first rows has a clock time in this column. */
function holdsClock({ rows }: SourceTable, index: number): boolean {
  return rows.slice(0, 20).some(({ cells }) => readMoment(cells[index] ?? "") !== null);
}

function* readRows(
  table: SourceTable,
  columns: Columns,
  more: (row: TableLine, table: SourceTable, columns: Columns) => { readonly marked?: boolean; readonly text?: string },
): Generator<undefined, { readonly events: SourceEvent[]; readonly unread: Unread[] }, undefined> {
  const events: SourceEvent[] = [];
  const unread: Unread[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % 256 === 0) yield;
    const cell = (column: number | null): string | null => (column === null ? null : row.cells[column] || null);
    const written = [cell(columns.day), cell(columns.time)].filter((part) => part !== null).join(" ");
    const event = eventFrom(
      {
        time: readMoment(written),
        text: cell(columns.text),
        actor: cell(columns.person),
        url: cell(columns.url),
        id: cell(columns.id),
        // Somebody has put the table together; only an export of a chat says itself what of it matters.
        marked: true,
        ...more(row, table, columns),
      },
      `row ${row.line}`,
    );
    if (typeof event === "string") unread.push({ line: row.line, text: excerpt(row.cells.join(", ")), reason: event });
    else events.push(event);
  }
  return { events, unread };
}

/** A format of tables whose rows are events; `columns`: null for a table of another format. */
function tableSource(
  format: Pick<Source, "tool" | "name">,
  columns: (table: SourceTable) => Columns | null,
  more: Parameters<typeof readRows>[2] = () => ({}),
): Source {
  return {
    ...format,
    recognises: ({ tableStart }) => {
      const start = tableStart();
      return start !== null && columns(start) !== null;
    },
    *read({ table }) {
      const read = yield* table();
      const found = read && columns(read);
      if (read === null || found === null) return { events: [], unread: [], zone: null, remarks: [] };
      const rows = yield* readRows(read, found, more);
      return { ...rows, zone: read.zones.get(found.time) ?? null, remarks: [] };
    },
  };
}

/** Any table with a column for the time and one for the text. */
export const anyTable = tableSource({ tool: "csv", name: "table of events" }, (table) => columnsOf(table, null));

/** A table whose columns the team has named in the settings. */
export function mappedTable(mapping: Mapping): Source {
  return tableSource({ tool: mapping.name, name: mapping.name }, (table) => columnsOf(table, mapping));
}

/** DiscordChatExporter's CSV; `Date` has the offset of the machine that exported. Source: `CsvMessageWriter.cs`. */
export const discordTable = tableSource(
  { tool: "discord", name: "DiscordChatExporter CSV" },
  (table) => {
    const [time, text] = [columnOf(table, ["Date"]), columnOf(table, ["Content"])];
    if (time === null || text === null || !hasColumns(table, "AuthorID", "Author")) return null;
    return { time, day: null, text, person: columnOf(table, ["Author"]), url: null, id: null };
  },
  ({ cells }, table, { text }) => {
    const files = cells[columnOf(table, ["Attachments"]) ?? -1] ?? "";
    const isBlank = (cells[text] ?? "").trim() === "";
    return { marked: false, ...(isBlank && files !== "" ? { text: `Attachment: ${files}` } : {}) };
  },
);

/** A list of tickets as Jira and Linear export it: work to be done, not what happened. */
export const ticketTable: Source = {
  tool: "tickets",
  name: "list of tickets",
  recognises: ({ tableStart }) => {
    const read = tableStart();
    return (
      read !== null &&
      (hasColumns(read, "Issue key", "Summary", "Status") || hasColumns(read, "ID", "Team", "Title", "Status"))
    );
  },
  *read({ table }) {
    const read = yield* table();
    const title = (read && columnOf(read, ["Summary", "Title"])) ?? -1;
    const unread = (read?.rows ?? []).map(({ cells, line }) => ({
      line,
      text: excerpt(cells.filter((cell) => cell !== "").join(", ")),
      reason: `"${cells[title] ?? ""}" is a ticket, not an event`,
    }));
    return { events: [], unread, zone: null, remarks: [] };
  },
};

/** Sources of the team's own tables. */
export function mappedTables({ mappings }: Known): readonly Source[] {
  return mappings.filter(({ list }) => list === "").map(mappedTable);
}
