import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  promises,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatCsv } from "../../src/base";
import { makeVault, runHere } from "./run";

const name = "Incident-2024-04-11-A.md";
const draft = "---\ntag: postmortem\n---\n\n# Outage\n\n## Summary\n\nShort.\n";

describe("a note that is mended", () => {
  it("keeps its permissions", async () => {
    const cwd = makeVault({ [name]: draft });
    chmodSync(join(cwd, name), 0o600);
    await runHere(["lint", ".", "--fix"], { cwd });
    expect(readFileSync(join(cwd, name), "utf8")).not.toBe(draft);
    expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
  });

  it("is never open to others, not for the moment in which it is written anew either", async () => {
    const cwd = makeVault({ [name]: draft });
    chmodSync(join(cwd, name), 0o600);
    const modes: number[] = [];
    const { open } = promises;
    promises.open = async (...args) => {
      const handle = await open(...args);
      if (args[1] === "wx") modes.push((await handle.stat()).mode & 0o777);
      return handle;
    };
    syncBuiltinESMExports();
    try {
      await runHere(["lint", ".", "--fix"], { cwd });
    } finally {
      promises.open = open;
      syncBuiltinESMExports();
    }
    expect(modes).toEqual([0o600]);
  });

  it("is left alone, and named, when it has another name by a hard link", async () => {
    const cwd = makeVault({ [name]: draft });
    linkSync(join(cwd, name), join(cwd, "Other.md"));
    const { code, stderr } = await runHere(["lint", name, "--fix"], { cwd });
    expect(readFileSync(join(cwd, "Other.md"), "utf8")).toBe(draft);
    expect(stderr).toContain(`cannot write \`${name}\`: it has other names, by hard links`);
    expect(code).toBe(2);
  });
});

describe("settings that nobody has named", () => {
  it("are not read through a link out of their folder, and tell nothing of its target", async () => {
    const secret = makeVault({ secret: "root:x:0:0" });
    const cwd = makeVault({ [name]: draft });
    const folder = join(cwd, ".obsidian/plugins/postmortem");
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(secret, "secret"), join(folder, "data.json"));
    const { code, stderr } = await runHere(["lint", "."], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("it is a link to another folder");
    expect(stderr).not.toContain("root");
  });
});

describe("a pipe", () => {
  it("ends no run by not ending itself: as settings, in the cache, as a note", { timeout: 60_000 }, async () => {
    const cwd = makeVault({ [name]: draft, ".obsidian/plugins/postmortem/x": "" });
    const pipe = (path: string): void => void execFileSync("mkfifo", [join(cwd, path)]);
    pipe("pipe.md");
    expect(await runHere(["lint", "pipe.md"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it is no ordinary file") as string,
    });
    mkdirSync(join(cwd, "cache"), { mode: 0o700 });
    pipe("cache/report.json");
    pipe("cache/checks.json");
    expect((await runHere(["lint", ".", "--cache-location", "cache"], { cwd })).stdout).toContain(
      "deprecated-property",
    );
    pipe(".obsidian/plugins/postmortem/data.json");
    expect(await runHere(["lint", "."], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it is no ordinary file") as string,
    });
  });
});

describe("a file that the command line names or finds beside the notes", () => {
  const pipe = (cwd: string, path: string): void => void execFileSync("mkfifo", [join(cwd, path)]);

  it.each([
    ["--baseline", "pipe"],
    ["--baseline", "pipe", "--update-baseline"],
    ["--config", "pipe"],
  ])("is refused when it is a pipe: %s %s %s", { timeout: 20_000 }, async (...options) => {
    const cwd = makeVault({ [name]: draft });
    pipe(cwd, "pipe");
    expect(await runHere(["lint", ".", ...options], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it is no ordinary file") as string,
    });
    expect(statSync(join(cwd, "pipe")).isFIFO()).toBe(true);
  });

  it("holds nothing up as a pipe that would say what git ignores", { timeout: 20_000 }, async () => {
    const cwd = makeVault({ [name]: draft, ".git/HEAD": "ref: refs/heads/main\n" });
    pipe(cwd, ".gitignore");
    expect((await runHere(["lint", "."], { cwd })).stdout).toContain("deprecated-property");
  });
});

describe("a huge file", () => {
  it("is named, and the run goes on", async () => {
    const cwd = makeVault({ [name]: draft, "Incident-2024-04-12-Huge.md": "#postmortem", "huge.png": "" });
    truncateSync(join(cwd, "Incident-2024-04-12-Huge.md"), 600_000_000);
    truncateSync(join(cwd, "huge.png"), 600_000_000);
    const { code, stdout, stderr } = await runHere(["lint", "."], { cwd });
    expect(stderr).toContain("cannot read `Incident-2024-04-12-Huge.md`: it has 600000000 bytes");
    expect(stdout).toContain(name);
    expect(code).toBe(2);
    writeFileSync(join(cwd, "Incident-2024-04-13-B.md"), "#postmortem ![[huge.png]]");
    const exported = await runHere(["export", "Incident-2024-04-13-B.md", "--to", "html", "-o", "out.html"], { cwd });
    expect([exported.code, exported.stderr]).toEqual([expect.any(Number), expect.not.stringContaining("heap")]);
  });
});

describe("a cache that somebody else could have written", () => {
  const lint = (cwd: string): ReturnType<typeof runHere> =>
    runHere(["lint", ".", "--cache-location", "cache"], { cwd });

  /** Puts a report without problems into the cache, with a right seal. */
  const forge = (cwd: string, change: (stored: { report: { diagnostics: unknown } }) => void): void => {
    const file = join(cwd, "cache", "report.json");
    const [seal = "", body = ""] = readFileSync(file, "utf8").split("\n");
    const stored = JSON.parse(body) as { report: { diagnostics: unknown } };
    change(stored);
    const forged = JSON.stringify(stored);
    const digest = createHash("sha256").update(forged).digest("base64url").slice(0, 24);
    writeFileSync(file, `${seal.replace(/\S+$/, digest)}\n${forged}`);
  };
  const cached = async (): Promise<{ readonly cwd: string; readonly stdout: string }> => {
    const cwd = makeVault({ [name]: draft });
    // The second run knows the files that the first one has made.
    await lint(cwd);
    const { stdout } = await lint(cwd);
    expect(stdout).toContain("deprecated-property");
    return { cwd, stdout };
  };
  const empty = (stored: { report: { diagnostics: unknown } }): void => {
    stored.report.diagnostics = [];
  };

  it("would be believed if it were one's own", async () => {
    const { cwd, stdout } = await cached();
    forge(cwd, empty);
    expect((await lint(cwd)).stdout).not.toBe(stdout);
  });

  it.each([
    ["the folder may be written by others", "cache", 0o777],
    ["a file may be written by others", "cache/report.json", 0o666],
  ])("is not believed when %s, with a right seal", async (_, path, mode) => {
    const { cwd, stdout } = await cached();
    forge(cwd, empty);
    chmodSync(join(cwd, path), mode);
    expect((await lint(cwd)).stdout).toBe(stdout);
  });

  it("means doing the work again when its content is broken, with a right seal", async () => {
    for (const broken of ["x", null, [{ path: 1 }]]) {
      const { cwd, stdout } = await cached();
      forge(cwd, (stored) => {
        stored.report.diagnostics = broken;
      });
      expect((await lint(cwd)).stdout).toBe(stdout);
    }
  });
});

describe("a cell that a spreadsheet would run", () => {
  it.each(["=1+1", "x;=1+1", "＝1+1", "x\t@a", " =1+1", "＠a", "x\n-1"])("%j is led by an apostrophe", (cell) => {
    expect(formatCsv(["a"], [[cell]])).toMatch(/\r\n"?'/);
  });

  it.each(["a = b", "a-b", "x; y"])("%j is left alone", (cell) => {
    expect(formatCsv(["a"], [[cell]])).toBe(`a\r\n${cell}\r\n`);
  });
});

describe("an attachment that a browser would run", () => {
  const active = ["page.html", "PAGE2.HTM", "feed.xml", "run.js", "module.mjs", "style.xsl", "saved.mhtml", "zip.svgz"];

  it.each(["markdown", "html"])("goes out as the text that it is, with the same bytes, in %s", async (to) => {
    const bytes = "<script>alert(1)</script>";
    const cwd = makeVault({
      [name]: `# A\n\n${[...active, "notes.pdf"].map((file) => `![[${file}]]`).join("\n\n")}\n`,
      ...Object.fromEntries([...active, "notes.pdf"].map((file) => [file, bytes])),
      "out/x": "",
    });
    await runHere(["export", name, "--to", to, "-o", "out/report.x"], { cwd });
    const copied = readdirSync(join(cwd, "out/report.assets"));
    expect(copied.sort()).toEqual([...active.map((file) => `${file}.txt`), "notes.pdf"].sort());
    expect(readFileSync(join(cwd, "out/report.assets/page.html.txt"), "utf8")).toBe(bytes);
    const document = readFileSync(join(cwd, "out/report.x"), "utf8");
    expect(document).toContain("report.assets/page.html.txt");
    expect(document).not.toMatch(/page\.html["')]/);
  });
});

describe("`export --refresh` of a file that names its source itself", () => {
  it("tells the source, and takes no note that is no postmortem", async () => {
    const cwd = makeVault({ "Incident-2024-04-11-A.md": "# A", "Diary.md": "secret words" });
    await runHere(["export", "Diary.md", "--to", "markdown", "-o", "out.md"], { cwd });
    expect(await runHere(["export", "--refresh", "-o", "out.md", "--vault", "."], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("`Diary.md`, which is no postmortem") as string,
    });
    await runHere(["export", name, "--to", "markdown", "-o", "a.md"], { cwd });
    expect((await runHere(["export", "--refresh", "-o", "a.md", "--vault", "."], { cwd })).stderr).toContain(
      `from \`${name}\`, as it says itself`,
    );
    writeFileSync(join(cwd, "a.md"), readFileSync(join(cwd, "a.md"), "utf8").replace("# A", "# Edited"));
    writeFileSync(join(cwd, name), "# A\n\nsecret words");
    const { code, stderr } = await runHere(["export", "--refresh", "-o", "a.md", "--vault", "."], { cwd });
    expect(code).toBe(1);
    expect(stderr).not.toContain("secret words");
    expect((await runHere(["export", name, "--refresh", "-o", "a.md"], { cwd })).stderr).toContain("secret words");
  });
});
