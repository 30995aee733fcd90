import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { finishedNote, finishedPath } from "../finished-note";
import { describeDiagnostic, factRules, inputOf } from "./replay";
import { expectLinear, repeated } from "../linear";

const rules: ReadonlySet<string> = new Set(factRules);

/** What the fact rules find in the first of these notes: `severity rule line:column-line:column message`. */
function findings(notes: Readonly<Record<string, string>>): readonly string[] {
  const [path = ""] = Object.keys(notes);
  const input = inputOf(notes, { paths: [path] });
  return checkNotes(input)
    .filter(({ rule }) => rules.has(rule))
    .map(
      (diagnostic) =>
        `${diagnostic.severity} ${diagnostic.rule} ${describeDiagnostic(diagnostic, input.library, path)}`,
    );
}

describe("what allows a second reading is not accused:", () => {
  it.each([
    [
      "a window beside the outage in it",
      "Incident began at 2020-12-14 04:07 and ended at 2020-12-14 06:23 (all times are US/Pacific).\n\nSign-in failed for a duration of 47 minutes.",
    ],
    ["downtime in pieces", "There were 30 minutes of downtime between 10:00 and 12:00 UTC."],
    ["an interval", "Every 5 minutes between 10:00 and 11:00 UTC the job failed."],
    ["an interval behind its window", "From 10:00 to 11:00 UTC, for 5 minutes at a time, the job failed."],
    ["a part", "The first 10 minutes (06:12–06:59 UTC) were the worst."],
    ["an offset", "After 30 minutes, from 10:20 to 10:40 UTC, errors spiked."],
    ["an offset behind a window", "Errors spiked 10:20–10:40 UTC, 30 minutes after the deployment."],
    [
      "another thing in the same sentence",
      "Between 10:00 and 12:00 UTC we restarted the pods, each of which took 5 minutes.",
    ],
    ["a list of lengths before windows", "Two outages: 20 minutes (10:00–10:20 UTC), 30 minutes (11:00–11:30 UTC)."],
    ["a list of lengths behind windows", "10:00–10:20 UTC, 20 minutes, 11:00–11:30 UTC, 30 minutes."],
    ["hours without am and pm", "The outage lasted 3 hours and 45 minutes (9:30–1:15)."],
    ["whole hours", "It was slow for six hours (02:30–08:45 UTC)."],
    ["more than a day", "It took 26 hours (10:00–12:00 UTC)."],
    ["rounding", "An outage of about 45 minutes (06:12–06:59 UTC)."],
    ["a lower bound", "The outage lasted over 5 hours (10:45–16:11 UTC)."],
    ["a window in two zones", "The outage lasted 50 minutes (06:12 UTC – 09:02 CEST)."],
    ["a window over midnight", "**Duration:** 22:30 UTC on October 29 to 05:39 UTC on October 30 (7 hours 9 minutes)"],
    ["two moments", "Alerts fired at 06:12 UTC, 06:25 UTC and 09:00 CEST."],
    ["a moment in two zones", "Alerts fired at 06:12 UTC (08:12 CEST) / 2:12 AM EDT."],
    [
      "other people's words",
      '> The outage lasted 52 minutes (06:12–06:59 UTC).\n\nShe wrote "down for 52 minutes (06:12–06:59 UTC)" and `52 minutes (06:12–06:59 UTC)`.',
    ],
    ["comments", "%% The outage lasted 52 minutes (06:12–06:59 UTC). %%"],
    ["what was struck out", "The outage lasted ~~52 minutes (06:12–06:59 UTC)~~ 47 minutes (06:12–06:59 UTC)."],
    ["plans", "## Action Items\n\n- [ ] Alert within 5 minutes instead of 52 minutes (06:12–06:59 UTC)"],
    [
      "a shorter full outage",
      "## What Happened\n\nA 28-minute full outage.\n\n## Impact\n\n- **Duration:** 47 minutes (06:12–06:59 UTC)",
    ],
    [
      "counts of other things",
      "## What Happened\n\n10,000 requests per second hit the proxy; 2,300 requests failed.\n\n## Impact\n\n- 12 enterprise customers, 2,300 failed requests of 45,000 requests",
    ],
    [
      "a repair that is not in the timeline",
      "- **Key events**\n  - First detected 2020-08-25 11:01 UTC\n  - Incident declared 2020-08-25 11:26 UTC\n  - Resolved 2020-08-25 12:11 UTC\n\n- **Time to repair**: 0h 45m\n- **Time to resolve**: 1h 10m",
    ],
    [
      "a count from the declaration",
      "- **Key events**\n  - First detected 2020-08-25 11:01 UTC\n  - Incident declared 2020-08-25 11:26 UTC\n  - Resolved 2020-08-25 12:11 UTC\n\n- **Time to resolve**: 45m",
    ],
    [
      "several incidents in one report",
      "# Outages of October 2025\n\n## Incident Timeline\n\n### October 21, 2025\n\n**Duration:** 21:45 to 23:28 UTC (103 minutes)\n\n- **21:45 UTC** - Deploy\n- **21:47 UTC** - Monitoring detects errors\n- **23:28 UTC** - Service fully recovered\n\n### October 24, 2025\n\n**Duration:** 18:00 to 19:12 UTC (72 minutes)\n\n- **18:00 UTC** - Deploy\n- **18:10 UTC** - Initial customer reports\n- **19:12 UTC** - Service fully recovered",
    ],
    [
      "support hours",
      "---\nstarted: 2024-04-11T12:15\nresolved: 2024-04-12T10:00\n---\n\n- **Time to resolve:** 4h 45m (support hours)",
    ],
    [
      "a time without seconds beside one with them",
      "## Timeline\n\nAll times in UTC.\n\n- 22:36:51 Pod fails\n- 22:36 Pager goes off\n- 22:50 Restored",
    ],
    [
      "a length counted from the first event",
      "# Outage of 2024-04-11\n\n**Duration:** 47 minutes\n\n## Timeline\n\nAll times in UTC.\n\n- 06:12 Config goes out\n- 06:25 Alert fired\n- 06:59 Incident resolved",
    ],
    [
      "a first day long before the others",
      "---\ndate: 2024-04-11\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 2024-01-23 14:06 Merged\n- 2024-04-11 06:12 Deployed to all",
    ],
    [
      "a day between two times",
      "---\ndate: 2024-04-11\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 2024-04-11 06:12 Deployed to all\n- 2024-04-15: Vendor confirmed\n- 2024-04-21 10:00 Closed",
    ],
    ["a timeline of days", "## Timeline\n\n- 2024-04-10 Config deployed\n- 2024-04-11 Service restored"],
    [
      "an afternoon on a clock of twelve hours",
      "# Outage of 2024-04-11\n\n## Timeline\n\nAll times in UTC.\n\n- 11:50 Deployed\n- 12:10 Rolled back\n- 1:05 Restored",
    ],
  ])("%s", (_, note) => {
    expect(findings({ "Incident.md": note })).toEqual([]);
  });

  it("a file named after the day on which it was published", () => {
    const note = "## Timeline\n\nAll times in UTC.\n\n- 2024-04-02 06:12 Deployed\n- 2024-04-02 06:59 Restored";
    expect(findings({ "2024-04-11 Outage.md": note })).toEqual([]);
    expect(findings({ "2024-05-11 Outage.md": note })).toEqual([
      "warning event-outside-incident 5:3-5:19 this is on 2024-04-02, 39 days before the incident, and so is one more event",
    ]);
    expect(findings({ "2024-04-11 Outage.md": "## Timeline\n\n![[Log]]", "Log.md": note })).toEqual([
      "warning event-outside-incident Log.md 5:3-5:19 this is on 2024-04-02, 9 days before the incident, and so is one more event",
    ]);
  });

  it("but a timeline that embeds a note without events is", () => {
    expect(
      findings({ "Incident.md": "## Timeline\n\n![[Incident Timeline]]", "Incident Timeline.md": "Ask Ada." }),
    ).toEqual(["warning missing-timeline 1:4-1:12 the timeline has no event with a time"]);
  });

  it("but an embedded timeline of another incident is, once for each of its days", () => {
    const log =
      "All times in UTC.\n\n- 2024-02-02 23:40 Alert\n- 2024-02-03 00:20 Mitigated\n- 2024-02-03 00:40 Restored";
    expect(findings({ "Incident.md": "---\ndate: 2024-04-11\n---\n\n## Timeline\n\n![[Log]]", "Log.md": log })).toEqual(
      [
        "warning event-outside-incident Log.md 3:3-3:19 this is on 2024-02-02, 69 days before the incident",
        "warning event-outside-incident Log.md 4:3-4:19 this is on 2024-02-03, 68 days before the incident, and so is one more event",
      ],
    );
  });

  it("but a first line of another month, seconds out of order, and a day out of order are", () => {
    expect(
      findings({
        "Incident.md":
          "---\ndate: 2024-04-11\n---\n\n## Timeline\n\nAll times in UTC.\n\n- 2024-03-11 06:12 Deployed\n- 2024-04-11 06:25 Acknowledged",
      }),
    ).toEqual(["warning event-outside-incident 9:3-9:19 this is on 2024-03-11, 31 days before the incident"]);
    expect(
      findings({
        "Incident.md":
          "## Timeline\n\nAll times in UTC, 2024-04-11.\n\n- 22:36:51 Pod fails\n- 22:36:00 Pager goes off\n- 22:50:00 Restored",
      }),
    ).toEqual(["warning timeline-out-of-order 5:3-5:11 `22:36:51` stands before `22:36:00`"]);
    expect(
      findings({
        "Incident.md":
          "## Timeline\n\nAll times in UTC.\n\n- 2024-04-11 06:12 Config deployment\n- 2024-04-11 06:25 Acknowledged\n- 2024-04-10 06:38 Cause found\n- 2024-04-11 06:59 Restored",
      }),
    ).toEqual(["warning timeline-out-of-order 7:3-7:19 `2024-04-10 06:38` stands after `2024-04-11 06:25`"]);
  });

  it("hold the length that the timeline states against it, not that of a part of the incident", () => {
    const story =
      "# Outage\n\n## Timeline\n\nAll times in UTC.\n\n- 14:30 Outage begins\n- 15:10 Incident resolved\n\n";
    expect(findings({ "2024-04-11-api.md": `${story}- **Duration (MTTR):** 17h 58m\n` })).toEqual([
      "warning metric-mismatch 10:24-10:31 `17h 58m` are stated, but from started to resolved it is 40 minutes",
    ]);
    expect(
      findings({ "2024-04-11-api.md": `${story}## Impact\n\nThe first 10 minutes of the incident went unnoticed.\n` }),
    ).toEqual([]);
  });

  it("but transposed digits are", () => {
    const note =
      "# Incident on 2023-09-18\n\n- **Key events**\n  - First detected: 2023-09-18 13:42 UTC\n  - Repaired: 2023-09-18 17:54 UTC\n  - Resolved 2023-09-20 19:18 UTC\n\n- **Time to repair**: 4h 12m\n\n- **Time to resolve**: 35h 36m";
    expect(findings({ "2023-09-18-disk.md": note })).toEqual([
      "warning metric-mismatch 10:24-10:31 `35h 36m` are stated, but from detected to resolved it is 53 hours 36 minutes",
    ]);
  });

  it("the example postmortem's outage within its incident, and its marks", () => {
    const events = [
      "14:51 News reports",
      "14:54 **OUTAGE BEGINS** — Search backends start melting down",
      "14:55 ManyHttp500s alert fires",
      "15:01 **INCIDENT BEGINS** Ada is paged",
      "15:28 Fix identified",
      "15:36 Deploy done",
      "16:00 **OUTAGE ENDS**, all traffic balanced",
      "16:30 **INCIDENT ENDS**, exit criterion of 30 minutes nominal performance reached",
    ];
    const note = `# Search outage\n\n## Summary\n\nSearch was down for 66 minutes during a period of very high interest.\n\n## Impact\n\nEstimated 1.21B queries lost.\n\n## Timeline\n\n2015-10-21 (all times UTC)\n\n${events.map((event) => `* ${event}`).join("\n")}\n`;
    expect(findings({ "Incident-2015-10-21-Search.md": note })).toEqual([]);
    expect(findings({ "Incident-2015-10-21-Search.md": note.replace("66 minutes", "96 minutes") })).toEqual([
      "error duration-mismatch 5:21-5:31 `96 minutes` are stated for the outage, which the timeline marks as 1 hour 6 minutes",
    ]);
  });
});

describe("a hostile note", () => {
  it.each([
    "47 minutes (06:12–06:59 UTC) ",
    "- **Duration:** 47 minutes (06:12–06:59 UTC)\n",
    "- 06:12 acknowledged\n",
    "2,300 requests failed ",
    "$1 ",
    "acknowledged at 06:25 and ",
    "within 19 minutes, resulting in a 47-minute full outage ",
    "40 minutes later, at 14:52, ",
    "11:20 UTC (7:20 EDT) ",
    "Monday, May 5, 2024 ",
    "half an hour and a half ",
    '"',
    "~~a ",
    "<a ",
    "## Timeline\n",
  ])("of %j is checked in time", async (piece) => {
    const head =
      "---\ndate: 2024-04-11\nstarted: 2024-04-11T06:12\nresolved: 2024-04-11T06:59\n---\n\n## What Happened\n\n";
    await expectLinear(
      (text) => checkNotes(inputOf({ "Incident-2024-04-11-Hostile.md": text })),
      (length) => `${repeated(piece, head)(length)}${repeated(piece, "\n\n## Timeline\n\n", "\n")(length / 5)}`,
    );
  });
});

describe("a long paragraph of days, in a note of no day", () => {
  it.each(["seen on 5 May 2024 and ", "5 May 2024 | "])("of %j is checked in time", async (piece) => {
    const timeline = "\n\n## Timeline\n\n- 06:12 a\n- 06:15 b\n";
    await expectLinear(
      (text) => checkNotes(inputOf({ "Hostile.md": text })),
      (length) => `${repeated(piece, "---\ntags: [postmortem]\n---\n\n")(length)}${timeline}`,
    );
  });
});

const seed = "../shared/seed/after.md";

describe.skipIf(!existsSync(seed))("the seed's finished note", () => {
  const text = existsSync(seed) ? readFileSync(seed, "utf8") : "";
  const home = "Incident-2024-04-11-API-Outage.md";
  const tension =
    "info derived-time-conflict 16:224-16:233 a full outage of `47-minute` does not fit: `within 19 minutes` leaves 28 minutes of the 47 minutes";

  it("has one hint, and neither error nor warning", () => {
    expect(findings({ [home]: text })).toEqual([tension]);
  });

  it.each([
    [
      "with zones",
      "- 06:12 UTC — Config deployment\n- 06:18 UTC — First 5xx alerts\n- 06:25 UTC — Alex Rivera acknowledged the alert\n- 06:38 UTC — Root cause identified\n- 06:59 UTC — Service restored",
    ],
    [
      "without",
      "- **06:12** Config deployment applied\n- **06:25** PagerDuty alert acknowledged by [[Alex Rivera]]\n- **06:31** Postgres reached 500 connections\n- **06:38** Root cause identified\n- **06:59** Service restored",
    ],
    [
      "in a table",
      "| Time (UTC) | Event |\n| --- | --- |\n| 06:12 | Config deployment |\n| 06:25 | Acknowledged |\n| 06:38 | Root cause identified |\n| 06:59 | Service restored |",
    ],
    ["dated", "### 2024-04-11\n\n- 06:12 UTC: Config deployment\n- 06:59 UTC: Service restored"],
  ])("has no more with a timeline note %s", (_, events) => {
    expect(
      findings({ [home]: text, "Incident Timeline.md": `# Incident Timeline\n\n## Key Events\n\n${events}\n` }),
    ).toEqual([tension]);
  });

  it.each([
    ["another length", "47 minutes (06:12", "52 minutes (06:12", "duration-mismatch"],
    ["another end", "06:12–06:59", "06:12–07:09", "duration-mismatch"],
    ["another count", "~2,300 failed", "~3,200 failed", "figure-mismatch"],
    ["other customers", "180 unique", "810 unique", "figure-mismatch"],
    ["other money", "~$4,200", "~$2,400", "figure-mismatch"],
    ["another date", "date: 2024-04-11", "date: 2024-04-12", "date-mismatch"],
    ["another title", "title: API Outage", "title: Database Outage", "title-mismatch"],
    ["a longer outage than incident", "47-minute full", "74-minute full", "duration-mismatch"],
  ])("is caught with %s", (_, from, to, rule) => {
    expect(text).toContain(from);
    expect(findings({ [home]: text.replace(from, to) }).join("\n")).toContain(rule);
  });
});

describe("a finished note", () => {
  const tension =
    "info derived-time-conflict 15:227-15:236 a full outage of `52-minute` does not fit: `within 21 minutes` leaves 31 minutes of the 52 minutes";

  it("has one hint, and neither error nor warning", () => {
    expect(findings({ [finishedPath]: finishedNote })).toEqual([tension]);
  });

  it.each([
    [
      "with zones",
      "- 14:05 UTC — Rollout of the certificate\n- 14:16 UTC — Grace Park acknowledged the alert\n- 14:37 UTC — Root cause identified\n- 14:57 UTC — Service restored",
    ],
    [
      "without",
      "- **14:05** Rollout of the certificate\n- **14:16** Alert acknowledged by [[Grace Park]]\n- **14:37** Root cause identified\n- **14:57** Service restored",
    ],
    [
      "in a table",
      "| Time (UTC) | Event |\n| --- | --- |\n| 14:05 | Rollout |\n| 14:16 | Acknowledged |\n| 14:37 | Root cause identified |\n| 14:57 | Service restored |",
    ],
    ["dated", "### 2025-02-18\n\n- 14:05 UTC: Rollout\n- 14:57 UTC: Service restored"],
  ])("has no more with a timeline note %s", (_, events) => {
    const log = `# Checkout Log\n\n## What was seen\n\n${events}\n`;
    expect(findings({ [finishedPath]: finishedNote, "Checkout Log.md": log })).toEqual([tension]);
  });

  it.each([
    ["another length", "52 minutes (14:05", "57 minutes (14:05", "duration-mismatch"],
    ["another end", "14:05–14:57", "14:05–15:07", "duration-mismatch"],
    ["another count", "~1,700 failed", "~7,100 failed", "figure-mismatch"],
    ["other customers", "240 unique", "420 unique", "figure-mismatch"],
    ["other money", "~$6,100", "~$1,600", "figure-mismatch"],
    ["another date", "date: 2025-02-18", "date: 2025-02-19", "date-mismatch"],
    ["another title", "title: Checkout Outage", "title: Search Outage", "title-mismatch"],
    ["a longer outage than incident", "52-minute full", "75-minute full", "duration-mismatch"],
  ])("is caught with %s", (_, from, to, rule) => {
    expect(finishedNote).toContain(from);
    expect(findings({ [finishedPath]: finishedNote.replace(from, to) }).join("\n")).toContain(rule);
  });
});

describe("contradictions as public reports have them, in words of our own", () => {
  it.each<readonly [name: string, path: string, text: string, warnings: readonly string[]]>([
    [
      "a link to a message of another hour",
      "2023-05-12 Memory.md",
      "## Timeline\n\n_All times in EEST_\n\n## May 12\n\n### 22:00\n\nBrought up in [the channel](https://example.slack.com/archives/C0LOGS12345/p1683921650000000)\n\n### 23:10\n\nLimits were set.\n",
      [
        "warning permalink-time-mismatch 9:54-9:93 this message was posted at 2023-05-12T20:00:50Z, 1 hour 1 minute after the event",
      ],
    ],
    [
      "winter time in autumn, and another zone between",
      "2021-10-31 Storm.md",
      "## Timeline (all times PST) Saturday Oct 30th 2021 - Monday Nov 1st, 2021\n\n22:22 PM PST Saturday Oct 30th: Second wave peaks\n\n23:00 AM MST Saturday Oct 30th: The pool is empty.\n\n03:30 AM PST Sunday Oct 31st: The largest wave begins.\n",
      [
        "warning timeline-out-of-order 3:1-3:31 `22:22 PM PST Saturday Oct 30th` stands before `23:00 AM MST Saturday Oct 30th`",
        "warning wrong-zone 3:10-3:13 `PST` is UTC-8, but on 2021-10-30 UTC-7 was in force",
      ],
    ],
    [
      "a day five months before the report's own",
      "2017-10-10 Nodes.md",
      "---\ntitle: Nodes\ndate: 2017-10-10\n---\n\n## Summary\n\nOn Oct 10, 2017, two nodes hung.\n\n## Timeline\n\n### 2017-05-09 10:45a\n\nTwo people could not start.\n\n### 12:29p\n\nTheir pods were deleted.\n",
      [
        "warning event-outside-incident 12:5-12:22 this is on 2017-05-09, 154 days before the incident",
        "warning timeline-without-zone 12:5-12:22 `2017-05-09 10:45a` and one more time have no zone",
      ],
    ],
    [
      "an afternoon before a morning",
      "2022-01-20 Hub.md",
      "## Timeline\n\nAll times in UTC\n\n### {{ 2022-01-20 Between 02:00 and 02.30 PM }}\n\nTwo changes were merged.\n\n### {{ 06:10 }}\n\nIt was reported.\n\n### {{ 07:45 }}\n\nA fix was made.\n",
      ["warning timeline-out-of-order 5:8-5:45 `2022-01-20 Between 02:00 and 02.30 PM` stands before `06:10`"],
    ],
    [
      "a time to resolve that the days do not give",
      "2021-05-10 Pipeline.md",
      "- **Key events**\n  - First detected 2021-05-10 12:15\n  - Repaired 2021-05-10 16:48\n  - Resolved 2021-05-11 10:00\n\n- **Time to repair**: 4h 33m\n\n- **Time to resolve**: 4h 45m\n",
      [
        "warning timeline-without-zone 2:20-2:36 `2021-05-10 12:15` and 2 more times have no zone",
        "warning metric-mismatch 8:24-8:30 `4h 45m` are stated, but from detected to resolved it is 21 hours 45 minutes",
      ],
    ],
    [
      "the year before in one line",
      "2023-01-11 Images.md",
      "## Timeline\n\n- 2023-01-11 14:22 UTC: Logins failed\n- 2022-01-11 14:40 UTC Password updated\n- 2023-01-11 14:51 UTC Explained\n",
      ["warning event-outside-incident 4:3-4:23 this is on 2022-01-11, 365 days before the incident"],
    ],
    [
      "winter time in September",
      "2017-09-27 Forbidden.md",
      "## Timeline\n\nAll times in PST\n\n### Sep 27 2017 13:06\n\nDeployed.\n\n### 15:00\n\nFixed.\n",
      ["warning wrong-zone 3:14-3:17 `PST` is UTC-8, but on 2017-09-27 UTC-7 was in force"],
    ],
    [
      "a time behind a later one",
      "2018-04-18 Flood.md",
      "## Timeline\n\nAll times in CEST\n\n### 2018-04-18 12:35\n\nUpgraded.\n\n### 14:49\n\nLogs are read.\n\n### 14:43\n\nChanges applied.\n\n### 14:55\n\nDeployed.\n",
      ["warning timeline-out-of-order 9:5-9:10 `14:49` stands before `14:43`"],
    ],
  ])("%s", (_, path, text, warnings) => {
    expect(findings({ [path]: text }).filter((finding) => !finding.startsWith("info"))).toEqual(warnings);
  });
});

const reports = "../shared/corpus/reports";

describe.skipIf(!existsSync(reports))("public reports", () => {
  const files = existsSync(reports) ? readdirSync(reports).filter((file) => file.endsWith(".md")) : [];

  it.each(files)("%s has no error", (file) => {
    const path = file.replace(/^[a-z0-9]+__/, "");
    expect(
      findings({ [path]: readFileSync(`${reports}/${file}`, "utf8") }).filter((finding) => finding.startsWith("error")),
    ).toEqual([]);
  });

  /** Every warning on the corpus, read by hand: each one is a contradiction that stands in the report. */
  const warnings: Readonly<Record<string, readonly string[]>> = {
    // 22:00 links to a message of 20:00:50 UTC, which is 23:00 EEST: the next event.
    "2i2c__2025-05-12-earthscope-resource-provisioning-issue.md": ["permalink-time-mismatch 53"],
    // PDT was in force on the day; 23:00 is written as "AM MST" between events in PST.
    "chia__2021-10-31-DustStorm.md": ["wrong-zone 22", "timeline-out-of-order 38"],
    // The heading says 9 May, the report 10 October; no zone is stated.
    "datahub__2017-10-10-hung-nodes.md": ["event-outside-incident 12", "timeline-without-zone 12"],
    // "02:00 and 02.30 PM" means the night before 06:10.
    "datahub__2022-01-20-package-dependency-upgrade-incident.md": ["timeline-out-of-order 35"],
    // 12:15 to 10:00 of the next day is 21h45, not 4h45; no zone is stated.
    "moj__2021-05-10-apply-pipeline-downtime.md": ["timeline-without-zone 9", "metric-mismatch 16"],
    // 2022 for 2023; no zone is stated.
    "moj__2023-01-11-cluster-image-pull.md": ["timeline-without-zone 9", "event-outside-incident 34"],
    // PDT was in force.
    "mybinder__2017-09-27-hub-403.md": ["wrong-zone 12"],
    // 14:43 stands behind 14:49.
    "mybinder__2018-04-18-cull-flood.md": ["timeline-out-of-order 34"],
  };

  it.each(files)("%s has no other warning than what is wrong in it", (file) => {
    const path = file.replace(/^[a-z0-9]+__/, "");
    const found = findings({ [path]: readFileSync(`${reports}/${file}`, "utf8") }).filter((finding) =>
      finding.startsWith("warning"),
    );
    expect(found.map((finding) => finding.replace(/^warning (\S+) (\d+):.*$/, "$1 $2"))).toEqual(warnings[file] ?? []);
  });
});
