import { getAllTags, type CachedMetadata } from "obsidian";
import { isPostmortem } from "../incident/postmortem";
import type { Settings } from "../incident/settings";
import { parseNote } from "../note/parse";

/**
 * Whether a note may be a postmortem, by its path and what the app's index knows of it; reads no
 * file. Once the note is read, `isPostmortem` decides.
 */
export function mayBePostmortem(path: string, cache: CachedMetadata | null, settings: Settings): boolean {
  return isPostmortem(parseNote("", path), settings) || (cache !== null && callsItselfPostmortem(cache));
}

function callsItselfPostmortem(cache: CachedMetadata): boolean {
  const type: unknown = cache.frontmatter?.["type"];
  if (typeof type === "string" && type.trim().toLowerCase() === "postmortem") return true;
  return getAllTags(cache)?.some((tag) => /^#postmortem(?:\/|$)/i.test(tag)) ?? false;
}
