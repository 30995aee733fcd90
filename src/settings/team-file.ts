import { readYamlText } from "../note";
import { textStart } from "../base";

/** Names of the file in which a team keeps its settings beside its notes, to be reviewed like text. */
export const teamSettingsNames = ["postmortem.config.json", "postmortem.config.yml", "postmortem.config.yaml"] as const;

/** What a file of settings says as data, or why it cannot be read, in words that go on from its name. */
export type SettingsText =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly fault: string };

/** Reads the text of a file of settings: YAML by the name's extension, else JSON. */
export function readSettingsText(name: string, text: string): SettingsText {
  if (/\.ya?ml$/i.test(name)) {
    const { value, problems } = readYamlText(text);
    return problems.length === 0
      ? { ok: true, data: value }
      : { ok: false, fault: `are no YAML: ${problems.join("; ")}` };
  }
  try {
    return { ok: true, data: JSON.parse(text.slice(textStart(text))) };
  } catch (error) {
    return { ok: false, fault: `are no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
