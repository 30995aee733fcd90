import type { ActionItem, Situation } from "../incident";
import type { Diagnostic } from "./diagnostic";
import type { RuleInput } from "./rule";
import type { TemplateLines } from "./template-index";

/**
 * What checks came to, from one run to the next, with everything that each of them looked at: a check
 * is not done again while it would see the same. Holds for one program, one set of settings and one day.
 */
export interface CheckMemory {
  /** Tells the text of a held note from every other text; null for a note that is not held. */
  readonly digest: (path: string) => string | null;
  /** By the path of the postmortem that was checked; kept up to date by the checks. */
  readonly checks: Map<string, RememberedCheck>;
}

/** What one check came to. */
export interface RememberedCheck {
  readonly seen: Seen;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check looked at, and what it saw: every answer of the world around it. */
export interface Seen {
  /** Notes, the checked one included, with the digests of their texts. */
  readonly notes: readonly (readonly [path: string, digest: string | null])[];
  /** Links with what they led to. */
  readonly links: readonly (readonly [linkpath: string, from: string, target: string])[];
  /** Whether files exist. */
  readonly files: readonly (readonly [path: string, exists: boolean])[];
  /** Words of action items, and where an open one with these words stands in another note. */
  readonly actions: readonly (readonly [words: string, place: string])[];
  /** What an incident may recur by, and the earlier ones of its kind; null where nothing asked for them. */
  readonly earlier: readonly [own: Situation, found: string] | null;
  /** The timelines that are shared with earlier incidents; null where nothing asked for them. */
  readonly timelines: string | null;
  /** What of the template was left to fill in; null where nothing asked for it. */
  readonly template: string | null;
}

/** What a check sees of the world. */
export type CheckedWorld = Pick<
  RuleInput<object>,
  "library" | "openElsewhere" | "earlierAlike" | "timelinesShared" | "templateLines"
>;

/** What the last check of a note came to, if a check would see the same now. */
export function recall(
  memory: CheckMemory,
  path: string,
  { library, openElsewhere, earlierAlike, timelinesShared, templateLines }: CheckedWorld,
): readonly Diagnostic[] | null {
  const known = memory.checks.get(path);
  if (known === undefined) return null;
  const { notes, links, files, actions, earlier, timelines, template } = known.seen;
  const isSame =
    notes.every(([other, digest]) => memory.digest(other) === digest) &&
    links.every(([linkpath, from, target]) => JSON.stringify(library.resolve(linkpath, from)) === target) &&
    files.every(([file, exists]) => library.exists(file) === exists) &&
    actions.every(([words, place]) => placeOf(openElsewhere(words, path)) === place) &&
    (earlier === null || JSON.stringify(earlierAlike(earlier[0])) === earlier[1]) &&
    (timelines === null || JSON.stringify(timelinesShared(path)) === timelines) &&
    (template === null || wordingOf(templateLines(path)) === template);
  return isSame ? known.diagnostics : null;
}

/** The same surroundings for the check of one note, which are remembered as far as the check looks at them. */
export function watched(around: CheckedWorld): CheckedWorld & {
  readonly remember: (memory: CheckMemory, path: string, diagnostics: readonly Diagnostic[]) => void;
} {
  const { library } = around;
  const notes = new Set<string>();
  const links = new Map<string, Seen["links"][number]>();
  const files = new Map<string, boolean>();
  const actions = new Map<string, string>();
  let earlier: Seen["earlier"] = null;
  let timelines: string | null = null;
  let template: string | null = null;
  return {
    library: {
      ...library,
      note(path) {
        notes.add(path);
        return library.note(path);
      },
      text(path) {
        notes.add(path);
        return library.text(path);
      },
      exists(path) {
        const exists = library.exists(path);
        files.set(path, exists);
        return exists;
      },
      resolve(linkpath, from) {
        const target = library.resolve(linkpath, from);
        links.set(`${from}\0${linkpath}`, [linkpath, from, JSON.stringify(target)]);
        return target;
      },
    },
    openElsewhere(words, own) {
      const item = around.openElsewhere(words, own);
      actions.set(words, placeOf(item));
      return item;
    },
    earlierAlike(own) {
      const found = around.earlierAlike(own);
      earlier = [own, JSON.stringify(found)];
      return found;
    },
    timelinesShared(own) {
      const found = around.timelinesShared(own);
      timelines = JSON.stringify(found);
      return found;
    },
    templateLines(own) {
      const lines = around.templateLines(own);
      template = wordingOf(lines);
      return lines;
    },
    remember(memory, path, diagnostics) {
      // A place that is named may stand in a note whose text the check never asked for.
      for (const place of [{ path }, ...diagnostics, ...diagnostics.flatMap(({ related }) => related ?? [])])
        notes.add(place.path);
      const seen = {
        notes: [...notes].map((note) => [note, memory.digest(note)] as const),
        links: [...links.values()],
        files: [...files],
        actions: [...actions],
        earlier,
        timelines,
        template,
      };
      memory.checks.set(path, { seen, diagnostics });
    },
  };
}

function wordingOf({ lines, isSure }: TemplateLines): string {
  return JSON.stringify([...lines, isSure]);
}

function placeOf(item: ActionItem | null): string {
  return JSON.stringify(item?.place ?? null);
}
