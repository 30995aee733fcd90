import { withoutEnd } from "./placeholder";

/** Marks of lists, quotes and emphasis before the words of a line. */
const lead = /^[\s>*_#.)\d-]*/;

/** What a template asks of the writer: a sentence that begins so, or one that says that something goes there. */
const request =
  /^(?:describe|explain|enter|summari[sz]e|fill in|outline)\b[^.!?]{3,200}[.!]?$|\b(?:goes|belongs) here[.!]?$/i;
const question = /^[^.!?]{3,200}\?$/;
const bracketed = /^\[[^\][]{3,200}\]$/;
const label = /^[\p{L} /()-]{2,50}:$/u;

/**
 * Whether a line holds nothing but what a template put there for the writer: a request, a question, words in brackets,
 * a label without a value. A blank line holds nothing either; `N/A` is an answer.
 */
export function isUntouched(line: string): boolean {
  // An action item is written as a request.
  if (/^[\s>]*[-*+] \[.\]/.test(line)) return false;
  const words = withoutEnd(line.replace(lead, ""), " \t\r*_");
  return words === "" || [request, question, bracketed, label].some((pattern) => pattern.test(words));
}
