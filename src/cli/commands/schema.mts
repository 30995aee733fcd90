import { printableJson } from "../../base";
import { settingsSchema } from "../../settings";
import type { Command } from "../command.mts";
import { CannotRun } from "../io.mts";
import { readArguments, type Options } from "../options.mts";

const options = {
  settings: { type: "boolean", description: "of the file of settings, `postmortem.config.json`" },
} as const satisfies Options;

/** `postmortem schema`: the JSON schema of a file that people write, for editors that check while they type. */
export const schema: Command = {
  name: "schema",
  summary: "Print the JSON schema of the settings",
  usage: "--settings",
  options,
  examples: ["postmortem schema --settings > postmortem.schema.json"],
  run(args, io) {
    const { values } = readArguments(args, options);
    if (values.settings !== true) throw new CannotRun("say which schema", "such as `postmortem schema --settings`");
    io.stdout.data(`${printableJson(settingsSchema())}\n`);
    return Promise.resolve(0);
  },
};
