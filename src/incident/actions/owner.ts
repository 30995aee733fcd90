import {
  english,
  folded,
  lastWords,
  perLanguage,
  phraseWords,
  treeOf,
  unaccented,
  wordTable,
  wordTree,
} from "../../language";
import type { Lexicon } from "../../language";
import {
  Scanner,
  charAt,
  hasDigit,
  hasLetter,
  holdsAny,
  isAnyLetter,
  isAnyLetterOrDigit,
  isAnyCapital,
  isMadeOf,
  isWhitespace,
  partsBetween,
  plainWords,
  withoutTail,
  isWordly,
  withoutEnd,
} from "../../base";
import type { Link } from "../../note";
import type { Span } from "../../base";
import type { ActionMarks, InlineField } from "./marks";
import type { ActionText } from "./text";
import { listedNames, plainName } from "../../note";

/** Somebody who is to do something, and where that is said. */
export interface Owner {
  readonly name: string;
  /** The link, handle or name itself. */
  readonly span: Span;
}

/** What the vault knows of a link's target (before `#`): whether its note is a person's; null when it does not tell. */
export type IsPerson = (target: string) => boolean | null;

/** Who owns an item, and what to cut from its text because it says nothing else. */
export interface Owners {
  readonly owners: readonly Owner[];
  readonly spans: readonly Span[];
}

/** A handle or a link to a note; `target` is what the link names before `#`, null for a handle. */
interface Mention extends Owner {
  readonly target: string | null;
}

const ownerKeys: ReadonlySet<string> = new Set([
  "owner",
  "owners",
  "assignee",
  "assignees",
  "assigned",
  "assigned to",
  "assigned-to",
  "responsible",
  "dri",
  "who",
]);
/** Signs that stand where an owner should, however many. */
const noName = ["?", "-–—"];
const dots: ReadonlySet<string> = new Set(["", "…", "..."]);

const longestHandle = 60;
const longestName = 6;
/** So many marks of emphasis and blanks stand at most beside the words that introduce an owner. */
const mostMarks = 6;
/** So many words that begin with a capital follow the first of a name. */
const mostNames = 3;
/** So many owners are named beside the first. */
const mostOthers = 9;
/** These introduce a name without a colon, too. */
const introducing: ReadonlySet<string> = new Set(["assigned to", "owned by"]);

/** The words of a language. */
const readers = perLanguage(({ actions, lengths }) => ({
  nobody: new Set(actions.nobody.map(folded)),
  things: wordTable(actions.things),
  // What a day that is due, or a state, begins with.
  ending: wordTable([...actions.due, ...actions.done, ...actions.open]),
  and: wordTree(lengths.and),
  introduction: treeOf(actions.owner.map((word) => [word, word] as const)),
}));

/** Whether a word is written as within a sentence, at its beginning or in capitals; abbreviations only in capitals. */
function isInCase(written: string, word: string): boolean {
  const capitals = word.toUpperCase();
  const rest = written.slice(1);
  const isOfSentence = written.toLowerCase() === word.toLowerCase() && rest === rest.toLowerCase();
  return written === capitals || (isOfSentence && word !== capitals);
}

/** Words that introduce an owner where they stand in a text: "Owner". */
interface Introduction extends Span {
  readonly word: string;
}

/** The words that introduce an owner, and the marks of emphasis before them, wherever they stand in a text. */
function introductionsIn(text: string, language: Lexicon): readonly Introduction[] {
  const { introduction } = readers(language);
  const bare = unaccented(text);
  const found: Introduction[] = [];
  for (let at = 0; at < text.length; at++) {
    const next = introduction.at(bare, at);
    if (next === null || !isInCase(text.slice(at, next.end), next.value)) continue;
    const start = withoutEnd(text.slice(Math.max(0, at - 4), at), "*_");
    const marks = Math.min(4, at) - start.length;
    if (marks < 4 && !isAnyLetterOrDigit(start.slice(-1)))
      found.push({ word: next.value, start: at - marks, end: next.end });
  }
  return found;
}

/** Goes over what stands between an introduction and a name, and tells whether a colon is among it. */
function takeColon(scanner: Scanner): boolean {
  takeMarks(scanner);
  const hasColon = scanner.sign(":：") !== "";
  takeMarks(scanner);
  return hasColon;
}

function takeMarks(scanner: Scanner): void {
  scanner.over((char) => isMadeOf(char, "*_"), 0, mostMarks);
}

/** Goes over the names behind an introduction: "Ada", "Ada Park and Grace", "the Payments team". */
function takeNames(scanner: Scanner, language: Lexicon): readonly string[] {
  const names: string[] = [];
  for (let name = takeName(scanner); name !== ""; name = names.length > mostOthers ? "" : takeOther(scanner, language))
    names.push(name);
  return names;
}

/** Goes over another name that begins with a capital behind a comma or an "and". */
function takeOther(scanner: Scanner, language: Lexicon): string {
  const next = scanner.fork();
  const isJoined = [", ", " & ", " + ", "/"].some((between) => next.literal(between)) || takeAnd(next, language);
  next.run("*", 3);
  const name = isJoined && isAnyCapital(charAt(next.text, next.at)) ? takeName(next) : "";
  if (name !== "") scanner.at = next.at;
  return name;
}

/** Goes over " and ". */
function takeAnd(scanner: Scanner, language: Lexicon): boolean {
  return scanner.sign(" ") !== "" && readers(language).and.take(scanner) !== undefined && scanner.sign(" ") !== "";
}

function takeName(scanner: Scanner): string {
  const start = scanner.at;
  if (scanner.over(isAnyLetter, 1, 1) === "") return "";
  scanner.over((char) => char === "_" || isOfName(char));
  for (
    let count = 0;
    count < mostNames && scanner.isAt(" ") && isAnyCapital(charAt(scanner.text, scanner.at + 1));
    count++
  ) {
    scanner.at += 1;
    scanner.over(isOfName);
  }
  scanner.literal(" team");
  const name = scanner.text.slice(start, scanner.at);
  scanner.run("*", 3);
  return name;
}

function isOfName(char: string): boolean {
  return isAnyLetterOrDigit(char) || "'’-".includes(char);
}

/** Words that tie what follows them into the sentence. */
const tying: ReadonlySet<string> = new Set(
  "a an the our their its this that in into to of for with from on onto at as via per and or by about under after before like than using through within see ask ping tell contact notify is are was be".split(
    " ",
  ),
);
/** Verbs whose object a document can be, where they are sure to be verbs: behind another verb. */
const verbs: ReadonlySet<string> = new Set(
  "check read update review extend rewrite write document create fix improve expand clean revise add append link complete finish publish follow use test run replace remove merge refactor monitor audit archive".split(
    " ",
  ),
);
const beforeVerb: ReadonlySet<string> = new Set(["and", "or", "then", "to", "please"]);
/**
 * Who owns an action item. Most certain first: a field such as `[owner:: Ada]`; a name behind
 * "owner:", or a link or handle that stands apart from the sentence, at its start or end; then a
 * link that the vault knows to be a person, or any handle but one like `@types/node`. Another link within the sentence
 * is none.
 */
export function readOwners(
  text: ActionText,
  marks: ActionMarks,
  isPerson: IsPerson,
  language: Lexicon = english,
): Owners {
  const fields = marks.fields.filter((field) => ownerKeys.has(field.key));
  if (fields.length > 0)
    return {
      owners: fields.flatMap((field) => fieldOwners(field, language)).filter((owner) => isSomebody(owner, language)),
      spans: [],
    };
  const bare = withoutSpans(text, [...marks.spans, ...text.asides, ...text.tags.map((tag) => tag.span)]);
  const mentions = [...linkMentions(text), ...handleMentions(text, bare)].sort((a, b) => a.span.start - b.span.start);
  const apart = groupsOf(mentions, text.start, bare).flatMap(
    (group) => standingApart(group, text, bare, { isPerson, language }) ?? [],
  );
  let certain: readonly Owners[] = [...apart, ...namesInWords(text, bare, language)];
  if (certain.length === 0) certain = namesAtEnd(text, language);
  if (certain.length === 0) certain = peopleApart(text, bare, isPerson, language);
  if (certain.length > 0)
    return {
      owners: certain.flatMap((found) => found.owners).filter((owner) => isSomebody(owner, language)),
      spans: certain.flatMap((found) => found.spans),
    };
  const known = mentions.filter(({ name, target }) =>
    target === null ? !name.includes("/") : isPerson(target) === true,
  );
  return { owners: known.filter((owner) => isSomebody(owner, language)), spans: [] };
}

/** Who stands in a text that holds nothing but owners: links, handles, or names divided by commas. */
export function listedOwners(text: ActionText, language: Lexicon = english): readonly Owner[] {
  const mentions = [...linkMentions(text), ...handleMentions(text, text.masked)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const span = { start: text.start, end: text.start + text.source.length };
  const owners =
    mentions.length > 0 ? mentions : listedNames(text.source, language.clock.and).map((name) => ({ name, span }));
  return owners.filter((owner) => isSomebody(owner, language));
}

function isSomebody(owner: Owner, language: Lexicon): boolean {
  const name = owner.name.trim();
  return (
    !dots.has(name) && !noName.some((signs) => isMadeOf(name, signs)) && !readers(language).nobody.has(folded(name))
  );
}

function fieldOwners({ value, valueSpan: span }: InlineField, language: Lexicon): readonly Owner[] {
  return listedNames(value, language.clock.and).map((name) => ({ name, span }));
}

/** The masked text with further spans blanked out by spaces. */
function withoutSpans(text: ActionText, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(position, span.start - text.start);
    const end = Math.max(start, span.end - text.start);
    pieces.push(text.masked.slice(position, start), " ".repeat(end - start));
    position = end;
  }
  return pieces.join("") + text.masked.slice(position);
}

function linkMentions(text: ActionText): readonly Mention[] {
  return text.links.flatMap((link): Mention[] => {
    if (link.external)
      return link.display.startsWith("@") ? [{ name: link.display.slice(1), span: link.span, target: null }] : [];
    const target = targetNote(link);
    return target === "" ? [] : [{ name: plainName(`[[${target}]]`), span: link.span, target }];
  });
}

/** A link into a section or block is no person. */
function targetNote(link: Link): string {
  return link.target.includes("#") ? "" : link.target;
}

function handleMentions(text: ActionText, bare: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = bare.indexOf("@"); at >= 0; at = bare.indexOf("@", at + 1)) {
    const before = bare.charAt(at - 1);
    const start = text.start + at;
    // "@ada/@ben"
    const isBeside = before === "/" && mentions.at(-1)?.span.end === start - 1;
    const isWithin = !isBeside && (isWordly(before) || holdsAny(before, "@./\\-"));
    const name = isWithin ? "" : handleAt(bare, at + 1);
    if (name !== "") mentions.push({ name, span: { start, end: start + 1 + name.length }, target: null });
  }
  return mentions;
}

/** `ada`, `acme/payments` behind the sign of a handle. */
function handleAt(text: string, at: number): string {
  const scanner = new Scanner(text, at);
  if (!takeHandle(scanner)) return "";
  const team = scanner.fork();
  if (team.sign("/") !== "" && takeHandle(team)) scanner.at = team.at;
  return withoutTail(text.slice(at, scanner.at), ".-");
}

function takeHandle(scanner: Scanner): boolean {
  if (scanner.isLetter())
    return scanner.over((char) => isWordly(char) || ".-".includes(char), 1, 1 + longestHandle) !== "";
  // `@老孙`: where words have no blanks, a longer run is a name and what it does.
  const { at } = scanner;
  const name = scanner.over(isAnyLetter);
  if (name.length <= longestName) return name !== "";
  scanner.at = at;
  return false;
}

/** Whether nothing but commas, "and", blanks or marks stand there. */
function joins(between: string): boolean {
  return isMadeOf(between.replaceAll("and", ""), ",;&/+");
}

/** Mentions with nothing but commas, "and", blanks or marks between belong together. */
function groupsOf(
  mentions: readonly Mention[],
  base: number,
  bare: string,
): readonly (readonly [Mention, ...Mention[]])[] {
  const groups: [Mention, ...Mention[]][] = [];
  let end = -1;
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last && joins(bare.slice(end - base, mention.span.start - base))) last.push(mention);
    else groups.push([mention]);
    end = mention.span.end;
  }
  return groups;
}

/** The owners in a group that stands apart from the sentence, with all that only serves to name them. */
function standingApart(
  group: readonly [Mention, ...Mention[]],
  text: ActionText,
  bare: string,
  { isPerson, language }: { readonly isPerson: IsPerson; readonly language: Lexicon },
): Owners | null {
  const base = text.start;
  const groupStart = group[0].span.start;
  const groupEnd = (group.at(-1) ?? group[0]).span.end;
  const after = bare.slice(groupEnd - base);
  const lead = leadLengthOf(bare.slice(Math.max(0, groupStart - base - 40), groupStart - base), language);
  if (lead > 0) return { owners: group, spans: spansOf(group, text, groupStart - lead, groupEnd) };
  const first = group.findIndex((mention) => maybePerson(mention, isPerson, language));
  const start = group[first]?.span.start;
  // "Update [[API Runbook]] [[Ada]]": the runbook belongs to the sentence, Ada does not.
  const owners = group.slice(first);
  if (start === undefined || !owners.every((mention) => maybePerson(mention, isPerson, language))) return null;
  const before = withoutEnd(bare.slice(0, start - base), "*_");
  const marks = start - base - before.length;
  const opens = isMadeOf(before, "*_(");
  const closes = isMadeOf(after, "*_.)]");
  if (opens && !closes && !isGenitive(after))
    return { owners, spans: spansOf(owners, text, base, groupEnd + verbLength(after)) };
  if (!closes || opens) return null;
  const spans = spansOf(owners, text, start - marks, groupEnd + new Scanner(after).run("*_", marks).length);
  if (!isAnyLetterOrDigit(before.trimEnd().slice(-1))) return { owners, spans };
  const words = first > 0 ? [] : plainWords(before.replaceAll("&", " ")).split(" ");
  const [verb = "", last = ""] = ["", ...words].slice(-2);
  // "Update [[Deployment]]", "review and update [[Deployment]]": a link can be what is done something with.
  const object =
    owners.some((mention) => mention.target !== null) &&
    (words.length === 1 || (verbs.has(last) && beforeVerb.has(verb)));
  return object || tying.has(last) ? null : { owners, spans };
}

/** The length of an introduction, with its marks, that a text ends with; 0 for none. */
function leadLengthOf(before: string, language: Lexicon): number {
  const found = introductionsIn(before, language).find(({ end }) => {
    const scanner = new Scanner(before, end);
    takeColon(scanner);
    return scanner.isDone();
  });
  return found === undefined ? 0 : before.length - found.start;
}

/** "'s" */
function isGenitive(after: string): boolean {
  return holdsAny(after.charAt(0), "'’") && after.charAt(1) === "s" && !isWordly(after.charAt(2));
}

/** The length of what stands between an owner and what there is to do: ": ", " will". */
function verbLength(after: string): number {
  const scanner = new Scanner(after);
  scanner.run("*_)");
  scanner.blanks();
  if (scanner.sign(":–—-") !== "") return scanner.at;
  const verb = scanner.fork();
  return ["to", "will"].includes(verb.over(isWordly)) ? verb.at : scanner.at;
}

/** The places of owners from `start` to `end`, with the commas between them but without tags that stand there. */
function spansOf(owners: readonly Owner[], text: ActionText, start: number, end: number): readonly Span[] {
  return owners.map(({ span }, index) => {
    const previous = owners[index - 1]?.span.end;
    const joined = previous !== undefined && joins(text.masked.slice(previous - text.start, span.start - text.start));
    return {
      start: previous === undefined ? start : joined ? previous : span.start,
      end: index === owners.length - 1 ? end : span.end,
    };
  });
}

/** Whether a mention can name a person or a team: what the vault knows, else what the name looks like. */
function maybePerson({ name, target }: Mention, isPerson: IsPerson, language: Lexicon): boolean {
  if (target === null) return true;
  const known = isPerson(target);
  if (known !== null) return known;
  const words = partsBetween(name, "._-");
  const acronym = words.length > 1 && words.some(isAcronym);
  return (
    words.length <= 4 && name.length <= 40 && hasLetter(name) && !hasDigit(name) && !acronym && !isThing(name, language)
  );
}

function isAcronym(word: string): boolean {
  return word.length > 1 && new Scanner(word).letters(word.length, word.length) !== "" && word === word.toUpperCase();
}

/** Whether a name is that of a thing, by its last word: "Checkout runbook". */
function isThing(name: string, language: Lexicon): boolean {
  return readers(language).things.ending(lastWords(phraseWords(name.replaceAll("-", " ")))) !== null;
}

/** Names behind "owner:" that are neither link nor handle. */
function namesInWords(text: ActionText, bare: string, language: Lexicon): readonly Owners[] {
  const found: Owners[] = [];
  let behind = 0;
  for (const introduction of introductionsIn(bare, language)) {
    const scanner = new Scanner(bare, introduction.end);
    if (introduction.start < behind || !isNameNext(scanner, introduction)) continue;
    const start = text.start + scanner.at;
    const names = takeNames(scanner, language);
    if (names.length === 0) continue;
    behind = scanner.at;
    const span = { start, end: text.start + behind };
    const owners = names.map((name) => ({ name: name.toLowerCase().startsWith("the ") ? name.slice(4) : name, span }));
    found.push({ owners, spans: [{ start: text.start + introduction.start, end: span.end }] });
  }
  return found;
}

/** "(Ada, by 5 May)", "– Ada and Ben, due …": names before the day or the state that an item ends with. */
function namesAtEnd(text: ActionText, language: Lexicon): readonly Owners[] {
  const { masked } = text;
  for (let at = masked.length - 1; at > 0; at--) {
    if (!holdsAny(masked.charAt(at), "(（–—>→-")) continue;
    const isBracket = holdsAny(masked.charAt(at), "(（");
    if (!isBracket && !isWhitespace(masked.charCodeAt(at + 1))) continue;
    const scanner = new Scanner(masked, at + 1);
    scanner.blanks();
    const start = scanner.at;
    const names = takeNames(scanner, language);
    const { at: end } = scanner;
    const written = masked.slice(start, end);
    if (names.length === 0 || hasDigit(written) || !holdsCapital(written) || scanner.sign(",;") === "") return [];
    if (readers(language).ending.at(phraseWords(masked.slice(scanner.at)), 0) === null) return [];
    const span = { start: text.start + start, end: text.start + end };
    const cut = { start: span.start, end: text.start + scanner.at };
    return [{ owners: names.map((name) => ({ name, span })), spans: [cut] }];
  }
  return [];
}

/** "Ada: fix it", "[Ada] Fix it", "Ada to fix it", "Fix it – Ada", "Fix it (Ada)": the names of known people. */
function peopleApart(text: ActionText, bare: string, isPerson: IsPerson, language: Lexicon): readonly Owners[] {
  const scanner = new Scanner(bare);
  const isBracket = scanner.run(" *_[(", 4).includes("[");
  const first = scanner.at;
  const opening = takeNames(scanner, language);
  const { at: end } = scanner;
  if (opening.length > 0) {
    const length = isBracket && scanner.run("]*_", 4) !== "" ? scanner.at - end : verbLength(bare.slice(end));
    // Who is known is asked last: it takes a look at the vault.
    if (length > 0 && opening.every((name) => isPerson(name) === true))
      return [ownersNamed(opening, text.start, [first, end], [0, end + length])];
  }
  const words = withoutEnd(bare, " .*_)");
  const mark = Math.max(...[" - ", " – ", " — ", " ("].map((sign) => words.lastIndexOf(sign)));
  const last = new Scanner(words, mark + 2);
  last.run(" *_", 4);
  const start = last.at;
  const closing = mark < 0 ? [] : takeNames(last, language);
  return last.isDone() && closing.length > 0 && closing.every((name) => isPerson(name) === true)
    ? [ownersNamed(closing, text.start, [start, words.length], [mark, bare.length])]
    : [];
}

/** Owners by names that stand from one offset to another in a text, and what to cut for them. */
function ownersNamed(
  names: readonly string[],
  base: number,
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): Owners {
  const span = { start: base + start, end: base + end };
  return { owners: names.map((name) => ({ name, span })), spans: [{ start: base + from, end: base + to }] };
}

/** Whether one of the words begins with a capital. */
function holdsCapital(text: string): boolean {
  return text.split(" ").some((word) => isAnyCapital(charAt(word, 0)));
}

/** Goes from an introduction to the name: a colon stands between, or behind "assigned to" it begins with a capital. */
function isNameNext(scanner: Scanner, { end, word }: Introduction): boolean {
  if (takeColon(scanner)) return true;
  scanner.at = end;
  if (!introducing.has(word) || scanner.sign(" ") === "") return false;
  scanner.literal("the ");
  return isAnyCapital(charAt(scanner.text, scanner.at));
}
