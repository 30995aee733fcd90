import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LintReport } from "../../src/write";
import { collectionOf, size, styles } from "./collections";
import { makeVault, runHere } from "./run";

describe("`init` alone", () => {
  it.each(Object.keys(styles))("fits %s: all notes, the planted problems, and hardly anything else", async (name) => {
    const style = styles[name];
    if (style === undefined) throw new Error("no such style");
    const { files, problems } = collectionOf(style);
    const cwd = makeVault({ ...files, ".git/HEAD": "ref: refs/heads/main\n" });
    const made = await runHere(["init", "--yes"], { cwd });
    expect(made).toMatchObject({ code: 0 });
    const run = await runHere(["lint", "--format", "json"], { cwd });
    const report = JSON.parse(run.stdout) as LintReport;
    const weighty = report.diagnostics.filter(({ severity }) => severity !== "info");
    const isPlanted = (path: string, rule: string): boolean =>
      problems.some((problem) => problem.path === path && problem.rule === rule);
    const found = problems.filter(({ path, rule }) =>
      report.diagnostics.some((each) => each.path === path && each.rule === rule),
    );
    const others = weighty
      .filter(({ path, rule }) => !isPlanted(path, rule))
      .map(({ path, rule, message }) => [path, rule, message]);
    const lost = problems.filter((problem) => !found.includes(problem));
    expect({ notes: report.summary.notes, lost, others }).toMatchObject({
      notes: size,
      lost: expect.toSatisfy((left: unknown[]) => left.length <= 1) as unknown,
      others: expect.toSatisfy((left: unknown[]) => left.length <= size / 10) as unknown,
    });
  });

  it("asks before it writes, and writes over nothing", async () => {
    const { files } = collectionOf(Object.values(styles)[0] ?? { path: () => "", text: () => "" });
    const cwd = makeVault(files);
    const file = join(cwd, "postmortem.config.json");
    const settings = (): string | null => {
      try {
        return readFileSync(file, "utf8");
      } catch {
        return null;
      }
    };
    const shown = await runHere(["init", "--dry-run"], { cwd });
    expect(shown.stdout).toMatch(/^20 postmortems\n/);
    expect(shown.stdout).toContain('"postmortemFolder": "incidents"');
    expect(settings()).toBeNull();
    expect((await runHere(["init"], { cwd })).stderr).toContain("nothing was written; `--yes` writes");
    await runHere(["init"], { cwd, answer: "no" });
    expect(settings()).toBeNull();
    await runHere(["init"], { cwd, answer: "y" });
    expect(shown.stdout).toContain(settings() ?? "nothing");
    writeFileSync(file, "{}");
    expect(await runHere(["init", "--yes"], { cwd })).toMatchObject({ code: 2 });
    expect(settings()).toBe("{}");
    const json = JSON.parse((await runHere(["init", "--dry-run", "--format", "json"], { cwd })).stdout) as unknown;
    expect(json).toMatchObject({ version: 1, settings: { foundBy: "both", exclude: ["README.md"] } });
  });

  it("prints what the README shows, and so does the check after it", async () => {
    const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
    const [, shown = ""] = /```console\n(\$ npx postmortem init\n[^]*?)```/.exec(readme) ?? [];
    const commands = shown.split(/^\$ npx postmortem /m).slice(1);
    const [style] = Object.values(styles);
    if (style === undefined) throw new Error("no style");
    const cwd = makeVault({ ...collectionOf(style).files, ".git/HEAD": "ref: refs/heads/main\n" });
    expect(commands.map((text) => text.split("\n", 1)[0])).toEqual(["init", "lint"]);
    for (const text of commands) {
      const [command = "", ...lines] = text.trimEnd().split("\n");
      const { stdout } = await runHere(command.split(" "), { cwd, answer: "y" });
      const printed = stdout.split("\n");
      const asked = `Write this to postmortem.config.json? [y/N] y`;
      expect(lines.filter((line) => line !== "…" && line !== asked && !printed.includes(line))).toEqual([]);
    }
  });

  it("takes a page in a folder of its day for a postmortem, and the index above for none", async () => {
    const note =
      "---\nresources:\n  - src: a.png\n    name: chart\n---\n# Outage\n\n## Timeline\n\n- 10:00 UTC Down\n\n## Impact\n\n40 requests failed.\n";
    const days = ["2024-05-06-cache", "2024-05-07-queue"];
    const pages = days.map((day) => [`content/incidents/${day}/index.md`, note] as const);
    const cwd = makeVault({ ...Object.fromEntries(pages), "content/incidents/_index.md": "# All\n", ".git/HEAD": "" });
    await runHere(["init", "--yes"], { cwd });
    const listed = await runHere(["lint", "--list", "--format", "json"], { cwd });
    const { notes } = JSON.parse(listed.stdout) as { notes: { path: string }[] };
    expect(notes.map(({ path }) => path)).toEqual(pages.map(([path]) => path));
    expect(readFileSync(join(cwd, "postmortem.config.json"), "utf8")).not.toContain("resources");
  });

  it("says so when nothing looks like a postmortem, and takes a named folder for one of them", async () => {
    const cwd = makeVault({ "notes/a.md": "# A\n", "notes/b.md": "# B\n" });
    expect(await runHere(["init"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nothing looks like a postmortem") as string,
    });
    const named = await runHere(["init", "notes", "--dry-run", "--format", "json", "--vault", "."], { cwd });
    expect(JSON.parse(named.stdout)).toMatchObject({ settings: { postmortemFolder: "notes" } });
  });
});
