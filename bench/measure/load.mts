import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { files, inWords, progress } from "../bench.mts";
import { numberFrom, secondsOf } from "../command.mts";
import { interleave, median } from "../rounds.mts";
import type { Figure } from "../targets.mts";

/** How large the plugin is, and how long it takes until it can work; every round in fresh processes. */
export async function measureLoad(): Promise<Figure[]> {
  progress("loading main.js");
  const code = readFileSync(files.mainJs);
  const times = await interleave(21, {
    start: async () => 1000 * (await secondsOf({ args: ["-e", "0"] })),
    empty: () => numberFrom([files.child("evaluate")]),
    load: () => numberFrom([files.child("evaluate"), files.mainJs]),
    first: () => numberFrom([files.child("first-check")]),
    firstInCli: () => numberFrom([files.child("first-check"), "cli"]),
  });
  const start = median(times.start);
  const inStarts = (milliseconds: readonly number[]): number =>
    median(milliseconds.map((each, round) => each / (times.start[round] ?? Number.NaN)));
  const firstCheck = (target: "first-check" | "first-check-cli", milliseconds: readonly number[]): Figure => ({
    target,
    value: inStarts(milliseconds),
    detail: `${inWords(median(milliseconds) / 1000)} and ${inWords(start / 1000)}`,
  });
  return [
    firstCheck("first-check-cli", times.firstInCli),
    firstCheck("first-check", times.first),
    { target: "main-size", value: code.length / 1024, detail: "" },
    { target: "main-gzip", value: gzipSync(code).length / 1024, detail: "" },
    {
      target: "main-load",
      value: inStarts(times.load),
      detail: `${inWords(median(times.load) / 1000)} and ${inWords(start / 1000)}; an empty script takes ${inWords(median(times.empty) / 1000)}`,
    },
  ];
}
