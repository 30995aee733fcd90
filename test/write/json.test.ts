import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNote, rules } from "../../src/check";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { actionsReport, inspection, lintReport, rulesReport } from "../../src/write";
import { libraryOf } from "../vault/library-of";

const example = join(import.meta.dirname, "../../examples/vault");
const odd = `---
title: Odd
title: twice
date: 2024-04-11
severity: SEV-1
list: [a, {b: 1}]
none:
---

# Odd ^top

| Field | Value |
| --- | --- |
| Status | draft |
| Owner | Ada |

## Timeline

All times in CET.

### Day 1

- 23:50 Deployed
- ~00:10–00:20 (Detection) Alert
- 12:61 no time
  - 00:15 nested

![[Log#Events]]

## Action Items

- [ ] Fix it [[Ada]] 📅 2024-04-20 ⏫ [ticket:: OPS-7]
- [x] Did it ✅ 2024-04-12
- [-] Gave up ❌ 2024-04-13
- [ ] TODO 📅 soon

![[pic.png]] ![far](https://x.example/p.png) ![[Gone]] ![[Odd#Timeline]]
`;

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(example)
      .filter((name) => name.endsWith(".md"))
      .map((name) => [name, readFileSync(join(example, name), "utf8")]),
  ),
  "Incident-Odd.md": odd,
  "Log.md": "# Log\n\n## Events\n\n- 2024-04-12 00:30 CET Restored\n- [ ] Later\n",
  "pic.png": "",
};

const { settings } = readSettings({});
const library = libraryOf(files);
const clock = { now: Date.parse("2024-06-01T09:00Z"), zone: "UTC" };
const paths = Object.keys(files).filter((path) => path.startsWith("Incident-"));

function incidentAt(path: string) {
  const note = library.note(path);
  if (note === null) throw new Error(`${path} is not held`);
  return readIncident(note, library, settings);
}

const approved = (name: string): string => join(import.meta.dirname, "approved/json", `${name}.json`);
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe("what commands answer as JSON", () => {
  it.each(paths)("is as was looked at once: what %s says", async (path) => {
    await expect(json(inspection(incidentAt(path), library))).toMatchFileSnapshot(approved(path.replace(/\.md$/, "")));
  });

  it("is as was looked at once: action items", async () => {
    await expect(json(actionsReport(paths.map(incidentAt), clock))).toMatchFileSnapshot(approved("actions"));
  });

  it("is as was looked at once: problems", async () => {
    const diagnostics = paths.flatMap((path) => {
      const note = library.note(path);
      return note === null ? [] : checkNote(note, { library, settings, clock });
    });
    await expect(json(lintReport(diagnostics, library, [...paths].reverse()))).toMatchFileSnapshot(
      approved("problems"),
    );
  });

  it("is as was looked at once: rules", async () => {
    await expect(json(rulesReport(rules.slice(0, 2)))).toMatchFileSnapshot(approved("rules"));
  });
});
