import { matchesOf } from "../../base";
import type { Span } from "../../base";

/** A link to one chat message whose address carries the moment it was posted. */
export interface Permalink extends Span {
  /** UTC epoch milliseconds. */
  readonly time: number;
}

const permalink = /\/archives\/[A-Z][A-Z0-9]{5,20}\/p(\d{10})\d{6}(?!\d)/g;

/**
 * The Slack permalinks of a text: `…/archives/C0123ABC/p1698833753123456`, where the digits are the
 * message's timestamp in microseconds since the epoch (Slack Web API, `chat.getPermalink`).
 */
export function readPermalinks(text: string): readonly Permalink[] {
  const permalinks: Permalink[] = [];
  for (const match of matchesOf(permalink, text)) {
    permalinks.push({ start: match.index, end: match.index + match[0].length, time: Number(match[1]) * 1000 });
  }
  return permalinks;
}
