import { capitalized, folderPath } from "../../base";
import { metricEnds } from "../../incident";
import { postmortemFolders, type Settings } from "../../settings";
import { singleLine } from "./fill-yaml";

/** The view of incidents in time, which the plugin adds to bases; other readers show the other views. */
export const basesViewType = "postmortem-incidents";

/**
 * A base (Obsidian's `.base` file, https://help.obsidian.md/bases/syntax) of the notes that the
 * settings take for postmortems: all of them by date and in time, those still to be published, those that are late
 * with it, by severity, and how long incidents took by the properties that *Write metrics to
 * properties* fills in. One thing cannot be said there: weekends do not count for what is late, so five
 * business days are taken as seven days.
 */
export function baseOfPostmortems(settings: Settings): string {
  const { newNote, statuses } = settings;
  const folders = postmortemFolders(settings).map((folder) => `file.inFolder(${text(folder)})`);
  const names = settings.fileNamePatterns.map((pattern) => `${expressionOf(pattern)}.matches(file.name)`);
  const signs = [
    'file.hasTag("postmortem")',
    'note.type == "postmortem"',
    ...(settings.foundBy === "both" ? folders.flatMap((folder) => names.map((name) => `${folder} && ${name}`)) : []),
    ...(settings.foundBy === "either" ? [...folders, ...names] : []),
  ];
  const exports = folderPath(settings.export.folder);
  const leftOut = [
    ...(newNote.template === ""
      ? []
      : [`file.path != ${text(newNote.template.endsWith(".md") ? newNote.template : `${newNote.template}.md`)}`]),
    ...(exports === "" ? [] : [`!file.inFolder(${text(exports)})`]),
  ];
  const unpublished = `note.status != ${text(statuses.at(-1) ?? "")}`;
  const metrics = metricEnds.map(([id]) => id);
  const usual = ["file.name", "note.date", "note.severity", "note.status", "note.services", "note.owner"];
  const shownNames = [
    ["date", "Date"],
    ["severity", "Severity"],
    ["status", "Status"],
    ["services", "Services"],
    ["owner", "Owner"],
    ...metrics.map((id) => [id, `${capitalized(id.replaceAll("-", " "))} (minutes)`]),
  ];
  return [
    "filters:",
    "  and:",
    `    - ${quoted('file.ext == "md"')}`,
    ...leftOut.map((filter) => `    - ${quoted(filter)}`),
    "    - or:",
    ...signs.map((sign) => `        - ${quoted(sign)}`),
    "properties:",
    ...shownNames.flatMap(([id = "", name = ""]) => [`  note.${id}:`, `    displayName: ${name}`]),
    "views:",
    ...view("All by date", { order: usual, sort: ["note.date", "DESC"] }),
    ...view("In time", { type: basesViewType, order: usual, sort: ["note.date", "DESC"] }),
    ...view("To be published", { filters: [unpublished], order: usual, sort: ["note.date", "ASC"] }),
    ...view("Overdue reviews", {
      filters: [unpublished, lateness(settings)],
      order: usual,
      sort: ["note.date", "ASC"],
    }),
    ...view("By severity", { order: usual, sort: ["note.date", "DESC"], group: "note.severity" }),
    ...view("Durations", {
      filters: ['file.hasProperty("time-to-resolve")'],
      order: ["file.name", "note.date", "note.severity", ...metrics.map((id) => `note.${id}`)],
      sort: ["note.time-to-resolve", "DESC"],
      summaries: metrics.map((id) => `note.${id}`),
    }),
    "",
  ].join("\n");
}

interface View {
  /** Its kind; a table when left out. */
  readonly type?: string;
  /** Statements that all have to hold. */
  readonly filters?: readonly string[];
  readonly order: readonly string[];
  readonly sort: readonly [property: string, direction: "ASC" | "DESC"];
  readonly group?: string;
  /** Properties whose median is shown. */
  readonly summaries?: readonly string[];
}

function view(
  name: string,
  { filters = [], group, order, sort: [property, direction], summaries = [], type = "table" }: View,
): readonly string[] {
  return [
    `  - type: ${type}`,
    `    name: ${name}`,
    ...(filters.length === 0
      ? []
      : ["    filters:", "      and:", ...filters.map((filter) => `        - ${quoted(filter)}`)]),
    ...(group === undefined ? [] : ["    groupBy:", `      property: ${group}`, "      direction: ASC"]),
    "    order:",
    ...order.map((column) => `      - ${column}`),
    "    sort:",
    `      - property: ${property}`,
    `        direction: ${direction}`,
    ...(summaries.length === 0 ? [] : ["    summaries:", ...summaries.map((column) => `      ${column}: Median`)]),
  ];
}

/** Whether the incident is longer ago than a draft of its severity may take. */
function lateness({ staleDraft }: Settings): string {
  const levels = Object.entries(staleDraft).filter(([severity]) => severity !== "other");
  const days = levels.reduceRight(
    (rest, [severity, business]) => `if(note.severity == ${text(severity)}, ${text(calendarDays(business))}, ${rest})`,
    text(calendarDays(staleDraft["other"] ?? 0)),
  );
  return `note.date < today() - duration(${days})`;
}

function calendarDays(business: number): string {
  return `${Math.ceil((business / 5) * 7)} days`;
}

/** A file name pattern of the settings as a regular expression; `file.name` may end in `.md`. */
function expressionOf(pattern: string): string {
  const parts = pattern.match(/[A-Za-z]+|\*+|[^]/gu) ?? [];
  const source = parts.map((part) => {
    if (/^(?:YYYY|MM|DD|#)+$/.test(part)) return `\\d{${part.length}}`;
    return part.startsWith("*") ? ".*" : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  return `/^${source.join("")}(\\.md)?$/i`;
}

/** A string of the expression language. */
function text(value: string): string {
  return `"${singleLine(value).replace(/["\\]/g, "\\$&")}"`;
}

/** A YAML scalar in single quotes. */
function quoted(expression: string): string {
  return `'${singleLine(expression).replaceAll("'", "''")}'`;
}
