import type { Clock } from "../../time";
import type { Settings } from "../../settings";

/** Now, in the zone that the team set. */
export function systemClock(settings: Settings): Clock {
  return { now: Date.now(), zone: settings.timezone };
}

/** IANA name of the zone that this device is set to. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
