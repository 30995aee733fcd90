import { describe, expect, it } from "vitest";
import { describeEvent, eventsOf, timelineOf } from "./timeline-reading";
import { formatWritten } from "../../src/time";

type Input = Parameters<typeof timelineOf>[1];
const on11April: Input = { path: "2024-04-11 Outage.md" };

const listed = (...lines: string[]): string => `## Timeline\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

/** The zone of the first event and who says so. */
function zoneOf(text: string, input: Input = on11April): string {
  const zone = timelineOf(text, input).events[0]?.zone ?? expect.fail("no zone");
  return `${zone.name} ${zone.from}`;
}

describe("the zone of an event", () => {
  it("is the line's, else the heading's, else what is said about all times, else the property's, else that of other times, else the setting's", () => {
    const frontmatter = "---\ntimezone: Europe/Berlin\n---\n\n";
    expect(zoneOf(`${frontmatter}## Timeline (CET)\n\nAll times in PST.\n\n- 10:00 EST a\n`)).toBe("EST line");
    expect(zoneOf(`${frontmatter}## Timeline (CET)\n\nAll times in PST.\n\n- 10:00 a\n`)).toBe("CET heading");
    expect(zoneOf(`${frontmatter}## Timeline\n\nAll times in PST.\n\n- 10:00 a\n`)).toBe("PST preamble");
    expect(zoneOf(`${frontmatter}## Summary\n\nDown from 10:00 UTC to 11:00 UTC.\n\n${listed("10:00 a")}`)).toBe(
      "Europe/Berlin frontmatter",
    );
    expect(zoneOf(`## Summary\n\nDown from 10:00 UTC to 11:00 UTC.\n\n${listed("10:00 a")}`)).toBe("UTC text");
    expect(zoneOf(listed("10:00 a"), { ...on11April, settings: { timezone: "Asia/Kolkata" } })).toBe(
      "Asia/Kolkata setting",
    );
  });

  it.each([
    ["All times in PST", "PST"],
    ["_All times in EEST_", "EEST"],
    ["(all times are US/Pacific)", "US/Pacific"],
    ["All events are documented in [UTC](https://example.com) time.", "UTC"],
    ["Times are UTC+2.", "UTC+2"],
    ["**Timezone:** Europe/Berlin", "Europe/Berlin"],
    ["All times in UTC+1 (Zurich time)", "UTC+1"],
    ["Note: all times are Pacific Time unless noted", "Pacific Time"],
    ["> [!info] All times in CEST", "CEST"],
    ["All timestamps (IST)", "IST"],
    ["UTC times", "UTC"],
    ["All times in PST/PDT", "PST/PDT"],
    ["In UTC", "UTC"],
  ])("is stated by %j", (statement, name) => {
    expect(zoneOf(`## Timeline\n\n${statement}\n\n- 10:00 a\n`)).toBe(`${name} preamble`);
  });

  it("may be stated behind the events, and anywhere in the note in so many words", () => {
    expect(zoneOf(`${listed("10:00 a")}\nAll times in CET.\n`)).toBe("CET preamble");
    expect(zoneOf(`All times in this report are CET.\n\n${listed("10:00 a")}`)).toBe("CET preamble");
    expect(zoneOf(`The EST team was late every time.\n\n${listed("10:00 a")}`)).toBe("UTC setting");
  });

  it("may stand in the head of a column", () => {
    expect(zoneOf("## Timeline\n\n| Time (CET) | Event |\n|---|---|\n| 10:00 | Deployed |\n")).toBe("CET heading");
    expect(zoneOf("## Timeline\n\n| UTC | Event |\n|---|---|\n| 10:00 | Deployed |\n")).toBe("UTC heading");
  });

  it("is not taken from other times that disagree, nor from a single one", () => {
    expect(zoneOf(`Down from 10:00 UTC to 11:00 CET.\n\n${listed("10:00 a")}`)).toBe("UTC setting");
    expect(zoneOf(`Down from 10:00 CET.\n\n${listed("10:00 a")}`)).toBe("UTC setting");
    expect(zoneOf(listed("10:00 a", "10:05 PDT b", "10:10 PDT c"))).toBe("PDT text");
  });

  it("is read with the offset that it states, beside the one in force", () => {
    const [event] = timelineOf(listed("2017-09-27 13:06 PST a")).events;
    expect(event?.zone).toMatchObject({ name: "PST", offset: -480, offsetInForce: -420, remark: null });
    expect(event?.time).toBe(Date.UTC(2017, 8, 27, 21, 6));
    expect(
      timelineOf("## Timeline\n\nAll times in PST (UTC-7)\n\n- 2017-09-27 13:06 a\n").events[0]?.zone,
    ).toMatchObject({ name: "PST", offset: -480, remark: { name: "UTC-7", offset: -420 } });
  });

  it("may be half an hour off, and change its clocks", () => {
    expect(eventsOf(listed("2024-04-11 06:12 IST a", "2024-04-11 06:12 Australia/Lord_Howe b"))).toEqual([
      "2024-04-11T06:12 IST = 2024-04-11T00:42:00Z a",
      "2024-04-11T06:12 Australia/Lord_Howe = 2024-04-10T19:42:00Z b",
    ]);
    expect(
      timelineOf(
        listed("2024-03-31 02:30 Europe/Berlin a", "2024-10-27 02:30 Europe/Berlin b", "2024-10-27 02:30 CET c"),
      ).events.map(({ dst, time }) => [dst, time]),
    ).toEqual([
      ["nonexistent", Date.UTC(2024, 2, 31, 1, 30)],
      ["ambiguous", Date.UTC(2024, 9, 27, 0, 30)],
      [null, Date.UTC(2024, 9, 27, 1, 30)],
    ]);
  });

  it("is none of the timeline's when nobody states it, and the most frequent one when several do", () => {
    expect(timelineOf(listed("10:00 a"), on11April).zone).toBeNull();
    expect(timelineOf(listed("10:00 UTC a", "10:05 PDT b", "10:10 PDT c"), on11April).zone).toBe("PDT");
    expect(timelineOf("No timeline here.").zone).toBeNull();
  });

  it("that is no zone is told", () => {
    const text = "## Timeline\n\nAll times in UC/Pacific\n\n- 10:00 a\n";
    const timeline = timelineOf(text, on11April);
    expect(timeline.unknownZones).toEqual([
      {
        name: "UC/Pacific",
        place: { path: "2024-04-11 Outage.md", span: { start: text.indexOf("UC/"), end: text.indexOf("UC/") + 10 } },
      },
    ]);
    expect(timeline.zone).toBeNull();
    expect(
      timelineOf("All times in XQT.\n\n## Timeline\n\n- 10:00 a\n", on11April).unknownZones.map(({ name }) => name),
    ).toEqual(["XQT"]);
  });
});

describe("an event", () => {
  it("has its whole place, its time and its text", () => {
    const text =
      "## Timeline\n\n- **06:12 UTC** – Config deployed\n  - by the pipeline\n\n    with a [link](https://example.com/10:00)\n- 06:25 UTC acked\n";
    const [event] = timelineOf(text, on11April).events;
    const at = (part: string): { start: number; end: number } => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    });
    expect(event).toMatchObject({
      raw: "06:12 UTC",
      timeSpan: at("06:12 UTC"),
      text: "Config deployed",
      textSpan: at("Config deployed"),
      confidence: 1,
      nested: false,
    });
    expect(text.slice(event?.place.span.start, event?.place.span.end)).toBe(
      "- **06:12 UTC** – Config deployed\n  - by the pipeline\n\n    with a [link](https://example.com/10:00)",
    );
  });

  it.each([
    ["06:12 UTC: Deployed", "Deployed"],
    ["**06:12 UTC: Deployed**", "Deployed"],
    ["**06:12 UTC** **Deployed**", "**Deployed**"],
    ["`06:12 UTC` `api` down", "`api` down"],
    ["[06:12 UTC] Ada: hi", "Ada: hi"],
    ["06:12 UTC -5% traffic", "-5% traffic"],
    ["(06:12 UTC) (Detection) Alert", "(Detection) Alert"],
    ["06:12 UTC → 500s", "500s"],
    ["[06:12 UTC](https://example.com/p1) Restored ^abc", "Restored"],
    ["06:12 UTC | Ada | Deployed |", "Ada | Deployed"],
    ["<b>06:12 UTC</b> Deployed<br>", "Deployed"],
    ["🔥 06:12 UTC Deployed", "Deployed"],
    [":fire: 06:12 UTC Deployed", "Deployed"],
    ["06:12 UTC\n  Deployed\n  at last", "Deployed at last"],
    ["[x] 06:12 UTC Deployed", "Deployed"],
    ["06:12 UTC, Deployed", "Deployed"],
    ["==06:12 UTC== Deployed", "Deployed"],
    ["06:12 UTC", ""],
  ])("reads the text of %j", (line, text) => {
    expect(timelineOf(listed(line), on11April).events.map((event) => event.text)).toEqual([text]);
  });

  it("takes its text from below where its line has none", () => {
    expect(
      eventsOf(
        "## Timeline\n\n### 06:12 UTC\n\nDeployed.\n\nMore.\n\n### 06:25 UTC\n\n- Ada looks\n- Bob too\n",
        on11April,
      ),
    ).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed.",
      "2024-04-11T06:25 UTC = 2024-04-11T06:25:00Z Ada looks",
    ]);
    expect(
      eventsOf("## Timeline\n\n**06:12 UTC**\n\nDeployed.\n\n**06:25 UTC**\n\n- Ada looks\n- Bob too\n", on11April),
    ).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed.",
      "2024-04-11T06:25 UTC = 2024-04-11T06:25:00Z Ada looks",
    ]);
    expect(eventsOf(listed("06:12 UTC\n  - Deployed\n  - by hand"), on11April)).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed",
    ]);
  });

  it("below another one with a time of its own is an event within it", () => {
    const { events } = timelineOf(
      listed("06:12 UTC Deployed\n  - 06:13 UTC rolled out\n  - seen by Ada at 06:14 UTC", "06:20 UTC Alert"),
      on11April,
    );
    expect(events.map(({ raw, nested }) => [raw, nested])).toEqual([
      ["06:12 UTC", false],
      ["06:13 UTC", true],
      ["06:20 UTC", false],
    ]);
  });

  it("may have a column for its end, and one for its date", () => {
    expect(
      eventsOf(
        "## Timeline\n\n| Date | Start (UTC) | End | What happened |\n|---|---|---|---|\n| 2024-04-11 | 06:12 | 06:20 | Deployment |\n| 2024-04-11 | 06:31 | | Limit reached |\n",
      ),
    ).toEqual([
      "2024-04-11T06:12/2024-04-11T06:20 UTC = 2024-04-11T06:12:00Z Deployment",
      "2024-04-11T06:31 UTC = 2024-04-11T06:31:00Z Limit reached",
    ]);
  });

  it("may have its time in another column than the first", () => {
    expect(
      eventsOf(
        "## Timeline\n\n| Event | Time |\n|---|---|\n| Deployment | 06:12 UTC |\n| Alert | 06:20 UTC |\n",
        on11April,
      ),
    ).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployment",
      "2024-04-11T06:20 UTC = 2024-04-11T06:20:00Z Alert",
    ]);
  });

  it("may be a row that the table takes for its head", () => {
    expect(
      eventsOf("## Timeline\n\n| 06:12 UTC | Deployment |\n|---|---|\n| 06:20 UTC | Alert |\n", on11April),
    ).toHaveLength(2);
  });

  it("counts elapsed time from the property started, where no event tells", () => {
    expect(
      eventsOf(`---\nstarted: 2024-04-11T06:12Z\n---\n\n${listed("T+5m Alert", "T-2 min Deployment", "+1h: Fixed")}`),
    ).toEqual([
      "2024-04-11T06:17 (UTC) = 2024-04-11T06:17:00Z Alert",
      "2024-04-11T06:10 (UTC) = 2024-04-11T06:10:00Z Deployment",
      "2024-04-11T07:12 (UTC) = 2024-04-11T07:12:00Z Fixed",
    ]);
    expect(timelineOf(listed("T+5m Alert")).events[0]).toMatchObject({
      local: { kind: "elapsed", since: 300_000 },
      time: null,
      zone: null,
    });
  });
});

describe("the timeline of a note", () => {
  it("is read from what it embeds, at any depth, with the place in the other note", () => {
    const others = {
      "Incident Timeline.md":
        "# Incident Timeline\n\n## Key Events (UTC)\n\n- 06:12 Deployed\n\n![[Log]]\n\n## Other\n\n- 09:00 Not shown\n",
      "Log.md": "- 06:31 Limit reached\n",
    };
    const { events } = timelineOf("# Outage\n\n## Timeline\n\n![[Incident Timeline#Key Events (UTC)]]\n", {
      path: "2024-04-11 Outage.md",
      others,
    });
    expect(events.map((event) => `${event.place.path}: ${describeEvent(event)}`)).toEqual([
      "Incident Timeline.md: 2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed",
      "Log.md: 2024-04-11T06:31 UTC = 2024-04-11T06:31:00Z Limit reached",
    ]);
  });

  it("takes date and zone of an embedded note before its own", () => {
    const others = {
      "Log.md": "---\ndate: 2024-04-10\ntimezone: Asia/Kolkata\n---\n\n- 06:31 Limit reached\n",
      "2024-04-09 Chat.md": "- 07:00 Hello\n",
    };
    expect(
      eventsOf(
        "---\ndate: 2024-04-11\ntimezone: Europe/Berlin\n---\n\n## Timeline\n\n- 06:12 Deployed\n\n![[Log]]\n\n![[2024-04-09 Chat]]\n",
        { others },
      ),
    ).toEqual([
      "2024-04-11T06:12 Europe/Berlin = 2024-04-11T04:12:00Z Deployed",
      "2024-04-10T06:31 Asia/Kolkata = 2024-04-10T01:01:00Z Limit reached",
      "2024-04-09T07:00 Europe/Berlin = 2024-04-09T05:00:00Z Hello",
    ]);
  });

  it("ends in a cycle of embeds, and is empty when what it embeds is missing", () => {
    expect(eventsOf("## Timeline\n\n- 06:12 UTC Deployed\n\n![[Outage]]\n", { path: "Outage.md" })).toHaveLength(1);
    expect(timelineOf("## Timeline\n\n![[Missing#Key Events]]\n").events).toEqual([]);
  });

  it("goes on below headings that are days or times", () => {
    expect(
      eventsOf(
        "## Timeline\n\nAll times in UTC\n\n## May 12\n\n### 20:15\n\na\n\n## 13 May\n\n### 00:40\n\nb\n\n## 14:00\n\nc\n\n## Action items\n\n### 15:00\n\nno\n",
        { path: "2025-05-12.md" },
      ),
    ).toEqual([
      "2025-05-12T20:15 UTC = 2025-05-12T20:15:00Z a",
      "2025-05-13T00:40 UTC = 2025-05-13T00:40:00Z b",
      "2025-05-13T14:00 UTC = 2025-05-13T14:00:00Z c",
    ]);
  });

  it("keeps the zone of its heading below sibling headings, and goes on as one run", () => {
    const { events } = timelineOf("## Timeline (CET)\n\n## May 12\n\n### 20:15\n\na\n\n## 21:00\n\nb\n", {
      path: "2025-05-12.md",
    });
    expect(events.map(({ zone, series, local }) => [zone?.name, series, formatWritten(local)])).toEqual([
      ["CET", 0, "2025-05-12T20:15"],
      ["CET", 0, "2025-05-12T21:00"],
    ]);
  });

  it("may have another heading with the word in it", () => {
    expect(
      eventsOf(
        "# Checkout timeline\n\n- 05:00 UTC no\n\n## Detailed timeline & response\n\n- 06:12 UTC Deployed\n\n## Notes\n\n- 07:00 UTC no\n",
        on11April,
      ),
    ).toEqual(["2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed"]);
  });

  it("may go on below another heading with the word in it, but not with what is planned", () => {
    expect(
      eventsOf(
        "# Outage 2024-04-11\n\n## Timeline\n\n- 06:12 UTC Deployed\n\n## Recovery timeline\n\n- 08:00 UTC Restored\n\n## Remediation timeline\n\n- 09:00 UTC Meeting",
      ),
    ).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deployed",
      "2024-04-11T08:00 UTC = 2024-04-11T08:00:00Z [resolved] Restored",
    ]);
  });

  it("is not that of something else, nor one within another section", () => {
    const own = "# Outage 2024-04-11\n\n## Timeline\n\n- 06:12 UTC Deployed\n\n";
    for (const other of [
      "## Migration timeline",
      "## Timeline of similar incidents",
      "## Impact\n\n### Customer timeline",
    ]) {
      expect(eventsOf(`${own}${other}\n\n- 08:00 UTC Restored\n`), other).toHaveLength(1);
    }
  });

  it("begins anew with each of its parts", () => {
    const first =
      "## Timeline\n\n- 2024-04-11 22:50 UTC a\n- 23:10 UTC b\n- 00:20 UTC c\n- 00:30 UTC d\n- 00:40 UTC e\n\n";
    expect(eventsOf(`# Outage\n\n${first}## Customer timeline\n\n- 23:15 UTC Status page\n`).slice(-2)).toEqual([
      "2024-04-12T00:40 UTC = 2024-04-12T00:40:00Z e",
      "2024-04-11T23:15 UTC = 2024-04-11T23:15:00Z Status page",
    ]);
  });

  it("takes the year from the end of a range of days in the prose", () => {
    for (const words of [
      "on 12–15 August 2024",
      "between August 12-15, 2024",
      "between August 12 and August 15, 2024",
    ]) {
      expect(eventsOf(`It happened ${words}.\n\n## Timeline\n\n- Aug 12, 09:00 UTC Deployed`)).toEqual([
        "2024-08-12T09:00 UTC = 2024-08-12T09:00:00Z Deployed",
      ]);
    }
    expect(
      eventsOf("It happened between December 30 and January 2, 2025.\n\n## Timeline\n\n- Dec 30, 09:00 UTC Deployed"),
    ).toEqual(["2024-12-30T09:00 UTC = 2024-12-30T09:00:00Z Deployed"]);
  });

  it("may stand in a callout, in quotes or in a fence where nothing else does", () => {
    expect(
      eventsOf("## Timeline\n\n> [!note]- Events\n> - 06:12 UTC Deployed\n> - 06:25 UTC Acked\n", on11April),
    ).toHaveLength(2);
    expect(eventsOf("## Timeline\n\n> 06:12 UTC Deployed\n> 06:25 UTC Acked\n", on11April)).toHaveLength(2);
    expect(eventsOf("## Timeline\n\n```\nTIME   EVENT\n06:12  Deployed\n06:25  Acked\n```\n", on11April)).toEqual([
      "2024-04-11T06:12 (UTC) = 2024-04-11T06:12:00Z Deployed",
      "2024-04-11T06:25 (UTC) = 2024-04-11T06:25:00Z Acked",
    ]);
  });

  it("is found without a section of that name", () => {
    expect(
      eventsOf(
        "# Report\n\n- **Key events**\n  - First detected 2021-05-10 12:15\n  - Not declared\n  - Resolved 2021-05-11 10:00\n",
      ),
    ).toHaveLength(2);
    expect(
      eventsOf(
        "# Report\n\n## What we did\n\n| When | What |\n|---|---|\n| 10:00 | Deployed |\n| 10:05 | Rolled back |\n",
      ),
    ).toHaveLength(2);
    expect(eventsOf("# Report\n\n### 10:00\n\na\n\n### 10:05\n\nb\n")).toHaveLength(2);
    expect(timelineOf("# Report\n\n### 10:00\n\na\n\n### 10:05\n\nb\n").events[0]?.confidence).toBeLessThan(1);
  });
});

describe("what is no event", () => {
  it("is a sentence outside of a timeline that ends with a time, unless it names what happens", () => {
    expect(
      eventsOf(
        "# Outage 2024-04-11\n\n## Resolution\n\n- All instances back up at 17:38\n- AWS confirmed capacity is back at 18:56\n",
      ),
    ).toEqual([]);
    expect(
      eventsOf(
        "# Outage 2024-04-11\n\n## Key times\n\n- Deployment: 10:00 UTC\n- First alert: 10:05 UTC\n- Rollback: 10:20 UTC\n",
      ),
    ).toHaveLength(3);
    expect(eventsOf("# Outage 2024-04-11\n\n## Resolution\n\n- Repaired at 17:38\n- Resolved at 18:56\n")).toHaveLength(
      2,
    );
  });

  it.each([
    [
      "prose in the timeline",
      `${listed("06:12 UTC Deployed")}\nFrom 06:12 to 06:59 UTC the API was down. At 07:00 UTC we slept.\n\n**Duration:** 47 minutes (06:12 - 06:59 UTC)\n`,
    ],
    [
      "a log in a fence beside events",
      `${listed("06:12 UTC Deployed")}\n\`\`\`\n2024-04-11 06:13:00 ERROR no pool\n\`\`\`\n`,
    ],
    ["a chat that is quoted", `${listed("06:12 UTC Deployed")}\n> Ada [6:13 AM]\n> is it down?\n`],
    ["a chat below another heading", `${listed("06:12 UTC Deployed")}\n## Appendix\n\nAda\n  6:13 AM\nis it down?\n`],
    ["times within the words of an event", listed("06:12 UTC Deployed, alerts at 06:13 UTC, down until 06:59 UTC")],
    [
      "prose below the heading of an event",
      "## Timeline\n\n### 06:12 UTC\n\nDeployed.\n\n06:13 UTC was the first error.\n\n- At 06:14 UTC Ada looked\n",
    ],
    ["a template's lines", listed("06:12 UTC Deployed", "HH:MM UTC Something", "YYYY-MM-DD HH:MM: more", "T+X: later")],
    ["times to come", listed("06:12 UTC Deployed", "(Time TBC) Review", "2024-04-12 (Time TBC)")],
    ["gaps", listed("06:12 UTC Deployed", "[No entries 06:20 – 06:50]")],
    [
      "durations and ratios",
      listed(
        "06:12 UTC Deployed",
        "10:15 minutes until the rollback",
        "Time to resolve: 00:47",
        "source_published_at: 2024-04-11T09:10:00Z",
        "16:9 screens were fine",
        "1.2.11 was released",
        "10.240.0.7 was down",
      ),
    ],
    ["dates without a time", listed("06:12 UTC Deployed", "2024-04-12 Reviewed", "May 3rd: published")],
    [
      "a table of figures",
      `${listed("06:12 UTC Deployed")}\n| Time | 5xx |\n|---|---|\n| 06:12 | 17 |\n| 06:13 | 2300 |\n`,
    ],
    ["a comment", `${listed("06:12 UTC Deployed")}\n<!-- 06:13 UTC hidden -->\n\n%% 06:14 UTC hidden %%\n`],
    ["struck-out lines", listed("06:12 UTC Deployed", "~~06:13 UTC wrong~~")],
    [
      "a time at the beginning of a wrapped line",
      "## Timeline\n\n06:12 UTC Deployed, and the alarm went off at\n06:13 UTC, which nobody heard until\n06:20 UTC.\n",
    ],
    [
      "a time at the beginning of a wrapped line of German",
      "## Zeitverlauf\n\n06:12 UTC Ausgerollt, und der Alarm kam gegen\n06:13 UTC, die Störung selbst schon um\n06:11 UTC.\n",
    ],
    [
      "a time at the beginning of a wrapped line of French",
      "## Chronologie\n\n06:12 UTC Déployé, l'alerte a sonné vers\n06:13 UTC et la panne a duré jusqu'à\n06:20 UTC.\n",
    ],
  ])("%s", (_, text) => {
    expect(timelineOf(text, on11April).events.map(({ raw }) => raw)).toEqual(["06:12 UTC"]);
  });

  it.each([
    ["office hours", "# Report\n\n- 10:00 Standup\n- Do things\n- Other things\n- More\n\nOpen: 09:00-17:00\n"],
    ["a single label", "# Report\n\n- Author: Ada\n- Detected: 2024-04-11 06:12\n- Severity: 1\n- Services: api\n"],
    [
      "prose with times",
      "# Report\n\nThe outage began at 2019-06-02 11:45 and ended at 2019-06-02 15:40.\n\nAt 12:00 all was quiet.\n",
    ],
    [
      "action items with dates",
      "# Report\n\n## Action items\n\n- [ ] Fix it 📅 2024-04-20\n- [ ] Call them on 2024-04-21 at 10:00\n",
    ],
    ["nothing", ""],
  ])("%s in a note without a timeline", (_, text) => {
    expect(timelineOf(text).events).toEqual([]);
  });
});

describe("times that cannot be read", () => {
  it.each([
    ["25:10 Deployed", "25:10", "hour 25 does not exist"],
    ["06:72 Deployed", "06:72", "minute 72 does not exist"],
    ["2024-13-40 10:00 Deployed", "2024-13-40 10:00", "month 13 does not exist"],
    ["2023-02-29 10:00 Deployed", "2023-02-29 10:00", "February 2023 has 28 days"],
    ["April 31 10:00 Deployed", "April 31 10:00", "April has 30 days"],
    ["14:?? Scaled down", "14:??", "the minutes are missing"],
    ["Dec 17th **22:XX** Reports", "Dec 17th **22:XX", "the minutes are missing"],
    ["10:00 – 10:75 Deployed", "10:00 – 10:75", "minute 75 does not exist"],
  ])("reports %j", (line, raw, reason) => {
    const timeline = timelineOf(listed(line, "10:00 Alert"), on11April);
    expect(timeline.unreadable.map((time) => [time.raw, time.reason])).toEqual([[raw, reason]]);
    expect(timeline.events).toHaveLength(1);
  });

  it("tells what is open from what is impossible", () => {
    expect(
      timelineOf(
        "## Timeline\n\n| Time | What |\n|---|---|\n| 25:10 | Deployed |\n| 14:?? | Scaled |\n| HH:mm | Template |\n| 15:00 | Closed |\n",
      ).unreadable.map(({ raw, kind }) => [raw, kind]),
    ).toEqual([
      ["25:10", "impossible"],
      ["14:??", "open"],
    ]);
  });

  it("leaves alone what only looks like a time", () => {
    expect(timelineOf(`# Report\n\nA ratio of 90:10, 25:10 in the score.\n\n- 99:99 things\n`).unreadable).toEqual([]);
    expect(timelineOf(listed("06:12 Deployed, 25:10 was shown"), on11April).unreadable).toEqual([]);
  });
});
