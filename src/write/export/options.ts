import type { Clock } from "../../time";
import type { ExportStyles, Settings } from "../../settings";
import type { Note } from "../../note";
import type { Library, Vault } from "../../vault";
import type { WriteFormula } from "./html/math";
import type { Redacted } from "./external/external";

/** Who is to show an exported document: each reads the Markdown that it knows. */
export type Flavor = ExportStyles["flavor"];

/** Who reads the Markdown next: a host, or what makes HTML of it and knows callouts itself. */
export type MarkdownReader = Flavor | "html";

/** Where an exported document will stand: both paths start from one folder that holds both. */
export interface ExportPlace {
  /** The document with its extension, such as `Exports/Outage.md`. */
  readonly document: string;
  /** The vault's root; empty when the document lies in the vault. */
  readonly vault: string;
}

/** What a target makes its document by: the choices, with what the settings add. */
export interface ExportOptions extends Omit<ExportStyles, "flavor"> {
  readonly flavor: MarkdownReader;
  /** What stands in the boxes of done tasks, and of those that were given up. */
  readonly taskMarks: { readonly done: readonly string[]; readonly cancelled: readonly string[] };
  /** Says before what an embed brought in where that came from. */
  readonly markOrigin: boolean;
  /** Single line breaks are blanks; otherwise they are shown. */
  readonly strictLineBreaks: boolean;
  /** How many embeds deep to follow. */
  readonly depth: number;
  readonly place: ExportPlace;
  /** Takes out what must not leave: gets the note with its embeds replaced, gives the text to go on with. */
  readonly redact?: (document: Note) => Redacted;
}

/** A file that the document shows or links to, to be copied next to it. */
export interface ExportedAttachment {
  /** Path in the vault. */
  readonly from: string;
  /** Path from the document's folder, as the document names it before its characters are percent-encoded. */
  readonly to: string;
}

/** What an export reads from; the library holds the note with all that it shows or points into. */
export interface ExportSource {
  readonly vault: Vault;
  readonly library: Library;
  readonly settings: Settings;
  /** Whether the vault shows single line breaks as blanks: see `hasStrictLineBreaks`. */
  readonly strictLineBreaks: boolean;
  /** What HTML needs to tell of the incident; without it, it shows the text alone. */
  readonly clock?: Clock;
  /** Writes formulas in TeX as MathML, for HTML; without it, they are shown as their source. */
  readonly formula?: WriteFormula;
}
