import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { runCli } from "../../src/cli/cli.mts";

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user; only for tests that run as root. */
  readonly uid?: number;
  /** Closes the reading end of the output after this many characters. */
  readonly closeAfter?: number;
}

const now = "2024-04-12T09:00Z";

/** Runs the command line within the test, with a frozen clock; `isTerminal` makes its output one. */
export async function runHere(
  args: readonly string[],
  options: Pick<RunOptions, "cwd" | "env"> & { isTerminal?: boolean; stdin?: string; answer?: string } = {},
): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const output = (name: keyof typeof written) => ({
    isTTY: options.isTerminal === true,
    write(text: string) {
      written[name] += text;
    },
  });
  const code = await runCli(args, {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env: { PATH: process.env["PATH"], ...options.env },
    cwd: options.cwd ?? tmpdir(),
    now: () => Date.parse(now),
    zone: "UTC",
    ask: options.answer === undefined ? null : () => Promise.resolve(options.answer ?? ""),
    stdin: () => Promise.resolve(options.stdin ?? ""),
    version: "1.2.3",
  });
  return { code, ...written };
}

/** Runs the built command line with a frozen clock. */
export function postmortem(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const program = join(inject("built"), "dist", "postmortem.mjs");
  const clock = args.includes("--now") || args.length === 0 || args.includes("--version") ? [] : ["--now", now];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args, ...clock], {
      cwd: options.cwd ?? tmpdir(),
      env: { PATH: process.env["PATH"], TZ: process.env["TZ"], ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.uid === undefined ? {} : { uid: options.uid }),
    });
    onTestFinished(() => {
      child.kill();
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (options.closeAfter !== undefined && stdout.length >= options.closeAfter) child.stdout.destroy();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** A folder with files, gone after the test. */
export function makeVault(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "postmortem-test-")));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
