import type { Place, Span } from "../../base";
import type { ActionContent } from "./words";

/** `cancelled`: given up, so neither open nor done. */
export type ActionState = "open" | "done" | "cancelled";

/** Something that is to be done after an incident: a checklist line, or a row of a table, under the action section. */
export interface ActionItem extends ActionContent {
  /** From the list mark to the end of the item's text, or the row. */
  readonly place: Place;
  readonly textSpan: Span;
  /**
   * The character between the brackets; the one that says what a row's status column or a mark such as `[DONE]` says.
   */
  readonly mark: string;
  /** The place of that character; null for a row, and beside such a mark. */
  readonly markSpan: Span | null;
  readonly state: ActionState;
  /** Of one that was given up: says why, in its words or in a remark below or beside it. */
  readonly saysWhy: boolean;
  /** Says what is to be done; not so while it is a placeholder, or something in it is still to be filled in. */
  readonly written: boolean;
  /** Index of the action item that this one is nested in; null for none. */
  readonly parent: number | null;
}
