// Prints the milliseconds that compiling and running a script takes in this fresh process, as the app does
// it with `main.js`: its text in a function, and the app's modules handed in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

const [, , file = ""] = process.argv;
const require = createRequire(import.meta.url);

/** Stands for everything that the app provides: can be read from, called, constructed and extended. */
const provided: object = new Proxy(standIn, {
  get: (target, key): unknown =>
    key === "prototype" ? target.prototype : key === Symbol.toPrimitive ? () => "" : provided,
  apply: () => provided,
  construct: () => provided,
});

function standIn(): string {
  return "";
}

const load = (name: string): unknown =>
  /^(?:obsidian|electron|@codemirror\/|@lezer\/)/.test(name) ? provided : require(name);

function evaluate(code: string): number {
  const start = performance.now();
  const script = new Script(`(function (require, module, exports) {${code}\n})`);
  const run = script.runInThisContext() as (require: unknown, module: unknown, exports: unknown) => void;
  const module = { exports: {} };
  run(load, module, module.exports);
  return performance.now() - start;
}

evaluate("");
process.stdout.write(String(evaluate(file === "" ? "" : readFileSync(file, "utf8"))));
