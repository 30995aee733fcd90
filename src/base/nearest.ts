/**
 * The candidate that a mistyped word most likely means: at most two slips away (a letter added, left
 * out, replaced, or two neighbours swapped) and at most one slip per three letters. Null when none
 * is, or when two are equally near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  const limit = Math.min(2, Math.floor(lower.length / 3));
  let best: string | null = null;
  let distance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const slips = slipsBetween(lower, candidate.toLowerCase());
    if (slips === distance && slips <= limit) best = null;
    if (slips < distance) {
      best = candidate;
      distance = slips;
    }
  }
  return best;
}

/** Optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (older[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    older = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
