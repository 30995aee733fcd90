import type { Note } from "../note/note";
import type { Settings } from "./settings";

/**
 * Whether a note is a postmortem: by tag `postmortem`, `type: postmortem`, the postmortem folder,
 * or the file name patterns of the settings.
 */
export function isPostmortem(_note: Note, _settings: Settings): boolean {
  return false;
}
