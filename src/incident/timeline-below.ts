import type { Span } from "../base/span";
import type { Block } from "./timeline-blocks";
import { readLine } from "./timeline-line";

/** Whether a heading stands above lines with times of their own, and so only groups them. */
export function holdsTimes(blocks: readonly Block[], index: number): boolean {
  const heading = blocks[index];
  if (heading?.kind !== "heading" || !heading.note.text.slice(heading.text.start, heading.text.end).trimEnd().endsWith(")")) return false;
  for (let next = index + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block === undefined || (block.kind === "heading" && block.level <= heading.level)) return false;
    if (block.kind === "table") return true;
    const span = block.kind === "item" ? block.text : block.kind === "paragraph" ? block.span : null;
    if (span !== null && readLine(block.note.text.slice(span.start, span.end))?.form === "bare") return true;
  }
  return false;
}

/** What stands below a line that is just a time. */
export interface TextBelow {
  readonly hasTimes: boolean;
  readonly text: Span;
  /** The end of the paragraph, or of the list. */
  readonly end: number;
}

export function textBelow(blocks: readonly Block[], next: number): TextBelow | null {
  const block = blocks[next];
  if (block?.kind === "table") return { hasTimes: true, text: block.span, end: block.span.end };
  if (block?.kind !== "item" && block?.kind !== "paragraph") return null;
  const text = block.kind === "item" ? block.text : block.span;
  const source = block.note.text.slice(text.start, text.end);
  const line = readLine(source);
  if (line !== null) return block.kind === "item" && line.stamp.kind === "time" ? { hasTimes: true, text, end: block.span.end } : null;
  let { end } = block.span;
  for (let index = next + 1; block.kind === "item" && blocks[index]?.kind === "item"; index += 1) end = Math.max(end, blocks[index]?.span.end ?? end);
  if (block.kind === "item") return { hasTimes: false, text, end };
  // The next time may stand at the end of the same paragraph.
  const rows = source.split("\n");
  const time = rows.findIndex((row) => readLine(row) !== null);
  if (time >= 0) end = text.start + rows.slice(0, time).join("\n").length;
  return { hasTimes: false, text: { start: text.start, end }, end };
}
