import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Incident } from "../../src/incident";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { finishedNote, finishedPath } from "../finished-note";
import { libraryOf } from "../vault/library-of";
import { formatWritten } from "../../src/time";

const path = "Incident-2024-04-11-API-Outage.md";
const seed = "../shared/seed/after.md";

function incidentOf(text: string, more: Readonly<Record<string, string>> = {}): Incident {
  const library = libraryOf({ [path]: text, ...more });
  const note = library.note(path);
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, readSettings({}).settings);
}

const metrics = ({ metrics }: Incident): Record<string, number> =>
  Object.fromEntries(metrics.map(({ id, minutes }) => [id, minutes]));
const milestones = ({ milestones }: Incident): Record<string, string> =>
  Object.fromEntries(milestones.map(({ id, local, confidence }) => [id, `${formatWritten(local)} ${confidence}`]));

const timelineNote = `# Incident Timeline

## Key Events

- 06:12 UTC — Config deployment rolled out to production
- 06:18 UTC — First 5xx alerts on the public API
- 06:25 UTC — Alex Rivera acknowledged the PagerDuty alert
- 06:31 UTC — Postgres at its 500-connection limit
- 06:38 UTC — Root cause identified: \`max_pool_size\` missing
- 06:59 UTC — Service restored
`;

describe.skipIf(!existsSync(seed))("the seed's finished note", () => {
  const text = existsSync(seed) ? readFileSync(seed, "utf8") : "";

  it("gives 13, 26 and 47 minutes by its own words", () => {
    expect(metrics(incidentOf(text))).toEqual({
      "time-to-acknowledge": 13,
      "time-to-identify": 26,
      "time-to-resolve": 47,
    });
  });

  it("gives the same with its timeline", () => {
    expect(metrics(incidentOf(text, { "Incident Timeline.md": timelineNote }))).toMatchObject({
      "time-to-acknowledge": 13,
      "time-to-identify": 26,
      "time-to-resolve": 47,
    });
  });

  it("states its facts", () => {
    const { facts } = incidentOf(text);
    expect(
      facts.durations.map(({ minutes, subject, counted, window }) => [
        minutes,
        subject,
        counted,
        window?.range.minutes,
      ]),
    ).toEqual([
      [19, "", "within", undefined],
      [47, "full-outage", null, undefined],
      [47, "duration", null, 47],
    ]);
    expect(facts.figures.map(({ value, unit, qualifier, section }) => [value, unit, qualifier, section])).toEqual([
      [2300, "request", "failed", "what-happened"],
      [180, "customer", "", "what-happened"],
      [4200, "usd", "", "what-happened"],
      [2300, "request", "failed", "impact"],
      [180, "customer", "", "impact"],
      [4200, "usd", "", "impact"],
    ]);
  });
});

describe("a finished note", () => {
  const incidentAt = (more: Readonly<Record<string, string>> = {}): Incident => {
    const library = libraryOf({ [finishedPath]: finishedNote, ...more });
    const note = library.note(finishedPath);
    if (note === null) throw new Error("the note was just added");
    return readIncident(note, library, readSettings({}).settings);
  };
  const expected = { "time-to-acknowledge": 11, "time-to-identify": 32, "time-to-resolve": 52 };

  it("gives its durations by its own words, and the same with its timeline", () => {
    const log =
      "## What was seen\n\n- 14:05 UTC — Rollout of the certificate\n- 14:09 UTC — First failed payments\n- 14:16 UTC — Grace Park acknowledged the PagerDuty alert\n- 14:37 UTC — Root cause identified\n- 14:57 UTC — Service restored\n";
    expect(metrics(incidentAt())).toEqual(expected);
    expect(metrics(incidentAt({ "Checkout Log.md": log }))).toMatchObject(expected);
  });

  it("states its facts", () => {
    const { facts } = incidentAt();
    expect(
      facts.durations.map(({ minutes, subject, counted, window }) => [
        minutes,
        subject,
        counted,
        window?.range.minutes,
      ]),
    ).toEqual([
      [21, "", "within", undefined],
      [52, "full-outage", null, undefined],
      [52, "duration", null, 52],
    ]);
    expect(facts.figures.map(({ value, unit, qualifier, section }) => [value, unit, qualifier, section])).toEqual([
      [10000, "job", "", "what-happened"],
      [1700, "order", "failed", "what-happened"],
      [240, "customer", "", "what-happened"],
      [6100, "usd", "", "what-happened"],
      [1700, "order", "failed", "impact"],
      [240, "customer", "", "impact"],
      [6100, "usd", "", "impact"],
    ]);
  });
});

describe("milestones", () => {
  it("come from properties first", () => {
    const text =
      "---\ndate: 2024-04-11\nstarted: 2024-04-11T06:12\nresolved: 2024-04-11T08:59+02:00\n---\n\n## What Happened\n\nThe service was restored at 07:10.\n";
    expect(milestones(incidentOf(text))).toEqual({
      started: "2024-04-11T06:12 stated",
      resolved: "2024-04-11T08:59 stated",
    });
    expect(metrics(incidentOf(text))).toEqual({ "time-to-resolve": 47 });
  });

  it.each([
    ["The outage began at 06:12 UTC.", { started: "2024-04-11T06:12 worded" }],
    ["At 06:20 UTC, PagerDuty paged the on-call engineer.", { detected: "2024-04-11T06:20 worded" }],
    ["Customers noticed errors at 06:20 UTC.", { detected: "2024-04-11T06:20 worded" }],
    ["Connectivity loss was detected at 06:20 UTC.", { detected: "2024-04-11T06:20 worded" }],
    ["The root cause was detected at 06:38 UTC.", { identified: "2024-04-11T06:38 worded" }],
    ["All nodes were restored at 06:59 UTC.", { resolved: "2024-04-11T06:59 worded" }],
    ["[[Ada]] acknowledged the alert at 06:25 UTC.", { acknowledged: "2024-04-11T06:25 worded" }],
    ["The root cause was identified by 06:38 UTC.", { identified: "2024-04-11T06:38 worded" }],
    ["The impact was mitigated at 06:50 UTC.", { mitigated: "2024-04-11T06:50 worded" }],
    ["At 06:59 UTC the incident was resolved.", { resolved: "2024-04-11T06:59 worded" }],
    ["Service was fully restored at 06:59 UTC.", { resolved: "2024-04-11T06:59 worded" }],
  ])("are read from %s", (sentence, expected) => {
    expect(milestones(incidentOf(`# Outage\n\n## What Happened\n\n${sentence}\n`))).toEqual(expected);
  });

  it.each([
    "Customers reported that it was working again at 06:40 UTC.",
    "The alert was not acknowledged until 06:40 UTC.",
    "The root cause was identified after the pods were restarted at 06:30 UTC.",
    "A possible root cause was identified at 06:30 UTC.",
    "We expected the service to be restored at 07:00 UTC.",
    "The root cause could have been found at 06:15 UTC.",
    "The config was restored from a backup at 06:15 UTC.",
    "> Service restored at 06:15 UTC",
    "`service restored at 06:15 UTC`",
    "The investigation started at 06:20 UTC.",
    "At 06:20 UTC the engineer acknowledges that the change was untested.",
  ])("are not invented from %s", (sentence) => {
    expect(milestones(incidentOf(`# Outage\n\n## What Happened\n\n${sentence}\n`))).toEqual({});
  });

  it("are not those of a line that only ends with its time", () => {
    const text =
      "# Outage 2024-04-11\n\n## Timeline\n\n- 09:00 UTC Outage begins\n- Restored 10:00 UTC\n- 10:30 UTC Outage begins again\n- 12:00 UTC Incident resolved: all\n";
    expect(milestones(incidentOf(text))).toMatchObject({ resolved: "2024-04-11T12:00 marked" });
  });

  it("have the time behind their label, whatever a line of the story says", () => {
    const text =
      "# Outage 2024-04-11\n\n## Key events\n\n- Repaired: 2024-04-11 15:55 UTC\n- Resolved: 2024-04-11 16:00 UTC\n\n## Timeline\n\n- 15:58 UTC Mitigated\n- 16:18 UTC Incident resolved\n";
    expect(milestones(incidentOf(text))).toEqual({
      mitigated: "2024-04-11T15:55 marked",
      resolved: "2024-04-11T16:00 marked",
    });
  });

  it("come from the range that is said to be the whole", () => {
    const timeline = "\n\n## Timeline\n\n- 06:20 PagerDuty alert: 5xx above 10 %\n- 06:40 Rolled back\n";
    const expected = {
      started: "2024-04-11T06:12 worded",
      detected: "2024-04-11T06:20 worded",
      resolved: "2024-04-11T06:59 worded",
    };
    for (const line of [
      "**Duration:** 06:12–06:59 UTC (47 minutes)",
      "- **Impact window**: April 11, 2024, 6:12 AM - 6:59 AM (UTC)",
      "| Time | 06:12 - 06:59 UTC |",
      "🕒 Outage duration: 2024-04-11 06:12 UTC to 2024-04-11 06:59 UTC",
    ]) {
      expect({
        line,
        milestones: milestones(incidentOf(`# Outage 2024-04-11\n\n## Summary\n\n${line}${timeline}`)),
      }).toEqual({ line, milestones: expected });
    }
    for (const line of [
      "Response time: 06:12–06:59 UTC",
      "Maintenance window: 06:12–06:59 UTC",
      "We watched it all the time (06:12–06:59 UTC)",
    ]) {
      expect({
        line,
        milestones: milestones(incidentOf(`# Outage 2024-04-11\n\n## Summary\n\n${line}${timeline}`)),
      }).toEqual({ line, milestones: { detected: "2024-04-11T06:20 worded" } });
    }
  });

  it("do not come from what was resolved on the way", () => {
    expect(
      milestones(
        incidentOf(
          "## Timeline\n\nAll times in UTC, 2024-04-11.\n\n- 06:12 Looked at\n- 06:40 Resolved several conflicts\n",
        ),
      ),
    ).toEqual({});
  });

  it("takes a discovery for the detection only where nobody knew before", () => {
    const text =
      "## Timeline\n\nAll times in UTC, 2024-04-11.\n\n- 06:12 Deployed\n- 06:20 Alert fired\n- 06:40 Discovery: the queue is full\n";
    expect(milestones(incidentOf(text))).toMatchObject({ detected: "2024-04-11T06:20 worded" });
    expect(milestones(incidentOf(text.replace("Alert fired", "Looked at")))).toMatchObject({
      detected: "2024-04-11T06:40 worded",
    });
    expect(
      milestones(
        incidentOf(text.replace("Alert fired", "Looked at").replace("the queue is full", "the cause is a full queue")),
      ),
    ).toEqual({});
  });

  it("run over midnight", () => {
    expect(
      metrics(
        incidentOf(
          "# Outage\n\n## What Happened\n\nThe outage began at 23:50 UTC and service was restored at 00:37 UTC.\n",
        ),
      ),
    ).toEqual({ "time-to-resolve": 47 });
  });
});
