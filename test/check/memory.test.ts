import { describe, expect, it } from "vitest";
import { checkEach, type CheckMemory, type Diagnostic } from "../../src/check";
import { inputOf } from "./replay";

type Notes = Readonly<Record<string, string>>;

const path = "Incident-2024-04-11-API.md";
const twin = "Incident-2024-03-01-Proxy.md";
const head = (date: string): string =>
  `---\ndate: ${date}\ntags: [postmortem]\nservices: [api]\nfactors: [capacity]\n---\n\n`;
const notes: Notes = {
  [path]: `${head("2024-04-11")}See [[Runbook#Restart]], [[Gone]] and [[folder/Same]].\n\n## Timeline\n\n![[Log]]\n\n## Lessons\n\nSay here what you have learned.\n\n## Action Items\n\n- [ ] Add an alert for the pool @ada 📅 2024-06-01\n`,
  [twin]: `${head("2024-03-01")}## Action Items\n\n- [x] Add an alert for the pool @ada 📅 2024-06-01\n`,
  "Log.md": "All times in UTC.\n\n- 06:12 Outage begins\n- 06:40 Outage resolved\n",
  "Runbook.md": "## Restart\n\nTurn it off.\n",
  "Other.md": "Nothing to do with it.\n",
  "Template.md": "## Lessons\n\nSay here what you have learned.\n\nAnd what you have not learned.\n",
  "folder/Same.md": "",
};
const settings = { newNote: { template: "Template.md" } };

/** Checks the postmortem with what is remembered of earlier checks. */
function check(now: Notes, checks: CheckMemory["checks"]): readonly Diagnostic[] | undefined {
  const input = inputOf(now, { settings, paths: [path] });
  return checkEach({ ...input, memory: { digest: (at) => now[at] ?? null, checks } }).get(path);
}

/** The notes with some of them changed; null takes one away. */
function changed(changes: Readonly<Record<string, string | null>>): Notes {
  const kept = Object.entries({ ...notes, ...changes }).flatMap(([at, text]) => (text === null ? [] : [[at, text]]));
  return Object.fromEntries(kept) as Notes;
}

const replaced = (at: string, from: string, to: string): Notes => {
  const text = (notes[at] ?? "").replace(from, to);
  expect(text).not.toBe(notes[at]);
  return changed({ [at]: text });
};

describe("a check that is remembered", () => {
  it("is not done again while it would see the same", () => {
    const checks: CheckMemory["checks"] = new Map();
    const first = check(notes, checks);
    expect(first?.length).toBeGreaterThan(0);
    expect(check(notes, checks)).toBe(first);
    expect(check(changed({ "Other.md": "Something else.\n", "New.md": "# New\n" }), checks)).toBe(first);
  });

  it("is not done again either where rules that look at other notes are off, or find nothing to look at", () => {
    const off = Object.fromEntries(
      ["recurring-incident", "shared-timeline", "unfilled-placeholder", "duplicate-action-item"].map((rule) => [
        rule,
        { severity: "off" },
      ]),
    );
    for (const rules of [{}, off]) {
      const checks: CheckMemory["checks"] = new Map();
      const input = inputOf({ [path]: "Human error." }, { settings: { rules }, paths: [path] });
      const again = () => checkEach({ ...input, memory: { digest: () => "same", checks } }).get(path);
      const first = again();
      expect(first?.length).toBeGreaterThan(0);
      expect(again()).toBe(first);
    }
  });

  it.each<readonly [what: string, now: () => Notes]>([
    ["the note itself", () => replaced(path, "See ", "Human error, see ")],
    ["a note that it embeds", () => replaced("Log.md", "06:40", "06:02")],
    ["a note that it links to", () => replaced("Runbook.md", "## Restart", "## Stop")],
    ["a note that is linked and gone", () => changed({ "Runbook.md": null })],
    ["a note that was missing", () => changed({ "Gone.md": "" })],
    ["an item of the same words elsewhere, opened", () => replaced(twin, "- [x]", "- [ ]")],
    ["an earlier incident of its kind", () => replaced(twin, "capacity", "change")],
    [
      "a timeline that an earlier incident embeds too",
      () => changed({ [twin]: `${notes[twin] ?? ""}\n## Timeline\n\n![[Log]]\n` }),
    ],
    ["the template", () => replaced("Template.md", "Say here what you have learned.\n\n", "")],
  ])("is done anew, as if nothing were remembered, after a change to %s", (_, now) => {
    const checks: CheckMemory["checks"] = new Map();
    const before = check(notes, checks);
    const anew = check(now(), new Map());
    expect(anew).not.toEqual(before);
    expect(check(now(), checks)).toEqual(anew);
    expect(check(now(), checks)).toEqual(anew);
    expect(check(notes, checks)).toEqual(before);
  });
});
