import { describe, expect, it } from "vitest";
import { readIncident } from "../../src/incident";
import { readSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";
import { eventsOf, timelineOf } from "./timeline-reading";
import { formatWritten } from "../../src/time";

const at = { path: "2024-05-03.md" };

/** Local time and text of the events. */
function told(source: string): readonly string[] {
  return timelineOf(source, at).events.map(({ local, text }) => `${formatWritten(local).slice(5)} ${text}`);
}

describe("headings that are updates", () => {
  it("are events of a timeline, told by what stands below them", () => {
    for (const heading of [
      "Update 2024-05-03 18:00:",
      "Update 2024-05-03 18:00",
      "Status update: 3 May 2024, 18:00",
      "Update #3 - 3 May 2024 18:00",
      "Update 3: 2024-05-03 18:00",
      "Update at 18:00",
      "Updated 2024-05-03 18:00",
    ])
      expect(told(`## Timeline\n\n### ${heading}\n\nTwo repairs are tried.\n`), heading).toEqual([
        "05-03T18:00 Two repairs are tried.",
      ]);
    expect(told("## Timeline\n\n### Deployment 2024-05-03 18:00\n\nTo all.\n")).toEqual(["05-03T18:00 Deployment"]);
  });

  it("are none above times of their own, and none outside of a timeline", () => {
    expect(told("## Timeline\n\n### Update 18:00\n\n- 17:10 Alert\n- 17:20 Fix\n")).toEqual([
      "05-03T17:10 Alert",
      "05-03T17:20 Fix",
    ]);
    expect(told("## Impact\n\n### Update 2024-05-03 18:00\n\nMany.\n")).toEqual([]);
  });
});

describe("a zone in the words above a list or a table", () => {
  const zones = (source: string): readonly string[] =>
    timelineOf(source, at).events.map(({ time }) => (time === null ? "?" : new Date(time).toISOString().slice(11, 16)));

  it("holds for that one", () => {
    for (const words of [
      "The log of the client is in New York daylight time (EDT, UTC-4):",
      "From the log of the client (EDT):",
      "**Client, EDT:**",
    ]) {
      const list = `${words}\n\n- \`03:42:53\`: confirmed\n- \`03:42:55\`: lost\n`;
      expect(zones(`## What Happened\n\n${list}`), words).toEqual(["07:42", "07:42"]);
      expect(zones(`## Timeline\n\n${list}\nThe log of the server, in UTC:\n\n- 07:44 closed\n`), words).toEqual([
        "07:42",
        "07:42",
        "07:44",
      ]);
    }
    expect(
      zones(
        "## Timeline\n\nOf the client, in EDT:\n\n| Time | Event |\n|---|---|\n| 03:42 | Lost |\n| 03:44 | Back |\n",
      ),
    ).toEqual(["07:42", "07:44"]);
  });

  it("does not hold where it is that of a time in those words", () => {
    expect(
      zones("---\ntimezone: UTC\n---\n\n## Timeline\n\nFrom 10:00 EDT on:\n\n- 03:42 Lost\n- 03:44 Back\n"),
    ).toEqual(["03:42", "03:44"]);
  });
});

describe("times relative to the first row", () => {
  it("count from the time that it states", () => {
    for (const times of [
      ["+1 hrs", "+6.5 hrs", "T+7.5h"],
      ["+60m", "+390 min", "+7h 30m"],
      ["T+01:00", "T+6:30", "T + 450m"],
      ["+1h", "+6,5h", "+450 minutes"],
    ]) {
      const rows = [["2024-05-03 11:30 UTC", "Upgrade"], ...times.map((time) => [time, "Went on"])];
      const expected = ["T11:30", "T12:30", "T18:00", "T19:00"].map((time) => `2024-05-03${time}`);
      const locals = (source: string): readonly string[] =>
        timelineOf(source, at).events.map(({ local }) => formatWritten(local));
      expect(
        locals(
          `## Timeline\n\n| Time | Event |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`,
        ),
      ).toEqual(expected);
      expect(locals(`## Timeline\n\n${rows.map((row) => `- ${row.join(" ")}`).join("\n")}\n`)).toEqual(expected);
    }
  });
});

describe("times relative to the row above", () => {
  const locals = (...rows: readonly string[]): readonly string[] =>
    timelineOf(`## Timeline\n\n${rows.map((row) => `- ${row} it went on`).join("\n")}\n`, at).events.map(({ local }) =>
      formatWritten(local).slice(-5),
    );

  it("count from the clock time above, where they have no `T`", () => {
    expect(locals("2024-05-03 11:30 UTC", "+5 min", "+10 min", "12:00", "+5 min", "+10 min")).toEqual([
      "11:30",
      "11:35",
      "11:40",
      "12:00",
      "12:05",
      "12:10",
    ]);
    expect(locals("2024-05-03 11:30 UTC", "12:00", "T+35m")).toEqual(["11:30", "12:00", "12:05"]);
  });

  it("count from the start, where a time says so", () => {
    expect(locals("2024-05-03 11:30 UTC", "+5 min (11:35)", "+45 min")).toEqual(["11:30", "11:35", "12:15"]);
  });

  it("count from the clock time below, where the newest event stands first", () => {
    expect(locals("2024-05-03 12:30 UTC", "+5 min", "2024-05-03 12:00 UTC", "2024-05-03 11:30 UTC")).toEqual([
      "12:30",
      "12:05",
      "12:00",
      "11:30",
    ]);
  });
});

describe("a day alone among days and times", () => {
  it("is read by the day of the incident, where day and month are open", () => {
    const timeline = timelineOf(
      "## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 01/07 ~19:17 | Released |\n| 01/07 19:21 | Crash |\n| 01/07 | Written anew |\n",
      { path: "2026-07-01.md" },
    );
    expect(timeline.events.map(({ local }) => formatWritten(local))).toEqual(["2026-07-01T19:17", "2026-07-01T19:21"]);
    expect(timeline.days.map(({ text }) => text)).toEqual(["Written anew"]);
  });
});

describe("small things", () => {
  it("a backslash that breaks a line and full-width signs are no part of a text", () => {
    expect(told("## Timeline\n\n10:00 Alert\\\n10:05 Fix\n")).toEqual(["05-03T10:00 Alert", "05-03T10:05 Fix"]);
    expect(told("## Timeline\n\n- 10：05：Fix\n- １０：１０ Done\n")).toEqual(["05-03T10:05 Fix", "05-03T10:10 Done"]);
  });

  it("the zone is known where the day is not", () => {
    expect(timelineOf("## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 10:00 | Down |\n").zone).toBe("UTC");
    expect(timelineOf("## Timeline\n\n- 10:00 Down\n").zone).toBeNull();
    expect(eventsOf("## Timeline\n\n- 10:00 UTC Down\n")).toEqual(["T10:00 ? = ? Down"]);
  });
});

describe("the heading of a section", () => {
  const { settings } = readSettings({});
  function sections(...headings: readonly string[]): readonly string[] {
    const library = libraryOf({ "Incident.md": headings.map((heading) => `## ${heading}\n\nText.\n`).join("\n") });
    const note = library.note("Incident.md");
    return note === null ? [] : readIncident(note, library, settings).sections.map(({ id }) => id);
  }

  it("may begin and end in the middle of a paragraph, where labels stand for headings", () => {
    const lines = "■ 概要\n9:00 から停止した。\n■ 経緯\n9:12 検知\n9:30 復旧\n■ 原因\n8:00 に始まった更新。";
    expect(told(`---\nlang: ja\n---\n\n${lines}\n`)).toEqual(["05-03T09:12 検知", "05-03T09:30 復旧"]);
    expect(told("**Summary:**\n9:00 to 9:30 down\n**Timeline:**\n9:12 Alert\n**Impact:**\n9:40 Nobody\n")).toEqual([
      "05-03T09:12 Alert",
    ]);
  });

  it("may be lines of a paragraph below a remark, where words have no blanks", () => {
    const lines = "(格式如下)\n09:33 客服收到反馈……\n09:35 开始处理问题\n09:50 查看日志\n10:49 故障恢复";
    expect(told(`---\nlang: zh\n---\n\n## 处理过程\n\n${lines}\n`)).toHaveLength(4);
    expect(told("## Timeline\n\nAll was well until\n09:33 and nobody saw\n09:35 as the end of it\n")).toEqual([]);
  });

  it("is found through what decorates it", () => {
    for (const heading of [
      ":warning: Timeline",
      "Timeline :clock1:",
      'Timeline <a href="#timeline" id="timeline"></a>',
      '<a name="timeline"></a>Timeline',
      "3.1 Timeline",
      "Timeline {#timeline}",
      "時系列（Timeline）",
      "Zeitverlauf (Timeline)",
      "Chronik [Timeline]",
      "時系列 / Timeline",
      "Zeitverlauf – Timeline",
    ])
      expect(sections(heading), heading).toEqual(["timeline"]);
    expect(sections("Notes (draft)", ":warning: Notes")).toEqual([]);
  });
});

describe("times among the action items", () => {
  const plan = "\n## Action Items\n\n### Today\n\n- **15:00:** Check the disks\n- **16:00:** Meet again\n";

  it("are plans beside events without a heading, and else the only events there are", () => {
    expect(told(`## Load\n\n- **10:00:** Disks full\n- **10:20:** Disks emptied\n${plan}`)).toEqual([
      "05-03T10:00 Disks full",
      "05-03T10:20 Disks emptied",
    ]);
    expect(told(plan)).toEqual(["05-03T15:00 Check the disks", "05-03T16:00 Meet again"]);
  });
});

describe("a time with its zone in brackets", () => {
  it("may have the same time elsewhere there", () => {
    const [event] = timelineOf("## Timeline\n\n- **23:05 (UTC / 20:05 local):** Restarted\n", at).events;
    expect([event?.zone?.from, event?.text]).toEqual(["line", "Restarted"]);
  });
});

describe("a range of days", () => {
  it("is no day with a time, in whatever words", () => {
    for (const [language, to] of [
      ["en", "to"],
      ["es", "a"],
      ["pt", "a"],
    ] as const) {
      const { events, days } = timelineOf(
        `---\nlang: ${language}\n---\n## Timeline\n\n| Day | Event |\n|---|---|\n| 2024-05-01 ${to} 2024-05-03 | Cards lost |\n| 2024-05-03 10:00 | Fixed |\n`,
        at,
      );
      expect(events.map(({ text }) => text)).toEqual(["Fixed"]);
      expect(days).toHaveLength(1);
    }
  });
});
