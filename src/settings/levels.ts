import { plainWords } from "../base";
import type { Settings } from "./settings";

/**
 * The level of the settings that a severity names, in any of the usual spellings: `Sev 1`, `SEV1`, `S1`, `P1`, `1`.
 * Null for none.
 */
export function severityOf(text: string, settings: Settings): string | null {
  const exact = sameWords(text, settings.severities);
  if (exact !== null) return exact;
  const number = /^(?:severity|sev|s|priority|prio|p|level|l)?[\s:_-]{0,3}(\d{1,3})(?![\w.])/i.exec(text.trim())?.[1];
  if (number === undefined) return null;
  return settings.severities.find((level) => level.match(/\d+/g)?.at(-1) === number) ?? null;
}

/** The status of the settings that a text names, whatever its case and punctuation. Null for none. */
export function statusOf(text: string, settings: Settings): string | null {
  return sameWords(text, settings.statuses);
}

/**
 * Whether something with this requirement has to be there in this status; a note without a status is in the first one.
 */
export function isRequired(required: boolean | string, status: string | null, settings: Settings): boolean {
  if (typeof required === "boolean") return required;
  const from = settings.statuses.indexOf(statusOf(required, settings) ?? "");
  return from >= 0 && Math.max(0, settings.statuses.indexOf(status ?? "")) >= from;
}

/** Whether a note is a draft: it has the first status, or none. */
export function isDraft(status: string | null, { statuses }: Settings): boolean {
  return status === null || plainWords(status) === plainWords(statuses[0] ?? "");
}

/**
 * The name among `names` with the same words; spaces do not count either, so that `in-review` and `InReview` are one.
 */
export function sameWords(text: string, names: readonly string[]): string | null {
  const wanted = plainWords(text).replaceAll(" ", "");
  return names.find((name) => plainWords(name).replaceAll(" ", "") === wanted) ?? null;
}
