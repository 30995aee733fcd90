/** The forms of a text with a number in it, which stands as `#`: `one` and `other` by the rules of the language. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const bare: Forms = { one: "#", other: "#" };

/**
 * What says a number with its words in a language: `# error` and `# errors` become `1 error` and `1,200 errors`.
 * Without words the number stands alone.
 */
export function counting(locale: string): (count: number, forms?: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms = bare) =>
    (rules.select(count) === "one" ? forms.one : forms.other).replaceAll("#", () => numbers.format(count));
}
