import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insightsOf, readIncident, recordOf, recurrencesOf, statisticsOf } from "../../src/incident";
import type { IncidentRecord, InsightQuery } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";

const today = "2024-06-15";
const everything: InsightQuery = { months: null, severity: null, service: null };

function record(text: string, path = "Incident.md"): IncidentRecord {
  const library = createLibrary();
  library.update(path, text);
  const note = library.note(path);
  if (note === null) throw new Error("no note");
  return recordOf(readIncident(note, library, defaultSettings));
}

function incident(date: string | null, rest: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    path: `${date ?? "undated"}.md`,
    title: date ?? "undated",
    status: null,
    date,
    severity: "SEV-2",
    services: [],
    factors: [],
    metrics: [{ id: "time-to-resolve", minutes: 30 }],
    actions: [],
    ...rest,
  };
}

describe("what is kept of an incident", () => {
  it("is its day, how long it took or why that is unknown, and the days of its action items", () => {
    const properties =
      "---\ndate: 2024-04-11\nseverity: sev 1\nservices: [api, api]\nfactors: [Capacity, change, capacity, gremlins]\ntimezone: UTC\nstarted: 2024-04-10T23:00\nresolved: 2024-04-11T00:10\n---\n";
    const items =
      "# A\n\n## Action Items\n\n- [ ] Add an alert ➕ 2024-04-13 📅 2024-05-01\n- [x] Revert it ✅ 2024-04-12\n- [-] Buy more ❌ 2024-04-20\n- [x] Tell people\n- [ ] TODO\n";
    const found = record(properties + items);
    expect(found).toMatchObject({
      date: "2024-04-10",
      severity: "SEV-1",
      services: ["api"],
      factors: ["capacity", "change"],
    });
    expect(found.metrics.find(({ id }) => id === "time-to-resolve")).toEqual({ id: "time-to-resolve", minutes: 70 });
    expect(found.metrics.find(({ id }) => id === "time-to-detect")).toEqual({
      id: "time-to-detect",
      reason: "no `detected` time is known",
    });
    expect(found.actions).toEqual([
      { open: true, opened: "2024-04-13", closed: null, due: "2024-05-01" },
      { open: false, opened: "2024-04-10", closed: "2024-04-12", due: null },
      { open: false, opened: "2024-04-10", closed: "2024-04-20", due: null },
      { open: false, opened: "2024-04-10", closed: null, due: null },
    ]);
  });

  it("takes the day from the name of the note where nothing else says it, or has none", () => {
    expect(record("# A\n", "Incident-2024-03-01-A.md").date).toBe("2024-03-01");
    expect(record("# A\n").date).toBeNull();
  });
});

describe("figures across incidents", () => {
  it("count incidents by severity, and action items where they were opened and closed, without gaps between months", () => {
    const records = [
      incident("2024-02-10", { actions: [{ open: false, opened: "2024-02-11", closed: "2024-05-02", due: null }] }),
      incident("2024-02-20", {
        severity: null,
        actions: [{ open: false, opened: "2024-02-20", closed: null, due: null }],
      }),
      incident("2024-04-01"),
    ];
    const { closedWithoutDay, periods, unit } = insightsOf(records, everything, today);
    expect(unit).toBe("month");
    expect(periods).toEqual([
      {
        period: "2024-02",
        incidents: 2,
        severities: [
          { name: "", n: 1 },
          { name: "SEV-2", n: 1 },
        ],
        actionsOpened: 2,
        actionsClosed: 1,
      },
      { period: "2024-03", incidents: 0, severities: [], actionsOpened: 0, actionsClosed: 0 },
      { period: "2024-04", incidents: 1, severities: [{ name: "SEV-2", n: 1 }], actionsOpened: 0, actionsClosed: 0 },
      { period: "2024-05", incidents: 0, severities: [], actionsOpened: 0, actionsClosed: 1 },
    ]);
    expect(closedWithoutDay).toBe(1);
  });

  it("say which incidents have no place in the calendar", () => {
    const { incidents, leftOut, periods } = insightsOf(
      [incident(null), incident("2204-04-11"), incident("2024-06-01")],
      everything,
      today,
    );
    expect(incidents).toBe(3);
    expect(leftOut).toEqual([
      { path: "undated.md", reason: "no date is known" },
      { path: "2204-04-11.md", reason: "its date lies in the future" },
    ]);
    expect(periods.map(({ period }) => period)).toEqual(["2024-06"]);
  });

  it("are about the months, the severity and the service that are asked for", () => {
    const records = [
      incident("2024-03-31", { services: ["api"] }),
      incident("2024-04-01", {
        services: ["api", "web"],
        actions: [{ open: true, opened: "2024-04-01", closed: null, due: null }],
      }),
      incident("2024-06-15", { severity: "SEV-1" }),
    ];
    const asked = (query: Partial<InsightQuery>) => insightsOf(records, { ...everything, ...query }, today);
    expect(asked({ months: 3 }).periods.map(({ period, incidents }) => `${period} ${incidents}`)).toEqual([
      "2024-04 1",
      "2024-05 0",
      "2024-06 1",
    ]);
    expect(asked({ months: 3 }).incidents).toBe(2);
    expect(asked({ severity: "SEV-1" }).incidents).toBe(1);
    expect(asked({ severity: "" }).incidents).toBe(0);
    expect(asked({ service: "web" }).ageing.n).toBe(1);
    expect(asked({ service: "" }).incidents).toBe(1);
  });

  it("grow from months to quarters to years with the time that they span", () => {
    const units = (first: string) => insightsOf([incident(first), incident("2024-06-01")], everything, today);
    expect(units("2021-07-01").unit).toBe("month");
    const quarters = units("2021-06-30");
    expect(quarters.unit).toBe("quarter");
    expect(quarters.periods[0]?.period).toBe("2021-Q2");
    expect(quarters.periods).toHaveLength(13);
    expect(units("1999-01-01").periods.map(({ period }) => period)).toContain("2011");
  });

  it("sort open action items by age, and tell the overdue ones", () => {
    const opened = [
      "2024-06-15",
      "2024-06-08",
      "2024-06-07",
      "2024-05-16",
      "2024-05-15",
      "2024-03-17",
      "2024-03-16",
      "2023-01-01",
      null,
    ];
    const actions = opened.map((day) => ({ open: true, opened: day, closed: null, due: day }));
    const { ages, n, overdue, withoutDay } = insightsOf(
      [incident("2024-01-01", { actions })],
      everything,
      today,
    ).ageing;
    expect(ages.map(({ from, n: count, to }) => `${from}-${to ?? ""}: ${count}`)).toEqual([
      "0-7: 2",
      "8-30: 2",
      "31-90: 2",
      "91-180: 1",
      "181-: 1",
    ]);
    expect({ n, overdue, withoutDay }).toEqual({ n: 9, overdue: 7, withoutDay: 1 });
  });

  it("have nothing to say of no incident", () => {
    expect(insightsOf([], everything, today)).toMatchObject({
      incidents: 0,
      periods: [],
      leftOut: [],
      ageing: { n: 0 },
    });
  });
});

const day = fc.option(
  fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(Date.UTC(2014, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
  { nil: null },
);
const action = fc
  .record({ open: fc.boolean(), opened: day, closed: day, due: day })
  .map((one) => (one.open ? { ...one, closed: null } : one));
const anyRecord = fc.record({
  path: fc.uuid(),
  title: fc.constantFrom("A", "B"),
  status: fc.constantFrom(null, "draft"),
  date: day,
  severity: fc.constantFrom(null, "SEV-1", "SEV-2"),
  services: fc.subarray(["api", "web"]),
  factors: fc.subarray(["change", "capacity"]),
  metrics: fc.oneof(
    fc.nat(9000).map((minutes) => [{ id: "time-to-resolve" as const, minutes }]),
    fc.constant([{ id: "time-to-resolve" as const, reason: "unknown" }]),
  ),
  actions: fc.array(action, { maxLength: 4 }),
});

describe("whatever the incidents are", () => {
  it("every one is counted once or said to be left out, in any order", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 30 }), (records) => {
        const insights = insightsOf(records, everything, today);
        const counted = insights.periods.reduce((sum, { incidents }) => sum + incidents, 0);
        expect(counted + insights.leftOut.length).toBe(records.length);
        for (const { incidents, severities } of insights.periods)
          expect(severities.reduce((sum, { n }) => sum + n, 0)).toBe(incidents);
        const all = insights.timeToResolve.groups.find(({ by }) => by === "all")?.n ?? 0;
        expect(all + insights.timeToResolve.leftOut.length).toBe(records.length);
        const { ages, n, withoutDay } = insights.ageing;
        expect(ages.reduce((sum, group) => sum + group.n, withoutDay)).toBe(n);
        const sorted = insightsOf([...records].reverse(), everything, today);
        expect({ ...sorted, records: [], leftOut: [], timeToResolve: sorted.timeToResolve.groups }).toEqual({
          ...insights,
          records: [],
          leftOut: [],
          timeToResolve: insights.timeToResolve.groups,
        });
        expect(statisticsOf(records, today).months.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(counted);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

it("incidents of one day do not recur, and one of a later day does", () => {
  const shared = { services: ["login"], factors: ["change"] };
  const [a, b, c] = [
    { ...incident("2024-05-01"), ...shared, path: "A.md" },
    { ...incident("2024-05-01"), ...shared, path: "B.md" },
    { ...incident("2024-05-09"), ...shared, path: "C.md" },
  ] as const;
  expect(recurrencesOf([a, b], 90)).toEqual([]);
  expect(recurrencesOf([c, a, b], 90).map(({ days, earlier, path }) => [path, earlier, days])).toEqual([
    ["C.md", "B.md", 8],
  ]);
});
