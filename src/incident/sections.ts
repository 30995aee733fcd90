import type { LanguageSigns, SectionName, TextWords } from "../language";
import {
  english,
  folded,
  isEastAsian,
  languages,
  perLanguage,
  phraseTable,
  phraseWords,
  spellings,
  textWords,
  unaccented,
  wordTable,
} from "../language";
import { sectionEnds } from "../note";
import type { Heading, Note } from "../note";
import type { Span } from "../base";
import {
  Latest,
  Memory,
  Scanner,
  hasDigit,
  charAt,
  hasLetter,
  holdsAny,
  isAnyCapital,
  isAnyLetter,
  isWhitespace,
  leadLength,
  once,
  plainWords,
  withoutRemarks,
} from "../base";
import { takeEmoji } from "./emoji";
import { languageOf } from "./language";
import type { SectionId, Settings } from "../settings";
import { isSection } from "../settings";

/** A section that the settings know, with the heading or the label that it was recognised by. */
export interface PostmortemSection {
  readonly id: SectionId;
  /** Index in `note.headings`; null for a section below a label. */
  readonly heading: number | null;
  /** What the heading or label says, and where. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Heading to the next equal or higher heading; label to the next label or heading. */
  readonly span: Span;
  /** The section without its heading line. */
  readonly body: Span;
}

/**
 * The sections of a note that the settings know, in the order of the text.
 *
 * A section may occur twice; but a heading inside a section of the same id, such as "Customer
 * impact" under "Impact", is part of that section. Headings in quotes and lists do not count.
 *
 * @param memory Keeps the names of the sections ready for the next note.
 */
export function findSections(note: Note, settings: Settings, memory = new Memory()): readonly PostmortemSection[] {
  const found = sectionsOfHeadings(note, settings, memory, 0);
  const own = found[0]?.heading === 0 && hasTitle(note) ? sectionsOfHeadings(note, settings, memory, 1) : found;
  // Of a title that names the only section there is, the note is that section.
  const isTitle = own.some(({ id }) => id !== found[0]?.id);
  const named = withLabels(note, isTitle ? withSummary(note, own, found[0]) : found, (label) =>
    sectionIdOf(label, settings, memory),
  );
  return withHinted(note, named, settings);
}

/** The sections with what stands right below a title such as "Executive Summary", where no other heading names that. */
function withSummary(
  note: Note,
  own: readonly PostmortemSection[],
  title: PostmortemSection | undefined,
): readonly PostmortemSection[] {
  if (title === undefined || own[0] === title || !isSection(title.id, "what-happened")) return own;
  const end = note.headings[1]?.span.start ?? note.text.length;
  const isEmpty = note.text.slice(title.body.start, end).trim() === "";
  if (isEmpty || own.some(({ id }) => id === title.id)) return own;
  return [{ ...title, span: { ...title.span, end }, body: { ...title.body, end } }, ...own];
}

/** What words of a heading hint at: the headings of a language are too many to list. */
const hints = perLanguage(({ sectionWords }: LanguageSigns) =>
  phraseTable(
    Object.entries(sectionWords).flatMap(([name, words]) => words.map((word): [string, string] => [word, name])),
  ),
);

/** The name of the section that words of a heading hint at; null for none or several, and for an event. */
function hintIn(words: TextWords, signs: LanguageSigns): string | null {
  if (hasDigit(words.text)) return null;
  const [name = null, ...others] = hints(signs)
    .find(words)
    .map(({ value }) => value);
  return others.every((other) => other === name) ? name : null;
}

/** The listed headings of two words and more that others begin with, English ones too: "Action items del equipo". */
const beginnings = perLanguage(({ sections, sectionWords }: LanguageSigns) => {
  // "Por qué" may begin anything.
  const single = new Set(Object.values(sectionWords).flatMap((words) => words.map(folded)));
  return phraseTable(
    [sections, english.sections].flatMap((listed) =>
      Object.entries(listed).flatMap(([name, headings]) =>
        headings
          .filter((heading) => heading.includes(" ") && !single.has(folded(heading)))
          .map((heading): [string, string] => [`^${heading}`, name]),
      ),
    ),
  );
});

/**
 * The sections with those that no known heading names, but one that begins with such a name, or else one whose words
 * hint at it: "Wie der Ablauf war". It stands in no other section and holds none, and is no title and no event.
 */
function withHinted(note: Note, found: readonly PostmortemSection[], settings: Settings): readonly PostmortemSection[] {
  const { language } = languageOf(note, settings);
  const signs = languages.find(({ id }) => id === language.id);
  if (signs === undefined) return found;
  const ids = new Map<string, SectionId>(settings.sections.map(({ id }) => [id, id]));
  for (const { id } of found) ids.delete(id);
  // In English a heading that begins with a name may be of anything: "What happened to the backups".
  const isBegun = signs.id !== "en";
  const begun = isBegun
    ? withThose(note, found, (words) => ids.get(beginnings(signs).find(words)[0]?.value ?? ""))
    : found;
  for (const { id } of begun) ids.delete(id);
  return withThose(note, begun, (words) => {
    const id = ids.get(hintIn(words, signs) ?? "");
    if (id !== undefined) ids.delete(id);
    return id;
  });
}

/** The sections with those whose headings a function knows by their words. */
function withThose(
  note: Note,
  found: readonly PostmortemSection[],
  idOf: (words: TextWords) => SectionId | undefined,
): readonly PostmortemSection[] {
  const ends = sectionEnds(note);
  const more: PostmortemSection[] = [];
  let next = 0;
  let reach = 0;
  for (const [index, heading] of note.headings.entries()) {
    const { start } = heading.span;
    const end = ends[index]?.end ?? note.text.length;
    for (; (found[next]?.span.start ?? Infinity) < start; next++) reach = Math.max(reach, found[next]?.span.end ?? 0);
    const isApart = heading.root && start >= reach && (found[next]?.span.start ?? Infinity) >= end;
    if (!isApart || (index === 0 && hasTitle(note))) continue;
    const words = phraseWords(withoutNumber(undecorated(heading.text)));
    const id = words.length > longestHinted ? undefined : idOf(textWords(words));
    if (id === undefined) continue;
    reach = end;
    more.push(sectionBelow(heading, note.text, { id, index, end }));
  }
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.span.start - b.span.start);
}

/** UTF-16 units of a heading that names a section, and not an event. */
const longestHinted = 60;

/** The sections that headings name, from the one with this index on. */
function sectionsOfHeadings(
  note: Note,
  settings: Settings,
  memory: Memory,
  first: number,
): readonly PostmortemSection[] {
  const found: PostmortemSection[] = [];
  const ends = sectionEnds(note);
  const lastEnd = new Map<SectionId, number>();
  for (const [index, heading] of note.headings.entries()) {
    if (index < first) continue;
    const id = heading.root ? sectionIdOf(heading.text, settings, memory) : null;
    const end = ends[index]?.end ?? note.text.length;
    if (id === null || heading.span.start < (lastEnd.get(id) ?? 0)) continue;
    lastEnd.set(id, end);
    found.push(sectionBelow(heading, note.text, { id, index, end }));
  }
  return found;
}

/** The section of a heading with this index, up to an offset. */
function sectionBelow(
  heading: Heading,
  text: string,
  { id, index, end }: { readonly id: SectionId; readonly index: number; readonly end: number },
): PostmortemSection {
  return {
    id,
    heading: index,
    name: heading.text,
    nameSpan: heading.textSpan,
    span: { start: heading.span.start, end },
    body: { start: afterLine(text, heading), end },
  };
}

/** Those of the sections that are a built-in one. */
export function sectionsNamed(sections: readonly PostmortemSection[], name: SectionName): readonly PostmortemSection[] {
  return sections.filter(({ id }) => isSection(id, name));
}

/** "Incident RCA — 2026-05-29": the only heading of the first level, above all others, is the title of the note. */
function hasTitle(note: Note): boolean {
  const top = note.headings.filter(({ level, root }) => root && level === 1);
  return top.length === 1 && top[0] === note.headings[0];
}

const bold = ["**", "__"];

/** A label that begins a line: `**Summary:** The cache was down.`, `■ 原因` */
interface Label {
  readonly name: string;
  readonly start: number;
  /** Behind the label, its marks and its colon. */
  readonly end: number;
  /** Whether nothing else stands on its line. */
  readonly isAlone: boolean;
}

function takeBold(scanner: Scanner): boolean {
  return bold.some((mark) => scanner.literal(mark));
}

/** The words of a paragraph that may be a label without any marks: `Timeline:` on a line of its own. */
function loneLabel(paragraph: string): string {
  const isLabel = holdsAny(paragraph.slice(-1), ":：") && paragraph.length <= longestLone;
  return !isLabel || holdsAny(paragraph, "\n.!*_") ? "" : paragraph;
}

/** The first line of a paragraph where it may be a heading that lost its marks; `TODO` is none. */
function bareLabel(paragraph: string): string {
  const line = paragraph.slice(0, nextLine(paragraph, 0)).trimEnd();
  const isName = line.length <= longestLone && !holdsAny(line, ".,;:：!*_`[|") && !hasDigit(line);
  return isName && isAnyCapital(charAt(line, 0)) && line !== line.toUpperCase() ? line : "";
}

const longestLone = 40;

/** The bold label at the beginning of a line. */
function boldLabelAt(text: string, lineStart: number): Label | null {
  const scanner = new Scanner(text, lineStart);
  if (!takeBold(scanner)) return null;
  const start = scanner.at;
  const words = scanner.upTo("*_\n", 60);
  if (words.length < 2 || !takeBold(scanner)) return null;
  scanner.run(" \t", 4);
  scanner.sign(":");
  const { at: end } = scanner;
  scanner.run(" \t\r");
  const isAlone = scanner.isDone() || scanner.isAt("\n");
  return { name: words.endsWith(":") ? words.slice(0, -1).trimEnd() : words, start, end, isAlone };
}

/** What marks a heading in the letters and notices of East Asia: `■ 原因`, `【原因】`, `三、原因`, `３．原因`. */
const ornaments = "■□◆◇●○◎▼▽▲△★☆";
const brackets = ["【】", "＜＞", "〈〉", "《》", "［］"];
const lineNumbers = "一二三四五六七八九１２３４５６７８９";

/** The label with such a mark at the beginning of a line; without brackets nothing follows but what a colon parts. */
function ornamentedLabelAt(text: string, lineStart: number): Label | null {
  const scanner = new Scanner(text, lineStart);
  const isOrnamented = scanner.run(ornaments, 2) !== "";
  scanner.run(" \u3000", 2);
  const pair = brackets.find((signs) => scanner.isAt(signs.charAt(0)));
  if (pair === undefined && !isOrnamented && !scanner.isAt(lineNumbers)) return null;
  if (pair !== undefined) scanner.sign(pair);
  const start = scanner.at;
  const name = scanner.upTo(pair ?? ":：\n", longestLone).trimEnd();
  const isWhole = scanner.isDone() || scanner.isAt("\n");
  if (pair === undefined ? !isWhole && !scanner.isAt(":：") : scanner.sign(pair.charAt(1)) === "") return null;
  scanner.sign(":：");
  return { name, start, end: scanner.at, isAlone: false };
}

function labelAt(text: string, lineStart: number): Label | null {
  return boldLabelAt(text, lineStart) ?? ornamentedLabelAt(text, lineStart);
}

/**
 * The sections with those that labels begin, as in notes that have no headings for them: bold or ornamented ones, those
 * with a colon on a line of their own, and bare ones. They stand outside of what a known heading holds, are of an id
 * that no heading names, and at least two in a note, but one that is bold and alone on its line, or right above a list.
 */
function withLabels(
  note: Note,
  found: readonly PostmortemSection[],
  idOf: (label: string) => SectionId | null,
): readonly PostmortemSection[] {
  const named = new Set(found.map(({ id }) => id));
  const labels: { id: SectionId; name: string; nameSpan: Span; start: number; bodyStart: number }[] = [];
  let isSure = false;
  let next = 0;
  let held = 0;
  for (const [index, { type, span }] of note.sections.entries()) {
    for (; (found[next]?.span.start ?? span.end) < span.start; next++)
      held = Math.max(held, found[next]?.span.end ?? 0);
    if (type !== "paragraph" || span.start < held) continue;
    const add = (name: string, start: number, nameStart: number, bodyStart: number): boolean => {
      const id = name === "" ? null : idOf(name);
      if (id === null || named.has(id) || labels.some((other) => other.id === id)) return false;
      labels.push({ id, name, nameSpan: { start: nameStart, end: nameStart + name.length }, start, bodyStart });
      return true;
    };
    const paragraph = note.text.slice(span.start, span.end);
    const lone = loneLabel(paragraph);
    const bare = lone === "" ? bareLabel(paragraph) : "";
    const list = note.sections[index + 1];
    const isAbove = list?.type === "list" && nextLine(note.text, span.end) === list.span.start;
    add(lone, span.start, span.start, span.end);
    if (add(bare, span.start, span.start, span.start + bare.length) && isAbove) isSure = true;
    for (let line = span.start; line < span.end; line = nextLine(note.text, line)) {
      const label = labelAt(note.text, line);
      if (label !== null && add(label.name, line, label.start, label.end) && label.isAlone) isSure = true;
    }
  }
  if (labels.length < 2 && !isSure) return found;
  const sections = labels.map(({ id, name, nameSpan, start, bodyStart }, index): PostmortemSection => {
    const heading = note.headings.find(({ root, span }) => root && span.start > start)?.span.start;
    const end = Math.min(labels[index + 1]?.start ?? note.text.length, heading ?? note.text.length);
    return { id, heading: null, name, nameSpan, span: { start, end }, body: { start: bodyStart, end } };
  });
  return [...found, ...sections].sort((a, b) => a.span.start - b.span.start);
}

/** Where the line begins that follows the one at an offset; the length of the text for the last one. */
function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

/** What the settings call their sections, and the headings that were looked up in them. */
interface SectionNames {
  readonly ids: ReadonlyMap<string, SectionId>;
  /** Those of the settings alone: what stands in brackets may be one, while "(pendiente)" is a remark. */
  readonly own: ReadonlyMap<string, SectionId>;
  readonly asked: Map<string, SectionId | null>;
}

class NamesOfSettings extends Latest<Settings, SectionNames> {}

/** The same few headings stand in every postmortem; more than this are not worth their memory. */
const maxAsked = 1000;

/** The id of the section that a heading's text names, numbering and remarks aside; null for none. */
export function sectionIdOf(heading: string, settings: Settings, memory = new Memory()): SectionId | null {
  const names = memory.part(NamesOfSettings).get(settings, () => namesOf(settings));
  const { asked } = names;
  const known = asked.get(heading);
  if (known !== undefined) return known;
  const id = readSectionId(heading, names);
  if (asked.size >= maxAsked) asked.clear();
  asked.set(heading, id);
  return id;
}

/** A heading without what decorates it: emoji by name, HTML, ids in braces. */
export function undecorated(heading: string): string {
  if (!holdsAny(heading, ":<{")) return heading;
  let bare = "";
  const scanner = new Scanner(heading);
  while (!scanner.isDone()) {
    bare += scanner.upTo(":<{");
    bare += takeDecoration(scanner) ? " " : scanner.sign(":<{");
  }
  return bare.trim();
}

/** Goes over an emoji by its name, a tag of HTML, or an id or class in braces. */
function takeDecoration(scanner: Scanner): boolean {
  const next = scanner.fork();
  // `:3:` also stands in the number of a place.
  const take = next.isAt("<") ? takeTag : takeBraces;
  const isTaken = next.isAt(":") ? takeEmoji(next).length > 1 : take(next);
  if (isTaken) scanner.at = next.at;
  return isTaken;
}

/** `<br>`, `</a>` */
function takeTag(scanner: Scanner): boolean {
  scanner.sign("<");
  scanner.sign("/");
  if (!scanner.isLetter()) return false;
  scanner.upTo("<>\n", 301);
  return scanner.sign(">") !== "";
}

/** `{#id}`, `{.class}` */
function takeBraces(scanner: Scanner): boolean {
  if (scanner.sign("{") === "" || scanner.sign("#.") === "") return false;
  scanner.upTo("{}\n", 80);
  return scanner.sign("}") !== "";
}

const opening = "([（［【「";
const closing = ")]）］】」";

/** What stands in the first brackets of a heading, such as its translation; nothing longer than a name. */
function bracketed(heading: string): string {
  const scanner = new Scanner(heading);
  while (!scanner.isDone()) {
    scanner.upTo(opening);
    scanner.sign(opening);
    const inner = scanner.upTo(opening + closing, 60);
    if (inner.length > 1 && scanner.isAt(closing)) return inner;
  }
  return "";
}

function readSectionId(decorated: string, { ids: known, own }: SectionNames): SectionId | null {
  const heading = undecorated(decorated);
  // The whole heading first: a synonym may hold a colon or parentheses itself.
  const key = headingKey(heading);
  const whole = known.get(key) ?? known.get(withoutAffixes(key));
  if (whole !== undefined || !mayHoldMore(heading)) return whole ?? null;
  const bare = withoutRemarks(heading, "()[]（）【】「」");
  // "Action Items & Follow-ups" is what it names first.
  const ways = [bare, partsAt(heading, ":：(（【|·", "-–—")[0] ?? "", bare.slice(0, firstJoint(bare))];
  // "TOP 2: Timeline", "Part 3 – Impact"
  const [lead = "", next = ""] = partsAt(heading, ":：", "–—-");
  if (hasLetter(lead) && hasDigit(lead.trimEnd().slice(-1)) && lead.length <= longestNumber) ways.push(next);
  // "Zeitverlauf (Timeline)", "時系列 / Timeline"
  ways.push(...partsAt(bare, "/|｜", "–—-").slice(1, 3));
  const keys = ways.map(headingKey);
  const found = [...keys, ...keys.map(withoutAffixes)].map((name) => known.get(name)).find((id) => id !== undefined);
  return found ?? own.get(headingKey(bracketed(heading))) ?? null;
}

/** "Abschnitt 12" */
const longestNumber = 14;

/** The parts of a heading between some signs, and others that stand between blanks. */
function partsAt(heading: string, signs: string, betweenBlanks: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < heading.length; at++) {
    const isBetween = isWhitespace(heading.charCodeAt(at - 1)) && isWhitespace(heading.charCodeAt(at + 1));
    const parting = isBetween ? signs + betweenBlanks : signs;
    if (!parting.includes(heading.charAt(at))) continue;
    parts.push(heading.slice(start, at));
    start = at + 1;
  }
  return [...parts, heading.slice(start)];
}

function namesOf(settings: Settings): SectionNames {
  const own = new Map<string, SectionId>();
  for (const { id, heading, synonyms } of settings.sections) {
    for (const name of [heading, ...synonyms]) {
      const key = headingKey(name);
      if (key !== "" && !own.has(key)) own.set(key, id);
    }
  }
  const ids = new Map(own);
  // In other languages the sections of the same id are known by the names that are usual there.
  const byName = new Map<string, SectionId>(settings.sections.map(({ id }) => [id, id]));
  for (const { sections } of languages.slice(1)) {
    for (const [name, headings] of Object.entries(sections)) {
      const id = byName.get(name);
      if (id === undefined) continue;
      for (const heading of headings) {
        for (const spelling of spellings(heading)) {
          const key = headingKey(spelling);
          if (key !== "" && !ids.has(key)) ids.set(key, id);
        }
      }
    }
  }
  return { ids, own, asked: new Map() };
}

/** Signs and words between two things that one heading names, the words of any language. */
const jointSigns = "&/,";
const jointWords = once(() => wordTable(languages.flatMap(({ sectionJoints }) => sectionJoints)));

/** Where a heading goes on with a second thing that it names; its length where it names one only. */
function firstJoint(heading: string): number {
  const word = jointWords().find(textWords(folded(heading)))[0]?.start ?? heading.length;
  const sign = Array.from(jointSigns, (each) => heading.indexOf(each)).filter((at) => at >= 0);
  return Math.min(word, ...sign);
}

/** Whether something may stand beside the name of a section: a remark, a translation, a second name. */
function mayHoldMore(heading: string): boolean {
  return holdsAny(heading, `${opening}:：｜–—|·-`) || firstJoint(heading) < heading.length;
}

/** What says nothing of which section it is, in any language: the "of the incident" of "Timeline of the incident". */
const fillers = once(
  (): ReadonlySet<string> => new Set(languages.flatMap(({ sectionFillers }) => sectionFillers.map(folded))),
);

/** The same where words have no blanks between them, the longest first. */
const affixes = once(() =>
  [...fillers()].filter((word) => isEastAsian(word.charCodeAt(0))).sort((a, b) => b.length - a.length),
);

/** A name of a section has so many characters at least. */
const shortestName = 2;

/** A key without what goes before and behind a name where words have no blanks: `本次故障` and `分析` around `原因`. */
function withoutAffixes(key: string): string {
  const affixOf = (name: string, stands: (word: string) => boolean): number =>
    affixes().find((word) => name.length >= word.length + shortestName && stands(word))?.length ?? 0;
  let name = key;
  for (let before = -1; before !== 0; name = name.slice(before))
    before = affixOf(name, (word) => name.startsWith(word));
  for (let behind = -1; behind !== 0; name = name.slice(0, name.length - behind))
    behind = affixOf(name, (word) => name.endsWith(word));
  return name;
}

/** Numbers of East Asia, and what stands behind the number of a heading there. */
const asianDigits = "一二三四五六七八九十";
const asianEnds = "章节、．";

/** One of these stands at the beginning of every heading that has a number. */
const numberSigns = ".)、．0123456789第";
const wideDigits = "０１２３４５６７８９";

/** Goes over the number of a heading: "1.2 ", "iv) ", `一、`, `第3章`. */
function takeNumber(scanner: Scanner): void {
  if (!holdsAny(scanner.text.slice(0, 6), numberSigns)) return;
  const next = scanner.fork();
  const isTaken = next.run(asianDigits, 3) === "" ? takeOrdinal(next) || takeChapter(next) : next.sign("、.．") !== "";
  if (!isTaken) return;
  next.blanks();
  scanner.at = next.at;
}

/** "1.2", "3)", "iv.", "a)", and the blank behind. */
function takeOrdinal(scanner: Scanner): boolean {
  const next = scanner.fork();
  const isCoded = takeCode(next);
  const isNumber = isCoded || next.digits(1, Infinity) !== "";
  while (isNumber && next.isAtDigitBehind(".")) {
    next.sign(".");
    next.digits(1, Infinity);
  }
  const mark = isCoded ? "" : isNumber ? next.sign(".)") || takeKeycap(next) : takeLetters(next) && next.sign(".)");
  if (!isNumber && !mark) return false;
  // `1.概述` has no blank.
  if (next.blanks() === "" && !(mark !== "" && isEastAsian(next.text.charCodeAt(next.at)))) return false;
  scanner.at = next.at;
  return true;
}

/** "D4", "D5/D6": the steps of a method. */
function takeCode(scanner: Scanner): boolean {
  const next = scanner.fork();
  do if (next.letters(1, 1) === "" || next.digits(1, 2) === "") return false;
  while (next.sign("/") !== "");
  if (next.isAt(" ")) scanner.at = next.at;
  return scanner.at === next.at;
}

/** What makes a picture of a key of the digit before it. */
function takeKeycap(scanner: Scanner): string {
  const next = scanner.fork();
  next.sign("\ufe0f");
  const keycap = next.sign("\u20e3");
  if (keycap !== "") scanner.at = next.at;
  return keycap;
}

/** Roman digits, or one letter. */
function takeLetters(scanner: Scanner): boolean {
  return scanner.run("ivxIVX", 5) !== "" || scanner.letters(1, 1) !== "";
}

/** `第3章`, `3、` */
function takeChapter(scanner: Scanner): boolean {
  scanner.sign("第");
  return scanner.digits(1, 2) !== "" && scanner.sign(asianEnds) !== "";
}

/** Without the pictures at its beginning: "🔴 1. Impact". */
function withoutPictures(heading: string): string {
  let at = 0;
  while (heading.charCodeAt(at) >= firstPicture && !isAnyLetter(heading.charAt(at)) && !isWideDigit(heading, at)) at++;
  return heading.slice(at).trimStart();
}

/** Below it stand the letters of Europe and their marks. */
const firstPicture = 0x2100;

function isWideDigit(text: string, at: number): boolean {
  return wideDigits.includes(text.charAt(at));
}

function withoutNumber(heading: string): string {
  const bare = withoutPictures(heading.trim());
  const wide = leadLength(bare, wideDigits);
  const scanner = new Scanner(unaccented(bare.slice(0, wide)) + bare.slice(wide));
  takeNumber(scanner);
  return scanner.text.slice(scanner.at);
}

/** What a heading says, for comparison: without numbering, spaces, filler words and the plural's s. */
function headingKey(heading: string): string {
  const words = plainWords(folded(withoutNumber(heading))).split(" ");
  const telling = words.filter((word) => !fillers().has(word) && !fillers().has(singular(word)));
  return (telling.length > 0 ? telling : words).map(singular).join("");
}

function singular(word: string): string {
  return word.length > 2 && word.endsWith("s") ? word.slice(0, -1) : word;
}

function afterLine(text: string, heading: Heading): number {
  const newline = text.indexOf("\n", heading.span.end);
  return newline < 0 ? text.length : newline + 1;
}
