import { singleSpaced } from "../../base";
import * as z from "../../schema";
import { atPlace } from "../findings/places";
import { correct } from "../findings/choices";
import { defineRule } from "../rule";

export const unreadableTime = defineRule({
  id: "unreadable-time",
  severity: "error",
  why: "A time that no clock shows is a typing error, and its event is missing from every metric. An hour that the clocks skipped or went through twice says less than it seems to; it is reported as a warning or a hint.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## Timeline\n\n- 06:12 UTC Config deployment\n- 17:14pm UTC Restored\n- 24:00 UTC End of the day",
      expect: [],
    },
    {
      note: "## Timeline\n\n- 25:10 UTC Config deployment\n- 06:12 UTC Alert",
      expect: ["3:3-3:8 `25:10` cannot be read: hour 25 does not exist"],
      offers: ["Correct the time"],
    },
    {
      note: "## Timeline\n\n- 2024-13-40 10:00 Deploy\n- 2024-04-11 10:05 Alert",
      expect: ["3:3-3:19 `2024-13-40 10:00` cannot be read: month 13 does not exist"],
    },
    {
      note: "## Timeline\n\nAll times in Europe/Berlin.\n\n- 2024-03-31 02:30 Backup failed\n- 2024-03-31 03:10 Alert",
      expect: ["5:3-5:19 `2024-03-31 02:30` does not exist in `Europe/Berlin`: the clocks went forward"],
    },
  ],
  *check({ incident: { timeline } }) {
    for (const { place, raw, reason, kind } of timeline.unreadable) {
      yield {
        ...atPlace(place),
        ...(kind === "open" && { severity: "info" as const }),
        message: `\`${quoted(raw)}\` cannot be read: ${reason}`,
        help: "write a time such as `2024-04-11 06:12 UTC`",
        choices: [correct(place, "the time")],
      };
    }
    for (const { dst, zone, place, timeSpan, raw } of timeline.events) {
      if (dst === null || zone === null || zone.from === "setting") continue;
      const message =
        dst === "nonexistent"
          ? `does not exist in \`${zone.name}\`: the clocks went forward`
          : `occurs twice in \`${zone.name}\`: the clocks went back; the earlier one is taken`;
      yield {
        ...atPlace({ path: place.path, span: timeSpan }),
        severity: dst === "nonexistent" ? "warning" : "info",
        message: `\`${quoted(raw)}\` ${message}`,
        help: "write it in UTC, or with its offset",
        choices: [correct({ path: place.path, span: timeSpan }, "the time")],
      };
    }
  },
});

function quoted(raw: string): string {
  return singleSpaced(raw.replaceAll("`", ""));
}
