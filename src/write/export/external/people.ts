import { findSections, personIn, readActions } from "../../../incident";
import { languages } from "../../../language";
import { listedNames, listIn, namesIn, plainName, propertyOf, textOf } from "../../../note";
import type { Settings } from "../../../settings";
import type { Note } from "../../../note";
import type { Library } from "../../../vault";
import { splitTarget } from "../../../vault";
import { withoutTail } from "../../../base";

/** Somebody who may be named in a document. */
export interface KnownPerson {
  /** The name that the vault gives, such as `Ada Lovelace`. */
  readonly name: string;
  /** What is taken for the person in any case of letters: the full name, aliases, handles. */
  readonly names: readonly string[];
  /** What is taken for the person when it is written like a name: first and last name alone. */
  readonly parts: readonly string[];
}

/** First and last name, and at most one between them. */
const fullName = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;

const handle = /(?:^|[^\w@./\\-])@([a-z][\w.-]{0,60})/gi;

/**
 * Everybody that the vault and the documents are known to name: notes of people with their aliases, owners and
 * reviewers in properties, owners of action items, handles, links to people, and the names in the settings.
 */
export function peopleOf(documents: readonly Note[], library: Library, settings: Settings): readonly KnownPerson[] {
  const isPersonNote = personIn(library, settings, "");
  const and = languages.flatMap(({ clock }) => clock.and);
  const found = new Map<string, { name: string; names: Set<string> }>();
  const add = (name: string, others: readonly string[] = []): void => {
    const key = keyOf(name);
    if (key === "") return;
    const known = found.get(key) ?? { name, names: new Set<string>() };
    found.set(key, known);
    for (const other of [name, ...others]) if (keyOf(other) !== "") known.names.add(other);
  };
  for (const path of library.paths()) {
    const note = library.note(path);
    if (!note || isPersonNote(`/${path}`) !== true) continue;
    const title = textOf(propertyOf(note, "title")?.value);
    add(path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, ""), [
      ...listIn(propertyOf(note, "aliases")?.value),
      ...(title === null ? [] : [title]),
    ]);
  }
  for (const name of Object.keys(settings.external.roles)) add(name);
  for (const document of documents) {
    const isPerson = personIn(library, settings, document.path);
    for (const link of document.links)
      if (isPerson(link.target) === true) add(plainName(`[[${splitTarget(link.target).linkpath}]]`));
    for (const field of ["owner", "reviewer"])
      for (const name of namesIn(propertyOf(document, field)?.value).flatMap((names) => listedNames(names, and)))
        add(name);
    for (const { owners } of readActions(document, findSections(document, settings, library.memory), settings, {
      isPerson,
    }))
      for (const name of owners) add(name);
    for (const [, name = ""] of document.text.matchAll(handle)) add(withoutTail(name, ".-"));
  }
  // A first name that is known, and a link with the whole one, to a note that nobody may have written yet.
  for (const { kind, target } of documents.flatMap(({ links }) => links)) {
    const name = kind === "wikilink" ? plainName(`[[${splitTarget(target).linkpath}]]`) : "";
    if (fullName.test(name) && found.has(keyOf(name.split(" ", 1)[0] ?? ""))) add(name);
  }
  return merged([...found.values()]).map(({ name, names }) => ({ name, names: [...names], parts: partsOf(name) }));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** First and last name; a single name is known by itself. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}'’]+/u).filter((word) => /^\p{L}/u.test(word) && Array.from(word).length > 1);
  return words.length < 2 ? [] : [words[0] ?? "", words.at(-1) ?? ""];
}

/** `ada` and `ada.lovelace` are Ada Lovelace, if nobody else has the first name. */
function merged(
  people: readonly { name: string; names: Set<string> }[],
): readonly { name: string; names: Set<string> }[] {
  const owners = new Map<string, Set<{ name: string; names: Set<string> }>>();
  const own = (key: string, person: { name: string; names: Set<string> }): void =>
    void owners.set(key, (owners.get(key) ?? new Set<{ name: string; names: Set<string> }>()).add(person));
  for (const person of people)
    if (person.name.includes(" "))
      for (const name of [...person.names, ...partsOf(person.name)]) own(keyOf(name), person);
  return people.filter((person) => {
    const [owner, ...others] = person.name.includes(" ") ? [] : (owners.get(keyOf(person.name)) ?? []);
    if (!owner || others.length > 0) return true;
    for (const name of person.names) owner.names.add(name);
    return false;
  });
}
