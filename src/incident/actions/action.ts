import type { Place, Span } from "../../base";
import type { ActionWords } from "./words";

/** Something that is to be done after an incident: a checklist line, or a row of a table, under the action section. */
export interface ActionItem extends ActionWords {
  /** From the list mark to the end of the item's text, or the row. */
  readonly place: Place;
  readonly textSpan: Span;
  /**
   * The character between the brackets; the one that says what a row's status column or a mark such as `[DONE]` says.
   */
  readonly mark: string;
  /** The place of that character; null for a row, and beside such a mark. */
  readonly markSpan: Span | null;
  readonly done: boolean;
  /** Given up: neither open nor done. */
  readonly cancelled: boolean;
  /** Index of the action item that this one is nested in, or -1. */
  readonly parent: number;
}
