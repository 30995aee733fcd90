import type { Heading, Note } from "../../../note";
import { parseNote } from "../../../note";
import type { Library } from "../../../vault";
import type { ExportedAttachment, ExportOptions } from "../options";
import type { AnchorNames } from "./anchors";
import { anchorsOf } from "./anchors";
import { calloutRewrites } from "./callouts";
import { withoutComments } from "./comments";
import type { MarkdownDocument } from "./document";
import { withEmphasisTags } from "./emphasis";
import { withNamedFootnotes, withNotesSection } from "./footnotes";
import { lineBreakRewrites } from "./line-breaks";
import { linkRewrites } from "./links";
import { blockIdRewrites, headingRewrites, highlightRewrites, taskRewrites } from "./marks";
import { DocumentPaths } from "./place";
import { propertyRewrites } from "./properties";
import { taskWordRewrites } from "./tasks";
import { rewritten } from "../../../base";

/** Markdown that a host reads, and the files that go with it. */
export interface PortableMarkdown {
  readonly text: string;
  readonly attachments: readonly ExportedAttachment[];
}

/** A note without embeds of notes in the Markdown of a host: nothing that only Obsidian reads is left outside code. */
export function toMarkdown(library: Library, whole: Note, options: ExportOptions): PortableMarkdown {
  const note = parseNote(withoutComments(whole, options.markOrigin && options.redact === undefined), whole.path);
  const lineBreak = note.text.includes("\r\n") ? "\r\n" : "\n";
  const known = new Map<Note, AnchorNames>();
  const anchors = (other: Note): AnchorNames => {
    const found = known.get(other) ?? anchorsOf(other, options.flavor);
    known.set(other, found);
    return found;
  };
  const place = new DocumentPaths(options.place);
  const doc: MarkdownDocument = {
    library,
    note,
    options,
    place,
    lineBreak,
    anchors,
    linkedHeadings: new Set<Heading>(),
    linkedBlocks: new Set<string>(),
  };
  // Links come first: they tell which headings and blocks need an anchor.
  const links = linkRewrites(doc);
  const text = rewritten(note.text, [
    ...links,
    ...propertyRewrites(doc),
    ...calloutRewrites(doc),
    ...highlightRewrites(doc),
    ...blockIdRewrites(doc),
    ...taskRewrites(doc),
    ...taskWordRewrites(doc),
    ...headingRewrites(doc),
    ...lineBreakRewrites(doc),
  ]);
  const named = withEmphasisTags(withNamedFootnotes(text, lineBreak));
  return {
    text: options.flavor === "commonmark" ? withNotesSection(named, lineBreak) : named,
    attachments: place.attachments,
  };
}
