/**
 * The text of one note as a `Note`: properties, headings, lists, tables, links, embeds, code and comments, each with
 * its span.
 *
 * It promises that every text is a note (nothing is refused, nothing thrown), that time is in proportion to the length
 * whatever the text is, and that what it finds is what Obsidian finds: recordings of the app and CommonMark are its
 * oracles. YAML that is broken gives its problems and whatever could still be read.
 *
 * It does not know other notes (a link is only words until the vault resolves it), settings, or what a postmortem is.
 */

// A note and its parts.
export type {
  BlockId,
  BlockMark,
  Code,
  Comment,
  Embed,
  Footnote,
  Heading,
  Leaf,
  Link,
  ListItem,
  Note,
  Quote,
  ReferenceLink,
  Table,
  TableRow,
  Tag,
} from "./note";
export { parseNote } from "./parse";

// Reading on: text without its code, comments and block id, words as a reader sees them, link targets.
export { maskedText } from "./masked";
export { sectionEnds } from "./section-ends";
export type { SectionEnd } from "./section-ends";
export { withoutBlockId } from "./block/block-ids";
export { inlineFootnoteEnd, longestInlineFootnote } from "./marks/footnote";
export { shownWords } from "./shown-words";
export { decodePercent, displayOf, hasScheme, splitTarget } from "./marks/link-target";

// Properties: values, and YAML as it is written.
export { hasTag, isBlankValue, listedNames, listIn, namesIn, plainName, propertyOf, tagsIn, textOf } from "./value";
export { misplacedFrontmatter } from "./misplaced-frontmatter";
export { findFrontmatter, keyIndent } from "./yaml/frontmatter";
export type { FrontmatterEntry, YamlNode, YamlValue } from "./yaml/node";
export { readYamlText } from "./yaml/text";
export { escapeDoubleQuoted, yamlScalar } from "./yaml/write-scalar";

// The note as Obsidian's own metadata cache would hold it.
export { toCachedMetadata } from "./obsidian/metadata";
