import { anyOf, english, folded, perLanguage, unaccented } from "../../language";
import type { Lexicon } from "../../language";
import { matchesOf, holdsAny, isMadeOf, withoutEnding } from "../../base";
import type { Span } from "../../base";

/** List, quote, task and emphasis marks that may stand before the words of a line. */
const lead = /^(?:[\s>*_=~|"'(-]|\[.\]\s|\d{1,4}[.)]\s)*/;

/** Words in capitals that announce a text to come. `TODO` and `XXX` also occur in prose, so their place decides. */
const marker = /\b(?:TODO|XXX|TBD|TBC|TBA|FIXME)\b/g;

/** The words of a language. */
const readers = perLanguage(({ placeholders, id }) => {
  const common = new Set(placeholders.common.map(folded));
  const fillers = placeholders.filler.filter((word) => !common.has(folded(word)));
  const asked = new Set(placeholders.asked.map(folded));
  const dates = placeholders.date.map((word) => word.replaceAll(".", "\\."));
  return {
    isEnglish: id === "en",
    // What people type where an answer should stand; only as the whole of a line, cell or labelled value.
    filler: new RegExp(`^[(（]?(?:${anyOf(fillers)}|x{3,}|\\?{2,}|\\.{3}|…)[)）]?$`, "i"),
    isTodo: !common.has("todo"),
    date: new RegExp(`\\b(?:${dates.join("|")})(?![A-Za-z])`),
    request: new RegExp(`\\[${anyOf(placeholders.request)}[^\\][\\n]{0,80}\\](?![([:])`, "i"),
    asked,
    pointers: new Set(placeholders.pointers.map(folded)),
    withheld: new RegExp(`(?:^|[^a-z])${anyOf(placeholders.withheld)}`, "i"),
  };
});
const loneFiller = /^nope$/i;

/** Words of a line that speaks about a date format instead of leaving a date out. */
const aboutFormats = /\b(?:formats?|formatted|formatting|patterns?|pars(?:e|es|ed|ing)|layout)\b/i;

/**
 * A template variable, `{{title}}` or `<% tp.file.title %>`; a value that somebody typed between the braces is none.
 */
const variable = /\{\{\s{0,3}[A-Za-z][\w+-]{0,40}(?:[.:][^{}\n]{0,60})?\s{0,3}\}\}|<%[^%\n]{1,200}%>/;

/** `<service name>`, and single words that templates ask for and HTML has no element of. */
const bracket = /(^|[\s([:"'|*_,])<(\p{L}[\p{L}\p{N}_' -]{0,60})>(?![\w-])/gu;
/** HTML elements that no template asks for, and those that take attributes without a value. */
const elements: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo big blockquote br center cite code col colgroup dd del details dfn div dl dt em font h1 h2 h3 h4 h5 " +
    "h6 hr i img ins kbd li mark nav ol p path picture pre q rp rt ruby s samp small span strike strong sub sup svg tbody " +
    "td template tfoot th thead tr tt u ul wbr audio button dialog form iframe input option script select textarea track video"
  ).split(" "),
);
/** Attributes as HTML writes them without a value, beside `v-pre` and `data-x`. */
const attributes: ReadonlySet<string> = new Set(
  "hidden open async defer disabled checked inert controls autoplay loop muted nowrap required selected".split(" "),
);
const attributeLeads = ["v-", "data-", "aria-"];
/** So many words stand at most between the name of an element and such an attribute. */
const mostAttributes = 4;

/** Whether what stands between angle brackets is HTML, by its first word or an attribute that no words are. */
function isMarkup(inner: string): boolean {
  const [name = "", ...rest] = inner.toLowerCase().split(" ");
  return (
    elements.has(name) ||
    rest
      .slice(0, mostAttributes)
      .some((word) => attributes.has(word) || attributeLeads.some((lead) => word.startsWith(lead) && word !== lead))
  );
}

/** `<this file>`, as people write in prose. */
function pointsOut(inner: string, { pointers }: Pick<ReturnType<typeof readers>, "pointers">): boolean {
  return pointers.has(folded(inner.split(" ", 1)[0] ?? ""));
}

/**
 * A name between marks that templates put around it: `${service}`, `{service}`, `%SERVICE%`, `__SERVICE__`,
 * `<service>`, `‹service›`, `[service]`.
 */
const slot =
  /(?:\$?\{([A-Za-z][\w' -]{0,60})\}|%([A-Z][A-Z_ ]{1,60})%|__([A-Z][A-Z_ ]{1,60}?)__|<(\p{L}[\p{L}\p{N}_' -]{0,60})>|‹([^‹›\n]{1,60})›|\[(\p{L}[^\][\n]{1,80})\])(?![\w/\\%{(:\]])/gu;
/** What may stand before and behind something that is all that a line, a cell or a labelled value says. */
const before = /^(?:[\s>*_=~|"'(#-]|\[.\]\s|\d{1,4}[.)]\s)*(?:[^:：\n]{1,60}[:：][\s*_"'(]{0,8})?$/;
const behind = "*_=~|\"'.)";

/** Something that every placeholder has; most lines have none, and are done with one look. */
const anySign =
  /todo|xxx|tb[dca]|fixme|wip|\?\?|\.{3}|…|placeholder|coming soon|fill |to be |nope|hh:|xx:|yyyy|mm[-/.]|[{<%[‹][a-z{%\u00c0-\uffff]|__[a-z]|lorem/i;

/**
 * The first placeholder in one line, cell or value, in offsets of `text`; null when it is filled in.
 * The text is prose: code, links and comments are masked or left out before.
 */
export function placeholderIn(text: string, language: Lexicon = english): Span | null {
  const reader = readers(language);
  if (reader.isEnglish && !anySign.test(text)) return null;
  const { filler } = reader;
  const isFiller = (words: string): boolean => filler.test(unaccented(words));
  const start = lead.exec(text)?.[0].length ?? 0;
  const words = withoutEnd(text.slice(start), " \t\r*_=~|\"')");
  const bare = withoutEnd(words, ".!");
  if (isFiller(words)) return { start, end: start + words.length };
  if (isFiller(bare) || loneFiller.test(bare)) return { start, end: start + bare.length };
  const found = [
    labelled(words, start, isFiller),
    markerIn(text, start, reader.isTodo),
    dateTemplateIn(text, reader.date),
    firstMatch(variable, text),
    firstMatch(reader.request, unaccented(text)),
    firstMatch(/\blorem ipsum\b/i, text),
    bracketIn(text, reader),
    slotIn(text, reader),
  ];
  return found.reduce(
    (first, span) => (span !== null && (first === null || span.start < first.start) ? span : first),
    null,
  );
}

/** A text without the marks at its end. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** `Revenue impact: tbd`: the filler after a label; `at` is where the words stand in the text. */
function labelled(words: string, at: number, isFiller: (words: string) => boolean): Span | null {
  const label = /^[^:：\n]{0,60}[^:：\d\n][:：][\s*_]{0,8}/.exec(words)?.[0];
  if (label === undefined) return null;
  const value = words.slice(label.length);
  const length = isFiller(value) ? value.length : withoutEnd(value, ".!").length;
  return isFiller(value.slice(0, length)) ? { start: at + label.length, end: at + label.length + length } : null;
}

function markerIn(text: string, wordsStart: number, isTodo: boolean): Span | null {
  for (const match of matchesOf(marker, text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(0, start).trimEnd().slice(-1);
    if (match[0] === "TODO" && !isTodo && !/^\s?[:(]/.test(text.slice(end, end + 2))) continue;
    if (/[\w#/.@-]/.test(text.charAt(start - 1)) || /^(?:[-_/]|\.\w)/.test(text.slice(end, end + 2))) continue;
    const mayBeProse = match[0] === "TODO" || match[0] === "XXX";
    if (
      !mayBeProse ||
      start === wordsStart ||
      /^\s?[:(]/.test(text.slice(end, end + 2)) ||
      holdsAny(before, ":([|=–—-")
    )
      return { start, end };
  }
  return null;
}

function dateTemplateIn(text: string, dateTemplate: RegExp): Span | null {
  return aboutFormats.test(text) ? null : firstMatch(dateTemplate, text);
}

function bracketIn(text: string, reader: Pick<ReturnType<typeof readers>, "asked" | "pointers">): Span | null {
  for (const match of matchesOf(bracket, text)) {
    const [all, before = "", inner = ""] = match;
    const asks = holdsAny(inner, " _-")
      ? !(inner.includes(" ") && (isMarkup(inner) || pointsOut(inner, reader)))
      : reader.asked.has(folded(inner));
    if (asks && !text.includes(`</${inner.split(" ", 1)[0] ?? inner}`))
      return { start: match.index + before.length, end: match.index + all.length };
  }
  return null;
}

/** The words of a template's slot stand for a value where they are all that a value says, or what templates ask for. */
function slotIn(
  text: string,
  { asked, pointers, withheld }: Pick<ReturnType<typeof readers>, "asked" | "pointers" | "withheld">,
): Span | null {
  for (const match of matchesOf(slot, text)) {
    const [all, braced, percent, underlined, angled, quoted, squared] = match;
    const inner = braced ?? percent ?? underlined ?? angled ?? quoted ?? squared ?? "";
    const span = { start: match.index, end: match.index + all.length };
    const isAsked = (word: string): boolean => asked.has(word) || asked.has(withoutEnding(word, "s"));
    const words = folded(inner).split(/[\s_-]+/);
    // A part of a path, a call, or of marks of another kind.
    if (/[\w/\\$%{[]/.test(text.charAt(span.start - 1)) || withheld.test(unaccented(inner))) continue;
    if (squared === undefined && words.every(isAsked)) return span;
    if (squared !== undefined && !words.some(isAsked)) continue;
    if (angled !== undefined && (elements.has(words[0] ?? "") || pointsOut(inner, { pointers }))) continue;
    const lead = text.slice(0, span.start);
    // In bold, one word alone is a label.
    if (underlined?.includes("_") === false && !/[:：][\s*_]{0,8}$/.test(lead)) continue;
    if (before.test(lead) && isMadeOf(text.slice(span.end), behind)) return span;
  }
  return null;
}

/** Nothing but short groups of letters and what parts them. */
const shortGroups = /^(?:[A-Z]{1,4}(?![A-Z])|[\s:./-]){2,24}$/i;

/** Whether a text, such as that of an inline code, is nothing but a pattern of a date or a time: `YYYY-MM-DD HH:MM`. */
export function isDateTemplate(text: string, language: Lexicon): boolean {
  return shortGroups.test(text) && readers(language).date.test(text);
}

/** Whether what stands in front of a place makes it the beginning of a line, a cell or a labelled value. */
export function isValueStart(lead: string): boolean {
  return before.test(lead);
}

function firstMatch(pattern: RegExp, text: string): Span | null {
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
