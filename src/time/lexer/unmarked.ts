import { isLetterOrDigit } from "../../base";
import { unaccented } from "../../language";

const blank = (match: string): string => " ".repeat(match.length);

/**
 * The text with the same length in which marks that people put around times are blanks: emphasis, code, brackets,
 * template braces, footnotes, HTML tags, link targets, struck-out words. Every dash is `-`, every kind of space ` `,
 * and letters have no accents.
 */
export function plain(text: string): string {
  if (!/[^\x20-\x7e\n]|[*`{}[\]=\\_<&~]/.test(text)) return text;
  const unlinked = text.includes("](") ? withoutTargets(text) : text;
  const ascii = /[^ -~\n]/.test(unlinked)
    ? unaccented(
        unlinked.replace(/[\t\r\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ").replace(/[\u2010-\u2015\u2212]/g, "-"),
      )
    : unlinked;
  const shown = ascii.includes("~~") ? ascii.replace(/~~[^~\n]*~~/g, blank) : ascii;
  const own = shown.includes("[^") ? shown.replace(/\[\^[^\]\s]{1,32}\]/g, blank) : shown;
  const words = own.includes("<") || own.includes("&") ? own.replace(/<\/?[A-Za-z][^<>\n]{0,64}>|&nbsp;/g, blank) : own;
  const unmarked = words.replace(/[*`{}[\]=\\]/g, " ");
  if (!unmarked.includes("_")) return unmarked;
  return unmarked.replace(/_+/g, (marks, at: number, whole: string) =>
    // An underscore within a word, as in `America/New_York`, is no mark.
    isLetterOrDigit(whole.charCodeAt(at - 1)) && isLetterOrDigit(whole.charCodeAt(at + marks.length))
      ? marks
      : blank(marks),
  );
}

/** Blanks for every `](target)`. */
function withoutTargets(text: string): string {
  const parts: string[] = [];
  const last = text.lastIndexOf(")");
  let done = 0;
  for (let open = text.indexOf("]("); open >= 0 && open < last; open = text.indexOf("](", done)) {
    const close = text.indexOf(")", open);
    parts.push(text.slice(done, open), " ".repeat(close + 1 - open));
    done = close + 1;
  }
  return parts.join("") + text.slice(done);
}
