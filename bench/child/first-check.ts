// Prints the milliseconds of the first check in a fresh process: every cache is empty, nothing is compiled.
import { checkNotes } from "../../src/check";
import { defaultSettings } from "../../src/settings";
import { createLibrary } from "../../src/vault";
import { seed } from "../bench";
import { checkedAt } from "../vault/postmortem";
import { noteAt } from "../vault/vault";

const { path, text } = noteAt(seed, 10);
const clock = { now: Date.parse(checkedAt), zone: "UTC" };
const start = performance.now();
const library = createLibrary();
library.update(path, text);
checkNotes({ library, settings: defaultSettings, clock, paths: [path] });
process.stdout.write(String(performance.now() - start));
