import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault, postmortem, runHere } from "./run";

const items = (...lines: readonly string[]): string =>
  `---\ntitle: Logins\ndate: 2025-03-10\ntags: [postmortem]\n---\n\n# Logins\n\n## Action Items\n\n${lines.join("\n")}\n`;

const github = JSON.stringify([
  { number: 7, title: "Cap retries", state: "OPEN", stateReason: "", closedAt: null, url: at(7) },
  {
    number: 8,
    title: "Alert",
    state: "CLOSED",
    stateReason: "COMPLETED",
    closedAt: "2025-03-12T23:30:00Z",
    url: at(8),
  },
  {
    number: 9,
    title: "Rewrite",
    state: "CLOSED",
    stateReason: "NOT_PLANNED",
    closedAt: "2025-03-13T09:00:00Z",
    url: at(9),
  },
  { number: 10, title: "Nobody's", state: "OPEN", url: at(10) },
]);
function at(number: number): string {
  return `https://github.com/acme/login/issues/${number}`;
}
const gitlab = JSON.stringify([
  {
    iid: 8,
    title: "Alert",
    state: "closed",
    closed_at: "2025-03-12T10:00:00Z",
    web_url: "https://gitlab.com/a/b/-/issues/8",
  },
]);
const jira =
  "Summary,Issue key,Status,Resolution,Resolved,Status Category\nAlert,OPS-8,Erledigt,Done,12/Mar/25 4:00 PM,Done\nRewrite,OPS-9,Done,Won't Do,13/Mar/25 9:00 AM,Done\nCap,OPS-7,In Progress,,,In Progress\n";
const linear =
  "ID,Team,Title,Status,Completed,Canceled\nOPS-8,Ops,Alert,Done,2025-03-12T09:00:00.000Z,\nOPS-9,Ops,Rewrite,Canceled,,2025-03-13T09:00:00.000Z\nOPS-7,Ops,Cap,Todo,,\n";
const followUps = JSON.stringify({
  follow_ups: [
    {
      id: "01F8",
      title: "Alert",
      status: "completed",
      completed_at: "2025-03-12T09:00:00Z",
      external_issue_reference: { issue_name: "OPS-8", issue_permalink: "https://linear.app/acme/issue/OPS-8/alert" },
    },
    { id: "01F9", title: "Rewrite", status: "not_doing", updated_at: "2025-03-13T09:00:00Z" },
  ],
});

/** Imports a list of tickets into one note; what came of its action items. */
async function imported(tickets: string, lines: readonly string[], ...options: readonly string[]) {
  const vault = makeVault({ "Incident.md": items(...lines), "in.txt": tickets });
  const run = () => runHere(["actions", "import", vault, join(vault, "in.txt"), "--now", "2025-03-20", ...options]);
  const read = (): string => readFileSync(join(vault, "Incident.md"), "utf8");
  const first = await run();
  return {
    ...first,
    text: read(),
    lines: read().split("## Action Items\n\n")[1]?.trimEnd().split("\n"),
    run,
    read,
    vault,
  };
}

describe("postmortem actions import", () => {
  it("ticks what is done with its day, gives up what will not be done with the reason, and leaves the rest", async () => {
    const { lines, run, read, stdout, stderr, text } = await imported(github, [
      "- [ ] Cap retries #7 @mia",
      `- [ ] Alert on errors ([ticket](${at(8)})) 📅 2025-04-01`,
      "- [ ] Rewrite it [ticket:: acme/login#9]",
      "- [ ] Update the runbook",
    ]);
    expect(lines).toEqual([
      "- [ ] Cap retries #7 @mia",
      `- [x] Alert on errors ([ticket](${at(8)})) 📅 2025-04-01 ✅ 2025-03-12`,
      "- [-] Rewrite it [reason:: not planned] [ticket:: acme/login#9] ❌ 2025-03-13",
      "- [ ] Update the runbook",
    ]);
    expect(stdout).toContain("Incident.md:12 Alert on errors");
    expect(stderr).toContain("2 items closed, 1 as its ticket says, 1 ticket in no postmortem");
    expect((await run()).stderr).toContain("0 items closed, 3 as their tickets say");
    expect(read()).toBe(text);
  });

  it("changes nothing with `--dry-run`, and prints JSON", async () => {
    const lines = ["- [ ] Alert #8", "- [x] Cap retries #7"];
    const dry = await imported(github, lines, "--dry-run", "--format", "json");
    expect(dry.lines).toEqual(lines);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      version: 1,
      closed: [
        { path: "Incident.md", line: 11, ticket: "#8", ticketState: "done", closedOn: "2025-03-12", reason: null },
      ],
      conflicts: [{ line: 12, state: "done", ticketState: "open" }],
      unmatched: ["#9", "#10"],
    });
  });

  it("opens nothing again: a conflict is marked, found by the rule, and gone once both agree", async () => {
    const { lines, run, vault, read } = await imported(github, [
      "- [x] Cap retries #7 ✅ 2025-03-11",
      "- [-] Alert #8",
    ]);
    expect(lines).toEqual([
      "- [x] Cap retries #7 [ticket-state:: open] ✅ 2025-03-11",
      "- [-] Alert #8 [ticket-state:: done]",
    ]);
    const before = read();
    await run();
    expect(read()).toBe(before);
    const lint = await runHere(["lint", vault]);
    expect(lint.stdout.match(/ticket-state-conflict/g)).toHaveLength(2);
    const closed = join(vault, "closed.json");
    const agreed = JSON.stringify([{ number: 7, state: "CLOSED", stateReason: "COMPLETED", url: at(7) }]);
    writeFileSync(closed, agreed);
    await runHere(["actions", "import", vault, closed]);
    expect(read()).toContain("- [x] Cap retries #7 ✅ 2025-03-11\n");
  });

  it.each([
    ["Jira", jira, "OPS-8", "OPS-9", "Won't Do"],
    ["Linear", linear, "https://linear.app/acme/issue/OPS-8/alert", "OPS-9", "Canceled"],
    ["incident.io", followUps, "OPS-8", "01F9", "not doing"],
  ])("reads %s", async (_, tickets, done, dropped, reason) => {
    const { lines } = await imported(tickets, [
      `- [ ] Alert [ticket:: ${done}]`,
      `- [ ] Rewrite [ticket:: ${dropped}]`,
      "- [ ] Cap OPS-7",
    ]);
    expect(lines).toEqual([
      `- [x] Alert [ticket:: ${done}] ✅ 2025-03-12`,
      `- [-] Rewrite [reason:: ${reason}] [ticket:: ${dropped}] ❌ 2025-03-13`,
      "- [ ] Cap OPS-7",
    ]);
  });

  it("takes a number for no ticket where two repositories have it, but an address always", async () => {
    const lines = ["- [ ] Alert #8", "- [ ] Alert there https://gitlab.com/a/b/-/work_items/8"];
    const { run, vault, read } = await imported(gitlab, lines, "--dry-run");
    writeFileSync(join(vault, "other.json"), github);
    const both = await runHere(["actions", "import", vault, join(vault, "in.txt"), join(vault, "other.json")]);
    expect(both.stderr).toContain("1 item closed");
    expect(read()).toContain("- [ ] Alert #8\n- [x] Alert there");
    expect((await run()).code).toBe(0);
  });

  it("leaves the row of a table to be changed by hand", async () => {
    const table = ["| Action | Owner | Ticket |", "| --- | --- | --- |", "| Alert | mia | #8 |"];
    const { lines, stderr } = await imported(github, table);
    expect(lines).toEqual(table);
    expect(stderr).toContain("1 to be changed by hand");
  });

  it("goes on behind a note that cannot be written, and says which that was", async () => {
    const isRoot = process.getuid?.() === 0;
    const vault = makeVault({
      "A/Incident.md": items("- [ ] Alert #8"),
      "B/Incident.md": items("- [ ] Alert here as well #8"),
      "in.json": github,
    });
    chmodSync(vault, 0o755);
    // Root may write everything: it becomes somebody who owns the second note alone.
    const nobody = isRoot ? { uid: 65_534 } : {};
    if (isRoot) for (const path of ["B", "B/Incident.md"]) chownSync(join(vault, path), 65_534, 0);
    chmodSync(join(vault, "A/Incident.md"), 0o444);
    chmodSync(join(vault, "A"), 0o555);
    const run = await postmortem(["actions", "import", vault, join(vault, "in.json")], { cwd: "/", ...nobody });
    chmodSync(join(vault, "A"), 0o777);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/A\/Incident\.md was not changed: /);
    expect(run.stderr).toContain("1 item closed");
    expect(run.stdout).not.toContain("A/Incident.md");
    expect(readFileSync(join(vault, "A/Incident.md"), "utf8")).toContain("- [ ] Alert #8\n");
    expect(readFileSync(join(vault, "B/Incident.md"), "utf8")).toContain("- [x] Alert here as well #8 ✅ 2025-03-12\n");
  });

  it("says what it wants of a file that holds no tickets, and changes nothing", async () => {
    const bad = await imported('{"log_entries": []}', ["- [ ] Alert #8"]);
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain("is no list of tickets that can be read");
    const vault = makeVault({ "Incident.md": items("- [ ] Alert #8") });
    expect((await runHere(["actions", "import", vault])).stderr).toContain("name a vault and a list of tickets");
    expect((await runHere(["actions", vault, "--dry-run"])).stderr).toContain("goes with `actions import`");
  });

  const shared = join(import.meta.dirname, "../../../shared/imports");
  it.runIf(existsSync(shared)).each([
    ["gh-issue-list.json", "#77", "#78", "not planned", "2025-03-12"],
    ["jira-export.csv", "SHOP-77", "SHOP-78", "Won't Do", "2025-03-12"],
    ["linear-export.csv", "SHOP-77", "SHOP-78", "Canceled", "2025-03-12"],
  ])("closes what %s names, and nothing else", async (name, open, dropped, reason, day) => {
    const { lines } = await imported(readFileSync(join(shared, name), "utf8"), [
      `- [ ] Validate timeouts ${open}`,
      `- [ ] Alert on p99 ${dropped}`,
      "- [ ] Else OTHER-1",
    ]);
    expect(lines).toEqual([
      `- [ ] Validate timeouts ${open}`,
      `- [-] Alert on p99 ${dropped} [reason:: ${reason}] ❌ ${day}`,
      "- [ ] Else OTHER-1",
    ]);
  });
});
