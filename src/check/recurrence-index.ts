import { compareTexts } from "../base";
import type { Steps } from "../base";
import type { ActionItem, SharedSituation, Situation } from "../incident";
import { actionsOf, openActions, sharedSituation, situationKeys, situationOf } from "../incident";
import type { Settings } from "../settings";
import { daysBetween } from "../time";
import type { Library } from "../vault";
import type { KeyedBy } from "./keyed-index";
import { followKeys, heldUnder, Indexes } from "./keyed-index";

/** A postmortem of an earlier incident with the same service and the same factor. */
export interface EarlierIncident {
  readonly path: string;
  readonly shared: SharedSituation;
  /** How many days earlier, at least one. */
  readonly days: number;
  /** Its action items that are open and were there when the later incident began. */
  readonly open: readonly ActionItem[];
}

interface Held {
  readonly situation: Situation;
  readonly open: readonly ActionItem[];
}

const bySituation: KeyedBy<Held> = {
  kind: class extends Indexes<Held> {},
  entriesOf(note, library, settings) {
    const situation = situationOf(note, settings, library.memory);
    const keys = situation.date === null ? new Set<string>() : situationKeys(situation);
    const open = keys.size === 0 ? [] : openActions({ actions: actionsOf(note, library, settings) });
    return new Map([...keys].map((key) => [key, { situation, open }]));
  },
};

/** The earlier incidents of the same kind, the last one first. */
export function earlierAlike(library: Library, settings: Settings, own: Situation): readonly EarlierIncident[] {
  const { date } = own;
  if (date === null) return [];
  const found = new Map<string, Held>();
  for (const key of situationKeys(own))
    for (const [path, held] of heldUnder(bySituation, library, settings, { key, own: own.path }))
      if (path !== own.path) found.set(path, held);
  const earlier = [...found].flatMap(([path, { situation, open }]): EarlierIncident[] => {
    const days = situation.date === null ? 0 : daysBetween(situation.date, date);
    const shared = sharedSituation(own, situation);
    if (days <= 0 || shared === null) return [];
    return [{ path, shared, days, open: open.filter(({ created }) => created === null || created.date <= date) }];
  });
  return earlier.sort((a, b) => a.days - b.days || compareTexts(a.path, b.path));
}

/** Reads the postmortems that {@link earlierAlike} would have to read, in small steps. */
export function followSituations(library: Library, settings: Settings): Steps<void> {
  return followKeys(bySituation, library, settings);
}
