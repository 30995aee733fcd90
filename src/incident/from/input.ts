import type { Steps } from "../../base";
import { findLineStarts, once, positionAt, textStart } from "../../base";
import type { ReadJson } from "./json";
import { readJson } from "./json";
import type { SourceTable } from "./table";
import { beginningOfTable, readTable } from "./table";

/** What somebody handed over: the text of a file, of a pipe or of a paste. */
export interface Handed {
  /** Name of the file, with its folders as far as they are known; empty for a pipe or a paste. */
  readonly name: string;
  readonly text: string;
  /** What the same paste holds as HTML. */
  readonly html?: string;
}

/** The same, with what every source wants to know of it worked out once. */
export interface Input {
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly html: string | null;
  /** Null for a text that is not meant as JSON. */
  readonly json: ReadJson | null;
  /** Its first rows alone; null for a text that is no table. */
  readonly tableStart: () => SourceTable | null;
  /** All of it. */
  readonly table: () => Steps<SourceTable | null>;
  readonly lines: () => readonly string[];
  /** From 1. */
  readonly lineAt: (offset: number) => number;
  /** The same of many, without holding the lines of a long text. */
  readonly linesAt: (offsets: readonly number[]) => Steps<readonly number[]>;
}

export function* inputOf({ name, text: handed, html }: Handed): Steps<Input> {
  const text = handed.slice(textStart(handed));
  const json = looksLikeJson(text) ? yield* readJson(text) : null;
  const lineStarts = once(() => findLineStarts(text));
  return {
    name,
    text,
    html: html ?? null,
    json,
    tableStart: once(() => (json === null ? beginningOfTable(text) : null)),
    table: () => readTable(json === null ? text : ""),
    lines: once(() => text.split(/\r\n|\n|\r/)),
    lineAt: (offset) => positionAt({ text, lineStarts: lineStarts() }, offset).line,
    linesAt: (offsets) => linesAt(text, offsets),
  };
}

/** So many lines are counted between two pauses. */
const stride = 10_000;

function* linesAt(text: string, offsets: readonly number[]): Steps<readonly number[]> {
  const lines = offsets.map(() => 1);
  let [line, feed] = [1, text.indexOf("\n")];
  for (const [offset, index] of offsets.map((each, at) => [each, at] as const).sort(([a], [b]) => a - b)) {
    for (; feed >= 0 && feed < offset; feed = text.indexOf("\n", feed + 1)) {
      line += 1;
      if (line % stride === 0) yield;
    }
    lines[index] = line;
  }
  return lines;
}

/** A bracket may as well open a time, as in `[3:06 PM] Ada`. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[[{"\]]|-?\d+(?:\.\d+)?\s*[,\]]|null\b|true\b|false\b))/.test(text.slice(0, 10_000));
}
