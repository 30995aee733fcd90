import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/cli.mts";
import { makeVault, postmortem, runHere } from "./run";

describe("usage", () => {
  it("is explained on request", async () => {
    const help = await runHere(["--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    const lines = help.stdout.split("\n").map((line) => line.trim().replace(/ {2,}/, "  "));
    for (const { name, summary } of commands) expect(lines).toContain(`${name}  ${summary}`);
    expect(await runHere(["help"])).toEqual(help);
  });

  it.each(commands.map(({ name }) => name))("of `%s` is explained with every option and an example", async (name) => {
    const help = await runHere([name, "--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    for (const option of Object.keys(commands.find((command) => command.name === name)?.options ?? {}))
      expect(help.stdout).toContain(` --${option}`);
    expect(help.stdout).toContain(`\n  postmortem ${name}`);
    expect(await runHere(["help", name])).toEqual(help);
  });

  it("is explained when nothing is asked for, as a mistake", async () => {
    const run = await runHere([]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("Usage: postmortem <command>");
  });

  it("tells the version", async () => {
    const run = await postmortem(["--version"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const spelling of ["-v", "-V", "version"])
      expect(await runHere([spelling])).toEqual(await runHere(["--version"]));
  });

  it.each([
    [["lnt", "."], "unknown command `lnt`", "did you mean `lint`?"],
    [["frobnicate"], "unknown command `frobnicate`", "the commands are init, lint, new,"],
    [["--format", "json"], "unknown option `--format` before a command", "the commands are"],
    [["lint", ".", "--fromat", "json"], "unknown option `--fromat`", "did you mean `--format`?"],
    [["lint", ".", "--format", "jsn"], "`--format` cannot be `jsn`", "did you mean `json`?"],
    [
      ["lint", ".", "--format", "yaml"],
      "`--format` cannot be `yaml`",
      "it can be text, json, github, gitlab, sarif, junit",
    ],
    [["lint", ".", "--max-warnings", "few"], "`--max-warnings` cannot be `few`", "it is a number"],
    [["lint", ".", "--fix=yes"], "does not take an argument", "`--help` lists the options"],
    [["lint", ".", "--format"], "`--format` needs a value", "`--help` tells which"],
    [["rules", "broken-embd"], "there is no rule `broken-embd`", "did you mean `broken-embed`?"],
    [["completion", "cmd"], "no shell `cmd`", "bash"],
    [["schema", ".", "."], "name one vault", "postmortem schema ."],
    [["lint", ".", "--color", "sometimes"], "`--color` cannot be `sometimes`", "always"],
    [["lint", ".", "--rule", "broken-embd:off"], "there is no rule `broken-embd`", "broken-link:off"],
    [["lint", ".", "--baseline", "none.json"], "cannot read the baseline", "--update-baseline"],
    [["lint"], "no postmortems found among 0 notes", "postmortem init"],
    [["lint", ".", "--zone", "Mars"], "`Mars` is no time zone", "Europe/Berlin"],
    [["lint", ".", "--zone", "PST"], "`PST` does not name one zone for the whole year", "America/Los_Angeles"],
    [["lint", ".", "--now", "soon"], "`soon` is no time", "2024-04-12T09:00Z"],
    [["new", "."], "a postmortem needs a title", "--title"],
    [["new"], "name one vault to write to", "postmortem new ."],
    [["inspect"], "name one note", ""],
    [["resolve", "."], "name one note", ""],
  ])("%j is answered with what was meant", async (args, message, help) => {
    const run = await runHere(args, { cwd: makeVault({}) });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(help);
    expect(run.stderr).not.toContain("    at ");
  });

  it("ends quietly when its reader goes away", async () => {
    const run = await postmortem(["rules", "--format", "json"], { closeAfter: 1 });
    expect(run.stderr).toBe("");
  });
});
