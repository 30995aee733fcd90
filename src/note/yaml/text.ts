import type { FrontmatterEntry, YamlValue } from "./node";
import { readYaml } from "./read-yaml";

/** What a text that is YAML as a whole, a file of settings, says by its keys; the first of equal keys counts. */
export function readYamlText(text: string): { readonly value: YamlValue; readonly problems: readonly string[] } {
  const { entries, problems } = readYaml(text, { start: 0, end: text.length });
  return { value: valueOf(entries), problems: problems.map(({ message }) => message) };
}

function valueOf(entries: readonly FrontmatterEntry[]): YamlValue {
  const first = new Map<string, YamlValue>();
  for (const { key, value } of entries) if (!first.has(key)) first.set(key, value.value);
  return Object.fromEntries(first);
}
