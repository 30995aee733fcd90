import process from "node:process";
import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { runCli } from "./cli.mts";
import { expectShortRun } from "./engine.mts";
import { reasonOf } from "./files/node-vault.mts";

declare const POSTMORTEM_VERSION: string;

expectShortRun();

// A reader that has seen enough, such as `head`, is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`postmortem: cannot write the output: ${reasonOf(error)}\n`);
    process.exit(2);
  });
}

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await prompt.question(question);
  } finally {
    prompt.close();
  }
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : null,
  stdin: () => text(process.stdin),
  version: POSTMORTEM_VERSION,
});
