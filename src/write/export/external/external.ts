import type { Settings } from "../../../settings";
import { applyEdits } from "../../../base";
import type { Note } from "../../../note";
import { parseNote } from "../../../note";
import type { Edit, Span } from "../../../base";
import type { Library } from "../../../vault";
import type { KnownPerson } from "./people";
import { peopleOf } from "./people";
import type { Removed } from "./links";
import { headingsIn, internalLink, withoutLinks } from "./links";
import { outgoing } from "./sections";
import { leaksOf } from "./leaks";
import { readMarkdown } from "./reading";
import type { FoundWords, Listed, Search } from "./words";
import { projectsIn, searchFor } from "./words";

export type { Removed } from "./links";

/** What knows of people and of what may leave. */
export interface ExternalContext {
  readonly library: Library;
  readonly settings: Settings;
}

/** A text without what is known not to leave. Whether anything is left in the document is for `leaksOf` to say. */
export interface Redacted {
  readonly text: string;
  readonly removed: readonly Removed[];
  /** What was looked for. */
  readonly listed: Listed;
}

/** What stands for a word that is blacked out; no mark of Markdown, and no word that could be listed. */
const blackedOut = "███";

/**
 * The external version of a note whose embeds are already replaced: only the listed sections and properties, roles
 * for people, no internal links, tickets, comments and attachments. Names are found however they are written, in code
 * and within words of marks and entities.
 */
export function redact(document: Note, { library, settings }: ExternalContext): Redacted {
  const people = peopleOf([document], library, settings);
  const listed = { people, projects: projectsIn(document.text, settings), settings };
  const search = searchFor(listed);
  const { text, sections, properties } = outgoing(document, settings);
  const linkless = withoutLinks(text, document.path, { library, settings, search });
  const wordless = withoutFindings(`${linkless.text.trimEnd()}\n`, search, rolesOf(settings));
  const left = (kind: Removed["kind"], names: readonly string[]): Removed[] =>
    names.map((what) => ({ kind, what, instead: "", where: "" }));
  return {
    text: wordless.text,
    removed: [...left("property", properties), ...left("section", sections), ...linkless.removed, ...wordless.removed],
    listed,
  };
}

/**
 * Makes what takes out of single texts of these notes, such as a title, all that must not leave; null where something
 * of it is left all the same.
 */
export function redactor(
  notes: readonly Note[],
  { library, settings }: ExternalContext,
): (text: string) => string | null {
  const people = peopleOf(notes, library, settings);
  const projects = new Set(notes.flatMap(({ text }) => [...projectsIn(text, settings)]));
  const listed = { people, projects, settings };
  const search = searchFor(listed);
  return (text) => {
    const linkless = withoutLinks(text, notes[0]?.path ?? "", { library, settings, search });
    const wordless = withoutFindings(linkless.text, search, rolesOf(settings)).text;
    return leaksOf(readMarkdown(wordless), listed).length === 0 ? wordless : null;
  };
}

/**
 * The role of each person, the same at each place; those without one of their own are numbered in the order of the
 * text.
 */
function rolesOf({ external: { roles, otherRole } }: Settings): (person: KnownPerson | null) => string {
  const given = new Map(Object.entries(roles).map(([name, role]) => [name.toLowerCase(), role]));
  const numbered = new Map<KnownPerson | null, string>();
  return (person) => {
    const own = [person?.name ?? "", ...(person?.names ?? [])]
      .map((name) => given.get(name.toLowerCase()))
      .find((role) => role !== undefined);
    const role = own ?? numbered.get(person) ?? `${otherRole} ${numbered.size + 1}`;
    if (own === undefined) numbered.set(person, role);
    return role;
  };
}

function withoutFindings(
  text: string,
  search: Search,
  roleOf: (person: KnownPerson | null) => string,
): { readonly text: string; readonly removed: readonly Removed[] } {
  const headingAt = headingsIn(parseNote(text));
  const instead = ({ kind, person }: FoundWords): string =>
    kind === "person" ? roleOf(person) : kind === "link" ? internalLink : kind === "ticket" ? "(ticket)" : blackedOut;
  const edits: (Edit & Removed)[] = [];
  for (const finding of apart(search(text))) {
    const words = instead(finding);
    const source = text.slice(finding.span.start, finding.span.end);
    edits.push({
      path: "",
      span: finding.span,
      text: words + unpairedTags(text, finding.span) + structureIn(source),
      kind: finding.kind,
      what: finding.what,
      instead: words,
      where: headingAt(finding.span.start),
    });
  }
  return {
    text: applyEdits(text, edits) ?? "",
    removed: edits.map(({ kind, what, instead: words, where }) => ({ kind, what, instead: words, where })),
  };
}

/**
 * What stands between the words of a name and is none of it: the end of a cell, a paragraph or an item of a list. It
 * stays, so that a table keeps its columns and a document its lines.
 */
function structureIn(source: string): string {
  const between = source.match(/\|[^\p{L}\p{N}]*|\r?\n(?=[ \t>]*(?:[\r\n|#+]|[-*+] ))[^\p{L}\p{N}]*/gu) ?? [];
  return between.join("");
}

/** How far behind a name the tag may stand that closes one within it, in UTF-16 units. */
const farthestTag = 300;

/** The tags between the words of a name whose other half stands outside it, without what the one that opens says. */
function unpairedTags(text: string, { start, end }: Span): string {
  const behind = text.slice(end, end + farthestTag);
  const tags = text.slice(start, end).match(/<\/?[a-z][a-z\d]{0,20}(?![^\s/>])/gi) ?? [];
  const unpaired: string[] = [];
  for (const tag of tags.map((written) => `${written.toLowerCase()}>`))
    if (tag.startsWith("</") && unpaired.at(-1) === tag.replace("/", "")) unpaired.pop();
    else unpaired.push(tag);
  return unpaired.filter((tag) => tag.startsWith("</") || behind.includes(`</${tag.slice(1, -1)}`)).join("");
}

/** The findings as stretches that do not overlap: of those that do, the longest says what it is. */
function apart(findings: readonly FoundWords[]): readonly FoundWords[] {
  const length = ({ span }: FoundWords): number => span.end - span.start;
  const result: FoundWords[] = [];
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start || length(b) - length(a))) {
    const last = result.at(-1);
    if (!last || last.span.end <= finding.span.start) result.push(finding);
    else
      result[result.length - 1] = {
        ...(length(finding) > length(last) ? finding : last),
        span: { start: last.span.start, end: Math.max(last.span.end, finding.span.end) },
      };
  }
  return result;
}
