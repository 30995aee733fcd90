import { Scanner, isDigit } from "../../base";
import { isEastAsian, perLanguage, treeOf, wordTree } from "../../language";
import type { Lexicon } from "../../language";

/** How many of something, in digits or words, as one place of a text states it. */
export interface Amount {
  readonly value: number;
  /** What its last digit counts: 1 for "28", 0.5 for "1.5" and "half", 0.01 for "1.25". */
  readonly step: number;
  readonly isWord: boolean;
}

const readers = perLanguage(({ lengths, measures }) => {
  const numbers = Object.entries(lengths.numbers).flatMap(([value, words]) =>
    words.map((word) => [word, Number(value)] as const),
  );
  return {
    numbers: treeOf(numbers),
    beforeNumerals: wordTree(lengths.beforeNumerals),
    ones: treeOf(numbers.filter(([, value]) => value === 1)),
    andHalf: wordTree(lengths.andHalf),
    thousands: measures.thousands.join(""),
    decimals: measures.decimals.join(""),
  };
});

/** Whether an amount may begin with a word, by its first character and its code: nearly all words are none. */
export function mayBeAmount(unit: number, code: number, language: Lexicon): boolean {
  return isDigit(unit) || unit === half || readers(language).numbers.mayBeginWith(code);
}

const half = 0xbd;

/** Goes over `1,440`, `1.5`, `1½`, "twenty-five", "half an", "one and a half", `三十五`; null where no number stands. */
export function takeAmount(scanner: Scanner, language: Lexicon): Amount | null {
  const isInDigits = scanner.isDigit() || scanner.isAt("½");
  const amount = isInDigits ? takeDigits(scanner, language) : takeWords(scanner, language);
  if (amount === null || amount.step < 1) return amount;
  const behind = scanner.fork();
  behind.blank();
  if (readers(language).andHalf.take(behind) === undefined) return amount;
  scanner.at = behind.at;
  return { ...amount, value: amount.value + 0.5, step: 0.5 };
}

function takeDigits(scanner: Scanner, language: Lexicon): Amount | null {
  const { decimals } = readers(language);
  const grouped = takeGrouped(scanner, language);
  if (grouped !== "") return { value: Number(grouped), step: 1, isWord: false };
  const whole = scanner.digits(1, 5);
  const part = scanner.fork();
  const isParted = whole !== "" && part.isAtDigitBehind(decimals) && part.sign(decimals) !== "";
  const fraction = isParted ? part.digits(1, 2) : "";
  const isPart = fraction !== "" && !part.isDigit();
  if (isPart) scanner.at = part.at;
  const isHalf = scanner.sign("½") !== "";
  if ((whole === "" && !isHalf) || scanner.isDigit()) return null;
  const digits = isPart ? fraction : "";
  return {
    value: Number(`0${whole}.${digits}`) + (isHalf ? 0.5 : 0),
    step: isHalf || digits === "5" || digits === "50" ? 0.5 : 10 ** -digits.length,
    isWord: false,
  };
}

/** Goes over `1,440`, and tells its digits. */
function takeGrouped(scanner: Scanner, language: Lexicon): string {
  const { thousands } = readers(language);
  const group = scanner.fork();
  let digits = group.digits(1, 3);
  let end = group.at;
  while (digits !== "" && group.isAtDigitBehind(thousands) && group.sign(thousands) !== "") {
    const three = group.digits(3);
    if (three === "") break;
    digits += three;
    end = group.at;
  }
  if (digits.length < 4 || new Scanner(scanner.text, end).isDigit()) return "";
  scanner.at = end;
  return digits;
}

function takeWords(scanner: Scanner, language: Lexicon): Amount | null {
  const { numbers, ones } = readers(language);
  const start = scanner.at;
  const value = numbers.take(scanner);
  if (value === undefined) return null;
  if (isEastAsian(scanner.text.charCodeAt(start))) {
    scanner.at = start;
    const numeral = isWithin(scanner, language) ? null : takeNumerals(scanner, language);
    return numeral === null ? null : { value: numeral, step: numeral === 0.5 ? 0.5 : 1, isWord: true };
  }
  const more = scanner.fork();
  if (value < 1) {
    // "half an hour"
    if (more.sign(" ") !== "" && ones.take(more) !== undefined) scanner.at = more.at;
    return { value, step: value === 0.5 ? 0.5 : 0.25, isWord: true };
  }
  // "twenty-five"
  const one = value % 10 === 0 && value > 10 && more.sign("- ") !== "" ? (numbers.take(more) ?? 0) : 0;
  if (one < 1 || one > 9) return { value, step: 1, isWord: true };
  scanner.at = more.at;
  return { value: value + one, step: 1, isWord: true };
}

/** Whether a number goes on here: behind another numeral, or as in `第三天`. */
function isWithin({ text, at }: Scanner, language: Lexicon): boolean {
  const { beforeNumerals, numbers } = readers(language);
  const before = at - 1;
  return isEastAsian(text.charCodeAt(before)) && (numbers.at(text, before) ?? beforeNumerals.at(text, before)) !== null;
}

/**
 * Goes over `半`, `三`, `三十五`, `一百零五`: a numeral multiplies the ten or hundred behind it. What goes on as `两三`
 * does, "two or three", is no number.
 */
function takeNumerals(scanner: Scanner, language: Lexicon): number | null {
  const { numbers } = readers(language);
  let total = 0;
  let last = 0;
  for (let next = scanner.fork(); ; next = scanner.fork()) {
    const value = isEastAsian(next.text.charCodeAt(next.at)) ? numbers.take(next) : undefined;
    if (value === undefined || (value === 0.5 && total + last > 0)) return total + last;
    if (last > 0 && value > 0 && value < 10) return null;
    scanner.at = next.at;
    if (value >= 10) total += Math.max(last, 1) * value;
    last = value < 10 ? value : 0;
  }
}
