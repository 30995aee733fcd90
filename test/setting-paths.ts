import { settingsSchema, settingWords } from "../src/settings";
import * as z from "../src/schema";

const node = z.object({
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
});

function pathsIn(schema: unknown, path: readonly string[]): readonly (readonly string[])[] {
  const { items, properties = {} } = node.parse(schema);
  const below = Object.entries(properties).flatMap(([key, part]) => pathsIn(part, [...path, key]));
  return [path, ...below, ...(items === undefined ? [] : pathsIn(items, [...path, "x"]))];
}

/** The paths of all settings that a form says something of; in lists of the team's own, `x` is the name of an entry. */
export function settingPaths(): readonly (readonly string[])[] {
  return pathsIn(settingsSchema(), []).filter((path) => settingWords(path).name !== (path.at(-1) ?? ""));
}
