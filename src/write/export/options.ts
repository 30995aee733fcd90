import type { Clock } from "../../time";
import type { Settings } from "../../settings";
import type { Note } from "../../note";
import type { Library, Vault } from "../../vault";
import type { Redacted } from "./external/external";

/** Who is to show an exported document: each reads the Markdown that it knows. */
export const flavors = ["github", "gitlab", "commonmark"] as const satisfies readonly Flavor[];
export type Flavor = Settings["export"]["flavor"];

/** Who reads the Markdown next: a host, or what makes HTML of it and knows callouts itself. */
export type MarkdownReader = Flavor | "html";

/** Links to notes that are not part of the document: to their files, or as mere words. */
export const linkStyles = ["relative", "text"] as const satisfies readonly LinkStyle[];
export type LinkStyle = Settings["export"]["links"];

/** The note's frontmatter: as it is, left out, or as a table that everybody sees. */
export const propertyStyles = ["keep", "drop", "table"] as const satisfies readonly PropertyStyle[];
export type PropertyStyle = Settings["export"]["properties"];

/** The marks of the Tasks plugin, such as `📅 2024-05-01`: as they are, or in words. */
export const taskStyles = ["keep", "words"] as const satisfies readonly TaskStyle[];
export type TaskStyle = Settings["export"]["tasks"];

/** Where an exported document will stand: both paths start from one folder that holds both. */
export interface ExportPlace {
  /** The document with its extension, such as `Exports/Outage.md`. */
  readonly document: string;
  /** The vault's root; empty when the document lies in the vault. */
  readonly vault: string;
}

export interface ExportOptions {
  readonly flavor: MarkdownReader;
  readonly links: LinkStyle;
  readonly properties: PropertyStyle;
  readonly tasks: TaskStyle;
  /** What stands in the boxes of done tasks, and of those that were given up. */
  readonly taskMarks: { readonly done: readonly string[]; readonly cancelled: readonly string[] };
  /** Says before what an embed brought in where that came from. */
  readonly markOrigin: boolean;
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
  /** What HTML needs to tell of the incident; without it, it shows the text alone. */
  readonly clock?: Clock;
}
