import { withoutSteering } from "../../base";
import type { LintReport, ReportedDiagnostic } from "../../write";
import { byPath, fails, type Limits, type Shown } from "./format.mts";

/**
 * The XML that CI servers read test results from: a suite per note, a test per problem, which fails where the problem
 * fails the run; a note without problems is one test that passed.
 */
export function formatJunit(report: LintReport, shown: Shown, limits: Limits): string {
  const notes = byPath(report);
  const paths = [...new Set([...report.checked, ...notes.keys()])].sort();
  let all = 0;
  let failed = 0;
  const suites = paths.map((path) => {
    const problems = notes.get(path) ?? [];
    const failures = problems.filter(({ severity }) => fails(severity, report, limits));
    const name = escapeXml(shown(path));
    const cases =
      problems.length === 0
        ? `    <testcase classname="${name}" name="no problems"/>\n`
        : problems.map((problem) => testCase(problem, shown(path), failures.includes(problem))).join("");
    const tests = Math.max(1, problems.length);
    all += tests;
    failed += failures.length;
    return `  <testsuite name="${name}" tests="${tests}" failures="${failures.length}">\n${cases}  </testsuite>\n`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites name="postmortem" tests="${all}" failures="${failed}">\n${suites.join("")}</testsuites>\n`
  );
}

function testCase(
  { start, rule, severity, message, help }: ReportedDiagnostic,
  path: string,
  isFailure: boolean,
): string {
  const place = `${start.line}:${start.column}`;
  const text = `${path}:${place} ${severity}: ${message}${help === undefined ? "" : `\n${help}`}`;
  const said = isFailure
    ? `<failure type="${severity}" message="${escapeXml(message)}">${escapeXml(text)}</failure>`
    : `<system-out>${escapeXml(text)}</system-out>`;
  return (
    `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${rule} ${place}`)}">\n` +
    `      ${said}\n    </testcase>\n`
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
