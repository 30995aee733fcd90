import type { Rule } from "../rule";
import { internalError } from "./internal-error";
import { unusedSuppression } from "./unused-suppression";

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  internalError,
  unusedSuppression,
];
