import { parseNote } from "../../note";
import type { EmbedProblem, Library } from "../../vault";
import type { Removed } from "./external/external";
import { flatten } from "..";
import { toMarkdown } from "./markdown/markdown";
import type { ExportOptions, ExportedAttachment } from "./options";

/** A document that stands alone outside Obsidian. */
export interface Exported {
  /** Markdown for the reader that was asked for. */
  readonly text: string;
  /** Each file once, in the order of the text. */
  readonly attachments: readonly ExportedAttachment[];
  /** Embeds that could not be included: a visible remark stands for each in the text. */
  readonly problems: readonly EmbedProblem[];
  /** What the external version leaves out or replaces; nothing otherwise. */
  readonly removed: readonly Removed[];
  /**
   * Why there is no document, in words, such as what may not leave and could not be taken out: then the text is empty,
   * and nothing may be written.
   */
  readonly refusal: string | null;
}

/**
 * The note at `path` as Markdown that stands alone; null when the library does not hold it. Linear in the text that
 * comes of it; exporting what it gives changes nothing more.
 */
export function exportNote(library: Library, path: string, options: ExportOptions): Exported | null {
  const flattened = flatten(library, path, {
    depth: options.depth,
    markOrigin: options.markOrigin,
    nameless: options.redact !== undefined,
    blocksInCells: options.flavor === "html",
  });
  if (!flattened) return null;
  const { problems } = flattened;
  const whole = parseNote(flattened.text, path);
  const redacted = options.redact?.(whole);
  const document = redacted ? parseNote(redacted.text, path) : whole;
  return { ...toMarkdown(library, document, options), problems, removed: redacted?.removed ?? [], refusal: null };
}
