export { findAgain, setDue, setOwner, setState } from "./action";
export { timelineChart } from "./insert-chart";
export { holdsTimeline, insertTimelineEvent } from "./insert-event";
export type { EditPlan } from "./plan";
export { writeMetricProperties } from "./properties";
export { movesOf, reviewNote, statusOfNote } from "./review";
export type { Move, RefusedReview, Review } from "./review";
export { sortTimeline } from "./sort-timeline";
export type { SortContext } from "./sort-timeline";
