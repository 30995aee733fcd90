import { findSections } from "../incident";
import { hasTag, propertyOf, tagsIn, textOf, type Note } from "../note";
import { initialSettings, type Settings } from "../settings";

/** Names of files that stand beside postmortems and are none. */
const companions =
  /^(?:_?index|readme|contributing|changelog|license|licence|code_of_conduct|security|summary|toc|.*template.*|.*\bexample\b.*)$/i;

/** Words in a path by which people name such notes. */
const words =
  /(?:^|[^a-z])(?:post[-_ ]?mortems?|incidents?|outages?|rcas?|retro(?:spective)?s?|sev[-_ ]?\d|coe)(?![a-z])/i;

/** A page in a folder of its own that is named by its day, as site generators keep a page with its pictures. */
const pageOfDay = /(?:^|\/)\d{4}-?\d{2}-?\d{2}[^/]*\/index\./i;

/** Whether a file is by its name something that accompanies postmortems: an index, a template. */
export function isCompanion(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return companions.test(name.split(".", 1)[0] ?? "") && !pageOfDay.test(path);
}

/**
 * Why a note looks like a postmortem, whatever the settings say of its name and place; null when it does not. Two
 * sections that every postmortem has are enough, or one and a name that says so.
 */
export function likeness(note: Note, settings: Settings): string | null {
  if (isCompanion(note.path)) return null;
  const tags = propertyOf(note, "tags")?.value;
  if (textOf(tags) !== null && tagsIn(tags).some((tag) => hasTag(tag, "postmortem")))
    return "its tag `postmortem` is a text, and the app reads `tags` only as a list";
  const known = [settings, initialSettings()].flatMap((each) => findSections(note, each));
  const headings = new Map(known.map(({ id, name }) => [id, name]));
  const [first, second] = [...headings.values()];
  const word = words.exec(note.path)?.[0].replace(/^[^a-z]/i, "");
  if (first !== undefined && second !== undefined) return `it has the sections \`${first}\` and \`${second}\``;
  if (word === undefined) return null;
  return first === undefined
    ? `its path says \`${word}\``
    : `it has the section \`${first}\`, and its path says \`${word}\``;
}
