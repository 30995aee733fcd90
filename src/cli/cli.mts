import { nearest } from "../base";
import type { Command } from "./command.mts";
import { showActions } from "./commands/actions.mts";
import { exportNotes } from "./commands/export.mts";
import { find as findPast } from "./commands/find.mts";
import { importEvents } from "./commands/import.mts";
import { init } from "./commands/init.mts";
import { inspect } from "./commands/inspect.mts";
import { lint } from "./commands/lint.mts";
import { newPostmortem } from "./commands/new.mts";
import { report } from "./commands/report.mts";
import { resolve } from "./commands/resolve.mts";
import { showRules } from "./commands/rules.mts";
import { schema } from "./commands/schema.mts";
import { stats } from "./commands/stats.mts";
import { completionScript, shells } from "./completion.mts";
import { commandHelp, programHelp } from "./help.mts";
import { oneOf, readArguments } from "./options.mts";
import { CannotRun, type ExitCode, type Io, type ProcessIo } from "./io.mts";
import { guarded } from "./terminal.mts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  lint,
  newPostmortem,
  inspect,
  importEvents,
  resolve,
  exportNotes,
  showActions,
  findPast,
  stats,
  report,
  showRules,
  schema,
  {
    name: "completion",
    summary: "Print a script that completes commands and options in a shell",
    usage: shells.join("|"),
    options: {},
    examples: ["postmortem completion bash >> ~/.bashrc", "postmortem completion fish | source"],
    run(args, io) {
      const { positionals } = readArguments(args, {});
      const [shell = ""] = positionals;
      const known = shells.find((candidate) => candidate === shell);
      if (known === undefined) throw new CannotRun(`no shell \`${shell}\``, `name one of ${shells.join(", ")}`);
      io.stdout.data(completionScript(known, commands));
      return Promise.resolve(0);
    },
  },
];

/** Runs one command line (without the program's name) and returns its exit code. Never throws. */
export async function runCli(argv: readonly string[], process: ProcessIo): Promise<ExitCode> {
  const color = colorIn(argv);
  const io = guarded({ ...process, env: withColor(process.env, color) });
  const [name = "--help", ...args] = argv;
  try {
    if (["--version", "-v", "-V", "version"].includes(name)) {
      io.stdout.write(`${io.version}\n`);
      return 0;
    }
    if (name === "--help" || name === "-h" || name === "help") return help(args[0], argv.length === 0, io);
    const command = find(name);
    const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
    if (options.includes("--help") || options.includes("-h")) return help(name, false, io);
    if (color !== null) oneOf("color", color, ["auto", "always", "never"]);
    return await command.run(args, io);
  } catch (error) {
    io.stderr.line(`postmortem: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof CannotRun) {
      if (error.help !== null) io.stderr.line(`  ${error.help}`);
    } else if (error instanceof Error && io.env["DEBUG"] !== undefined) {
      io.stderr.write(`${error.stack ?? ""}\n`);
    }
    return 2;
  }
}

/** What `--color` says; null when it is not given. */
function colorIn(argv: readonly string[]): string | null {
  const args = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  const at = args.findIndex((arg) => arg === "--color" || arg.startsWith("--color="));
  return at < 0 ? null : ((args[at] === "--color" ? args[at + 1] : args[at]?.slice("--color=".length)) ?? "");
}

/** The same in the variables by which colours are decided. */
function withColor(env: ProcessIo["env"], color: string | null): ProcessIo["env"] {
  if (color === "always") return { ...env, FORCE_COLOR: "1", NO_COLOR: "" };
  return color === "never" ? { ...env, FORCE_COLOR: "", NO_COLOR: "1" } : env;
}

/** Without any command the help is an answer to a mistake, and goes where mistakes are reported. */
function help(name: string | undefined, isMistake: boolean, io: Io): ExitCode {
  const text = name === undefined || name.startsWith("-") ? programHelp(commands) : commandHelp(find(name));
  (isMistake ? io.stderr : io.stdout).write(text);
  return isMistake ? 2 : 0;
}

function find(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const names = commands.map((candidate) => candidate.name);
  const meant = nearest(name, names);
  const what = name.startsWith("-") ? `unknown option \`${name}\` before a command` : `unknown command \`${name}\``;
  throw new CannotRun(what, meant === null ? `the commands are ${names.join(", ")}` : `did you mean \`${meant}\`?`);
}
