import { findFrontmatter, hasTag, propertyOf, tagsIn, textOf } from "../note";
import type { Note } from "../note";
import { folderPath, Latest, Memory, pathPatterns } from "../base";
import type { PathPatterns } from "../base";
import { compilePattern, fitsPattern, type NamePattern } from "./pattern";
import type { Settings } from "./settings";

/** What a host can know of a note without parsing it. */
export interface NoteSigns {
  /** All tags of the note, with or without `#`. */
  readonly tags: readonly string[];
  /** The property `type`, whatever it holds. */
  readonly type: unknown;
}

/** Why a note is taken for a postmortem. */
export type PostmortemSign = "tag" | "type" | "folder" | "name";

/**
 * Whether a note is a postmortem: by tag `postmortem` or one nested in it, `type: postmortem`, the
 * postmortem folder, or the file name patterns of the settings. The template of new notes is none, and neither
 * is an exported document, or one that the settings exclude.
 *
 * @param memory Keeps what the settings say of folders and names ready for the next note that is asked of.
 */
export function isPostmortem(note: Note, settings: Settings, memory = new Memory()): boolean {
  return postmortemSigns(note, settings, memory).length > 0;
}

/** By what a note is a postmortem; empty when it is none. */
export function postmortemSigns(note: Note, settings: Settings, memory = new Memory()): readonly PostmortemSign[] {
  const written = isPostmortemAsWritten(note) ? ["postmortem"] : [];
  // The app reads tags only in a list.
  const listed = propertyOf(note, "tags")?.value;
  const tags = [...(textOf(listed) === null ? tagsIn(listed) : []), ...note.tags.map((tag) => tag.tag), ...written];
  return signsOf(
    note.path,
    { tags, type: textOf(propertyOf(note, "type")?.value) },
    settings,
    placesIn(settings, memory),
  );
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
  return signsOf(path, signs, settings, placesIn(settings, memory)).length > 0;
}

function signsOf(
  path: string,
  { tags, type }: NoteSigns,
  settings: Settings,
  places: Places,
): readonly PostmortemSign[] {
  if (path !== "" && path === withExtension(settings.newNote.template)) return [];
  if (isLeftOut(path, places)) return [];
  const isType = typeof type === "string" && type.trim().toLowerCase() === "postmortem";
  return [
    ...(tags.some((tag) => hasTag(tag, "postmortem")) ? (["tag"] as const) : []),
    ...(isType ? (["type"] as const) : []),
    ...signsOfPath(path, places),
  ];
}

/**
 * Quick look for hosts that read many notes: false only when `isPostmortem` is false for this text too. The
 * text may be the bytes of a file read as Latin-1, which is the same where it counts and costs no decoding.
 */
export function mayBePostmortem(path: string, text: string, settings: Settings, memory = new Memory()): boolean {
  const places = placesIn(settings, memory);
  if (isLeftOut(path, places)) return false;
  if (signsOfPath(path, places).length > 0 || /#postmortem/i.test(text)) return true;
  const frontmatter = findFrontmatter(text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text);
  return frontmatter !== null && /postmortem/i.test(text.slice(0, frontmatter.end + byteOrderMark.length));
}

/** The byte order mark of UTF-8, read as Latin-1. */
const byteOrderMark = "\u00ef\u00bb\u00bf";

/** By what the path of a note alone makes it a postmortem. */
function signsOfPath(path: string, places: Places): readonly PostmortemSign[] {
  const extension = extensionOf(path, places);
  if (extension === null) return [];
  const { foundBy, folders, patterns } = places;
  const isInFolder = folders.some((folder) => isWithin(path, folder));
  if (!isInFolder && foundBy === "both") return [];
  const name = path.slice(path.lastIndexOf("/") + 1, -extension.length).toLowerCase();
  const isNamed = patterns.some((pattern) => fitsPattern(name, pattern));
  if (!isNamed && foundBy === "both") return [];
  return [...(isInFolder ? (["folder"] as const) : []), ...(isNamed ? (["name"] as const) : [])];
}

/** The extension that makes a file a note, with its dot and as it is written; null for a file that is none. */
export function noteExtension(path: string, settings: Settings, memory = new Memory()): string | null {
  return extensionOf(path, placesIn(settings, memory));
}

function extensionOf(path: string, { extensions }: Places): string | null {
  const lower = path.toLowerCase();
  const extension = extensions.find((candidate) => lower.endsWith(candidate));
  return extension === undefined ? null : path.slice(-extension.length);
}

/** The folders in which every note is a postmortem. */
export function postmortemFolders({ postmortemFolder }: Settings): readonly string[] {
  const folders = typeof postmortemFolder === "string" ? [postmortemFolder] : postmortemFolder;
  return folders.map(folderPath).filter((folder) => folder !== "");
}

/** Whether a note lies where exported documents go, or is excluded. */
function isLeftOut(path: string, { exports, excluded }: Places): boolean {
  return isWithin(path, exports) || excluded.matches(path);
}

/** Whether a path lies in a folder; nothing lies in one that is not set. */
function isWithin(path: string, folder: string): boolean {
  return folder !== "" && path.startsWith(`${folder}/`);
}

/** What settings say of folders and names, made ready for comparing. */
interface Places {
  readonly foundBy: Settings["foundBy"];
  readonly folders: readonly string[];
  readonly exports: string;
  readonly excluded: PathPatterns;
  readonly patterns: readonly NamePattern[];
  /** In lower case, with their dot. */
  readonly extensions: readonly string[];
}

/** Made once for the settings: a host may ask of a hundred thousand files. */
class PlacesOfSettings extends Latest<Settings, Places> {}

function placesIn(settings: Settings, memory: Memory): Places {
  return memory.part(PlacesOfSettings).get(settings, () => ({
    foundBy: settings.foundBy,
    folders: postmortemFolders(settings),
    exports: folderPath(settings.export.folder),
    excluded: pathPatterns(settings.exclude),
    patterns: settings.fileNamePatterns.map(compilePattern),
    extensions: ["md", ...settings.extensions].map((extension) => `.${extension.replace(/^\./, "").toLowerCase()}`),
  }));
}

function withExtension(path: string): string {
  return path === "" || path.endsWith(".md") ? path : `${path}.md`;
}
