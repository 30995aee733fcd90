import type { Clock } from "../incident/clock";
import type { Settings } from "../incident/settings";
import type { Library } from "../vault/library";
import type { Diagnostic } from "./diagnostic";

/** What is to be checked, and against what. */
export interface CheckInput {
  readonly library: Library;
  readonly settings: Settings;
  readonly clock: Clock;
  /** Paths of the postmortems to check. */
  readonly paths: Iterable<string>;
}

/** Checks postmortems by every rule that the settings leave on; sorted by path, then place. */
export function checkNotes(_input: CheckInput): readonly Diagnostic[] {
  return [];
}
