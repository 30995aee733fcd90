/** Most pairs of lines that are compared one by one; beyond that a stretch counts as replaced as a whole. */
const maxPairs = 1_000_000;

/** Most lines of a difference that are shown. */
const maxShown = 200;

/**
 * What tells two texts apart: lines of the first with `-`, lines of the second with `+`, stretches parted by an empty
 * line.
 */
export function lineDifference(before: string, after: string): string {
  const a = before.split(/\r?\n/);
  const b = after.split(/\r?\n/);
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - start && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  const lines = compared(a.slice(start, a.length - same), b.slice(start, b.length - same));
  return lines.length > maxShown
    ? [...lines.slice(0, maxShown), `… and ${lines.length - maxShown} more lines`].join("\n")
    : lines.join("\n");
}

/** The difference of two stretches that neither begin nor end with the same line. */
function compared(a: readonly string[], b: readonly string[]): readonly string[] {
  const gone = a.map((line) => `- ${line}`);
  const come = b.map((line) => `+ ${line}`);
  if (a.length * b.length > maxPairs) return [...gone, ...come];
  // The longest common sequence of lines from each pair of places on.
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      if (lines.at(-1) !== "") lines.push("");
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) lines.push(...gone.slice(i, ++i));
    else lines.push(...come.slice(j, ++j));
  }
  return lines;
}
