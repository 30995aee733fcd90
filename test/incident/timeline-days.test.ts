import { describe, expect, it } from "vitest";
import { timelineOf } from "./timeline-reading";
import { formatWritten } from "../../src/time";

type Input = Parameters<typeof timelineOf>[1];

const at = { path: "2024-05-03.md" };
const listed = (...lines: string[]): string => `## Timeline\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

function locals(source: string, input: Input = at): readonly string[] {
  return timelineOf(source, input).events.map(({ local }) => formatWritten(local));
}

/** A table of times and texts. */
const tabled = (...rows: (readonly [string, string])[]): string =>
  `## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`;

describe("a day of the background", () => {
  const note = (timeline: string): string => `---\ndate: 2024-05-03\n---\n\n# Outage\n\n${timeline}`;
  const rows = ["2024-04-20", "10:00", "10:30"] as const;

  it("does not govern the times below it, which are of the day that the note states", () => {
    for (const timeline of [
      tabled([rows[0], "Certificate copied"], [rows[1], "Alert"], [rows[2], "Fixed"]),
      listed(`${rows[0]} Certificate copied`, `${rows[1]} Alert`, `${rows[2]} Fixed`),
      listed("Saturday, 20 April: Certificate copied", `${rows[1]} Alert`, `${rows[2]} Fixed`),
      tabled(["2024-05-02", "Certificate copied"], [rows[1], "Alert"], [rows[2], "Fixed"]),
      tabled(["2024-03-01", "Installed"], [rows[0], "Certificate copied"], [rows[1], "Alert"], [rows[2], "Fixed"]),
    ]) {
      const found = locals(note(timeline), { path: "Outage.md" });
      expect(found, timeline).toEqual(["2024-05-03T10:00", "2024-05-03T10:30"]);
    }
  });

  it("with a time of its own counts likewise, where the day of the incident is stated twice", () => {
    const timeline = listed("2024-04-20 09:00 Certificate copied", "10:00 Alert", "10:30 Fixed");
    const twice = note(`- **Date:** 2024-05-03\n\n${timeline}`);
    expect(locals(twice, { path: "Outage.md" }).slice(1)).toEqual(["2024-05-03T10:00", "2024-05-03T10:30"]);
    expect(locals(timeline, { path: "2024-05-03 Outage.md" }).slice(1)).toEqual([
      "2024-04-20T10:00",
      "2024-04-20T10:30",
    ]);
  });

  it("governs where something of the timeline lies on the day of the incident without it", () => {
    expect(
      locals(note(tabled(["2024-05-02", "Prepared"], ["22:00", "Copied"], ["2024-05-03", "Used"], ["10:00", "Alert"]))),
    ).toEqual(["2024-05-02T22:00", "2024-05-03T10:00"]);
    expect(locals(note("## Timeline\n\n### 2024-04-20\n\n- 10:00 Copied\n"))).toEqual(["2024-04-20T10:00"]);
  });
});

describe("four digits behind a day", () => {
  it("are a time of day, if no year", () => {
    for (const lines of [
      ["Feb 7 1506 UTC: Agreed", "1936 UTC: Released", "Feb 8 0117 UTC: Crash"],
      ["7 Feb 1506 PST - Agreed", "1936 PST - Released", "8 Feb 0117 PST - Crash"],
      ["Feb 7, 1506: Agreed", "1936: Released", "Feb 8, 0117: Crash"],
      ["2025-02-07 1506 Agreed", "1936 Released", "2025-02-08 0117 Crash"],
    ])
      expect(locals(listed(...lines), { path: "2025-02-07.md" })).toEqual([
        "2025-02-07T15:06",
        "2025-02-07T19:36",
        "2025-02-08T01:17",
      ]);
  });

  it("may look like a year, and are a time where a zone stands behind them", () => {
    expect(locals(listed("Feb 7 2013 UTC: Agreed", "Feb 7 2015 UTC: Done"), { path: "2025-02-07.md" })).toEqual([
      "2025-02-07T20:13",
      "2025-02-07T20:15",
    ]);
    expect(locals(listed("Feb 7, 2013 10:00 UTC: Agreed"), { path: "2025-02-07.md" })).toEqual(["2013-02-07T10:00"]);
  });

  it("are a count where a word for a thing stands behind them", () => {
    expect(timelineOf(listed("2025-02-07 1506 users were lost")).events).toEqual([]);
  });

  it("name no year outside of 1990 to 2100", () => {
    const timeline = timelineOf(listed("1506-02-07 10:00 Agreed", "2025-02-07 10:05 Released"));
    expect(timeline.events.map(({ local }) => formatWritten(local))).toEqual(["2025-02-07T10:05"]);
    expect(timeline.unreadable.map(({ raw, reason }) => `${raw}: ${reason}`)).toEqual([
      "1506-02-07 10:00: no incident is of the year 1506",
    ]);
  });
});

describe("a malformed time behind a day", () => {
  it("is reported, and never a day without a time", () => {
    for (const time of ["07:7:47", "7:5", "07:", "07:471", "07;57", "077:47", "4711", "2460", "757"]) {
      const timeline = timelineOf(tabled(["2024-05-03 07:46", "Alert"], [`2024-05-03 ${time}`, "Fixed"]));
      expect(
        timeline.unreadable.map(({ raw }) => raw),
        time,
      ).toEqual([`2024-05-03 ${time}`]);
      expect(timeline.days, time).toEqual([]);
      expect(timeline.events, time).toHaveLength(1);
    }
  });

  it("is read where it can be", () => {
    for (const time of ["0757", "07.57", "7.57", "07h57", "07：57", "０７：５７"]) {
      expect(locals(tabled(["2024-05-03 07:46", "Alert"], [`2024-05-03 ${time}`, "Fixed"]), at), time).toEqual([
        "2024-05-03T07:46",
        "2024-05-03T07:57",
      ]);
    }
  });
});

describe("times with a point", () => {
  it("are read at the start of lines among other times", () => {
    expect(locals(listed("10:00 Alert", "10.35 Rolled back", "1101 Closed", "3.10 million requests lost"))).toEqual([
      "2024-05-03T10:00",
      "2024-05-03T10:35",
      "2024-05-03T11:01",
    ]);
    expect(locals("## Timeline\n\n3 May 2024\n\n11.55 alerts for the store\n\n12.20 the team looks\n")).toEqual([
      "2024-05-03T11:55",
      "2024-05-03T12:20",
    ]);
    expect(timelineOf(listed("1.25 Released", "Looked at"), at).events).toEqual([]);
    expect(timelineOf("## What Happened\n\n- 10.35 Released\n- 10.36 Released\n", at).events).toEqual([]);
  });

  it("go on in the afternoon without a half of the day, once a day", () => {
    expect(
      locals(
        "## Timeline\n\n**3 May 2024**\n\n11.50 alert\n\n12.56 fix\n\n1.00 done\n\n**4 May 2024**\n\n9.05 review\n\n12.10 more\n\n1.30 end\n",
      ),
    ).toEqual([
      "2024-05-03T11:50",
      "2024-05-03T12:56",
      "2024-05-03T13:00",
      "2024-05-04T09:05",
      "2024-05-04T12:10",
      "2024-05-04T13:30",
    ]);
  });
});

describe("next-day marks", () => {
  it("count from the day of the incident, or the last one that was named, not from the line before", () => {
    for (const mark of ["(next day)", "+1", "(+1)", "+1d", "+1 day", "the next day", "(D+1)", "following day"]) {
      const lines = ["23:50", `00:10 ${mark}`, `01:00 ${mark}`];
      const days = ["2024-05-03T23:50", "2024-05-04T00:10", "2024-05-04T01:00"];
      expect(locals(listed(...lines.map((line) => `${line} a`))), mark).toEqual(days);
      expect(locals(tabled(...lines.map((line) => [line, "It went on"] as const))), mark).toEqual(days);
    }
    expect(locals(listed("23:50 a", "00:10 +1 b", "00:30 +2 c", "00:40 +2 d"))).toEqual([
      "2024-05-03T23:50",
      "2024-05-04T00:10",
      "2024-05-05T00:30",
      "2024-05-05T00:40",
    ]);
    expect(locals(listed("2024-05-07 23:50 a", "00:10 +1 b", "01:00 +1 c"))).toEqual([
      "2024-05-07T23:50",
      "2024-05-08T00:10",
      "2024-05-08T01:00",
    ]);
  });

  it("is no part of the words behind a time, where words have no blanks", () => {
    const lines = listed("07:50 前日夜の設定が有効になる", "08:10（翌日）復旧");
    expect(locals(`---\nlang: ja\n---\n\n${lines}`, { path: "2024-05-03.md" })).toEqual([
      "2024-05-03T07:50",
      "2024-05-04T08:10",
    ]);
  });

  it("may be the one above, or a number of a month that the lines above name", () => {
    const ja = [
      "5月8日 9時12分 検知",
      "同日 9時30分 調査",
      "同9:40 確認",
      "8日(水) 10:06 対応",
      "翌9日（木）0時15分 復旧",
    ];
    expect(locals(`---\nlang: ja\n---\n\n${listed(...ja, "同日 1:00 連絡", "9日未明 3:00 完了")}`)).toEqual([
      "2024-05-08T09:12",
      "2024-05-08T09:30",
      "2024-05-08T09:40",
      "2024-05-08T10:06",
      "2024-05-09T00:15",
      "2024-05-09T01:00",
      "2024-05-09T03:00",
    ]);
    const zh = ["1月31日 23:12 告警", "当日23:40 排查", "1日凌晨1:30 恢复", "2号上午10点 完成", "2/2(周五) 11:30 关闭"];
    expect(locals(`---\nlang: zh\ndate: 2024-01-31\n---\n\n${listed(...zh)}`)).toEqual([
      "2024-01-31T23:12",
      "2024-01-31T23:40",
      "2024-02-01T01:30",
      "2024-02-02T10:00",
      "2024-02-02T11:30",
    ]);
    expect(locals(`---\nlang: ja\n---\n\n${listed("9:12 検知", "同様の事象", "3日後に再発", "5日 対応")}`)).toEqual([
      "2024-05-03T09:12",
    ]);
  });

  it("may have the zone of the time before it, where words have no blanks", () => {
    const zoned = (lang: string, ...lines: string[]): readonly string[] =>
      timelineOf(`---\nlang: ${lang}\n---\n\n${listed(...lines)}`, at).events.map(
        ({ local, zone }) => `${formatWritten(local)} ${zone?.offset}`,
      );
    expect(zoned("zh", "北京时间 14:07 告警", "北京时间2024年5月3日约14:20，恢复")).toEqual([
      "2024-05-03T14:07 480",
      "2024-05-03T14:20 480",
    ]);
    expect(zoned("ja", "日本時間 14:07 検知")).toEqual(["2024-05-03T14:07 540"]);
    const prose = "北京时间 2024 年 5 月 3 日 14:07 起支付中断，北京时间 15:20 恢复。";
    const note = `---\nlang: zh\n---\n\n## 概述\n\n${prose}\n\n## 时间线\n\n- 14:07 告警\n`;
    expect(timelineOf(note, at).events.map(({ zone }) => zone?.offset)).toEqual([480]);
  });

  it("may stand before the time", () => {
    expect(locals(listed("23:50 a", "Next day 00:10 b", "The next day at 01:00: c"))).toEqual([
      "2024-05-03T23:50",
      "2024-05-04T00:10",
      "2024-05-04T01:00",
    ]);
  });
});

describe("a heading that names a day in words", () => {
  const below = (heading: string): string =>
    `## Timeline\n\n### Friday, 3 May 2024\n\n- 22:00 a\n\n### ${heading}\n\n- 00:05 b\n- 10:00 c\n`;

  it("carries the day on", () => {
    for (const heading of [
      "Saturday",
      "**Saturday**",
      "Saturday morning",
      "Saturday: recovery",
      "Next day",
      "The following morning",
      "The next day - repair",
    ])
      expect(locals(below(heading)), heading).toEqual(["2024-05-03T22:00", "2024-05-04T00:05", "2024-05-04T10:00"]);
    expect(locals(below("Tuesday"))).toEqual(["2024-05-03T22:00", "2024-05-07T00:05", "2024-05-07T10:00"]);
    expect(
      locals("## Timeline\n\n### 3 May 2024\n\n- 22:00 a\n\n### Next day\n\n- 9:00 b\n\n### Next day\n\n- 9:00 c\n"),
    ).toEqual(["2024-05-03T22:00", "2024-05-04T09:00", "2024-05-05T09:00"]);
  });

  it("may be a line of its own", () => {
    for (const line of ["**Saturday**", "Saturday:", "_The next day_"])
      expect(locals(`## Timeline\n\n**3 May 2024**\n\n- 22:00 a\n\n${line}\n\n- 00:05 b\n`), line).toEqual([
        "2024-05-03T22:00",
        "2024-05-04T00:05",
      ]);
  });

  it("is no day when it only begins with one", () => {
    expect(locals(below("Saturday deployments"))).toEqual(["2024-05-03T22:00", "2024-05-03T00:05", "2024-05-03T10:00"]);
  });
});

describe("midnight", () => {
  it("is 24:00, and what follows lies after it", () => {
    expect(locals(listed("23:50 a", "24:00 b", "00:40 c"))).toEqual([
      "2024-05-03T23:50",
      "2024-05-04T00:00",
      "2024-05-04T00:40",
    ]);
  });

  it("is passed by one event in the evening before two at night", () => {
    expect(locals(listed("23:50 a", "00:10 b", "00:40 c"))).toEqual([
      "2024-05-03T23:50",
      "2024-05-04T00:10",
      "2024-05-04T00:40",
    ]);
    expect(locals(listed("14:50 a", "02:10 b", "02:40 c"))[1]).toBe("2024-05-03T02:10");
  });
});

describe("dates that leave something open", () => {
  it("take the order of day and month from the day of the incident", () => {
    expect(locals(listed("01/07 ~19:17 Released", "01/07 19:21 Crash"), { path: "2026-07-01.md" })).toEqual([
      "2026-07-01T19:17",
      "2026-07-01T19:21",
    ]);
    expect(locals(listed("07/01 19:21 Crash"), { path: "2026-07-01.md" })).toEqual(["2026-07-01T19:21"]);
    expect(locals(listed("01/02 19:21 Crash"), { path: "2026-01-17.md" })).toEqual(["T19:21"]);
    expect(locals(listed("01/07 19:21 Crash"), { path: "Outage.md" })).toEqual(["T19:21"]);
  });

  it("may have a month by its name between hyphens, a week, or a short year", () => {
    for (const date of [
      "2025-Dec-05",
      "2025-DEC-5",
      "05-Dec-2025",
      "5-Dec-25",
      "2025 Dec 5",
      "05/Dec/2025",
      "12/5/25",
      "2025-W49-5",
    ])
      expect(locals(listed(`${date} 10:00 Down`), { path: "2025-12-05.md" }), date).toEqual(["2025-12-05T10:00"]);
    expect(locals(listed("21/4/23 10:00 Down", "4/22/23 11:00 Up"), { path: "Outage.md" })).toEqual([
      "2023-04-21T10:00",
      "2023-04-22T11:00",
    ]);
  });
});
