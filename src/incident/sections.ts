import type { Note } from "../note/note";
import type { Span } from "../note/span";
import type { Settings } from "./settings";

/** A heading section that the settings know, with the heading it was recognised by. */
export interface PostmortemSection {
  /** Id from the settings: `what-happened`, `timeline`, `root-cause`, `impact`, `action-items`. */
  readonly id: string;
  /** Index in `note.headings`. */
  readonly heading: number;
  /** Heading to the next equal or higher heading. */
  readonly span: Span;
  /** The section without its heading line. */
  readonly body: Span;
}

/** The sections of a note that the settings know, in the order of the text; a section may occur twice. */
export function findSections(_note: Note, _settings: Settings): readonly PostmortemSection[] {
  return [];
}
