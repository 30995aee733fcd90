import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base";
import { checkNotes, fixNotes, rules, ruleSettingsProblems } from "../../src/check";
import type { Choice, Example } from "../../src/check";
import { internalError } from "../../src/check/rules/internal-error";
import { defaultSettings, readSettings } from "../../src/settings";
import { exampleInput, examplePath, replay } from "./replay";
import { indexPage, rulePage } from "./rule-page";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const ids = rules.map(({ id }) => id);

/** An example as it is once a choice was made; null for one that asks first. */
function chosen(example: Example, choice: Choice): Example | null {
  const home = example.path ?? examplePath;
  const { [home]: note = "", ...vault } = withChoice({ ...example.vault, [home]: example.note }, choice) ?? {};
  return note === "" ? null : { ...example, note, vault };
}

function withChoice(notes: Readonly<Record<string, string>>, choice: Choice): Record<string, string> | null {
  if ("creates" in choice) return { ...notes, [`${choice.creates}.md`]: choice.text };
  if (!("edits" in choice)) return null;
  return Object.fromEntries(
    Object.entries(notes).map(([path, text]) => [
      path,
      applyEdits(
        text,
        choice.edits.filter((edit) => edit.path === path),
      ) ?? "",
    ]),
  );
}

describe("the folder of rules", () => {
  const files = readdirSync(join(project, "src/check/rules")).filter((file) => file !== "index.ts");

  it("has one file for each rule of the index, of the rule's name", () => {
    expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual([...ids].sort());
  });

  it("exports each rule by its id in camel case", () => {
    for (const { id } of rules) {
      const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(readFileSync(join(project, `src/check/rules/${id}.ts`), "utf8")).toContain(
        `export const ${name} = defineRule({\n  id: "${id}",`,
      );
    }
  });

  it("is listed in the order of the alphabet, each rule once", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("shows a note that passes and one that fails", () => {
    expect(rule.examples.some(({ expect }) => expect.length === 0)).toBe(true);
    // No note can make the checker break down.
    if (rule !== internalError) expect(rule.examples.some(({ expect }) => expect.length > 0)).toBe(true);
  });

  it("finds in its examples what they say", () => {
    for (const example of rule.examples)
      expect({ note: example.note, found: replay(rule, example) }).toEqual({
        note: example.note,
        found: example.expect,
      });
  });

  it("words its findings as all rules do", () => {
    for (const example of rule.examples) {
      for (const { rule: id, message, help = "" } of checkNotes(exampleInput(example))) {
        if (id !== rule.id) continue;
        for (const words of [message, help]) {
          expect(words).not.toMatch(/^(?!Obsidian )[A-Z][a-z]|[.\n]$|\n/);
          expect(words.split("`").length % 2).toBe(1);
        }
        expect(message).not.toBe("");
      }
    }
  });

  it("offers what its examples say, and what it would write mends them", () => {
    for (const example of rule.examples) {
      const input = exampleInput(example);
      const found = checkNotes(input).filter((diagnostic) => diagnostic.rule === rule.id);
      const offers = found.flatMap(({ choices = [] }) => choices.map(({ title }) => title));
      if (example.offers !== undefined)
        expect({ note: example.note, offers }).toEqual({ note: example.note, offers: example.offers });
      for (const { choices = [], message } of found) {
        for (const choice of choices) {
          const after = chosen(example, choice);
          if (after !== null) expect(replay(rule, after).filter((line) => line.includes(message))).toEqual([]);
        }
      }
    }
  });

  it("settles when it is fixed", () => {
    for (const example of rule.examples) {
      const input = exampleInput(example);
      const fixed = fixNotes(input, (diagnostic) => diagnostic.rule === rule.id);
      expect(
        fixed.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id && diagnostic.fix !== undefined),
      ).toEqual([]);
      const path = example.path ?? examplePath;
      expect(fixed.texts.get(path)).toBe(example.fixed);
    }
  });

  it("has defaults that its own schema takes", () => {
    expect(rule.options().safeParse(rule.defaults)).toMatchObject({ success: true, data: rule.defaults });
  });

  it("has its page in docs in step", async () => {
    await expect(rulePage(rule)).toMatchFileSnapshot(`../../docs/rules/${rule.id}.md`);
  });
});

describe("settings of rules", () => {
  it("are fine by default", () => {
    expect(ruleSettingsProblems(defaultSettings)).toEqual([]);
  });

  it("that name no rule or no option are reported", () => {
    const { settings } = readSettings({
      rules: {
        "no-such-rule": { severity: "off" },
        "brokn-link": {},
        "internal-error": { options: { loud: true } },
        "broken-link": { options: 3 },
        "action-item-without-owner": { options: { ignoreDone: "no" } },
      },
    });
    expect(ruleSettingsProblems(settings).map(({ setting, message }) => `${setting}: ${message}`)).toEqual([
      "rules.no-such-rule: there is no rule `no-such-rule`",
      "rules.brokn-link: there is no rule `brokn-link`; did you mean `broken-link`?",
      "rules.internal-error.options.loud: rule `internal-error` has no option `loud`",
      "rules.broken-link.options: expected options by name",
      "rules.action-item-without-owner.options.ignoreDone: Invalid input: expected boolean, received string",
    ]);
  });
});

describe("docs/rules", () => {
  it("has no page of a rule that is gone", () => {
    const pages = readdirSync(join(project, "docs/rules")).filter((file) => file !== "README.md");
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((file) => !ids.includes(file.replace(".md", "")))).toEqual([]);
  });

  it("lists them all", async () => {
    await expect(indexPage(rules)).toMatchFileSnapshot("../../docs/rules/README.md");
  });
});
