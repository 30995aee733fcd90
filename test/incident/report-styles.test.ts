import { describe, expect, it } from "vitest";
import { eventsOf, timelineOf } from "./timeline-reading";

// How public incident reports write their timelines, in words of our own; the reports themselves are compared in
// `timeline-corpus.test.ts` where they lie beside the checkout.

describe("a line as reports write it", () => {
  it.each<readonly [line: string, event: string | null]>([
    ["2023-03-14 17:14pm Proxy restarted", "2023-03-14T17:14 (UTC) = 2023-03-14T17:14:00Z Proxy restarted"],
    ["18:57 Proxy restarted", "2023-03-14T18:57 (UTC) = 2023-03-14T18:57:00Z Proxy restarted"],
    ["4:19 Proxy restarted", "2023-03-14T04:19 (UTC) = 2023-03-14T04:19:00Z Proxy restarted"],
    ["8:20 - 8:24 Proxy restarted", "2023-03-14T08:20/2023-03-14T08:24 (UTC) = 2023-03-14T08:20:00Z Proxy restarted"],
    ["~13:30-13:45 Proxy restarted", "~2023-03-14T13:30/2023-03-14T13:45 (UTC) = 2023-03-14T13:30:00Z Proxy restarted"],
    ["14. March, 11:00 Proxy restarted", "2023-03-14T11:00 (UTC) = 2023-03-14T11:00:00Z Proxy restarted"],
    ["21:10:57 Proxy restarted", "2023-03-14T21:10:57 (UTC) = 2023-03-14T21:10:57Z Proxy restarted"],
    ["10:45a Proxy restarted", "2023-03-14T10:45 (UTC) = 2023-03-14T10:45:00Z Proxy restarted"],
    ["12:29p Proxy restarted", "2023-03-14T12:29 (UTC) = 2023-03-14T12:29:00Z Proxy restarted"],
    ["{{ 06:10 }} Proxy restarted", "2023-03-14T06:10 (UTC) = 2023-03-14T06:10:00Z Proxy restarted"],
    ["2023-03-14 14:22: Proxy restarted", "2023-03-14T14:22 (UTC) = 2023-03-14T14:22:00Z Proxy restarted"],
    ["2023-03-14 14:40 Proxy restarted", "2023-03-14T14:40 (UTC) = 2023-03-14T14:40:00Z Proxy restarted"],
    ["Resolved 2023-03-15 10:00", "2023-03-15T10:00 (UTC) = 2023-03-15T10:00:00Z [resolved] Resolved"],
    ["Nobody said that it was an incident", null],
    ["**10:45** - Proxy restarted", "2023-03-14T10:45 (UTC) = 2023-03-14T10:45:00Z Proxy restarted"],
    ["04:49 PM UTC Proxy restarted", "2023-03-14T16:49 UTC = 2023-03-14T16:49:00Z Proxy restarted"],
    ["12:45 PM PST Tuesday March 14th: Proxy restarted", "2023-03-14T12:45 PST = 2023-03-14T20:45:00Z Proxy restarted"],
    ["23:00 AM MST Tuesday March 14th: Proxy restarted", "2023-03-14T23:00 MST = 2023-03-15T06:00:00Z Proxy restarted"],
    [
      "[08:47] Proxy restarted. **Outage begins.**",
      "2023-03-14T08:47 (UTC) = 2023-03-14T08:47:00Z [started] Proxy restarted. **Outage begins.**",
    ],
    [
      "Mar 14th **12:43** `@ada` Proxy restarted",
      "2023-03-14T12:43 (UTC) = 2023-03-14T12:43:00Z `@ada` Proxy restarted",
    ],
    ["Mar 14th **22:XX** Proxy restarted", null],
    ["Mar 14th **24:XX** Proxy restarted", null],
    ["14:10 UTC – Proxy restarted", "2023-03-14T14:10 UTC = 2023-03-14T14:10:00Z Proxy restarted"],
    ["2023-MM-DD: Proxy restarted", null],
    ["2023-03-14: Proxy restarted", null],
    ["2023-03-14 7:09 AM Eastern: Proxy restarted", "2023-03-14T07:09 Eastern = 2023-03-14T11:09:00Z Proxy restarted"],
    ["2023-03-14 01:04:55 - Proxy restarted", "2023-03-14T01:04:55 (UTC) = 2023-03-14T01:04:55Z Proxy restarted"],
    [
      "2023-03-14 18:15:00 - (approximately) Proxy restarted",
      "~2023-03-14T18:15:00 (UTC) = 2023-03-14T18:15:00Z Proxy restarted",
    ],
    ["2023-03-14 Proxy is looked at, report drafted", null],
    ["2023-03-14 - 09:30 UTC: Proxy restarted", "2023-03-14T09:30 UTC = 2023-03-14T09:30:00Z Proxy restarted"],
    ["2023-03-14 - ~14:00 UTC: Proxy restarted", "~2023-03-14T14:00 UTC = 2023-03-14T14:00:00Z Proxy restarted"],
    ["11:39AM Proxy restarted", "2023-03-14T11:39 (UTC) = 2023-03-14T11:39:00Z Proxy restarted"],
    ["March 14, 2023, 12:42 PM Proxy restarted", "2023-03-14T12:42 (UTC) = 2023-03-14T12:42:00Z Proxy restarted"],
    ["7:32 PM - Proxy restarted", "2023-03-14T19:32 (UTC) = 2023-03-14T19:32:00Z Proxy restarted"],
  ])("%s", (line, event) => {
    const events = eventsOf(`## Timeline\n\n- ${line}\n`, { path: "2023-03-14 Proxy.md" });
    expect(events).toEqual(event === null ? [] : [event]);
  });
});

describe("a timeline as reports write it", () => {
  it.each<readonly [name: string, path: string, text: string, zone: string | null, events: readonly string[]]>([
    [
      "a heading for each event, the day in the first",
      "Incident-2023-03-14-Proxy.md",
      "---\ndate: 2023-03-14\n---\n\n## Timeline\n\nAll times in CET\n\n### 2023-03-14 09:10\n\nThe proxy was upgraded. Tests passed.\n\n### ~10:00-10:15\n\nNo session could be opened.\n\n### 10:42\n\nThe outage was reported in the chat.\n",
      "CET",
      [
        "2023-03-14T09:10 CET = 2023-03-14T08:10:00Z The proxy was upgraded. Tests passed.",
        "~2023-03-14T10:00/2023-03-14T10:15 CET = 2023-03-14T09:00:00Z No session could be opened.",
        "2023-03-14T10:42 CET = 2023-03-14T09:42:00Z The outage was reported in the chat.",
      ],
    ],
    [
      "headings for days above headings for events",
      "2023-03-14 Proxy.md",
      "## Timeline\n\n_All times in EET_\n\n## March 14\n\n### 23:15\n\nA ticket was opened.\n\n### 23:58\n\nAn engineer acknowledges the issue\n\n",
      "EET",
      [
        "2023-03-14T23:15 EET = 2023-03-14T21:15:00Z A ticket was opened.",
        "2023-03-14T23:58 EET = 2023-03-14T21:58:00Z An engineer acknowledges the issue",
      ],
    ],
    [
      "headings in braces, seconds, closing hashes",
      "2023-03-14 Proxy.md",
      "## Timeline\n\n### {{ 2023-03-14 06:10 UTC }}\n\nA teacher reported it.\n\n### 07:11:04 ###\n\nA fix broke the other hub.\n",
      "UTC",
      [
        "2023-03-14T06:10 UTC = 2023-03-14T06:10:00Z A teacher reported it.",
        "2023-03-14T07:11:04 UTC = 2023-03-14T07:11:04Z A fix broke the other hub.",
      ],
    ],
    [
      "a table whose first day has a year with a digit too many",
      "2020-01-16 Proxy.md",
      "## Timeline\n\n| Time | Event |\n| :--- | --- |\n| 20202-01-16 12:00 | Settings were not copied |\n| 2020-01-16 14:11 | The build was fixed |\n",
      null,
      [
        "2020-01-16T12:00 (UTC) = 2020-01-16T12:00:00Z Settings were not copied",
        "2020-01-16T14:11 (UTC) = 2020-01-16T14:11:00Z The build was fixed",
      ],
    ],
    [
      "a table in UTC",
      "2021-03-31 Sign-in.md",
      "## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n| :--- | --- |\n| 2021-03-31 12:06 | The signing certificate expires |\n| 2021-03-31   12:25~ | The other team was called |\n| 2021-03-31 13:?? | Somebody rolled it over |\n| 2021-03-31 HH:mm | Short event description. |\n| 2021-03-31 13:30 | **Recovery:** Sign-in confirmed working |\n",
      "UTC",
      [
        "2021-03-31T12:06 UTC = 2021-03-31T12:06:00Z The signing certificate expires",
        "~2021-03-31T12:25 UTC = 2021-03-31T12:25:00Z The other team was called",
        "2021-03-31T13:30 UTC = 2021-03-31T13:30:00Z [resolved] **Recovery:** Sign-in confirmed working",
      ],
    ],
    [
      "key events as labels in a nested list",
      "2021-05-10 Pipeline.md",
      "- **Key events**\n  - First detected 2021-05-10 12:15\n  - Not declared, but later agreed to be one\n  - Repaired 2021-05-10 16:48\n  - Resolved 2021-05-11 10:00\n",
      null,
      [
        "2021-05-10T12:15 (UTC) = 2021-05-10T12:15:00Z [detected] First detected",
        "2021-05-10T16:48 (UTC) = 2021-05-10T16:48:00Z [mitigated] Repaired",
        "2021-05-11T10:00 (UTC) = 2021-05-11T10:00:00Z [resolved] Resolved",
      ],
    ],
    [
      "paragraphs, each with its half of the day, zone and weekday",
      "2021-10-31 Storm.md",
      "## Timeline (all times PST) Saturday Oct 30th 2021 - Monday Nov 1st, 2021\n\n12:45 PM PST Saturday Oct 30th: First wave begins\n\n13:55 PM PST Saturday Oct 30th: Alarms fire\n\n03:30 AM PST Sunday Oct 31st: The largest wave begins.\n",
      "PST",
      [
        "2021-10-30T12:45 PST = 2021-10-30T20:45:00Z First wave begins",
        "2021-10-30T13:55 PST = 2021-10-30T21:55:00Z Alarms fire",
        "2021-10-31T03:30 PST = 2021-10-31T11:30:00Z The largest wave begins.",
      ],
    ],
    [
      "times in brackets below a day with a zone",
      "2019-02-05 Robot.md",
      "## Timeline\n\nAll times in PST, on February 5th 2019\n\n* [08:47] The robot's own pull request is merged. **Outage begins.**\n* [09:34] The robot works again. **Outage ends.**\n",
      "PST",
      [
        "2019-02-05T08:47 PST = 2019-02-05T16:47:00Z [started] The robot's own pull request is merged. **Outage begins.**",
        "2019-02-05T09:34 PST = 2019-02-05T17:34:00Z [resolved] The robot works again. **Outage ends.**",
      ],
    ],
    [
      "the zone as a link, the day in words, hours without minutes",
      "2022-12-18 Cache.md",
      "## Timeline\n\nAll events are in [UTC](https://en.wikipedia.org/wiki/Coordinated_Universal_Time) time.\n\n - Dec 16th **12:43** `@ada` First report of misses\n - Dec 17th **22:XX** More reports\n - Dec 18th **20:32** `@grace` Found the wrong setting\n",
      "UTC",
      [
        "2022-12-16T12:43 UTC = 2022-12-16T12:43:00Z `@ada` First report of misses",
        "2022-12-18T20:32 UTC = 2022-12-18T20:32:00Z `@grace` Found the wrong setting",
      ],
    ],
    [
      "days with dashes before the time",
      "2021-05-25 Release.md",
      "## Timeline\n\n* 2021-05-25 - 09:30 UTC: The release starts\n* 2021-05-25 - ~14:00 UTC: it is aborted by hand\n",
      "UTC",
      [
        "2021-05-25T09:30 UTC = 2021-05-25T09:30:00Z The release starts",
        "~2021-05-25T14:00 UTC = 2021-05-25T14:00:00Z it is aborted by hand",
      ],
    ],
  ])("%s", (_, path, text, zone, events) => {
    expect(timelineOf(text, { path }).zone).toBe(zone);
    expect(eventsOf(text, { path })).toEqual(events);
  });
});
