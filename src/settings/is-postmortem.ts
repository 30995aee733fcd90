import { findFrontmatter, hasTag, propertyOf, tagsIn, textOf } from "../note";
import type { Note } from "../note";
import { folderPath, Latest, Memory } from "../base";
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
 *
 * @param memory Keeps what the settings say of folders and names ready for the next note that is asked of.
 */
export function isPostmortem(note: Note, settings: Settings, memory = new Memory()): boolean {
  const written = isPostmortemAsWritten(note) ? ["postmortem"] : [];
  const tags = [...tagsIn(propertyOf(note, "tags")?.value), ...note.tags.map((tag) => tag.tag), ...written];
  return isPostmortemBySigns(note.path, { tags, type: textOf(propertyOf(note, "type")?.value) }, settings, memory);
}

/**
 * A property that is meant to say so, in YAML that cannot be read: the note is not let off its checks by a bracket too
 * few.
 */
const meantSign = /^[ \t]*(?:tags?:|type:|-)[^\n]*[\s#"'[,]postmortem(?![\w-])/im;

function isPostmortemAsWritten({ frontmatter, text }: Note): boolean {
  return (
    frontmatter !== null &&
    frontmatter.problems.length > 0 &&
    meantSign.test(text.slice(frontmatter.content.start, frontmatter.content.end))
  );
}

/** The same for a host that has the tags and the type from elsewhere. */
export function isPostmortemBySigns(
  path: string,
  signs: NoteSigns,
  settings: Settings,
  memory = new Memory(),
): boolean {
  const places = placesIn(settings, memory);
  if (path !== "" && path === withExtension(settings.newNote.template)) return false;
  if (isWithin(path, places.exports)) return false;
  if (isPostmortemPath(path, places)) return true;
  const isType = typeof signs.type === "string" && signs.type.trim().toLowerCase() === "postmortem";
  return isType || signs.tags.some((tag) => hasTag(tag, "postmortem"));
}

/**
 * Quick look for hosts that read many notes: false only when `isPostmortem` is false for this text too. The
 * text may be the bytes of a file read as Latin-1, which is the same where it counts and costs no decoding.
 */
export function mayBePostmortem(path: string, text: string, settings: Settings, memory = new Memory()): boolean {
  const places = placesIn(settings, memory);
  if (isWithin(path, places.exports)) return false;
  if (isPostmortemPath(path, places) || /#postmortem/i.test(text)) return true;
  const frontmatter = findFrontmatter(text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text);
  return frontmatter !== null && /postmortem/i.test(text.slice(0, frontmatter.end + byteOrderMark.length));
}

/** The byte order mark of UTF-8, read as Latin-1. */
const byteOrderMark = "\u00ef\u00bb\u00bf";

/** Whether the folder or the name of a note alone makes it a postmortem. */
function isPostmortemPath(path: string, { folder, patterns }: Places): boolean {
  if (!path.endsWith(".md")) return false;
  if (isWithin(path, folder)) return true;
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length).toLowerCase();
  return patterns.some((pattern) => fits(name, pattern));
}

/** Whether a path lies in a folder; nothing lies in one that is not set. */
function isWithin(path: string, folder: string): boolean {
  return folder !== "" && path.startsWith(`${folder}/`);
}

/** What settings say of folders and names, made ready for comparing. */
interface Places {
  readonly folder: string;
  readonly exports: string;
  readonly patterns: readonly string[];
}

/** Made once for the settings: a host may ask of a hundred thousand files. */
class PlacesOfSettings extends Latest<Settings, Places> {}

function placesIn(settings: Settings, memory: Memory): Places {
  return memory.part(PlacesOfSettings).get(settings, () => ({
    folder: folderPath(settings.postmortemFolder),
    exports: folderPath(settings.export.folder),
    patterns: settings.fileNamePatterns.map(compilePattern),
  }));
}

function withExtension(path: string): string {
  return path === "" || path.endsWith(".md") ? path : `${path}.md`;
}

const digit = "\u0000";

/**
 * Whether a name fits a pattern in which `*` is anything and `YYYY`, `MM`, `DD` are digits; in time name × pattern at
 * most.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  return fits(name.toLowerCase(), compilePattern(pattern));
}

/** The pattern in lower case, with {@link digit} for each digit. */
function compilePattern(pattern: string): string {
  return pattern
    .replace(/[A-Za-z]+/g, (word) => (/^(?:YYYY|MM|DD)+$/.test(word) ? digit.repeat(word.length) : word))
    .toLowerCase();
}

function fits(given: string, wanted: string): boolean {
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
