import { Char, isLetter, isLetterOrDigit, isSpaceOrTab, skipSpaces } from "./characters";
import { htmlTagEnd } from "./html-tag";

/** How an HTML block ends: with a line that holds this text, or before a blank line. */
export type HtmlEnd = "-->" | "?>" | ">" | "]]>" | "</script>" | "blank";

/** Elements whose tag opens a block of HTML by itself (CommonMark, HTML block kind 6). */
const BLOCK_ELEMENTS = new Set(
  ("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul").split(" "),
);

/** Elements whose content is raw to their end tag (kind 1). */
const RAW_ELEMENTS = new Set(["pre", "script", "style", "textarea"]);

const LONGEST_NAME = 10;

/**
 * How the HTML block that opens at `from` (a `<`) ends, or null when none opens. A lone tag of any
 * other element opens a block too (kind 7), but does not interrupt a paragraph.
 */
export function openHtmlBlock(text: string, from: number, lineEnd: number, interrupts: boolean): HtmlEnd | null {
  const next = text.charCodeAt(from + 1);
  if (from + 1 >= lineEnd) return null;
  if (next === Char.bang) {
    if (text.startsWith("<!--", from)) return "-->";
    if (text.startsWith("<![CDATA[", from)) return "]]>";
    return isLetter(text.charCodeAt(from + 2)) ? ">" : null;
  }
  if (next === Char.question) return "?>";
  const closing = next === Char.slash;
  const nameStart = closing ? from + 2 : from + 1;
  let nameEnd = nameStart;
  while (nameEnd < lineEnd && isLetterOrDigit(text.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === nameStart) return null;
  if (nameEnd - nameStart <= LONGEST_NAME) {
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const after = text.charCodeAt(nameEnd);
    const delimited = nameEnd >= lineEnd || isSpaceOrTab(after) || after === Char.greaterThan;
    if (!closing && delimited && RAW_ELEMENTS.has(name)) return "</script>";
    const selfClosed = after === Char.slash && text.charCodeAt(nameEnd + 1) === Char.greaterThan;
    if ((delimited || selfClosed) && BLOCK_ELEMENTS.has(name)) return "blank";
    if (RAW_ELEMENTS.has(name) && !closing) return null;
  }
  if (interrupts) return null;
  const tagEnd = htmlTagEnd(text, from, lineEnd);
  return tagEnd >= 0 && skipSpaces(text, tagEnd, lineEnd) === lineEnd ? "blank" : null;
}

/** Whether the line `[from, lineEnd)` ends the block. */
export function closesHtmlBlock(text: string, from: number, lineEnd: number, end: HtmlEnd): boolean {
  if (end === "blank") return false;
  const first = end.charCodeAt(0);
  for (let at = from; at < lineEnd; at++) {
    if (text.charCodeAt(at) !== first) continue;
    if (end === "</script>" ? isRawEndTag(text, at, lineEnd) : at + end.length <= lineEnd && text.startsWith(end, at)) return true;
  }
  return false;
}

function isRawEndTag(text: string, from: number, lineEnd: number): boolean {
  if (text.charCodeAt(from) !== Char.lessThan || text.charCodeAt(from + 1) !== Char.slash) return false;
  let end = from + 2;
  while (end < lineEnd && end - from < LONGEST_NAME + 2 && isLetter(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === Char.greaterThan && end < lineEnd && RAW_ELEMENTS.has(text.slice(from + 2, end).toLowerCase());
}
