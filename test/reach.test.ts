import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { commands } from "../src/cli/cli.mts";

/**
 * Whatever could speak to another machine. `"EventSource"` is also the name of a field of CloudTrail, and the parser of
 * formulas has a method `fetch` of its own.
 */
const speaking =
  /(?<![.\w])fetch\b(?!\(\)\{)|\b(?:globalThis|window|self)\.fetch\b|\b(?:XMLHttpRequest|WebSocket|(?<!["'])EventSource|RTCPeerConnection|sendBeacon|importScripts|requestUrl)\b|\b(?:from|import|require)\s*\(?["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)["']/;

describe("the network", () => {
  it.each(["main.js", "dist/postmortem.mjs"])("is not known to %s", (file) => {
    expect(readFileSync(join(inject("built"), file), "utf8").match(speaking)?.[0]).toBeUndefined();
  });
});

/** A run of the command line, in the vault. */
interface Case {
  readonly args: readonly string[];
  readonly code: 0 | 1 | 2;
  /** What is different afterwards; a path that ends with a slash stands for anything in that folder. */
  readonly writes?: readonly string[];
  /** What is read outside of the vault, since the command line names it. */
  readonly reads?: readonly string[];
  /** Whether git is asked what has changed since. */
  readonly startsGit?: boolean;
}

const outage = "Incident-2024-04-11-API-Outage.md";
const hostile = "Incident-2024-05-05-Hostile.md";

/** One after another in the same vault, with at least one for each command and each way to write. */
const cases: readonly Case[] = [
  { args: ["lint", "."], code: 1 },
  { args: ["lint", ".", "--cache"], code: 1, writes: ["cache/"] },
  { args: ["lint", ".", "--cache"], code: 1, writes: ["cache/"], reads: ["cache/"] },
  { args: ["lint", ".", "--cache-location", "../mine"], code: 1, writes: ["mine/"] },
  { args: ["lint", ".", "--changed-since", "HEAD"], code: 1, startsGit: true },
  { args: ["lint", ".", "--fix-dry-run"], code: 1 },
  // The trap changes a note once, and then asks it to end.
  { args: ["lint", ".", "--watch"], code: 0 },
  { args: ["lint", ".", "--format", "sarif", "-o", "../out/report.sarif"], code: 1, writes: ["out/report.sarif"] },
  {
    args: ["lint", ".", "--baseline", "../out/base.json", "--update-baseline"],
    code: 0,
    writes: ["out/base.json"],
    reads: ["out/base.json"],
  },
  { args: ["lint", ".", "--baseline", "../out/base.json"], code: 0, reads: ["out/base.json"], startsGit: true },
  {
    args: ["lint", ".", "--fix"],
    code: 1,
    writes: [`vault/${hostile}`, "vault/Incident-2024-09-17-Checkout-Latency.md"],
  },
  { args: ["inspect", hostile, "--metadata"], code: 0 },
  { args: ["resolve", hostile], code: 1 },
  { args: ["resolve", outage, "-o", "../out/resolved.md"], code: 0, writes: ["out/resolved.md"] },
  { args: ["actions", "."], code: 0 },
  { args: ["actions", "import", ".", "../out/tickets.json"], code: 0, reads: ["out/tickets.json"] },
  { args: ["find", "outage"], code: 0 },
  { args: ["stats", "."], code: 0 },
  { args: ["report", ".", "--to", "html", "-o", "../out/report.html"], code: 0, writes: ["out/report.html"] },
  { args: ["rules"], code: 0 },
  { args: ["schema", "--settings"], code: 0 },
  { args: ["schema", "."], code: 0 },
  { args: ["completion", "bash"], code: 0 },
  { args: ["new", ".", "--title", "X", "--date", "2024-06-01"], code: 0, writes: ["vault/Incident-2024-06-01-X.md"] },
  {
    args: ["new", ".", "--from", "../out/incident.json"],
    code: 0,
    reads: ["out/incident.json"],
    writes: ["vault/Incident-2024-06-01-Logins.md"],
  },
  { args: ["export", hostile, "--to", "markdown"], code: 1 },
  { args: ["export", hostile, "--to", "html", "-o", "../out/a/b.html"], code: 1, writes: ["out/a/", "out/a/b.html"] },
  { args: ["export", hostile, "--refresh", "-o", "../out/a/b.html"], code: 1, reads: ["out/a/b.html"] },
  { args: ["export", outage, "--to", "html", "--external"], code: 0 },
  { args: ["import", outage, "../out/events.txt", "--dry-run"], code: 0, reads: ["out/events.txt"] },
  {
    args: ["import", outage, "../out/events.txt"],
    code: 0,
    reads: ["out/events.txt"],
    writes: ["vault/Incident Timeline.md"],
  },
  { args: ["init", ".", "--dry-run"], code: 0 },
  { args: ["init", ".", "--yes"], code: 0, writes: ["vault/postmortem.config.json"] },
];

describe("the command line", () => {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "postmortem-reach-")));
  const vault = join(scratch, "vault");
  const env = { PATH: process.env["PATH"], HOME: join(scratch, "home"), XDG_CACHE_HOME: join(scratch, "cache") };

  beforeAll(() => {
    cpSync(join(import.meta.dirname, "../examples/vault"), vault, { recursive: true });
    for (const folder of ["home", "out", "outside"]) mkdirSync(join(scratch, folder));
    writeFileSync(join(scratch, "outside/secret.md"), "- 06:13 secret words\n");
    writeFileSync(join(scratch, "outside/secret.png"), "secret");
    symlinkSync("../outside/secret.md", join(vault, "Linked.md"));
    symlinkSync("../outside", join(vault, "Elsewhere"));
    writeFileSync(
      join(vault, hostile),
      "---\ntag: postmortem\n---\n\n# Hostile\n\n## Timeline\n\n![[Linked]]\n\n![[../outside/secret]]\n\n![[Elsewhere/secret]]\n\n" +
        `![[${scratch}/outside/secret.md]]\n\n![a](../outside/secret.png) ![b](file://${scratch}/outside/secret.png)\n`,
    );
    writeFileSync(
      join(scratch, "out/tickets.json"),
      '[{"number":1,"title":"A","state":"OPEN","url":"https://a.b/c/1"}]',
    );
    writeFileSync(
      join(scratch, "out/incident.json"),
      '{"incident":{"id":"1","reference":"INC-1","name":"Logins","created_at":"2024-06-02T10:00:00Z","severity":{"name":"Major"},"incident_timestamp_values":[]}}',
    );
    writeFileSync(join(scratch, "out/events.txt"), "2024-04-11T06:12:00Z deployed again\n");
    const git = (...args: string[]): void => void spawnSync("git", args, { cwd: vault, env });
    git("init", "-q");
    git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-qm", "A", "--allow-empty");
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  const run = (program: string, runs: readonly (readonly string[])[]): { status: number | null; results: Result[] } => {
    const [trap, address] = [join(import.meta.dirname, "trap.mjs"), program].map((file) => pathToFileURL(file).href);
    // The program runs when it is loaded; another address loads it another time.
    const loads = runs.map((args, index) => `[${JSON.stringify(args)}, () => import("${address}?${index}")]`);
    const script = `import { tellReach } from "${trap}"; await tellReach(${JSON.stringify(program)}, [${loads.join()}]);`;
    const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: scratch,
      encoding: "utf8",
      env,
    });
    return { status, results: status === 0 ? (JSON.parse(stdout) as Result[]) : [] };
  };

  it("would be seen to speak, to write, to read elsewhere and to start programs", () => {
    const program = join(scratch, "out", "program.mjs");
    writeFileSync(program, "await fetch('http://127.0.0.1:65001');");
    expect(run(program, [[]]).status).toBe(99);
    writeFileSync(
      program,
      `import { spawnSync } from "node:child_process"; import { rmSync } from "node:fs";
      import { open, readFile, rename } from "node:fs/promises";
      await (await open("../out/x", "wx")).close(); await rename("../out/x", "../out/y");
      await readFile("../outside/secret.md"); spawnSync("touch", ["z"]); rmSync("../out/y");`,
    );
    expect(run(program, [[]]).results).toMatchObject([
      {
        reached: ["writes out/x", "writes out/y", "reads outside/secret.md", "starts touch"],
        changed: ["vault/z"],
      },
    ]);
    rmSync(join(vault, "z"));
  });

  it("reaches nothing but what it says", { timeout: 60_000 }, () => {
    const { results } = run(
      join(inject("built"), "dist/postmortem.mjs"),
      cases.map(({ args }) => [...args, "--now", "2024-06-01T00:00Z"]),
    );
    expect(results).toHaveLength(cases.length);
    for (const [index, { args, code, writes = [], reads = [], startsGit = false }] of cases.entries()) {
      const { code: ended, words, reached, changed } = results[index] ?? none;
      const told = `${args.join(" ")}: ${words}`;
      expect(ended, told).toBe(code);
      // Everything that was to be written is there, and nothing else is.
      expect(
        changed.filter((path) => !isAmong(path, writes)),
        told,
      ).toEqual([]);
      expect(
        writes.filter((path) => !path.endsWith("/") && !changed.includes(path)),
        told,
      ).toEqual([]);
      const unsaid = reached.filter((each) => {
        const [what = "", path = ""] = each.split(/ (.*)/);
        if (what === "writes") return !isAmong(path, writes) && !isBeside(path, writes);
        if (what === "reads") return !isAmong(path, ["vault/", ...reads]);
        return !startsGit || !/[\\/]git(?:\.exe)?$/.test(path);
      });
      expect(unsaid, told).toEqual([]);
    }
  });

  it("has no command that is not tried", () => {
    expect(commands.map(({ name }) => name).filter((name) => cases.every(({ args }) => args[0] !== name))).toEqual([]);
  });
});

/** What the trap tells of a run. */
interface Result {
  readonly code: number;
  /** What it wrote on standard error. */
  readonly words: string;
  /** `reads`, `writes` or `starts`, and the path, seen from the folder that all lies in. */
  readonly reached: readonly string[];
  /** Paths that are new, gone or different afterwards. */
  readonly changed: readonly string[];
}

const none: Result = { code: -1, words: "", reached: [], changed: [] };

/** Whether a path is listed, lies in a listed folder, or is such a folder. */
function isAmong(path: string, listed: readonly string[]): boolean {
  return listed.some((each) => (each.endsWith("/") ? `${path}/`.startsWith(each) : path === each));
}

/** Whether a path is what a listed file is written to before it gets to its place, or the folder that it lies in. */
function isBeside(path: string, listed: readonly string[]): boolean {
  return listed.some(
    (each) => dirname(each) === path || (dirname(each) === dirname(path) && /\/\.postmortem-[^/]+\.tmp$/.test(path)),
  );
}
