import { printableJson, printableLine } from "../../base";
import { findCommand, findIncidents } from "../../commands";
import type { Command } from "../command.mts";
import { findPostmortems } from "../files/workspace.mts";
import { CannotRun } from "../io.mts";
import { oneOf, readArguments, type Options } from "../options.mts";

const options = {
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem find`: past incidents by words. */
export const find: Command = {
  ...findCommand,
  usage: "<words…> [options]",
  options,
  examples: ["postmortem find ECONNRESET checkout", 'postmortem find "connection pool" --vault my-vault --format json'],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const words = positionals.join(" ");
    if (words.trim() === "")
      throw new CannotRun("say what to look for", "such as `postmortem find ECONNRESET checkout`");
    const { workspace, postmortems } = await findPostmortems([values.vault ?? "."], values, io);
    const report = findIncidents(postmortems, workspace, words);
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else
      for (const { path, reasons, title } of report.results)
        io.stdout.line(printableLine(`${workspace.shown(path)}: ${title} (${reasons.join("; ")})`));
    if (format === "text" && report.results.length === 0) io.stderr.line("nothing found");
    return workspace.isComplete() ? 0 : 2;
  },
};
