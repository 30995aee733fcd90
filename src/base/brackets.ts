import { isAnyLetterOrDigit } from "./signs";

/**
 * The text with a blank for each remark in brackets of a kind that holds none of the same kind.
 *
 * @param kinds opening and closing ones in turns: `()[]`
 */
export function withoutRemarks(text: string, kinds: string): string {
  let bare = text;
  for (let kind = 0; kind < kinds.length; kind += 2)
    bare = withoutKind(bare, kinds.charAt(kind), kinds.charAt(kind + 1));
  return bare;
}

function withoutKind(text: string, open: string, close: string): string {
  if (!text.includes(open)) return text;
  let bare = "";
  let from = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith(open, at)) start = at;
    if (start < 0 || !text.startsWith(close, at)) continue;
    bare += `${text.slice(from, start)} `;
    from = at + 1;
    start = -1;
  }
  return bare + text.slice(from);
}

/** The remark in brackets that a text ends with, signs behind it aside; empty for none. */
export function remarkAtEnd(text: string, opening: string, closing: string): string {
  let end = text.length;
  for (; end > 0 && !closing.includes(text.charAt(end - 1)); end--)
    if (isAnyLetterOrDigit(text.charAt(end - 1))) return "";
  let start = end - 1;
  while (start > 0 && !(opening + closing).includes(text.charAt(start - 1))) start--;
  return start > 0 && opening.includes(text.charAt(start - 1)) ? text.slice(start, end - 1) : "";
}
