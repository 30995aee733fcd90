import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  IncidentSearch,
  byPressure,
  insightsOf,
  isDueInWeek,
  isOwnedBy,
  listActions,
  listActionsOf,
  picked,
  readIncident,
  recordOf,
  recurrencesOf,
  sharedSituation,
  situationKeys,
  situationOf,
  statisticsOf,
} from "../../src/incident";
import type {
  ActionFilter,
  Ageing,
  FactorCounts,
  FoundIncident,
  Incident,
  IncidentPick,
  IncidentRecord,
  InsightQuery,
  LeftOut,
  ListedAction,
  MetricStatistics,
  PeriodCounts,
  Spread,
} from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";

const folder = join(import.meta.dirname, "readings", "across");
const files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [`2024/${name}`, readFileSync(join(folder, name), "utf8")]),
);
const paths = Object.keys(files);
const library = libraryOf({ ...files, "Ideas.md": "## Action items\n\n- [ ] Not of a postmortem\n" });
const { memory } = library;
const notes = paths.flatMap((path) => library.note(path) ?? []);
const readAll = (): readonly Incident[] => notes.map((note) => readIncident(note, library, defaultSettings));
const recordsOf = (): readonly IncidentRecord[] => readAll().map((incident) => recordOf(incident));

const today = "2024-06-15";
/** Today, a Saturday, at 12:00. */
const clock = { now: Date.UTC(2024, 5, 15, 12), zone: "UTC" };

function section(name: string, lines: readonly string[]): string {
  return [`## ${name}`, ...lines, ""].join("\n");
}

function actionLine({ age, incident, item, overdue, owners, state }: ListedAction): string {
  const days = `overdue ${overdue ?? "-"}, age ${age ?? "-"}${isDueInWeek(item, today) ? ", this week" : ""}`;
  return `${item.text} [${state}] ${owners.join(" + ")} ${days} of ${JSON.stringify(incident)}`;
}

function spreadText({ least, lowerQuartile, median, most, n, upperQuartile }: Spread): string {
  return `${n} of ${least} ${lowerQuartile} ${median} ${upperQuartile} ${most}`;
}

function metricLine({ definition, groups, id, leftOut }: MetricStatistics): string {
  const [all] = groups;
  return `${id} (${definition}): ${all ? spreadText(all) : "none"}, of ${groups.length} groups, without ${leftOut.length}`;
}

function periodLine({ actionsClosed, actionsOpened, incidents: n, period, severities }: PeriodCounts): string {
  const levels = severities.map((level) => `${level.name || "none"} ${level.n}`).join(", ");
  return `${period}: ${n} (${levels}), actions ${actionsOpened} opened ${actionsClosed} closed`;
}

const withoutLine = ({ path, reason }: LeftOut): string => `without ${path}: ${reason}`;

function ageingLines({ ages, n, overdue, withoutDay }: Ageing): readonly string[] {
  return [
    `open: ${n}, overdue ${overdue}, without a day ${withoutDay}`,
    ...ages.map((age) => `  ${age.from} to ${age.to}: ${age.n}, overdue ${age.overdue}`),
  ];
}

function factorLines({ factors, unnamed }: FactorCounts): readonly string[] {
  const named = (counts: readonly { readonly name: string; readonly n: number }[]): string =>
    counts.map(({ n, name }) => `${name || "none"} ${n}`).join(", ");
  return [
    ...factors.map(({ n, name, quarters, services }) => `${name}: ${n} (${named(quarters)}; ${named(services)})`),
    `no factor: ${unnamed}`,
  ];
}

/** The figures that are asked for, one a line. */
function figures(of: readonly IncidentRecord[], query: Partial<InsightQuery>, on = today): readonly string[] {
  const insights = insightsOf(of, { months: null, severity: null, service: null, ...query }, on);
  const { due, daysOpen, inTime } = insights.followUps;
  return [
    `${insights.incidents}: ${insights.records.map(({ path }) => path).join(" ")}`,
    `by ${insights.unit}, ${insights.closedWithoutDay} closed without a day`,
    ...insights.periods.map(periodLine),
    ...insights.headlines.map(({ before, id, value }) => `${id}: ${value}, before ${before}`),
    ...[insights.timeToDetect, insights.timeToAcknowledge, insights.timeToResolve].map(metricLine),
    `due ${due}, in time ${inTime}, open for ${daysOpen ? spreadText(daysOpen) : "none"}`,
    ...factorLines(insights.contributing),
    ...ageingLines(insights.ageing),
    ...insights.leftOut.map(withoutLine),
  ];
}

function statisticsLines(of: readonly IncidentRecord[]): readonly string[] {
  const { contributing, incidents: n, metrics, months, monthsLeftOut, openActions } = statisticsOf(of, today);
  return [
    `${n}`,
    ...metrics.flatMap((metric) => [
      metricLine(metric),
      ...metric.groups.map((group) => `  ${group.by} ${group.name || "none"}: ${spreadText(group)}`),
      ...metric.leftOut.map((each) => `  ${withoutLine(each)}`),
    ]),
    ...months.map(periodLine),
    ...monthsLeftOut.map(withoutLine),
    ...ageingLines(openActions),
    ...factorLines(contributing),
  ];
}

function foundLine({ path, reasons, score, title }: FoundIncident): string {
  return `  ${score.toFixed(4)} ${path} (${title}): ${reasons.join("; ")}`;
}

async function isApproved(name: string, sections: readonly string[]): Promise<void> {
  await expect(sections.join("\n")).toMatchFileSnapshot(join(folder, `${name}.txt`));
}

describe("what a few incidents say together is what was looked at once:", () => {
  it("records and action items", async () => {
    const incidents = readAll();
    const filters: readonly ActionFilter[] = [
      {},
      { open: true },
      { open: false },
      { overdue: true },
      { owner: "ada" },
      { owner: "Ada Lovelace" },
      { owner: "lovelace @ada" },
      { owner: "nobody" },
      { open: true, owner: "ben" },
    ];
    const all = listActions(incidents, clock);
    expect([...all].reverse().sort(byPressure)).toEqual(all);
    await isApproved("records", [
      section(
        "records",
        recordsOf().map((record) => JSON.stringify(record)),
      ),
      ...filters.map((filter) =>
        section(`actions ${JSON.stringify(filter)}`, listActions(incidents, clock, filter).map(actionLine)),
      ),
      ...[...paths, "Ideas.md", "Nowhere.md"].map((path) =>
        section(`actions of ${path}`, listActionsOf(path, library, defaultSettings, clock).map(actionLine)),
      ),
      section("who is meant", [
        ...["ada", "Ada Lovelace", "@ADA", "ad", "lovelace ada", "love", ""].map(
          (name) => `${name}: ${isOwnedBy(["Ben", "Ada Lovelace"], name)}`,
        ),
      ]),
    ]);
  });

  it("figures", async () => {
    const records = recordsOf();
    const queries: readonly Partial<InsightQuery>[] = [
      {},
      { months: 1 },
      { months: 3 },
      { months: 4 },
      { since: "2024-03-31" },
      { since: "2024-04-23" },
      { since: "2024-03-23" },
      { since: "2024-06-09", months: 12 },
      { severity: "SEV-1" },
      { severity: "" },
      { service: "login" },
      { service: "mail", severity: "SEV-3" },
      { service: "" },
      { service: "nothing", months: 2 },
      { since: "2021-01-01" },
      { since: "2010-01-01" },
    ];
    await isApproved("figures", [
      ...queries.map((query) => section(`insights ${JSON.stringify(query)}`, figures(records, query))),
      section("insights in September", figures(records, { months: 7 }, "2024-09-01")),
      section("insights of none", figures([], {})),
      section("insights of none this year", figures([], { since: "2024-01-01" })),
      section("statistics", statisticsLines(records)),
      section("statistics of none", statisticsLines([])),
    ]);
  });

  it("those behind a mark, and those that came again", async () => {
    const records = recordsOf();
    const situations = notes.map((note) => situationOf(note, defaultSettings, memory));
    const picks: readonly Omit<IncidentPick, "name">[] = [
      {},
      { period: { unit: "month", name: "2024-03" } },
      { period: { unit: "quarter", name: "2024-Q2" } },
      { period: { unit: "year", name: "2023" } },
      { period: { unit: "month", name: "" } },
      { severity: "SEV-1" },
      { severity: "" },
      { service: "login" },
      { service: "" },
      { factor: "capacity" },
      { factor: "" },
      { metric: "time-to-detect" },
      { metric: "time-to-acknowledge" },
      { metric: "time-to-resolve", service: "login", severity: "SEV-2" },
    ];
    const again = (days: number): readonly string[] =>
      recurrencesOf(situations, days).map((recurrence) => JSON.stringify(recurrence));
    await isApproved("picked", [
      ...picks.map((pick) =>
        section(
          JSON.stringify(pick),
          picked(records, { name: "", ...pick }).map(({ path }) => path),
        ),
      ),
      section(
        "situations",
        situations.map((each) => `${JSON.stringify(each)} ${JSON.stringify([...situationKeys(each)])}`),
      ),
      section(
        "shared",
        situations.flatMap((later) =>
          situations.flatMap((earlier) => {
            const shared = later === earlier ? null : sharedSituation(later, earlier);
            return shared === null ? [] : [`${later.path} ${earlier.path} ${JSON.stringify(shared)}`];
          }),
        ),
      ),
      ...[10, 29, 30, 69, 70, 1000].map((days) => section(`again within ${days} days`, again(days))),
    ]);
    expect(recurrencesOf([...situations].reverse(), 1000)).toEqual(recurrencesOf(situations, 1000));
  });

  it("what is found by words, and what is alike", async () => {
    const search = new IncidentSearch();
    for (const note of notes) search.add(note, defaultSettings, memory);
    const queries = [
      "login",
      "Login FAILS",
      "web shop",
      "pool_size",
      "econnreset",
      "us-east-1",
      "v2.3.1.",
      "connection pool of the queue",
      "capacity",
      "change mail",
      "login runbook",
      "ログイン",
      "障",
      "障害",
      "POOL_SIZE",
      "logs/2024 24-hour A/B TLS1 xTLS12 TLS1x x:9 a-b b/-",
      "a",
      "nothing of it",
      "",
    ];
    const all = (): readonly string[] => [
      ...queries.map((query) => section(`find ${query}`, search.find(query, 4).map(foundLine))),
      ...[...paths, "Nowhere.md"].map((path) => section(`like ${path}`, search.alike(path, 3).map(foundLine))),
    ];
    const before = all();
    await isApproved("search", before);
    for (const note of notes.slice(2)) search.add(note, defaultSettings, memory);
    expect(all()).toEqual(before);
    const [gone] = notes;
    if (gone === undefined) throw new Error("there are notes");
    search.remove(gone.path);
    search.remove("Nowhere.md");
    expect(search.find("certificate", 3)).toEqual([]);
    search.add(gone, defaultSettings, memory);
    expect(all()).toEqual(before);
  });
});

/** A search over notes that are made here, by their paths. */
function searchOf(texts: Readonly<Record<string, string>>): IncidentSearch {
  const search = new IncidentSearch();
  const made = libraryOf(texts);
  for (const path of Object.keys(texts)) {
    const note = made.note(path);
    if (note !== null) search.add(note, defaultSettings, made.memory);
  }
  return search;
}

const pathsOf = (found: readonly FoundIncident[]): readonly string[] => found.map(({ path }) => path);

describe("incidents are alike", () => {
  it("by a factor, however different their words", () => {
    const search = searchOf({
      "One.md": "---\nfactors: [change]\n---\nalpha beta",
      "Two.md": "---\nfactors: [change]\n---\ngamma delta",
      "Three.md": "epsilon",
    });
    expect(search.alike("One.md", 3)).toEqual([
      { path: "Two.md", title: "Two", score: 2, reasons: ["factor: change"] },
    ]);
  });

  it("by a note that few of them link to", () => {
    const linked = (n: number, of: number): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Array.from({ length: of }, (_, index) => [`N${index}.md`, index < n ? `w${index} [[Runbook]]` : `v${index}`]),
      );
    expect(searchOf(linked(4, 80)).alike("N0.md", 9)[0]?.reasons).toContain("linked note: Runbook");
    expect(searchOf(linked(5, 80)).alike("N0.md", 9)[0]?.reasons).not.toContain("linked note: Runbook");
    expect(searchOf(linked(2, 3)).alike("N0.md", 9)[0]?.reasons).toContain("linked note: Runbook");
  });

  it("by the 400 rarest of their words", () => {
    const words = Array.from({ length: 398 }, (_, index) => `rare${index}`).join(" ");
    const search = searchOf({
      "Own.md": `often seldom ${words}`,
      "Seldom.md": "seldom",
      "Often.md": "often",
      "Also.md": "often",
    });
    expect(pathsOf(search.alike("Own.md", 3))).toEqual(["Seldom.md"]);
  });

  it("by all words of a long note that has no sections", () => {
    const long = Array.from({ length: 700 }, (_, index) => `w${index % 50}`).join(" ");
    const search = searchOf({
      "Long.md": `${long} certificate renewal`,
      "Short.md": "certificate renewal",
      "X.md": "y",
    });
    expect(pathsOf(search.alike("Long.md", 3))).toEqual(["Short.md"]);
  });
});

it("of the services and factors of an incident the first 50 count", () => {
  const names = Array.from({ length: 51 }, (_, index) => `n${index}`);
  const keys = (services: readonly string[], factors: readonly string[]): number =>
    situationKeys({ path: "A.md", date: null, services, factors }).size;
  expect(keys(names, ["f"])).toBe(50);
  expect(keys(["s"], names)).toBe(50);
  expect(keys(names.slice(1), names.slice(1))).toBe(2500);
});
