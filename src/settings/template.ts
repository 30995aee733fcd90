import type { Library } from "../vault";
import type { Settings } from "./settings";

/** Where the team's template lies, which may be named by its path or, as in a link, by its name; null without one. */
export function templatePath(library: Pick<Library, "resolve">, { newNote }: Settings): string | null {
  const name = newNote.template.trim();
  const target = name === "" ? null : library.resolve(name, "");
  return target?.kind === "found" ? target.path : null;
}
