import type { Span } from "../../base";
import { firstIndex } from "../../base";
import type { DurationMention } from "../../time";
import { admits } from "../../time";
import { roughly } from "./about";
import type { Passage } from "./prose";
import type { ProseRange } from "./times";
import { nearestMinutes } from "./times";

/** A range of clock times that a text puts beside a length of time. */
export interface DurationWindow {
  readonly range: ProseRange;
  /**
   * `is`: the length of this very range, as in "47 minutes (06:12–06:59)"; `lies-in`: some time
   * within it, as in "30 minutes of downtime between 10:00 and 12:00", which may have come in pieces.
   */
  readonly relation: "is" | "lies-in";
}

const nouns =
  "(?:(?:full|complete|total|partial|long|of|the|a|service|api|site|production|degraded|public|user|customer|major|minor|brief) ){0,4}(?:outage|downtime|unavailability|disruption|degradation|interruption|impact|incident|window|period|total)?";
const beside = new RegExp(
  `^-?\\s?${nouns}\\s?[([,:;–—-]\\s?(?:(?:from|on|i\\.e\\.|that is|between|lasting|starting),? ){0,2}${roughly}[(]?$`,
  "i",
);
/** "3.5 hours from the audit (17:04) to the close (18:31)". */
const fromWords = new RegExp(`^\\s(?:lasting )?from [^\\d.:;,|\uFFFC]{2,50}\\(?${roughly}$`, "i");
/** "(restart loop: 23:53–00:16)" names what the range is of. */
const remarked = new RegExp(`^\\s?\\([^()\\d\uFFFC]{3,50}:\\s${roughly}$`, "i");
const spelled = new RegExp(`^-?\\s?${nouns}\\s?(?:on \\S+ )?(?:lasting )?from ${roughly}$`, "i");
const amid = new RegExp(`^-?\\s?${nouns}\\s?(?:on \\S+ )?between ${roughly}$`, "i");
const behind = new RegExp(
  `^\\)?\\s?(?:[([,:;=–—-]\\s?|or )?(?:(?:i\\.e\\.|that is|for|in total|totalling|totaling|a total of|total of|lasting|which lasted|a duration of|duration),?:? ){0,3}${roughly}[(]?$`,
  "i",
);
const downFor = new RegExp(
  `^\\)?,?\\s[^\\d\uFFFC:;()]{0,50}\\b(?:down|unavailable|offline|inaccessible|unreachable|lasting|lasted|total of|duration of)\\s(?:(?:for|a total of)\\s){0,2}${roughly}$`,
  "i",
);
/** A length behind these recurs, is counted from elsewhere, or is a part of something. */
const partial = new RegExp(
  `\\b(?:every|each|per|another|first|last|next|further|additional|once|than|plus|minus|after|within)\\s${roughly}$`,
  "i",
);
const partialBehind =
  /^\s(?:at a time|each|apart|per|on average|intervals?|later|after|before|earlier|ago|longer|shorter|more|less|of (?:which|these|them|that|it))\b/i;
/** The length is the end of its sentence or bracket. */
const closed = /^\s*(?:[).,;!]|$|in total\b|overall\b|outage\b)/i;
/** A length directly before a range has the better claim to it. */
const claimed = /(?:min|mins|minutes?|hours?|hrs?|\dh|\dm)\b[^\d\n]{0,14}$/i;

/**
 * The range whose length a duration states, when the two stand side by side in one sentence; null when that is not
 * certain.
 */
export function joinedRange(
  passage: Passage,
  duration: DurationMention,
  ranges: readonly ProseRange[],
  sentence: Span,
): DurationWindow | null {
  const joined = rangesBeside(passage, duration, ranges, sentence);
  // Between two ranges the length belongs to the one that it fits.
  return (
    joined.find(({ range }) => admits(duration, nearestMinutes(range, duration.minutes))) ??
    (joined.length === 1 ? (joined[0] ?? null) : null)
  );
}

function rangesBeside(
  { text, start: offset }: Passage,
  duration: Span,
  ranges: readonly ProseRange[],
  sentence: Span,
): readonly DurationWindow[] {
  const after = text.slice(duration.end, sentence.end);
  if (
    partial.test(text.slice(Math.max(sentence.start, duration.start - 30), duration.start)) ||
    partialBehind.test(after)
  )
    return [];
  const found: DurationWindow[] = [];
  for (
    let index = firstIndex(ranges, ({ place }) => place.span.end - offset >= duration.start - 90);
    index < ranges.length;
    index++
  ) {
    const range = ranges[index];
    if (range === undefined || range.place.span.start - offset > duration.end + 70) break;
    const [start, end] = [range.place.span.start - offset, range.place.span.end - offset];
    if (start < sentence.start || end > sentence.end) continue;
    const isClaimed = claimed.test(text.slice(Math.max(0, start - 30), start));
    const relation =
      duration.end <= start
        ? ahead(text.slice(duration.end, start))
        : end <= duration.start && !isClaimed
          ? back(text.slice(end, duration.start), after)
          : null;
    if (relation !== null) found.push({ range, relation });
  }
  return found;
}

function ahead(gap: string): DurationWindow["relation"] | null {
  const words = gap.replace(/\s+/g, " ");
  return beside.test(words) || spelled.test(words) || remarked.test(words) || fromWords.test(words)
    ? "is"
    : amid.test(words)
      ? "lies-in"
      : null;
}

function back(gap: string, after: string): DurationWindow["relation"] | null {
  const words = gap.replace(/\s+/g, " ");
  if (behind.test(words) && !/^ (?:for )?$/.test(words))
    return /^\)?\s?[,:;–—-]\s?$/.test(words) && !closed.test(after) ? "lies-in" : "is";
  return downFor.test(words) || words === " for " ? "lies-in" : null;
}
