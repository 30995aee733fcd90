import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const note = (timeline: string, more = ""): string =>
  `---\ntitle: Logins fail\ndate: 2025-03-10\ntimezone: Europe/Berlin\n${more}---\n\n# Logins fail\n\n## Timeline\n\n${timeline}\n## Impact\n\nSome.\n`;

const pager = JSON.stringify({
  log_entries: (
    [
      ["R3", "resolve", "09:40:00", "Resolved by Mia Lindt"],
      ["R2", "acknowledge", "09:05:10", "Acknowledged by Mia Lindt"],
      ["R1", "notify", "09:00:05", "Notified Mia Lindt by phone"],
      ["R0", "trigger", "09:00:00", "Triggered through the API"],
    ] as const
  ).map(([id, type, time, summary]) => ({
    id,
    type: `${type}_log_entry`,
    summary,
    created_at: `2025-03-10T${time}Z`,
    html_url: `https://acme.pagerduty.com/incidents/Q1/log_entries/${id}`,
    agent: type === "trigger" ? { type: "service_reference" } : { type: "user_reference", summary: "Mia Lindt" },
  })),
});

const slack = JSON.stringify([
  { type: "message", ts: "1741597200.000001", bot_id: "B01", text: "Triggered #77: logins fail" },
  { type: "message", ts: "1741597510.000001", user: "U0MIA0001", text: ":eyes: ack, looking" },
  { type: "message", ts: "1741597800.000001", user: "U0JON0002", text: "lunch?" },
  {
    type: "message",
    ts: "1741598400.000001",
    user: "U0JON0002",
    text: "rolled back [[v7]] #now <b> <%x%> %%x%% | ok ^id",
  },
]);
const users = JSON.stringify([
  { id: "U0MIA0001", name: "mia", profile: { display_name: "mia", real_name: "Mia Lindt" } },
  { id: "U0JON0002", name: "jon", profile: { real_name: "Jon Roe" } },
]);

const vaultWith = (timeline: string, files: Readonly<Record<string, string>> = {}): string =>
  makeVault({
    "Incident.md": note(timeline),
    ".obsidian/plugins/postmortem/data.json": JSON.stringify({ peopleFolder: "People" }),
    "People/Mia Lindt.md": "---\naliases: [mia]\n---\n",
    "in/pager.json": pager,
    "in/slack.json": slack,
    "in/users.json": users,
    ...files,
  });
const textOf = (vault: string, path = "Incident.md"): string => readFileSync(join(vault, path), "utf8");
const timelineOf = (vault: string, path?: string): readonly string[] =>
  (textOf(vault, path).split("## Timeline\n\n")[1] ?? "").split("\n\n## Impact")[0]?.split("\n") ?? [];

describe("`import`", () => {
  it("adds what a timeline is likely to want, in its form and zone, with a link to the source", async () => {
    const vault = vaultWith("- 09:50 Config deployed\n- 10:30 Rolled back\n");
    const run = await runHere(["import", join(vault, "Incident.md"), join(vault, "in/pager.json")]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("3 events added, 1 not suggested (`--pick all` takes it)");
    expect(timelineOf(vault)).toEqual([
      "- 09:50 Config deployed",
      "- 10:00 (detected) Triggered through the API ([PagerDuty](https://acme.pagerduty.com/incidents/Q1/log_entries/R0))",
      "- 10:05 Acknowledged by Mia Lindt ([PagerDuty](https://acme.pagerduty.com/incidents/Q1/log_entries/R2))",
      "- 10:30 Rolled back",
      "- 10:40 Resolved by Mia Lindt ([PagerDuty](https://acme.pagerduty.com/incidents/Q1/log_entries/R3))",
    ]);
  });

  it("adds nothing when it is done again, and nothing at all with `--dry-run`", async () => {
    const vault = vaultWith("");
    const args = [
      "import",
      join(vault, "Incident.md"),
      ...["slack", "users"].map((name) => join(vault, `in/${name}.json`)),
      "--pick",
      "all",
    ];
    const before = textOf(vault);
    const dry = await runHere([...args, "--dry-run"]);
    expect(dry.stdout.split("\n")).toHaveLength(5);
    expect(dry.stdout).toMatch(/^\+ 2025-03-10 10:00 T/);
    expect(textOf(vault)).toBe(before);
    await runHere(args);
    const once = textOf(vault);
    expect(timelineOf(vault)).toEqual([
      "- 2025-03-10 10:00 Triggered #77: logins fail",
      "- 2025-03-10 10:05 [[Mia Lindt]]: :eyes: ack, looking",
      "- 2025-03-10 10:10 @Jon Roe: lunch?",
      String.raw`- 2025-03-10 10:20 @Jon Roe: rolled back \[\[v7\]\] \#now \<b> \<\%x\%> \%\%x\%\% \| ok \^id`,
    ]);
    const again = await runHere(args);
    expect(again.stderr).toContain("0 events added, 4 told already");
    expect(textOf(vault)).toBe(once);
  });

  it.each([
    [["pager", "slack"], "together"],
    [["slack", "pager"], "one after the other"],
    [["pager", "slack"], "one after the other"],
  ] as const)("makes one event of what %s tell of one moment, %s", async (names, how) => {
    const vault = vaultWith("");
    const files = names.map((name) => join(vault, `in/${name}.json`));
    const users = join(vault, "in/users.json");
    const runs = how === "together" ? [files] : files.map((file) => [file]);
    for (const each of runs) await runHere(["import", join(vault, "Incident.md"), ...each, users]);
    const lines = timelineOf(vault).filter((line) => line !== "");
    expect(lines.filter((line) => /\back/i.test(line))).toHaveLength(1);
    // Detected, acknowledged, rolled back, resolved.
    expect(lines).toHaveLength(4);
  });

  it("says who it was, unless the words do", async () => {
    const vault = vaultWith("");
    const stdin = "time,what,who\n2025-03-10T09:00Z,Capacity doubled,ci\n2025-03-10T09:05Z,Approved by Mia,mia\n";
    await runHere(["import", join(vault, "Incident.md"), "-"], { stdin });
    expect(timelineOf(vault).filter((line) => line !== "")).toEqual([
      "- 2025-03-10 10:00 @ci: Capacity doubled",
      "- 2025-03-10 10:05 Approved by Mia",
    ]);
  });

  it("knows a message again that was copied in part", async () => {
    const vault = vaultWith("- 10:05 [[Mia Lindt]]: Triggered #77: logins fail for half Service: login\n");
    const stdin = "Pager\nAPP  10:05\n#77: logins fail for half\nmia\n  10:05\nfails\n";
    const run = await runHere(["import", join(vault, "Incident.md"), "-", "--pick", "all"], { stdin });
    expect(run.stderr).toContain("1 event added, 1 told already");
    expect(timelineOf(vault)[1]).toBe("- 10:05 [[Mia Lindt]]: fails");
  });

  it("prints what it read as JSON", async () => {
    const vault = vaultWith("- 10:40 Resolved\n");
    const run = await runHere([
      "import",
      join(vault, "Incident.md"),
      join(vault, "in/pager.json"),
      "--dry-run",
      "--format",
      "json",
    ]);
    const report: unknown = JSON.parse(run.stdout);
    expect(report).toMatchObject({
      version: 1,
      source: "pagerduty",
      zone: { name: "UTC", origin: "source" },
      unread: [],
    });
    expect(report).toHaveProperty("events.1", {
      time: "2025-03-10T09:00:05Z",
      local: "2025-03-10T10:00",
      text: "Notified Mia Lindt by phone",
      actor: "Mia Lindt",
      url: "https://acme.pagerduty.com/incidents/Q1/log_entries/R1",
      id: "R1",
      kind: "state",
      milestone: null,
      suggested: false,
      duplicateOf: null,
    });
    expect(report).toHaveProperty("events.3.duplicateOf", "Incident.md:11");
  });

  it("reads from a pipe, times without a zone by `--zone`, else by the note", async () => {
    const vault = vaultWith("");
    const stdin = "mia\n  3:06 PM\nack, looking\n3:12\nrolled back\nThread\n";
    const args = ["import", join(vault, "Incident.md"), "-", "--dry-run", "--format", "json", "--from", "slack"];
    const times = async (...more: string[]): Promise<unknown> => {
      const { stdout } = await runHere([...args, ...more], { stdin });
      return JSON.parse(stdout);
    };
    expect(await times()).toMatchObject({
      source: "slack",
      zone: { name: "Europe/Berlin", origin: "note" },
      events: [{ time: "2025-03-10T14:06:00Z" }, { time: "2025-03-10T14:12:00Z", actor: "mia" }],
    });
    expect(await times("--zone", "America/Los_Angeles")).toMatchObject({
      zone: { name: "America/Los_Angeles", origin: "option" },
      events: [{ time: "2025-03-10T22:06:00Z", local: "2025-03-10T23:06" }, { time: "2025-03-10T22:12:00Z" }],
    });
    expect(await times("--since", "15:10")).toMatchObject({ events: [{ time: "2025-03-10T14:12:00Z" }] });
    expect(await times("--until", "2025-03-10T14:10Z")).toMatchObject({ events: [{ time: "2025-03-10T14:06:00Z" }] });
    // Where the note tells no day, the window does.
    writeFileSync(join(vault, "Incident.md"), "---\ntags: postmortem\n---\n\n# Cache\n\n## Timeline\n\n");
    expect(await times("--zone", "UTC")).toMatchObject({ events: [], unread: [{ line: 2 }, { line: 4 }] });
    expect(await times("--zone", "UTC", "--since", "2025-03-09T00:00Z")).toMatchObject({
      events: [{ time: "2025-03-09T15:06:00Z" }, { time: "2025-03-09T15:12:00Z" }],
    });
  });

  it("says where a file cannot be read, and changes nothing", async () => {
    const vault = vaultWith("", { "in/broken.json": '{\n "log_entries": [,]\n}', "in/teams.txt": "hello\nflushed\n" });
    const before = textOf(vault);
    const run = (file: string) => runHere(["import", join(vault, "Incident.md"), join(vault, file)]);
    expect(await run("in/broken.json")).toMatchObject({ code: 2, stdout: "" });
    expect((await run("in/broken.json")).stderr).toMatch(/broken\.json:2: cannot be read: this is no JSON/);
    expect((await run("in/teams.txt")).stderr).toMatch(/teams\.txt: holds no times\. Microsoft Teams/);
    expect((await run("in/none.json")).stderr).toMatch(/cannot read `.*none\.json`: no such file/);
    expect((await runHere(["import", join(vault, "Incident.md"), "-", "--from", "slak"])).stderr).toContain("`slack`");
    expect(textOf(vault)).toBe(before);
  });

  it("tells of bytes that are no text, and reads what a spreadsheet saves as UTF-16", async () => {
    const csv = "Zeit;Wer;Was\r\n10.03.2025 10:00;Jörg;bestätigt\r\n";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, "utf16le")]);
    const broken = Buffer.concat([Buffer.from("time,what\n2025-03-10T09:00:00Z,a"), Buffer.from([0xc3, 0x28, 0x0a])]);
    const vault = makeVault({ "Incident.md": note(""), "a.csv": utf16, "b.csv": broken });
    await runHere(["import", join(vault, "Incident.md"), join(vault, "a.csv")]);
    expect(timelineOf(vault)).toContain("- 2025-03-10 10:00 @Jörg: bestätigt");
    const run = await runHere(["import", join(vault, "Incident.md"), join(vault, "b.csv")]);
    expect(run.stderr).toContain("b.csv:2: holds bytes that are no UTF-8");
  });

  it("writes into the timeline wherever it stands, newest first, in a table, or past midnight", async () => {
    const csv =
      "time,what\n2025-03-09T23:30:00+01:00,config pushed\n2025-03-10T10:10:00+01:00,a | b\n2025-03-11T08:00:00+01:00,all clear\n";
    const add = async (files: Readonly<Record<string, string>>, path = "Incident.md") => {
      const vault = makeVault({ ...files, "in.csv": csv });
      const run = await runHere(["import", join(vault, "Incident.md"), join(vault, "in.csv")]);
      expect(run.stderr).toContain("3 events added");
      const again = await runHere(["import", join(vault, "Incident.md"), join(vault, "in.csv")]);
      expect(again.stderr).toContain("0 events added, 3 told already");
      return textOf(vault, path).split("\n");
    };
    const newest = await add({ "Incident.md": note("- 10:20 two\n- 10:00 one\n") });
    // A later day above events that have no date would be theirs too.
    expect(newest.slice(10, 15)).toEqual([
      "- 10:20 two",
      "- 10:10 a \\| b",
      "- 10:00 one",
      "- 2025-03-11 08:00 all clear",
      "- 2025-03-09 23:30 config pushed",
    ]);
    const table = await add({
      "Incident.md": note("| Time | What |\n| --- | --- |\n| 2025-03-10 10:00 | one |\n| 2025-03-10 10:20 | two |\n"),
    });
    expect(table.slice(10, 17)).toEqual([
      "| Time | What |",
      "| --- | --- |",
      "| 2025-03-09 23:30 | config pushed |",
      "| 2025-03-10 10:00 | one |",
      "| 2025-03-10 10:10 | a \\| b |",
      "| 2025-03-10 10:20 | two |",
      "| 2025-03-11 08:00 | all clear |",
    ]);
    const bare = await add({ "Incident.md": note("- 10:00 one\n- 10:20 two\n") });
    expect(bare.slice(10, 15)).toEqual([
      "- 10:00 one",
      "- 10:10 a \\| b",
      "- 10:20 two",
      "- 2025-03-09 23:30 config pushed",
      "- 2025-03-11 08:00 all clear",
    ]);
    const shared = await add(
      {
        "Incident.md": note("![[Log#Key Events]]\n"),
        "Log.md": "# Log\n\n## Key Events\n\n- 2025-03-10 10:00 one\n\n## Notes\n",
      },
      "Log.md",
    );
    expect(shared.slice(4, 8)).toEqual([
      "- 2025-03-09 23:30 config pushed",
      "- 2025-03-10 10:00 one",
      "- 2025-03-10 10:10 a \\| b",
      "- 2025-03-11 08:00 all clear",
    ]);
  });

  it("states the offset of an event whose clock time was shown before, when the clock was set back", async () => {
    const vault = makeVault({
      "Incident.md": note("- 01:50 one\n").replace("2025-03-10", "2025-10-26"),
      "Empty.md": note("").replace("2025-03-10", "2025-10-26"),
      "in.csv": "time,what\n2025-10-26T01:20:00Z,up again\n",
    });
    for (const [path, line] of [
      ["Incident.md", "- 02:20 UTC+1 up again"],
      ["Empty.md", "- 2025-10-26 02:20 UTC+1 up again"],
    ] as const) {
      const args = ["import", join(vault, path), join(vault, "in.csv")];
      expect((await runHere(args)).stderr).toContain("1 event added");
      expect(timelineOf(vault, path)).toContain(line);
      expect((await runHere(args)).stderr).toContain("0 events added, 1 told already");
    }
  });

  it("refuses a note without a timeline, and a folder", async () => {
    const vault = makeVault({ "Incident.md": "# Logins fail\n\nText.\n", "in.json": pager });
    const run = await runHere(["import", join(vault, "Incident.md"), join(vault, "in.json")]);
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain("no timeline section");
    expect((await runHere(["import", join(vault, "Incident.md"), vault])).stderr).toContain("is a folder");
    expect((await runHere(["import", join(vault, "Incident.md")])).code).toBe(2);
  });
});
