import type { App } from "obsidian";
import { leavesVault, type LinkTarget, type ResolveLink } from "../../vault";

/**
 * Resolves links by the app's own index, which is exact. What the names alone say (`byName`) adds
 * the other files that the same words could mean, and what paths lead to that climb out of the vault.
 */
export function appLinks(app: App): (linkpath: string, from: string, byName: ResolveLink) => LinkTarget {
  return (linkpath, from, byName) => {
    const named = byName(linkpath, from);
    if (linkpath.trim() === "" || named.kind === "outside" || leavesVault(linkpath, from)) return named;
    const file = app.metadataCache.getFirstLinkpathDest(linkpath, from);
    if (file === null) return { kind: "missing" };
    const candidates = named.kind === "found" ? [named.path, ...named.others] : [];
    return { kind: "found", path: file.path, others: candidates.filter((path) => path !== file.path) };
  };
}
