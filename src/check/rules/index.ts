import type { Rule } from "../rule";
import { ambiguousLink } from "./ambiguous-link";
import { blameLanguage } from "./blame-language";
import { brokenEmbed } from "./broken-embed";
import { brokenLink } from "./broken-link";
import { counterfactualLanguage } from "./counterfactual-language";
import { dateMismatch } from "./date-mismatch";
import { deprecatedProperty } from "./deprecated-property";
import { derivedTimeConflict } from "./derived-time-conflict";
import { duplicateSection } from "./duplicate-section";
import { durationMismatch } from "./duration-mismatch";
import { embedCycle } from "./embed-cycle";
import { emptyEmbed } from "./empty-embed";
import { emptySection } from "./empty-section";
import { figureMismatch } from "./figure-mismatch";
import { internalError } from "./internal-error";
import { invalidFrontmatter } from "./invalid-frontmatter";
import { metricMismatch } from "./metric-mismatch";
import { milestoneOrder } from "./milestone-order";
import { missingSection } from "./missing-section";
import { staleDraft } from "./stale-draft";
import { titleMismatch } from "./title-mismatch";
import { unfilledPlaceholder } from "./unfilled-placeholder";
import { unknownProperty } from "./unknown-property";
import { unusedSuppression } from "./unused-suppression";
import { zonePairMismatch } from "./zone-pair-mismatch";

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  ambiguousLink,
  blameLanguage,
  brokenEmbed,
  brokenLink,
  counterfactualLanguage,
  dateMismatch,
  deprecatedProperty,
  derivedTimeConflict,
  duplicateSection,
  durationMismatch,
  embedCycle,
  emptyEmbed,
  emptySection,
  figureMismatch,
  internalError,
  invalidFrontmatter,
  metricMismatch,
  milestoneOrder,
  missingSection,
  staleDraft,
  titleMismatch,
  unfilledPlaceholder,
  unknownProperty,
  unusedSuppression,
  zonePairMismatch,
];
