import { capitalized, printableJson, printableLine } from "../../base";
import type {
  Ageing,
  FactorCounts,
  GroupStatistics,
  LeftOut,
  MetricStatistics,
  PeriodCounts,
  Statistics,
} from "../../incident";
import { reportStatistics, statsCommand } from "../../commands";
import { telling } from "../../incident";
import { formatMinutes } from "../../time";
import { literalWords } from "../../write";
import { figuresCsv } from "../../write/export";
import type { Command } from "../command.mts";
import { formatTable } from "../format/table.mts";
import { findPostmortems } from "../files/workspace.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { count, styleFor, type Style } from "../terminal.mts";

const options = {
  format: { type: "string", value: "format", description: "text, json, csv or markdown" },
} as const satisfies Options;

/**
 * `postmortem stats`: what all incidents have in common, how many there were, and what became of their action items.
 */
export const stats: Command = {
  ...statsCommand,
  usage: "<vault> [options]",
  options,
  examples: [
    "postmortem stats my-vault",
    "postmortem stats my-vault --format json",
    "postmortem stats my-vault --format csv",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json", "csv", "markdown"]);
    const clock = clockFrom(values, io);
    const { workspace, postmortems } = await findPostmortems(positionals, values, io);
    const { library, settings } = workspace;
    const report = reportStatistics(postmortems, { library, settings, clock });
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else if (format === "csv") io.stdout.data(csv(report));
    else if (format === "markdown") io.stdout.data(sectionsOf(report).map(markdown).join("\n"));
    else io.stdout.write(text(report, styleFor(io.stdout, io)));
    return workspace.isComplete() ? 0 : 2;
  },
};

/** One table of the figures, in words. */
interface Section {
  readonly title: string;
  /** How the title's figure is counted; empty where that is plain. */
  readonly definition: string;
  /** With the header. */
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  readonly numbers: readonly number[];
  readonly leftOut: readonly string[];
}

function csv({ contributing, metrics, months, openActions }: Statistics): string {
  return figuresCsv({ metrics, unit: "month", periods: months, contributing, openActions });
}

function text(report: Statistics, style: Style): string {
  const { incidents } = report;
  const few =
    incidents > 0 && incidents < telling
      ? style.dim(`fewer than ${telling} incidents say little about the next one\n`)
      : "";
  const parts = sectionsOf(report).map(({ definition, leftOut, numbers, rows, title }) => {
    const table = formatTable(rows, new Set(numbers)).replace(/^(?=.)/gm, "  ");
    const how = definition === "" ? "" : ` ${style.dim(`(${definition})`)}`;
    return `\n${style.bold(title)}${how}\n${table}${leftOut.map((words) => style.dim(`  left out: ${words}\n`)).join("")}`;
  });
  return `${count(incidents, "incident")}\n${few}${parts.join("")}`;
}

function markdown({ definition, leftOut, numbers, rows: [header = [], ...rows], title }: Section): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const rule = header.map((_, column) => (numbers.includes(column) ? "---:" : "---"));
  const escaped = [header, ...rows].map((cells) => cells.map((cell) => literalWords(cell, true)));
  const [first = [], ...rest] = escaped;
  const notes = [definition, ...leftOut.map((words) => `left out: ${words}`)].filter((words) => words !== "");
  return [
    `## ${capitalized(title)}\n\n`,
    line(first),
    line(rule),
    ...rest.map(line),
    ...notes.map((words) => `\n${capitalized(words)}.\n`),
  ].join("");
}

function sectionsOf({ contributing, metrics, months, monthsLeftOut, openActions }: Statistics): readonly Section[] {
  return [
    ...metrics.filter(({ groups }) => groups.length > 0).map(metricSection),
    ...(months.length === 0 ? [] : [monthsSection(months, monthsLeftOut)]),
    ...(contributing.factors.length === 0 ? [] : [factorsSection(contributing)]),
    ...(openActions.n === 0 ? [] : [ageingSection(openActions)]),
  ];
}

function monthsSection(months: readonly PeriodCounts[], leftOut: readonly LeftOut[]): Section {
  const names = [...new Set(months.flatMap(({ severities }) => severities.map(({ name }) => name)))].sort();
  const rows = months.map(({ actionsClosed, actionsOpened, incidents, period, severities }) => [
    period,
    ...[
      incidents,
      ...names.map((name) => severities.find((other) => other.name === name)?.n ?? 0),
      actionsOpened,
      actionsClosed,
    ].map((n) => (n === 0 ? "" : String(n))),
  ]);
  const header = [
    "",
    "incidents",
    ...names.map((name) => printableLine(name) || "no severity"),
    "actions opened",
    "closed",
  ];
  return {
    title: "by month",
    definition: "",
    rows: [header, ...rows],
    numbers: header.map((_, column) => column).slice(1),
    leftOut: leftOutWords(leftOut),
  };
}

function factorsSection({ factors, unnamed }: FactorCounts): Section {
  const quarters = [...new Set(factors.flatMap((factor) => factor.quarters.map(({ name }) => name)))].sort();
  const rows = factors.map((factor) => [
    printableLine(factor.name),
    String(factor.n),
    ...quarters.map((quarter) => String(factor.quarters.find(({ name }) => name === quarter)?.n ?? "")),
    factor.services.map(({ name, n }) => `${printableLine(name) || "no service"} ${n}`).join(", "),
  ]);
  const header = ["", "incidents", ...quarters.map((quarter) => quarter || "no date"), "services"];
  return {
    title: "contributing factors",
    definition: "",
    rows: [header, ...rows],
    numbers: header.map((_, column) => column).slice(1, -1),
    leftOut: unnamed === 0 ? [] : [`${count(unnamed, "incident")}, no factor is named`],
  };
}

function ageingSection({ ages, n, overdue, withoutDay }: Ageing): Section {
  const rows = ages.map((group) => [
    group.to === null ? `${group.from} days and more` : `${group.from} to ${group.to} days`,
    String(group.n),
    String(group.overdue),
  ]);
  const unknown = withoutDay === 0 ? [] : [["age unknown", String(withoutDay), ""]];
  return {
    title: `${count(n, "open action item")}, ${overdue} overdue`,
    definition: "",
    rows: [["open for", "n", "overdue"], ...rows, ...unknown],
    numbers: [1, 2],
    leftOut: [],
  };
}

function metricSection({ id, definition, groups, leftOut }: MetricStatistics): Section {
  return {
    title: id,
    definition,
    rows: [["", "n", "median", "quartiles"], ...groups.map(row)],
    numbers: [1],
    leftOut: leftOutWords(leftOut),
  };
}

function row({ by, name, n, median, lowerQuartile, upperQuartile }: GroupStatistics): string[] {
  const quartiles =
    n === 1 ? "" : `${formatMinutes(Math.round(lowerQuartile))} to ${formatMinutes(Math.round(upperQuartile))}`;
  return [
    by === "all" ? "all" : printableLine(name) || `no ${by}`,
    String(n),
    formatMinutes(Math.round(median)),
    quartiles,
  ];
}

function leftOutWords(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, number]) => `${count(number, "incident")}, ${reason}`);
}
