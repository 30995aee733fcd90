import type { EventZone, Incident } from "../../incident";
import type { WrittenTime } from "../../time";
import { dayOfWritten, formatDay } from "../../time";
import * as z from "../../schema";
import type { Place } from "../../base";
import type { Finding } from "../diagnostic";
import { atPlace } from "../findings/places";
import { defineRule } from "../rule";

/** Names that other regions use for another offset: China's CST has no summer. */
const shared: ReadonlySet<string> = new Set(["CST", "IST", "BST", "AST"]);

export const wrongZone = defineRule({
  id: "wrong-zone",
  severity: "warning",
  why: "`PST` in July is an hour off: in July it is `PDT`. The reader cannot know whether the name or the clock is meant, so all times of the incident may be wrong by an hour.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Timeline\n\nAll times in PDT.\n\n- 2017-09-27 13:06 Deployed\n- 2017-09-27 13:44 First report",
      path: "Incident-2017-09-27-Hub.md",
      expect: [],
    },
    {
      note: "## Timeline\n\nAll times in PST.\n\n- 2017-09-27 13:06 Deployed\n- 2017-09-27 13:44 First report",
      path: "Incident-2017-09-27-Hub.md",
      expect: ["3:14-3:17 `PST` is UTC-8, but on 2017-09-27 UTC-7 was in force"],
    },
    {
      note: "## Timeline\n\nAll times in UC/Pacific.\n\n- 13:06 Deployed\n- 13:44 First report",
      expect: ["3:14-3:24 `UC/Pacific` is no known zone"],
    },
  ],
  *check({ incident }) {
    for (const { place, name } of incident.timeline.unknownZones) {
      yield {
        ...atPlace(place),
        message: `\`${name}\` is no known zone`,
        help: "write `UTC`, an offset such as `UTC+2`, or a region such as `America/Los_Angeles`",
      };
    }
    const reported = new Set<string>();
    for (const { name, local, zone, place } of zonesInUse(incident)) {
      if (reported.has(name)) continue;
      const finding = notInForce(name, local, zone) ?? wrongRemark(name, zone);
      if (finding === null) continue;
      reported.add(name);
      yield { ...atPlace(place), ...finding };
    }
  },
});

interface ZoneInUse {
  readonly name: string;
  readonly local: WrittenTime;
  readonly zone: Pick<EventZone, "offset" | "offsetInForce" | "remark">;
  readonly place: Place;
}

function* zonesInUse({ timeline, facts }: Incident): Iterable<ZoneInUse> {
  for (const { zone, local, place, timeSpan } of timeline.events) {
    if (zone !== null)
      yield { name: zone.name, local, zone, place: zone.place ?? { path: place.path, span: timeSpan } };
  }
  for (const { zone, local, time, offset, offsetInForce, place } of facts.times) {
    if (zone !== null && time !== null)
      yield { name: zone.name, local, zone: { offset, offsetInForce, remark: null }, place };
  }
}

type Words = Pick<Finding, "message" | "help" | "severity">;

function notInForce(name: string, local: WrittenTime, { offset, offsetInForce }: ZoneInUse["zone"]): Words | null {
  const day = dayOfWritten(local);
  if (offset === offsetInForce || day === null) return null;
  return {
    ...(shared.has(name.toUpperCase()) && { severity: "info" as const }),
    message: `\`${name}\` is ${offsetName(offset)}, but on ${formatDay(day)} ${offsetName(offsetInForce)} was in force`,
    help: "write the name of that season, or the region, such as `America/Los_Angeles`",
  };
}

function wrongRemark(name: string, { offset, remark }: ZoneInUse["zone"]): Words | null {
  return remark === null || remark.offset === offset
    ? null
    : { message: `\`${name}\` is ${offsetName(offset)}, not \`${remark.name}\``, help: "keep the one that is right" };
}

/** `UTC+5:30`, `UTC-8`. */
function offsetName(minutes: number): string {
  const rest = Math.abs(minutes) % 60;
  return minutes === 0
    ? "UTC"
    : `UTC${minutes < 0 ? "-" : "+"}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
