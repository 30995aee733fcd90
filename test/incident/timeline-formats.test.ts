import { describe, expect, it } from "vitest";
import { eventsOf, timelineOf } from "./timeline-reading";
import { formatWritten } from "../../src/time";

/** Formats found in public incident reports: how it is written below "## Timeline", and what it says. */
const formats: readonly (readonly [name: string, source: string, events: readonly string[], path?: string])[] = [
  [
    "bullets under a date with its zone",
    "2015-10-21 (*all times UTC*)\n\n* 14:51 News reports that a new sonnet was found\n* 14:54 **OUTAGE BEGINS** — Search backends start melting down",
    [
      "2015-10-21T14:51 UTC = 2015-10-21T14:51:00Z News reports that a new sonnet was found",
      "2015-10-21T14:54 UTC = 2015-10-21T14:54:00Z [started] **OUTAGE BEGINS** — Search backends start melting down",
    ],
  ],
  [
    "newest first, nested bullets below each time",
    "* 2015-10-21 15:28 UTC jennifer\n  * Increasing capacity\n  * Waiting for rsync\n* 2015-10-21 15:21 UTC jennifer\n  * Directing all traffic to one cluster\n* 2015-10-21 15:16 UTC jennifer",
    [
      "2015-10-21T15:28 UTC = 2015-10-21T15:28:00Z jennifer",
      "2015-10-21T15:21 UTC = 2015-10-21T15:21:00Z jennifer",
      "2015-10-21T15:16 UTC = 2015-10-21T15:16:00Z jennifer",
    ],
  ],
  [
    "a table with an image line in the middle",
    "All times UTC, 2023-06-05\n\n| Time | Event |\n|---|---|\n| 16:54 | **OUTAGE BEGINS** -- Web server returns 500 |\n![graph](graph.png)\n| 17:10 | Apache restarted |\n| 17:12 | All is well |",
    [
      "2023-06-05T16:54 UTC = 2023-06-05T16:54:00Z [started] **OUTAGE BEGINS** -- Web server returns 500",
      "2023-06-05T17:10 UTC = 2023-06-05T17:10:00Z Apache restarted",
      "2023-06-05T17:12 UTC = 2023-06-05T17:12:00Z All is well",
    ],
  ],
  [
    "words behind a time that look like its seconds, its days or its zone",
    "2023-06-05, UTC\n\n- 10:05 Second node down\n- 10:06 +2 replicas\n- 10:07 Minute by minute log read\n- 23:50 still down\n- 00:10 +1 Up again",
    [
      "2023-06-05T10:05 UTC = 2023-06-05T10:05:00Z Second node down",
      "2023-06-05T10:06 UTC = 2023-06-05T10:06:00Z +2 replicas",
      "2023-06-05T10:07 UTC = 2023-06-05T10:07:00Z Minute by minute log read",
      "2023-06-05T23:50 UTC = 2023-06-05T23:50:00Z still down",
      "2023-06-06T00:10 UTC = 2023-06-06T00:10:00Z Up again",
    ],
  ],
  [
    "a day counted from the one above, and a date and time without signs",
    "2023-06-05, UTC\n\n- 10:05 Down\n- 2 days later 06:12 Down again\n- Three days later, 07:00: found\n- 20230611T061230Z Fixed",
    [
      "2023-06-05T10:05 UTC = 2023-06-05T10:05:00Z Down",
      "2023-06-07T06:12 UTC = 2023-06-07T06:12:00Z Down again",
      "2023-06-10T07:00 UTC = 2023-06-10T07:00:00Z found",
      "2023-06-11T06:12:30 Z = 2023-06-11T06:12:30Z Fixed",
    ],
  ],
  [
    "a heading whose day and month cannot be told apart",
    "### 03-04-2017 (All Times UTC)\n\n- *14:51* News of the launch\n- *14:53* Traffic rises",
    ["T14:51 ? = ? News of the launch", "T14:53 ? = ? Traffic rises"],
  ],
  [
    "12-hour times in East Africa Time",
    "All times EAT Time, 5 May 2023\n\n* 1:13 PM: Outage begins\n* 1:20 PM: Engineer paged",
    [
      "2023-05-05T13:13 EAT = 2023-05-05T10:13:00Z [started] Outage begins",
      "2023-05-05T13:20 EAT = 2023-05-05T10:20:00Z Engineer paged",
    ],
  ],
  [
    "times with zone under date headings, bold lines too",
    "### 2020-02-20\n\n- 21:28 UTC: Deployment of a new version\n- **22:01 UTC: Users report errors**\n\n### 2020-02-21\n\n- 00:02 UTC: Reverted",
    [
      "2020-02-20T21:28 UTC = 2020-02-20T21:28:00Z Deployment of a new version",
      "2020-02-20T22:01 UTC = 2020-02-20T22:01:00Z Users report errors",
      "2020-02-21T00:02 UTC = 2020-02-21T00:02:00Z Reverted",
    ],
  ],
  [
    "an explicit date that does not carry over",
    "All times are UTC, unless noted all events on 2019-10-21\n\n- **2019-10-20 00:55: A crate is published**\n- **01:38: The build queue stalls**\n- 01:40: An alert fires",
    [
      "2019-10-20T00:55 UTC = 2019-10-20T00:55:00Z A crate is published",
      "2019-10-21T01:38 UTC = 2019-10-21T01:38:00Z The build queue stalls",
      "2019-10-21T01:40 UTC = 2019-10-21T01:40:00Z An alert fires",
    ],
  ],
  [
    "a heading for each event, the date carries",
    "All times in PDT\n\n### Sep 27 2017 13:06\n\nChanges are deployed.\n\n### 13:35\n\nDeployment is complete.",
    [
      "2017-09-27T13:06 PDT = 2017-09-27T20:06:00Z Changes are deployed.",
      "2017-09-27T13:35 PDT = 2017-09-27T20:35:00Z Deployment is complete.",
    ],
  ],
  [
    "a heading with its text",
    "All times in CEST\n\n### 2022-06-02 10:00 - Problem starts\n\nNobody knows why.",
    ["2022-06-02T10:00 CEST = 2022-06-02T08:00:00Z [started] Problem starts"],
  ],
  [
    "approximate headings and ranges",
    "Times in CEST\n\n### 2018-07-08 ca. 18:30\n\nFirst errors.\n\n### ~19:30-19:45\n\nSuccess drops to zero.",
    [
      "~2018-07-08T18:30 CEST = 2018-07-08T16:30:00Z First errors.",
      "~2018-07-08T19:30/2018-07-08T19:45 CEST = 2018-07-08T17:30:00Z Success drops to zero.",
    ],
  ],
  [
    "unpadded hours and a zone with a remark",
    "All times in UTC+1 (Zurich time)\n\n### 2018-01-18 4:19\n\nTraffic.\n\n### 8:20 - 8:24\n\nCulled.",
    [
      "2018-01-18T04:19 UTC+1 = 2018-01-18T03:19:00Z Traffic.",
      "2018-01-18T08:20/2018-01-18T08:24 UTC+1 = 2018-01-18T07:20:00Z Culled.",
    ],
  ],
  [
    "headings with date, time and zone",
    "### 2017-11-30 16:22 PST\n\nPods pending.\n\n### 16:59 PST\n\nPods running.",
    [
      "2017-11-30T16:22 PST = 2017-12-01T00:22:00Z Pods pending.",
      "2017-11-30T16:59 PST = 2017-12-01T00:59:00Z Pods running.",
    ],
  ],
  [
    "a label first",
    "- First detected 2021-06-09 13:15\n- Repaired: 2021-06-09 14:00\n- Resolved 2021-06-09 14:30",
    [
      "2021-06-09T13:15 (UTC) = 2021-06-09T13:15:00Z [detected] First detected",
      "2021-06-09T14:00 (UTC) = 2021-06-09T14:00:00Z [mitigated] Repaired",
      "2021-06-09T14:30 (UTC) = 2021-06-09T14:30:00Z [resolved] Resolved",
    ],
  ],
  [
    "several events in a paragraph that is broken by hand",
    "All times UTC, 2023-08-25\n\n15:27 - A change is submitted.<br> 21:14 - It takes effect. **<START OF OUTAGE>**<br>\n21:20 - First e-mail,\nincorrectly reporting a recovery.<br/>??:?? - A user tweets.<br>23:54 - Reverted",
    [
      "2023-08-25T15:27 UTC = 2023-08-25T15:27:00Z A change is submitted.",
      "2023-08-25T21:14 UTC = 2023-08-25T21:14:00Z [started] It takes effect. **<START OF OUTAGE>**",
      "2023-08-25T21:20 UTC = 2023-08-25T21:20:00Z First e-mail, incorrectly reporting a recovery.<br/>??:?? - A user tweets.",
      "2023-08-25T23:54 UTC = 2023-08-25T23:54:00Z Reverted",
    ],
  ],
  [
    "several events in an item that is broken by hand",
    "All times UTC, 2023-08-25\n\n- 02:00 – Alert fires<br>02:05 – Engineer acknowledges the page<br/> still nobody knows why<br>02:30 – Outage ends",
    [
      "2023-08-25T02:00 UTC = 2023-08-25T02:00:00Z Alert fires",
      "2023-08-25T02:05 UTC = 2023-08-25T02:05:00Z Engineer acknowledges the page<br/> still nobody knows why",
      "2023-08-25T02:30 UTC = 2023-08-25T02:30:00Z [resolved] Outage ends",
    ],
  ],
  [
    "a date, a line break and times",
    "All times UTC.\n\n- 2024-04-12<br>12:00 A<br>13:00 B<br>\n- 12:30<br>Alert<br><br>12:40<br>Restored ^end",
    [
      "2024-04-12T12:00 UTC = 2024-04-12T12:00:00Z A",
      "2024-04-12T13:00 UTC = 2024-04-12T13:00:00Z B",
      "2024-04-12T12:30 UTC = 2024-04-12T12:30:00Z Alert",
      "2024-04-12T12:40 UTC = 2024-04-12T12:40:00Z [resolved] Restored",
    ],
  ],
  [
    "a line break in code and in a comment",
    "All times UTC, 2024-04-12\n\n- 12:00 Replaced `<br>12:05` %%<br>12:20 hidden%% in it",
    ["2024-04-12T12:00 UTC = 2024-04-12T12:00:00Z Replaced `<br>12:05` %%<br>12:20 hidden%% in it"],
  ],
  [
    "month and day without a year, as ISO has them",
    "All times in PDT.\n\n- [12-05 16:21] Bug introduced\n- [03-25 23:04] Node drained\n- [03-26 02:50] Reported",
    [
      "2018-12-05T16:21 PDT = 2018-12-05T23:21:00Z Bug introduced",
      "2019-03-25T23:04 PDT = 2019-03-26T06:04:00Z Node drained",
      "2019-03-26T02:50 PDT = 2019-03-26T09:50:00Z Reported",
    ],
    "2019-03-26 Outage.md",
  ],
  [
    "day and month without a year or a last dot",
    "All times UTC.\n\n- 25.03 02:58 Rebooted\n- 10.15 11:00 is a version and a time\n- 00-10 11:00 is none\n- Upgraded to 12.04 14:30",
    ["2019-03-25T02:58 UTC = 2019-03-25T02:58:00Z Rebooted"],
    "2019-03-26 Outage.md",
  ],
  [
    "after a time",
    "All times UTC, 2025-12-11\n\n- 02:05 Recovery\n- After 02:10: fully operational\n- shortly before 03:00 all clear\n- ab 04:00 Normalbetrieb",
    [
      "2025-12-11T02:05 UTC = 2025-12-11T02:05:00Z [resolved] Recovery",
      "~2025-12-11T02:10 UTC = 2025-12-11T02:10:00Z fully operational",
      "~2025-12-11T03:00 UTC = 2025-12-11T03:00:00Z [resolved] all clear",
      "~2025-12-11T04:00 UTC = 2025-12-11T04:00:00Z Normalbetrieb",
    ],
  ],
  [
    "date, time and colon",
    "- 2023-11-01 10:15: PagerDuty alarm\n- 2023-11-01 10:20 Engineer looks",
    [
      "2023-11-01T10:15 (UTC) = 2023-11-01T10:15:00Z PagerDuty alarm",
      "2023-11-01T10:20 (UTC) = 2023-11-01T10:20:00Z Engineer looks",
    ],
  ],
  [
    "a cell without its blank",
    "| Time | What |\n|---|---|\n| 2026-03-30 09:14| Alarm |\n| 2026-03-30 09:20 | Fixed |",
    ["2026-03-30T09:14 (UTC) = 2026-03-30T09:14:00Z Alarm", "2026-03-30T09:20 (UTC) = 2026-03-30T09:20:00Z Fixed"],
  ],
  [
    "a time to be confirmed is no event",
    "- 2023-01-04 (Time TBC)\n- 2023-01-05 10:00 Confirmed",
    ["2023-01-05T10:00 (UTC) = 2023-01-05T10:00:00Z Confirmed"],
  ],
  [
    "a mark at the end",
    "- 2019-03-27 16:55 config change deployed OUTAGE BEGINS\n- 2019-03-27 17:20 reverted OUTAGE ENDS",
    [
      "2019-03-27T16:55 (UTC) = 2019-03-27T16:55:00Z [started] config change deployed OUTAGE BEGINS",
      "2019-03-27T17:20 (UTC) = 2019-03-27T17:20:00Z [resolved] reverted OUTAGE ENDS",
    ],
  ],
  [
    "with and without a colon in one list",
    "All times UTC on 2018-08-31\n\n- 12:46: Reports come in\n- 12:47 Investigation begins",
    [
      "2018-08-31T12:46 UTC = 2018-08-31T12:46:00Z Reports come in",
      "2018-08-31T12:47 UTC = 2018-08-31T12:47:00Z Investigation begins",
    ],
  ],
  [
    "a sentence that begins with its time",
    "At 2017/01/31 11pm-ish UTC, team-member-1 thinks that the directory must be removed.",
    ["~2017-01-31T23:00 UTC = 2017-01-31T23:00:00Z team-member-1 thinks that the directory must be removed."],
  ],
  [
    "a range over midnight in words",
    "- Between 11:48 PM PDT on October 19 and 2:40 AM PDT on October 20: increased error rates",
    ["2025-10-19T23:48/2025-10-20T02:40 PDT = 2025-10-20T06:48:00Z increased error rates"],
    "2025-10-20 Outage.md",
  ],
  [
    "a half of the day shared by a range, the date behind",
    "All times PDT\n\n2:32–2:40 AM | Oct 20 | Recovery begins",
    ["2025-10-20T02:32/2025-10-20T02:40 PDT = 2025-10-20T09:32:00Z Recovery begins"],
    "2025-10-20 Outage.md",
  ],
  [
    "two zones on a line",
    "- 2025-11-18 11:20 UTC (6:20 AM ET) - Initial Detection\n- 14:30 UTC (9:30 AM ET) - Fixed",
    [
      "2025-11-18T11:20 UTC = 2025-11-18T11:20:00Z [detected] Initial Detection",
      "2025-11-18T14:30 UTC = 2025-11-18T14:30:00Z Fixed",
    ],
  ],
  [
    "the date behind time and zone",
    "| When | What |\n|---|---|\n| 22:52 UTC, 21st Oct | Partition |\n| 23:07 UTC, 21st Oct | Alert |",
    ["2018-10-21T22:52 UTC = 2018-10-21T22:52:00Z Partition", "2018-10-21T23:07 UTC = 2018-10-21T23:07:00Z Alert"],
    "2018-10-21 Outage.md",
  ],
  [
    "the date behind a zone in brackets",
    "- 10:00 (UTC) on October 19: Partition\n- 10:20 (UTC) on October 19: Alert",
    ["2018-10-19T10:00 UTC = 2018-10-19T10:00:00Z Partition", "2018-10-19T10:20 UTC = 2018-10-19T10:20:00Z Alert"],
    "2018-10-21 Outage.md",
  ],
  [
    "posted behind its text, newest first",
    "**Resolved** - All is well.\nPosted Feb 12, 2019 - 17:11 PST\n\n**Monitoring** - A fix is in place.\nPosted Feb 12, 2019 - 16:40 PST",
    [
      "2019-02-12T17:11 PST = 2019-02-13T01:11:00Z [resolved] **Resolved** - All is well.",
      "2019-02-12T16:40 PST = 2019-02-13T00:40:00Z **Monitoring** - A fix is in place.",
    ],
  ],
  [
    "a time on a line of its own behind its text, newest first",
    "**Resolved** - All is well again.\n*Feb 12, 2019, 17:11 UTC*\n\n**Identified** - The cause is a bad disk.\n*Feb 12, 2019, 16:40 UTC*",
    [
      "2019-02-12T17:11 UTC = 2019-02-12T17:11:00Z [resolved] **Resolved** - All is well again.",
      "2019-02-12T16:40 UTC = 2019-02-12T16:40:00Z [identified] **Identified** - The cause is a bad disk.",
    ],
  ],
  [
    "no event by how old the text is",
    "**Last update: 2019-02-12, 17:45**\n\n- 2019-02-12 11:30 Replaced\n- 2019-02-12 10:05 A disk fails",
    [
      "2019-02-12T11:30 (UTC) = 2019-02-12T11:30:00Z Replaced",
      "2019-02-12T10:05 (UTC) = 2019-02-12T10:05:00Z A disk fails",
    ],
  ],
  [
    "lines with letters",
    "On 2019-02-12 the network was down.\n\na) 10:05 A disk fails\nb) 11:30 It is replaced",
    [
      "2019-02-12T10:05 (UTC) = 2019-02-12T10:05:00Z A disk fails",
      "2019-02-12T11:30 (UTC) = 2019-02-12T11:30:00Z It is replaced",
    ],
  ],
  [
    "updates with their text",
    "On 2019-02-12 the network was down.\n\n**Update 11:30:** The cause was a power supply.\n\n**Update 10:05:** We look into it.",
    [
      "2019-02-12T11:30 (UTC) = 2019-02-12T11:30:00Z The cause was a power supply.",
      "2019-02-12T10:05 (UTC) = 2019-02-12T10:05:00Z We look into it.",
    ],
  ],
  [
    "labels with a zone for all",
    "- Began at 2019-06-02 11:45\n- Ended at 2019-06-02 15:40\n\n(all times are US/Pacific)",
    [
      "2019-06-02T11:45 US/Pacific = 2019-06-02T18:45:00Z [started] Began",
      "2019-06-02T15:40 US/Pacific = 2019-06-02T22:40:00Z [resolved] Ended",
    ],
  ],
  [
    "a weekday without a year",
    "- Sunday Nov 17th, 11:22am PST. The site is down.\n- Sunday Nov 17th, 12:10pm PST. It is back.",
    [
      "2013-11-17T11:22 PST = 2013-11-17T19:22:00Z The site is down.",
      "2013-11-17T12:10 PST = 2013-11-17T20:10:00Z It is back.",
    ],
    "2013-11-20 Outage.md",
  ],
  [
    "time since the beginning",
    "- T0 (2024-04-11 06:12 UTC): Detection\n- T+5m: Acknowledged\n- T+X: First mitigation\n- T+1h 20m: Fixed",
    [
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z [detected] Detection",
      "2024-04-11T06:17 UTC = 2024-04-11T06:17:00Z [acknowledged] Acknowledged",
      "2024-04-11T07:32 UTC = 2024-04-11T07:32:00Z Fixed",
    ],
  ],
  [
    "elapsed times with seconds among those without",
    "T0: 2024-04-11 06:12 UTC\n\n| Elapsed | Event |\n|---|---|\n| 00:00 | Deployed |\n| 00:10 | Alert |\n| 00:10:23 | Paged |",
    [
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z",
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed",
      "2024-04-11T06:22 UTC = 2024-04-11T06:22:00Z Alert",
      "2024-04-11T06:22:23 UTC = 2024-04-11T06:22:23Z Paged",
    ],
  ],
  [
    "a range on a line of its own gives date and zone",
    "2025-08-19 14:02 → 14:37 PT\n\n- 14:02 — Alert received\n- 14:37 — Recovered",
    [
      "2025-08-19T14:02 PT = 2025-08-19T21:02:00Z Alert received",
      "2025-08-19T14:37 PT = 2025-08-19T21:37:00Z [resolved] Recovered",
    ],
  ],
  [
    "a template's lines are no events, filled ones are",
    "* `HH:MM` - Event\n* **YYYY-MM-DD HH:MM UTC:** (Detection) …\n* **2024-06-13 09:53 UTC:** (Detection) Alert\n* June 13, 2024 09:53 PM: Second alert",
    [
      "2024-06-13T09:53 UTC = 2024-06-13T09:53:00Z [detected] (Detection) Alert",
      "2024-06-13T21:53 UTC = 2024-06-13T21:53:00Z Second alert",
    ],
  ],
  [
    "a date on a line of its own",
    "2024-02-07\n\n- 09:31 Deployed\n- 09:40 Rolled back\n\n2024-02-08\n\n- 10:00 Reviewed",
    [
      "2024-02-07T09:31 (UTC) = 2024-02-07T09:31:00Z Deployed",
      "2024-02-07T09:40 (UTC) = 2024-02-07T09:40:00Z Rolled back",
      "2024-02-08T10:00 (UTC) = 2024-02-08T10:00:00Z Reviewed",
    ],
  ],
  [
    "times above the paragraphs that tell of them",
    "All times UTC, 2024-02-07\n\n10:00 AM:\n\nDetection: half of the requests fail.\n10:15 AM:\n\nWe look into it.",
    [
      "2024-02-07T10:00 UTC = 2024-02-07T10:00:00Z [detected] Detection: half of the requests fail.",
      "2024-02-07T10:15 UTC = 2024-02-07T10:15:00Z We look into it.",
    ],
  ],
  [
    "a zone that only the range of the whole states",
    "**Duration:** 2024-02-07 10:00 AM - 12:00 PM (UTC)\n\n- 10:00 AM Alert\n- 12:00 PM Fixed",
    ["2024-02-07T10:00 UTC = 2024-02-07T10:00:00Z Alert", "2024-02-07T12:00 UTC = 2024-02-07T12:00:00Z Fixed"],
  ],
  [
    "a pasted chat",
    "2024-02-07\n\nUser1\n  3:13 PM\nIs the API down?\nUser2\n  3:15 PM\nLooking.",
    [
      "2024-02-07T15:13 (UTC) = 2024-02-07T15:13:00Z Is the API down?",
      "2024-02-07T15:15 (UTC) = 2024-02-07T15:15:00Z Looking.",
    ],
  ],
  [
    "log entries of an alerting service",
    '```json\n{"log_entries": [{"type": "trigger_log_entry", "summary": "Triggered through the API", "created_at": "2017-09-26T15:14:36Z", "incident": {"type": "incident_reference", "summary": "[#33] foo"}},\n {"type": "acknowledge_log_entry", "summary": "Acknowledged by Ada", "created_at": "2017-09-26T15:15:17Z"}]}\n```',
    [
      "2017-09-26T15:14:36 Z = 2017-09-26T15:14:36Z [detected] Triggered through the API",
      "2017-09-26T15:15:17 Z = 2017-09-26T15:15:17Z [acknowledged] Acknowledged by Ada",
    ],
  ],
  [
    "ISO log lines",
    "2026-05-11T19:43:45.987Z - incident_joined by Ada\n2026-05-11T19:44:01.002Z - severity_changed by Ada",
    [
      "2026-05-11T19:43:45.987 Z = 2026-05-11T19:43:45.987Z incident_joined by Ada",
      "2026-05-11T19:44:01.002 Z = 2026-05-11T19:44:01.002Z severity_changed by Ada",
    ],
  ],
  [
    "a gap is no event",
    "All times UTC on 2024-02-07\n\n10:15 Restarted\n\n[No entries 10:22 – 11:34]\n\n11:40 Recovered",
    [
      "2024-02-07T10:15 UTC = 2024-02-07T10:15:00Z Restarted",
      "2024-02-07T11:40 UTC = 2024-02-07T11:40:00Z [resolved] Recovered",
    ],
  ],
];

describe("a timeline in the wild", () => {
  for (const [name, source, events, path = "Outage.md"] of formats) {
    it(`is read: ${name}`, () => {
      expect(eventsOf(`# Report\n\n## Timeline\n\n${source}\n`, { path })).toEqual(events);
    });
  }

  it("keeps the second zone of a line beside the first", () => {
    const [event] = timelineOf("## Timeline\n\n- 2025-11-18 11:20 UTC (6:20 AM ET) - Detection").events;
    expect(event?.also.map(({ name, local, time }) => [name, formatWritten(local), time])).toEqual([
      ["ET", "2025-11-18T06:20", Date.UTC(2025, 10, 18, 11, 20)],
    ]);
    const [wrong] = timelineOf("## Timeline\n\n- 2025-10-19 11:48 PM PDT (7.48 UTC) Errors").events;
    expect(wrong?.also[0]?.time).toBe(Date.UTC(2025, 9, 20, 7, 48));
    expect(wrong?.time).toBe(Date.UTC(2025, 9, 20, 6, 48));
  });
});
