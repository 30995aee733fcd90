import type { Steps } from "../base";
import type { ActionItem } from "../incident";
import { actionKey, actionsOf, openActions } from "../incident";
import type { Settings } from "../settings";
import type { Library } from "../vault";
import type { KeyedBy } from "./keyed-index";
import { followKeys, heldUnder, Indexes } from "./keyed-index";

/** The open action items of postmortems by their words; of equal ones in a note the first. */
const openByWords: KeyedBy<ActionItem> = {
  kind: class extends Indexes<ActionItem> {},
  entriesOf(note, library, settings) {
    const first = new Map<string, ActionItem>();
    for (const item of openActions({ actions: actionsOf(note, library, settings) })) {
      const key = actionKey(item);
      if (key !== null && !first.has(key)) first.set(key, item);
    }
    return first;
  },
};

/**
 * The open action item with these words ({@link actionKey}) in the first postmortem by path that is not `own`. Costs
 * O(notes with these words), and once more what changed in the library since the last call.
 */
export function openElsewhere(library: Library, settings: Settings, words: string, own: string): ActionItem | null {
  let first: ActionItem | null = null;
  for (const [path, item] of heldUnder(openByWords, library, settings, { key: words, own }))
    if (path !== own && (first === null || path < first.place.path)) first = item;
  return first;
}

/** Reads the action items that {@link openElsewhere} would have to read, in small steps. */
export function followActions(library: Library, settings: Settings): Steps<void> {
  return followKeys(openByWords, library, settings);
}
