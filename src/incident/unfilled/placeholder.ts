import { english, folded, perLanguage, textWords, unaccented, wordTable, wordTree } from "../../language";
import type { Lexicon } from "../../language";
import {
  Scanner,
  charAt,
  hasDigit,
  holdsAny,
  isAnyLetter,
  isAnyLetterOrDigit,
  isLetter,
  isMadeOf,
  matchesOf,
  partsBetween,
  withoutEnding,
  withoutTail,
  isCapital,
  isWordly,
  withoutEnd,
} from "../../base";
import type { Span } from "../../base";

/** List, quote and emphasis marks that may stand before the words of a line. */
const leadMarks = ">*_=~|\"'(-";

/** Words in capitals that announce a text to come. `TODO` and `XXX` also occur in prose, so their place decides. */
const marker = /\b(?:TODO|XXX|TBD|TBC|TBA|FIXME)\b/g;

/** The words of a language. */
const readers = perLanguage(({ placeholders }) => {
  const common = new Set(placeholders.common.map(folded));
  return {
    // What people type where an answer should stand; only as the whole of a line, cell or labelled value.
    filler: wordTree(placeholders.filler.filter((word) => !common.has(folded(word)))),
    isTodo: !common.has("todo"),
    date: wordTree(placeholders.date),
    dates: new Set(placeholders.date),
    // What they begin with: most lines hold none of these.
    dateLeads: [...new Set(placeholders.date.map((word) => word.slice(0, 2)))],
    formats: wordTable(placeholders.formats),
    request: wordTree(placeholders.request),
    asked: new Set(placeholders.asked.map(folded)),
    pointers: new Set(placeholders.pointers.map(folded)),
    withheld: wordTable(placeholders.withheld),
  };
});
type Reader = ReturnType<typeof readers>;

/** What stands where a text should, in any language. */
const dummy = "lorem ipsum";

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
function pointsOut(inner: string, { pointers }: Pick<Reader, "pointers">): boolean {
  return pointers.has(folded(inner.split(" ", 1)[0] ?? ""));
}

/** What may stand behind something that is all that a line, a cell or a labelled value says. */
const behind = "*_=~|\"'.)";

/**
 * The first placeholder in one line, cell or value, in offsets of `text`; null when it is filled in.
 * The text is prose: code, links and comments are masked or left out before.
 */
export function placeholderIn(text: string, language: Lexicon = english): Span | null {
  const reader = readers(language);
  const scanner = new Scanner(text);
  takeLead(scanner, leadMarks);
  const start = scanner.at;
  const plain = unaccented(text);
  const end = start + withoutEnd(text.slice(start), " \t\r*_=~|\"')").length;
  const bareEnd = start + withoutEnd(text.slice(start, end), ".!").length;
  if (isFiller(plain.slice(start, end), reader)) return { start, end };
  const bare = plain.slice(start, bareEnd);
  if (isFiller(bare, reader) || bare.toLowerCase() === "nope") return { start, end: bareEnd };
  const found = [
    labelled(text, plain, { start, end }, reader),
    markerIn(text, start, reader.isTodo),
    dateTemplateIn(text, plain, reader),
    firstOf(text, "{{", takeVariable),
    firstOf(text, "<%", takeScript),
    firstOf(plain, "[", (scanner) => takeRequest(scanner, reader)),
    dummyIn(plain),
    firstOf(text, "<", (scanner) => takeBracket(scanner, reader)),
    slotIn(text, reader),
  ];
  return found.reduce(
    (first, span) => (span !== null && (first === null || span.start < first.start) ? span : first),
    null,
  );
}

/** The first place that begins so and is taken. */
function firstOf(text: string, opening: string, take: (scanner: Scanner) => boolean): Span | null {
  for (let start = text.indexOf(opening); start >= 0; start = text.indexOf(opening, start + 1)) {
    const scanner = new Scanner(text, start);
    if (take(scanner)) return { start, end: scanner.at };
  }
  return null;
}

function dummyIn(plain: string): Span | null {
  const start = folded(plain).indexOf(dummy);
  return start < 0 ? null : { start, end: start + dummy.length };
}

/** Goes over marks, blanks, task boxes and numbers of lists. */
function takeLead(scanner: Scanner, marks: string): void {
  for (;;) {
    scanner.over((char) => isMadeOf(char, marks));
    const next = scanner.fork();
    const isMark = next.digits(1, 4) === "" ? takeBox(next) : next.sign(".)") !== "";
    if (!isMark || !next.blank()) return;
    scanner.at = next.at;
  }
}

/** `[x]` */
function takeBox(scanner: Scanner): boolean {
  return scanner.sign("[") !== "" && scanner.over((char) => char !== "\n", 1, 1) !== "" && scanner.sign("]") !== "";
}

/** `TBD`, `(to be done)`, `xxx`, `??`, `...` */
function isFiller(plain: string, { filler }: Reader): boolean {
  if (isWhole(plain, filler)) return true;
  const inner = plain.slice(plain.startsWith("(") ? 1 : 0, plain.endsWith(")") ? -1 : plain.length);
  return (
    isWhole(inner, filler) ||
    inner === "..." ||
    inner === "…" ||
    (inner.length > 2 && withoutEnd(inner, "xX") === "") ||
    (inner.length > 1 && withoutEnd(inner, "?") === "")
  );
}

function isWhole(text: string, words: Reader["filler"]): boolean {
  return words.at(text, 0)?.end === text.length;
}

const longestLabel = 60;

/** `Revenue impact: tbd`: the filler after a label, where words stand in the text; `plain` is that without accents. */
function labelled(text: string, plain: string, words: Span, reader: Reader): Span | null {
  const colon = firstColon(plain.slice(words.start, Math.min(words.end, words.start + longestLabel + 2)));
  if (colon <= 0 || hasDigit(text.charAt(words.start + colon - 1))) return null;
  const scanner = new Scanner(text.slice(0, words.end), words.start + colon + 1);
  takeMarks(scanner, "*_");
  const start = scanner.at;
  const value = plain.slice(start, words.end);
  if (isFiller(value, reader)) return { start, end: words.end };
  const bare = withoutEnd(value, ".!");
  return isFiller(bare, reader) ? { start, end: start + bare.length } : null;
}

/** Offset of the first colon of a text on its first line, or -1. */
function firstColon(plain: string): number {
  const colon = plain.indexOf(":");
  const lineBreak = plain.indexOf("\n");
  return lineBreak >= 0 && lineBreak < colon ? -1 : colon;
}

/** Goes over what may stand between a label and its value. */
function takeMarks(scanner: Scanner, marks: string): void {
  scanner.over((char) => isMadeOf(char, marks), 0, 8);
}

function markerIn(text: string, wordsStart: number, isTodo: boolean): Span | null {
  for (const match of matchesOf(marker, text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(0, start).trimEnd().slice(-1);
    const isAnnounced = announces(text, end);
    if (match[0] === "TODO" && !isTodo && !isAnnounced) continue;
    if (isOfName(text.charAt(start - 1)) || goesOnAsName(text, end)) continue;
    const mayBeProse = match[0] === "TODO" || match[0] === "XXX";
    if (!mayBeProse || start === wordsStart || isAnnounced || holdsAny(before, ":([|=–—-")) return { start, end };
  }
  return null;
}

/** Whether a colon or a bracket stands behind a word. */
function announces(text: string, at: number): boolean {
  const scanner = new Scanner(text, at);
  scanner.blank();
  return scanner.isAt(":(");
}

/** Before a marker these make it a part of a name: `#TODO`, `src/TODO`. */
function isOfName(char: string): boolean {
  return isWordly(char) || holdsAny(char, "#/.@-");
}

/** Whether what stands before an offset goes on as a name: `TODO.md`, `TODO-list`. */
function goesOnAsName(text: string, at: number): boolean {
  const next = text.charAt(at);
  return holdsAny(next, "-_/") || (next === "." && isWordly(text.charAt(at + 1)));
}

/** `YYYY-MM-DD`, but not where a line speaks of formats. */
function dateTemplateIn(text: string, plain: string, { date, dateLeads, dates, formats }: Reader): Span | null {
  if (!dateLeads.some((lead) => text.includes(lead))) return null;
  for (let start = 0; start < text.length; start++) {
    const end = date.at(plain, start)?.end ?? start;
    if (end === start || !dates.has(text.slice(start, end))) continue;
    if (isWordly(text.charAt(start - 1)) || isLetter(text.charCodeAt(end))) continue;
    return formats.isIn(textWords(folded(text))) ? null : { start, end };
  }
  return null;
}

/** Goes over a variable of a template, `{{title}}`; a value that somebody typed between the braces is none. */
function takeVariable(scanner: Scanner): boolean {
  scanner.literal("{{");
  scanner.blanks(3);
  if (!scanner.isLetter()) return false;
  scanner.over((char) => isWordly(char) || "+-".includes(char), 1, 41);
  if (scanner.sign(".:") !== "") scanner.upTo("{}\n", 60);
  scanner.blanks(3);
  return scanner.literal("}}");
}

/** Goes over a variable of a template as Templater writes it, `<% tp.file.title %>`. */
function takeScript(scanner: Scanner): boolean {
  scanner.literal("<%");
  return scanner.upTo("%\n", 200) !== "" && scanner.literal("%>");
}

/** Goes over what a template asks for in square brackets, `[insert a summary]`. */
function takeRequest(scanner: Scanner, { request }: Reader): boolean {
  scanner.sign("[");
  if (request.take(scanner) === undefined) return false;
  scanner.upTo("[]\n", 80);
  return scanner.sign("]") !== "" && !scanner.isAt("([:");
}

/** Goes over `<service name>`, and single words that templates ask for and HTML has no element of. */
function takeBracket(scanner: Scanner, reader: Reader): boolean {
  const before = scanner.text.charAt(scanner.at - 1);
  if (before !== "" && !isMadeOf(before, "([:\"'|*_,")) return false;
  scanner.sign("<");
  const { at } = scanner;
  if (scanner.over(isAnyLetter, 1, 1) === "") return false;
  scanner.over(isOfWords, 0, 60);
  const inner = scanner.text.slice(at, scanner.at);
  if (scanner.sign(">") === "") return false;
  const next = scanner.text.charAt(scanner.at);
  const asks = holdsAny(inner, " _-")
    ? !(inner.includes(" ") && (isMarkup(inner) || pointsOut(inner, reader)))
    : reader.asked.has(folded(inner));
  return asks && !isWordly(next) && next !== "-" && !scanner.text.includes(`</${inner.split(" ", 1)[0] ?? inner}`);
}

/** A character of words between angle brackets. */
function isOfWords(char: string): boolean {
  return isAnyLetterOrDigit(char) || "_' -".includes(char);
}

/** Marks that templates put around a name, what the name may begin with and go on with, and how long it is. */
interface SlotMarks {
  readonly open: string;
  readonly close: string;
  readonly begins: (char: string) => boolean;
  readonly goesOn: (char: string) => boolean;
  readonly least: number;
  readonly most: number;
}

const braced = {
  close: "}",
  begins: (char: string) => isLetter(char.charCodeAt(0)),
  goesOn: (char: string) => isWordly(char) || "' -".includes(char),
  least: 1,
  most: 61,
};
const inCapitals = {
  begins: isCapital,
  goesOn: (char: string) => isCapital(char) || "_ ".includes(char),
  least: 2,
  most: 61,
};
const angled: SlotMarks = { open: "<", close: ">", begins: isAnyLetter, goesOn: isOfWords, least: 1, most: 61 };
const squared: SlotMarks = {
  open: "[",
  close: "]",
  begins: isAnyLetter,
  goesOn: (char) => !"[]\n".includes(char),
  least: 2,
  most: 81,
};
const underlined: SlotMarks = { ...inCapitals, open: "__", close: "__" };
const isQuotable = (char: string): boolean => !"‹›\n".includes(char);
const slots: readonly SlotMarks[] = [
  { ...braced, open: "${" },
  { ...braced, open: "{" },
  { ...inCapitals, open: "%", close: "%" },
  underlined,
  angled,
  { open: "‹", close: "›", begins: isQuotable, goesOn: isQuotable, least: 1, most: 60 },
  squared,
];

/** A name between marks that templates put around it. */
interface Slot extends Span {
  readonly inner: string;
  readonly marks: SlotMarks;
}

/** The slot that begins at an offset: `${service}`, `%SERVICE%`, `__SERVICE__`, `<service>` or `[service]`. */
function slotAt(text: string, start: number): Slot | null {
  const marks = slots.find(({ open }) => text.startsWith(open, start));
  if (marks === undefined) return null;
  const { open, close, least, most } = marks;
  const from = start + open.length;
  const reach = text.slice(from, from + most + close.length);
  for (let length = reach.indexOf(close, least); length >= 0; length = reach.indexOf(close, length + 1)) {
    const inner = reach.slice(0, length);
    const end = from + length + close.length;
    if (!isNamed(inner, marks)) return null;
    if (!isBeforeName(text.charAt(end))) return { start, end, inner, marks };
  }
  return null;
}

function isNamed(inner: string, { begins, goesOn }: SlotMarks): boolean {
  const scanner = new Scanner(inner);
  scanner.over(begins, 1, 1);
  return scanner.at > 0 && scanner.over(goesOn).length === inner.length - charAt(inner, 0).length;
}

/** Whether a slot with this behind it is a part of something else: of a path, a call, a link. */
function isBeforeName(char: string): boolean {
  return isWordly(char) || holdsAny(char, "/\\%{(:]");
}

/** The words of a template's slot stand for a value where they are all that a value says, or what templates ask for. */
function slotIn(text: string, reader: Reader): Span | null {
  if (!slots.some(({ open }) => text.includes(open))) return null;
  for (let at = 0; at < text.length; at++) {
    const slot = "{$%_<‹[".includes(text.charAt(at)) ? slotAt(text, at) : null;
    if (slot === null) continue;
    if (isOpenSlot(text, slot, reader)) return { start: slot.start, end: slot.end };
    at = slot.end - 1;
  }
  return null;
}

function isOpenSlot(text: string, { start, end, inner, marks }: Slot, { asked, pointers, withheld }: Reader): boolean {
  const isAsked = (word: string): boolean => asked.has(word) || asked.has(withoutEnding(word, "s"));
  const words = partsBetween(folded(inner), "_-");
  const before = text.charAt(start - 1);
  // A part of a path, a call, or of marks of another kind.
  if (isWordly(before) || holdsAny(before, "/\\$%{[") || withheld.isIn(textWords(folded(inner)))) return false;
  if (marks !== squared && words.every(isAsked)) return true;
  if (marks === squared && !words.some(isAsked)) return false;
  if (marks === angled && (elements.has(words[0] ?? "") || pointsOut(inner, { pointers }))) return false;
  const lead = text.slice(0, start);
  // In bold, one word alone is a label.
  const isBehindLabel = holdsAny(withoutTail(lead, "*_").slice(-1), ":：");
  const isLabel = marks === underlined && !inner.includes("_") && !isBehindLabel;
  return !isLabel && isValueStart(lead) && isMadeOf(text.slice(end), behind);
}

/** Nothing but short groups of letters and what parts them. */
const shortGroups = /^(?:[A-Z]{1,4}(?![A-Z])|[\s:./-]){2,24}$/i;

/** Whether a text, such as that of an inline code, is nothing but a pattern of a date or a time: `YYYY-MM-DD HH:MM`. */
export function isDateTemplate(text: string, language: Lexicon): boolean {
  return shortGroups.test(text) && dateTemplateIn(text, unaccented(text), readers(language)) !== null;
}

/** Whether what stands in front of a place makes it the beginning of a line, a cell or a labelled value. */
export function isValueStart(lead: string): boolean {
  const scanner = new Scanner(lead);
  takeLead(scanner, `${leadMarks}#`);
  if (scanner.isDone()) return true;
  const label = scanner.upTo(":：\n", longestLabel);
  if ((label === "" && scanner.at === 0) || scanner.sign(":：") === "") return false;
  takeMarks(scanner, "*_\"'(");
  return scanner.isDone();
}
