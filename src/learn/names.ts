/** A scheme of file names, and how many names it fits. */
export interface NameScheme {
  /** A pattern as `fileNamePatterns` has them. */
  readonly pattern: string;
  readonly count: number;
}

/** What a name may begin or end with, and the pattern that stands for it; the first one that fits counts. */
const schemes: readonly { readonly sign: RegExp; readonly pattern: (match: RegExpExecArray) => string }[] = [
  { sign: /^\d{4}-\d{2}-\d{2}(?!\d)/, pattern: () => "YYYY-MM-DD*" },
  { sign: /^\d{4}_\d{2}_\d{2}(?!\d)/, pattern: () => "YYYY_MM_DD*" },
  { sign: /^\d{4}\.\d{2}\.\d{2}(?!\d)/, pattern: () => "YYYY.MM.DD*" },
  { sign: /^(?:19|20)\d{6}(?!\d)/, pattern: () => "YYYYMMDD*" },
  {
    sign: /^([\p{L} _-]{1,24}?)\d{4}-\d{2}-\d{2}(?!\d)/u,
    pattern: ([, lead = ""]) => `${besideDate(lead, "YYYY-MM-DD")}*`,
  },
  { sign: /^([\p{L} _-]{1,24}?)(?:19|20)\d{6}(?!\d)/u, pattern: ([, lead = ""]) => `${besideDate(lead, "YYYYMMDD")}*` },
  { sign: /\d{4}-\d{2}-\d{2}$/, pattern: () => "*YYYY-MM-DD" },
  { sign: /(?:^|\D)(?:19|20)\d{6}$/, pattern: () => "*YYYYMMDD" },
  { sign: /^([\p{L} _-]{1,24}?)\d{1,6}(?!\d)/u, pattern: ([, lead = ""]) => `${lead}#*` },
  { sign: /^\d{1,6}(?!\d)/, pattern: () => "#*" },
  { sign: /^(post-?mortem|incident|outage|rca|retro)[ _-]/i, pattern: ([lead = ""]) => `${lead}*` },
  { sign: /[ _-](post-?mortem|incident|outage|rca|retro)$/i, pattern: ([tail = ""]) => `*${tail}` },
];

/** Letters in front of a date would make letters of it. */
function besideDate(lead: string, date: string): string {
  return /\p{L}$/u.test(lead) ? `${lead}${date.replace(/[YMD]/g, "#")}` : `${lead}${date}`;
}

/**
 * The schemes that names follow, the commonest first: those that fit at least one in ten. A name counts for one.
 *
 * @param names file names without extension
 */
export function nameSchemes(names: readonly string[]): readonly NameScheme[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const { sign, pattern } of schemes) {
      const match = sign.exec(name);
      if (match === null) continue;
      const key = pattern(match);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      break;
    }
  }
  const found = [...counts].map(([pattern, count]) => ({ pattern, count }));
  return found.filter(({ count }) => count * 10 >= names.length).sort((a, b) => b.count - a.count);
}
