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

/** Stored settings with others over them: objects part by part, lists and single values as a whole. */
export function mergedSettings(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isRecord(below) || !isRecord(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, mergedSettings(own(below, key), own(above, key))]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
