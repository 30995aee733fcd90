import { positionAt } from "../../base";
import { flatten } from "../../write";
import type { Command } from "../command";
import { readArguments, type Options } from "../options";
import { writeOutput } from "../files/output-file";
import { openNote } from "../files/workspace";

const options = {
  output: {
    type: "string",
    short: "o",
    value: "file",
    description: "where to write the document; otherwise it is printed",
  },
  "mark-origin": { type: "boolean", description: "say in comments where embedded text comes from" },
} as const satisfies Options;

/** `postmortem resolve`: the note with every embed replaced by what it shows. */
export const resolve: Command = {
  name: "resolve",
  summary: "Print a note with every embed replaced by what it shows",
  usage: "<note> [options]",
  options,
  examples: [
    "postmortem resolve Incident-2024-04-11-API-Outage.md",
    "postmortem resolve Incident-2024-04-11-API-Outage.md -o /tmp/report.md",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const { workspace, note } = await openNote(positionals, values, io);
    const { library, settings, root } = workspace;
    const flattened = flatten(library, note.path, {
      depth: settings.embedDepth,
      markOrigin: values["mark-origin"] ?? false,
    });
    const text = flattened?.text ?? note.text;
    if (values.output === undefined) io.stdout.write(text);
    else await writeOutput(values.output, text, root, io);

    const problems = flattened?.problems ?? [];
    for (const { place, message } of problems) {
      const { line, column } = positionAt(note, place.span.start);
      io.stderr.write(`${workspace.shown(note.path)}:${line}:${column}  ${message}\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
};
