/** A thing that is to stand at `at` and needs `size` of the room below it. */
export interface Spread {
  readonly at: number;
  readonly size: number;
}

/**
 * Positions as near as possible (by least squares) to where things are to stand, in their order and without overlap,
 * between `from` and `to`; the first ones win where the room does not suffice. Linear: adjacent things that would
 * overlap are pooled.
 */
export function spread(things: readonly Spread[], from: number, to: number): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  const before: number[] = [];
  let total = 0;
  for (const { at, size } of things) {
    before.push(total);
    let pool = { sum: at - total, count: 1 };
    total += size;
    for (let last = pools.at(-1); last !== undefined && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const highest = Math.max(from, to - total);
  const means = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.min(Math.max(sum / count, from), highest)));
  return means.map((mean, index) => mean + (before[index] ?? 0));
}
