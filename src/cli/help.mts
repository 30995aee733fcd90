import type { Command } from "./command.mts";
import { globalOptions, type Options } from "./options.mts";

/** What `postmortem --help` says. */
export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Checks incident postmortems that are kept as Markdown notes in a vault.",
    "",
    "Usage: postmortem <command> [options]",
    "",
    "Commands:",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "`postmortem <command> --help` tells more about one of them.",
    "Exit code: 0 clean, 1 problems found, 2 could not run.",
    "",
  ].join("\n");
}

/** What `postmortem <command> --help` says. */
export function commandHelp(command: Command): string {
  return [
    `${command.summary}.`,
    "",
    `Usage: postmortem ${command.name} ${command.usage}`.trimEnd(),
    "",
    "Options:",
    ...optionLines({ ...command.options, ...globalOptions }),
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

function optionLines(options: Options): string[] {
  const lines = Object.entries(options).map(([name, option]) => ({
    left: `${option.short === undefined ? "   " : `-${option.short},`} --${name}${option.value === undefined ? "" : ` <${option.value}>`}`,
    right: option.description + (option.multiple === true ? "; can be repeated" : ""),
  }));
  const width = Math.max(...lines.map(({ left }) => left.length));
  return lines.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
}
