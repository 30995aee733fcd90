import { contains, firstIndex, isMadeOf } from "../../base";
import { suppressionKey } from "../../incident";
import { sectionEnds } from "../../note";
import type { Comment, FrontmatterEntry, Note } from "../../note";
import type { Span } from "../../base";
import type { Library } from "../../vault";
import type { Diagnostic } from "../diagnostic";

/**
 * A wish not to hear of one rule: `%% postmortem-ignore rule-id: reason %%`, the same as an HTML
 * comment, or `postmortem-ignore:` in the frontmatter.
 */
export interface Suppression {
  /** The rule's id as written; empty when the suppression names none. */
  readonly rule: string;
  readonly ruleSpan: Span;
  /** Why, in the writer's words; empty when left out. */
  readonly reason: string;
  /** The comment or the frontmatter entry it is written in. */
  readonly source: Span;
  readonly form: "comment" | "frontmatter";
  /** Findings that start here are meant; null for the whole note and whatever it embeds. */
  readonly range: Span | null;
}

/** What is left of findings, and which of the note's own suppressions removed any. */
export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  readonly used: ReadonlySet<Suppression>;
}

/** The suppressions of a note in the order of its text, one for each rule that is named. */
export function readSuppressions(note: Note): readonly Suppression[] {
  const entry = note.frontmatter?.entries.find(({ key }) => key === suppressionKey);
  const found = entry === undefined ? [] : fromFrontmatter(entry);
  for (const comment of note.comments) found.push(...fromComment(note, comment));
  return found;
}

/**
 * Removes what is suppressed. A finding in an embedded note answers to that note's suppressions and
 * to those that the checked note states for the whole of itself. Of several that cover a finding,
 * the widest one counts as used.
 */
export function suppress(
  found: readonly Diagnostic[],
  own: readonly Suppression[],
  note: Note,
  library: Library,
): Suppressed {
  const used = new Set<Suppression>();
  const byNote = new Map([[note.path, coverOf(own)]]);
  const wholeNote = coverOf(own.filter(({ range }) => range === null));
  const coverIn = (path: string): Cover => {
    const known = byNote.get(path);
    if (known !== undefined) return known;
    const other = library.note(path);
    const cover = coverOf(other === null ? [] : readSuppressions(other));
    byNote.set(path, cover);
    return cover;
  };
  const kept = found.filter((diagnostic) => {
    const suppression = wholeNote(diagnostic) ?? coverIn(diagnostic.path)(diagnostic);
    if (suppression !== null) used.add(suppression);
    return suppression === null;
  });
  return { kept, used };
}

/** Finds the suppression that covers a finding of its note; null when none does. */
type Cover = (finding: Pick<Diagnostic, "rule" | "span">) => Suppression | null;

function coverOf(suppressions: readonly Suppression[]): Cover {
  const whole = { start: 0, end: Infinity };
  const byRule = new Map<string, { readonly range: Span; readonly widest: Suppression }[]>();
  const inOrder = suppressions
    .map((suppression) => ({ suppression, range: suppression.range ?? whole }))
    .sort((a, b) => a.range.start - b.range.start);
  for (const { suppression, range } of inOrder) {
    const list = byRule.get(suppression.rule);
    const last = list?.at(-1);
    const reach = last === undefined || range.end > (last.widest.range ?? whole).end ? suppression : last.widest;
    const entry = { range, widest: reach };
    if (list === undefined) byRule.set(suppression.rule, [entry]);
    else list.push(entry);
  }
  return ({ rule, span }) => {
    const list = byRule.get(rule) ?? [];
    const before = list[firstIndex(list, ({ range }) => range.start > span.start) - 1];
    return before !== undefined && span.start <= (before.widest.range ?? whole).end ? before.widest : null;
  };
}

/**
 * A text, a list of texts, or a mapping of rules to reasons; a list may hold such mappings, as YAML reads `- rule:
 * reason` and `- rule, other: reason`.
 */
function fromFrontmatter({ keySpan, span: source, value }: FrontmatterEntry): Suppression[] {
  const found: Suppression[] = [];
  const add = (rule: string, ruleSpan: Span, reason: string): void => {
    found.push({ rule, ruleSpan, reason, source, form: "frontmatter", range: null });
  };
  for (const node of [value, ...value.items]) {
    if (typeof node.value === "string") {
      const { ids, reason } = splitIds(node.value);
      for (const { id } of ids) add(id, node.span, reason);
    }
    for (const { key, keySpan: at, value: reason } of node.entries)
      for (const { id } of splitIds(key).ids) add(id, at, typeof reason.value === "string" ? reason.value.trim() : "");
  }
  if (found.length === 0) add("", keySpan, "");
  return found;
}

function fromComment(note: Note, comment: Comment): Suppression[] {
  const content = note.text.slice(comment.content.start, comment.content.end);
  const start = content.length - content.trimStart().length;
  if (!content.startsWith(suppressionKey, start)) return [];
  const after = start + suppressionKey.length;
  if (after < content.length && !isMadeOf(content.charAt(after), ":")) return [];
  const { ids, reason } = splitIds(content.slice(after));
  const base = { reason, source: comment.span, form: "comment", range: rangeOf(note, comment) } as const;
  if (ids.length === 0) return [{ ...base, rule: "", ruleSpan: comment.span }];
  const offset = comment.content.start + after;
  return ids.map(({ id, at }) => ({
    ...base,
    rule: id,
    ruleSpan: { start: offset + at, end: offset + at + id.length },
  }));
}

/** `rule-a, rule-b: reason` in its parts; `at` is the offset of an id in the text. */
export function splitIds(text: string): {
  readonly ids: readonly { readonly id: string; readonly at: number }[];
  readonly reason: string;
} {
  const colon = text.indexOf(":");
  const list = colon < 0 ? text : text.slice(0, colon);
  const ids = [...list.matchAll(/[^\s,]+/g)].map((match) => ({ id: match[0], at: match.index }));
  return { ids, reason: colon < 0 ? "" : text.slice(colon + 1).trim() };
}

/** The block that a comment stands in or, when it is a block of its own, the section or block that follows. */
function rangeOf(note: Note, comment: Comment): Span {
  const { sections } = note;
  const at = firstIndex(sections, ({ span }) => span.end >= comment.span.end);
  const isComment = (index: number): boolean => {
    const type = sections[index]?.type;
    return type === "comment" || type === "html";
  };
  if (!comment.block || !isComment(at) || !contains(sections[at]?.span ?? comment.span, comment.span))
    return nestedRange(note, comment);
  let before = at - 1;
  while (isComment(before)) before--;
  const above = sections[before];
  if (above?.type === "heading") return headingSection(note, above.span);
  let next = at + 1;
  while (isComment(next)) next++;
  return sections[next]?.span ?? comment.span;
}

/** Within a list item, quote or paragraph: that block, or the next one there when the comment stands alone. */
function nestedRange(note: Note, comment: Comment): Span {
  let at = firstIndex(note.leaves, ({ span }) =>
    comment.block ? span.start >= comment.span.end : span.end >= comment.span.end,
  );
  while (comment.block && note.leaves[at]?.type === "comment") at++;
  const leaf = note.leaves[at];
  if (leaf === undefined || (!comment.block && !contains(leaf.span, comment.span))) return comment.span;
  const { item } = leaf;
  return item !== null && contains(item.textSpan, leaf.span) ? item.span : leaf.span;
}

/** From a root heading to the end of its section, without the line break before the next heading. */
function headingSection(note: Note, heading: Span): Span {
  const at = firstIndex(note.headings, ({ span }) => span.start >= heading.start);
  const end = sectionEnds(note)[at]?.end ?? note.text.length;
  return { start: heading.start, end: end < note.text.length ? end - 1 : end };
}
