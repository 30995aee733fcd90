import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Command {
  /** The program, by default this Node. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it has to say something: a linter that finds nothing in a vault full of mistakes did not lint. */
  readonly speaks?: boolean;
}

/**
 * Runs a program to its end and returns the seconds that took, its start included. Findings, exit code 1, are no
 * failure.
 */
export async function secondsOf({
  program = process.execPath,
  args,
  cwd,
  env,
  speaks = false,
}: Command): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bench-out-"));
  const file = join(folder, "out.txt");
  const output = openSync(file, "w");
  try {
    const start = performance.now();
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", output, output] });
      child.once("error", reject);
      child.once("exit", resolve);
    });
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0 && code !== 1)
      throw new Error(`\`${[program, ...args].join(" ")}\` ended with ${code ?? "a signal"}`);
    if (speaks && statSync(file).size === 0) throw new Error(`\`${[program, ...args].join(" ")}\` found nothing`);
    return seconds;
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a process took of the machine. */
export interface Usage {
  /** The most memory that it held at any time. */
  readonly bytes: number;
  /** Time of the processor, of all its threads. */
  readonly seconds: number;
}

/** Runs a script of this Node to its end and returns what it took, by the child that `reporter` names. */
export async function usageOf(args: readonly string[], reporter: string): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bench-usage-"));
  const file = join(folder, "usage.json");
  try {
    await secondsOf({
      args: ["--import", pathToFileURL(reporter).href, ...args],
      env: { POSTMORTEM_BENCH_USAGE: file },
    });
    return JSON.parse(readFileSync(file, "utf8")) as Usage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program of this Node and returns the number that it prints. */
export function numberFrom(args: readonly string[]): number {
  return Number(outputOf(args));
}

/** Runs a program of this Node and returns what it prints. */
export function outputOf(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1)
    throw new Error(`\`node ${args.join(" ")}\` ended with ${status ?? "a signal"}: ${stderr}`);
  return stdout;
}
