import type { Span } from "../../base";
import type { Embed } from "../../note";
import type { EmbedProblem, ExpandedEmbed, Expansion, Library } from "../../vault";
import type { Manner } from "./blocks";
import type { Names } from "./names";
import type { Writer } from "./writer";

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
  /** The blocks that stand in table cells; null where a cell cannot hold any. */
  readonly cells: CellBlocks[] | null;
}

export type TextEmbed = Extract<ExpandedEmbed, { readonly kind: "text" }>;

/** Blocks that stand in a table cell, as a footnote of this name until then. */
export interface CellBlocks {
  readonly name: string;
  readonly embed: TextEmbed;
  /** Level of the heading that the table stands under; 0 for none. */
  readonly level: number;
}

/** What the names of footnotes begin with that are the blocks of a table cell: a character that nobody types. */
export const cellMark = "\uE000";

/** Where a stretch of text is put. */
export interface InsertionPlace {
  /** What every line but the first starts with: the quotes and list items around it. */
  readonly prefix: string;
  /** Level of the heading that the place stands under; 0 for none. */
  readonly level: number;
  readonly as: Manner;
  /** Loose marks of the text around, by what would pair with them: where the text is part of a paragraph. */
  readonly partners?: ReadonlySet<string>;
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

const reasons: Readonly<Record<EmbedProblem["kind"], string>> = {
  "missing-note": "it does not exist",
  "missing-section": "the note has no such part",
  "outside-vault": "it lies outside the vault",
  unreadable: "it could not be read",
  drawing: "it is a drawing that only the plugin Excalidraw shows",
  empty: "there is nothing in it",
  cycle: "it embeds itself",
  "too-deep": "too many embeds inside one another",
  "too-large": "too much text",
  unfit: "there is no room for it here",
};

/** What stands in a paragraph of its own for an embed that cannot be shown; `named` says which one and why. */
export function remarkBlock(embed: Embed, problem: EmbedProblem, named: boolean): string {
  return `> [!warning] Not included${named ? naming(embed, problem) : ""}`;
}

/** What stands among other words for an embed that cannot be shown. */
export function remarkWords(embed: Embed, problem: EmbedProblem, named: boolean): string {
  return `(not included${named ? naming(embed, problem) : ""})`;
}

function naming({ target }: Embed, { kind }: EmbedProblem): string {
  return `: ${code(target)} – ${reasons[kind]}`;
}

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
