import { htmlTarget } from "./html/target";
import { markdownTarget } from "./markdown/target";
import type { ExportTarget } from "./target";

/** What a note can be exported as, in the order of the form; the first one stands where nothing was chosen. */
export const exportTargets = [markdownTarget, htmlTarget] as const satisfies readonly ExportTarget[];

export type ExportTargetId = (typeof exportTargets)[number]["id"];

/** The target of an id. */
export function targetOf(id: ExportTargetId): ExportTarget {
  return exportTargets.find((target) => target.id === id) ?? exportTargets[0];
}
