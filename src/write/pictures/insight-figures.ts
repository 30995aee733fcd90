import { capitalized, compareTexts } from "../../base";
import type {
  AgeGroup,
  Ageing,
  FactorCounts,
  FollowUps,
  GroupStatistics,
  IncidentPick,
  Insights,
  LeftOut,
  MetricStatistics,
  PeriodCounts,
} from "../../incident";
import { telling } from "../../incident";
import type { PeriodUnit } from "../../time";
import { barChart } from "./bars";
import { matrixChart } from "./matrix";
import { compactMinutes } from "./text";
import { spreadChart } from "./ranges";
import type { TexturedSeries, Tone } from "./texture";
import type { Shape } from "./shape";

/** One picture with its numbers. */
export interface Figure {
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly note: string;
  /** How to read the picture, where that is not plain; of no use beside the numbers alone. */
  readonly reading: string;
  /** What its colours stand for; empty when there is one colour only. */
  readonly legend: readonly { readonly series: TexturedSeries; readonly n: number }[];
  /** The same numbers in words; the first row is the header. */
  readonly table: readonly (readonly string[])[];
  readonly leftOut: readonly LeftOut[];
  /** The incidents behind a cell of the table, both counted from 0 without the header; null where it counts others. */
  readonly pickAt: (row: number, column: number) => IncidentPick | null;
  /**
   * Draws it so many pixels wide; null when there is nothing to draw. What stands for a cell has it in `data-cell`, as
   * `row column`.
   */
  draw(width: number): Shape | null;
}

/** As many groups as a picture of durations has room for. */
const mostRows = 12;

const severityTones: readonly Tone[] = ["red", "orange", "yellow", "blue", "purple", "green"];

/** The figures across incidents; `severities` are the levels of the settings, worst first. */
export function insightFigures(insights: Insights, severities: readonly string[]): readonly Figure[] {
  const { ageing, closedWithoutDay, contributing, followUps, leftOut, periods, timeToResolve, unit } = insights;
  return [
    incidentFigure(periods, unit, severities, leftOut),
    ...[
      { statistics: insights.timeToDetect, name: "detect", end: "detection" },
      { statistics: insights.timeToAcknowledge, name: "acknowledge", end: "acknowledgement" },
    ].flatMap(({ end, name, statistics }) =>
      statistics.groups.length === 0
        ? []
        : [
            spreadFigure(statistics, {
              title: `Time to ${name} per quarter`,
              note: overallNote(statistics, end),
              by: "quarter",
              order: (groups) => groups,
              leftOut: [],
            }),
          ],
    ),
    spreadFigure(timeToResolve, {
      title: "Time to resolve per quarter",
      note: overallNote(timeToResolve, "resolution"),
      by: "quarter",
      order: (groups) => groups,
      leftOut: timeToResolve.leftOut,
    }),
    spreadFigure(timeToResolve, {
      title: "Time to resolve by severity",
      note: "",
      by: "severity",
      order: (groups) => [...groups].sort((a, b) => rank(a.name, severities) - rank(b.name, severities)),
      leftOut: [],
    }),
    spreadFigure(timeToResolve, {
      title: "Time to resolve by service",
      note: "An incident counts for each of its services.",
      by: "service",
      order: (groups) => [...groups].sort((a, b) => b.n - a.n),
      leftOut: [],
    }),
    ...factorFigures(contributing),
    actionFigure(periods, unit, { closedWithoutDay, followUps }),
    ageingFigure(ageing),
  ];
}

function incidentFigure(
  periods: readonly PeriodCounts[],
  unit: PeriodUnit,
  severities: readonly string[],
  leftOut: readonly LeftOut[],
): Figure {
  const title = `Incidents per ${unit}`;
  const names = [...new Set(periods.flatMap((period) => period.severities.map(({ name }) => name)))].sort(
    (a, b) => rank(a, severities) - rank(b, severities),
  );
  const series = names.map((name): TexturedSeries => ({
    name: name === "" ? "No severity" : name,
    tone: severityTone(name, severities),
  }));
  const bars = periods.map(({ period, severities: counted }) => ({
    label: period,
    counts: names.map((name) => counted.find((other) => other.name === name)?.n ?? 0),
  }));
  const total = periods.reduce((sum, { incidents }) => sum + incidents, 0);
  const busiest = periods.reduce<PeriodCounts | null>(
    (most, period) => (most === null || period.incidents > most.incidents ? period : most),
    null,
  );
  const isAlone = periods.filter(({ incidents }) => incidents === busiest?.incidents).length === 1;
  const note =
    busiest === null || total === 0
      ? ""
      : total === 1
        ? `1 incident, in ${busiest.period}.`
        : `${counted(total, "incident")}${isAlone ? `, most in ${busiest.period} (${busiest.incidents})` : ""}.`;
  return {
    title,
    note,
    reading: "",
    legend: legendOf(series, bars),
    table: [
      [capitalized(unit), "Incidents", ...series.map(({ name }) => name)],
      ...bars.map(({ label, counts }, index) => [label, String(periods[index]?.incidents ?? 0), ...counts.map(String)]),
    ],
    leftOut,
    pickAt: (row, column) => {
      const { period } = periods[row] ?? { period: "" };
      const severity = names[column - 2];
      return {
        name: column < 2 ? period : `${period}, ${series[column - 2]?.name ?? ""}`,
        period: { unit, name: period },
        ...(severity !== undefined && { severity }),
      };
    },
    draw: (width) =>
      total === 0
        ? null
        : barChart({
            title,
            description: note,
            width,
            series,
            bars,
            arrangement: "stacked",
            cellOf: (bar, one) => `${bar} ${one + 2}`,
          }),
  };
}

/** The series, each with the sum of its bars. */
function legendOf(
  series: readonly TexturedSeries[],
  bars: readonly { readonly counts: readonly number[] }[],
): Figure["legend"] {
  return series.map((one, index) => ({
    series: one,
    n: bars.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  }));
}

interface SpreadWords extends Pick<Figure, "title" | "note" | "leftOut"> {
  readonly by: GroupStatistics["by"];
  readonly order: (groups: readonly GroupStatistics[]) => readonly GroupStatistics[];
}

function spreadFigure({ groups, id }: MetricStatistics, { title, note, by, order, leftOut }: SpreadWords): Figure {
  const rows = order(groups.filter((group) => group.by === by)).map((spread) => ({
    name: spread.name === "" ? `No ${by === "quarter" ? "date" : by}` : spread.name,
    spread,
  }));
  // Quarters follow one another, the last ones matter most; of other groups the first ones do.
  const shown = by === "quarter" ? rows.slice(-mostRows) : rows.slice(0, mostRows);
  const cut =
    shown.length < rows.length ? `Drawn are ${shown.length} of ${rows.length}; the table has all of them.` : "";
  const few = rows.some(({ spread }) => spread.n < telling)
    ? `Dashed: fewer than ${telling} incidents, which say little about the next one.`
    : "";
  const reading = [cut, rows.length === 0 ? "" : "The scale is logarithmic.", few]
    .filter((sentence) => sentence !== "")
    .join(" ");
  return {
    title,
    note,
    reading,
    legend: [],
    table: [
      [capitalized(by), "Incidents", "Median", "Quartiles", "Shortest to longest"],
      ...rows.map(({ name, spread }) => [
        name,
        String(spread.n),
        compactMinutes(spread.median),
        range(spread.lowerQuartile, spread.upperQuartile),
        range(spread.least, spread.most),
      ]),
    ],
    leftOut,
    pickAt: (row) => {
      const group = rows[row];
      const name = group?.spread.name ?? "";
      const groups = { quarter: { period: { unit: "quarter" as const, name } }, severity: { severity: name } };
      const where = by === "service" ? { service: name } : by === "all" ? {} : groups[by];
      return { name: group?.name ?? "", metric: id, ...where };
    },
    draw: (width) =>
      shown.length === 0
        ? null
        : spreadChart({
            title,
            description: [note, reading].join(" ").trim(),
            width,
            rows: shown,
            cellOf: (row) => `${row + (by === "quarter" ? rows.length - shown.length : 0)} 1`,
          }),
  };
}

function overallNote({ groups }: MetricStatistics, end: string): string {
  const all = groups.find(({ by }) => by === "all");
  if (all === undefined) return "";
  const middle = all.n === 1 ? "" : `; half of them took ${range(all.lowerQuartile, all.upperQuartile)}`;
  return `From start to ${end}: median ${compactMinutes(all.median)} of ${counted(all.n, "incident")}${middle}.`;
}

/** What contributed to incidents over time and by service; nothing while no incident says. */
function factorFigures({ factors, unnamed }: FactorCounts): readonly Figure[] {
  if (factors.length === 0) return [];
  const figure = (title: string, by: "quarters" | "services", note: string): Figure => {
    const sums = new Map<string, number>();
    for (const { name, n } of factors.flatMap((factor) => factor[by])) sums.set(name, (sums.get(name) ?? 0) + n);
    const names = [...sums.keys()].sort((a, b) =>
      by === "quarters" ? compareTexts(a, b) : (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || compareTexts(a, b),
    );
    const columns = names.map((name) => name || (by === "quarters" ? "No date" : "No service"));
    const rows = factors.map((factor) => ({
      name: capitalized(factor.name),
      n: factor.n,
      counts: names.map((name) => factor[by].find((other) => other.name === name)?.n ?? 0),
    }));
    return {
      title,
      note,
      reading: "",
      legend: [],
      table: [
        ["Factor", "Incidents", ...columns],
        ...rows.map(({ counts, n, name }) => [name, String(n), ...counts.map(String)]),
      ],
      leftOut: [],
      draw: (width) =>
        matrixChart({
          title,
          description: note,
          width,
          columns,
          rows,
          keep: by === "quarters" ? "last" : "first",
          cellOf: (row, column) => `${row} ${column + 2}`,
        }),
      pickAt: (row, column) => {
        const factor = factors[row]?.name ?? "";
        const group = names[column - 2];
        const where =
          group === undefined
            ? {}
            : by === "quarters"
              ? { period: { unit: "quarter" as const, name: group } }
              : { service: group };
        return {
          name: [rows[row]?.name ?? "", columns[column - 2] ?? ""].filter(Boolean).join(", "),
          factor,
          ...where,
        };
      },
    };
  };
  const silent = unnamed === 0 ? "" : ` ${counted(unnamed, "incident")} ${unnamed === 1 ? "names" : "name"} none.`;
  return [
    figure("Contributing factors per quarter", "quarters", `An incident counts for each factor it names.${silent}`),
    figure("Contributing factors by service", "services", ""),
  ];
}

function actionFigure(
  periods: readonly PeriodCounts[],
  unit: string,
  { closedWithoutDay, followUps }: Pick<Insights, "closedWithoutDay" | "followUps">,
): Figure {
  const title = `Action items per ${unit}`;
  const series: readonly TexturedSeries[] = [
    { name: "Opened", tone: "orange" },
    { name: "Closed", tone: "blue" },
  ];
  const bars = periods.map(({ actionsClosed, actionsOpened, period }) => ({
    label: period,
    counts: [actionsOpened, actionsClosed],
  }));
  const totals = [0, 1].map((index) => bars.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const [opened = 0, closed = 0] = totals;
  const assumed =
    closedWithoutDay === 0
      ? ""
      : ` Of all items that are closed, ${closedWithoutDay} ${closedWithoutDay === 1 ? "does" : "do"} not say when, and ${closedWithoutDay === 1 ? "counts" : "count"} on the day of opening.`;
  const note = `${opened} opened, ${closed} done or given up.${followUpsInWords(followUps)}${assumed}`;
  return {
    title,
    note,
    reading: "",
    legend: series.map((one, index) => ({ series: one, n: totals[index] ?? 0 })),
    table: [
      [capitalized(unit), "Opened", "Closed"],
      ...bars.map(({ label, counts }) => [label, ...counts.map(String)]),
    ],
    leftOut: [],
    pickAt: () => null,
    draw: (width) =>
      opened + closed === 0 ? null : barChart({ title, description: note, width, series, bars, arrangement: "beside" }),
  };
}

/** How reliably items are closed, where that is known. */
function followUpsInWords({ daysOpen, due, inTime }: FollowUps): string {
  const punctual = due === 0 ? "" : ` Of ${due} that ${due === 1 ? "was" : "were"} due, ${inTime} closed in time.`;
  const days = daysOpen === null ? 0 : Math.round(daysOpen.median);
  return daysOpen === null
    ? punctual
    : `${punctual} Half of those closed took ${days} day${days === 1 ? "" : "s"} or less.`;
}

function ageingFigure({ ages, n, overdue, withoutDay }: Ageing): Figure {
  const title = "Open action items by age";
  const series: readonly TexturedSeries[] = [
    { name: "Overdue", tone: "red" },
    { name: "Not overdue", tone: "blue" },
  ];
  const bars = ages.map((group) => ({ label: ageName(group), counts: [group.overdue, group.n - group.overdue] }));
  const unknown =
    withoutDay === 0 ? "" : ` The age of ${withoutDay} is unknown: neither the item nor its incident has a date.`;
  const note =
    n === 0 ? "Nothing is open." : `${n} open today, ${overdue} overdue; days since they were opened.${unknown}`;
  const total = ages.reduce((sum, group) => sum + group.n, 0);
  return {
    title,
    note,
    reading: "",
    legend: legendOf(series, bars),
    table: [
      ["Age in days", "Open", "Overdue"],
      ...ages.map((group) => [ageName(group), String(group.n), String(group.overdue)]),
    ],
    leftOut: [],
    pickAt: () => null,
    draw: (width) =>
      total === 0 ? null : barChart({ title, description: note, width, series, bars, arrangement: "stacked" }),
  };
}

function ageName({ from, to }: AgeGroup): string {
  return to === null ? `${from}+` : `${from}–${to}`;
}

/** The colour of a severity in every picture; grey for those that do not say. */
export function severityTone(severity: string, severities: readonly string[]): Tone {
  return severity === "" ? "grey" : (severityTones[rank(severity, severities) % severityTones.length] ?? "grey");
}

/** The place of a level among those of the settings; those that are none come last. */
function rank(severity: string, severities: readonly string[]): number {
  const index = severities.indexOf(severity);
  return index < 0 ? severities.length : index;
}

function range(from: number, to: number): string {
  return `${compactMinutes(from)} to ${compactMinutes(to)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
