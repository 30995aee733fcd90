import { formatMinutes } from "../../incident/duration";
import { statisticsOf, type GroupStatistics, type LeftOut, type MetricStatistics, type Statistics } from "../../incident/statistics";
import type { Command } from "../command";
import { formatTable } from "../format/table";
import { readIncidents } from "../incidents";
import { oneOf, readArguments, readClock, type Options } from "../options";
import { count, styleFor, visible, type Style } from "../terminal";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** Fewer incidents say little about the next one. */
const telling = 5;

/** `postmortem stats`: metrics over all incidents. */
export const stats: Command = {
  name: "stats",
  summary: "Show how long incidents take, by severity, service and quarter",
  usage: "<vault> [options]",
  options,
  examples: ["postmortem stats my-vault", "postmortem stats my-vault --format json"],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const clock = readClock(values, io);
    const { workspace, incidents } = await readIncidents(positionals, values, clock, io);
    const statistics = statisticsOf(incidents);
    io.stdout.write(format === "json" ? `${JSON.stringify({ version: 1, ...statistics }, null, 2)}\n` : text(statistics, styleFor(io.stdout, io)));
    return workspace.isComplete() ? 0 : 2;
  },
};

function text({ incidents, metrics }: Statistics, style: Style): string {
  const parts = metrics.filter(({ groups }) => groups.length > 0).map((metric) => metricText(metric, style));
  const few = incidents > 0 && incidents < telling ? style.dim(`fewer than ${telling} incidents say little about the next one\n`) : "";
  return `${count(incidents, "incident")}\n${few}${parts.join("")}`;
}

function metricText({ id, definition, groups, leftOut }: MetricStatistics, style: Style): string {
  const table = formatTable([["", "n", "median", "quartiles"], ...groups.map(row)], new Set([1]));
  return `\n${style.bold(id)} ${style.dim(`(${definition})`)}\n${table.replace(/^(?=.)/gm, "  ")}${leftOutText(leftOut, style)}`;
}

function row({ by, name, n, median, lowerQuartile, upperQuartile }: GroupStatistics): string[] {
  const quartiles = n === 1 ? "" : `${formatMinutes(Math.round(lowerQuartile))} to ${formatMinutes(Math.round(upperQuartile))}`;
  return [by === "all" ? "all" : visible(name) || `no ${by}`, String(n), formatMinutes(Math.round(median)), quartiles];
}

function leftOutText(leftOut: readonly LeftOut[], style: Style): string {
  const reasons = new Map<string, number>();
  for (const { reason } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, number]) => style.dim(`  left out: ${count(number, "incident")}, ${reason}\n`)).join("");
}
