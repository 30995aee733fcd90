import { positionAt } from "../../base";
import { resolveCommand, resolveNote } from "../../commands";
import type { Command } from "../command.mts";
import { readArguments, type Options } from "../options.mts";
import { writeOutput } from "../files/output-file.mts";
import { openNote } from "../files/workspace.mts";

const options = {
  output: {
    type: "string",
    short: "o",
    value: "file",
    description: "where to write the document; otherwise it is printed",
  },
  ...resolveCommand.options,
} as const satisfies Options;

/** `postmortem resolve`: the note with every embed replaced by what it shows. */
export const resolve: Command = {
  ...resolveCommand,
  usage: "<note> [options]",
  options,
  examples: [
    "postmortem resolve Incident-2024-04-11-API-Outage.md",
    "postmortem resolve Incident-2024-04-11-API-Outage.md -o /tmp/report.md",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const { workspace, note } = await openNote(positionals, values, io);
    const { text, problems } = resolveNote(note, workspace, { markOrigin: values["mark-origin"] ?? false });
    if (values.output === undefined) io.stdout.data(text);
    else await writeOutput(values.output, text, workspace.root, io);

    for (const { place, message } of problems) {
      const { line, column } = positionAt(note, place.span.start);
      io.stderr.line(`${workspace.shown(note.path)}:${line}:${column}  ${message}`);
    }
    return problems.length > 0 ? 1 : 0;
  },
};
