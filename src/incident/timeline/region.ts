import { WordCursor, folded, perLanguage, textWords, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import { sectionEnds } from "../../note";
import type { Heading, Note } from "../../note";
import type { Span } from "../../base";
import { contains } from "../../base";
import type { PostmortemSection } from "../sections";
import { undecorated } from "../sections";
import { readLine } from "./line";
import { isSection } from "../../settings";

/** The usual headings of a timeline, in the words of a language. */
const names = perLanguage(({ sections, labels, id }) => ({
  // One of these in a heading makes it that of a timeline.
  any: wordTable(id === "en" ? labels.timeline : [...sections.timeline, ...labels.timeline]),
  part: wordTable(labels.part),
  other: wordTable(labels.other),
}));

/** Beside the timeline itself: another part of it, not that of a migration or of other incidents. */
function isFurtherTimeline(heading: string, language: Lexicon): boolean {
  const { any, other, part } = names(language);
  const cursor = new WordCursor(folded(heading));
  cursor.words(part, 1);
  return cursor.word(any) && !cursor.word(other);
}

/**
 * The parts of a note that are its timeline: the sections of that name, with others such as "Recovery timeline";
 * failing those, the ones whose heading has the word in it; with the sections behind them whose headings are dates or
 * times.
 */
export function timelineRegions(
  note: Note,
  sections: readonly PostmortemSection[],
  language: Lexicon,
): readonly Span[] {
  const known = new Map(sections.map(({ heading, id }) => [heading, id]));
  const hasKnown = sections.some(({ id }) => isSection(id, "timeline"));
  const isTimeline = (index: number): boolean => {
    const heading = note.headings[index];
    if (heading === undefined || known.has(index)) return isSection(known.get(index) ?? null, "timeline");
    if (!heading.root || heading.level === 1) return false;
    return hasKnown
      ? isFurtherTimeline(undecorated(heading.text), language) && !isInOther(heading)
      : names(language).any.isIn(textWords(folded(heading.text)));
  };
  const isInOther = ({ span }: Heading): boolean =>
    sections.some(({ id, span: section }) => !isSection(id, "timeline") && contains(section, span));
  const ends = sectionEnds(note);
  const regions: Span[] = [];
  for (const first of note.headings.keys()) {
    if (!isTimeline(first)) continue;
    const start = note.headings[first]?.span.start ?? 0;
    if (start < (regions.at(-1)?.end ?? 0)) continue;
    let end = ends[first]?.end ?? note.text.length;
    for (let index = first + 1; index < note.headings.length; index += 1) {
      const heading = note.headings[index];
      if (heading === undefined || (heading.span.start >= end && !isMoment(heading, language))) break;
      end = Math.max(end, ends[index]?.end ?? end);
    }
    regions.push({ start, end });
  }
  // Where labels stand for headings.
  return regions.length > 0
    ? regions
    : sections.filter(({ heading, id }) => heading === null && isSection(id, "timeline")).map(({ body }) => body);
}

/** The heading is a day, or begins with a time. */
function isMoment(heading: Heading, language: Lexicon): boolean {
  const line = readLine(heading.text, language);
  if (line === null || line.form === "label") return false;
  return line.stamp.kind === "time" || (line.stamp.kind === "date" && line.text.start >= line.text.end);
}
