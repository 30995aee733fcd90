import { rules as allRules } from "../../check";
import { rulesReport } from "../../write";
import type { Command } from "../command";
import { CannotRun } from "../io";
import { oneOf, readArguments, type Options } from "../options";
import { styleFor, type Style } from "../terminal";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem rules`: tells what is checked and why. */
export const rules: Command = {
  name: "rules",
  summary: "List what is checked, how severely and why",
  usage: "[options]",
  options,
  examples: ["postmortem rules", "postmortem rules --format json"],
  run(args, io) {
    const { values, positionals } = readArguments(args, options);
    if (positionals.length > 0) throw new CannotRun("`rules` takes no names, it lists every rule", "leave them out");
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    io.stdout.write(
      format === "json" ? `${JSON.stringify(rulesReport(allRules), null, 2)}\n` : text(styleFor(io.stdout, io)),
    );
    return Promise.resolve(0);
  },
};

function text(style: Style): string {
  return allRules.map(({ id, severity, why }) => `${style.bold(id)}  ${severity}\n    ${why}\n`).join("");
}
