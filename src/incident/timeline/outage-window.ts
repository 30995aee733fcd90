import type { Place } from "../../base";
import { perLanguage, phraseWords, textWords, wordTable } from "../../language";
import type { Incident } from "../incident";
import type { TimelineEvent } from "./timeline";

/** The outage as the timeline itself marks it: from the event that says that it begins to the one that ends it. */
export interface OutageWindow {
  readonly minutes: number;
  readonly from: Place;
  readonly to: Place;
}

const readers = perLanguage(({ story }) => ({
  begins: wordTable(story.outageBegins),
  ends: wordTable(story.outageEnds),
}));

/** The outage between the only event that says `OUTAGE BEGINS` and the only one that says `OUTAGE ENDS`, else null. */
export function outageWindow({ language, timeline }: Pick<Incident, "language" | "timeline">): OutageWindow | null {
  const { begins, ends } = readers(language);
  const texts = timeline.events.map((event) => ({ event, words: textWords(phraseWords(event.text)) }));
  const [from, ...otherBegins] = texts.filter(({ words }) => begins.isIn(words));
  const [to, ...otherEnds] = texts.filter(({ words }) => ends.isIn(words));
  if (otherBegins.length > 0 || otherEnds.length > 0) return null;
  const [start, end] = [from?.event.time ?? null, to?.event.time ?? null];
  if (from === undefined || to === undefined || start === null || end === null || end < start) return null;
  return { minutes: (end - start) / 60_000, from: timePlace(from.event), to: timePlace(to.event) };
}

function timePlace(event: TimelineEvent): Place {
  return { path: event.place.path, span: event.timeSpan };
}
