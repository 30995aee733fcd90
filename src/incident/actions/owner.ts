import { english, folded, lastWords, perLanguage, phraseWords, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import { matchesOf, withoutTail, hasDigit, hasLetter, isMadeOf } from "../../base";
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
const nobody = /^(?:\?+|[-–—]+|…|\.{3})?$/;

const handle = /(?:^|[^\w@./\\-])@([A-Za-z][\w.-]{0,60}(?:\/[A-Za-z][\w.-]{0,60})?)/g;
const emphasis = String.raw`[*_\s]{0,6}`;
const plainOwner = String.raw`\p{L}[\p{L}\p{N}'’_-]*(?: \p{Lu}[\p{L}\p{N}'’-]*){0,3}(?: team)?`;

/** The words of a language. */
const readers = perLanguage(({ actions }) => {
  const introduction = `(?:${actions.owner.flatMap(inCases).join("|")})`;
  return {
    nobody: new Set(actions.nobody.map(folded)),
    things: wordTable(actions.things),
    // At the end of what stands before the owner.
    introduced: new RegExp(
      String.raw`(?:^|[^\p{L}\p{N}*_])([*_]{0,3}${introduction}${emphasis}[:：]?${emphasis})$`,
      "u",
    ),
    inWords: new RegExp(
      String.raw`(?:^|[^\p{L}\p{N}*_])([*_]{0,3}(?:${introduction}${emphasis}[:：]${emphasis}|(?:[Aa]ssigned to|[Oo]wned by) (?:the )?(?=\p{Lu})))` +
        String.raw`(${plainOwner}(?:(?:, | and | & |\/)(?=\p{Lu})${plainOwner}){0,9})`,
      "gu",
    ),
    // Something that every introduction has.
    mayIntroduce: new RegExp(actions.owner.join("|"), "iu"),
  };
});

/** A word as it stands within a sentence, at its beginning and in capitals; abbreviations only in capitals. */
function inCases(word: string): readonly string[] {
  if (word === word.toUpperCase()) return [word];
  return [word.toLowerCase(), word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(), word.toUpperCase()];
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
    return { owners: fields.flatMap(fieldOwners).filter((owner) => isSomebody(owner, language)), spans: [] };
  if (text.links.length === 0 && !text.masked.includes("@") && !readers(language).mayIntroduce.test(text.masked))
    return { owners: [], spans: [] };
  const bare = withoutSpans(text, [...marks.spans, ...text.asides, ...text.tags.map((tag) => tag.span)]);
  const mentions = [...linkMentions(text), ...handleMentions(text, bare)].sort((a, b) => a.span.start - b.span.start);
  const apart = groupsOf(mentions, text.start, bare).flatMap(
    (group) => standingApart(group, text, bare, { isPerson, language }) ?? [],
  );
  const certain = [...apart, ...namesInWords(text, bare, language)];
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
  const owners = mentions.length > 0 ? mentions : listedNames(text.source).map((name) => ({ name, span }));
  return owners.filter((owner) => isSomebody(owner, language));
}

function isSomebody(owner: Owner, language: Lexicon): boolean {
  return !nobody.test(owner.name) && !readers(language).nobody.has(folded(owner.name.trim()));
}

function fieldOwners({ value, valueSpan: span }: InlineField): readonly Owner[] {
  return listedNames(value).map((name) => ({ name, span }));
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
  return matchesOf(handle, bare).map((match) => {
    const name = withoutTail(match[1] ?? "", ".-");
    const start = text.start + match.index + match[0].indexOf("@");
    return { name, span: { start, end: start + 1 + name.length }, target: null };
  });
}

const joint = /^(?:[\s,;&/+]|and)*$/;

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
    if (last && joint.test(bare.slice(end - base, mention.span.start - base))) last.push(mention);
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
  const beforeGroup = bare.slice(Math.max(0, groupStart - base - 40), groupStart - base);
  const { mayIntroduce, introduced } = readers(language);
  const lead = mayIntroduce.test(beforeGroup) ? introduced.exec(beforeGroup)?.[1] : undefined;
  if (lead !== undefined) return { owners: group, spans: spansOf(group, text, groupStart - lead.length, groupEnd) };
  const first = group.findIndex((mention) => maybePerson(mention, isPerson, language));
  const start = group[first]?.span.start;
  // "Update [[API Runbook]] [[Ada]]": the runbook belongs to the sentence, Ada does not.
  const owners = group.slice(first);
  if (start === undefined || !owners.every((mention) => maybePerson(mention, isPerson, language))) return null;
  const before = bare.slice(0, start - base);
  const opens = isMadeOf(before, "*_(");
  const closes = isMadeOf(after, "*_.)]");
  if (opens && !closes && !/^['’]s\b/.test(after))
    return {
      owners,
      spans: spansOf(
        owners,
        text,
        base,
        groupEnd + (/^[*_]*\s*(?:[:–—-]|(?:to|will)\b)?/.exec(after)?.[0].length ?? 0),
      ),
    };
  if (!closes || opens) return null;
  if (!/[\p{L}\p{N}]/u.test(before.trimEnd().slice(-1)))
    return { owners, spans: spansOf(owners, text, start, groupEnd) };
  const words = first > 0 ? [] : (before.match(/[\p{L}\p{N}]+/gu) ?? []);
  const [verb = "", last = ""] = ["", ...words].slice(-2).map((word) => word.toLowerCase());
  // "Update [[Deployment]]", "review and update [[Deployment]]": a link can be what is done something with.
  const object =
    owners.some((mention) => mention.target !== null) &&
    (words.length === 1 || (verbs.has(last) && beforeVerb.has(verb)));
  return object || tying.has(last) ? null : { owners, spans: spansOf(owners, text, start, groupEnd) };
}

/** The places of owners from `start` to `end`, with the commas between them but without tags that stand there. */
function spansOf(owners: readonly Owner[], text: ActionText, start: number, end: number): readonly Span[] {
  return owners.map(({ span }, index) => {
    const previous = owners[index - 1]?.span.end;
    const joined =
      previous !== undefined && joint.test(text.masked.slice(previous - text.start, span.start - text.start));
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
  const words = name.split(/[\s._-]+/);
  const acronym = words.length > 1 && words.some((word) => /^[A-Z]{2,}$/.test(word));
  return (
    words.length <= 4 && name.length <= 40 && hasLetter(name) && !hasDigit(name) && !acronym && !isThing(name, language)
  );
}

/** Whether a name is that of a thing, by its last word: "Checkout runbook". */
function isThing(name: string, language: Lexicon): boolean {
  return readers(language).things.ending(lastWords(phraseWords(name.replaceAll("-", " ")))) !== null;
}

/** Names behind "owner:" that are neither link nor handle. */
function namesInWords(text: ActionText, bare: string, language: Lexicon): readonly Owners[] {
  const { mayIntroduce, inWords } = readers(language);
  if (!mayIntroduce.test(bare)) return [];
  return matchesOf(inWords, bare).map((match) => {
    const [whole, lead = "", names = ""] = match;
    const end = text.start + match.index + whole.length;
    const span = { start: end - names.length, end };
    const owners = names.split(/, | and | & |\//).map((name) => ({ name: name.replace(/^the /i, ""), span }));
    return { owners, spans: [{ start: span.start - lead.length, end }] };
  });
}
