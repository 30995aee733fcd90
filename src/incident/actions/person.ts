import type { Library } from "../../vault";
import { splitTarget } from "../../vault";
import type { IsPerson } from "./owner";
import { hasTag, propertyOf, tagsIn, textOf } from "../../note";
import { folderPath } from "../../base";
import { folded } from "../../language";
import { isPostmortem } from "../../settings";
import type { Settings } from "../../settings";

/** The same, where names that are known to be those of people, or the first of them, are meant too. */
export function amongNames(names: readonly string[], isPerson: IsPerson): IsPerson {
  const known = new Set(names.flatMap((name) => [folded(name), folded(name.split(" ", 1)[0] ?? "")]));
  return (target) => known.has(folded(target)) || isPerson(target);
}

/**
 * What a vault knows of the targets of links in the note at `from`: a note in the people folder, or
 * with tag or type `person`, is a person's; one outside that folder, a postmortem or an attachment is not.
 */
export function personIn(library: Library, settings: Settings, from: string): IsPerson {
  const folder = folderPath(settings.peopleFolder);
  return (target) => {
    const found = library.resolve(splitTarget(target).linkpath, from);
    if (found.kind !== "found") return null;
    const note = library.note(found.path);
    if (folder !== "" && found.path.startsWith(`${folder}/`)) return true;
    if (
      note &&
      (textOf(propertyOf(note, "type")?.value)?.toLowerCase() === "person" ||
        tagsIn(propertyOf(note, "tags")?.value).some((tag) => hasTag(tag, "person") || hasTag(tag, "people")))
    )
      return true;
    return folder !== "" || !found.path.endsWith(".md") || (note && isPostmortem(note, settings, library.memory))
      ? false
      : null;
  };
}
