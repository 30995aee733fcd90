// Preloaded into the command line: writes the most memory that the process held, in bytes, when it ends.
import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const file = process.env["POSTMORTEM_BENCH_MEMORY"];
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
});
