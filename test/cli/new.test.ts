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
