import MarkdownIt from "markdown-it";
import type { Span } from "../../../base";
import { firstIndex, once } from "../../../base";
import { decodePercent } from "../../../note";

/**
 * What a reader gets to see of a source text, character by character with the place each comes from: without characters
 * that nobody sees, accents apart from their letters, with `&#65;`, `%41` and `\_` as what they stand for. Meant for
 * finding words that are hidden or split in the source, not for showing.
 */
export interface VisibleText {
  readonly text: string;
  /** Where in the source a stretch of `text` stands, from its first character to its last; null for an empty one. */
  sourceOf(span: Span): Span | null;
}

/** A part of a visible text: a run of characters as they are in the source, or what one stretch of it stands for. */
interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly source: Span;
  readonly isRun: boolean;
}

const unescaper = once(() => new MarkdownIt().utils.unescapeAll);

const unseen = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\t\n\r]/u;
/** Of a number, a browser reads it without `;` too. */
const entity = /&(?:#\d{1,8}|#x[\da-f]{1,7}|[a-z][a-z\d]{1,31}(?=;));?/iy;
const percent = /(?:%[\da-f]{2}){1,40}/iy;
/** A tag with its attributes, in quotes or not; a declaration or an instruction; a comment of HTML or of the app. */
const tag = /<\/?[a-z](?:[^<>"']|"[^"<]{0,1000}"|'[^'<]{0,1000}'){0,1000}>/iy;
const instruction = /<\?[^]{0,1000}?\?>|<!\[CDATA\[[^]{0,1000}?\]\]>|<[!?/][^<>]{0,1000}>/y;
const comment = /<!--[^]{0,1000}?-->|%%[^%]{0,1000}%%/y;
const mark = /[*_~=`[]/;
/** Characters that are seen as they are, and begin nothing. */
const plain = /[a-z\d \n.,:;!?'"()#@/+-]+/iy;
/** The end of a link; its words are read on behind it. */
const linkEnd = /\]\([^()\n]{0,1000}\)|\]\[[^[\]\n]{0,200}\]/y;

/** What becomes of marks of emphasis and code, of tags of HTML, comments, and of where links lead to. */
export type Marks = "kept" | "dropped" | "soft" | "soft, tags kept" | "soft, without links";

/** Stands for marks that a reader may see as nothing; of the private use area, so that no text holds it. */
export const softMark = "\uE000";

/**
 * `marks`: whether marks of emphasis, code, HTML and comments stay, as in `a_b`, are taken out, as they are in
 * `A**d**a`, or leave one {@link softMark} for those that stand together. Names stand in attributes, and in where links
 * lead to; names can also be parted by them: each is a reading of its own.
 */
export function visibleText(source: string, marks: Marks): VisibleText {
  let text = "";
  // Few and large things: an array with an entry for each character costs more than all the rest.
  const pieces: Piece[] = [];
  const unescapeAll = unescaper();
  let isBehindMark = false;
  const put = (characters: string, source: Span, isRun: boolean): void => {
    pieces.push({ at: text.length, source, isRun });
    text += characters;
    isBehindMark = characters === softMark;
  };
  const addMark = (start: number, end: number): void => {
    if (marks !== "dropped" && !isBehindMark) put(softMark, { start, end }, false);
  };
  const add = (characters: string, start: number, end: number): void => {
    for (const character of characters.normalize("NFKD")) {
      if (unseen.test(character)) continue;
      if (marks !== "kept" && mark.test(character)) {
        addMark(start, end);
        continue;
      }
      put(character, { start, end }, false);
    }
  };
  const match = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  for (let at = 0; at < source.length;) {
    const run = match(plain, at);
    if (run !== null) {
      put(run, { start: at, end: at + run.length }, true);
      at += run.length;
      continue;
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const dropped =
      marks === "kept"
        ? null
        : character === "%"
          ? match(comment, at)
          : character === "<"
            ? (match(comment, at) ?? (marks === "soft, tags kept" ? null : (match(instruction, at) ?? match(tag, at))))
            : character === "]" && marks === "soft, without links"
              ? match(linkEnd, at)
              : null;
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
      else if (character === "&")
        add(unescapeAll(escaped.endsWith(";") ? escaped : `${escaped};`), at, at + escaped.length);
      else if (character === "%") addPercent(escaped, at, add);
    }
    at += (dropped ?? escaped ?? character).length;
  }
  const sourceAt = (index: number): Span | null => {
    const piece = pieces[firstIndex(pieces, ({ at }) => at > index) - 1];
    if (!piece?.isRun) return piece?.source ?? null;
    const start = piece.source.start + index - piece.at;
    return { start, end: start + 1 };
  };
  return {
    text,
    sourceOf({ start, end }) {
      const [first, last] = [sourceAt(start), sourceAt(end - 1)];
      return start < end && end <= text.length && first && last ? { start: first.start, end: last.end } : null;
    },
  };
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
