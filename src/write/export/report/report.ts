import { compareTexts } from "../../../base";
import type { IncidentRecord, InsightQuery, ListedAction } from "../../../incident";
import { byPressure, insightsOf, on, recurrencesOf } from "../../../incident";
import { shownWords } from "../../../note";
import type { Settings } from "../../../settings";
import type { Figure } from "../..";
import { headlineWords, insightFigures, literalWords } from "../..";
import { writeHtml } from "../html/page";
import { withTrace } from "../trace";
import { figuresCsv } from "./figures-csv";
import { figuresPicture } from "./picture";

/** What a report is made of. */
export interface ReportSource {
  readonly records: readonly IncidentRecord[];
  /** The action items of the same incidents. */
  readonly actions: readonly ListedAction[];
  readonly settings: Settings;
  /** `YYYY-MM-DD`; the report is of the days from `since`, null for the first one known, up to and with this one. */
  readonly until: string;
  readonly since: string | null;
  /** What the incidents were picked by; absent where they are all. */
  readonly picked?: Pick<InsightQuery, "severity" | "service">;
  /** Where a reader of the report finds a postmortem; null where there is no way. */
  readonly linkTo: (path: string) => string | null;
}

export const reportFormats = ["markdown", "html", "csv", "svg"] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** A report, or in words why there is none. */
export type IncidentReport = { readonly text: string } | { readonly problem: string };

const everything = { severity: null, service: null };

/** A longer table says less than the picture above it. */
const mostRowsBelowPicture = 13;

/**
 * What happened on some days, for people who do not have the vault: numbers, trends, what came again, what is open, and
 * an index of the incidents. HTML has the pictures, Markdown their numbers; CSV and SVG are the figures alone.
 */
export function incidentReport(source: ReportSource, format: ReportFormat): IncidentReport {
  const { picked, records, settings, since, until } = source;
  const dated = records.flatMap(({ date }) => date ?? []).sort(compareTexts);
  const days = { since: since ?? dated[0] ?? until, until };
  const query = { months: null, ...everything, ...(since !== null && { since }) };
  const known = records.filter(({ date }) => date === null || date <= until);
  const insights = insightsOf(known, query, until);
  const figures = insightFigures(insights, settings.severities);
  const shown = on(records, days);
  const title = `${["Incidents", ...pickedInWords(picked)].join(", ")}, ${days.since} to ${until}`;
  if (format === "csv") {
    const { ageing, contributing, periods, timeToAcknowledge, timeToDetect, timeToResolve, unit } = insights;
    const metrics = [timeToDetect, timeToAcknowledge, timeToResolve];
    return { text: figuresCsv({ metrics, unit, periods, contributing, openActions: ageing }) };
  }
  if (format === "svg") {
    const text = figuresPicture({
      title,
      headlines: insights.headlines.map((headline) => headlineWords(headline)),
      figures,
    });
    return text === null ? { problem: "no incident of these days has a figure to draw" } : { text };
  }
  const isCompared = insights.headlines.some(({ before }) => before !== null);
  const markdown = [
    `# ${literalWords(title)}`,
    "",
    ...table(
      ["", "In these days", ...(isCompared ? ["Against as many days before"] : [])],
      insights.headlines.map((headline) => {
        const { change, name, value } = headlineWords(headline);
        return [name, value, ...(isCompared ? [change] : [])];
      }),
    ),
    "## Trends",
    "",
    ...figures.flatMap((figure) => figureLines(figure, format)),
    ...recurrences(source, shown),
    ...openActions(source),
    ...index(source, shown),
  ].join("\n");
  if (format === "markdown") return { text: markdown };
  const written = writeHtml({
    markdown,
    title,
    language: "en",
    facts: [],
    picture: null,
    figures: new Map(figures.map((figure) => [figure.title, figure])),
    images: new Map(),
    files: new Set(),
    settings,
  });
  return "problem" in written ? written : { text: written.html };
}

/** What the file of a report is called, before it is made safe. */
export function reportName({ picked, since, until }: Pick<ReportSource, "picked" | "since" | "until">): string {
  return ["Incident report", ...pickedInWords(picked), ...(since === null ? [] : [since, "to"]), until].join(" ");
}

function pickedInWords({ service, severity }: NonNullable<ReportSource["picked"]> = everything): readonly string[] {
  return [
    ...(severity === null ? [] : [severity || "No severity"]),
    ...(service === null ? [] : [service || "No service"]),
  ];
}

function figureLines(
  { note, reading, table: [header = [], ...rows], title }: Figure,
  format: ReportFormat,
): readonly string[] {
  const isLong = format === "html" && rows.length >= mostRowsBelowPicture;
  return [
    `### ${title}`,
    "",
    ...[note, format === "html" ? reading : ""].flatMap((words) => (words === "" ? [] : [literalWords(words), ""])),
    ...(isLong || rows.length === 0 ? [] : table(header, rows)),
  ];
}

function recurrences({ records, settings, linkTo }: ReportSource, shown: readonly IncidentRecord[]): readonly string[] {
  const byPath = new Map(records.map((record) => [record.path, record]));
  const own = new Set(shown.map(({ path }) => path));
  const found = recurrencesOf(records, settings.recurrenceDays).filter(({ path }) => own.has(path));
  const linked = (path: string): string => link(byPath.get(path)?.title ?? path, linkTo(path));
  const rows = found.map(({ days, earlier, factors, path, services }) => [
    byPath.get(path)?.date ?? "",
    linked(path),
    services.map((service) => literalWords(service, true)).join(", "),
    factors.map((factor) => literalWords(factor, true)).join(", "),
    `${linked(earlier)}, ${days} day${days === 1 ? "" : "s"} before`,
  ]);
  return [
    "## The same again",
    "",
    ...(rows.length === 0
      ? ["No service had the same contributing factor twice.", ""]
      : table(["Date", "Incident", "Service", "Factor", "After"], rows)),
  ];
}

function openActions({ actions, linkTo }: ReportSource): readonly string[] {
  const open = actions.filter(({ state }) => state === "open").sort(byPressure);
  const late = open.filter(({ overdue }) => overdue !== null).length;
  const rows = open.map(({ incident, item, overdue, owners }) => [
    item.due?.date ?? "",
    overdue === null ? "" : `${overdue} day${overdue === 1 ? "" : "s"}`,
    literalWords(shownWords(item.text), true),
    literalWords(owners.join(", "), true),
    link(incident.title, linkTo(incident.path)),
  ]);
  return [
    "## Open action items",
    "",
    `${open.length} open, ${late} overdue.`,
    "",
    ...(rows.length === 0 ? [] : table(["Due", "Late", "What", "Who", "Incident"], rows)),
  ];
}

function index({ linkTo }: ReportSource, shown: readonly IncidentRecord[]): readonly string[] {
  const sorted = [...shown].sort((a, b) => compareTexts(b.date ?? "", a.date ?? "") || compareTexts(a.path, b.path));
  const rows = sorted.map(({ actions, date, factors, path, services, severity, status, title }) => [
    date ?? "",
    link(title, linkTo(path)),
    ...[severity ?? "", status ?? "", services.join(", "), factors.join(", ")].map((words) =>
      literalWords(words, true),
    ),
    String(actions.filter(({ open }) => open).length),
  ]);
  return [
    "## All incidents",
    "",
    ...(rows.length === 0
      ? ["None.", ""]
      : table(["Date", "Incident", "Severity", "Status", "Services", "Factors", "Open items"], rows)),
  ];
}

/** Words as a link where there is something to lead to. */
function link(words: string, target: string | null): string {
  const shown = literalWords(words, true);
  return target === null
    ? shown
    : `[${shown}](${encodeURI(target).replace(/[()|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}

/** A table whose cells are Markdown already. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).concat("");
}

/** The report as a file: with a trace that lets it be written anew, in all formats that have room for one. */
export function reportFile(text: string, format: ReportFormat): string {
  return format === "csv" ? text : withTrace(text, { source: "", choices: "report" });
}
