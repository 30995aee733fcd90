import type { Edit } from "../../base";

/** What a command would change, or why it changes nothing, in words for the person who asked. */
export type EditPlan =
  { readonly ok: true; readonly edits: readonly Edit[] } | { readonly ok: false; readonly message: string };
