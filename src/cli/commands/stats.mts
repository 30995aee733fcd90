import { printableJson, printableLine } from "../../base";
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
import type { Command } from "../command.mts";
import { formatTable } from "../format/table.mts";
import { findPostmortems } from "../files/workspace.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { count, styleFor, type Style } from "../terminal.mts";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/**
 * `postmortem stats`: what all incidents have in common, how many there were, and what became of their action items.
 */
export const stats: Command = {
  ...statsCommand,
  usage: "<vault> [options]",
  options,
  examples: ["postmortem stats my-vault", "postmortem stats my-vault --format json"],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const clock = clockFrom(values, io);
    const { workspace, postmortems } = await findPostmortems(positionals, values, io);
    const { library, settings } = workspace;
    const report = reportStatistics(postmortems, { library, settings, clock });
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else io.stdout.write(text(report, styleFor(io.stdout, io)));
    return workspace.isComplete() ? 0 : 2;
  },
};

function text(
  { contributing, incidents, metrics, months, monthsLeftOut, openActions }: Statistics,
  style: Style,
): string {
  const parts = metrics.filter(({ groups }) => groups.length > 0).map((metric) => metricText(metric, style));
  const few =
    incidents > 0 && incidents < telling
      ? style.dim(`fewer than ${telling} incidents say little about the next one\n`)
      : "";
  const monthly = months.length === 0 ? "" : `${monthsText(months, style)}${leftOutText(monthsLeftOut, style)}`;
  return `${count(incidents, "incident")}\n${few}${parts.join("")}${monthly}${contributing.factors.length === 0 ? "" : factorsText(contributing, style)}${openActions.n === 0 ? "" : ageingText(openActions, style)}`;
}

function monthsText(months: readonly PeriodCounts[], style: Style): string {
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
  return section("by month", [header, ...rows], style);
}

function factorsText({ factors, unnamed }: FactorCounts, style: Style): string {
  const quarters = [...new Set(factors.flatMap((factor) => factor.quarters.map(({ name }) => name)))].sort();
  const rows = factors.map((factor) => [
    printableLine(factor.name),
    String(factor.n),
    ...quarters.map((quarter) => String(factor.quarters.find(({ name }) => name === quarter)?.n ?? "")),
    factor.services.map(({ name, n }) => `${printableLine(name) || "no service"} ${n}`).join(", "),
  ]);
  const header = ["", "incidents", ...quarters.map((quarter) => quarter || "no date"), "services"];
  const table = formatTable([header, ...rows], new Set(header.map((_, column) => column).slice(1, -1)));
  const silent = unnamed === 0 ? "" : style.dim(`  left out: ${count(unnamed, "incident")}, no factor is named\n`);
  return `\n${style.bold("contributing factors")}\n${table.replace(/^(?=.)/gm, "  ")}${silent}`;
}

function ageingText({ ages, n, overdue, withoutDay }: Ageing, style: Style): string {
  const rows = ages.map((group) => [
    group.to === null ? `${group.from} days and more` : `${group.from} to ${group.to} days`,
    String(group.n),
    String(group.overdue),
  ]);
  const unknown = withoutDay === 0 ? [] : [["age unknown", String(withoutDay), ""]];
  return section(
    `${count(n, "open action item")}, ${overdue} overdue`,
    [["open for", "n", "overdue"], ...rows, ...unknown],
    style,
  );
}

/** A table below its title; every column but the first holds numbers. */
function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  const table = formatTable(rows, new Set(rows[0]?.map((_, column) => column).slice(1)));
  return `\n${style.bold(title)}\n${table.replace(/^(?=.)/gm, "  ")}`;
}

function metricText({ id, definition, groups, leftOut }: MetricStatistics, style: Style): string {
  const table = formatTable([["", "n", "median", "quartiles"], ...groups.map(row)], new Set([1]));
  return `\n${style.bold(id)} ${style.dim(`(${definition})`)}\n${table.replace(/^(?=.)/gm, "  ")}${leftOutText(leftOut, style)}`;
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

function leftOutText(leftOut: readonly LeftOut[], style: Style): string {
  const reasons = new Map<string, number>();
  for (const { reason } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons]
    .map(([reason, number]) => style.dim(`  left out: ${count(number, "incident")}, ${reason}\n`))
    .join("");
}
