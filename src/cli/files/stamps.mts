import { statSync } from "node:fs";

/**
 * What the file system says of each file: where the stamp is another one, the content may be, too. Empty for a
 * file that is gone, or that changed after `latest` (epoch milliseconds): its content may change without a new stamp.
 */
export function stampsOf(root: string, paths: readonly string[], latest = Infinity): ReadonlyMap<string, string> {
  return new Map(
    paths.map((path) => {
      const stat = statSync(`${root}/${path}`, { throwIfNoEntry: false });
      const isSettled = stat !== undefined && Math.max(stat.mtimeMs, stat.ctimeMs) < latest;
      return [path, isSettled ? `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}` : ""];
    }),
  );
}
