import { readIncident } from "../../incident";
import { toCachedMetadata } from "../../note";
import { inspection } from "../../write";
import type { Command } from "../command";
import { readArguments, type Options } from "../options";
import { openNote } from "../files/workspace";

const options = {
  metadata: { type: "boolean", description: "add what Obsidian's metadata cache holds of the note" },
} as const satisfies Options;

/** `postmortem inspect`: what was understood of a note, as JSON. */
export const inspect: Command = {
  name: "inspect",
  summary: "Print everything that was understood of a note, as JSON",
  usage: "<note> [options]",
  options,
  examples: ["postmortem inspect Incident-2024-04-11-API-Outage.md --metadata"],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const { workspace, note } = await openNote(positionals, values, io);
    const { library, settings } = workspace;
    const inspected = inspection(readIncident(note, library, settings), library);
    const metadata = values.metadata === true ? { metadata: toCachedMetadata(note) } : {};
    io.stdout.write(`${JSON.stringify({ ...inspected, ...metadata }, null, 2)}\n`);
    return 0;
  },
};
