/**
 * Widths of characters in units of the font's size; all others count as `usual`, or as `wide` from the CJK radicals on.
 */
const narrow = 0.34;
const lower = 0.55;
const usual = 0.74;
const broad = 0.95;
const wide = 1.2;
const widths: ReadonlyMap<string, number> = new Map([
  ...Array.from('abcdeghknopqrstuvxyzf0123456789 "-', (character) => [character, lower] as const),
  ...Array.from("ilj.,:;'|!()[]", (character) => [character, narrow] as const),
  ...Array.from("mwMW@%—–→…", (character) => [character, broad] as const),
]);

/**
 * About how wide a text is in a sans-serif font of this size, rather too wide than too narrow: a picture is drawn
 * before its font is known.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widths.get(character) ?? (character > "\u2e7f" ? wide : usual);
  return ems * size;
}

/** Breaks a text into lines that fit; what does not fit into the last one ends with an ellipsis. */
export function fitText(text: string, width: number, size: number, mostLines: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== "" && lines.length < mostLines) {
    const isLast = lines.length === mostLines - 1;
    const end = fitting(rest, width, size);
    if (end === rest.length) return [...lines, rest];
    if (isLast) return [...lines, `${rest.slice(0, fitting(rest, width - textWidth("…", size), size)).trimEnd()}…`];
    const space = rest.lastIndexOf(" ", end);
    const cut = space > 0 ? space : end;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return lines;
}

/** How many UTF-16 units of the text fit, at least one character. */
function fitting(text: string, width: number, size: number): number {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += textWidth(character, size);
    if (used > width && end > 0) return end;
    end += character.length;
  }
  return end;
}

/**
 * Minutes in few characters, for charts and tables: `47 min`, `1 h 5 min`, `3 d 2 h`; to the minute, from ten hours on
 * to the larger two units.
 */
export function compactMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  const parts =
    days > 0
      ? ([
          [days, "d"],
          [hours, "h"],
        ] as const)
      : ([
          [hours, "h"],
          [rest, "min"],
        ] as const);
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(" ") || "0 min"
  );
}

/** Round durations in minutes, each about twice the one before. */
const marks = [
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  240,
  480,
  1440,
  2880,
  7 * 1440,
  14 * 1440,
  30 * 1440,
  90 * 1440,
  365 * 1440,
  3650 * 1440,
];

/** The round durations from the last one below `least` to the first one above `most`; at least two. */
export function minuteMarks(least: number, most: number): readonly number[] {
  const above = marks.findIndex((mark) => mark >= most);
  const last = above < 0 ? marks.length - 1 : Math.max(1, above);
  const first = Math.min(
    last - 1,
    Math.max(
      0,
      marks.findLastIndex((mark) => mark <= least),
    ),
  );
  return marks.slice(first, last + 1);
}
