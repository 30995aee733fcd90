import { printableJson } from "../../base";
import { reportRules, rulesCommand } from "../../commands";
import type { RulesReport } from "../../write";
import type { Command } from "../command";
import { CannotRun } from "../io";
import { oneOf, readArguments, type Options } from "../options";
import { styleFor, type Style } from "../terminal";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem rules`: tells what is checked and why. */
export const rules: Command = {
  ...rulesCommand,
  usage: "[options]",
  options,
  examples: ["postmortem rules", "postmortem rules --format json"],
  run(args, io) {
    const { values, positionals } = readArguments(args, options);
    if (positionals.length > 0) throw new CannotRun("`rules` takes no names, it lists every rule", "leave them out");
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const report = reportRules();
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else io.stdout.write(text(report, styleFor(io.stdout, io)));
    return Promise.resolve(0);
  },
};

function text({ rules: all }: RulesReport, style: Style): string {
  return all.map(({ id, severity, why }) => `${style.bold(id)}  ${severity}\n    ${why}\n`).join("");
}
