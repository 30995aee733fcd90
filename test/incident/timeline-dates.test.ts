import { describe, expect, it } from "vitest";
import { formatDay, formatWritten } from "../../src/time";
import { timelineOf } from "./timeline-reading";

type Input = Parameters<typeof timelineOf>[1];

function locals(source: string, input?: Input): readonly string[] {
  return timelineOf(source, input).events.map(({ local }) => formatWritten(local));
}

const listed = (...lines: string[]): string => `## Timeline\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

describe("the day of an event", () => {
  it("is the note's, by property, file name, title, a labelled date or the first date of the prose, in this order", () => {
    const text =
      "# Outage of 2024-04-02\n\n**Date:** 2024-04-03\n\nOn 2024-04-04 all was lost.\n\n## Timeline\n\n- 06:12 Deployed\n";
    expect(locals(`---\ndate: 2024-03-31\n---\n\n${text}`, { path: "2024-04-01 Outage.md" })).toEqual([
      "2024-03-31T06:12",
    ]);
    expect(locals(text, { path: "2024-04-01 Outage.md" })).toEqual(["2024-04-01T06:12"]);
    expect(locals(text)).toEqual(["2024-04-02T06:12"]);
    expect(locals(text.replace("of 2024-04-02", ""))).toEqual(["2024-04-03T06:12"]);
    expect(locals(text.replace("of 2024-04-02", "").replace("**Date:** 2024-04-03", ""))).toEqual(["2024-04-04T06:12"]);
    expect(locals(listed("06:12 Deployed"))).toEqual(["T06:12"]);
  });

  it("is that of the incident, where a label tells it from the day of the report", () => {
    for (const label of [
      "**Date of incident:** 2024-04-02",
      "- Incident date: April 2, 2024",
      "| Date of the outage | 2024-04-02 |\n|---|---|",
    ]) {
      expect(
        locals(`# Report\n\n${label}\n\n**Report date:** 2024-04-11\n\n${listed("06:12 Deployed")}`, {
          path: "2024-04-11 Report.md",
        }),
      ).toEqual(["2024-04-02T06:12"]);
    }
  });

  it("is not that of the meeting", () => {
    for (const [label, sentence] of [
      ["Meeting date: 2024-04-11", "On 2024-04-04 all was lost."],
      ["| Datum der Besprechung | 11.04.2024 |\n|---|---|", "Am 4. April 2024 war das Portal nicht erreichbar."],
      ["**Prochaine réunion :** 11/04/2024", "Le 4 avril 2024, le portail était en panne et le service est rétabli."],
      ["- Fecha de la reunión: 11/04/2024", "El 4 de abril de 2024 el portal no estuvo disponible por una falla."],
      ["- **Próxima reunião:** 11/04/2024, 15h", "Em 4 de abril de 2024 o portal não abriu, e foi uma falha."],
    ] as const)
      expect(locals(`${label}\n\n${sentence}\n\n${listed("06:12 Deployed")}`), label).toEqual(["2024-04-04T06:12"]);
  });

  it("is not that of a byline", () => {
    for (const [byline, sentence] of [
      ["*By Ada Park, 2024-04-11*", "On 2024-04-04 all was lost."],
      [
        "Von Ada Park · 11. April 2024",
        "Am 4. April 2024 war das Portal nicht erreichbar, und die Störung wurde behoben.",
      ],
      ["Par Ada Park, le 11 avril 2024", "Le 4 avril 2024, le portail était en panne et le service est rétabli."],
      ["*Por Ada Park, 11 de abril de 2024*", "El 4 de abril de 2024 el portal no estuvo disponible por una falla."],
      ["Escrito por Ada Park, 11 de abril de 2024", "Em 4 de abril de 2024 o portal não abriu, e foi uma falha."],
    ] as const)
      expect(locals(`${byline}\n\n${sentence}\n\n${listed("06:12 Deployed")}`), byline).toEqual(["2024-04-04T06:12"]);
    const byDay = "By April 4, 2024 all was lost\n\nOn 2024-04-11 it was back.";
    expect(locals(`${byDay}\n\n${listed("06:12 Deployed")}`)).toEqual(["2024-04-04T06:12"]);
  });

  it.each([
    "*Posted by the platform team on April 11, 2024*",
    "Reference 17\nLast updated by the desk: 2024-04-11",
    "**Status**: final · **Updated**: 2024-04-11 · **Severity**: 2",
    "---\nlang: ja\n---\n\n2024年4月11日公開",
    "---\nlang: ja\n---\n\n（2024/04/11 18:00 現在）",
    "---\nlang: zh\n---\n\n2024年4月11日 发布",
  ])("is not that of the report: %s", (words) => {
    expect(locals(`${words}\n\nOn 2024-04-02 all was lost.\n\n${listed("06:12 Deployed")}`)).toEqual([
      "2024-04-02T06:12",
    ]);
  });

  it("is read behind another fact of its line, and rather than one of what led to the incident", () => {
    expect(
      locals(
        `> **Status**: final · **Window**: 2024-04-02 06:10Z → 07:00Z\n\n## Root cause\n\n- Dropped in 2.8 (2023-10-03)\n\n${listed("06:12 Deployed")}`,
      ),
    ).toEqual(["2024-04-02T06:12"]);
    expect(
      locals(
        `## Contributing factors\n\n- Dropped in 2.8 (2023-10-03)\n\n## Impact\n\nOn 2024-04-02 all was lost.\n\n${listed("06:12 Deployed")}`,
      ),
    ).toEqual(["2024-04-02T06:12"]);
  });

  it("takes its year from the day of the incident, also over the turn of the year", () => {
    expect(
      locals(listed("Dec 31 23:58 Deployed", "Jan 1 00:12 Alert", "Feb 29 10:00 Review"), { path: "2023-12-31.md" }),
    ).toEqual(["2023-12-31T23:58", "2024-01-01T00:12", "2024-02-29T10:00"]);
    expect(locals(listed("Dec 31 23:58 Deployed"), { path: "2024-01-02.md" })).toEqual(["2023-12-31T23:58"]);
    expect(locals(listed("Dec 31 23:58 Deployed"))).toEqual(["T23:58"]);
  });

  it("prefers the year in which its weekday is right", () => {
    expect(locals(listed("Sunday Nov 17th, 11:22am Down"), { path: "2014-01-10.md" })).toEqual(["2013-11-17T11:22"]);
    expect(locals(listed("Monday 10:00 Down", "Tuesday 09:00 Up"), { path: "2024-04-08.md" })).toEqual([
      "2024-04-08T10:00",
      "2024-04-09T09:00",
    ]);
  });

  it("carries from one event to the next", () => {
    expect(locals(listed("2024-04-11 22:00 a", "22:30 b", "2024-04-12 09:00 c", "09:30 d"))).toEqual([
      "2024-04-11T22:00",
      "2024-04-11T22:30",
      "2024-04-12T09:00",
      "2024-04-12T09:30",
    ]);
  });

  it("does not carry when what is said about all events is another day", () => {
    expect(
      locals(
        `All events on 2024-04-11.\n\n${listed("2024-04-10 09:00 a", "10:00 b")}`.replace(
          "All events on 2024-04-11.\n\n## Timeline\n\n",
          "## Timeline\n\nAll events on 2024-04-11.\n\n",
        ),
      ),
    ).toEqual(["2024-04-10T09:00", "2024-04-11T10:00"]);
    expect(locals("## Timeline\n\n### 2024-04-11\n\n- 2024-04-10 09:00 a\n- 10:00 b\n")).toEqual([
      "2024-04-10T09:00",
      "2024-04-11T10:00",
    ]);
  });

  it("carries against a heading where the order asks for it", () => {
    expect(locals("## Timeline\n\n### 2024-04-11\n\n- 23:50 a\n- 2024-04-12 00:10 b\n- 00:20 c\n")).toEqual([
      "2024-04-11T23:50",
      "2024-04-12T00:10",
      "2024-04-12T00:20",
    ]);
  });

  it("does not carry from a line whose date is far off and unknown to the prose, while the note's day is known to it", () => {
    const text =
      "# Report\n\nOn 2024-04-11 the API was down.\n\n## Timeline\n\n### 2023-09-01 10:45\n\na\n\n### 12:29\n\nb\n";
    expect(locals(text, { path: "2024-04-11.md" })).toEqual(["2023-09-01T10:45", "2024-04-11T12:29"]);
    expect(locals(text.replace("2024-04-11 the API", "2023-09-01 the API"), { path: "2024-04-11.md" })).toEqual([
      "2023-09-01T10:45",
      "2023-09-01T12:29",
    ]);
  });

  it("holds for nested items, below a date line and in an empty cell of a date column", () => {
    expect(locals("## Timeline\n\n- 2024-04-11\n  - 10:00 a\n  - 11:00 b\n- 2024-04-12\n  - 09:00 c\n")).toEqual([
      "2024-04-11T10:00",
      "2024-04-11T11:00",
      "2024-04-12T09:00",
    ]);
    expect(
      locals("## Timeline\n\n**Thursday, 11 April 2024**\n\n- 10:00 a\n\nDay 2 - 2024-04-12\n\n- 09:00 b\n"),
    ).toEqual(["2024-04-11T10:00", "2024-04-12T09:00"]);
    expect(
      locals(
        "## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n| 2024-04-11 | 10:00 | Deploy |\n| | 11:00 | Alert |\n| 2024-04-12 | 09:00 | Review |\n",
      ),
    ).toEqual(["2024-04-11T10:00", "2024-04-11T11:00", "2024-04-12T09:00"]);
    expect(
      locals(
        "## Timeline\n\n| Time | Event |\n|---|---|\n| **2024-04-11** | |\n| 10:00 | Deploy |\n| **2024-04-12** | |\n| 09:00 | Review |\n",
      ),
    ).toEqual(["2024-04-11T10:00", "2024-04-12T09:00"]);
  });

  it("counts from the first day", () => {
    expect(
      locals("## Timeline\n\n### Day 1\n\n- 10:00 a\n\n### Day 2\n\n- 09:00 b\n", { path: "2024-02-28.md" }),
    ).toEqual(["2024-02-28T10:00", "2024-02-29T09:00"]);
  });

  it("is the day of a link to a daily note", () => {
    expect(locals(listed("[[2024-04-11]] 06:12 Deployed", "[[2024-04-12|Friday]] 07:00 Review"))).toEqual([
      "2024-04-11T06:12",
      "2024-04-12T07:00",
    ]);
  });

  it("is open where day and month cannot be told apart, unless other dates of the note tell", () => {
    expect(locals(listed("03-04-2017 14:51 a"))).toEqual(["T14:51"]);
    expect(locals(`Started on 03-31-2017.\n\n${listed("03-04-2017 14:51 a")}`)).toEqual(["2017-03-04T14:51"]);
    expect(locals(`Started on 31/03/2017.\n\n${listed("03/04/2017 14:51 a")}`)).toEqual(["2017-04-03T14:51"]);
    expect(locals(`On 31/03/2017 and 03/31/2017.\n\n${listed("03/04/2017 14:51 a")}`)).toEqual(["T14:51"]);
    expect(locals(listed("03/04/2017 14:51 a"), { path: "2017-04-03.md" })).toEqual(["2017-04-03T14:51"]);
    expect(locals(listed("07/07/2017 14:51 a", "13.7.2017 10:00 b"))).toEqual(["2017-07-07T14:51", "2017-07-13T10:00"]);
  });

  it("with a digit too many in its year is the one nearby, and reported", () => {
    const timeline = timelineOf(
      listed("2020-01-15 09:00 a", "20202-01-16 12:00 b", "32020-01-17 12:00 c", "99999-01-16 12:00 d"),
    );
    expect(timeline.events.map(({ local }) => formatWritten(local))).toEqual([
      "2020-01-15T09:00",
      "2020-01-16T12:00",
      "2020-01-17T12:00",
      "T12:00",
    ]);
    expect(timeline.unreadable.map(({ raw, reason }) => `${raw}: ${reason}`)).toEqual([
      "20202-01-16 12:00: year 20202 has five digits",
      "32020-01-17 12:00: year 32020 has five digits",
      "99999-01-16 12:00: year 99999 has five digits",
    ]);
  });

  it("says where it comes from", () => {
    const text = "## Timeline\n\n### 2024-04-11\n\n- 10:00 a\n- 2024-04-12 11:00 b\n";
    expect(timelineOf(text).events.map(({ dated }) => dated)).toEqual(["above", "line"]);
    expect(timelineOf(listed("2024-04-11 10:00 a", "11:00 b")).events.map(({ dated }) => dated)).toEqual([
      "line",
      "carried",
    ]);
    expect(timelineOf(listed("10:00 a"), { path: "2024-04-11.md" }).events.map(({ dated }) => dated)).toEqual(["note"]);
    expect(timelineOf(listed("10:00 a")).events.map(({ dated }) => dated)).toEqual([null]);
    expect(
      timelineOf(
        "## Timeline\n\nUnless noted, all of these times are in UTC and on 2024-04-11.\n\n- 10:00 a\n",
      ).events.map(({ dated }) => dated),
    ).toEqual(["preamble"]);
  });
});

describe("midnight", () => {
  const at = { path: "2024-04-11.md" };

  it("is not passed on the word of two clock times alone", () => {
    expect(locals(listed("23:50 a", "00:10 b"), at)).toEqual(["2024-04-11T23:50", "2024-04-11T00:10"]);
    expect(locals(listed("14:49 a", "14:43 b", "14:55 c", "15:00 d"), at)).toEqual([
      "2024-04-11T14:49",
      "2024-04-11T14:43",
      "2024-04-11T14:55",
      "2024-04-11T15:00",
    ]);
  });

  it("is passed where the next date says so, and only then", () => {
    expect(locals(listed("23:50 a", "00:10 b", "2024-04-12 09:00 c"), at)).toEqual([
      "2024-04-11T23:50",
      "2024-04-12T00:10",
      "2024-04-12T09:00",
    ]);
    expect(
      locals("## Timeline\n\n### May 12\n\n- 23:00 a\n- 00:40 b\n\n### May 13\n\n- 14:30 c\n", {
        path: "2025-05-12.md",
      }),
    ).toEqual(["2025-05-12T23:00", "2025-05-13T00:40", "2025-05-13T14:30"]);
    expect(locals(listed("20:00 a", "21:00 b", "23:50 c", "00:10 d", "2024-04-11 23:55 e"), at)).toEqual([
      "2024-04-11T20:00",
      "2024-04-11T21:00",
      "2024-04-11T23:50",
      "2024-04-11T00:10",
      "2024-04-11T23:55",
    ]);
  });

  it("is passed within a range of days", () => {
    expect(locals("## Timeline (11 April 2024 – 12 April 2024)\n\n- 23:50 a\n- 00:10 b\n")).toEqual([
      "2024-04-11T23:50",
      "2024-04-12T00:10",
    ]);
    expect(locals("## Timeline\n\n### 2024-04-11 to 2024-04-12\n\n- 23:50 a\n- 00:10 b\n")).toEqual([
      "2024-04-11T23:50",
      "2024-04-12T00:10",
    ]);
  });

  it("is passed before the incident ended by its property", () => {
    expect(locals(`---\ndate: 2024-04-11\nresolved: 2024-04-12T00:30\n---\n\n${listed("23:50 a", "00:10 b")}`)).toEqual(
      ["2024-04-11T23:50", "2024-04-12T00:10"],
    );
  });

  it("is passed by a range, and by the words next day", () => {
    expect(
      timelineOf(listed("23:50 – 00:20 a", "00:30 b"), at).events.map(({ local, end }) =>
        [local, end?.local].map((each) => each && formatWritten(each)),
      ),
    ).toEqual([
      ["2024-04-11T23:50", "2024-04-12T00:20"],
      ["2024-04-12T00:30", undefined],
    ]);
    expect(locals(listed("23:50 a", "00:10 (next day) b", "00:20 c", "00:30 +1 d"), at)).toEqual([
      "2024-04-11T23:50",
      "2024-04-12T00:10",
      "2024-04-12T00:20",
      "2024-04-12T00:30",
    ]);
  });

  it("is passed once in a list that otherwise only goes forward", () => {
    expect(locals(listed("21:00 a", "22:00 b", "23:50 c", "00:10 d", "00:30 e"), at)).toEqual([
      "2024-04-11T21:00",
      "2024-04-11T22:00",
      "2024-04-11T23:50",
      "2024-04-12T00:10",
      "2024-04-12T00:30",
    ]);
    expect(
      locals(listed("21:00 a", "23:50 b", "00:10 c", "22:00 d", "21:30 e"), at).every((local) =>
        local.startsWith("2024-04-11"),
      ),
    ).toBe(true);
  });

  it("is passed over several days, over the end of a year and over a leap day", () => {
    expect(
      locals(listed("2023-12-31 23:00 a", "00:10 b", "2024-01-01 22:00 c", "01:00 d", "2024-01-02 09:00 e")),
    ).toEqual(["2023-12-31T23:00", "2024-01-01T00:10", "2024-01-01T22:00", "2024-01-02T01:00", "2024-01-02T09:00"]);
    expect(locals(listed("2024-02-28 23:00 a", "00:10 b", "2024-03-01 09:00 c"))).toEqual([
      "2024-02-28T23:00",
      "2024-02-29T00:10",
      "2024-03-01T09:00",
    ]);
  });

  it("is 24:00 of the day before", () => {
    expect(locals(listed("2024-04-11 24:00 a"))).toEqual(["2024-04-12T00:00"]);
  });

  it("is passed backwards in a list that is written newest first", () => {
    expect(locals(listed("2024-04-12 01:00 a", "00:10 b", "23:50 c", "23:00 d", "2024-04-11 22:00 e"))).toEqual([
      "2024-04-12T01:00",
      "2024-04-12T00:10",
      "2024-04-11T23:50",
      "2024-04-11T23:00",
      "2024-04-11T22:00",
    ]);
    expect(locals(listed("2024-04-12 01:00 a", "00:10 b", "23:50 c", "23:00 d"))).toEqual([
      "2024-04-12T01:00",
      "2024-04-12T00:10",
      "2024-04-11T23:50",
      "2024-04-11T23:00",
    ]);
  });
});

describe("a clock of twelve hours without am and pm", () => {
  it("goes on past noon where the order of the lines makes it plain", () => {
    expect(locals(listed("11:50 a", "12:10 b", "1:05-1:20 c", "1:30 d"), { path: "2024-04-11.md" })).toEqual([
      "2024-04-11T11:50",
      "2024-04-11T12:10",
      "2024-04-11T13:05",
      "2024-04-11T13:30",
    ]);
    expect(
      timelineOf(listed("10:50 a", "11:30-1:10 b", "2:05 c"), { path: "2024-04-11.md" }).events.map(
        ({ end }) => end && formatWritten(end.local),
      ),
    ).toEqual([null, "2024-04-11T13:10", null]);
  });

  it.each([
    ["a clock of 24 hours", ["11:50 a", "13:10 b", "1:30 c"], "T01:30"],
    ["a leading zero", ["11:50 a", "12:10 b", "01:30 c"], "T01:30"],
    ["a second turn", ["11:50 a", "1:10 b", "11:30 c", "1:15 d"], "T01:15"],
    ["two lines alone", ["11:50 a", "1:30 b"], "T01:30"],
  ])("is not read into %s", (_, lines, last) => {
    expect(locals(listed(...lines)).at(-1)).toBe(last);
  });
});

describe("what is told of a day alone", () => {
  const days = (source: string, input?: Input): readonly string[] =>
    timelineOf(source, input).days.map(
      ({ day, end, text }) => `${formatDay(day)}${end === null ? "" : `/${formatDay(end)}`} ${text}`,
    );

  it("is a list item, a row, a line, or a heading", () => {
    expect(
      days(
        listed(
          "2024-04-10: Vendor confirmed",
          "2024-04-11 06:12 Deployed",
          "12 April – Vendor paid",
          "**April 13**",
          "2024-04-14 - 2024-04-15 Data repaired",
        ),
      ),
    ).toEqual(["2024-04-10 Vendor confirmed", "2024-04-12 Vendor paid", "2024-04-14/2024-04-15 Data repaired"]);
    expect(
      days(
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 2024-04-10 | Merged |\n| 2024-04-11 06:12 | Deployed |\n| 2024-04-12 | |\n",
      ),
    ).toEqual(["2024-04-10 Merged"]);
    expect(
      days(
        "## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n| 2024-04-10 | | Merged |\n| 2024-04-11 | 06:12 | Deployed |\n",
      ),
    ).toEqual(["2024-04-10 Merged"]);
    expect(
      days("## Timeline\n\n| Date | Event |\n|---|---|\n| 2024-04-10 | Merged |\n| 2024-04-11 | Deployed |\n"),
    ).toEqual(["2024-04-10 Merged", "2024-04-11 Deployed"]);
    expect(
      days(
        "## Timeline\n\n### 2024-04-10\n\nMerged.\n\n### 2024-04-11\n\n- 06:12 Deployed\n\n2024-04-12: all of the data was repaired\n",
      ),
    ).toEqual(["2024-04-10 Merged.", "2024-04-12 all of the data was repaired"]);
  });

  it("has its words below where none stand beside it", () => {
    expect(days("## Timeline\n\n- 2024-04-10\n  - Merged\n- 2024-04-11\n  - 06:12 Deployed\n")).toEqual([
      "2024-04-10 Merged",
    ]);
  });

  it("is no label, no date above times, and nothing outside of a timeline", () => {
    expect(days("## Timeline\n\nDate: 2024-04-11\n\n2024-04-11 (all times UTC)\n\n- 06:12 Deployed\n")).toEqual([]);
    expect(
      days(
        "## Timeline\n\n### 2024-04-11 First outage\n\n- **2024-04-11** first half\n  - 06:12 Deployed\n\n**2024-04-12** after it\n\n- 08:00 Restored\n",
      ),
    ).toEqual([]);
    expect(days("## Releases\n\n- 2024-04-10 Merged\n- 2024-04-11 Deployed\n")).toEqual([]);
  });

  it("is followed by times of that day", () => {
    expect(
      locals(
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 2024-04-11 06:12 | Deployed |\n| 2024-04-12 | Merged |\n| 09:00 | Restored |\n",
      ),
    ).toEqual(["2024-04-11T06:12", "2024-04-12T09:00"]);
  });
});

describe("the order of a timeline", () => {
  it.each([
    [["10:00 a", "10:05 b", "10:10 c"], "ascending"],
    [["10:10 a", "10:05 b", "10:00 c"], "descending"],
    [["10:00 a", "10:10 b", "10:05 c", "10:20 d", "10:30 e"], "ascending"],
    [["10:00 a", "10:10 b", "10:05 c", "10:20 d", "10:01 e"], "mixed"],
    [["10:00 a"], "ascending"],
    [[], "ascending"],
  ] as const)("of %j is %s", (lines, order) => {
    expect(timelineOf(listed(...lines)).order).toBe(order);
  });

  it("does not compare one list with the next", () => {
    const timeline = timelineOf(
      "## Timeline\n\n- **Key events**\n  - Detected 10:00\n  - Resolved 11:00\n- **Details**\n  - 10:00 a\n  - 10:30 b\n  - 11:00 c\n",
    );
    expect(timeline.order).toBe("ascending");
    expect(timeline.events.map(({ series }) => series)).toEqual([0, 0, 1, 1, 1]);
  });
});
