const digit = "\u0000";

/** A pattern for file names, made ready for comparing. */
export type NamePattern = string;

/** The pattern in lower case, with a mark for each digit. */
export function compilePattern(pattern: string): NamePattern {
  return pattern
    .replace(/[A-Za-z]+/g, (word) => (isDateWord(word) ? digit.repeat(word.length) : word))
    .replaceAll("#", digit)
    .toLowerCase();
}

function isDateWord(word: string): boolean {
  return /^(?:YYYY|MM|DD)+$/.test(word);
}

/**
 * Whether a name fits a pattern in which `*` is anything and `YYYY`, `MM`, `DD` are digits; in time name × pattern at
 * most.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  return fitsPattern(name.toLowerCase(), compilePattern(pattern));
}

/** The same for a name in lower case and a pattern that is read already. */
export function fitsPattern(given: string, wanted: NamePattern): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let retry = 0;
  while (at < given.length) {
    const sign = wanted.charAt(place);
    if (sign === "*") {
      star = place++;
      retry = at;
    } else if (sign === given.charAt(at) || (sign === digit && /\d/.test(given.charAt(at)))) {
      at++;
      place++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (wanted.charAt(place) === "*") place++;
  return place === wanted.length;
}

/** Why a pattern for file names can fit none, and what to write; null when it can. */
export function patternFault(pattern: string): string | null {
  if (pattern.trim() === "") return "an empty pattern fits no name";
  if (/[/\\]/.test(pattern))
    return `\`${pattern}\` fits no name: names have no folders in them; name the folder in \`postmortemFolder\``;
  if (/\.(?:md|markdown|mdx)$/i.test(pattern))
    return `\`${pattern}\` fits no name: names go without extension; write \`${pattern.replace(/\.\w+$/, "")}\``;
  const beside = (pattern.match(/[A-Za-z]+/g) ?? []).find((word) => /YYYY|MMDD|DDMM/.test(word) && !isDateWord(word));
  if (beside === undefined) return null;
  const instead = pattern.replace(
    beside,
    beside.replace(/(?:YYYY|MM|DD)+/g, (date) => "#".repeat(date.length)),
  );
  return `\`${pattern}\` fits no name: \`YYYY\`, \`MM\` and \`DD\` beside letters are letters; write \`${instead}\``;
}

/** Why a pattern of `exclude` says nothing; null when it does. */
export function globFault(pattern: string): string | null {
  return /^(?:#|!?\s*$)/.test(pattern) ? `\`${pattern}\` leaves out nothing` : null;
}

/** Why a text is no extension of files; null when it is one. */
export function extensionFault(extension: string): string | null {
  return /^\.?[\p{L}\d][\p{L}\d._-]*$/u.test(extension)
    ? null
    : `\`${extension}\` is no extension; write one such as \`qmd\``;
}
