import { InlineScanner } from "./inline";
import type { Link } from "./note";

/** Target and display text of a value that is one link into the vault and nothing else; null otherwise. */
export function readWholeLink(value: string): { link: string; displayText: string } | null {
  const links: Link[] = [];
  new InlineScanner(value, 0, {
    links, embeds: [], tags: [], comments: [], code: [], math: [], highlights: [], footnotes: [], footnoteRefs: [],
  }).scan(0, value.length);
  const [link] = links;
  if (link === undefined || link.external || link.span.start !== 0 || link.span.end !== value.length) return null;
  return { link: link.target, displayText: link.display };
}
