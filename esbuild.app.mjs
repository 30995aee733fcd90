// What the app never shows is no part of `main.js`: it would take 26 KB.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { withPatternsOnUse } from "./esbuild.patterns.mjs";

const property = (node, name) => node.properties?.find((each) => each.name?.text === name)?.initializer;

/**
 * What takes the place of a part of a module; null for what stays.
 *
 * Of the examples of a rule the app shows one, the first in which nothing is found: the others are for the pages of the
 * rules, for tests and for the command line. What a setting means stands in its form by `SettingWords`; its description
 * is for the JSON schema.
 */
function shownOf(node, text) {
  const examples = ts.isObjectLiteralExpression(node) ? property(node, "examples") : undefined;
  if (examples?.elements !== undefined) {
    const shown = examples.elements.find((each) => property(each, "expect")?.elements?.length === 0);
    return { part: examples, written: shown === undefined ? "[]" : `[${text.slice(shown.pos, shown.end)}]` };
  }
  const isDescribed =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "described";
  return isDescribed && ts.isStringLiteral(node.arguments[0]) ? { part: node.arguments[0], written: '""' } : null;
}

/** A module without what the app never shows. */
function withShown(text) {
  const found = [];
  const visit = (node) => {
    const shown = shownOf(node, text);
    if (shown !== null) found.push(shown);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest));
  // From the last to the first, so that the places of those before stay what they are.
  found.sort((a, b) => b.part.pos - a.part.pos);
  return found.reduce(
    (rest, { part, written }) => `${rest.slice(0, part.pos)} ${written}${rest.slice(part.end)}`,
    text,
  );
}

export const onlyWhatIsShown = {
  name: "only-what-is-shown",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](?:check[\\/]rules|settings)[\\/][^\\/]+\.ts$/ }, ({ path }) => ({
      contents: withPatternsOnUse(withShown(readFileSync(path, "utf8"))),
      loader: "ts",
    }));
  },
};
