import type { Span } from "../note/span";
import { firstIndex } from "./binary-search";
import type { Passage } from "./prose";
import type { ProseRange } from "./prose-time";

/** A range of clock times that a text puts beside a length of time. */
export interface DurationWindow {
  readonly range: ProseRange;
  /**
   * `is`: the length of this very range, as in "47 minutes (06:12–06:59)"; `lies-in`: some time
   * within it, as in "30 minutes of downtime between 10:00 and 12:00", which may have come in pieces.
   */
  readonly relation: "is" | "lies-in";
}

const nouns = "(?:(?:full|complete|total|partial|long|of|the|a|service|api|site|production|degraded|public|user|customer|major|minor|brief) ){0,4}(?:outage|downtime|unavailability|disruption|degradation|interruption|impact|incident|window|period|total)?";
const beside = new RegExp(`^-?\\s?${nouns}\\s?(?:[([,:;|–—-]\\s?)(?:from |on |i\\.e\\.,? |that is,? |between |lasting |starting |about |approximately |roughly |around )*[~(]*$`, "i");
const spelled = new RegExp(`^-?\\s?${nouns}\\s?(?:on \\S+ )?(?:lasting )?from (?:about |approximately |roughly |around )?[~]?$`, "i");
const around = new RegExp(`^-?\\s?${nouns}\\s?(?:on \\S+ )?between (?:about |approximately |roughly |around )?[~]?$`, "i");
const behind = /^\)?\s?(?:[([,:;=|–—-]\s?|or |\s)?(?:(?:i\.e\.|that is|for|in total|total(?:ling)?|a total of|lasting|which lasted|duration|a duration of|about|approximately|roughly|around|almost|nearly|of|=),?:?\s?){0,4}[~≈(]*$/i;
const downFor = /^\)?,?\s[^\d\uFFFC:;()]{0,50}\b(?:down|unavailable|offline|inaccessible|unreachable|lasting|lasted|total of|duration of)\s(?:(?:for|a total of|about|approximately|roughly|around)\s){0,2}[~≈]?$/i;
/** A length behind these recurs, or is a part of something. */
const recurring = /\b(?:every|each|per|another|first|last|next|further|additional|once|than|plus|minus)\s(?:(?:about|approximately|roughly|around)\s)?[~]?$/i;

/** The range whose length a duration states, when the two stand side by side in one sentence; null when that is not certain. */
export function joinedRange(passage: Passage, duration: Span, ranges: readonly ProseRange[], sentence: Span): DurationWindow | null {
  const { text, start: offset } = passage;
  if (recurring.test(text.slice(Math.max(sentence.start, duration.start - 30), duration.start))) return null;
  for (let index = firstIndex(ranges, ({ place }) => place.span.end - offset >= duration.start - 90); index < ranges.length; index++) {
    const range = ranges[index];
    if (range === undefined || range.place.span.start - offset > duration.end + 70) break;
    const [start, end] = [range.place.span.start - offset, range.place.span.end - offset];
    if (start < sentence.start || end > sentence.end) continue;
    if (duration.end <= start) {
      const gap = text.slice(duration.end, start).replace(/\s+/g, " ");
      if (beside.test(gap) || spelled.test(gap)) return { range, relation: "is" };
      if (around.test(gap)) return { range, relation: "lies-in" };
    } else if (end <= duration.start) {
      const gap = text.slice(end, duration.start).replace(/\s+/g, " ");
      if (behind.test(gap) && !/^ (?:for )?$/.test(gap)) return { range, relation: "is" };
      if (downFor.test(gap) || /^ for $/.test(gap)) return { range, relation: "lies-in" };
    }
  }
  return null;
}
