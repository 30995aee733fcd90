import { withoutTail } from "../../base";

/** UTF-8 bytes that a name may take without its extension: file systems allow 255 with it. */
const longestName = 200;

/**
 * A title as part of a file name: words joined by hyphens, letters and digits of any script and emoji
 * kept, everything else dropped. Never empty.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFC")
    .replace(/['’]/g, "")
    .match(/(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d)+/gu);
  return words === null ? "untitled" : words.join("-");
}

/**
 * A text as a file or folder name, without extension, that every file system, a sync to another one
 * and a `[[link]]` can carry. Never empty, never hidden, never a step out of the folder.
 */
export function safeName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/[\\/:*?"<>|#^[\]]+/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+/, "");
  const short = withoutTail(shortened(cleaned), ".");
  if (short === "") return "untitled";
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short) ? short.replace(/^[^.]+/, "$&_") : short;
}

/** A vault path from text with `/` between folders; each part is made safe, steps such as `..` are dropped. */
export function safePath(path: string): string {
  return path
    .split("/")
    .filter((part) => !/^[\s.]*$/.test(part))
    .map(safeName)
    .join("/");
}

/** The path itself when it is free, else with the first free number: `Note 2.md`. */
export function freePath(path: string, exists: (path: string) => boolean): string {
  const stem = path.replace(/\.md$/, "");
  let free = path;
  for (let number = 2; exists(free); number++) free = `${stem} ${number}.md`;
  return free;
}

function shortened(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > longestName) return withoutTail(name.slice(0, end), "-\u200d");
    end += character.length;
  }
  return name;
}
