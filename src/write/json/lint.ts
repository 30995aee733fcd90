import type { Diagnostic, Rule, Severity } from "../../check";
import type { Place, Position } from "../../base";
import { positionAt } from "../../base";
import type { Library } from "../../vault";

/** What `lint --format json` prints, and the app's `postmortem:lint`. */
export interface LintReport {
  readonly version: 1;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The paths of the postmortems that were checked, sorted. */
  readonly checked: readonly string[];
  readonly summary: {
    /** How many postmortems were checked. */
    readonly notes: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

/** Where something stands, for people and for programs. */
export interface ReportedPlace {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedDiagnostic extends ReportedPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (ReportedPlace & { readonly message: string })[];
  readonly fixable: boolean;
}

/** What `rules --format json` prints. */
export interface RulesReport {
  readonly version: 1;
  readonly rules: readonly Pick<Rule, "id" | "severity" | "why" | "defaults" | "examples">[];
}

/** `checked` are the postmortems that were checked; every note of a diagnostic is held by the library. */
export function lintReport(
  diagnostics: readonly Diagnostic[],
  library: Pick<Library, "note">,
  checked: Iterable<string>,
): LintReport {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const paths = [...checked].sort();
  return {
    version: 1,
    diagnostics: diagnostics.map(({ path, span, rule, severity, message, help, related, fix }) => ({
      ...reportedPlace({ path, span }, library),
      rule,
      severity,
      message,
      ...(help === undefined ? {} : { help }),
      ...(related === undefined
        ? {}
        : { related: related.map((other) => ({ ...reportedPlace(other, library), message: other.message })) }),
      fixable: fix !== undefined,
    })),
    checked: paths,
    summary: { notes: paths.length, errors: count("error"), warnings: count("warning"), infos: count("info") },
  };
}

export function rulesReport(rules: readonly Rule[]): RulesReport {
  return {
    version: 1,
    rules: rules.map(({ id, severity, why, defaults, examples }) => ({ id, severity, why, defaults, examples })),
  };
}

function reportedPlace({ path, span }: Place, library: Pick<Library, "note">): ReportedPlace {
  const note = library.note(path) ?? { text: "", lineStarts: [0] };
  return { path, start: positionAt(note, span.start), end: positionAt(note, span.end) };
}
