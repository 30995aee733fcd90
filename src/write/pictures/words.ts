import { counting } from "../../base";
import type { Headline, MilestoneId } from "../../incident";
import type { PeriodUnit } from "../../time";

/** What incidents are grouped by. */
type Grouping = "quarter" | "severity" | "service";

/** The metrics that are drawn. */
type Drawn = "detect" | "acknowledge" | "resolve";

const counted = counting("en");

const incidents = { one: "# incident", other: "# incidents" };

const ends: Readonly<Record<Drawn, string>> = {
  detect: "detection",
  acknowledge: "acknowledgement",
  resolve: "resolution",
};

/** What the pictures of incidents say, in English, as documents do. An interface may say it in other languages. */
export const pictureWords = {
  incidents: "Incidents",
  number: (number: number) => counted(number),
  without: { quarter: "No date", severity: "No severity", service: "No service" } satisfies Record<Grouping, string>,
  period: { month: "Month", quarter: "Quarter", year: "Year" } satisfies Record<PeriodUnit, string>,
  incidentsPer: (unit: PeriodUnit) => `Incidents per ${unit}`,
  incidentIn: (period: string) => `1 incident, in ${period}.`,
  incidentsCounted: (total: number) => `${counted(total, incidents)}.`,
  incidentsMostIn: (total: number, period: string, most: number) =>
    `${counted(total, incidents)}, most in ${period} (${counted(most)}).`,
  timesPerQuarter: {
    detect: "Time to detect per quarter",
    acknowledge: "Time to acknowledge per quarter",
    resolve: "Time to resolve per quarter",
  } satisfies Record<Drawn, string>,
  timesBy: { severity: "Time to resolve by severity", service: "Time to resolve by service" },
  timesTold: (metric: Drawn, median: string, n: number) =>
    `From start to ${ends[metric]}: median ${median} of ${counted(n, incidents)}.`,
  /** The same where the middle half is known. */
  timesToldWithMiddle: (metric: Drawn, median: string, n: number, middle: string) =>
    `From start to ${ends[metric]}: median ${median} of ${counted(n, incidents)}; half of them took ${middle}.`,
  forEachService: "An incident counts for each of its services.",
  drawnOf: (drawn: number, all: number) => `Drawn are ${counted(drawn)} of ${counted(all)}; the table has all of them.`,
  logarithmic: "The scale is logarithmic.",
  dashed: (few: number) => `Dashed: fewer than ${counted(few, incidents)}, which say little about the next one.`,
  group: { quarter: "Quarter", severity: "Severity", service: "Service" } satisfies Record<Grouping, string>,
  median: "Median",
  quartiles: "Quartiles",
  extremes: "Shortest to longest",
  range: (from: string, to: string) => `${from} to ${to}`,
  medianOf: (median: string, n: number) => `median ${median}, n = ${counted(n)}`,
  spread: (lower: string, upper: string, least: string, most: string) =>
    `quartiles ${lower} to ${upper}, from ${least} to ${most}`,
  factor: "Factor",
  factors: { quarter: "Contributing factors per quarter", service: "Contributing factors by service" },
  forEachFactor: "An incident counts for each factor it names.",
  namingNoFactor: (n: number) => counted(n, { one: "# incident names none.", other: "# incidents name none." }),
  itemsPer: (unit: PeriodUnit) => `Action items per ${unit}`,
  opened: "Opened",
  closed: "Closed",
  itemsCounted: (opened: number, closed: number) => `${counted(opened)} opened, ${counted(closed)} done or given up.`,
  closedInTime: (due: number, inTime: number) =>
    `${counted(due, { one: "Of # that was due", other: "Of # that were due" })}, ${counted(inTime)} closed in time.`,
  closedWithin: (days: number) =>
    counted(days, {
      one: "Half of those closed took # day or less.",
      other: "Half of those closed took # days or less.",
    }),
  closedWithoutDay: (items: number) =>
    counted(items, {
      one: "Of all items that are closed, # does not say when, and counts on the day of opening.",
      other: "Of all items that are closed, # do not say when, and count on the day of opening.",
    }),
  openByAge: "Open action items by age",
  ageInDays: "Age in days",
  open: "Open",
  overdue: "Overdue",
  notOverdue: "Not overdue",
  nothingOpen: "Nothing is open.",
  openCounted: (open: number, overdue: number) =>
    `${counted(open)} open today, ${counted(overdue)} overdue; days since they were opened.`,
  ageUnknown: (items: number) =>
    `The age of ${counted(items)} is unknown: neither the item nor its incident has a date.`,
  headlines: {
    incidents: "Incidents",
    "time-to-resolve": "Median time to resolve",
    "open-actions": "Open action items",
    "closed-in-time": "Closed in time",
  } satisfies Record<Headline["id"], string>,
  share: (percent: number) => `${counted(percent)} %`,
  asBefore: "As before",
  moreThanBefore: (count: number) => `${counted(count)} more than before`,
  fewerThanBefore: (count: number) => `${counted(count)} fewer than before`,
  changed: {
    "time-to-resolve": {
      up: (before: string) => `Longer from ${before}`,
      down: (before: string) => `Shorter from ${before}`,
    },
    "closed-in-time": { up: (before: string) => `Up from ${before}`, down: (before: string) => `Down from ${before}` },
  },
  inTime: "Incidents in time",
  inTimeTold: (n: number, first: string, last: string) => `${counted(n, incidents)}, ${first} to ${last}.`,
  timeline: {
    ofIncident: (title: string) => `Timeline of ${title}`,
    untitled: "Timeline of the incident",
    turns: {
      started: "started",
      detected: "detected",
      acknowledged: "acknowledged",
      identified: "identified",
      mitigated: "mitigated",
      resolved: "resolved",
    } satisfies Record<MilestoneId, string>,
    sinceStart: "since the start",
    asWritten: "times as written",
    later: (length: string) => `${length} later`,
    silence: (length: string) => `${length} without an entry`,
    clocksGo: (before: string, after: string) => `Clocks go from ${before} to ${after}`,
    beforeStart: (length: string) => `${length} before the start`,
    afterStart: (length: string) => `${length} after the start`,
    noEvent: "No event has a known time.",
    events: (events: number, first: string, last: string) =>
      `${counted(events, { one: "# event", other: "# events" })} from ${first} to ${last}`,
    turnAt: (turn: string, clock: string) => `${turn} at ${clock}`,
    nothingFor: (length: string, from: string) => `nothing for ${length} from ${from}`,
    unplaced: (events: number) => `${counted(events)} more without a known day.`,
  },
};

/** What pictures say, in one language. */
export type PictureWords = typeof pictureWords;
