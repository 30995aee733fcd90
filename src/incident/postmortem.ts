import type { Note } from "../note/note";
import { hasTag, propertyOf, tagsIn, textOf } from "./field-value";
import type { Settings } from "./settings";

/** What a host can know of a note without parsing it. */
export interface NoteSigns {
  /** All tags of the note, with or without `#`. */
  readonly tags: readonly string[];
  /** The property `type`, whatever it holds. */
  readonly type: unknown;
}

/**
 * Whether a note is a postmortem: by tag `postmortem` or one nested in it, `type: postmortem`, the
 * postmortem folder, or the file name patterns of the settings. The template of new notes is none, and neither
 * is an exported document.
 */
export function isPostmortem(note: Note, settings: Settings): boolean {
  const tags = [...tagsIn(propertyOf(note, "tags")?.value), ...note.tags.map((tag) => tag.tag)];
  return isPostmortemBySigns(note.path, { tags, type: textOf(propertyOf(note, "type")?.value) }, settings);
}

/** The same for a host that has the tags and the type from elsewhere. */
export function isPostmortemBySigns(path: string, signs: NoteSigns, settings: Settings): boolean {
  if (path !== "" && path === withExtension(settings.newNote.template)) return false;
  if (isWithin(path, settings.export.folder)) return false;
  if (isPostmortemPath(path, settings)) return true;
  const isType = typeof signs.type === "string" && signs.type.trim().toLowerCase() === "postmortem";
  return isType || signs.tags.some((tag) => hasTag(tag, "postmortem"));
}

/** Quick look for hosts that read many notes: false only when `isPostmortem` is false for this text too. */
export function mayBePostmortem(path: string, text: string, settings: Settings): boolean {
  return !isWithin(path, settings.export.folder) && (isPostmortemPath(path, settings) || /postmortem/i.test(text));
}

/** Whether the folder or the name of a note alone makes it a postmortem. */
function isPostmortemPath(path: string, settings: Settings): boolean {
  if (!path.endsWith(".md")) return false;
  if (isWithin(path, settings.postmortemFolder)) return true;
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  return settings.fileNamePatterns.some((pattern) => matchesPattern(name, pattern));
}

/** Whether a path lies in a folder of the settings; nothing lies in one that is not set. */
function isWithin(path: string, setting: string): boolean {
  const folder = setting.replace(/^\/+|\/+$/g, "");
  return folder !== "" && path.startsWith(`${folder}/`);
}

function withExtension(path: string): string {
  return path === "" || path.endsWith(".md") ? path : `${path}.md`;
}

const digit = "\u0000";

/** Whether a name fits a pattern in which `*` is anything and `YYYY`, `MM`, `DD` are digits; in time name × pattern at most. */
export function matchesPattern(name: string, pattern: string): boolean {
  const wanted = pattern.replace(/[A-Za-z]+/g, (word) => (/^(?:YYYY|MM|DD)+$/.test(word) ? digit.repeat(word.length) : word)).toLowerCase();
  const given = name.toLowerCase();
  let at = 0;
  let place = 0;
  let star = -1;
  let retry = 0;
  while (at < given.length) {
    const sign = wanted.charAt(place);
    if (sign === "*") {
      star = place++;
      retry = at;
    } else if (sign === given.charAt(at) || (sign === digit && /\d/.test(given.charAt(at)))) {
      at++;
      place++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (wanted.charAt(place) === "*") place++;
  return place === wanted.length;
}
