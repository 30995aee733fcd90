import { printableJson } from "../../base";
import { propertiesSchema } from "../../incident";
import { settingsSchema } from "../../settings";
import type { Command } from "../command.mts";
import { loadSettings } from "../files/settings-file.mts";
import { locateAll } from "../files/targets.mts";
import { CannotRun } from "../io.mts";
import { readArguments, type Options } from "../options.mts";

const options = {
  settings: { type: "boolean", description: "of the file of settings instead, `postmortem.config.json`" },
} as const satisfies Options;

/** `postmortem schema`: the JSON schema of what people write, for editors that check while they type. */
export const schema: Command = {
  name: "schema",
  summary: "Print the JSON schema of a postmortem's properties, or of the settings, for editors",
  usage: "[vault] [--settings]",
  options,
  examples: [
    "postmortem schema my-vault > postmortem-properties.schema.json",
    "postmortem schema --settings > postmortem.schema.json",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    if (positionals.length > 1) throw new CannotRun("name one vault", "such as `postmortem schema .`");
    if (values.settings === true) {
      io.stdout.data(`${printableJson(settingsSchema())}\n`);
      return 0;
    }
    const named = positionals.length === 0 && values.vault === undefined ? ["."] : positionals;
    const { root, team } = await locateAll(named, values.vault, io);
    io.stdout.data(`${printableJson(propertiesSchema(await loadSettings(root, team, values, io)))}\n`);
    return 0;
  },
};
