import type { Span } from "../base/span";
import type { Expansion } from "../vault/expansion";
import type { Library } from "../vault/library";
import type { EmbedProblem } from "../vault/embed";
import type { Manner } from "./flatten-blocks";
import type { Names } from "./flatten-names";
import type { Writer } from "./flatten-writer";

/** A document under construction. */
export interface Document {
  readonly library: Library;
  /** The note whose embeds are replaced; its own text stays as it is. */
  readonly host: Expansion;
  readonly names: Names;
  readonly lineBreak: "\n" | "\r\n";
  readonly markOrigin: boolean;
  /** Remarks say which embed they stand for. */
  readonly named: boolean;
  readonly keepUnresolved: boolean;
  readonly writer: Writer;
  readonly problems: EmbedProblem[];
}

/** Where a stretch of text is put. */
export interface Place {
  /** What every line but the first starts with: the quotes and list items around it. */
  readonly prefix: string;
  /** Level of the heading that the place stands under; 0 for none. */
  readonly level: number;
  readonly as: Manner;
}

/** A span of a note and what is written in its place. */
export interface Change {
  readonly span: Span;
  write(): void;
}

/** Ends the line, leaves a blank one, and starts the next. */
export function startBlock({ writer, lineBreak }: Document, prefix: string): void {
  writer.write(lineBreak + prefix.trimEnd() + lineBreak + prefix);
}
