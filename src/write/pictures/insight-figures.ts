import { capitalized, compareTexts } from "../../base";
import type {
  AgeGroup,
  Ageing,
  FactorCounts,
  GroupStatistics,
  IncidentPick,
  Insights,
  LeftOut,
  MetricStatistics,
  PeriodCounts,
} from "../../incident";
import { telling } from "../../incident";
import { barChart } from "./bars";
import { matrixChart } from "./matrix";
import { spreadChart } from "./ranges";
import { compactMinutes } from "./text";
import type { TexturedSeries, Tone } from "./texture";
import type { Shape } from "./shape";
import type { PictureWords } from "./words";
import { pictureWords } from "./words";

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
export function insightFigures(
  insights: Insights,
  severities: readonly string[],
  words: PictureWords = pictureWords,
): readonly Figure[] {
  const { contributing, timeToAcknowledge, timeToDetect, timeToResolve } = insights;
  return [
    incidentFigure(insights, severities, words),
    ...(["detect", "acknowledge"] as const).flatMap((metric) => {
      const statistics = metric === "detect" ? timeToDetect : timeToAcknowledge;
      if (statistics.groups.length === 0) return [];
      return [
        spreadFigure(
          statistics,
          {
            title: words.timesPerQuarter[metric],
            note: overallNote(statistics, metric, words),
            by: "quarter",
            order: (groups) => groups,
            leftOut: [],
          },
          words,
        ),
      ];
    }),
    spreadFigure(
      timeToResolve,
      {
        title: words.timesPerQuarter.resolve,
        note: overallNote(timeToResolve, "resolve", words),
        by: "quarter",
        order: (groups) => groups,
        leftOut: timeToResolve.leftOut,
      },
      words,
    ),
    spreadFigure(
      timeToResolve,
      {
        title: words.timesBy.severity,
        note: "",
        by: "severity",
        order: (groups) => [...groups].sort((a, b) => rank(a.name, severities) - rank(b.name, severities)),
        leftOut: [],
      },
      words,
    ),
    spreadFigure(
      timeToResolve,
      {
        title: words.timesBy.service,
        note: words.forEachService,
        by: "service",
        order: (groups) => [...groups].sort((a, b) => b.n - a.n),
        leftOut: [],
      },
      words,
    ),
    ...factorFigures(contributing, words),
    actionFigure(insights, words),
    ageingFigure(insights.ageing, words),
  ];
}

function incidentFigure(
  { leftOut, periods, unit }: Pick<Insights, "leftOut" | "periods" | "unit">,
  severities: readonly string[],
  words: PictureWords,
): Figure {
  const title = words.incidentsPer(unit);
  const names = [...new Set(periods.flatMap((period) => period.severities.map(({ name }) => name)))].sort(
    (a, b) => rank(a, severities) - rank(b, severities),
  );
  const series = names.map((name): TexturedSeries => ({
    name: name === "" ? words.without.severity : name,
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
  const note = incidentNote(total, isAlone ? busiest : null, words);
  return {
    title,
    note,
    reading: "",
    legend: legendOf(series, bars),
    table: [
      [words.period[unit], words.incidents, ...series.map(({ name }) => name)],
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

interface SpreadParts extends Pick<Figure, "title" | "note" | "leftOut"> {
  readonly by: Exclude<GroupStatistics["by"], "all">;
  readonly order: (groups: readonly GroupStatistics[]) => readonly GroupStatistics[];
}

function spreadFigure(
  { groups, id }: MetricStatistics,
  { title, note, by, order, leftOut }: SpreadParts,
  words: PictureWords,
): Figure {
  const rows = order(groups.filter((group) => group.by === by)).map((spread) => ({
    name: spread.name === "" ? words.without[by] : spread.name,
    spread,
  }));
  // Quarters follow one another, the last ones matter most; of other groups the first ones do.
  const shown = by === "quarter" ? rows.slice(-mostRows) : rows.slice(0, mostRows);
  const cut = shown.length < rows.length && words.drawnOf(shown.length, rows.length);
  const few = rows.some(({ spread }) => spread.n < telling) && words.dashed(telling);
  const reading = joined(cut, rows.length > 0 && words.logarithmic, few);
  return {
    title,
    note,
    reading,
    legend: [],
    table: [
      [words.group[by], words.incidents, words.median, words.quartiles, words.extremes],
      ...rows.map(({ name, spread }) => [
        name,
        String(spread.n),
        compactMinutes(spread.median),
        rangeOf(spread.lowerQuartile, spread.upperQuartile, words),
        rangeOf(spread.least, spread.most, words),
      ]),
    ],
    leftOut,
    pickAt: (row) => {
      const group = rows[row];
      const name = group?.spread.name ?? "";
      const groups = { quarter: { period: { unit: "quarter" as const, name } }, severity: { severity: name } };
      const where = by === "service" ? { service: name } : groups[by];
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
            words,
            cellOf: (row) => `${row + (by === "quarter" ? rows.length - shown.length : 0)} 1`,
          }),
  };
}

function overallNote(
  { groups }: MetricStatistics,
  metric: keyof PictureWords["timesPerQuarter"],
  words: PictureWords,
): string {
  const all = groups.find(({ by }) => by === "all");
  if (all === undefined) return "";
  const median = compactMinutes(all.median);
  return all.n === 1
    ? words.timesTold(metric, median, all.n)
    : words.timesToldWithMiddle(metric, median, all.n, rangeOf(all.lowerQuartile, all.upperQuartile, words));
}

/** What contributed to incidents over time and by service; nothing while no incident says. */
function factorFigures({ factors, unnamed }: FactorCounts, words: PictureWords): readonly Figure[] {
  if (factors.length === 0) return [];
  const figure = (title: string, by: "quarters" | "services", note: string): Figure => {
    const sums = new Map<string, number>();
    for (const { name, n } of factors.flatMap((factor) => factor[by])) sums.set(name, (sums.get(name) ?? 0) + n);
    const names = [...sums.keys()].sort((a, b) =>
      by === "quarters" ? compareTexts(a, b) : (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || compareTexts(a, b),
    );
    const columns = names.map((name) => name || words.without[by === "quarters" ? "quarter" : "service"]);
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
        [words.factor, words.incidents, ...columns],
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
  return [
    figure(
      words.factors.quarter,
      "quarters",
      joined(words.forEachFactor, unnamed > 0 && words.namingNoFactor(unnamed)),
    ),
    figure(words.factors.service, "services", ""),
  ];
}

function actionFigure({ closedWithoutDay, followUps, periods, unit }: Insights, words: PictureWords): Figure {
  const title = words.itemsPer(unit);
  const series: readonly TexturedSeries[] = [
    { name: words.opened, tone: "orange" },
    { name: words.closed, tone: "blue" },
  ];
  const bars = periods.map(({ actionsClosed, actionsOpened, period }) => ({
    label: period,
    counts: [actionsOpened, actionsClosed],
  }));
  const totals = [0, 1].map((index) => bars.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const [opened = 0, closed = 0] = totals;
  const { daysOpen, due, inTime } = followUps;
  const note = joined(
    words.itemsCounted(opened, closed),
    due > 0 && words.closedInTime(due, inTime),
    daysOpen !== null && words.closedWithin(Math.round(daysOpen.median)),
    closedWithoutDay > 0 && words.closedWithoutDay(closedWithoutDay),
  );
  return {
    title,
    note,
    reading: "",
    legend: series.map((one, index) => ({ series: one, n: totals[index] ?? 0 })),
    table: [
      [words.period[unit], words.opened, words.closed],
      ...bars.map(({ label, counts }) => [label, ...counts.map(String)]),
    ],
    leftOut: [],
    pickAt: () => null,
    draw: (width) =>
      opened + closed === 0 ? null : barChart({ title, description: note, width, series, bars, arrangement: "beside" }),
  };
}

function ageingFigure({ ages, n, overdue, withoutDay }: Ageing, words: PictureWords): Figure {
  const title = words.openByAge;
  const series: readonly TexturedSeries[] = [
    { name: words.overdue, tone: "red" },
    { name: words.notOverdue, tone: "blue" },
  ];
  const bars = ages.map((group) => ({ label: ageName(group), counts: [group.overdue, group.n - group.overdue] }));
  const note =
    n === 0 ? words.nothingOpen : joined(words.openCounted(n, overdue), withoutDay > 0 && words.ageUnknown(withoutDay));
  const total = ages.reduce((sum, group) => sum + group.n, 0);
  return {
    title,
    note,
    reading: "",
    legend: legendOf(series, bars),
    table: [
      [words.ageInDays, words.open, words.overdue],
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

function incidentNote(
  total: number,
  busiest: Pick<PeriodCounts, "period" | "incidents"> | null,
  words: PictureWords,
): string {
  if (total === 0) return "";
  if (busiest === null) return words.incidentsCounted(total);
  return total === 1
    ? words.incidentIn(busiest.period)
    : words.incidentsMostIn(total, busiest.period, busiest.incidents);
}

/** Those of the sentences that there are, as one text. */
function joined(...sentences: readonly (string | false)[]): string {
  return sentences.filter((sentence) => sentence !== false).join(" ");
}

function rangeOf(from: number, to: number, words: PictureWords): string {
  return words.range(compactMinutes(from), compactMinutes(to));
}
