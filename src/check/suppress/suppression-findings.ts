import { suppressionKey } from "../../incident";
import { nearest } from "../../base";
import type { Note } from "../../note";
import type { Span } from "../../base";
import type { Finding, Fix } from "../diagnostic";
import type { Suppression } from "./suppression";

/** What the engine knows about a note's suppressions after its rules have run. */
export interface SuppressionUse {
  readonly note: Note;
  readonly suppressions: readonly Suppression[];
  /** Those that removed a finding. */
  readonly used: ReadonlySet<Suppression>;
  /** Ids of all rules. */
  readonly known: ReadonlySet<string>;
  /** Ids of the rules that ran: of a rule that is switched off nobody can say whether its suppression is needed. */
  readonly ran: ReadonlySet<string>;
}

/** What is wrong with suppressions: unknown rules, nothing to suppress, no reason. */
export function* suppressionFindings({ note, suppressions, used, known, ran }: SuppressionUse): Iterable<Finding> {
  for (const [index, suppression] of suppressions.entries()) {
    const { rule, ruleSpan: span, reason } = suppression;
    if (rule === "") {
      yield {
        span,
        message: "suppression names no rule",
        help: `name one, such as \`${suppressionKey} broken-link: the note is private\``,
      };
    } else if (!known.has(rule)) {
      yield unknownRule(note, suppression, nearest(rule, known));
    } else if (!used.has(suppression) && ran.has(rule)) {
      const fix = withoutSuppression(note, suppression, suppressions[index - 1], suppressions[index + 1]);
      yield {
        span,
        message: `\`${rule}\` finds nothing here to suppress`,
        help: "remove the suppression",
        ...(fix !== null && { fix }),
      };
    } else if (reason === "") {
      yield {
        span,
        severity: "info",
        message: `suppression of \`${rule}\` gives no reason`,
        help: `say why after a colon: \`${rule}: reason\``,
      };
    }
  }
}

function unknownRule(note: Note, { rule, ruleSpan: span }: Suppression, meant: string | null): Finding {
  const message = `there is no rule \`${rule}\``;
  if (meant === null) return { span, message };
  const help = `did you mean \`${meant}\`?`;
  const exact = note.text.slice(span.start, span.end) === rule;
  if (!exact) return { span, message, help };
  return {
    span,
    message,
    help,
    fix: { title: `Change to \`${meant}\``, edits: [{ path: note.path, span, text: meant }] },
  };
}

/**
 * Takes one rule out of a comment, or the comment away with its last rule; `before` and `after` are the note's
 * suppressions beside it.
 */
export function withoutSuppression(
  note: Note,
  suppression: Suppression,
  before: Suppression | undefined,
  after: Suppression | undefined,
): Fix | null {
  if (suppression.form === "frontmatter") return null;
  const { ruleSpan, source } = suppression;
  const together = (other: Suppression | undefined): other is Suppression => other?.source.start === source.start;
  let span: Span;
  if (together(after)) span = { start: ruleSpan.start, end: after.ruleSpan.start };
  else if (together(before)) span = { start: before.ruleSpan.end, end: ruleSpan.end };
  else span = withItsLine(note.text, source);
  return { title: "Remove the suppression", edits: [{ path: note.path, span, text: "" }] };
}

/**
 * The span with its line when nothing else stands on it, and with the empty line that would be one too many; else with
 * the blanks before it.
 */
function withItsLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (text[from - 1] === " " || text[from - 1] === "\t") from--;
  const to = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 1000))?.[0];
  if (from > 0 && text[from - 1] !== "\n") return { start: from, end };
  if (to === undefined) return { start, end };
  const afterEmptyLine = from === 0 || /(?:^|\n)\r?\n$/.test(text.slice(Math.max(0, from - 4), from));
  const emptyLine = afterEmptyLine
    ? (/^[ \t]*\r?\n/.exec(text.slice(end + to.length, end + to.length + 1000))?.[0] ?? "")
    : "";
  return { start: from, end: end + to.length + emptyLine.length };
}
