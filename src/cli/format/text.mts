import { printableLine } from "../../base";
import type { Severity } from "../../check";
import type { LintReport, ReportedDiagnostic, ReportedPlace } from "../../write";
import { count, type Style } from "../terminal.mts";
import { byPath, type Shown } from "./format.mts";

/** The format for people: the problems of each note together, then one line that sums up. */
export function formatText(report: LintReport, shown: Shown, style: Style): string {
  const notes = [...byPath(report).values()];
  return notes.map((problems) => `${block(problems, shown, style)}\n`).join("") + summary(report, notes.length, style);
}

function block(problems: readonly ReportedDiagnostic[], shown: Shown, style: Style): string {
  const placeOf = ({ path, start }: ReportedPlace): string =>
    `${printableLine(shown(path))}:${start.line}:${start.column}`;
  const places = Math.max(...problems.map((problem) => placeOf(problem).length));
  const severities = Math.max(...problems.map(({ severity }) => severity.length));
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: style.red,
    warning: style.yellow,
    info: style.blue,
  };
  // The same advice is given once per note.
  const given = new Set<string>();
  let text = "";
  for (const problem of problems) {
    const severity = paint[problem.severity](problem.severity.padEnd(severities));
    text += `${placeOf(problem).padEnd(places)}  ${severity}  ${printableLine(problem.message)}  ${style.dim(problem.rule)}\n`;
    for (const other of problem.related ?? [])
      text += `    ${style.dim(`${placeOf(other)}: ${printableLine(other.message)}`)}\n`;
    if (problem.help === undefined || given.has(problem.help)) continue;
    given.add(problem.help);
    text += `    ${style.dim(`help: ${printableLine(problem.help)}`)}\n`;
  }
  return text;
}

function summary(
  { diagnostics, summary: { notes, errors, warnings, infos } }: LintReport,
  notesWithProblems: number,
  style: Style,
): string {
  if (notes === 0) return "no postmortems found\n";
  const checked = `${count(notes, "postmortem")} checked`;
  if (diagnostics.length === 0) return `${checked}: no problems\n`;
  const counts = [count(errors, "error"), count(warnings, "warning"), ...(infos > 0 ? [count(infos, "info")] : [])];
  const fixable = diagnostics.filter((diagnostic) => diagnostic.fixable).length;
  const fix = fixable === 0 ? "" : `; \`--fix\` can mend ${fixable === diagnostics.length ? "all of them" : fixable}`;
  return `${style.bold(`${checked}: ${counts.join(", ")} in ${count(notesWithProblems, "note")}`)}${fix}\n`;
}
