import { dirname, relative, resolve, sep } from "node:path";
import { reportCommand, reportIncidents } from "../../commands";
import { reportFile, reportFormats, writeExport } from "../../write/export";
import type { Command } from "../command.mts";
import { writableFile } from "../files/exported-file.mts";
import { findPostmortems } from "../files/workspace.mts";
import { CannotRun } from "../io.mts";
import { clockFrom, oneOf, readArguments, type Options } from "../options.mts";

const options = {
  ...reportCommand.options,
  output: {
    type: "string",
    short: "o",
    value: "file",
    description: "where to write it; otherwise it is printed",
  },
} as const satisfies Options;

/** `postmortem report`: what happened on some days, for people who do not have the vault. */
export const report: Command = {
  ...reportCommand,
  usage: "<vault> [options]",
  options,
  examples: [
    "postmortem report my-vault --since 2024-01-01 --until 2024-03-31",
    "postmortem report my-vault --to html -o incidents.html",
    "postmortem report my-vault --to svg -o incidents.svg",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("to", values.to ?? "markdown", reportFormats);
    const clock = clockFrom(values, io);
    const { workspace, postmortems } = await findPostmortems(positionals, values, io);
    const { library, root, settings } = workspace;
    const { output } = values;
    const folder = output === undefined ? root : dirname(resolve(io.cwd, output));
    const made = reportIncidents(
      postmortems,
      { library, settings, clock },
      {
        since: values.since,
        until: values.until,
        format,
        // Whoever is sent a page does not have the notes.
        linkTo: (path) => (format === "markdown" ? relative(folder, resolve(root, path)).split(sep).join("/") : null),
      },
    );
    if ("problem" in made) throw new CannotRun(made.problem);
    if (output === undefined) {
      io.stdout.data(made.text);
      return workspace.isComplete() ? 0 : 2;
    }
    const file = await writableFile(output, io);
    const delivery = await writeExport(file.vault, file.path, reportFile(made.text, format));
    if (delivery.kind === "refused") {
      io.stderr.line(`postmortem: ${delivery.message}`);
      return 1;
    }
    if (delivery.kind === "unchanged") io.stderr.line(`postmortem: \`${output}\` is up to date`);
    return workspace.isComplete() ? 0 : 2;
  },
};
