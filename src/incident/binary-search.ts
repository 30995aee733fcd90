/** Index of the first element of a sorted list for which `reached` holds; the length of the list when there is none. */
export function firstIndex<T>(sorted: readonly T[], reached: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = sorted[middle];
    if (element !== undefined && !reached(element)) low = middle + 1;
    else high = middle;
  }
  return low;
}
