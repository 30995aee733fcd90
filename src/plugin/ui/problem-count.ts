import type { Diagnostic, Severity } from "../../check";

const words: readonly (readonly [Severity, string])[] = [
  ["error", "error"],
  ["warning", "warning"],
  ["info", "hint"],
];

/** How many problems of each severity there are, in words: `2 errors, 1 warning`. */
export function countInWords(problems: readonly Diagnostic[]): string {
  const counts = words.map(([severity, word]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? "" : `${count} ${word}${count === 1 ? "" : "s"}`;
  });
  return counts.filter((count) => count !== "").join(", ") || "no problems";
}
