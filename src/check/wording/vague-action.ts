import type { Span } from "../../base";
import { hasDigit, singleSpaced, withoutEnd } from "../../base";
import type { Lexicon } from "../../language";
import { WordCursor, folded, perLanguage, textWords, wordTable } from "../../language";

/** Why an action item cannot be ticked off with a clear conscience; `span` is in offsets of its text. */
export interface Vagueness {
  readonly span: Span;
  readonly severity: "warning" | "info";
  readonly message: string;
  readonly help: string;
}

/** Marks before the first word: emphasis, a label such as `(P1)`, a check mark. */
const lead = /^(?:[\s*_=~"'“]|\([^()\n]{1,20}\)|\[[^[\]\n]{1,20}\](?!\()|\p{Extended_Pictographic}\ufe0f?)*/u;

/** The words of a language that leave an item open. */
const readers = perLanguage(({ actions: { vague }, judgements }) => ({
  endless: wordTable(vague.endless),
  make: wordTable(vague.make),
  better: wordTable(vague.better),
  remember: wordTable(vague.remember),
  ensure: wordTable(vague.ensure),
  those: wordTable(vague.those),
  people: wordTable([...vague.people, ...judgements.people]),
  fix: wordTable(vague.fix),
  trouble: wordTable(vague.trouble),
  caused: wordTable(vague.caused),
  noVerb: wordTable(vague.noVerb),
  bound: wordTable(vague.bound),
}));

/** The words, if any, that rely on people to remember: "remember", and "make sure" where people follow. */
function relyingOnPeople(cursor: WordCursor, language: Lexicon): string | null {
  const { ensure, people, remember, those } = readers(language);
  const begin = cursor.fork();
  if (cursor.word(remember)) return said(cursor);
  if (!begin.word(ensure)) return null;
  const words = said(begin);
  begin.words(those, 4);
  return begin.word(people) ? words : null;
}

/** A verb that never ends unless the item says where: "improve monitoring" against "improve p99 to 300 ms". */
function endlessVerb(cursor: WordCursor, language: Lexicon): string | null {
  const { better, endless, make } = readers(language);
  if (cursor.word(endless)) return said(cursor);
  return cursor.word(make) && better.isIn(textWords(cursor.rest.slice(0, 60))) ? said(cursor) : null;
}

/** "Fix the issue": which one, and how, is what the item should say. */
function isFixIt(cursor: WordCursor, language: Lexicon): boolean {
  const { caused, fix, those, trouble } = readers(language);
  if (!cursor.word(fix)) return false;
  const bare = cursor.fork();
  if (bare.word(trouble) && (bare.isDone() || bare.word(caused))) return true;
  cursor.words(those, cursor.text.length);
  return cursor.word(trouble) && (cursor.isDone() || cursor.word(caused));
}

/** What a cursor has gone over. */
function said(cursor: WordCursor): string {
  return cursor.text.slice(0, cursor.at).trimEnd();
}

/** What bounds an item: a number, code, a link, or a question that has an answer. */
function isBound(words: string, language: Lexicon): boolean {
  return (
    hasDigit(words) ||
    ["`", "[[", "](", "http:", "https:"].some((sign) => words.includes(sign)) ||
    readers(language).bound.isIn(textWords(words)) ||
    singleSpaced(words).split(" ").length > 12
  );
}

/** What keeps an action item from being one that somebody can finish; null when nothing does. */
export function vagueness(text: string, language: Lexicon): Vagueness | null {
  const start = lead.exec(text)?.[0].length ?? 0;
  const words = withoutEnd(text.slice(start), " \t*_.!");
  const plain = folded(words);
  const at = (length: number): Span => ({ start, end: start + length });
  const bounded = isBound(plain, language);

  const remembered = relyingOnPeople(new WordCursor(plain), language);
  if (remembered !== null && !hasDigit(words) && !words.includes("`")) {
    const shown = words.slice(0, remembered.length);
    return {
      span: at(shown.length),
      severity: "warning",
      message: `\`${shown}\` relies on people to remember`,
      help: "name the check, alert or guard that will see to it",
    };
  }
  const verb = endlessVerb(new WordCursor(plain), language);
  if (verb !== null && !bounded) {
    const shown = words.slice(0, verb.length);
    return {
      span: at(shown.length),
      severity: "warning",
      message: `\`${shown}\` does not say when it is done`,
      help: "say what will be there when it is done, with a number or a name",
    };
  }
  if (isFixIt(new WordCursor(plain), language) || (oneWord.test(words) && !bounded)) {
    return {
      span: at(words.length),
      severity: "warning",
      message: `\`${words}\` does not say what to do`,
      help: "name the change, and the place it is made in",
    };
  }
  const first = new WordCursor(plain);
  if (first.word(readers(language).noVerb) && plain.charAt(0) === words.charAt(0).toLowerCase()) {
    const shown = words.slice(0, said(first).length);
    return {
      span: at(shown.length),
      severity: "info",
      message: `\`${shown}\` is no verb`,
      help: "start with what is to be done, such as `Add`, `Remove` or `Document`",
    };
  }
  return null;
}

const oneWord = /^\p{L}+$/u;
