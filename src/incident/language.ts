import { Latest } from "../base";
import { detectLanguage, english, languageNamed } from "../language";
import type { Detected } from "../language";
import type { Note } from "../note";
import { propertyOf, textOf } from "../note";
import type { Settings } from "../settings";

/** What the notes of a library are written in, by settings: known once for all that is read from a note. */
class LanguageOfNote extends Latest<Settings, Detected> {}

/** The language of a longer note is plain by then. */
const longestSample = 2500;

/**
 * What a note is written in: what its property `lang` says, else what the settings say, else what its headings and
 * words tell.
 */
export function languageOf(note: Note, settings: Settings): Detected {
  return note.memory.part(LanguageOfNote).get(settings, () => readLanguage(note, settings));
}

function readLanguage(note: Note, settings: Settings): Detected {
  const stated = textOf(propertyOf(note, "lang")?.value) ?? "";
  const named = stated === "" ? null : languageNamed(stated);
  if (named !== null) return { language: named, unread: null };
  if (stated !== "") return { language: english, unread: stated };
  const wanted = settings.language.notes === "auto" ? null : languageNamed(settings.language.notes);
  if (wanted !== null) return { language: wanted, unread: null };
  const start = note.frontmatter?.span.end ?? 0;
  return detectLanguage(
    note.headings.map(({ text }) => text),
    note.text.slice(start, start + longestSample),
  );
}
