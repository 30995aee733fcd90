import type { Settings } from "../../../settings";
import type { ReaderText } from "./reading";
import type { Listed } from "./words";
import { publicKeys } from "./words";

/*
 * The last look at a finished document. It knows what is listed, and shares nothing else with the search that takes it
 * out: that one finds names in a source, letter by letter; this one reads words, as a reader does.
 */

/** What must not leave and is there all the same, in words with the place of each; each once. */
export function leaksOf(readings: readonly ReaderText[], listed: Listed): readonly string[] {
  const names = namesOf(listed, 1);
  // Shorter ones come up by chance in the bytes of a picture.
  const longNames = namesOf(listed, 5);
  const globs = globsOf(listed.settings);
  const isTicketKey = ticketKeys(listed);
  const hosts = publicHosts(listed.settings);
  const found = new Set<string>();
  for (const { place, text, kind } of readings) {
    for (const name of namesIn(wordsOf(text), kind === "bytes" ? longNames : names)) found.add(`${name} ${place}`);
    for (const glob of globsIn(text, globs)) found.add(`the word \`${glob}\` ${place}`);
    // A picture names the addresses of its formats.
    if (kind === "words" || kind === "value")
      for (const address of addressesIn(text, hosts)) found.add(`${address} ${place}`);
    if (kind === "words")
      for (const ticket of ticketsIn(text, isTicketKey)) found.add(`the ticket \`${ticket}\` ${place}`);
  }
  return [...found];
}

/** A name as it is shown, and its words in capital letters. */
interface ListedName {
  readonly shown: string;
  readonly words: readonly string[];
  /** A first or last name alone: a word of the language unless it is written like a name. */
  readonly isPart: boolean;
}

interface Word {
  readonly text: string;
  readonly capitals: string;
}

const unseen = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The words of a text: what blanks and signs part, without accents and what nobody sees. */
function wordsOf(text: string): readonly Word[] {
  const shown = text.normalize("NFKD").replace(unseen, "");
  return (shown.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({ text: word, capitals: word.toUpperCase() }));
}

/** What is listed, by the first letter of its first word. */
function namesOf({ people, settings }: Listed, shortest: number): ReadonlyMap<string, readonly ListedName[]> {
  const all = [
    ...people.flatMap(({ names, parts }) => [
      ...names.map((name) => ({ shown: `the person \`${name}\``, name, isPart: false })),
      ...parts.map((name) => ({ shown: `the person \`${name}\``, name, isPart: true })),
    ]),
    ...settings.external.removeWords
      .filter((word) => !word.includes("*"))
      .map((name) => ({ shown: `the word \`${name}\``, name, isPart: false })),
  ];
  const byLetter = new Map<string, ListedName[]>();
  for (const { shown, name, isPart } of all) {
    const words = wordsOf(name).map(({ capitals }) => capitals);
    const letter = words[0]?.charAt(0);
    if (letter === undefined || words.join("").length < shortest) continue;
    const group = byLetter.get(letter) ?? [];
    byLetter.set(letter, group);
    group.push({ shown, words, isPart });
  }
  return byLetter;
}

function* namesIn(words: readonly Word[], names: ReadonlyMap<string, readonly ListedName[]>): Generator<string> {
  for (const [index, word] of words.entries())
    for (const name of names.get(word.capitals.charAt(0)) ?? [])
      if (
        standsAt(words, index, name.words) &&
        (!name.isPart || isAsName(words.slice(index, index + name.words.length)))
      )
        yield name.shown;
}

function isAsName(words: readonly Word[]): boolean {
  return words.every(({ text, capitals }) => text === capitals || /^\p{Lu}\P{Lu}*$/u.test(text));
}

/** Whether words of a name follow one another from a word of the text on; two of them may be written as one. */
function standsAt(words: readonly Word[], index: number, name: readonly string[]): boolean {
  let at = 0;
  let word = index;
  for (const part of name) {
    if (at === words[word]?.capitals.length) {
      at = 0;
      word++;
    }
    if (words[word]?.capitals.startsWith(part, at) !== true) return false;
    at += part.length;
  }
  return at === words[word]?.capitals.length;
}

interface ListedGlob {
  readonly shown: string;
  readonly pieces: readonly string[];
  readonly hasBlanks: boolean;
}

/** Words with `*`, between dashes so that a piece at an end is whole. */
function globsOf({ external: { removeWords } }: Settings): readonly ListedGlob[] {
  return removeWords
    .filter((word) => word.includes("*") && /[\p{L}\p{N}]/u.test(word))
    .map((shown) => ({
      shown,
      pieces: dashed(shown.trim())
        .split("*")
        .filter((piece) => piece !== "-" && piece !== ""),
      hasBlanks: /\s/.test(shown.trim()),
    }));
}

/** Capital letters and digits with a dash for whatever else stands between them, and around them. */
function dashed(text: string): string {
  const shown = text.normalize("NFKD").replace(unseen, "").toUpperCase();
  return `-${shown.replace(/[^\p{L}\p{N}*]+/gu, "-")}-`
    .replaceAll("-*", "*")
    .replaceAll("*-", "*")
    .replace(/-{2,}/g, "-");
}

/** What a word with `*` does not go beyond; with blanks in it, it goes on in the next line of a paragraph. */
const apart = /[^\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}._-]+/u;
const apartButBlanks = /[^\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}._\s-]+|\n(?![^\S\n]*[\p{L}\p{N}])/u;

function* globsIn(text: string, globs: readonly ListedGlob[]): Generator<string> {
  for (const hasBlanks of [false, true]) {
    const wanted = globs.filter((glob) => glob.hasBlanks === hasBlanks);
    if (wanted.length === 0) continue;
    for (const stretch of text.split(hasBlanks ? apartButBlanks : apart)) {
      const whole = dashed(stretch);
      for (const { shown, pieces } of wanted) {
        let at = 0;
        const isThere = pieces.every((piece) => {
          const next = whole.indexOf(piece, at);
          at = next + piece.length;
          return next >= 0;
        });
        if (isThere) yield shown;
      }
    }
  }
}

function ticketKeys({ projects, settings }: Listed): (key: string) => boolean {
  const known = publicKeys(settings);
  return (key) =>
    projects.has(key.toUpperCase()) || (/^[A-Z]/.test(key) && key === key.toUpperCase() && !known.has(key));
}

function* ticketsIn(text: string, isTicketKey: (key: string) => boolean): Generator<string> {
  const shown = text.replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-").replace(unseen, "");
  for (const piece of shown.split(/[^\p{L}\p{N}_\-#/.&]+/u)) {
    const word = piece.replace(/^[./]+/, "").slice(0, 200);
    const key = /^([A-Za-z][A-Za-z0-9]{1,9})-\d{1,7}[./]?$/.exec(word)?.[1];
    if (key !== undefined && isTicketKey(key)) yield word;
    if (/^#\d{1,9}\.?$/.test(word) || /^[\w.-]{1,60}\/[\w.-]{1,60}#\d{1,9}\.?$/.test(word)) yield word;
  }
}

/** The hosts that may be named, in lower case. */
function publicHosts({ external: { publicHosts: hosts } }: Settings): readonly string[] {
  return hosts.flatMap((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/^\*\./, "")
      .split("/", 1),
  );
}

/** Addresses on hosts that are not public, and of mail. */
function* addressesIn(text: string, hosts: readonly string[]): Generator<string> {
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const [rest = ""] = /^[^\s/?#"'<>\\`|()[\]{}]*/.exec(text.slice(at + 3, at + 300)) ?? [];
    // What stands before an `@` is a user, whatever it looks like.
    const [host = ""] = /^[\p{L}\p{N}.-]*[\p{L}\p{N}]/u.exec(rest.slice(rest.lastIndexOf("@") + 1).toLowerCase()) ?? [];
    const isPublic = hosts.some((known) => known !== "" && (host === known || host.endsWith(`.${known}`)));
    if (host !== "" && !isPublic && /[a-z]/i.test(text.charAt(at - 1))) yield `the address \`${host}\``;
  }
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const [host] = /^[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/u.exec(text.slice(at + 1, at + 70)) ?? [];
    if (host !== undefined && /[\p{L}\p{N}._%+-]/u.test(text.charAt(at - 1))) yield "a mail address";
  }
}
