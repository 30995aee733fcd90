import type { Settings } from "../../../settings";
import { applyEdits } from "../../../base";
import type { Note } from "../../../note";
import { parseNote } from "../../../note";
import type { Edit } from "../../../base";
import type { Library } from "../../../vault";
import type { Person } from "./people";
import { peopleOf } from "./people";
import type { Removed } from "./links";
import { headingAt, internalLink, withoutLinks } from "./links";
import { outgoing } from "./sections";
import type { Finding, Search } from "./words";
import { searchFor } from "./words";
import { readDocument } from "../html/markdown";

export type { Removed } from "./links";

/** What knows of people and of what may leave. */
export interface ExternalContext {
  readonly library: Library;
  readonly settings: Settings;
}

/**
 * A text that may leave the company with what was taken out of it; or what could not be taken out, and nothing that may
 * leave.
 */
export type Redacted =
  { readonly text: string; readonly removed: readonly Removed[] } | { readonly leaks: readonly string[] };

/** What stands for a word that is blacked out; no mark of Markdown, and no word that could be listed. */
const blackedOut = "███";

/**
 * The external version of a note whose embeds are already replaced: only the listed sections and properties, roles
 * for people, no internal links, tickets, comments and attachments. Names are found however they are written, in code
 * and within words of marks and entities. What comes out is searched again, as Markdown and as the HTML that it makes:
 * one hit, and there is no text.
 */
export function redact(document: Note, { library, settings }: ExternalContext): Redacted {
  const people = peopleOf(document, library, settings);
  const search = searchFor(people, settings);
  const { text, sections, properties } = outgoing(document, settings);
  const linkless = withoutLinks(text, document.path, { library, settings, search });
  const wordless = withoutFindings(`${linkless.text.trimEnd()}\n`, search, rolesOf(settings));
  const leaks = leaksOf(wordless.text, search);
  if (leaks.length > 0) return { leaks };
  const left = (kind: Removed["kind"], names: readonly string[]): Removed[] =>
    names.map((what) => ({ kind, what, instead: "", where: "" }));
  return {
    text: wordless.text,
    removed: [...left("property", properties), ...left("section", sections), ...linkless.removed, ...wordless.removed],
  };
}

/**
 * The role of each person, the same at each place; those without one of their own are numbered in the order of the
 * text.
 */
function rolesOf({ external: { roles, otherRole } }: Settings): (person: Person | null) => string {
  const given = new Map(Object.entries(roles).map(([name, role]) => [name.toLowerCase(), role]));
  const numbered = new Map<Person | null, string>();
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
  roleOf: (person: Person | null) => string,
): { readonly text: string; readonly removed: readonly Removed[] } {
  const note = parseNote(text);
  const instead = ({ kind, person }: Finding): string =>
    kind === "person" ? roleOf(person) : kind === "link" ? internalLink : kind === "ticket" ? "(ticket)" : blackedOut;
  const edits: (Edit & Removed)[] = [];
  for (const finding of apart(search(text))) {
    const words = instead(finding);
    edits.push({
      path: "",
      span: finding.span,
      text: words,
      kind: finding.kind,
      what: finding.what,
      instead: words,
      where: headingAt(note, finding.span.start),
    });
  }
  return {
    text: applyEdits(text, edits) ?? "",
    removed: edits.map(({ kind, what, instead: words, where }) => ({ kind, what, instead: words, where })),
  };
}

/** The findings as stretches that do not overlap: of those that do, the longest says what it is. */
function apart(findings: readonly Finding[]): readonly Finding[] {
  const length = ({ span }: Finding): number => span.end - span.start;
  const result: Finding[] = [];
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

/** What is still found in the text, and in the HTML that it makes. */
function leaksOf(text: string, search: Search): readonly string[] {
  const { tokens, write } = readDocument(text, { images: new Map(), files: new Set() });
  const html = write(0, tokens.length);
  return [...new Set([text, html].flatMap((source) => search(source)).map(({ kind, what }) => `${kind} \`${what}\``))];
}
