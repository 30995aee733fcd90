import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVault } from "./cli/run";

const root = join(import.meta.dirname, "..");
const files = ["package.json", "package-lock.json", "manifest.json", "versions.json", "CHANGELOG.md"];

/** A repository with what states the version, as it was committed. */
function repository(changelog: string): string {
  const folder = makeVault({});
  for (const file of files) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, "CHANGELOG.md"), changelog);
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["-c", "user.name=T", "-c", "user.email=t@x", "commit", "-qm", "A"],
  ])
    spawnSync("git", args, { cwd: folder });
  return folder;
}

function release(cwd: string, ...args: string[]): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "release.mjs"), ...args], {
    cwd,
    encoding: "utf8",
  });
  return { code: status, stderr };
}

const contentOf = (folder: string): readonly string[] => files.map((file) => readFileSync(join(folder, file), "utf8"));
const changelog = "# Changelog\n\n## 9.8.7, not yet released\n\n- New\n\n## 0.1.0, 2026-01-01\n";

describe("a release", () => {
  it("has its version everywhere, and its day in the changelog", () => {
    const folder = repository(changelog);
    expect(release(folder, "9.8.7", "2027-01-02")).toEqual({ code: 0, stderr: "" });
    const [pack = "", lock = "", manifest = "", versions = "", log] = contentOf(folder);
    for (const text of [pack, manifest]) expect(JSON.parse(text)).toMatchObject({ version: "9.8.7" });
    expect(JSON.parse(lock)).toMatchObject({ version: "9.8.7", packages: { "": { version: "9.8.7" } } });
    const { minAppVersion } = JSON.parse(manifest) as { minAppVersion: string };
    expect(JSON.parse(versions)).toMatchObject({ "9.8.7": minAppVersion, "0.1.0": "1.13.1" });
    expect(log).toBe(changelog.replace("not yet released", "2027-01-02"));
  });

  it.each([
    ["no version", [], "name the version"],
    ["a version that is none", ["v9.8.7"], "name the version"],
    ["an older version", ["0.0.9"], "does not come after"],
    ["a version that the changelog does not know", ["9.9.9"], "CHANGELOG.md does not say what is new"],
  ])("is refused for %s, and nothing is written", (_, args, why) => {
    const folder = repository(changelog);
    const before = contentOf(folder);
    expect(release(folder, ...args)).toEqual({ code: 2, stderr: expect.stringContaining(why) as string });
    expect(contentOf(folder)).toEqual(before);
  });

  it("is refused where something is not committed, and nothing is written", () => {
    const folder = repository(changelog);
    writeFileSync(join(folder, "new.ts"), "");
    const before = contentOf(folder);
    expect(release(folder, "9.8.7")).toEqual({ code: 2, stderr: expect.stringContaining("?? new.ts") as string });
    expect(contentOf(folder)).toEqual(before);
  });
});
