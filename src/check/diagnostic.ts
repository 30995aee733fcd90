import type { Edit, Place, Span } from "../base";

export type Severity = "error" | "warning" | "info";

/** What a rule found. Messages: lower case, no full stop, names in backticks, the smallest span. */
export interface Finding {
  readonly span: Span;
  /** The note it stands in, when that is not the checked note: an event of an embedded timeline. */
  readonly path?: string;
  readonly message: string;
  /** Only where this one weighs other than its rule says: a placeholder in a draft. */
  readonly severity?: Severity;
  /** What to do about it. */
  readonly help?: string;
  /** The other ends of a contradiction, in whichever note they stand. */
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

export interface Related extends Place {
  readonly message: string;
}

/** Edits that mend a finding, in any order, not overlapping; all of them or none. */
export interface Fix {
  /** What it does, as a button would say it: `Rename to `tags``. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** It adds what is still to be written, such as an empty section; nobody gets that who mends many notes at once. */
  readonly scaffolds?: boolean;
}

/** A finding with who says so, how bad it is and where. */
export interface Diagnostic extends Finding {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
}
