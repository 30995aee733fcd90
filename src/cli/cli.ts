import { nearest } from "../base";
import type { Command } from "./command";
import { actions } from "./commands/actions";
import { exportCommand } from "./commands/export";
import { inspect } from "./commands/inspect";
import { lint } from "./commands/lint";
import { newPostmortem } from "./commands/new";
import { resolve } from "./commands/resolve";
import { rules } from "./commands/rules";
import { stats } from "./commands/stats";
import { commandHelp, programHelp } from "./help";
import { CannotRun, type ExitCode, type Io, type ProcessIo } from "./io";
import { guarded } from "./terminal";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  newPostmortem,
  lint,
  inspect,
  resolve,
  exportCommand,
  actions,
  stats,
  rules,
];

/** Runs one command line (without the program's name) and returns its exit code. Never throws. */
export async function runCli(argv: readonly string[], process: ProcessIo): Promise<ExitCode> {
  const io = guarded(process);
  const [name = "--help", ...args] = argv;
  try {
    if (name === "--version" || name === "-v") {
      io.stdout.write(`${io.version}\n`);
      return 0;
    }
    if (name === "--help" || name === "-h" || name === "help") return help(args[0], argv.length === 0, io);
    const command = find(name);
    const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
    if (options.includes("--help") || options.includes("-h")) return help(name, false, io);
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
