import type { Note } from "../note/note";
import type { Span } from "../note/span";
import type { Settings } from "./settings";

/** The frontmatter as the settings' schema reads it. */
export interface IncidentFields {
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly severity: string | null;
  readonly status: string | null;
  /** Names, without link brackets. */
  readonly owners: readonly string[];
  readonly services: readonly string[];
  /** IANA name or fixed offset, checked. */
  readonly timezone: string | null;
  /** Wall clock or instant as written, checked: milestones by property name. */
  readonly times: Readonly<Partial<Record<"started" | "detected" | "acknowledged" | "identified" | "mitigated" | "resolved", FieldTime>>>;
  readonly problems: readonly FieldProblem[];
}

/** A datetime property. */
export interface FieldTime {
  /** As written. */
  readonly source: string;
  readonly span: Span;
}

/** A schema issue mapped to the key or value it is about. */
export interface FieldProblem {
  readonly kind: "yaml" | "missing" | "invalid" | "unknown" | "deprecated";
  readonly key: string;
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
}

/** Reads the frontmatter by the schema that the settings declare. */
export function readFields(_note: Note, _settings: Settings): IncidentFields {
  return { title: null, date: null, tags: [], severity: null, status: null, owners: [], services: [], timezone: null, times: {}, problems: [] };
}
