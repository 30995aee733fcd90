import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const root = join(import.meta.dirname, "..", "..");

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".md") && !name.startsWith("docs/site/"))
    .sort(),
];

interface Line {
  readonly page: string;
  /** As it stands on the page, lines that go on joined. */
  readonly line: string;
}

/** The command lines of a page, block by block: lines of shells that call the program, behind a pipe too. */
function commandLines(page: string, text: string): readonly (readonly Line[])[] {
  return [...text.matchAll(/^( *)```(?:sh|console)\n([^]*?)^\1```$/gm)].flatMap(([, , block = ""]) => {
    const lines = block
      .replace(/(?:\\|\|)\n\s*/g, (end) => (end.startsWith("|") ? "| " : ""))
      .split("\n")
      .map((line) => line.trim().replace(/^\$ (?:npx )?/, ""))
      .filter((line) => /^(?:.* \| )?postmortem /.test(line));
    return lines.length === 0 ? [] : [lines.map((line) => ({ page, line }))];
  });
}

/** The words of a command line as a shell gives them, up to a redirection, a pipe or a comment. */
function wordsOf(line: string): readonly string[] {
  const command = line.slice(line.lastIndexOf("postmortem ", line.search(/ (?:\| source|>|#)|$/)));
  const words: string[] = [];
  for (const [word, , quoted] of command.matchAll(/(["'])(.*?)\1|[^\s"']+/g)) {
    if (/^(?:>>?|\||#)$/.test(word)) break;
    const given = quoted ?? word;
    words.push(variables[given] ?? given);
  }
  return words.slice(1);
}

const said = (ts: string): string => JSON.stringify([{ type: "message", ts, user: "U0ALEX001", text: "Rolled back" }]);
const people = JSON.stringify([{ id: "U0ALEX001", name: "alex", profile: { real_name: "Alex Rivera" } }]);
const tickets = JSON.stringify([
  { number: 7, title: "Cap retries", state: "OPEN", url: "https://github.com/acme/login/issues/7" },
]);
const acknowledged = { id: "R1", created_at: "2024-04-11T06:25:00Z", summary: "Acknowledged by Alex Rivera" };

/** What the pages call their files, beside the notes of the example vault. */
const named: Readonly<Record<string, string>> = {
  "slack.json": said("1712815980.000100"),
  "slack/inc-42/2024-04-11.json": said("1712815980.000100"),
  "slack/users.json": people,
  "inc-42/2024-04-11.json": said("1712815980.000100"),
  "inc-42/2024-04-12.json": said("1712902380.000100"),
  "users.json": people,
  "channels.json": JSON.stringify([{ id: "C0INC0042", name: "inc-42" }]),
  "pager.json": JSON.stringify({ log_entries: [{ ...acknowledged, type: "acknowledge_log_entry" }] }),
  "Demo - Ops - inc-42 [200].json": JSON.stringify({
    guild: { name: "Demo" },
    channel: { name: "inc-42" },
    messages: [
      {
        id: "1",
        type: "Default",
        timestamp: "2024-04-11T06:13:00+00:00",
        content: "Rolled back",
        author: { name: "ada" },
      },
    ],
  }),
  "incident.json": JSON.stringify({
    incident: {
      name: "Search outage",
      incident_timestamp_values: [
        { incident_timestamp: { name: "Impact started" }, value: { value: "2024-12-02T06:12:00Z" } },
      ],
    },
  }),
  "tickets.json": tickets,
  "jira.csv": "Summary,Issue key,Status,Resolution,Resolved\nAlert,OPS-8,Done,Done,12/Mar/25 4:00 PM\n",
  "linear.csv": "ID,Team,Title,Status,Completed,Canceled\nOPS-9,Ops,Cap,Todo,,\n",
  "follow-ups.json": JSON.stringify({ follow_ups: [{ id: "01F9", title: "Rewrite", status: "outstanding" }] }),
};

/** What a shell would put for a variable of a page. */
const variables: Readonly<Record<string, string>> = { $NOTE: "note.md", $SINCE: "2024-04-11T06:00Z" };

describe("the command lines of README and docs", () => {
  const blocks = pages.flatMap((page) => commandLines(page, readFileSync(join(root, page), "utf8")));
  const folder = mkdtempSync(join(tmpdir(), "postmortem-docs-"));
  const model = join(folder, "vault");
  const repository = join(folder, "repository");
  /** What has been tried already, page after page: the same line elsewhere is no other. */
  const tried = new Set<string>();

  beforeAll(() => {
    cpSync(join(root, "examples/vault"), model, { recursive: true });
    cpSync(join(root, "examples/vault"), join(model, "my-vault"), { recursive: true });
    rmSync(join(model, "my-vault", "Incident-2024-04-11-API-Outage.md"));
    const note = readFileSync(join(model, "Incident-2024-04-11-API-Outage.md"), "utf8");
    for (const folder of ["docs/incidents", "slack/inc-42", "inc-42"])
      mkdirSync(join(model, folder), { recursive: true });
    for (const [name, text] of Object.entries({
      ...named,
      "note.md": note,
      "docs/incidents/2024-05-06-cache.md": note,
      // The other incidents of the vault are later than the clock of these tests: a report leaves them out.
      "my-vault/Incident-2024-03-02-Cache.md": note.replaceAll("2024-04-11", "2024-03-02"),
    }))
      writeFileSync(join(model, name), text);
    cpSync(model, repository, { recursive: true });
    const git = (...args: string[]): void => {
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], { cwd: repository });
    };
    git("init", "-q", "-b", "main", "--template=");
    git("add", ".");
    git("commit", "-qm", "Start");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("are many, on pages of each kind", () => {
    const where = new Set(blocks.flat().map(({ page }) => page));
    for (const page of ["README.md", "docs/command-line.md", "docs/ci.md", "docs/getting-started.md"])
      expect(where).toContain(page);
  });

  it("are read as a shell reads them", () => {
    const text =
      '```sh\ngh a |\n  postmortem actions import . - # b\npostmortem x "a b" > c\n```\n\n   ```console\n   $ npx postmortem y\n   ```\n';
    expect(commandLines("p", text).map((block) => block.map(({ line }) => wordsOf(line)))).toEqual([
      [
        ["actions", "import", ".", "-"],
        ["x", "a b"],
      ],
      [["y"]],
    ]);
  });

  it.each(blocks.map((lines) => ({ lines, name: `${lines[0]?.page ?? ""}: ${lines[0]?.line ?? ""}` })))(
    "$name",
    async ({ lines }) => {
      if (lines.every(({ line }) => tried.has(line))) return;
      const cwd = makeVault({});
      cpSync(lines.some(({ line }) => line.includes("--changed-since")) ? repository : model, cwd, { recursive: true });
      for (const { line } of lines) {
        tried.add(line);
        const run = await runHere(wordsOf(line), {
          cwd,
          env: { XDG_CACHE_HOME: join(cwd, "cache") },
          stdin: line.includes("actions import") ? tickets : "2024-04-11 06:13 UTC Rolled back\n",
          answer: "n",
        });
        expect(run.code, `${line}\n${run.stderr}`).not.toBe(2);
      }
    },
  );
});
