import type { Rule } from "../rule";
import { actionItemWithoutDueDate } from "./action-item-without-due-date";
import { actionItemWithoutOwner } from "./action-item-without-owner";
import { ambiguousLink } from "./ambiguous-link";
import { blameLanguage } from "./blame-language";
import { brokenEmbed } from "./broken-embed";
import { brokenLink } from "./broken-link";
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
import { figureMismatch } from "./figure-mismatch";
import { internalError } from "./internal-error";
import { invalidActionItem } from "./invalid-action-item";
import { invalidFrontmatter } from "./invalid-frontmatter";
import { metricMismatch } from "./metric-mismatch";
import { milestoneOrder } from "./milestone-order";
import { missingSection } from "./missing-section";
import { noActionItems } from "./no-action-items";
import { overdueActionItem } from "./overdue-action-item";
import { staleDraft } from "./stale-draft";
import { titleMismatch } from "./title-mismatch";
import { unfilledPlaceholder } from "./unfilled-placeholder";
import { unknownProperty } from "./unknown-property";
import { unusedSuppression } from "./unused-suppression";
import { vagueActionItem } from "./vague-action-item";
import { zonePairMismatch } from "./zone-pair-mismatch";

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  actionItemWithoutDueDate,
  actionItemWithoutOwner,
  ambiguousLink,
  blameLanguage,
  brokenEmbed,
  brokenLink,
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
  figureMismatch,
  internalError,
  invalidActionItem,
  invalidFrontmatter,
  metricMismatch,
  milestoneOrder,
  missingSection,
  noActionItems,
  overdueActionItem,
  staleDraft,
  titleMismatch,
  unfilledPlaceholder,
  unknownProperty,
  unusedSuppression,
  vagueActionItem,
  zonePairMismatch,
];
