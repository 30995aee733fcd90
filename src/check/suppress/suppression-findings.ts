import { suppressionKey } from "../../incident";
import { contains, lineEndBefore, lineStartOf, nearest, skipSpaces } from "../../base";
import type { FrontmatterEntry, Note, YamlNode } from "../../note";
import type { Span } from "../../base";
import type { Finding, Fix } from "../diagnostic";
import { splitIds, type Suppression } from "./suppression";

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
 * Takes one rule out of a comment or a property, or these away with their last rule; `before` and `after` are the
 * note's suppressions beside it. Null where the property is written in a way that is left to its writer.
 */
export function withoutSuppression(
  note: Note,
  suppression: Suppression,
  before: Suppression | undefined,
  after: Suppression | undefined,
): Fix | null {
  const { ruleSpan, source } = suppression;
  const together = (other: Suppression | undefined): other is Suppression => other?.source.start === source.start;
  let span: Span | null;
  if (suppression.form === "frontmatter")
    span = together(before) || together(after) ? partOfProperty(note, ruleSpan) : wholeLines(note.text, source);
  else if (together(after)) span = { start: ruleSpan.start, end: after.ruleSpan.start };
  else if (together(before)) span = { start: before.ruleSpan.end, end: ruleSpan.end };
  else span = withItsLine(note.text, source);
  return span && { title: "Remove the suppression", edits: [{ path: note.path, span, text: "" }] };
}

/** What of the property says that one rule of several is ignored; null where it says more than that. */
function partOfProperty({ frontmatter, text }: Note, ruleSpan: Span): Span | null {
  const value = frontmatter?.entries.find(({ key }) => key === suppressionKey)?.value;
  const parts = value === undefined ? [] : [...value.items, ...value.entries];
  const at = parts.findIndex(({ span }) => contains(span, ruleSpan));
  const part = parts[at];
  if (value === undefined || part === undefined || rulesIn(part) !== 1) return null;
  if (!"[{".includes(text.charAt(value.span.start))) return wholeLines(text, part.span);
  const [before, after] = [parts[at - 1], parts[at + 1]];
  if (after !== undefined) return { start: part.span.start, end: after.span.start };
  return before === undefined ? null : { start: before.span.end, end: part.span.end };
}

/** How many rules an item of a list, or an entry of a mapping, names. */
function rulesIn(part: YamlNode | FrontmatterEntry): number {
  const named =
    "key" in part ? [part.key] : typeof part.value === "string" ? [part.value] : part.entries.map(({ key }) => key);
  return named.flatMap((text) => splitIds(text).ids).length;
}

/** The lines of a span; null where anything but the dash of a list stands on them beside it. */
function wholeLines(text: string, { start, end }: Span): Span | null {
  const from = lineStartOf(text, start);
  const next = text.indexOf("\n", end);
  const to = next < 0 ? text.length : next + 1;
  const beside = text.slice(from, start) + text.slice(end, to);
  return ["", "-"].includes(beside.trim()) ? { start: from, end: to } : null;
}

/**
 * The span with its line when nothing else stands on it, and with the empty line that would be one too many; else with
 * the blanks before it.
 */
function withItsLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (text[from - 1] === " " || text[from - 1] === "\t") from--;
  if (from > 0 && text[from - 1] !== "\n") return { start: from, end };
  const to = blankLineEnd(text, end);
  if (to === null) return { start, end };
  const above = lineEndBefore(text, from);
  const isBelowEmptyLine = lineStartOf(text, above) === above;
  return { start: from, end: (isBelowEmptyLine ? blankLineEnd(text, to) : null) ?? to };
}

/** Offset behind the line that goes on at an offset with nothing but blanks; null where anything else stands there. */
function blankLineEnd(text: string, from: number): number | null {
  let at = skipSpaces(text, from, text.length);
  if (text[at] === "\r" && text[at + 1] === "\n") at++;
  if (at === text.length) return at;
  return text[at] === "\n" ? at + 1 : null;
}
