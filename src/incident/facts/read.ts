import { withoutAbout } from "./about";
import type { Lexicon, PhraseTable } from "../../language";
import type { FrontmatterEntry } from "../../note";
import { firstIndex, holdsAny, isLetter, isNumber, matchesOf, once, withoutTail } from "../../base";
import { WordCursor, folded, lastWords, perLanguage, wordTable } from "../../language";
import type { Place, Span } from "../../base";
import type { Expansion } from "../../vault";
import type { Day, DurationMention, Zone } from "../../time";
import { readDurations } from "../../time";
import type { DurationSubject } from "./length-subject";
import { durationSubject } from "./length-subject";
import type { DurationWindow } from "./length-window";
import { joinedRange } from "./length-window";
import { readFigures, type FigureMention } from "./figure";
import { readProse, type Passage } from "./prose";
import type { ProseDate, ProseRange, ProseTime, ProseTimes, ZonePair } from "./times";
import { readProseTimes } from "./times";
import type { PostmortemSection } from "../sections";
import { isSection } from "../../settings";
import type { SectionId } from "../../settings";

/** What the prose states, for comparison with the timeline and with itself. */
export interface StatedFacts {
  readonly durations: readonly StatedDuration[];
  /** The ranges of clock times that are said to be the whole incident: "Duration: 06:12–06:59". */
  readonly windows: readonly ProseRange[];
  readonly figures: readonly StatedFigure[];
  readonly times: readonly TimeInProse[];
  /** One moment written in two zones. */
  readonly zonePairs: readonly ZonePair[];
  readonly dates: readonly ProseDate[];
}

/** "47 minutes (06:12–06:59 UTC)", "a 47-minute full outage". */
export interface StatedDuration extends Omit<DurationMention, "start" | "end" | "bare"> {
  /** The words of the duration itself. */
  readonly place: Place;
  readonly subject: DurationSubject;
  /** The range stated beside it. */
  readonly window: DurationWindow | null;
  /** Counted from another moment: "within 19 minutes", "40 minutes later". */
  readonly counted: "within" | "after" | null;
  /** The clock time before it in the same passage, the moment it is counted from unless the text says otherwise. */
  readonly previous: ProseTime | null;
  /** The clock time behind it in the same passage. */
  readonly next: ProseTime | null;
  /** The sentence around it. */
  readonly sentence: Sentence;
  /** The known section around it, or null. */
  readonly section: SectionId | null;
}

/** A sentence as prose, with the place it stands at. */
export interface Sentence {
  readonly text: string;
  readonly place: Place;
}

/** "~2,300 failed requests", "$4,200". */
export interface StatedFigure extends Omit<FigureMention, "start" | "end"> {
  readonly place: Place;
  /** The known section around it, if any, or that it is a property. */
  readonly section: SectionId | "properties" | null;
}

/** A clock time in prose with the clause that it dates. */
export interface TimeInProse extends ProseTime {
  /** The words from the time before, or the start of the sentence, to this one. */
  readonly before: string;
  /** The words from this one to the next time or the end of the sentence. */
  readonly after: string;
  /** The known section around it, or null. */
  readonly section: SectionId | null;
}

/** What facts are read from. */
export interface FactsInput {
  /** The whole note with what its embeds show. */
  readonly shown: Expansion;
  /** The note's own. */
  readonly prose: readonly Passage[];
  readonly sections: readonly PostmortemSection[];
  /** The day of the incident. */
  readonly day: Day | null;
  /** The zone that the incident is in as the note or its timeline says; null when neither does. */
  readonly zone: Zone | null;
  readonly language: Lexicon;
  /** The zone of the settings. */
  readonly fallback: Zone;
}

/** The facts that the prose of a postmortem states, embedded text included. */
export function readFacts(input: FactsInput): StatedFacts {
  const { note } = input.shown;
  const passages = shownProse(input);
  const numbers = (note.frontmatter?.entries ?? []).flatMap((entry) => figureOf(note.path, entry));
  const times = readProseTimes(passages, input, input.fallback);
  const facts = {
    durations: [] as StatedDuration[],
    windows: [] as ProseRange[],
    figures: [...numbers],
    times: [] as TimeInProse[],
    zonePairs: [] as ZonePair[],
    dates: [] as ProseDate[],
  };
  /** The last labelled range of the whole, with the number of its passage. */
  let lastRange: { readonly range: ProseRange; readonly index: number } | null = null;
  for (const [index, passage] of passages.entries()) {
    const stated = times[index];
    if (stated === undefined) continue;
    facts.zonePairs.push(...stated.pairs);
    facts.dates.push(...stated.dates);
    // Action items tell of the future; a timeline counts as it goes on, but may end with the whole.
    if (isSection(passage.section, "action-items")) continue;
    const sentences = once(() => sentencesOf(passage, input.language));
    const ranges = stated.ranges.filter(
      (range) => isWhole(passage, range, input.language) || isDatedWhole(passage, range, input.language),
    );
    const own = ranges.at(-1);
    const range: ProseRange | null =
      own ?? (lastRange !== null && lastRange.index >= index - 2 ? lastRange.range : null);
    if (own !== undefined) lastRange = { range: own, index };
    const durations = durationsOf(passage, stated, sentences, input.language).map((duration) =>
      isLengthOf(duration, range) ? { ...duration, window: { range, relation: "is" as const } } : duration,
    );
    facts.durations.push(
      ...(isSection(passage.section, "timeline")
        ? durations.filter(
            ({ subject, window }) => window !== null || subject === "duration" || subject.startsWith("time-to-"),
          )
        : durations),
    );
    facts.windows.push(
      ...durations.flatMap(({ window, subject }) =>
        window?.relation === "is" && (subject === "duration" || subject === "incident") ? window.range : [],
      ),
    );
    if (isSection(passage.section, "timeline")) continue;
    facts.windows.push(...stated.ranges.filter((range) => isWhole(passage, range, input.language)));
    facts.figures.push(...figuresOf(passage, input.language));
    facts.times.push(...clausesOf(passage, stated, sentences));
  }
  return facts;
}

/** The prose of the note with that of everything it embeds, which belongs to the section that embeds it. */
function shownProse({ shown, prose, sections }: FactsInput): readonly Passage[] {
  if (shown.embeds.length === 0) return prose;
  const { note } = shown;
  const passages = [...prose];
  const seen = new Set<string>();
  const collect = (inner: Expansion, section: SectionId | null): void => {
    const { path } = inner.note;
    const key = `${path}\n${inner.span.start}\n${inner.span.end}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (inner.trail.length > 0 && path !== note.path) {
      passages.push(
        ...readProse(inner.note, [])
          .filter(({ start }) => start >= inner.span.start && start < inner.span.end)
          .map((passage) => ({ ...passage, section })),
      );
    }
    for (const embedded of inner.embeds) {
      const within =
        inner.trail.length > 0
          ? section
          : (sections.findLast(
              ({ span }) => span.start <= embedded.embed.span.start && embedded.embed.span.end <= span.end,
            )?.id ?? null);
      if (embedded.kind === "text") collect(embedded.shown, within);
    }
  };
  collect(shown, null);
  return passages;
}

/** The sentences of a passage, as offsets in its text. */
type Sentences = readonly Span[];

/** What goes on for longer than this, in UTF-16 units, is no sentence but is read in pieces. */
const longestSentence = 1000;

const sentenceEnd = /[.!?;]["'”’)]{0,2}(?=\s|$)|[。！？；][”’」』）)]{0,2}/g;

function sentencesOf({ text }: Passage, language: Lexicon): Sentences {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    for (; end - start > longestSentence; start += longestSentence)
      sentences.push({ start, end: start + longestSentence });
    if (start < end) sentences.push({ start, end });
    start = end;
  };
  for (const match of matchesOf(sentenceEnd, text)) {
    // "approx. 40 minutes", "06:12 a.m. on Friday", "1. Step"
    if (match[0].startsWith(".") && isAbbreviated(text.slice(Math.max(0, match.index - 8), match.index), language))
      continue;
    close(match.index + match[0].length);
  }
  close(text.length);
  return sentences;
}

/** Whether a full stop behind these words ends no sentence. */
function isAbbreviated(before: string, language: Lexicon): boolean {
  return isNumber(before.trim()) || readers(language).abbreviated.ending(lastWords(`${folded(before)}.`)) !== null;
}

function sentenceAt(sentences: Sentences, offset: number): Span {
  return (
    sentences[firstIndex(sentences, ({ end }) => end > offset)] ?? sentences.at(-1) ?? { start: offset, end: offset }
  );
}

function placeIn(passage: Passage, start: number, end: number): Place {
  return { path: passage.path, span: { start: passage.start + start, end: passage.start + end } };
}

/** Whether a length counts from another moment, by the folded words around it. */
function countedFrom(before: string, after: string, language: Lexicon): StatedDuration["counted"] {
  const { within, withinBehind, later, after: afterwards } = readers(language);
  const words = withoutAbout(lastWords(before), language);
  if (within.ending(words) !== null || new WordCursor(after).word(withinBehind)) return "within";
  return afterwards.ending(words) !== null || new WordCursor(after).word(later) ? "after" : null;
}

function durationsOf(
  passage: Passage,
  stated: ProseTimes,
  sentences: () => Sentences,
  language: Lexicon,
): StatedDuration[] {
  const { text } = passage;
  const found: StatedDuration[] = [];
  let next = 0;
  const durations = readDurations(text, language, passage.words);
  for (const duration of durations) {
    const { start, end, bare, minutes, most, step, approximate, bound } = duration;
    while ((stated.times[next]?.place.span.start ?? Infinity) - passage.start < start) next++;
    if (isClock(passage, stated.times.slice(Math.max(0, next - 1), next + 1), start, end)) continue;
    const sentence = sentenceAt(sentences(), start);
    const before = text.slice(Math.max(sentence.start, start - 90), start);
    const after = text.slice(end, Math.min(sentence.end, end + 60));
    const window = joinedRange(passage, duration, { ranges: stated.ranges, durations, sentence, language });
    const own = durationSubject(before, after, language);
    const subject = own === "" && window !== null && isWhole(passage, window.range, language) ? "duration" : own;
    if (bare && subject === "") continue;
    found.push({
      minutes,
      most,
      step,
      approximate,
      bound,
      place: placeIn(passage, start, end),
      subject,
      window,
      counted: countedFrom(folded(before), folded(after), language),
      previous: stated.times[next - 1] ?? null,
      next: stated.times[next] ?? null,
      sentence: {
        text: text.slice(sentence.start, sentence.end),
        place: placeIn(passage, sentence.start, sentence.end),
      },
      section: passage.section,
    });
  }
  return found;
}

/** "à 15 h 16" is a time of day and no length; of the times, those around where the length starts are looked at. */
function isClock({ start: offset }: Passage, around: readonly ProseTime[], start: number, end: number): boolean {
  return around.some(({ place: { span } }) => span.start - offset < end && start < span.end - offset);
}

/** The words of a language. */
const readers = perLanguage(({ labels, lengths, ...lists }) => ({
  within: wordTable(lengths.within),
  withinBehind: wordTable(lengths.withinBehind),
  after: wordTable(lengths.after),
  later: wordTable(lengths.later),
  abbreviated: wordTable(
    [
      ...lists.abbreviations,
      ...lists.measures.about,
      ...lists.clock.am,
      ...lists.clock.pm,
      ...lists.figures.naming,
      ...lengths.namely,
    ].filter((word) => word.endsWith(".")),
  ),
  window: wordTable(labels.window),
  date: wordTable([...labels.date, ...labels.incidentDate].flatMap((word) => [word, `${word}s`])),
}));

/** The label at the end of a text, and where it begins; null where its last words are none of the table. */
function labelAtEnd(
  before: string,
  table: PhraseTable<true>,
): { readonly start: number; readonly text: string } | null {
  const opened = withoutTail(folded(before), "~≈(");
  if (!holdsAny(opened.slice(-1), ":|")) return null;
  const text = withoutTail(opened.slice(0, -1), "*_");
  const start = table.ending(lastWords(text))?.start;
  return start === undefined ? null : { start, text };
}

/** "Duration: 06:12–06:59", "Incident window: …". */
function isWhole({ text, start }: Passage, { place: { span } }: ProseRange, language: Lexicon): boolean {
  const at = span.start - start;
  const label = labelAtEnd(text.slice(Math.max(0, at - 50), at), readers(language).window);
  return label !== null && !isLetter(label.text.slice(0, label.start).trimEnd().slice(-1).charCodeAt(0));
}

/** "Date: May 28 2025, 20:30 UTC – May 29 2025, 15:30 UTC". */
function isDatedWhole({ text, start }: Passage, { place: { span }, cycle }: ProseRange, language: Lexicon): boolean {
  const at = span.start - start;
  return cycle === null && labelAtEnd(text.slice(Math.max(0, at - 50), at), readers(language).date) !== null;
}

/** A labelled length on the line below a labelled range is that of the range. */
function isLengthOf(
  { subject, window, counted, place }: StatedDuration,
  range: ProseRange | null,
): range is ProseRange {
  return (
    range !== null && subject === "duration" && window === null && counted === null && range.place.path === place.path
  );
}

function figuresOf(passage: Passage, language: Lexicon): StatedFigure[] {
  return readFigures(passage.text, language).map((figure) =>
    statedFigure(figure, placeIn(passage, figure.start, figure.end), passage.section),
  );
}

function statedFigure(
  { value, step, approximate, bound, unit, qualifier }: FigureMention,
  place: Place,
  section: StatedFigure["section"],
): StatedFigure {
  return { value, step, approximate, bound, unit, qualifier, place, section };
}

/** The figure of a property: `customers_affected: 180` is "customers affected: 180". */
function figureOf(path: string, { key, value }: FrontmatterEntry): StatedFigure[] {
  if (typeof value.value !== "number") return [];
  const [found] = readFigures(`${key.replaceAll("_", " ").replaceAll("-", " ")}: ${value.source}`);
  if (found === undefined) return [];
  return [statedFigure(found, { path, span: value.span }, "properties")];
}

function clausesOf(passage: Passage, { times }: ProseTimes, sentences: () => Sentences): TimeInProse[] {
  return times.map((time, index) => {
    const [start, end] = [time.place.span.start - passage.start, time.place.span.end - passage.start];
    const sentence = sentenceAt(sentences(), start);
    const from = Math.max(sentence.start, (times[index - 1]?.place.span.end ?? 0) - passage.start);
    const to = Math.min(sentence.end, (times[index + 1]?.place.span.start ?? Infinity) - passage.start);
    const { place, local, time: instant, day, clock, zone, offset, offsetInForce, open } = time;
    return {
      place,
      local,
      time: instant,
      day,
      clock,
      zone,
      offset,
      offsetInForce,
      open,
      before: passage.text.slice(Math.max(from, start - 300), start),
      after: passage.text.slice(end, Math.max(end, Math.min(to, end + 300))),
      section: passage.section,
    };
  });
}
