import { printableJson } from "../../base";
import { reportRules, rulesCommand } from "../../commands";
import { unknownRule } from "../../check";
import type { RulesReport } from "../../write";
import type { Command } from "../command.mts";
import { CannotRun } from "../io.mts";
import { oneOf, readArguments, type Options } from "../options.mts";
import { styleFor, type Style } from "../terminal.mts";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem rules`: tells what is checked and why. */
export const showRules: Command = {
  ...rulesCommand,
  usage: "[ids…] [options]",
  options,
  examples: ["postmortem rules", "postmortem rules broken-embed", "postmortem rules --format json"],
  run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const all = reportRules();
    const unknown = positionals.find((id) => all.rules.every((rule) => rule.id !== id));
    if (unknown !== undefined) throw new CannotRun(unknownRule(unknown), "`postmortem rules` lists them");
    const isNamed = positionals.length > 0;
    const report = isNamed ? { ...all, rules: all.rules.filter(({ id }) => positionals.includes(id)) } : all;
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else io.stdout.write(isNamed ? pages(report, styleFor(io.stdout, io)) : text(report, styleFor(io.stdout, io)));
    return Promise.resolve(0);
  },
};

/** Rules with their options and what they say of which notes. */
function pages({ rules: named }: RulesReport, style: Style): string {
  return named
    .map(({ id, severity, why, defaults, examples }) => {
      const options = Object.entries(defaults).map(
        ([name, value]) => `  ${name}: ${JSON.stringify(value)} by default\n`,
      );
      const shown = examples.map(({ note, expect }) => {
        const lines = note.split("\n").map((line) => `    ${line}`.trimEnd());
        const found = expect.length === 0 ? ["  fine"] : expect.map((finding) => `  ${finding}`);
        return `\n${lines.join("\n")}\n${found.map((line) => style.dim(line)).join("\n")}\n`;
      });
      const about = options.length === 0 ? "" : `\nOptions:\n${options.join("")}`;
      return `${style.bold(id)}  ${severity}\n\n${why}\n${about}\nExamples:\n${shown.join("")}`;
    })
    .join("\n");
}

function text({ rules: all }: RulesReport, style: Style): string {
  return all.map(({ id, severity, why }) => `${style.bold(id)}  ${severity}\n    ${why}\n`).join("");
}
