import { checkNotes } from "../check";
import { findSections, readIncident, sectionsNamed } from "../incident";
import type { Note } from "../note";
import { initialSettings, readSettings } from "../settings";
import type { Clock } from "../time";
import type { Library } from "../vault";
import { isCompanion, likeness } from "./likely";
import { findPlaces, type Reason } from "./places";
import { learnProperties } from "./properties";
import { learnSections } from "./sections";

/** Settings that fit the notes of a team, with what each rests on. */
export interface Proposal {
  /** What differs from the defaults, as a file of settings holds it. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reasons: readonly Reason[];
  /** The notes that are postmortems by them. */
  readonly postmortems: readonly string[];
}

/** From this share of the notes on, a finding tells of the team's format, not of a note. */
const usual = 0.5;

/** Extensions that notes have beside `.md`, the longer ones first. */
export const furtherExtensions = ["html.md.erb", "md.erb", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"] as const;

/**
 * Proposes settings for the notes that are there. Writes nothing.
 *
 * @param input `library` holds the notes at `paths`
 * @param named folder whose notes all are postmortems; empty where none was named
 */
export function proposeSettings(
  input: { readonly library: Library; readonly clock: Clock; readonly paths: readonly string[] },
  named: string,
): Proposal {
  const { library, clock, paths } = input;
  const likely = new Set(paths.filter((path) => isLikely(library.note(path))));
  const places = findPlaces(paths, likely, named);
  const notes = places.paths.flatMap((path) => library.note(path) ?? []);
  const settings: Record<string, unknown> = { ...places.settings };
  const reasons: Reason[] = [...places.reasons];
  if (notes.length === 0) return { settings: {}, reasons: [], postmortems: [] };
  const take = (part: Readonly<Record<string, unknown>>, why: readonly Reason[]): void => {
    Object.assign(settings, part);
    reasons.push(...why);
  };

  const extensions = extensionsOf(places.paths);
  if (extensions !== null) take({ extensions }, [{ setting: "extensions", why: "some notes have them" }]);
  const { sections, reasons: whySections } = learnSections(notes);
  if (sections.length > 0) take({ sections }, whySections);
  const properties = learnProperties(notes);
  take(properties.settings, properties.reasons);
  const template = paths.find((path) => isTemplate(path));
  if (template !== undefined)
    take({ newNote: { template } }, [{ setting: "newNote.template", why: "its name says that it is the template" }]);

  const { settings: read } = readSettings(settings);
  const zone = zoneOf(notes, library, settings);
  if (zone !== null)
    take({ timezone: zone.name }, [{ setting: "timezone", why: `${zone.count} of ${notes.length} notes say so` }]);
  const bullets = notes.filter((note) => hasPlainItems(note, read));
  if (bullets.length >= 2 && bullets.length >= notes.length * 0.3)
    take({ plainActionItems: true }, [
      { setting: "plainActionItems", why: `in ${bullets.length} of ${notes.length} notes action items have no box` },
    ]);
  const off = usualFindings(notes, library, clock, settings);
  if (off.length > 0)
    take(
      { rules: Object.fromEntries(off.map(({ rule }) => [rule, { severity: "off" }])) },
      off.map(({ rule, count }) => ({
        setting: `rules.${rule}`,
        why: `it fires in ${count} of ${notes.length} notes`,
      })),
    );
  return { settings, reasons, postmortems: places.paths };
}

function isLikely(note: Note | null): boolean {
  return note !== null && likeness(note, initialSettings()) !== null;
}

function isTemplate(path: string): boolean {
  return (
    isCompanion(path) && /template/i.test(path.slice(path.lastIndexOf("/") + 1)) && path.toLowerCase().endsWith(".md")
  );
}

/** The extensions beyond those that are read anyway; null where there are none. */
function extensionsOf(paths: readonly string[]): readonly string[] | null {
  const found = furtherExtensions.filter((extension) =>
    paths.some((path) => path.toLowerCase().endsWith(`.${extension}`)),
  );
  const more = found.filter((extension) => !initialSettings().extensions.includes(extension));
  return more.length === 0 ? null : [...initialSettings().extensions, ...more];
}

/** The zone that at least half of the timelines state. */
function zoneOf(
  notes: readonly Note[],
  library: Library,
  settings: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly count: number } | null {
  const { settings: read } = readSettings(settings);
  const counts = new Map<string, number>();
  for (const note of notes) {
    const { fields, timeline } = readIncident(note, library, read);
    const name = fields.timezone ?? timeline.zone;
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < notes.length * usual) return null;
  return readSettings({ timezone: most[0] }).problems.length > 0 ? null : { name: most[0], count: most[1] };
}

/** Whether a note has bullets under action items, and no boxes. */
function hasPlainItems(note: Note, settings: Parameters<typeof findSections>[1]): boolean {
  const bodies = sectionsNamed(findSections(note, settings), "action-items");
  const items = note.listItems.filter(({ span }) =>
    bodies.some(({ body }) => body.start <= span.start && span.end <= body.end),
  );
  return items.length > 0 && items.every(({ task }) => task === null);
}

/** Rules that fire in most notes with these settings, and in how many. */
function usualFindings(
  notes: readonly Note[],
  library: Library,
  clock: Clock,
  data: Readonly<Record<string, unknown>>,
): readonly { readonly rule: string; readonly count: number }[] {
  const { settings } = readSettings(data);
  const found = new Map<string, Set<string>>();
  for (const note of notes)
    for (const { rule } of checkNotes({ library, settings, clock, paths: [note.path] }))
      found.set(rule, (found.get(rule) ?? new Set()).add(note.path));
  const often = [...found].filter(([, paths]) => notes.length > 1 && paths.size >= notes.length * usual);
  return often.map(([rule, paths]) => ({ rule, count: paths.size })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
