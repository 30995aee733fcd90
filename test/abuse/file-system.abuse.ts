import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, closeSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";

const mounts: string[] = [];

/** A small file system of its own; null where this machine does not let us make one. */
function mountSmall(size: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-mount-"));
  const made = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]);
  if (made.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  mounts.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of mounts.splice(0)) {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

function postmortem(
  cwd: string,
  args: readonly string[],
  stdout: "pipe" | number = "pipe",
): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(
    process.execPath,
    [join(inject("built"), "dist", "postmortem.mjs"), ...args, "--now", "2024-06-01T00:00Z"],
    { cwd, stdio: ["ignore", stdout, "pipe"], encoding: "utf8" },
  );
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

const draft = "---\ntag: postmortem\n---\n\n# Outage\n\n## Summary\n\nShort.\n";

const probe = mountSmall("64k");
const canMount = probe !== null;
if (probe !== null) {
  spawnSync("umount", [probe]);
  rmSync(mounts.pop() ?? probe, { recursive: true, force: true });
}

// Making a file system takes rights that an ordinary user does not have.
describe.skipIf(!canMount)("a disk", () => {
  it("that is full leaves the note as it is and says so", () => {
    const folder = mountSmall("64k") ?? "";
    mkdirSync(join(folder, ".obsidian"));
    writeFileSync(join(folder, "Incident-2024-04-11-A.md"), draft);
    writeFileSync(join(folder, "ballast"), "x".repeat(200_000).slice(0, 48_000));
    for (let size = 8192; size >= 1; size = Math.floor(size / 2)) {
      try {
        writeFileSync(join(folder, `ballast-${size}`), "x".repeat(size));
      } catch {
        break;
      }
    }
    const { status, stderr } = postmortem(folder, ["lint", ".", "--fix"]);
    expect(readFileSync(join(folder, "Incident-2024-04-11-A.md"), "utf8")).toBe(draft);
    expect(stderr).toContain("cannot write `Incident-2024-04-11-A.md`: no space left");
    expect(status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const created = postmortem(folder, ["new", ".", "--title", "B", "--date", "2024-04-12"]);
    expect(created.status).toBe(2);
    expect(created.stderr).toContain("no space left");
    expect(readdirSync(folder).filter((name) => name.includes("04-12"))).toEqual([]);
  });

  it("that is read-only is checked all the same, and nothing is written", () => {
    const folder = mountSmall("1m") ?? "";
    mkdirSync(join(folder, ".obsidian"));
    writeFileSync(join(folder, "Incident-2024-04-11-A.md"), draft);
    spawnSync("mount", ["-o", "remount,ro", folder]);
    expect(postmortem(folder, ["lint", "."]).stdout).toContain("deprecated-property");
    const { status, stderr } = postmortem(folder, ["lint", ".", "--fix"]);
    expect(stderr).toContain("cannot write `Incident-2024-04-11-A.md`: the file system is read-only");
    expect(status).toBe(2);
    expect(postmortem(folder, ["new", ".", "--title", "B"]).stderr).toContain("the file system is read-only");
  });
});

describe("output", () => {
  it("that cannot be written ends the run with a word, not with a stack", () => {
    const full = openSync("/dev/full", "w");
    const folder = mkdtempSync(join(tmpdir(), "postmortem-out-"));
    mkdirSync(join(folder, ".obsidian"));
    writeFileSync(join(folder, "Incident-2024-04-11-A.md"), draft);
    const { status, stderr } = postmortem(folder, ["lint", "."], full);
    closeSync(full);
    rmSync(folder, { recursive: true });
    expect(stderr).toMatch(/cannot write the output: no space left/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});
