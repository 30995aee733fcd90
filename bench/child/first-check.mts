// Prints the milliseconds of the first check in a fresh process: every cache is empty, nothing is compiled. With `cli`
// as the command line sets up the engine.
import { checkNotes } from "../../src/check";
import { expectShortRun } from "../../src/cli/engine.mts";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { seed } from "../bench.mts";
import { checkedAt } from "../vault/postmortem.mts";
import { noteAt } from "../vault/vault.mts";

if (process.argv[2] === "cli") expectShortRun();
const { path, text } = noteAt(seed, 10);
const clock = { now: Date.parse(checkedAt), zone: "UTC" };
const start = performance.now();
const library = createLibrary();
library.update(path, text);
checkNotes({ library, settings: defaultSettings, clock, paths: [path] });
process.stdout.write(String(performance.now() - start));
