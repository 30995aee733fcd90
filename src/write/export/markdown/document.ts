import type { Heading, Note } from "../../../note";
import type { Library } from "../../../vault";
import type { ExportOptions } from "../options";
import type { AnchorNames } from "./anchors";
import type { DocumentPaths } from "./place";

/** A note without embeds of notes and without comments, on its way to the Markdown of a host. */
export interface MarkdownDocument {
  readonly library: Library;
  readonly note: Note;
  readonly options: ExportOptions;
  readonly place: DocumentPaths;
  readonly lineBreak: "\n" | "\r\n";
  /** Of the document, or of a note that it links to. */
  readonly anchors: (note: Note) => AnchorNames;
  /** Headings that something in the document leads to; filled while links are written. */
  readonly linkedHeadings: Set<Heading>;
  /** Block ids that something in the document leads to, in lower case; filled while links are written. */
  readonly linkedBlocks: Set<string>;
}

/** The anchor of a block. */
export function blockAnchor(id: string): string {
  return `block-${id.toLowerCase()}`;
}
