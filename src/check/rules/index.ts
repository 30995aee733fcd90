import type { Rule } from "../rule";
import { actionItemWithoutDueDate } from "./action-item-without-due-date";
import { actionItemWithoutOwner } from "./action-item-without-owner";
import { ambiguousLink } from "./ambiguous-link";
import { blameLanguage } from "./blame-language";
import { brokenEmbed } from "./broken-embed";
import { brokenLink } from "./broken-link";
import { cancelledWithoutReason } from "./cancelled-without-reason";
import { counterfactualLanguage } from "./counterfactual-language";
import { dateMismatch } from "./date-mismatch";
import { deprecatedProperty } from "./deprecated-property";
import { derivedTimeConflict } from "./derived-time-conflict";
import { duplicateActionItem } from "./duplicate-action-item";
import { duplicateSection } from "./duplicate-section";
import { durationMismatch } from "./duration-mismatch";
import { embedCycle } from "./embed-cycle";
import { emptyEmbed } from "./empty-embed";
import { emptySection } from "./empty-section";
import { eventOutsideIncident } from "./event-outside-incident";
import { figureMismatch } from "./figure-mismatch";
import { internalError } from "./internal-error";
import { invalidActionItem } from "./invalid-action-item";
import { invalidFrontmatter } from "./invalid-frontmatter";
import { metricMismatch } from "./metric-mismatch";
import { milestoneOrder } from "./milestone-order";
import { missingSection } from "./missing-section";
import { missingTimeline } from "./missing-timeline";
import { noActionItems } from "./no-action-items";
import { overdueActionItem } from "./overdue-action-item";
import { permalinkTimeMismatch } from "./permalink-time-mismatch";
import { recurringIncident } from "./recurring-incident";
import { sharedTimeline } from "./shared-timeline";
import { staleDraft } from "./stale-draft";
import { ticketStateConflict } from "./ticket-state-conflict";
import { timelineOutOfOrder } from "./timeline-out-of-order";
import { timelineWithoutZone } from "./timeline-without-zone";
import { titleMismatch } from "./title-mismatch";
import { unfilledPlaceholder } from "./unfilled-placeholder";
import { unknownProperty } from "./unknown-property";
import { unreadableTime } from "./unreadable-time";
import { unusedSuppression } from "./unused-suppression";
import { unverifiedActionItem } from "./unverified-action-item";
import { vagueActionItem } from "./vague-action-item";
import { wrongZone } from "./wrong-zone";
import { zonePairMismatch } from "./zone-pair-mismatch";

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  actionItemWithoutDueDate,
  actionItemWithoutOwner,
  ambiguousLink,
  blameLanguage,
  brokenEmbed,
  brokenLink,
  cancelledWithoutReason,
  counterfactualLanguage,
  dateMismatch,
  deprecatedProperty,
  derivedTimeConflict,
  duplicateActionItem,
  duplicateSection,
  durationMismatch,
  embedCycle,
  emptyEmbed,
  emptySection,
  eventOutsideIncident,
  figureMismatch,
  internalError,
  invalidActionItem,
  invalidFrontmatter,
  metricMismatch,
  milestoneOrder,
  missingSection,
  missingTimeline,
  noActionItems,
  overdueActionItem,
  permalinkTimeMismatch,
  recurringIncident,
  sharedTimeline,
  staleDraft,
  ticketStateConflict,
  timelineOutOfOrder,
  timelineWithoutZone,
  titleMismatch,
  unfilledPlaceholder,
  unknownProperty,
  unreadableTime,
  unusedSuppression,
  unverifiedActionItem,
  vagueActionItem,
  wrongZone,
  zonePairMismatch,
];
