import type { LintReport, ReportedDiagnostic } from "../../write";

/** Shows a path of the vault to people and tools: relative within the working folder, absolute elsewhere; with `/`. */
export type Shown = (path: string) => string;

/** What tells a finding that fails the run from one that does not. */
export interface Limits {
  /** More warnings than this fail the run. */
  readonly maxWarnings: number;
}

/** Whether a finding of this weight is a reason for the run to fail. */
export function fails(severity: ReportedDiagnostic["severity"], { summary }: LintReport, limits: Limits): boolean {
  return severity === "error" || (severity === "warning" && summary.warnings > limits.maxWarnings);
}

/** The problems of each note, notes and problems in the order of the report. */
export function byPath(report: LintReport): ReadonlyMap<string, readonly ReportedDiagnostic[]> {
  const groups = new Map<string, ReportedDiagnostic[]>();
  for (const diagnostic of report.diagnostics) {
    const group = groups.get(diagnostic.path);
    if (group === undefined) groups.set(diagnostic.path, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}
