import MarkdownIt from "markdown-it";
import { decodePercent } from "../../../note";

/**
 * What a reader gets to see of a source text, character by character with the place each comes from: without characters
 * that nobody sees, accents apart from their letters, with `&#65;`, `%41` and `\_` as what they stand for. Meant for
 * finding words that are hidden or split in the source, not for showing.
 */
export interface VisibleText {
  readonly text: string;
  /** Where in the source each UTF-16 unit of `text` starts and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const unseen = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\t\n\r]/u;
const entity = /&(?:#\d{1,8}|#x[\da-f]{1,7}|[a-z][a-z\d]{1,31});/iy;
const percent = /(?:%[\da-f]{2}){1,40}/iy;
const tag = /<[/!]?[a-z][^<>]{0,1000}>/iy;
const comment = /<!--[^]{0,1000}?-->|%%[^%]{0,1000}%%/y;
const mark = /[*_~=`]/;

/** Stands for marks that a reader may see as nothing; of the private use area, so that no text holds it. */
export const softMark = "\uE000";

/**
 * `marks`: whether marks of emphasis, code, HTML and comments stay, as in `a_b`, are taken out, as they are in
 * `A**d**a`, or leave one {@link softMark} for those that stand together.
 */
export function visibleText(source: string, marks: "kept" | "dropped" | "soft"): VisibleText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const { unescapeAll } = new MarkdownIt().utils;
  const addMark = (start: number, end: number): void => {
    if (marks === "dropped" || units.at(-1) === softMark) return;
    units.push(softMark);
    starts.push(start);
    ends.push(end);
  };
  const add = (characters: string, start: number, end: number): void => {
    for (const character of characters.normalize("NFKD")) {
      if (unseen.test(character)) continue;
      if (marks !== "kept" && mark.test(character)) {
        addMark(start, end);
        continue;
      }
      for (const unit of character.split("")) {
        units.push(unit);
        starts.push(start);
        ends.push(end);
      }
    }
  };
  const match = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  for (let at = 0; at < source.length;) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const dropped =
      marks === "kept" ? null : character === "<" || character === "%" ? (match(comment, at) ?? match(tag, at)) : null;
    const escaped =
      character === "&"
        ? match(entity, at)
        : character === "%"
          ? match(percent, at)
          : character === "\\" && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "")
            ? "\\"
            : null;
    if (dropped !== null) addMark(at, at + dropped.length);
    else {
      if (escaped === null) add(character, at, at + character.length);
      else if (character === "&") add(unescapeAll(escaped), at, at + escaped.length);
      else if (character === "%") addPercent(escaped, at, add);
    }
    at += (dropped ?? escaped ?? character).length;
  }
  return { text: units.join(""), starts, ends };
}

/** Bytes of UTF-8, as far as they are any; each character at its own bytes. */
function addPercent(
  source: string,
  start: number,
  add: (characters: string, start: number, end: number) => void,
): void {
  for (let at = 0; at < source.length;) {
    const first = Number.parseInt(source.slice(at + 1, at + 3), 16);
    const length = 3 * (first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
    const written = source.slice(at, at + length);
    add(decodePercent(written), start + at, start + at + written.length);
    at += written.length;
  }
}
