import { roughly } from "./about";
import { anyOf, english, folded, perLanguage, phraseTable, unaccented, textWords } from "../../language";
import type { Lexicon } from "../../language";
import { matchesOf, withoutTail, digitsOf, hasDigit, holdsAny, singleSpaced } from "../../base";
import type { Span } from "../../base";

/** A counted thing, an amount of money or a share, as one place of a text states it. */
export interface FigureMention extends Span {
  readonly value: number;
  /** What its last written digit counts: 100 for "2,300", 100000 for "3.7M". */
  readonly step: number;
  readonly approximate: boolean;
  /** "over 2,000" and "300+" are `at-least`, "up to 500" is `at-most`. */
  readonly bound: "at-least" | "at-most" | null;
  /** The counted thing in singular lower case (`request`), a currency (`usd`), or a share (`% request`). */
  readonly unit: string;
  /** What narrows the unit, sorted: `failed` for "2,300 failed requests", nothing for "180 unique customers". */
  readonly qualifier: string;
}

const currencies: Readonly<Record<string, string>> = {
  $: "usd",
  "€": "eur",
  "£": "gbp",
  "¥": "jpy",
  us$: "usd",
  usd: "usd",
  eur: "eur",
  gbp: "gbp",
};
/** The patterns of a language. */
const readers = perLanguage(({ figures, measures, calendar, id }) => {
  const scales = new Map(
    Object.entries(figures.scales).flatMap(([value, words]) =>
      words.map((word) => [folded(word), Number(value)] as const),
    ),
  );
  const [about, atLeast, atMost] = [measures.about, measures.atLeast, measures.atMost].map((words) => anyOf(words));
  const articles = `(?:${about ?? ""}\\s)?`;
  const grouped = `[${measures.thousands.join("")}]`;
  const point = `[${measures.decimals.join("")}]`;
  return {
    isEnglish: id === "en",
    scales,
    decimal: new RegExp(point),
    // A number with its sign of money, its scale, and what it is a share of.
    amount: new RegExp(
      `(^|[^\\w\\u00c0-\\u024f.,:/#+-])(US\\$|[$€£¥]|(?:USD|EUR|GBP)\\s)?(\\d{1,3}(?:${grouped}\\d{3})+(?!\\d)|\\d{1,12})(${point}\\d{1,2}(?!\\d))?` +
        `(?:\\s?(${anyOf([...scales.keys()])})(?![\\w\\u00c0-\\u024f]))?(\\+?)` +
        `(?:\\s?(%|${anyOf(figures.percent)}|USD\\b|EUR\\b|GBP\\b|[€£](?!\\d)))?(?![\\w\\u00c0-\\u024f:/-]|[.,]\\d)`,
      "gi",
    ),
    about: new RegExp(`(?:[~≈±]|(?:^|[^a-z])${about ?? ""})\\s{0,3}$`, "i"),
    atLeast: new RegExp(`(?:[>≥]=?|(?:^|[^a-z])${atLeast ?? ""})\\s?${articles}$`, "i"),
    atMost: new RegExp(`(?:[<≤]=?|(?:^|[^a-z])${atMost ?? ""})\\s?${articles}$`, "i"),
    // A number behind these names a thing instead of counting it.
    naming: new RegExp(`(?:^|[^a-z])${anyOf([...figures.naming, ...calendar.months.flat()])}[\\s-](?:no\\.? ?)?$`, "i"),
    yearLead: new RegExp(`(?:^|[^a-z])${anyOf(figures.beforeYear)}\\s$`, "i"),
    answerLead: new RegExp(`(?:^|[^a-z])${anyOf(figures.answering)}\\s(?:an? |the |only |just )?$`, "i"),
    // The things that a language counts, by their words.
    counted: phraseTable(
      Object.entries(figures.counted).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
    ),
  };
});
/** The commonest codes of HTTP. */
const statusCode = /^(?:20[0-46]|30[1-478]|40[0-9]|41[0-8]|42[1-9]|431|451|50[0-8]|51[01]|52[0-7])$/;
/** A release, build or file named by its day. */
const dayNumber = /^(?:199\d|20\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;

/** A line that begins so tells of something else. */
const nextLabel = /\n(?=[^\n:]{1,40}:)/;

/** Adjectives that leave a count what it is. */
const neutral: ReadonlySet<string> = new Set([
  "unique",
  "distinct",
  "different",
  "individual",
  "affected",
  "impacted",
  "of",
  "the",
  "our",
  "all",
  "its",
  "these",
  "those",
  "total",
  "number",
  "count",
]);
/** Words for one outcome, each under the name it is compared by. */
const outcomes: Readonly<Record<string, string>> = {
  failed: "failed",
  failing: "failed",
  fail: "failed",
  lost: "failed",
  dropped: "failed",
  errored: "failed",
  rejected: "failed",
  unsuccessful: "failed",
};
/** Plural-looking words that count nothing, or count time and bytes. */
const uncounted =
  /^(?:.{0,2}|was|has|is|its|this|across|less|plus|versus|thus|as|us|pass|access|process|seconds|secs|minutes|mins|hours|hrs|days|weeks|months|years|minutos|horas|segundos|d[ií]as|semanas|heures|secondes|jours|semaines|ms|times|bytes|gbs|mbs|always|sometimes|does|various|previous|serious|status|.*(?:ss|ous|sis|us))$/;

const failingVerb =
  /^\s(?:(?:that|which|were|was|had|have|being|got|to)\s){0,2}(failed|failing|fail|lost|dropped|errored|rejected)\b/i;
const rate =
  /^\s?(?:\/|(?:per|a|an|each|every)\s(?:second|sec|minute|min|hour|day|week|month|year|customer|user|node|request)|rps\b|qps\b)/i;

/**
 * The figures that a text states, in its order; bare numbers that count nothing known are left out. Linear in the text.
 */
export function readFigures(source: string, language: Lexicon = english): readonly FigureMention[] {
  const mentions: FigureMention[] = [];
  const reader = readers(language);
  const text = unaccented(source);
  if (!hasDigit(text)) return mentions;
  for (const match of matchesOf(reader.amount, text)) {
    const [whole, lead = "", prefix, integer = "", decimals = "", scaleWord, plus, suffix] = match;
    const start = match.index + lead.length;
    const end = match.index + whole.length;
    const before = text.slice(Math.max(0, start - 60), start);
    if (reader.naming.test(before.slice(-24)) || isName(integer, decimals, before, language)) continue;
    // "3h 40m" is a length, not millions.
    if (scaleWord === "m" && /\dh\s?$/i.test(before)) continue;
    const [after = ""] = text.slice(end, end + 80).split(nextLabel, 1);
    const counted = countedThing(prefix ?? suffix ?? "", before, after, language);
    if (counted === null || isStatusCode(integer, counted.unit)) continue;
    // Nothing that is counted one by one has decimals: "1.2 Customers affected" is the number of a section.
    if (decimals !== "" && scaleWord === undefined && prefix === undefined && suffix === undefined) continue;
    const scale = reader.scales.get(folded(scaleWord ?? "")) ?? 1;
    const number = digitsOf(integer);
    const zeros = decimals === "" && number.length > 2 ? number.length - withoutTail(number, "0").length : 0;
    mentions.push({
      start,
      end,
      value: Number(number + decimals.replace(reader.decimal, ".")) * scale,
      step: decimals === "" ? 10 ** zeros * scale : 10 ** (1 - decimals.length) * scale,
      approximate: reader.about.test(before),
      bound: plus === "+" || reader.atLeast.test(before) ? "at-least" : reader.atMost.test(before) ? "at-most" : null,
      unit: counted.unit,
      qualifier: counted.qualifier,
    });
  }
  return mentions;
}

/** "20220106 sequences" and "in 2021 customers": days and years; "returned 500 messages": a status. */
function isName(integer: string, decimals: string, before: string, language: Lexicon): boolean {
  const { yearLead, answerLead } = readers(language);
  if (decimals !== "") return false;
  return (
    dayNumber.test(integer) ||
    (/^(?:199\d|20\d\d)$/.test(integer) && yearLead.test(before)) ||
    (statusCode.test(integer) && answerLead.test(before))
  );
}

/** "500 errors" and "503 responses" name an HTTP status. */
function isStatusCode(integer: string, unit: string): boolean {
  return /^[1-5]\d\d$/.test(integer) && /^(?:error|response|status|code|http)$/.test(unit);
}

type Counted = Pick<FigureMention, "unit" | "qualifier">;

/** What a number counts, by its sign, the words behind it, or the label before it. */
function countedThing(sign: string, before: string, after: string, language: Lexicon): Counted | null {
  const mark = sign.trim().toLowerCase();
  if (mark !== "" && currencies[mark] === undefined) {
    const share = /^\s?of(\s.{0,60})/iu.exec(after)?.[1];
    const counted = share === undefined ? null : nounPhrase(share);
    return counted === null ? null : { unit: `% ${counted.unit}`, qualifier: counted.qualifier };
  }
  const currency = currencies[mark];
  if (currency !== undefined)
    return rate.test(after)
      ? null
      : {
          unit: currency,
          qualifier: moneyFor(
            `${/([A-Za-z\u00c0-\u024f ]{0,40})[:|][\s~≈]{0,6}$/.exec(before)?.[1] ?? ""} ${after.slice(0, 40)}`,
          ),
        };
  if (!readers(language).isEnglish) return countedIn(after, language);
  const named = nounPhrase(after);
  if (named !== null) return named;
  if (!/[:|][^:|]{0,20}$/.test(before)) return null;
  const label = labelled.exec(before)?.[1];
  return label === undefined || !/^\s*(?:[|,.;()\n]|$)/.test(after) ? null : labelPhrase(label);
}

const labelled = new RegExp(
  `(?:^|[^\\w\\u00c0-\\u024f ])\\s{0,3}([A-Za-z\\u00c0-\\u024f][A-Za-z\\u00c0-\\u024f -]{2,40}?)\\s{0,3}[:|]\\s{0,4}(?:${anyOf([...english.measures.atLeast, ...english.measures.atMost])}\\s)?${roughly}$`,
  "i",
);

/** Refunds and running costs are other money than losses. */
function moneyFor(words: string): string {
  return /\b(?:refund|credit|compensat|sla\b)/i.test(words)
    ? "credit"
    : /\b(?:budget|cost|spend|bill|fine|saving|save)/i.test(words)
      ? "cost"
      : "";
}

/** The known thing behind a number of another language, with at most two words between. */
function countedIn(after: string, language: Lexicon): Counted | null {
  const text = folded(after);
  const [first] = readers(language).counted.find(textWords(text.slice(0, 40)));
  if (first === undefined || rate.test(after.slice(first.end))) return null;
  const between = text.slice(0, first.start).trim();
  return singleSpaced(between).split(" ").length > 2 || hasDigit(between) || holdsAny(between, ".,;:|()\n")
    ? null
    : { unit: first.value, qualifier: "" };
}

/** The thing named by the words directly behind a number: at most three words before a plural noun. */
function nounPhrase(after: string): Counted | null {
  const qualifiers: string[] = [];
  let at = 0;
  for (let count = 0; count < 4; count++) {
    const found = /^\s{1,3}([A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]{0,30})/.exec(after.slice(at));
    if (found?.[1] === undefined) return null;
    at += found[0].length;
    const word = found[1].toLowerCase();
    if (isPlural(word)) {
      const rest = after.slice(at);
      if (rate.test(rest)) return null;
      const outcome = failingVerb.exec(rest)?.[1];
      return {
        unit: singular(word),
        qualifier: qualify(outcome === undefined ? qualifiers : [...qualifiers, outcome]),
      };
    }
    if (
      /^(?:in|to|per|and|or|for|from|with|by|at|on|than|but|is|was|were|are|more|other|additional|further|remaining|extra|new)$/.test(
        word,
      )
    )
      return null;
    qualifiers.push(word);
  }
  return null;
}

/** The thing named by a label: `Customers affected`, `Failed requests`. */
function labelPhrase(label: string): Counted | null {
  const words = label.toLowerCase().split(/[\s-]+/);
  const noun = words.findIndex(isPlural);
  return noun < 0
    ? null
    : { unit: singular(words[noun] ?? ""), qualifier: qualify(words.filter((_, index) => index !== noun)) };
}

function qualify(words: readonly string[]): string {
  const kept = words.filter((word) => !neutral.has(word)).map((word) => outcomes[word] ?? word);
  return [...new Set(kept)].sort().join(" ");
}

function isPlural(word: string): boolean {
  return word === "people" || (word.endsWith("s") && !uncounted.test(word));
}

function singular(word: string): string {
  if (word === "people" || word === "persons") return "person";
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ch|sh|x|ss|z)es$/.test(word) ? -2 : -1);
}

/**
 * Whether two statements of one figure can both be true: equal, or equal once rounded as coarsely as
 * the rounder of the two; an approximate one may be a twentieth off.
 */
export function figuresAgree(a: Omit<FigureMention, keyof Span>, b: Omit<FigureMention, keyof Span>): boolean {
  const difference = Math.abs(a.value - b.value);
  const rounded = a.approximate || b.approximate || a.step >= 1e4 || b.step >= 1e4;
  const tolerance = rounded ? Math.max(Math.max(a.step, b.step) / 2, 0.05 * Math.max(a.value, b.value)) : 0;
  if (difference <= tolerance) return true;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  return low.bound === "at-least" || high.bound === "at-most";
}
