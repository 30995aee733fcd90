import { withoutTail } from "./tail";

/**
 * A folder of the settings as vault paths begin with it, without the slashes that people put around it; empty for none.
 */
export function folderPath(setting: string): string {
  return withoutTail(setting.replace(/^\/+/, ""), "/");
}
