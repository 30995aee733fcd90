import type { Clock } from "../incident/clock";
import type { Settings } from "../incident/settings";

/** Now, in the zone that the team set. */
export function systemClock(settings: Settings): Clock {
  return { now: Date.now(), zone: settings.timezone };
}
