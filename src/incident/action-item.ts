import type { Note } from "../note/note";
import type { Place, Span } from "../note/span";
import type { PostmortemSection } from "./sections";
import type { Settings } from "./settings";

/** One checklist line under the action section. */
export interface ActionItem {
  /** From the list mark to the end of the line's text. */
  readonly place: Place;
  /** Without task box, owner, dates and other marks; links as their shown text. */
  readonly text: string;
  readonly textSpan: Span;
  /** The character between the brackets. */
  readonly mark: string;
  readonly done: boolean;
  /** Names, without brackets or `@`, in the order of the text. */
  readonly owners: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly due: DatedMark | null;
  readonly doneOn: DatedMark | null;
  readonly created: DatedMark | null;
  readonly priority: "highest" | "high" | "medium" | "low" | "lowest" | null;
  /** Prevent, mitigate and so on, from `[type:: …]`. */
  readonly type: string | null;
  /** Ticket id or address. */
  readonly ticket: string | null;
  /** Marks that were meant but cannot be read: `📅 2024-13-40`. */
  readonly malformed: readonly MalformedMark[];
}

export interface DatedMark {
  readonly date: string;
  readonly span: Span;
}

export interface MalformedMark {
  readonly span: Span;
  readonly message: string;
}

/** The action items of a postmortem: the checklist lines under its action section, nested ones too. */
export function readActions(_note: Note, _sections: readonly PostmortemSection[], _settings: Settings): readonly ActionItem[] {
  return [];
}
