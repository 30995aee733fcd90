export { decodePercent, displayOf, hasScheme } from "./marks/link-target";
export { maskedText } from "./masked";
export type {
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
export { toCachedMetadata } from "./obsidian/metadata";
export { parseNote } from "./parse";
export { shownWords } from "./shown-words";
export { hasTag, isBlank, listedNames, listIn, namesIn, plainName, propertyOf, tagsIn, textOf } from "./value";
export { findFrontmatter, keyIndent } from "./yaml/frontmatter";
export type { FrontmatterEntry, YamlNode, YamlValue } from "./yaml/node";
export { escapeDoubleQuoted, yamlScalar } from "./yaml/write-scalar";
