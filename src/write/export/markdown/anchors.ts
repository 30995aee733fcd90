import { within } from "../../../base";
import type { Heading, Note } from "../../../note";
import type { Span } from "../../../base";
import type { MarkdownReader } from "../options";
import { githubAnchor } from "../../../vault";

/** What links into a note can lead to by `#name`. */
export interface AnchorNames {
  /** Each host names headings in its own way; CommonMark does not, so there they are GitHub's and are written out. */
  readonly ofHeading: ReadonlyMap<Heading, string>;
  readonly toHeading: ReadonlyMap<string, Heading>;
  /** Those that HTML tags in the text set. */
  readonly written: ReadonlySet<string>;
}

/** Finds the anchors of a note. */
export function anchorsOf(note: Note, flavor: MarkdownReader): AnchorNames {
  const ofHeading = headingAnchors(note, flavor);
  const written = [...note.text.matchAll(/<[a-z][a-z\d]*[ \t]+(?:id|name)="([^"<>\s]+)"/gi)].map(
    (match) => match[1] ?? "",
  );
  return {
    ofHeading,
    toHeading: new Map([...ofHeading].map(([heading, anchor]) => [anchor, heading])),
    written: new Set(written),
  };
}

function headingAnchors(note: Note, flavor: MarkdownReader): ReadonlyMap<Heading, string> {
  const counts = new Map<string, number>();
  const anchors = new Map<Heading, string>();
  for (const heading of note.headings) {
    const slug = slugOf(shownWords(note, heading.textSpan), flavor);
    let anchor = slug;
    let count = counts.get(slug) ?? 0;
    while (counts.has(anchor)) anchor = `${slug}-${++count}`;
    counts.set(slug, count);
    counts.set(anchor, counts.get(anchor) ?? 0);
    anchors.set(heading, anchor);
  }
  return anchors;
}

/** An anchor in the text; GitLab takes `id` away and leaves `name`. */
export function anchorTag(name: string, flavor: MarkdownReader): string {
  return `<a ${flavor === "gitlab" ? "name" : "id"}="${name}"></a>`;
}

/** The part of an address after `#`: GitLab's `string_to_anchor` joins hyphens, too, and lets no anchor be a number. */
function slugOf(words: string, flavor: MarkdownReader): string {
  const slug = githubAnchor(words);
  return flavor === "gitlab" ? slug.replace(/-{2,}/g, "-").replace(/^\d+$/, "anchor-$&") : slug;
}

/** The words of a heading as they are shown, without marks. */
function shownWords(note: Note, span: Span): string {
  const facts = [
    ...within(note.links, span).map((link) => ({
      span: link.span,
      words: link.kind === "wikilink" ? link.display : unmarked(link.display),
    })),
    ...within(note.embeds, span).map((embed) => ({ span: embed.span, words: "" })),
    ...within(note.comments, span).map((comment) => ({ span: comment.span, words: "" })),
    ...within(note.code, span).map((code) => ({
      span: code.span,
      words: note.text.slice(code.content.start, code.content.end),
    })),
    ...within(note.footnoteRefs, span).map((ref) => ({ span: ref.span, words: "" })),
  ].sort((a, b) => a.span.start - b.span.start);
  let words = "";
  let position = span.start;
  for (const fact of facts) {
    if (fact.span.start < position) continue;
    words += unmarked(note.text.slice(position, fact.span.start)) + fact.words;
    position = fact.span.end;
  }
  return words + unmarked(note.text.slice(position, span.end));
}

/**
 * Without HTML tags, and without underscores that mark emphasis; all other marks are punctuation, which no anchor has.
 */
function unmarked(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\d+);/gi, " ")
    .replace(/\\_/g, "\uE000")
    .replace(/_+/g, (run, at: number, whole: string) =>
      endsInWord.test(whole.slice(Math.max(0, at - 2), at)) &&
      startsWithWord.test(whole.slice(at + run.length, at + run.length + 2))
        ? run
        : "",
    )
    .replaceAll("\uE000", "_");
}

/** Underscores between letters or digits are part of the word; looked at on both sides, up to two UTF-16 units. */
const endsInWord = /[\p{L}\p{N}]$/u;
const startsWithWord = /^[\p{L}\p{N}]/u;
