import type { Command } from "obsidian";
import type { Host } from "../host";

/** A command's name as it was registered: the app puts the plugin's name before it once it is added. */
export function commandName({ plugin }: Host, { name }: Command): string {
  const prefix = `${plugin.manifest.name}: `;
  return name.slice(name.startsWith(prefix) ? prefix.length : 0);
}
