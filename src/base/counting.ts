import { once } from "./once";

/** The forms of a text with a number in it, which stands as `#`: `one` and `other` by the rules of the language. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/**
 * What says a number with its words in a language: `# error` and `# errors` become `1 error` and `1,200 errors`.
 * Without words the number stands alone. `Intl` is asked with the first number, which takes it several milliseconds.
 */
export function counting(locale: string): (count: number, forms?: Forms) => string {
  const rules = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  return (count, forms) => {
    const number = numbers().format(count);
    if (forms === undefined) return number;
    return (rules().select(count) === "one" ? forms.one : forms.other).replaceAll("#", () => number);
  };
}
