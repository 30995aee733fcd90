/**
 * What a postmortem says: its properties, timeline, milestones, metrics, action items and the figures in its prose; and
 * what many of them say together.
 *
 * It promises that every value carries its place, which may lie in an embedded note, and that it states what is written
 * and not what ought to be: two contradicting times are two values. A text that can be read in two ways is not read, or
 * says how sure it is.
 *
 * It does not know what is right or wrong about an incident (`check` does), nor today's day, except where it is passed
 * in. It asks `time` for times and `note` for structure, and parses neither itself.
 */

// One incident.
export { actionsOf, readIncident, readInSteps } from "./incident";
export type { Incident } from "./incident";
export { metricEnds, minutesBetween } from "./milestones/metrics";
export { outageWindow } from "./timeline/outage-window";
export { defaultReach, outlyingEvents } from "./timeline/outlying";
export type { OutlyingEvent } from "./timeline/outlying";
export { isUntouched, isUntouchedBlock, writtenLines } from "./unfilled/untouched";
export { filledSections, openPlaces } from "./unfilled/open-places";
export { placeholderIn } from "./unfilled/placeholder";

// Its properties and sections.
export { metadataEntries } from "./properties/metadata-table";
export { propertiesSchema } from "./properties/json-schema";
export { suppressionKey } from "./properties/problem";
export type { FieldProblem } from "./properties/problem";
export { readFields } from "./properties/read";
export type { IncidentFields } from "./properties/read";
export { reviewStepsOf } from "./properties/review-steps";
export type { ReviewStep } from "./properties/review-steps";
export { findSections, sectionIdOf, sectionsNamed } from "./sections";
export type { PostmortemSection } from "./sections";

// Its timeline and milestones.
export type { EventZone, Timeline, TimelineEvent } from "./timeline/timeline";
export { markedMilestone } from "./milestones/marks";
export { milestoneIds } from "./milestones/milestone";
export type { Confidence, Milestone, MilestoneId } from "./milestones/milestone";
export { wordedMilestones } from "./milestones/wording";
export type { WordedMilestone } from "./milestones/wording";

// Its action items.
export type { ActionItem, ActionState } from "./actions/action";
export { priorities, readMarks, signOfPriority } from "./actions/marks";
export type { DatedMark, DateKind, InlineField, Priority } from "./actions/marks";
export { readOwners } from "./actions/owner";
export { personIn } from "./actions/person";
export { policyDue, standsSince } from "./actions/policy";
export { readActions } from "./actions/read";
export { markOf } from "./actions/table";
export { actionTexts } from "./actions/text";
export { isTicketField, ticketKey, writableTicket } from "./actions/ticket";
export { actionKey, openActions, withAncestors, writtenActions } from "./actions/written";

// What its prose states.
export { figuresAgree } from "./facts/figure";
export { dayOfFact } from "./facts/head";
export type { HeadFact } from "./facts/head";
export type { StatedDay } from "./facts/incident-day";
export { readPermalinks } from "./facts/permalink";
export type { Passage } from "./facts/prose";
export type { StatedDuration, StatedFigure } from "./facts/read";
export { nearestMinutes } from "./facts/times";
export type { ZonePair } from "./facts/times";

// Many incidents.
export { byPressure, isDueInWeek, isOwnedBy, listActions, listActionsOf } from "./across/actions";
export type { ActionFilter, ListedAction } from "./across/actions";
export type { AgeGroup, Ageing } from "./across/ageing";
export type { LeftOut, PeriodCounts } from "./across/counts";
export type { FactorCount, FactorCounts } from "./across/factors";
export type { Days, FollowUps, Headline } from "./across/headlines";
export { on } from "./across/headlines";
export { insightsOf } from "./across/insights";
export type { InsightQuery, Insights } from "./across/insights";
export { picked } from "./across/pick";
export type { IncidentPick } from "./across/pick";
export { recurrencesOf, sharedSituation, situationKeys, situationOf } from "./across/recurrence";
export type { Recurrence, SharedSituation, Situation } from "./across/recurrence";
export { recordOf } from "./across/record";
export type { IncidentRecord } from "./across/record";
export { IncidentSearch } from "./across/search";
export type { FoundIncident } from "./across/search";
export { spreadOf, statisticsOf, telling } from "./across/statistics";
export type { GroupStatistics, MetricStatistics, Spread, Statistics } from "./across/statistics";
