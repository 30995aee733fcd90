import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, it } from "vitest";

/** How many processes are killed; 500 by hand. */
const kills = Number(process.env["KILLS"] ?? 20);
const noteCount = 30;

const scratch = mkdtempSync(join(tmpdir(), "postmortem-killed-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated as far as the machine allows. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Runs the command line until `events` changes were seen in the folder, then kills it. */
async function runUntil(events: number, folder: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(inject("built"), "dist", "postmortem.mjs"), ...args], {
    cwd: folder,
    stdio: "ignore",
  });
  let seen = 0;
  const watcher = watch(folder, () => {
    if (++seen >= events) child.kill("SIGKILL");
  });
  if (events === 0) child.kill("SIGKILL");
  await new Promise((resolve, reject) => {
    child.on("error", reject).on("exit", resolve);
  });
  watcher.close();
}

function visible(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => !name.startsWith("."));
}

it(`leaves every note as it was or mended, killed ${kills} times`, async () => {
  const folder = join(scratch, "fix");
  mkdirSync(join(folder, ".obsidian"), { recursive: true });
  const names = Array.from(
    { length: noteCount },
    (_, index) => `Incident-2024-04-${String(index + 1).padStart(2, "0")}-Outage.md`,
  );
  const before = (name: string): string =>
    `---\ntag: postmortem\nownr: ada\n---\n\n# ${name}\n\n## Summary\n\n${"It was slow for a while. ".repeat(4000)}\n`;
  const write = (): void => {
    for (const name of names) writeFileSync(join(folder, name), before(name));
  };
  const args = ["lint", ".", "--fix", "--now", "2024-06-01T00:00Z", "--zone", "UTC"];
  write();
  await runUntil(Infinity, folder, args);
  const after = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  for (const name of names) expect(after.get(name)).not.toBe(before(name));

  const random = sequence(7);
  let halfDone = 0;
  for (let kill = 0; kill < kills; kill++) {
    write();
    await runUntil(Math.floor(random() * noteCount * 4), folder, args);
    expect(visible(folder)).toEqual(names);
    const mended = names.filter((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      expect([before(name), after.get(name)]).toContain(text);
      return text !== before(name);
    });
    if (mended.length > 0 && mended.length < noteCount) halfDone++;
    for (const left of readdirSync(folder)) if (left.endsWith(".tmp")) rmSync(join(folder, left));
  }
  // Else nothing was killed while it wrote, and the test has shown nothing.
  expect(halfDone).toBeGreaterThan(kills / 4);
});

it("writes a new note as a whole or not at all", async () => {
  let [there, absent] = [0, 0];
  for (let kill = 0; kill < Math.max(12, kills / 4); kill++) {
    const folder = join(scratch, `new-${kill}`);
    mkdirSync(join(folder, ".obsidian"), { recursive: true });
    await runUntil(kill % 6, folder, ["new", ".", "--title", "API Outage", "--date", "2024-04-11"]);
    const file = join(folder, "Incident-2024-04-11-API-Outage.md");
    if (existsSync(file)) {
      there++;
      const text = readFileSync(file, "utf8");
      expect(text).toMatch(/^---\ntitle: API Outage Retro — 2024-04-11\n/);
      expect(text).toContain("## Related");
    } else absent++;
  }
  expect(there).toBeGreaterThan(0);
  expect(absent).toBeGreaterThan(0);
});
