import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIncident, type Incident } from "../../src/incident/incident";
import { readSettings } from "../../src/incident/settings";
import type { Library } from "../../src/vault/library";
import { flatten } from "../../src/write/flatten";
import { libraryOf } from "../vault/library-of";

const { settings } = readSettings({});

function incident(library: Library, path: string): Incident {
  const note = library.note(path);
  if (!note) throw new Error(`${path} is not held`);
  return readIncident(note, library, settings);
}

/** What an incident says, without where it says it. */
function said({ timeline, milestones, metrics, actions, facts }: Incident) {
  return {
    events: timeline.events.map(({ local, time, text, milestone }) => ({ local, time, text, milestone })),
    milestones: milestones.map(({ id, local, time }) => ({ id, local, time })),
    metrics: metrics.map(({ id, minutes }) => ({ id, minutes })),
    actions: actions.map(({ text, done, owners, due }) => ({ text, done, owners, due: due?.date })),
    durations: facts.durations.map(({ minutes, subject }) => ({ minutes, subject })),
    figures: facts.figures.map(({ value, unit }) => ({ value, unit })),
  };
}

function saidFlattened(library: Library, path: string) {
  const flattened = flatten(library, path, { depth: 10 });
  if (!flattened) throw new Error(`${path} is not held`);
  library.update(path, flattened.text);
  return said(incident(library, path));
}

describe("a flattened postmortem", () => {
  const vault = join(import.meta.dirname, "../../examples/vault");
  const notes = readdirSync(vault, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  const files = Object.fromEntries(notes.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(vault, path), "utf8")]));

  it.each(Object.keys(files).filter((path) => files[path]?.includes("![[")))("of the example vault says the same as the note with its embeds: %s", (path) => {
    const before = said(incident(libraryOf(files), path));
    expect(before.events.length).toBeGreaterThan(0);
    expect(saidFlattened(libraryOf(files), path)).toEqual(before);
  });

  it("has the same events as the note that embeds its timeline in parts", () => {
    const words = fc.constantFrom("deploy starts", "page fires", "**identified** the cause", "see [[Runbook]]", "restored ~2,300 requests");
    const events = fc.array(fc.tuple(fc.integer({ min: 10 * 60, max: 24 * 60 - 1 }), words), { minLength: 3, maxLength: 9 }).map((all) =>
      [...all].sort((a, b) => a[0] - b[0]).map(([minute, text]) => `- ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")} ${text}`),
    );
    const places = fc.record({ events, level: fc.integer({ min: 1, max: 5 }), where: fc.constantFrom("", "> [!info]\n> ", "Words.\n") });
    fc.assert(
      fc.property(places, ({ events, level, where }) => {
        const heading = "#".repeat(level);
        const third = Math.floor(events.length / 3);
        const list = (start: number, end?: number) => events.slice(start, end).join("\n");
        const library = libraryOf({
          "Incident-2024-04-11-A.md": `# A\n\n## Timeline\n\n${where}![[T#Key Events]]\n\n${where}![[End]]\n\n## Impact\n\nNone.\n`,
          "T.md": `${heading} Before\n\n- 01:00 not shown\n\n${heading} Key Events\n\n${list(0, third)}\n\n![[Middle#^list]]\n\n${heading} After\n\n- 02:00 not shown\n`,
          "Middle.md": `${list(third, 2 * third)}\n\n^list\n\n## More\n\n- 03:00 not shown\n`,
          "End.md": `---\ntags: [timeline]\n---\n\n${list(2 * third)}\n`,
        });
        const before = said(incident(library, "Incident-2024-04-11-A.md"));
        expect(before.events.length).toBe(events.length);
        expect(saidFlattened(library, "Incident-2024-04-11-A.md")).toEqual(before);
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
