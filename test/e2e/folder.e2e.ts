import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHost, type HostDriver } from "./host-driver";
import { until } from "./scenarios/scenario";

describe("the playground on a folder", () => {
  const vault = mkdtempSync(path.join(tmpdir(), "postmortem-vault-"));
  const text = (name: string): string => readFileSync(path.join(vault, name), "utf8");
  let app: HostDriver;

  beforeAll(async () => {
    writeFileSync(path.join(vault, "Note.md"), "one\n");
    app = await startHost({ vault, open: "Note.md" });
    await app.open("Note.md");
  });
  afterAll(async () => {
    await app.close();
    rmSync(vault, { recursive: true });
  });

  it("writes what is typed and made, and moves what is renamed", async () => {
    await app.setCursor(0, 3);
    await app.type(" two");
    await app.save();
    await until("the typed words on disk", () => Promise.resolve(text("Note.md") === "one two\n"));
    await app.write("Sub/Made.md", "made");
    await app.page.evaluate(async () => {
      const { vault: notes } = window.host.app;
      const file = notes.getFileByPath("Sub/Made.md");
      if (file !== null) await window.host.ledger.byOthers(file.path, () => notes.rename(file, "Sub/Renamed.md"));
    });
    await until("the renamed note on disk", () => Promise.resolve(existsSync(path.join(vault, "Sub/Renamed.md"))));
    expect([existsSync(path.join(vault, "Sub/Made.md")), text("Sub/Renamed.md")]).toEqual([false, "made"]);
    expect(app.consoleProblems()).toEqual([]);
  });

  it("does not overwrite what another program wrote, and says so", async () => {
    writeFileSync(path.join(vault, "Note.md"), "theirs\n");
    await app.type("!");
    await app.save();
    await app.waitForText(".notice", "Note.md was changed on disk meanwhile: reload the page");
    expect(text("Note.md")).toBe("theirs\n");
  });
});
