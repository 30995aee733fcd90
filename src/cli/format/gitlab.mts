import { createHash } from "node:crypto";
import { printableJson } from "../../base";
import type { Severity } from "../../check";
import type { LintReport } from "../../write";
import type { Shown } from "./format.mts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/**
 * The report that GitLab shows in a merge request. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 * A finding keeps its fingerprint when text is added above it.
 */
export function formatGitlab(report: LintReport, shown: Shown): string {
  const seen = new Map<string, number>();
  const issues = report.diagnostics.map(({ path, start, end, rule, severity, message, help }) => {
    const said = [shown(path), rule, message].join("\n");
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return {
      description: help === undefined ? message : `${message}; ${help}`,
      check_name: rule,
      fingerprint: createHash("sha256").update(`${said}\n${before}`).digest("hex"),
      severity: severities[severity],
      location: { path: shown(path), lines: { begin: start.line, end: end.line } },
    };
  });
  return `${printableJson(issues)}\n`;
}
