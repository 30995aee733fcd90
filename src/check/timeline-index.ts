import { compareTexts, contains } from "../base";
import type { Place, Steps } from "../base";
import { findSections, sectionsNamed, situationOf } from "../incident";
import type { Note } from "../note";
import type { Settings } from "../settings";
import { daysBetween } from "../time";
import { isNotePath, splitTarget } from "../vault";
import type { Library } from "../vault";
import type { KeyedBy } from "./keyed-index";
import { followKeys, heldUnder, Indexes } from "./keyed-index";

/** An embed in the timeline of a postmortem whose day is known. */
interface TimelineEmbed {
  readonly place: Place;
  /** The day of the incident, `YYYY-MM-DD`. */
  readonly date: string;
  /** The note that is embedded, and the part of it as written. */
  readonly target: string;
  readonly subpath: string;
}

/** A timeline that an earlier incident has too. */
export interface SharedTimeline extends TimelineEmbed {
  readonly earlier: Pick<TimelineEmbed, "place" | "date">;
}

const byTimeline: KeyedBy<TimelineEmbed> = {
  kind: class extends Indexes<TimelineEmbed> {},
  entriesOf: timelineEmbeds,
};

/** What a postmortem embeds as its timeline; of equal embeds the first. */
function timelineEmbeds(note: Note, library: Library, settings: Settings): ReadonlyMap<string, TimelineEmbed> {
  const embeds = new Map<string, TimelineEmbed>();
  const sections = sectionsNamed(findSections(note, settings, library.memory), "timeline");
  const { date } = situationOf(note, settings, library.memory);
  if (date === null) return embeds;
  for (const { span, target } of note.embeds) {
    if (!sections.some(({ body }) => contains(body, span))) continue;
    const { linkpath, subpath } = splitTarget(target);
    const found = library.resolve(linkpath, note.path);
    if (found.kind !== "found" || found.path === note.path || !isNotePath(found.path)) continue;
    const key = `${found.path}\n${subpath.toLowerCase()}`;
    if (!embeds.has(key)) embeds.set(key, { place: { path: note.path, span }, date, target: found.path, subpath });
  }
  return embeds;
}

/**
 * The timelines of a postmortem that one of an earlier incident embeds too, the earliest one; the day before or after
 * may be the same incident.
 */
export function sharedTimelines(library: Library, settings: Settings, own: string): readonly SharedTimeline[] {
  const note = library.note(own);
  if (note === null) return [];
  return [...timelineEmbeds(note, library, settings)].flatMap(([key, embed]): SharedTimeline[] => {
    let earlier: TimelineEmbed | null = null;
    for (const [path, other] of heldUnder(byTimeline, library, settings, { key, own })) {
      if (path === own || daysBetween(other.date, embed.date) <= 1) continue;
      const order =
        earlier === null ? -1 : compareTexts(other.date, earlier.date) || compareTexts(path, earlier.place.path);
      if (order < 0) earlier = other;
    }
    return earlier === null ? [] : [{ ...embed, earlier: { place: earlier.place, date: earlier.date } }];
  });
}

/** Reads the postmortems that {@link sharedTimelines} would have to read, in small steps. */
export function followTimelines(library: Library, settings: Settings): Steps<void> {
  return followKeys(byTimeline, library, settings);
}
