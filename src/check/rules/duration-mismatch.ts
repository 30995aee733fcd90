import { once } from "../../base";
import { admits, formatMinutes } from "../../time";
import type { Incident, StatedDuration } from "../../incident";
import { nearestMinutes, outageWindow } from "../../incident";
import * as z from "../../schema";
import type { Library } from "../../vault";
import type { Finding } from "../diagnostic";
import { eitherWay, writeLength } from "../findings/choices";
import { atPlace, wordsAt } from "../findings/places";
import { defineRule } from "../rule";
import { isSection } from "../../settings";
import type { SectionName } from "../../language";

export const durationMismatch = defineRule({
  id: "duration-mismatch",
  severity: "error",
  why: "A length of time and the clock times beside it state the same fact twice. Where they differ the reader cannot tell which one is true, and the wrong one ends up in the statistics. Lengths are compared only with what they are the length of: an outage is not the whole incident.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Impact\n\n- **Duration:** 47 minutes (06:12–06:59 UTC)", expect: [] },
    {
      note: "## What Happened\n\nOf two hours of degradation, 20 minutes (06:12–06:32) were a full outage.\n\n## Impact\n\n- **Duration:** 2 hours (06:12–08:12)",
      expect: [],
    },
    {
      note: "## Impact\n\n- **Duration:** 47 minutes (06:12–07:04 UTC)",
      expect: ["3:17-3:27 `47 minutes` are stated for `06:12–07:04 UTC`, which is 52 minutes"],
      offers: ["Write `52 minutes` instead of `47 minutes`"],
    },
    {
      note: "## What Happened\n\nThe API was unavailable from 16:16 to 19:12, for a total of 184 min.",
      expect: ["3:61-3:68 `184 min` are stated for `16:16 to 19:12`, which is 2 hours 56 minutes"],
      offers: ["Write `176 min` instead of `184 min`"],
    },
    {
      note: "## What Happened\n\nThe outage lasted 52 minutes.\n\n## Impact\n\nAn outage of 47 minutes for all users.",
      expect: ["3:19-3:29 `52 minutes` are stated for the outage here, `47 minutes` under Impact"],
      offers: [
        "Write `47 minutes` instead of `52 minutes` here",
        "Write `52 minutes` instead of `47 minutes` under Impact",
      ],
    },
  ],
  *check({ incident, library }) {
    const { durations } = incident.facts;
    for (const duration of durations) yield* besideItsRange(duration, incident, library);
    const outage = once(() => outageWindow(incident));
    for (const duration of durations) {
      const window =
        duration.subject.endsWith("outage") &&
        duration.subject !== "partial-outage" &&
        duration.window === null &&
        duration.counted === null
          ? outage()
          : null;
      if (window === null || admits(duration, window.minutes)) continue;
      yield {
        ...atPlace(duration.place),
        message: `\`${wordsAt(library, duration.place)}\` are stated for the outage, which the timeline marks as ${formatMinutes(window.minutes)}`,
        help: "correct the length, or the times of the two events",
        choices: writeLength({ incident, library }, duration, window.minutes),
        related: [
          { ...window.from, message: "the outage begins here" },
          { ...window.to, message: "and ends here" },
        ],
      };
    }
    yield* acrossSections(durations, library);
  },
});

function* besideItsRange(duration: StatedDuration, incident: Incident, library: Library): Iterable<Finding> {
  if (duration.window === null) return;
  const { range, relation } = duration.window;
  const minutes = nearestMinutes(range, duration.minutes);
  if (admits(duration, minutes) || (relation === "lies-in" && duration.minutes < minutes)) return;
  yield {
    ...atPlace(duration.place),
    message: `\`${wordsAt(library, duration.place)}\` are stated for \`${wordsAt(library, range.place)}\`, which is ${formatMinutes(minutes)}`,
    help: "correct the length or the times",
    choices: writeLength({ incident, library }, duration, minutes),
    related: [{ ...range.place, message: `${formatMinutes(minutes)} by the clock` }],
  };
}

/** What lasted, as far as two sections can be compared by it. */
function kindOf({ subject, bound, counted }: StatedDuration): "outage" | "incident" | null {
  if (bound !== null || counted !== null) return null;
  return subject === "outage" || subject === "full-outage"
    ? "outage"
    : subject === "incident" || subject === "duration"
      ? "incident"
      : null;
}

/** The one length that the summary gives for the outage or the incident, against the one under Impact. */
function* acrossSections(durations: readonly StatedDuration[], library: Library): Iterable<Finding> {
  const of = (name: SectionName): StatedDuration[] =>
    durations.filter((duration) => isSection(duration.section, name) && kindOf(duration) !== null);
  const [summary, impact] = [of("what-happened"), of("impact")];
  for (const kind of ["outage", "incident"] as const) {
    const [here, ...more] = summary.filter((duration) => kindOf(duration) === kind);
    if (here === undefined || more.length > 0) continue;
    // An outage is part of the incident, so it may be shorter than that, not longer.
    const same = impact.filter((duration) => kindOf(duration) === kind);
    const whole =
      same.length === 0 && kind === "outage" ? impact.filter((duration) => kindOf(duration) === "incident") : [];
    const [there, ...others] = same.length > 0 ? same : whole;
    if (there === undefined || others.length > 0) continue;
    const agree =
      admits(here, there.minutes) ||
      admits(there, here.minutes) ||
      (whole.length > 0 && here.minutes < there.minutes) ||
      (here.subject !== there.subject && kind === "outage" && whole.length === 0);
    if (agree) continue;
    yield {
      ...atPlace(here.place),
      severity: "warning",
      message: `\`${wordsAt(library, here.place)}\` are stated for the ${kind} here, \`${wordsAt(library, there.place)}\` ${whole.length > 0 ? "for the whole incident " : ""}under Impact`,
      help: "make the two agree, or say what each one measures",
      choices: eitherWay(library, here.place, there.place),
      related: [{ ...there.place, message: "stated here" }],
    };
  }
}
