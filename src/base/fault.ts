/** What is wrong with a value, as the end of a sentence that its key begins. */
export interface Fault {
  readonly message: string;
  /** What to write instead, when only one thing can be meant. */
  readonly instead?: string;
}

const longest = 60;

/** A value in backticks for a message: in one line, and cut when it is long. */
export function quoted(value: string): string {
  const line = value.slice(0, longest + 1).replace(/\s+/g, " ");
  return `\`${line.length > longest ? `${line.slice(0, longest)}…` : line}\``;
}
