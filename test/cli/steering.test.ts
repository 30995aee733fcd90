import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/cli.mts";
import { makeVault, runHere } from "./run";

/** Writes to the clipboard, hides words, turns them around, speaks to the log of a CI server. */
const steering = "\u001b]52;c;cm0gLXJm\u0007\u001b[8m\u009b2J\u202eoof\u2066";
const commands = ["::error::x", "::add-mask::a", "##[error]x", "##vso[task.setvariable]x", "##teamcity[message]"];
const hostileName = `Incident-2024-04-11-${steering}\n::error::x.md`;
const hostile = `---
tags: [postmortem]
title: "${JSON.stringify(steering).slice(1, -1)}"
services: ["::error::y"]
"own${JSON.stringify(steering).slice(1, -1)}": x
---

# Other ${steering}

## Timeline

![[Gone ${steering}]]

- 06:12 UTC ${steering} Deployed
- 06:10 UTC Started

## Impact ${steering}

Ada ${steering} said OPS-1 and @ada${steering}

## Action items

- [ ] ${steering} do it [owner:: x${steering}]
${commands.map((command) => `- [ ] ${command}`).join("\n")}
`;

function vault(): string {
  const root = makeVault({ "Tasks.md": "", ".obsidian/app.json": "{}" });
  writeFileSync(join(root, hostileName), hostile);
  return root;
}

/** What a terminal or the log of a CI server acts on, in the lines of a text. */
function harmful(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]|^\s*::|##\w*\[/u.exec(line)?.[0] ?? []);
}

/** The colours of our own reports. */
function withoutColours(text: string): string {
  return text.replaceAll(new RegExp(String.raw`\u001b\[\d+m`, "g"), "");
}

const runs: readonly (readonly [string, readonly string[]])[] = [
  ["lint", ["lint", "."]],
  ["lint one note", ["lint", hostileName]],
  ["lint --fix", ["lint", ".", "--fix"]],
  ["lint JSON", ["lint", ".", "--format", "json"]],
  ["lint JUnit", ["lint", ".", "--format", "junit"]],
  ["lint SARIF", ["lint", ".", "--format", "sarif"]],
  ["inspect", ["inspect", hostileName, "--metadata"]],
  ["actions", ["actions", "."]],
  ["actions JSON", ["actions", ".", "--format", "json"]],
  ["stats", ["stats", "."]],
  ["new", ["new", ".", "--title", `A ${steering}`, "--severity", `x${steering}\n::error::x`]],
  ["new, with a template that is not there", ["new", ".", "--title", "A", "--template", `x${steering}\n::error::`]],
  ["an unknown command", [`x${steering}\n::error::x`]],
  ["an unknown option", ["lint", `--x${steering}\n::error::x`]],
  ["a file that is not there", ["lint", `x${steering}\n::error::x.md`]],
  ["settings that do not fit", ["lint", ".", "--config", "settings.json"]],
];

describe("names and text of notes", () => {
  it.each(runs)("steer neither a terminal nor a log: %s", async (_, args) => {
    const cwd = vault();
    writeFileSync(join(cwd, "settings.json"), JSON.stringify({ [`x${steering}\n::error::`]: 1, severities: steering }));
    const { stdout, stderr } = await runHere(args, { cwd });
    expect(harmful(stdout)).toEqual([]);
    expect(harmful(stderr)).toEqual([]);
    expect(stdout + stderr).not.toBe("");
  });

  it.each([
    ["export", ["export", hostileName, "--to", "markdown", "--external"]],
    ["resolve", ["resolve", hostileName]],
    ["actions CSV", ["actions", ".", "--format", "csv"]],
    ["lint for GitHub", ["lint", ".", "--format", "github"]],
  ])("are words where a document goes to a terminal: %s", async (_, args) => {
    const cwd = vault();
    const watched = await runHere(args, { cwd, isTerminal: true });
    expect(harmful(withoutColours(watched.stdout))).toEqual([]);
    const piped = await runHere(args, { cwd });
    expect(harmful(piped.stderr)).toEqual([]);
  });

  it("do not turn around what GitHub and JUnit show", async () => {
    const cwd = vault();
    for (const format of ["github", "junit"]) {
      const { stdout } = await runHere(["lint", ".", "--format", format], { cwd });
      expect(stdout).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/u);
      for (const line of stdout.split("\n")) expect(line).toMatch(/^(?:::(?:error|warning|notice) file=|\s*<|$)/);
    }
  });

  it("reach a reader of JSON as they are", async () => {
    const { stdout } = await runHere(["actions", ".", "--format", "json"], { cwd: vault() });
    expect(JSON.stringify(JSON.parse(stdout))).toContain("\u202eoof");
  });

  it("leave the colours of a report alone", async () => {
    const { stdout } = await runHere(["lint", "."], { cwd: vault(), isTerminal: true });
    expect(stdout).toContain("\u001b[31m");
    expect(stdout).not.toContain("\u001b[8m");
  });
});

describe("`lint --watch` on a terminal", () => {
  it("clears the screen before each report, and says how it ends", async () => {
    const cwd = vault();
    mkdirSync(join(cwd, "sub"));
    let stdout = "";
    let stderr = "";
    const ended = runCli(["lint", ".", "--watch"], {
      stdout: { isTTY: true, write: (text: string) => (stdout += text) },
      stderr: { isTTY: true, write: (text: string) => (stderr += text) },
      env: {},
      cwd,
      now: () => Date.parse("2024-04-12T09:00Z"),
      zone: "UTC",
      stdin: () => Promise.resolve(""),
      ask: null,
      version: "1.2.3",
    });
    while (!stderr.includes("Ctrl+C")) await new Promise(setImmediate);
    process.emit("SIGINT");
    expect(await ended).toBe(0);
    expect(stdout.startsWith("\u001b[2J\u001b[3J\u001b[H")).toBe(true);
    expect(stderr).toBe("Watching for changes; Ctrl+C ends.\n");
    expect(stdout).not.toContain("\\u001b");
  });
});
