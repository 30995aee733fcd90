import { withoutSteering } from "../../base";
import type { Severity } from "../../check";
import type { LintReport } from "../../write";
import type { Shown } from "./format.mts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands that GitHub Actions shows beside the lines of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(report: LintReport, shown: Shown): string {
  return report.diagnostics
    .map(({ path, start, end, rule, severity, message, help }) => {
      const properties = {
        file: shown(path),
        line: start.line,
        // Columns are only read when the place is on one line.
        ...(start.line === end.line ? { col: start.column, endColumn: end.column } : { endLine: end.line }),
        title: rule,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${list.join(",")}::${escapeData(help === undefined ? message : `${message}\n${help}`)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return withoutSteering(text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
