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
  /** What else would mend it; a person picks one, and nobody who mends many notes at once gets any of them. */
  readonly choices?: readonly Choice[];
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

/** A way to mend a finding that is not the only one, or that needs an answer first. */
export type Choice = Fix | AnsweredEdit | MissingNote | ItemChange;

/** An answer in one line takes the place of what stands there. */
export interface AnsweredEdit {
  readonly title: string;
  /** What the field for the answer is called. */
  readonly asks: string;
  readonly place: Place;
  /** What stands in the field at first; left out, what stands at the place. */
  readonly value?: string;
  /** What is written before the answer. */
  readonly lead?: string;
}

/** A note that is missing comes to be. */
export interface MissingNote {
  readonly title: string;
  /** The link to it as written, without heading and extension; a bare name goes where the app puts new notes. */
  readonly creates: string;
  readonly text: string;
}

/** The action item that the finding stands in is changed as in the table of all of them, with the same questions. */
export interface ItemChange {
  readonly title: string;
  /** The last two are fields such as `[reason:: …]`, whose value is asked for. */
  readonly changes: "owner" | "due" | "done" | "cancelled" | "reason" | "verified-by";
  /** The due date, `YYYY-MM-DD`, where nobody has to be asked for it. */
  readonly day?: string;
}

/** A finding with who says so, how bad it is and where. */
export interface Diagnostic extends Finding {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
}
