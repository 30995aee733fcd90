import type { ExportOptionName } from "../../settings";
import type { Exported } from "./note";
import type { ExportOptions, ExportSource } from "./options";

/**
 * A kind of document that a note can become.
 *
 * A target takes the note's text from `exportNote` and from nowhere else: there every embed is replaced and, for an
 * external version, everything is taken out that must not leave. What it adds of its own, such as a title or a
 * picture, it reads from that text too, so that the document never tells more than the text does.
 */
export interface ExportTarget {
  /** Its name on the command line and in the trace of an exported file, which is read years later: it never changes. */
  readonly id: string;
  /** Its name in the form. */
  readonly name: string;
  /** Extension of its files, without a dot. */
  readonly extension: string;
  /** How the form shows what would be written. */
  readonly preview: "text" | "page";
  /** The options that make a difference to it; the form leaves out the others. */
  readonly heeds: readonly ExportOptionName[];
  /**
   * The document, its attachments named from the document's folder; null when the library does not
   * hold the note. What forbids a document stands in its `refusal`. Writes nothing.
   */
  make(source: ExportSource, path: string, options: ExportOptions): Promise<Exported | null>;
}
