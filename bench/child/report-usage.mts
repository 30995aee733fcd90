// Preloaded into the command line: when it ends, writes what the process took of the machine.
import { writeFileSync } from "node:fs";
import type { Usage } from "../command.mts";

process.once("exit", () => {
  const file = process.env["POSTMORTEM_BENCH_USAGE"];
  if (file === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage: Usage = { bytes: maxRSS * 1024, seconds: (userCPUTime + systemCPUTime) / 1_000_000 };
  writeFileSync(file, JSON.stringify(usage));
});
