import * as Char from "../char-codes";
import { isLetter, isLetterOrDigit, isSpaceOrTab, skipSpaces } from "../../base";
import { htmlTagEnd } from "../marks/html-tag";

/**
 * How an HTML block ends: with a line that holds this text, with one that ends a raw element, or before a blank line.
 */
export type HtmlEnd = "-->" | "?>" | ">" | "]]>" | "raw" | "blank";

/** Elements whose tag opens a block of HTML by itself (CommonMark, HTML block kind 6). */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);

/** Elements whose content is raw to their end tag (kind 1). */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);

/** No name in the two sets is longer. */
const LONGEST_NAME = 10;

/**
 * How the HTML block that opens at `from` (a `<`) ends, or null when none opens. A lone tag of any
 * other element opens a block too (kind 7), unless it would interrupt a paragraph.
 */
export function openHtmlBlock(text: string, from: number, lineEnd: number, interrupts: boolean): HtmlEnd | null {
  const next = from + 1 < lineEnd ? text.charCodeAt(from + 1) : NaN;
  if (next === Char.question) return "?>";
  if (next === Char.bang) {
    if (text.startsWith("<!--", from)) return "-->";
    if (text.startsWith("<![CDATA[", from)) return "]]>";
    return isLetter(text.charCodeAt(from + 2)) ? ">" : null;
  }
  const end = elementEnd(text, from, lineEnd);
  if (end !== "other") return end;
  if (interrupts) return null;
  const tagEnd = htmlTagEnd(text, from, lineEnd);
  return tagEnd >= 0 && skipSpaces(text, tagEnd, lineEnd) === lineEnd ? "blank" : null;
}

/** How the block that the name of a tag opens ends; null when the tag is none or cannot open a block. */
function elementEnd(text: string, from: number, lineEnd: number): "raw" | "blank" | "other" | null {
  const isEndTag = text.charCodeAt(from + 1) === Char.slash;
  const start = isEndTag ? from + 2 : from + 1;
  let end = start;
  while (end < lineEnd && isLetterOrDigit(text.charCodeAt(end))) end++;
  if (end === start) return null;
  const name = end - start > LONGEST_NAME ? "" : text.slice(start, end).toLowerCase();
  const after = text.charCodeAt(end);
  const isWhole = end >= lineEnd || isSpaceOrTab(after) || after === Char.greaterThan;
  if (RAW_ELEMENTS.has(name) && !isEndTag) return isWhole ? "raw" : null;
  const isSelfClosed = after === Char.slash && text.charCodeAt(end + 1) === Char.greaterThan;
  return BLOCK_ELEMENTS.has(name) && (isWhole || isSelfClosed) ? "blank" : "other";
}

/** Whether the line `[from, lineEnd)` ends the block. */
export function closesHtmlBlock(text: string, from: number, lineEnd: number, end: HtmlEnd): boolean {
  if (end === "blank") return false;
  const first = end === "raw" ? Char.lessThan : end.charCodeAt(0);
  for (let at = from; at < lineEnd; at++) {
    if (text.charCodeAt(at) !== first) continue;
    if (end === "raw" ? isRawEndTag(text, at, lineEnd) : text.startsWith(end, at)) return true;
  }
  return false;
}

function isRawEndTag(text: string, from: number, lineEnd: number): boolean {
  if (text.charCodeAt(from + 1) !== Char.slash) return false;
  let end = from + 2;
  while (end < lineEnd && end - from < LONGEST_NAME + 2 && isLetter(text.charCodeAt(end))) end++;
  return (
    end < lineEnd &&
    text.charCodeAt(end) === Char.greaterThan &&
    RAW_ELEMENTS.has(text.slice(from + 2, end).toLowerCase())
  );
}
