import { withoutTail } from "../../base";
import { english, perLanguage, phraseTable, phraseWords } from "../../language";
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

const signs: readonly (readonly [pattern: RegExp, state: ActionState])[] = [
  [/^(?:✅|☑|✔|\[x\])/iu, "done"],
  [/^(?:❌|🚫|\[-\]|-$)/u, "cancelled"],
  [/^(?:⬜|🔲|☐|⏳|📋|🟡|🔄|\[ \])/u, "open"],
];

/** Marks of emphasis and code around a state, and the blanks of a cell. */
const marks = " \t*_`";
const struck = /^~~[^~]{0,40}~~\s*/;

/** Without the marks at both ends. */
function unmarked(text: string): string {
  let start = 0;
  while (start < text.length && marks.includes(text.charAt(start))) start++;
  return withoutTail(text.slice(start), marks);
}

/** What a text says of the state of an item at its beginning; null for nothing. */
export function stateOf(text: string, language: Lexicon = english): ActionState | null {
  const bare = unmarked(text.replace(struck, ""));
  const sign = signs.find(([pattern]) => pattern.test(bare));
  if (sign !== undefined) return sign[1];
  const words = phraseWords(bare);
  const found = readers(language).at(words, 0);
  // `完了予定` is not done: where words have no blanks, another may go on behind.
  return found === null || goesOn(words, found.end) ? null : found.value;
}

/** The same of a text that says nothing else, such as `[DONE]`. */
export function wholeState(text: string, language: Lexicon = english): ActionState | null {
  const bare = unmarked(text).replace(/[.!]$/, "");
  return signs.find(([pattern]) => pattern.test(bare))?.[1] ?? readers(language).whole(phraseWords(bare));
}

function goesOn(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x2e7f && text.charCodeAt(at - 1) > 0x2e7f;
}
