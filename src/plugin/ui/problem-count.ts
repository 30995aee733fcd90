import type { Diagnostic, Severity } from "../../check";
import { texts } from "../texts";

const severities: readonly Severity[] = ["error", "warning", "info"];

/** How many problems of each severity there are, in words: `2 errors, 1 warning`. */
export function countInWords(problems: readonly Diagnostic[]): string {
  const { counts } = texts().problems;
  const found = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [counts[severity](count)];
  });
  return found.join(", ") || counts.none;
}
