import type { Edit } from "../base";

/** The edit that turns one text into the other and leaves the beginning and end that they share alone. */
export function smallestEdit(before: string, after: string): Pick<Edit, "span" | "text"> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}
