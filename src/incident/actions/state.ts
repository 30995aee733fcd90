import { Scanner, holdsAny, withoutTail } from "../../base";
import { english, isEastAsian, perLanguage, phraseTable, phraseWords } from "../../language";
import type { Lexicon } from "../../language";
import type { ActionState } from "./action";

/** The words of a language; `yes` and a cross say so only in a column of states. */
const readers = perLanguage(({ actions }) =>
  phraseTable<ActionState>([
    ...actions.open.map((word) => [word, "open"] as const),
    ...actions.done.map((word) => [word, "done"] as const),
    ...actions.cancelled.map((word) => [word, "cancelled"] as const),
  ]),
);

/** Signs, in lower case, that say so at the beginning of a text. */
const signs: readonly (readonly [signs: readonly string[], state: ActionState])[] = [
  [["✅", "☑", "✔", "[x]"], "done"],
  [["❌", "🚫", "[-]"], "cancelled"],
  [["⬜", "🔲", "☐", "⏳", "📋", "🟡", "🔄", "[ ]"], "open"],
];

/** What the sign says that a text begins with; a hyphen only where nothing else stands there. */
function signedState(text: string): ActionState | null {
  if (text === "-") return "cancelled";
  const beginning = text.slice(0, 3).toLowerCase();
  return signs.find(([known]) => known.some((sign) => beginning.startsWith(sign)))?.[1] ?? null;
}

/** Marks of emphasis and code around a state, and the blanks of a cell. */
const marks = " \t*_`";
const longestStruck = 40;

/** Without what is struck out at its beginning: `~~open~~ done`. */
function withoutStruck(text: string): string {
  const scanner = new Scanner(text);
  if (!scanner.literal("~~")) return text;
  scanner.upTo("~", longestStruck);
  return scanner.literal("~~") ? text.slice(scanner.at).trimStart() : text;
}

/** Without the marks at both ends. */
function unmarked(text: string): string {
  let start = 0;
  while (start < text.length && marks.includes(text.charAt(start))) start++;
  return withoutTail(text.slice(start), marks);
}

/** What a text says of the state of an item at its beginning; null for nothing. */
export function stateOf(text: string, language: Lexicon = english): ActionState | null {
  const bare = unmarked(withoutStruck(text));
  const sign = signedState(bare);
  if (sign !== null) return sign;
  const words = phraseWords(bare);
  const found = readers(language).at(words, 0);
  // `完了予定` is not done: where words have no blanks, another may go on behind.
  return found === null || goesOn(words, found.end) ? null : found.value;
}

/** The same of a text that says nothing else, such as `[DONE]`. */
export function wholeState(text: string, language: Lexicon = english): ActionState | null {
  const words = unmarked(text);
  const bare = holdsAny(words.slice(-1), ".!") ? words.slice(0, -1) : words;
  return signedState(bare) ?? readers(language).whole(phraseWords(bare));
}

function goesOn(text: string, at: number): boolean {
  return isEastAsian(text.charCodeAt(at)) && isEastAsian(text.charCodeAt(at - 1));
}
