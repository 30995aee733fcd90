import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { insightsOf, listActions, readIncident, recordOf, type InsightQuery } from "../../src/incident";
import { readSettings } from "../../src/settings";
import {
  actionsDigest,
  actionsReport,
  digestMarkdown,
  headlineWords,
  insightFigures,
  pictureText,
} from "../../src/write";
import {
  incidentReport,
  reportFormats,
  reportName,
  ticketScript,
  ticketsOf,
  type ReportFormat,
} from "../../src/write/export";
import { libraryOf } from "../vault/library-of";
import { bodyOf, faultsOf } from "./html-document";

const approved = (name: string): string => join(import.meta.dirname, "approved/many", name);

/** A postmortem, by its properties, that took so many minutes from its start to each of its turning points. */
function note(title: string, start: string, properties: string, items = "", ends: Record<string, number> = {}): string {
  const at = (minutes: number): string =>
    new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16);
  const times = Object.entries(ends).map(([name, minutes]) => `${name}: ${at(minutes)}\n`);
  return `---\ntitle: "${title}"\ndate: ${start.slice(0, 10)}\ntags: [postmortem]\ntimezone: UTC\nstarted: ${start}\n${times.join("")}${properties}---\n\n## Action Items\n\n${items}`;
}

const files = {
  "Pool.md": note(
    "Pool | empty <b>",
    "2023-11-10T10:00",
    "severity: SEV-1\nservices: [api]\nfactors: [capacity]\nstatus: published\n",
    "- [ ] Add an **alert** @ada ⏫ ➕ 2023-11-12 📅 2024-02-01\n- [x] Revert it ➕ 2023-11-11 📅 2023-11-20 ✅ 2023-11-15\n- [-] Buy more [reason:: too dear] @bo\n",
    { detected: 4, acknowledged: 9, resolved: 30 },
  ),
  "Retros/Pool again.md": note(
    "Pool again (and again)",
    "2024-01-02T23:30",
    "severity: SEV-2\nservices: [api, web]\nfactors: [capacity, change]\nstatus: draft\n",
    "- [ ] Write it down\n  - [ ] Ask [[Bo Li]] first\n- [x] Late one @ada ➕ 2024-01-03 📅 2024-01-10 ✅ 2024-02-20\n",
    { detected: 12, acknowledged: 40, mitigated: 60, resolved: 90 },
  ),
  "Queue.md": note(
    "Queue stalls",
    "2024-02-11T03:00",
    "severity: SEV-2\nservices: [queue]\nfactors: [change]\n",
    "- [ ] Cap the log @bo ➕ 2024-02-12 📅 2024-04-03\n- [ ] Watch 'disks' & logs @ada, @bo ➕ 2024-02-13 📅 2024-06-01 OPS-7\n",
    { detected: 1, resolved: 480 },
  ),
  "Cache.md": note(
    "Cache_of_*stars*",
    "2024-02-29T12:00",
    "services: [web]\nfactors: [change, third party]\nseverity: SEV-3\n",
    "- [x] Flush ➕ 2024-03-01 ✅ 2024-03-01\n- [x] Say so\n",
    { acknowledged: 3, resolved: 4000 },
  ),
  "Login.md": note("Login", "2024-03-15T08:00", "services: [login]\nseverity: Bad\n", "", { resolved: 15 }),
  "Bare.md": note("Bare", "2024-03-20T08:00", "", "- [ ] Find out what it was 📅 2024-03-31\n"),
  "Open.md": note("Still going on", "2024-03-30T08:00", "severity: SEV-1\nservices: [api]\nfactors: [capacity]\n"),
  "Later.md": note("Later", "2024-06-01T08:00", "severity: SEV-1\n", "", { resolved: 10 }),
  "Undated.md": "---\ntitle: Undated\ntags: [postmortem]\nseverity: SEV-3\n---\n\n## Action Items\n\n- [ ] Date it\n",
};

const { settings } = readSettings({
  tickets: { tracker: "github", address: "https://github.com/acme/ops", labels: ["it's"] },
});
const library = libraryOf(files);
const clock = { now: Date.UTC(2024, 3, 1, 12), zone: "UTC" };
const incidents = Object.keys(files).flatMap((path) => {
  const held = library.note(path);
  return held === null ? [] : [readIncident(held, library, settings)];
});
const records = incidents.map(recordOf);
const everything: InsightQuery = { months: null, severity: null, service: null };

describe("what is written of many incidents", () => {
  it.each<readonly [name: string, query: InsightQuery]>([
    ["all", everything],
    ["two-months", { ...everything, months: 2 }],
    ["of-one-service", { ...everything, service: "api" }],
    ["of-no-severity", { ...everything, severity: "" }],
    ["none", { ...everything, service: "fax" }],
  ])("has figures, with the incidents behind each number, and pictures: %s", async (name, query) => {
    const insights = insightsOf(records, query, "2024-04-01");
    const lines = insightFigures(insights, settings.severities).flatMap((figure) => [
      `## ${figure.title}`,
      figure.note,
      figure.reading,
      ...figure.legend.map(({ n, series }) => `legend: ${JSON.stringify(series)} ${n}`),
      ...figure.table.map((cells) => cells.join(" | ")),
      ...figure.leftOut.map((left) => `left out: ${JSON.stringify(left)}`),
      ...figure.table
        .slice(1)
        .flatMap((cells, row) =>
          cells.map((_, column) => `${row},${column}: ${JSON.stringify(figure.pickAt(row, column))}`),
        ),
      ...[320, 720].map((width) => {
        const picture = figure.draw(width);
        return picture === null ? "no picture" : pictureText(picture);
      }),
    ]);
    const headlines = insights.headlines.map((headline) => JSON.stringify(headlineWords(headline)));
    await expect([...headlines, ...lines, ""].join("\n")).toMatchFileSnapshot(approved(`figures-${name}.txt`));
  });

  const reported = (since: string | null, format: ReportFormat) =>
    incidentReport(
      {
        records,
        actions: listActions(incidents, clock),
        settings,
        since,
        until: "2024-04-01",
        ...(since !== null && { picked: { service: null, severity: null } }),
        linkTo: (path) => (path === "Cache.md" ? null : `notes/${path}`),
      },
      format,
    );

  it.each(reportFormats)("makes a report, as %s", async (format) => {
    for (const since of [null, "2024-02-01"]) {
      const result = reported(since, format);
      const text = "text" in result ? result.text : result.problem;
      if (format === "html") expect(faultsOf(text)).toEqual([]);
      const shown = format === "html" ? bodyOf(text).innerHTML : text;
      const name = `report-${since ?? "all"}.${format === "markdown" ? "md" : format}`;
      await expect(shown).toMatchFileSnapshot(approved(name));
    }
  });

  it("names a report by what it is of", () => {
    const until = "2024-04-01";
    expect(reportName({ since: null, until })).toBe("Incident report 2024-04-01");
    expect(reportName({ since: "2024-02-01", until })).toBe("Incident report 2024-02-01 to 2024-04-01");
    for (const [severity, service, words] of [
      ["SEV-1", null, "SEV-1"],
      ["", null, "No severity"],
      [null, "api", "api"],
      ["SEV-2", "", "SEV-2 No service"],
    ] as const)
      expect(reportName({ picked: { severity, service }, since: null, until })).toBe(
        `Incident report ${words} 2024-04-01`,
      );
  });

  it("has nothing to draw where nothing happened", () => {
    const none = { records: [], actions: [], settings, since: null, until: "2024-04-01", linkTo: () => null };
    expect(incidentReport(none, "svg")).toEqual({ problem: "no incident of these days has a figure to draw" });
    expect(incidentReport(none, "markdown")).toMatchObject({ text: expect.stringMatching(/None\.\n/) as string });
  });

  it("tells where the action items stand", async () => {
    const digest = actionsDigest(incidents, clock);
    await expect(digestMarkdown(digest)).toMatchFileSnapshot(approved("digest.md"));
    await expect(`${JSON.stringify(digest, null, 2)}\n`).toMatchFileSnapshot(approved("digest.json"));
    await expect(digestMarkdown(actionsDigest(incidents, clock, { owner: "bo" }))).toMatchFileSnapshot(
      approved("digest-of-bo.md"),
    );
    const nothing = digestMarkdown(actionsDigest([], clock));
    expect(nothing).toBe("# Action items on 2024-04-01\n\n0 open, 0 overdue, 0 due this week, 0 without an owner.\n");
    await expect(`${JSON.stringify(actionsReport(incidents, clock), null, 2)}\n`).toMatchFileSnapshot(
      approved("actions.json"),
    );
    expect(actionsReport(incidents, clock, { overdue: true }).summary).toEqual({
      open: 2,
      overdue: 2,
      done: 0,
      cancelled: 0,
    });
  });

  it("makes tickets by a script", async () => {
    const actions = listActions(incidents, clock, { open: true });
    const tickets = ticketsOf(actions, { library, settings });
    const scripted = actions.map(({ item }, index) => ({ place: item.place.path, ticket: tickets[index] ?? null }));
    const script = ticketScript([...scripted, { place: "a\nb", ticket: null }], settings.tickets);
    await expect(script).toMatchFileSnapshot(approved("tickets.sh"));
    expect(ticketScript(scripted.slice(0, 1), readSettings({}).settings.tickets)).not.toMatch(/--repo|--label/);
  });
});
