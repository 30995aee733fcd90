import { within } from "../../../base";
import type { Rewrite, Span } from "../../../base";
import { rewritten } from "../../../base";
import type { Note } from "../../../note";
import { parseNote } from "../../../note";

/** A run of one or two asterisks, or of two tildes, and what CommonMark makes of it. */
interface Run {
  readonly mark: "*" | "**" | "~~";
  readonly span: Span;
  /** The characters beside it; a space at the edge of its paragraph, heading or cell. */
  readonly before: string;
  readonly after: string;
  /** Something other than a blank stands behind it, or before it. */
  readonly beginsWords: boolean;
  readonly endsWords: boolean;
  /** By CommonMark's rule of flanking. https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
  readonly opens: boolean;
  readonly closes: boolean;
}

const tags = { "*": "em", "**": "strong", "~~": "del" } as const;

/**
 * Emphasis that CommonMark does not see, since its marks stand between a letter and a sign of punctuation, as tags:
 * `**[words](to)**letters` would show its asterisks on a Git host.
 */
export function withEmphasisTags(text: string): string {
  if (!/[*~]/.test(text)) return text;
  const note = parseNote(text);
  const stretches = [
    ...note.leaves.filter(({ type }) => type === "paragraph" || type === "heading").map(({ span }) => span),
    ...note.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  ];
  const rewrites = stretches.flatMap((span) => unseen(text, runsOf(note, span)));
  return rewrites.length === 0 ? text : rewritten(text, rewrites);
}

/** Each run that can end what the nearest run of its kind has begun does so; pairs that CommonMark sees are left. */
function unseen(text: string, runs: readonly Run[]): readonly Rewrite[] {
  const rewrites: Rewrite[] = [];
  const open = new Map<Run["mark"], Run>();
  for (const run of runs) {
    const begun = open.get(run.mark);
    if (!begun || !run.endsWords) {
      if (run.beginsWords) open.set(run.mark, run);
      continue;
    }
    open.delete(run.mark);
    if ((begun.opens && run.closes) || mayBeProduct(text, begun, run)) continue;
    const tag = tags[run.mark];
    rewrites.push({ span: begun.span, text: `<${tag}>` }, { span: run.span, text: `</${tag}>` });
  }
  return rewrites.sort((a, b) => a.span.start - b.span.start);
}

/** Between ASCII letters and brackets a single asterisk may be a product, as in `a*(b)*c`; not around a link. */
function mayBeProduct(text: string, begun: Run, run: Run): boolean {
  const isAscii = begun.before <= "~" && run.after <= "~";
  return run.mark === "*" && isAscii && !text.slice(begun.span.end, run.span.start).includes("](");
}

function runsOf({ text, code, math, comments, links }: Note, stretch: Span): readonly Run[] {
  const verbatim = [
    ...[...within(code, stretch), ...within(comments, stretch)].map(({ span }) => span),
    ...within(
      math.map((span) => ({ span })),
      stretch,
    ).map(({ span }) => span),
    ...within(links, stretch).map((link) => (link.kind === "markdown" ? link.targetSpan : link.span)),
  ].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let next = 0;
  let verbatimTo = 0;
  for (const { 0: written, index } of text.slice(stretch.start, stretch.end).matchAll(/\\.|\*+|~+/gs)) {
    const start = stretch.start + index;
    for (let span = verbatim[next]; span && span.start <= start; span = verbatim[++next])
      verbatimTo = Math.max(verbatimTo, span.end);
    const mark = written === "*" || written === "**" || written === "~~" ? written : null;
    if (mark !== null && start >= verbatimTo) runs.push(runAt(text, stretch, mark, start));
  }
  return runs;
}

function runAt(text: string, stretch: Span, mark: Run["mark"], start: number): Run {
  const span = { start, end: start + mark.length };
  const before = start === stretch.start ? " " : characterBefore(text, start);
  const after = span.end === stretch.end ? " " : String.fromCodePoint(text.codePointAt(span.end) ?? 32);
  const [beginsWords, endsWords] = [!blank.test(after), !blank.test(before)];
  return {
    mark,
    span,
    before,
    after,
    beginsWords,
    endsWords,
    opens: beginsWords && (!punctuation.test(after) || !endsWords || punctuation.test(before)),
    closes: endsWords && (!punctuation.test(before) || !beginsWords || punctuation.test(after)),
  };
}

const blank = /\s/;
const punctuation = /[\p{P}\p{S}]/u;

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
