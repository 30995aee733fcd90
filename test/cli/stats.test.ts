import { describe, expect, it } from "vitest";
import type { Statistics } from "../../src/incident";
import { makeVault, runHere } from "./run";

/** An incident that lasts so many minutes. */
function incident(day: string, minutes: number | null, properties = ""): string {
  const end =
    minutes === null
      ? ""
      : `resolved: ${day}T${String(10 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}\n`;
  return `---\ntitle: X\ndate: ${day}\ntags: [postmortem]\ntimezone: UTC\nstarted: ${day}T10:00\n${end}${properties}---\n`;
}

const files = {
  "A.md": incident("2024-01-02", 10, "severity: SEV-1\nservices: [api, web]\n"),
  "B.md": incident("2024-02-02", 20, "severity: sev 1\nservices: [api]\n"),
  "C.md": incident("2024-05-02", 60, "severity: SEV-3\n"),
  "D.md": incident("2024-06-02", 500),
  "E.md": incident("2024-06-03", null),
  "F.md": `---\ntitle: X\ndate: 2024-06-04\ntags: [postmortem]\nresolved: 2024-06-04T10:00Z\n---\n`,
};

describe("`stats`", () => {
  it("gives median and quartiles by severity, service and quarter, and what was left out", async () => {
    const run = await runHere(["stats", ".", "--format", "json"], { cwd: makeVault(files) });
    const { incidents, metrics } = JSON.parse(run.stdout) as Statistics;
    expect(incidents).toBe(6);
    const metric = metrics.find(({ id }) => id === "time-to-resolve");
    expect(metric?.definition).toBe("resolved − started");
    expect(metric?.groups[0]).toEqual({
      by: "all",
      name: "",
      n: 4,
      median: 40,
      lowerQuartile: 17.5,
      upperQuartile: 170,
      least: 10,
      most: 500,
    });
    expect(metric?.groups.map(({ by, name, n, median }) => `${by} ${name}: ${n}, ${median}`)).toEqual([
      "all : 4, 40",
      "severity : 1, 500",
      "severity SEV-1: 2, 15",
      "severity SEV-3: 1, 60",
      "service : 2, 280",
      "service api: 2, 15",
      "service web: 1, 10",
      "quarter 2024-Q1: 2, 15",
      "quarter 2024-Q2: 2, 280",
    ]);
    expect(metric?.leftOut).toEqual([
      { path: "E.md", reason: "no `resolved` time is known" },
      { path: "F.md", reason: "no start is known" },
    ]);
  });

  it("counts incidents and action items by month, and open items by age", async () => {
    const actions = "\n## Action Items\n\n- [ ] Add an alert 📅 2024-04-01\n- [x] Revert it ✅ 2024-02-03\n";
    const cwd = makeVault({
      "A.md": `${incident("2024-01-02", 10, "severity: SEV-1\n")}${actions}`,
      "B.md": incident("2024-02-02", 20),
      "C.md": incident("2024-05-02", 20),
    });
    const { months, monthsLeftOut, openActions } = JSON.parse(
      (await runHere(["stats", ".", "--format", "json"], { cwd })).stdout,
    ) as Statistics;
    expect(months).toEqual([
      { period: "2024-01", incidents: 1, severities: [{ name: "SEV-1", n: 1 }], actionsOpened: 2, actionsClosed: 0 },
      { period: "2024-02", incidents: 1, severities: [{ name: "", n: 1 }], actionsOpened: 0, actionsClosed: 1 },
    ]);
    expect(monthsLeftOut).toEqual([{ path: "C.md", reason: "its date lies in the future" }]);
    expect(openActions).toMatchObject({ n: 1, overdue: 1, withoutDay: 0 });
    expect(openActions.ages.find(({ n }) => n > 0)).toEqual({ from: 91, to: 180, n: 1, overdue: 1 });
    const { stdout } = await runHere(["stats", "."], { cwd });
    await expect(stdout).toMatchFileSnapshot("approved/stats.txt");
    const markdown = (await runHere(["stats", ".", "--format", "markdown"], { cwd })).stdout;
    expect(markdown).toMatch(/^## Time-to-/);
    expect(markdown).toMatch(/\| {2}\| n \| median \| quartiles \|\n\| --- \| ---: \|/);
    const csv = (await runHere(["stats", ".", "--format", "csv"], { cwd })).stdout;
    expect(csv.split("\r\n")[0]).toBe("figure,by,group,number,value");
    expect(csv).toContain("time-to-resolve,all,,incidents,");
  });

  it("counts contributing factors by quarter and service", async () => {
    const cwd = makeVault({
      "A.md": incident("2024-01-02", 10, "services: [api, web]\nfactors: [capacity, change]\n"),
      "B.md": incident("2024-02-02", 20, "services: api\nfactors: Capacity\n"),
      "C.md": incident("2024-04-02", 20, "factors: [capacity]\n"),
      "D.md": incident("2024-04-03", 20),
    });
    const { stdout } = await runHere(["stats", ".", "--format", "json"], { cwd });
    expect((JSON.parse(stdout) as Statistics).contributing).toEqual({
      factors: [
        {
          name: "capacity",
          n: 3,
          quarters: [
            { name: "2024-Q1", n: 2 },
            { name: "2024-Q2", n: 1 },
          ],
          services: [
            { name: "", n: 1 },
            { name: "api", n: 2 },
            { name: "web", n: 1 },
          ],
        },
        {
          name: "change",
          n: 1,
          quarters: [{ name: "2024-Q1", n: 1 }],
          services: [
            { name: "api", n: 1 },
            { name: "web", n: 1 },
          ],
        },
      ],
      unnamed: 1,
    });
    expect((await runHere(["stats", "."], { cwd })).stdout).toContain(
      "contributing factors\n" +
        "            incidents  2024-Q1  2024-Q2  services\n" +
        "  capacity          3        2        1  no service 1, api 2, web 1\n" +
        "  change            1        1           api 1, web 1\n" +
        "  left out: 1 incident, no factor is named\n",
    );
  });

  it("is readable, and says when there is little to go by", async () => {
    const run = await runHere(["stats", "."], { cwd: makeVault({ "A.md": files["A.md"], "E.md": files["E.md"] }) });
    expect(run.stdout).toContain("2 incidents\nfewer than 5 incidents say little about the next one\n");
    expect(run.stdout).toContain("time-to-resolve (resolved − started)\n");
    expect(run.stdout).toMatch(/\n {2}all +1 {2}10 minutes\n/);
    expect(run.stdout).toContain("left out: 1 incident, no `resolved` time is known");
  });

  it("has nothing to say of an empty vault", async () => {
    expect(await runHere(["stats", "."], { cwd: makeVault({}) })).toEqual({
      code: 0,
      stdout: "0 incidents\n",
      stderr: "",
    });
  });
});
