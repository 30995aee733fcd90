/**
 * Changes that a person asked for in a note that exists, as edits to the text as it stands.
 *
 * It promises the smallest edits that do it: everything else stays as it is, to the byte. An item or a place is looked
 * for again in the present text, and where it is not certain there is no edit but a reason.
 *
 * It does not apply anything. A host does, as one step that can be undone, and only on the text that was read here.
 */

// An action item.
export { findAgain, setDue, setField, setOwner, setPriority, setState, setTicket } from "./action";
export { postponed, postponements } from "./postpone";
export type { Postponement } from "./postpone";

// The timeline.
export { holdsTimeline, insertTimelineEvent, insertTimelineEvents } from "./insert-event";
export type { EventTarget, NewEvent } from "./insert-event";
export { changeTimelineEvent, wordsOfEvent } from "./change-event";
export { plannedLine, readTypedEvent, zoneOfTyped } from "./typed-event";
export type { PlannedLine, TypedEvent } from "./typed-event";
export { comparable, eventLine, peopleLinks } from "./event-line";
export type { NamePerson } from "./event-line";
export { timelineChart } from "./insert-chart";
export { sortTimeline } from "./sort-timeline";
export type { SortContext } from "./sort-timeline";

// Properties and the way to publication.
export { replacedMetrics, writeMetricProperties, writeProperties } from "./properties";
export type { PropertyValue } from "./properties";
export { factText, setFact } from "./fact";
export { movesOf, reviewNote, statusOfNote } from "./review";
export type { Move, RefusedReview, Review } from "./review";

// Plans, and any two texts as edits.
export type { EditPlan } from "./plan";
export { lineEdits } from "./line-edits";
