import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault, runHere } from "./run";

const png = new Uint8Array([137, 80, 78, 71, 0, 255]);
const incident =
  "---\nseverity: SEV-1\n---\n# Outage\n\nSee [[Other]] and ==this==.\n\n![[pic.png|300]]\n\n![[Log#Events]]\n";
const files = {
  "Incident.md": incident,
  "Log.md": "## Events\n\n- 06:12 deploy %% why %%\n",
  "Other.md": "x",
  "img/pic.png": png,
  ".obsidian/app.json": "{}",
};

/** A vault and a folder beside it for what is exported, in one folder that is made for the test. */
function makeFolders() {
  const base = makeVault({
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`vault/${path}`, content])),
    "out/.keep": "",
  });
  const at = (path: string) => join(base, path);
  return {
    base,
    at,
    run: (...args: string[]) => runHere(["export", ...args], { cwd: base }),
    read: (path: string) => readFileSync(at(path), "utf8"),
  };
}

function hashAll(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  return hash.digest("hex");
}

describe("`export`", () => {
  it("prints the document, and says which attachments would go with it", async () => {
    const { at, run } = makeFolders();
    const before = hashAll(at("vault"));
    const { code, stdout, stderr } = await run("vault/Incident.md", "--to", "markdown");
    expect(code).toBe(0);
    expect(stdout).toBe(
      '| Property | Value |\n| --- | --- |\n| severity | SEV-1 |\n\n# Outage\n\nSee [Other](Other.md) and <mark>this</mark>.\n\n<img src="Incident.assets/pic.png" alt="pic" width="300">\n\n## Events\n\n- 06:12 deploy\n',
    );
    expect(stderr).toBe("postmortem: with `-o`, `img/pic.png` would be copied to `Incident.assets/pic.png`\n");
    expect(hashAll(at("vault"))).toBe(before);
  });

  it("writes the document and its attachments, with links that lead from there", async () => {
    const { at, run, read } = makeFolders();
    expect(
      await run(
        "vault/Incident.md",
        "--to",
        "markdown",
        "-o",
        "out/report.md",
        "--flavor",
        "commonmark",
        "--properties",
        "drop",
      ),
    ).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(read("out/report.md")).toMatch(
      /^# Outage\n\nSee \[Other\]\(\.\.\/vault\/Other\.md\) and \*\*this\*\*\.\n\n!\[pic\]\(report\.assets\/pic\.png\)\n[^]*\n<!-- postmortem-export: source="Incident\.md" as="markdown commonmark relative drop keep" sha256=[\da-f]{64} -->\n$/,
    );
    expect(new Uint8Array(readFileSync(at("out/report.assets/pic.png")))).toEqual(png);
    expect(
      await run("vault/Incident.md", "--to", "markdown", "-o", "vault/Exports.md", "--links", "text"),
    ).toMatchObject({ code: 0 });
    expect(read("vault/Exports.md")).toContain("See Other and");
  });

  it("takes the team's settings, and leads a mistake to what was meant", async () => {
    const { at, run } = makeFolders();
    writeFileSync(at("config.json"), JSON.stringify({ export: { properties: "keep", links: "text" } }));
    expect((await run("vault/Incident.md", "--to", "markdown", "--config", "config.json")).stdout).toContain(
      "---\nseverity: SEV-1\n---\n# Outage\n\nSee Other and",
    );
    expect(await run("vault/Incident.md", "--to", "markdwon")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean `markdown`?") as string,
    });
    expect(await run("vault/Incident.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("say what to make") as string,
    });
    expect(await run("vault/Incident.md", "--to", "markdown", "-o", "config.json/x.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot write `config.json/x.md`: ") as string,
    });
  });

  it("makes the folder that the document goes to", async () => {
    const { at, run } = makeFolders();
    expect(await run("vault/Incident.md", "--to", "markdown", "-o", "new/deep/x.md")).toMatchObject({ stdout: "" });
    expect(readFileSync(at("new/deep/x.md"), "utf8")).toContain("# Outage");
  });

  it("says where embedded text comes from when asked to", async () => {
    const { run } = makeFolders();
    expect((await run("vault/Incident.md", "--to", "markdown", "--mark-origin")).stdout).toContain(
      "*(from [Log > Events](Log.md#events))*\n\n## Events",
    );
  });

  it.each(["markdown", "html"])(
    "writes what may leave as %s, says what it took out, and refreshes that from the note that is named",
    async (to) => {
      const { at, run, read } = makeFolders();
      writeFileSync(
        at("vault/Incident.md"),
        `---\nowner: Ada\nseverity: SEV-1\n---\n# Outage\n\n## Impact\n\nSee [[Other]] with @ada, OPS-12.\n\n![[Gone]]\n\n## Lessons\n\nsecret\n`,
      );
      const { code, stdout, stderr } = await run("vault/Incident.md", "--to", to, "--external", "-o", "out/report");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toBe(
        "property `owner` left out\nsection `Lessons` left out\nImpact: link `[[Other]]` became `Other`\nImpact: person `@ada` became `Engineer 1`\nImpact: ticket `OPS-12` became `(ticket)`\nvault/Incident.md:11:1  `Gone` does not exist\n",
      );
      const text = read("out/report");
      expect(text).toContain("See Other with Engineer 1, (ticket).");
      expect(text).not.toMatch(/\bada\b|OPS|secret|Incident|Gone|Lessons|<script/i);
      const again = ["--refresh", "-o", "out/report", "--vault", "vault"];
      expect(await run(...again)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(
          "is an external version, which does not tell its note; refresh it from that note",
        ) as string,
      });
      writeFileSync(at("vault/Incident.md"), read("vault/Incident.md").replace("See", "Look at"));
      expect(await run("vault/Incident.md", ...again)).toMatchObject({ code: 1 });
      expect(read("out/report")).toBe(
        text.replace("See", "Look at").replace(/sha256=\w+/, /sha256=\w+/.exec(read("out/report"))?.[0] ?? ""),
      );
      writeFileSync(at("out/report"), read("out/report").replace("Look at", "Mind"));
      expect(await run("vault/Incident.md", ...again)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/was edited by hand[^]*^- .*Mind[^]*^\+ .*Look at/m) as string,
      });
    },
  );

  it("says what could not be included, and where", async () => {
    const { at, run } = makeFolders();
    writeFileSync(at("vault/Incident.md"), "# A\n\n![[Gone]]\n");
    expect(await run("vault/Incident.md", "--to", "markdown")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("Not included: `Gone`") as string,
      stderr: "vault/Incident.md:3:1  `Gone` does not exist\n",
    });
  });
});

describe("`export --refresh`", () => {
  const refresh = ["vault/Incident.md", "--refresh", "-o", "out/report.md", "--vault", "vault"] as const;

  async function exported() {
    const folders = makeFolders();
    await folders.run("vault/Incident.md", "--to", "markdown", "-o", "out/report.md", "--flavor", "gitlab");
    return folders;
  }

  it("writes the file anew from its note, with what was chosen then, and only when something changed", async () => {
    const { at, run, read } = await exported();
    utimesSync(at("out/report.md"), 1, 1);
    expect(await run(...refresh)).toEqual({
      code: 0,
      stdout: "",
      stderr: "postmortem: `out/report.md` is up to date\n",
    });
    expect(statSync(at("out/report.md")).mtimeMs).toBe(1000);
    writeFileSync(at("vault/Log.md"), "## Events\n\n- 06:12 rollback\n");
    expect(await run(...refresh)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(read("out/report.md")).toMatch(/- 06:12 rollback[^]*as="markdown gitlab relative table keep"/);
    expect(await run(...refresh)).toMatchObject({ stderr: "postmortem: `out/report.md` is up to date\n" });
  });

  it("leaves a file alone that was edited by hand, and shows the difference", async () => {
    const { at, run, read } = await exported();
    const edited = read("out/report.md").replace("See", "See, please,");
    writeFileSync(at("out/report.md"), edited);
    const { code, stderr } = await run(...refresh);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "postmortem: `report.md` was edited by hand and is not overwritten; take over what is needed, and delete or move it to export again\n- See, please, [Other](../vault/Other.md) and <mark>this</mark>.\n+ See [Other](../vault/Other.md) and <mark>this</mark>.\n",
    );
    expect(await run("vault/Incident.md", "--to", "markdown", "-o", "out/report.md")).toMatchObject({ code: 1 });
    expect(read("out/report.md")).toBe(edited);
  });

  it("does not mind other line ends, and keeps them", async () => {
    const { at, run, read } = await exported();
    writeFileSync(at("out/report.md"), read("out/report.md").replaceAll("\n", "\r\n"));
    expect(await run(...refresh)).toMatchObject({ code: 0, stderr: "postmortem: `out/report.md` is up to date\n" });
    writeFileSync(at("vault/Other.md"), "y");
    writeFileSync(at("vault/Log.md"), "## Events\n\n- 07:00 rollback\n");
    expect(await run(...refresh)).toMatchObject({ code: 0, stderr: "" });
    expect(read("out/report.md").replaceAll("\r\n", "")).not.toContain("\n");
  });

  it.each([
    ["no trace", (text: string) => text.replace(/<!-- postmortem.*/, ""), 2, "does not say which note"],
    [
      "other words for what was chosen",
      (text: string) => text.replace("markdown gitlab", "markdown nobody"),
      2,
      "does not say which note",
    ],
    [
      "another note in the trace",
      (text: string) => text.replace('source="Incident.md"', 'source="Other.md"'),
      2,
      "was exported from `Other.md`, not from `Incident.md`",
    ],
    [
      "a way out of the vault in the trace",
      (text: string) => text.replace('source="Incident.md"', 'source="../secret.md"'),
      2,
      "was exported from `../secret.md`, not from `Incident.md`",
    ],
    [
      "other choices in the trace",
      (text: string) => text.replace("relative table", "relative drop"),
      1,
      "edited by hand",
    ],
    ["another hash", (text: string) => text.replace(/sha256=../, "sha256=00"), 1, "edited by hand"],
    ["words behind the trace", (text: string) => `${text}more\n`, 2, "does not say which note"],
  ])("leaves a file alone that has %s", async (_, change, code, message) => {
    const { at, run, read } = await exported();
    const changed = change(read("out/report.md"));
    writeFileSync(at("out/report.md"), changed);
    expect(await run(...refresh)).toMatchObject({ code, stderr: expect.stringContaining(message) as string });
    expect(read("out/report.md")).toBe(changed);
  });

  it("never writes over a file that no export wrote, nor over an attachment that is another one", async () => {
    const { at, run, read } = makeFolders();
    writeFileSync(at("out/report.md"), "mine");
    expect(await run("vault/Incident.md", "--to", "markdown", "-o", "out/report.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("was not written by an export") as string,
    });
    expect(read("out/report.md")).toBe("mine");
    expect(existsSync(at("out/report.assets"))).toBe(false);
    expect(await run("vault/Incident.md", "--to", "markdown", "-o", "out/b.md")).toMatchObject({ code: 0 });
    writeFileSync(at("out/b.assets/pic.png"), "other");
    expect(await run("vault/Incident.md", "--refresh", "-o", "out/b.md", "--vault", "vault")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("differs from `img/pic.png`") as string,
    });
    expect(read("out/b.assets/pic.png")).toBe("other");
  });

  it("does not take one note for another", async () => {
    const { run } = await exported();
    expect(await run("vault/Other.md", "--refresh", "-o", "out/report.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("`report.md` was exported from `Incident.md`, not from `Other.md`") as string,
    });
  });

  it("says that it needs the file, and the vault", async () => {
    const { run } = await exported();
    expect(await run("--refresh")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("name the exported file with `-o`") as string,
    });
    expect(await run("--refresh", "-o", "out/report.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("name the vault with `--vault`") as string,
    });
  });
});
