import { withoutSteering } from "../../base";
import type { LintReport, ReportedDiagnostic } from "../../write";
import { byPath, type Shown } from "./format";

/**
 * The XML that CI servers read test results from: a suite per note with problems, a failed test per
 * problem; a note without problems counts as one passed test.
 */
export function formatJunit(report: LintReport, shown: Shown): string {
  const notes = byPath(report);
  const suites = [...notes].map(([path, problems]) => {
    const cases = problems.map((problem) => testCase(problem, shown(path))).join("");
    return `  <testsuite name="${escapeXml(shown(path))}" tests="${problems.length}" failures="${problems.length}">\n${cases}  </testsuite>\n`;
  });
  const failures = report.diagnostics.length;
  const passed = Math.max(0, report.summary.notes - notes.size);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites name="postmortem" tests="${failures + passed}" failures="${failures}">\n${suites.join("")}</testsuites>\n`
  );
}

function testCase({ start, rule, severity, message, help }: ReportedDiagnostic, path: string): string {
  const place = `${start.line}:${start.column}`;
  const text = `${path}:${place} ${message}${help === undefined ? "" : `\n${help}`}`;
  return (
    `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${rule} ${place}`)}">\n` +
    `      <failure type="${severity}" message="${escapeXml(message)}">${escapeXml(text)}</failure>\n    </testcase>\n`
  );
}

const entities: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Characters that XML 1.0 does not allow at all are replaced, and those that would steer who reads it. */
function escapeXml(text: string): string {
  const escaped = text.replace(
    /[\p{Cs}\ufffe\uffff<>&"\n\t]/gu,
    (character) => entities[character] ?? (character === "\t" ? " " : "\ufffd"),
  );
  return withoutSteering(escaped);
}
