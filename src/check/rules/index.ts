import type { Rule } from "../rule";
import { ambiguousLink } from "./ambiguous-link";
import { blameLanguage } from "./blame-language";
import { brokenEmbed } from "./broken-embed";
import { brokenLink } from "./broken-link";
import { counterfactualLanguage } from "./counterfactual-language";
import { deprecatedProperty } from "./deprecated-property";
import { duplicateSection } from "./duplicate-section";
import { embedCycle } from "./embed-cycle";
import { emptyEmbed } from "./empty-embed";
import { emptySection } from "./empty-section";
import { internalError } from "./internal-error";
import { invalidFrontmatter } from "./invalid-frontmatter";
import { missingSection } from "./missing-section";
import { staleDraft } from "./stale-draft";
import { unfilledPlaceholder } from "./unfilled-placeholder";
import { unknownProperty } from "./unknown-property";
import { unusedSuppression } from "./unused-suppression";

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  ambiguousLink,
  blameLanguage,
  brokenEmbed,
  brokenLink,
  counterfactualLanguage,
  deprecatedProperty,
  duplicateSection,
  embedCycle,
  emptyEmbed,
  emptySection,
  internalError,
  invalidFrontmatter,
  missingSection,
  staleDraft,
  unfilledPlaceholder,
  unknownProperty,
  unusedSuppression,
];
