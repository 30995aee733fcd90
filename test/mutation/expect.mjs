// `expect` as Vitest has it, without Vitest around it.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as parts from "@vitest/expect";

const { chai } = parts;

for (const plugin of [parts.JestExtend, parts.JestChaiExpect, parts.JestAsymmetricMatchers]) chai.use(plugin);

const approved = new Map();

/** The text of an approved file; it is read once. */
function approvedText(path) {
  if (!approved.has(path)) approved.set(path, readFileSync(path, "utf8"));
  return approved.get(path);
}

chai.use(({ Assertion }) => {
  Assertion.addMethod("toMatchFileSnapshot", async function (name) {
    const path = resolve(dirname(parts.getState(expect).testPath), name);
    if (this._obj !== approvedText(path)) throw new Error(`differs from ${path}`);
  });
});

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect);

/** Names of approved files are told from this file on. */
export function expectIn(testPath) {
  parts.setState({ testPath, assertionCalls: 0 }, expect);
}
