import type { Library } from "../../src/vault";
import { createLibrary } from "../../src/vault";

/** A library over a vault of these files: notes are held, every other file only exists. */
export function libraryOf(files: Readonly<Record<string, string>>): Library {
  const library = createLibrary();
  for (const path of Object.keys(files)) library.add(path);
  for (const [path, text] of Object.entries(files)) if (path.endsWith(".md")) library.update(path, text);
  return library;
}
