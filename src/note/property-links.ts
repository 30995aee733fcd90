import type { Frontmatter } from "./yaml/frontmatter";
import type { YamlNode } from "./yaml/node";
import { displayOf } from "./marks/link-target";
import type { PropertyLink } from "./note";
import { readWikilink } from "./marks/wikilink";

/** The wikilinks among the values of the properties: what the app lists as `frontmatterLinks`. */
export function propertyLinks(text: string, frontmatter: Frontmatter | null): readonly PropertyLink[] {
  if (frontmatter === null || !text.slice(frontmatter.content.start, frontmatter.content.end).includes("[[")) return [];
  return frontmatter.entries.flatMap(({ key, value }) => linksIn(text, key, value));
}

function linksIn(text: string, key: string, node: YamlNode): readonly PropertyLink[] {
  if (typeof node.value === "string") {
    const link = wholeLink(text, key, node.value, node);
    return link === null ? [] : [link];
  }
  return [
    ...node.items.flatMap((item, index) => linksIn(text, `${key}.${index}`, item)),
    ...node.entries.flatMap((entry) => linksIn(text, `${key}.${entry.key}`, entry.value)),
  ];
}

/** A value that is one wikilink and nothing else. */
function wholeLink(text: string, key: string, value: string, { span }: YamlNode): PropertyLink | null {
  if (!value.startsWith("[[") || value.indexOf("]]") !== value.length - 2) return null;
  const link = readWikilink(value, 2, value.length - 2, false);
  if (link === null) return null;
  const { target, alias } = link;
  const at = text.indexOf(value, span.start);
  // A value with escapes stands in the text in other words.
  const literal = at >= 0 && at + value.length <= span.end;
  const targetSpan = literal ? { start: at + link.targetStart, end: at + link.targetEnd } : span;
  return {
    key,
    value,
    kind: "wikilink",
    span: literal ? { start: at, end: at + value.length } : span,
    target,
    targetSpan,
    display: alias ?? displayOf(target),
    external: false,
  };
}
