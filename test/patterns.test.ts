import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * How many regular expressions the rooms that read notes may have at most. What reads tokens needs none, so these
 * numbers only go down: lower them with the patterns.
 */
const limits = { time: 10, incident: 96, check: 22, long: 0 };
/** So much lower than its limit a number may be before the limit has to follow. */
const slack = 8;
/** Nobody sees in a longer pattern what it matches. */
const longest = 100;

/** The sources of the patterns of a file: literals, and the text that is handed to `RegExp`. */
function patternsIn(path: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replace(/^\/|\/[a-z]*$/g, ""));
    if (ts.isNewExpression(node) && node.expression.getText(source) === "RegExp")
      found.push(node.arguments?.[0]?.getText(source) ?? "");
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  visit(source);
  return found;
}

function patternsOf(room: string): readonly string[] {
  return readdirSync(join("src", room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => patternsIn(join("src", room, file)));
}

describe("regular expressions of what reads notes", () => {
  const patterns = { time: patternsOf("time"), incident: patternsOf("incident"), check: patternsOf("check") };
  const counts = {
    time: patterns.time.length,
    incident: patterns.incident.length,
    check: patterns.check.length,
    long: Object.values(patterns)
      .flat()
      .filter((pattern) => pattern.length > longest).length,
  };

  it.each(Object.keys(limits) as (keyof typeof limits)[])("become fewer, not more: %s", (name) => {
    expect(counts[name]).toBeLessThanOrEqual(limits[name]);
    expect(limits[name] - counts[name], "lower the limit").toBeLessThanOrEqual(slack);
  });
});
