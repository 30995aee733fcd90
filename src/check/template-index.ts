import { finish, Latest } from "../base";
import type { Steps } from "../base";
import { writtenLines } from "../incident";
import { findFrontmatter, parseNote, propertyOf, textOf } from "../note";
import { mayBePostmortem, statusOf, templatePath } from "../settings";
import type { Settings } from "../settings";
import type { Library } from "../vault";

/** What of the team's template is left to fill in where it stands unchanged. */
export interface TemplateLines {
  readonly lines: ReadonlySet<string>;
  /** Whether enough finished postmortems tell these lines from the wording that every note keeps. */
  readonly isSure: boolean;
}

const none: TemplateLines = { lines: new Set(), isSure: false };

/** So many finished notes tell what belongs to every note. */
const enough = 3;

/** What the finished postmortems of a library keep of its template. */
interface TemplateIndex {
  /** Text of the template, and its lines. */
  readonly text: string;
  readonly lines: readonly string[];
  /** The finished postmortems with their texts, and the lines of the template that each holds; null for other notes. */
  readonly notes: Map<string, { readonly text: string; readonly holds: ReadonlySet<string> | null }>;
  /** In how many finished postmortems each line stands, and how many there are. */
  readonly holders: Map<string, number>;
  finished: number;
  /** How many of the library's changes it has followed; null while nothing was read. */
  followed: number | null;
}

class TemplateIndexes extends Latest<Settings, { current: TemplateIndex | null }> {}

/**
 * The lines of the template that the settings name, without those that stand in half of the finished postmortems. Costs
 * nothing without a template; else what changed in the library since the last call, and O(lines).
 *
 * @param own a note that is none of the others
 */
export function templateLines(library: Library, settings: Settings, own: string): TemplateLines {
  if (library.layer !== null) return templateLines(library.layer.base, settings, own);
  const index = indexOf(library, settings);
  if (index === null) return none;
  const held = index.notes.get(own)?.holds ?? null;
  const finished = index.finished - (held === null ? 0 : 1);
  const isKept = (line: string): boolean =>
    finished > 0 && ((index.holders.get(line) ?? 0) - (held?.has(line) === true ? 1 : 0)) * 2 >= finished;
  return { lines: new Set(index.lines.filter((line) => !isKept(line))), isSure: finished >= enough };
}

/**
 * Reads the finished postmortems that {@link templateLines} would have to read, in small steps: with other settings
 * all of them.
 */
export function* followTemplate(library: Library, settings: Settings): Steps<void> {
  yield* followed(library.layer?.base ?? library, settings);
}

function indexOf(library: Library, settings: Settings): TemplateIndex | null {
  return finish(followed(library, settings));
}

/** Only what changed since the last call is read. */
function* followed(library: Library, settings: Settings): Steps<TemplateIndex | null> {
  const path = templatePath(library, settings);
  const text = path === null ? null : library.text(path);
  if (path === null || text === null) return null;
  const held = library.memory.part(TemplateIndexes).get(settings, () => ({ current: null }));
  if (held.current?.text !== text) {
    const note = library.note(path);
    const lines = note === null ? [] : writtenLines(note).map((line) => line.text);
    held.current = {
      text,
      lines: [...new Set(lines.filter(isWording))],
      notes: new Map(),
      holders: new Map(),
      finished: 0,
      followed: null,
    };
  }
  const index = held.current;
  const { changes } = library;
  const now = changes.length;
  if (index.followed === now) return index;
  for (const each of index.followed === null ? library.paths() : new Set(changes.slice(index.followed))) {
    const own = each === path ? null : library.text(each);
    const known = index.notes.get(each);
    if (own !== null && known?.text === own) continue;
    count(index, known?.holds ?? null, -1);
    index.notes.delete(each);
    if (own === null) continue;
    const holds = heldBy(each, own, index, settings);
    count(index, holds, 1);
    index.notes.set(each, { text: own, holds });
    yield;
  }
  index.followed = now;
  return index;
}

/** Counts the lines that a finished postmortem holds, or counts them no longer. */
function count(index: TemplateIndex, holds: ReadonlySet<string> | null, by: 1 | -1): void {
  if (holds === null) return;
  index.finished += by;
  for (const line of holds) index.holders.set(line, (index.holders.get(line) ?? 0) + by);
}

/** Words that a writer would replace or that everybody keeps: not a label, not what a variable stands in. */
function isWording(line: string): boolean {
  return (line.match(/\p{L}{2,}/gu) ?? []).length >= 3 && !line.includes("{{") && !line.includes("<%");
}

/** The lines of the template that a finished postmortem holds; null for any other note. */
function heldBy(path: string, text: string, { lines }: TemplateIndex, settings: Settings): ReadonlySet<string> | null {
  if (!mayBePostmortem(path, text, settings)) return null;
  const head = parseNote(text.slice(0, findFrontmatter(text)?.end ?? 0), path);
  const status = textOf(propertyOf(head, "status")?.value);
  if (status !== null && statusOf(status, settings) !== settings.statuses.at(-1)) return null;
  const own = new Set(text.split("\n").map((line) => line.trim()));
  return new Set(lines.filter((line) => own.has(line)));
}
