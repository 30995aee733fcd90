import { printableJson } from "../../base";
import { inspectCommand, inspectNote } from "../../commands";
import type { Command } from "../command.mts";
import { readArguments } from "../options.mts";
import { openNote } from "../files/workspace.mts";

const { options } = inspectCommand;

/** `postmortem inspect`: what was understood of a note, as JSON. */
export const inspect: Command = {
  ...inspectCommand,
  usage: "<note> [options]",
  examples: ["postmortem inspect Incident-2024-04-11-API-Outage.md --metadata"],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const { workspace, note } = await openNote(positionals, values, io);
    const understood = inspectNote(note, workspace, { metadata: values.metadata ?? false });
    io.stdout.data(`${printableJson(understood)}\n`);
    return 0;
  },
};
