import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const outage = ["--title", "API Outage", "--date", "2024-04-11"];

describe("`new`", () => {
  it("writes the note and prints its path", async () => {
    const vault = makeVault({});
    expect(await runHere(["new", vault, ...outage])).toEqual({
      code: 0,
      stdout: "Incident-2024-04-11-API-Outage.md\n",
      stderr: "",
    });
    const text = readFileSync(join(vault, "Incident-2024-04-11-API-Outage.md"), "utf8");
    expect(text).toContain("\ntitle: API Outage Retro — 2024-04-11\ndate: 2024-04-11\n");
    expect(text).toContain("\n# API Outage Retro — 2024-04-11\n");
  });

  it("takes today in the stated zone when no date is given", async () => {
    const vault = makeVault({});
    const run = await runHere(["new", vault, "--title", "A", "--now", "2024-04-11T23:30Z", "--zone", "Asia/Tokyo"]);
    expect(run.stdout).toBe("Incident-2024-04-12-A.md\n");
  });

  it("makes the timeline note that is missing, and leaves one that exists alone", async () => {
    const vault = makeVault({});
    const args = ["new", vault, "--title", "A", "--date", "2024-04-11", "--timeline", "Incident Timeline#Key Events"];
    expect(await runHere(args)).toMatchObject({
      code: 0,
      stderr: "made the timeline note `Incident Timeline.md` as well\n",
    });
    expect(readFileSync(join(vault, "Incident Timeline.md"), "utf8")).toContain("## Key Events");
    expect(await runHere([...args, "--title", "B"])).toEqual({
      code: 0,
      stdout: "Incident-2024-04-11-B.md\n",
      stderr: "",
    });
  });

  describe("from the record of an incident", () => {
    const at = (clock: string): string => `2025-03-10T${clock}:00Z`;
    const moment = (name: string, clock: string) => ({ incident_timestamp: { name }, value: { value: at(clock) } });
    const records: Readonly<Record<string, { readonly record: unknown; readonly lines: readonly string[] }>> = {
      "incident.io": {
        record: {
          incident: {
            name: "Logins fail",
            severity: { name: "SEV-2" },
            incident_role_assignments: [{ role: { role_type: "lead" }, assignee: { name: "Mia Lindt" } }],
            incident_timestamp_values: [moment("Impact started", "23:50"), moment("Fixed at", "23:58")],
          },
        },
        lines: ["severity: SEV-2", "owner: Mia Lindt", "started: 2025-03-11T00:50", "mitigated: 2025-03-11T00:58"],
      },
      PagerDuty: {
        record: {
          incident: {
            incident_number: 77,
            title: "Logins fail",
            priority: { summary: "P1" },
            service: { summary: "login" },
            assignments: [{ assignee: { summary: "Mia Lindt" } }],
            created_at: at("23:50"),
            resolved_at: at("23:58"),
          },
        },
        lines: [
          "severity: SEV-1",
          "owner: Mia Lindt",
          "  - login",
          "detected: 2025-03-11T00:50",
          "resolved: 2025-03-11T00:58",
        ],
      },
      "PagerDuty's analytics": {
        record: {
          time_zone: "UTC",
          data: [
            {
              description: "Logins fail",
              priority_name: "SEV-3",
              service_name: "login",
              created_at: "2025-03-10T23:50:00",
              seconds_to_first_ack: 120,
              seconds_to_resolve: 480,
            },
          ],
        },
        lines: [
          "severity: SEV-3",
          "detected: 2025-03-11T00:50",
          "acknowledged: 2025-03-11T00:52",
          "resolved: 2025-03-11T00:58",
        ],
      },
      Rootly: {
        record: {
          data: {
            type: "incidents",
            attributes: {
              title: "Logins fail",
              severity: { data: { attributes: { name: "Sev 2" } } },
              started_at: at("23:50"),
              acknowledged_at: at("23:52"),
            },
          },
        },
        lines: ["severity: SEV-2", "started: 2025-03-11T00:50", "acknowledged: 2025-03-11T00:52"],
      },
      Datadog: {
        record: {
          data: {
            type: "incidents",
            attributes: {
              title: "Logins fail",
              severity: "SEV-2",
              detected: at("23:50"),
              resolved: at("23:58"),
              fields: { services: { value: ["login"] } },
            },
          },
        },
        lines: ["severity: SEV-2", "  - login", "detected: 2025-03-11T00:50", "resolved: 2025-03-11T00:58"],
      },
      Statuspage: {
        record: {
          incidents: [
            {
              name: "Logins fail",
              impact: "major",
              started_at: at("23:50"),
              monitoring_at: at("23:55"),
              resolved_at: at("23:58"),
              components: [{ name: "login" }],
              incident_updates: [{ status: "investigating", body: "x", display_at: at("23:52") }],
            },
          ],
        },
        lines: ["started: 2025-03-11T00:50", "detected: 2025-03-11T00:52", "mitigated: 2025-03-11T00:55"],
      },
    };
    it.each(Object.keys(records))("of %s takes title, severity, times and people", async (name) => {
      const { lines = [], record } = records[name] ?? {};
      const vault = makeVault({ "in.json": JSON.stringify(record) });
      const run = await runHere(["new", vault, "--from", join(vault, "in.json"), "--zone", "Europe/Berlin"]);
      expect(run).toMatchObject({ code: 0, stdout: "Incident-2025-03-11-Logins-fail.md\n" });
      const text = readFileSync(join(vault, "Incident-2025-03-11-Logins-fail.md"), "utf8").split("\n");
      expect(text).toEqual(expect.arrayContaining([...lines, "title: Logins fail Retro — 2025-03-11"]));
      expect(run.stderr).toBe(
        name === "Statuspage"
          ? "postmortem: severity: `major` is none of SEV-1, SEV-2, SEV-3, SEV-4, SEV-5, and was left out\n"
          : "",
      );
    });

    it("lets what is said beside it win, and refuses what is no record", async () => {
      const vault = makeVault({ "in.json": JSON.stringify(records["PagerDuty"]?.record), "x.json": "[{}]" });
      const run = await runHere([
        "new",
        vault,
        "--from",
        join(vault, "in.json"),
        "--title",
        "Mine",
        "--date",
        "2025-03-09",
      ]);
      expect(run.stdout).toBe("Incident-2025-03-09-Mine.md\n");
      const refused = await runHere(["new", vault, "--from", join(vault, "x.json")]);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
      expect(refused.stderr).toContain("is no record of an incident");
    });
  });

  it("never overwrites", async () => {
    const vault = makeVault({ "Incident-2024-04-11-API-Outage.md": "mine" });
    const run = await runHere(["new", vault, ...outage]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("`Incident-2024-04-11-API-Outage.md` exists already");
    expect(readFileSync(join(vault, "Incident-2024-04-11-API-Outage.md"), "utf8")).toBe("mine");
  });

  it("leaves no timeline note behind when the postmortem cannot be written", async () => {
    const vault = makeVault({ "Incident-2024-04-11-API-Outage.md": "mine" });
    expect(await runHere(["new", vault, ...outage, "--timeline", "Log"])).toMatchObject({ code: 2 });
    expect(readdirSync(vault)).toEqual(["Incident-2024-04-11-API-Outage.md"]);
  });

  it("uses the folder, the file name and the template of the vault's settings", async () => {
    const vault = makeVault({
      ".obsidian/plugins/postmortem/data.json": JSON.stringify({
        newNote: { folder: "Reviews", fileName: "{{date:YYYY}}/{{slug}}", template: "Templates/Review" },
      }),
      "Templates/Review.md": "---\nowner: {{owner}}\n---\n# {{title}} <% tp.date %> {{mystery}}\n",
    });
    const run = await runHere(["new", vault, ...outage, "--owner", "[[Ada]]"]);
    expect(run).toMatchObject({ code: 0, stdout: "Reviews/2024/API-Outage.md\n" });
    expect(run.stderr).toContain("unknown variable `{{mystery}}` is left as it is");
    expect(readFileSync(join(vault, "Reviews/2024/API-Outage.md"), "utf8")).toBe(
      '---\nowner: "[[Ada]]"\n---\n# API Outage <% tp.date %> {{mystery}}\n',
    );
  });

  const answers = [
    ...["--severity", "sev 1"],
    ...["--owner", "Ada"],
    ...["--started", "06:12"],
    ...["--service", "api"],
  ];

  it("starts from a short form for a minor incident, unless a note has that name", async () => {
    const vault = makeVault({});
    const run = await runHere(["new", vault, ...outage, "--template", "minor"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(vault, run.stdout.trim()), "utf8").match(/^## .*$/gm)).toEqual([
      "## What Happened",
      "## Timeline",
      "## Action Items",
    ]);
    const own = makeVault({ "Minor.md": "# {{title}}\n" });
    const other = await runHere(["new", own, ...outage, "--template", "Minor"]);
    expect(readFileSync(join(own, other.stdout.trim()), "utf8")).toContain("# API Outage\n");
  });

  it("keeps in the properties what the template has no variable for, and fills what it left blank", async () => {
    const vault = makeVault({
      "T.md": "---\nseverity:\nowner: Team # who sees to it\n---\n# Review\n\nBegan {{started:HH:mm}}.\n",
    });
    const run = await runHere(["new", vault, ...outage, ...answers, "--template", "T", "--zone", "Europe/Berlin"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(vault, run.stdout.trim()), "utf8")).toBe(
      "---\nseverity: SEV-1\nowner: Ada # who sees to it\ntitle: API Outage\nservices: api\ntimezone: Europe/Berlin\n---\n# Review\n\nBegan 06:12.\n",
    );
  });

  it("says what it has to leave out", async () => {
    const vault = makeVault({ "T.md": "---\n? [odd]\n: {\n---\n# {{title}}\n" });
    const run = await runHere(["new", vault, ...outage, ...answers, "--template", "T", "--timeline", "Log#Events"]);
    expect(run.stderr.split("\n").filter((line) => line.includes("left out"))).toEqual([
      "postmortem: template: the template has no `{{severity}}`: `SEV-1` was left out",
      "postmortem: template: the template has no `{{owner}}`: `Ada` was left out",
      "postmortem: template: the template has no `{{services}}`: `api` was left out",
      "postmortem: template: the template has no `{{started}}`: `2024-04-11T06:12` was left out",
      "postmortem: timeline: the template has no `{{timeline}}`: `Log#Events` was left out",
    ]);
  });

  it.each([
    [["--date", "2024-02-30"], "`2024-02-30` is no date"],
    [["--started", "26:00"], "`26:00` is no time"],
    [["--timeline", "../Log"], "outside the vault"],
    [["--template", "Nope"], "there is no template note `Nope`"],
  ])("writes nothing for %j", async (more, message) => {
    const vault = makeVault({});
    const run = await runHere(["new", vault, ...outage, ...more]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(readdirSync(vault)).toEqual([]);
  });

  it("says that the vault does not exist", async () => {
    const run = await runHere(["new", "/no/such/vault", ...outage]);
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: "postmortem: cannot open `/no/such/vault`: no such file or folder\n",
    });
  });
});
