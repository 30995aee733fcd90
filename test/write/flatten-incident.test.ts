import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Incident } from "../../src/incident";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import type { Library } from "../../src/vault";
import { flatten } from "../../src/write";
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
    actions: actions.map(({ text, state, owners, due }) => ({ text, state, owners, due: due?.date })),
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
  const files = Object.fromEntries(
    notes.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(vault, path), "utf8")]),
  );

  it.each(Object.keys(files).filter((path) => files[path]?.includes("![[")))(
    "of the example vault says the same as the note with its embeds: %s",
    (path) => {
      const before = said(incident(libraryOf(files), path));
      expect(before.events.length).toBeGreaterThan(0);
      expect(saidFlattened(libraryOf(files), path)).toEqual(before);
    },
  );

  it("has every action item, event and figure, wherever they are embedded and however deep", () => {
    const words = fc.constantFrom(
      "Add an alert @ada 📅 2024-05-01",
      "Page the owner [owner:: [[Ada]]] [due:: 2024-06-01]",
      "Write it down (OPS-7)",
    );
    const task = fc.tuple(fc.constantFrom("[ ]", "[x]", "[-]"), words).map(([box, text]) => `- ${box} ${text}`);
    const event = fc
      .tuple(fc.integer({ min: 0, max: 59 }), fc.constantFrom("deploy starts", "page fires", "restored 2,300 requests"))
      .map(([minute, text]) => `- 06:${String(minute).padStart(2, "0")} ${text}`);
    const figure = fc.constantFrom(
      "The outage lasted 47 minutes.",
      "2,300 requests failed.",
      "12% of users saw it for 1 h 5 min.",
    );
    const pair = <T>(arbitrary: fc.Arbitrary<T>) => fc.tuple(arbitrary, arbitrary);
    /** What can hold an embed. */
    const holder = fc.constantFrom<(embed: string) => string>(
      (embed) => embed,
      (embed) => `- ${embed}`,
      (embed) => `- item\n  ${embed}`,
      (embed) => `1. item\n\n   - ${embed}`,
      (embed) => `> ${embed}`,
      (embed) => `> [!note] Title\n> ${embed}`,
      (embed) => `> - ${embed}`,
      (embed) => `- item\n\n  > [!tip]-\n  > ${embed}`,
    );
    const line = fc.oneof(
      holder,
      fc.constantFrom<(embed: string) => string>(
        (embed) => `| a | b |\n| --- | --- |\n| all | ${embed} |`,
        (embed) => `Words ${embed} and words.`,
      ),
    );
    const part = fc.record({
      tasks: pair(task),
      events: pair(event),
      figures: pair(figure),
      holders: fc.tuple(holder, holder, holder, holder),
      line,
    });
    const host = "Incident-2024-04-11-A.md";
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const under = (write: (part: (typeof parts)[number], index: number) => string) => parts.map(write).join("\n\n");
        const library = libraryOf({
          [host]: `# A\n\n## Impact\n\n${under(({ line: put }, index) => put(`![[Part${index}#^figure]]`))}\n\n## Timeline\n\n${under(({ holders: [put] }, index) => put(`![[Part${index}#Events]]`))}\n\n## Action items\n\n${under(({ holders: [, put] }, index) => put(`![[Part${index}#Tasks]]`))}\n`,
          ...Object.fromEntries(
            parts.map(({ tasks, events, figures, holders: [, , inEvents, inTasks] }, index) => [
              `Part${index}.md`,
              `${figures[0]} ![[Deep${index}#^figure]] ^figure\n\n## Tasks\n\n${tasks[0]}\n\n${inTasks(`![[Deep${index}#Tasks]]`)}\n\n## Events\n\n${events[0]}\n\n${inEvents(`![[Deep${index}#^events]]`)}\n`,
            ]),
          ),
          ...Object.fromEntries(
            parts.map(({ tasks, events, figures }, index) => [
              `Deep${index}.md`,
              `${figures[1]} ^figure\n\n## Tasks\n\n${tasks[1]}\n\n## Events\n\n${events[1]}\n\n^events\n`,
            ]),
          ),
        });
        // The same, with what is embedded written where it is embedded.
        const plain = said(
          incident(
            libraryOf({
              [host]: `# A\n\n## Impact\n\n${under(({ line: put, figures }) => put(figures.join(" ")))}\n\n## Action items\n\n${under(({ tasks }) => tasks.join("\n"))}\n`,
            }),
            host,
          ),
        );
        expect(plain.actions.length).toBe(parts.length * 2);
        const { events } = said(incident(library, host));
        expect(events.length).toBeGreaterThan(0);
        const { actions, durations, figures, events: flattened } = saidFlattened(library, host);
        expect({ actions, durations, figures, events: flattened }).toEqual({
          actions: plain.actions,
          durations: plain.durations,
          figures: plain.figures,
          events,
        });
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("has the same events as the note that embeds its timeline in parts", () => {
    const words = fc.constantFrom(
      "deploy starts",
      "page fires",
      "**identified** the cause",
      "see [[Runbook]]",
      "restored ~2,300 requests",
    );
    const events = fc
      .array(fc.tuple(fc.integer({ min: 10 * 60, max: 24 * 60 - 1 }), words), { minLength: 3, maxLength: 9 })
      .map((all) =>
        [...all]
          .sort((a, b) => a[0] - b[0])
          .map(([minute, text]) => `- ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")} ${text}`),
      );
    const places = fc.record({
      events,
      level: fc.integer({ min: 1, max: 5 }),
      where: fc.constantFrom("", "> [!info]\n> ", "Words.\n"),
    });
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
