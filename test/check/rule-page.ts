import * as z from "../../src/schema";
import { checkNotes } from "../../src/check";
import type { Example, Rule } from "../../src/check";
import { internalError } from "../../src/check/rules/internal-error";
import { unusedSuppression } from "../../src/check/rules/unused-suppression";
import { positionAt } from "../../src/base";
import { exampleInput, examplePath } from "./replay";

/** The page of `docs/` that explains a rule, made from the rule itself. */
export function rulePage(rule: Rule): string {
  const parts = [`# \`${rule.id}\``, rule.why];
  const options = Object.entries(rule.defaults);
  parts.push(
    [
      `Severity: ${rule.severity}.`,
      fixable(rule) ? "Some of its findings have a quick fix." : "It has no quick fix.",
      ...(offering(rule) ? ["What the app offers to mend it is listed below a finding."] : []),
      ...(options.length === 0 ? ["It has no options of its own."] : []),
    ].join(" "),
  );
  if (options.length > 0) {
    const rows = options.map(
      ([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` | ${meaningOf(rule, name)} |`,
    );
    parts.push("## Options", ["| Option | Default | Meaning |", "| --- | --- | --- |", ...rows].join("\n"));
  }
  const failing = rule.examples.filter(({ expect }) => expect.length > 0);
  const passing = rule.examples.filter(({ expect }) => expect.length === 0);
  if (failing.length > 0) parts.push("## Reported", ...failing.map((example) => exampleSection(rule, example)));
  if (passing.length > 0) parts.push("## Not reported", ...passing.map((example) => exampleSection(rule, example)));
  parts.push(
    "## Silence it",
    rule === internalError || rule === unusedSuppression
      ? `Set \`rules.${rule.id}.severity\` to \`off\` in the settings.`
      : `Write \`%% postmortem-ignore ${rule.id}: reason %%\` above a block or under a heading, or set \`rules.${rule.id}.severity\` to \`off\` in the settings.`,
  );
  return `${parts.join("\n\n")}\n`;
}

const described = z.object({ properties: z.record(z.string(), z.object({ description: z.string() })) });

/** What a rule says of one of its options; a rule that says nothing has no page. */
function meaningOf(rule: Rule, option: string): string {
  const { properties } = described.parse(z.toJSONSchema(rule.options()));
  return properties[option]?.description ?? "";
}

/** The page that lists all rules. */
export function indexPage(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${fixable(rule) ? "yes" : offering(rule) ? "by choice" : ""} | ${rule.why.replaceAll("|", "\\|")} |`,
  );
  return [
    "# Rules",
    "",
    "Every check that Postmortem runs over a note. These pages are made from the rules.",
    "",
    "| Rule | Severity | Quick fix | Why |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function fixable(rule: Rule): boolean {
  return rule.examples.some(({ fixed }) => fixed !== undefined);
}

function offering(rule: Rule): boolean {
  return rule.examples.some(({ offers }) => offers !== undefined);
}

function exampleSection(rule: Rule, example: Example): string {
  const parts = [];
  const path = example.path ?? examplePath;
  if (example.settings !== undefined)
    parts.push("With the settings", fence(JSON.stringify(example.settings, null, 2), "json"));
  if (path !== examplePath) parts.push(`In \`${path}\``);
  parts.push(fence(example.note));
  for (const [other, text] of Object.entries(example.vault ?? {})) {
    if (other.endsWith(".md")) parts.push(`beside \`${other}\``, fence(text));
    else parts.push(`beside the file \`${other}\``);
  }
  const input = exampleInput(example);
  const found = checkNotes(input).filter((diagnostic) => diagnostic.rule === rule.id);
  const lines = found.map((diagnostic) => {
    const note = input.library.note(diagnostic.path);
    const line = note === null ? 0 : positionAt(note, diagnostic.span.start).line;
    const where = diagnostic.path === path ? `Line ${line}` : `\`${diagnostic.path}\`, line ${line}`;
    const offers = (diagnostic.choices ?? []).map(({ title }) => `\n  - ${title}`).join("");
    return `- ${where}: ${diagnostic.message}${diagnostic.help === undefined ? "" : ` (${diagnostic.help})`}${offers}`;
  });
  if (lines.length > 0) parts.push(lines.join("\n"));
  if (example.fixed !== undefined) parts.push("After its fix", fence(example.fixed));
  return parts.join("\n\n");
}

/** A code block whose fence is longer than any in the text. */
function fence(text: string, language = "markdown"): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.replaceAll("\r\n", "\n")}\n${marks}`;
}
