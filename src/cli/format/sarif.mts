import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, Result, ToolComponent } from "sarif";
import { printableJson } from "../../base";
import type { Severity } from "../../check";
import { rules } from "../../check";
import type { LintReport, ReportedPlace } from "../../write";
import type { Shown } from "./format.mts";

const levels: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function formatSarif(report: LintReport, shown: Shown, version: string): string {
  const location = ({ path, start, end }: ReportedPlace): Location => ({
    physicalLocation: {
      artifactLocation: { uri: uriOf(shown(path)) },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  });
  const driver: ToolComponent = {
    name: "postmortem",
    version,
    rules: rules.map(({ id, why, severity }) => ({
      id,
      shortDescription: { text: why },
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  const results = report.diagnostics.map(({ rule, severity, message, help, related = [], ...place }): Result => ({
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}; ${help}` },
    locations: [location(place)],
    relatedLocations: related.map((other) => ({ ...location(other), message: { text: other.message } })),
  }));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${printableJson(log)}\n`;
}

function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split("/").map(encodeURIComponent).join("/");
}
