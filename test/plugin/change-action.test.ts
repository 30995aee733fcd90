// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { setup } from "obsidian-test-mocks/setup";
import type { ActionItem } from "../../src/incident";
import { findSections, readActions } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { parseNote } from "../../src/note";
import { changeActions } from "../../src/plugin/operations/change-action";
import { createLibrary } from "../../src/vault";
import { setState } from "../../src/write/edit";
import { createMemoryVault } from "../vault/memory-vault";

setup();

const { settings } = readSettings({});
const path = "Incident-2024-04-11-A.md";

/** A number from 0 to below `bound`, the same in every run. */
function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

function itemsOf(text: string): readonly ActionItem[] {
  const note = parseNote(text, path);
  return readActions(note, findSections(note, settings), settings);
}

describe("changing an action item while others change the note", () => {
  it("loses nothing, over a thousand random interleavings", async () => {
    let ticked = 0;
    let renamed = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = randomFrom(seed);
      const lines = Array.from({ length: 2 + random(4) }, (_, index) => `- [ ] Do thing number ${index}`);
      const vault = createMemoryVault({ [path]: `# A\n\n## Action Items\n\n${lines.join("\n")}\n` });
      const library = createLibrary();
      library.update(path, String(vault.files.get(path)));
      const before = library.note(path);
      const item = before === null ? undefined : itemsOf(before.text)[random(lines.length)];
      if (before === null || item === undefined) throw new Error("no item");

      // Somebody else acts between any two steps: types new lines, ticks other items, renames the note or
      // names it back, and sync brings another device's version, with its lines in another order.
      const writes: string[] = [];
      let at = path;
      const meddle = (): void => {
        if (random(3) > 0) return;
        const text = String(vault.files.get(at));
        const all = text.split("\n");
        const what = random(6);
        if (what === 0) all.splice(random(all.length + 1), 0, `note ${writes.length}`);
        else if (what === 1) all.splice(4, 0, `- [ ] Later item ${writes.length}`);
        else if (what === 2) {
          const to = at === path ? "Incident-2024-04-11-Renamed.md" : path;
          vault.files.delete(at);
          vault.files.set(to, text);
          library.rename(at, to);
          at = to;
          renamed++;
          return;
        } else if (what === 3) {
          const items = all.splice(4);
          all.push(...items.reverse(), `From sync ${writes.length}`);
        } else {
          const line = 4 + random(Math.max(1, all.length - 4));
          const old = all[line];
          if (old?.startsWith("- [ ]") === true && !old.includes(item.text)) all[line] = old.replace("[ ]", "[x]");
        }
        const now = all.join("\n");
        writes.push(now);
        vault.files.set(at, now);
      };
      const host = {
        editors: { of: () => [] },
        settings: { current: settings },
        notes: {
          library,
          take: (file: string, text: string) => {
            library.update(file, text);
            meddle();
            return Promise.resolve();
          },
        },
        vault: {
          ...vault,
          read: async (file: string) => {
            const result = await vault.read(file);
            meddle();
            return result;
          },
          change: async (file: string, checked: string, edits: Parameters<typeof vault.change>[2]) => {
            meddle();
            const text = vault.files.get(file);
            const result = await vault.change(file, checked, edits);
            if (result.ok) expect(text).toBe(checked);
            else expect(vault.files.get(file)).toBe(text);
            return result;
          },
        },
      };
      const result = await changeActions(host, before, [item], (note, found) =>
        setState(note, found, { state: "done", day: "2024-05-10" }, settings),
      );
      expect([...vault.files.keys()]).toEqual([at]);
      expect([...library.paths()]).toEqual([at]);
      const after = String(vault.files.get(at)).split("\n");
      const wanted = `- [x] ${item.text} ✅ 2024-05-10`;
      if (result.ok) {
        ticked++;
        expect(after.filter((line) => line === wanted)).toHaveLength(1);
        expect(after.filter((line) => line.includes("✅"))).toHaveLength(1);
      } else expect(after.some((line) => line.includes("✅"))).toBe(false);
      for (const line of writes.at(-1)?.split("\n") ?? []) if (!line.includes(item.text)) expect(after).toContain(line);
    }
    expect(ticked).toBeGreaterThan(500);
    expect(renamed).toBeGreaterThan(100);
  });
});
