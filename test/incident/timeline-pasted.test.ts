import { describe, expect, it } from "vitest";
import { eventsOf } from "./timeline-reading";

const note = (body: string): string => `---\ndate: 2025-03-10\n---\n\n## Timeline\n\nAll times in UTC\n\n${body}\n`;
const fenced = (source: string): readonly string[] => eventsOf(note(`\`\`\`\n${source}\n\`\`\``));

describe("what was pasted into a timeline", () => {
  it("has the half of the day of the time above where it shows none", () => {
    expect(eventsOf(note("- 3:06 PM looking\n- 3:12 it is the cache\n- 3:25 flushed\n- 15:40 done"))).toEqual([
      "2025-03-10T15:06 UTC = 2025-03-10T15:06:00Z looking",
      "2025-03-10T15:12 UTC = 2025-03-10T15:12:00Z it is the cache",
      "2025-03-10T15:25 UTC = 2025-03-10T15:25:00Z flushed",
      "2025-03-10T15:40 UTC = 2025-03-10T15:40:00Z done",
    ]);
    expect(eventsOf(note("- 11:50 AM down\n- 12:10 still\n- 1:05 up"))).toEqual([
      "2025-03-10T11:50 UTC = 2025-03-10T11:50:00Z down",
      "2025-03-10T12:10 UTC = 2025-03-10T12:10:00Z still",
      "2025-03-10T13:05 UTC = 2025-03-10T13:05:00Z up",
    ]);
    expect(eventsOf(note("- 09:06 ack\n- 10:12 it is the cache"))[1]).toContain("T10:12:00Z");
  });

  it("has messages of a chat below the names and times of who wrote them", () => {
    expect(eventsOf(note("**Ada Park** [3:06 PM]\nlooking\n\nBo  [3:12 PM]\nit is the cache\nand full"))).toEqual([
      "2025-03-10T15:06 UTC = 2025-03-10T15:06:00Z looking",
      "2025-03-10T15:12 UTC = 2025-03-10T15:12:00Z it is the cache and full",
    ]);
    expect(eventsOf("# X\n\nAda [3:06 PM]\nlooking\n\nBo [3:12 PM]\nfound\n\nAda [3:14 PM]\nfixed\n")).toEqual([]);
  });

  it("has the words of a status page above their times", () => {
    expect(
      eventsOf(
        note(
          "**Resolved** - All jobs ran.\nMar 10, 18:47 UTC\n\n**Monitoring** - A fix is out.\nMar 10, 17:58 UTC\n\n**Investigating** - Jobs are late.\nMar 10, 16:31 UTC",
        ),
      ),
    ).toEqual([
      "2025-03-10T18:47 UTC = 2025-03-10T18:47:00Z [resolved] **Resolved** - All jobs ran.",
      "2025-03-10T17:58 UTC = 2025-03-10T17:58:00Z **Monitoring** - A fix is out.",
      "2025-03-10T16:31 UTC = 2025-03-10T16:31:00Z **Investigating** - Jobs are late.",
    ]);
  });

  it("has a number in brackets before the time of a paragraph", () => {
    expect(
      eventsOf(note("（一）9时40分，交易变慢。\n\n（二）10:05 扩容。").replace("---\n", "---\nlang: zh\n")),
    ).toEqual([
      "2025-03-10T09:40 UTC = 2025-03-10T09:40:00Z 交易变慢。",
      "2025-03-10T10:05 UTC = 2025-03-10T10:05:00Z 扩容。",
    ]);
  });

  it("has what numbered news say below their label and time", () => {
    const news = "**【第2報】2025/03/10 17:40**\n復旧しました。\n\n【最終報】2025/03/10 18:05\n対応を終えました。";
    expect(eventsOf(note(news).replace("---\n", "---\nlang: ja\n"))).toEqual([
      "2025-03-10T17:40 UTC = 2025-03-10T17:40:00Z 復旧しました。",
      "2025-03-10T18:05 UTC = 2025-03-10T18:05:00Z 対応を終えました。",
    ]);
    expect(eventsOf(note("Update 2: 2025-03-10 17:40\nAll jobs ran."))).toEqual([
      "2025-03-10T17:40 UTC = 2025-03-10T17:40:00Z All jobs ran.",
    ]);
  });

  it("has no time of what only describes an event", () => {
    const state = { name: "Closed", description: "done", created_at: "2024-01-01T00:00:00Z" };
    const said = { created_at: "2025-03-10T09:40:00Z", message: "flushed", new_status: state };
    const silent = { created_at: "2025-03-10T09:05:00Z", message: null, new_status: state };
    expect(fenced(JSON.stringify({ incident_updates: [said, silent] }, null, 1))).toEqual(
      ["2025-03-10T09:40 Z = 2025-03-10T09:40:00Z flushed"].map((line) => line.replace("T09:40 Z", "T09:40:00 Z")),
    );
  });

  it("has the events of a list, whatever time the list itself has", () => {
    const events = [{ time: "2025-03-10T09:40:00Z", message: "flushed" }];
    expect(fenced(JSON.stringify({ created_at: "2025-03-12T00:00:00Z", events }))).toHaveLength(1);
  });

  it("has the words of a note, not that there is one", () => {
    const entry = {
      type: "annotate_log_entry",
      created_at: "2025-03-10T09:40:00Z",
      summary: "Note added",
      note: "flushed",
    };
    expect(fenced(JSON.stringify({ log_entries: [entry] }))[0]).toMatch(/flushed$/);
  });

  it.each([
    ["a follow-up", '{"follow_ups":[{"created_at":"2025-03-10T12:00:00Z","description":"cap it"}]}'],
    ["a time alone", "mia\n  2025-03-10 3:06 PM\nack"],
    ["a feed", "<?xml version='1.0'?>\n<updated>2025-03-10T07:40:00Z</updated>\n2025-03-10T07:41:00Z x"],
    ["an export of chat", `${"=".repeat(62)}\nGuild: A\nChannel: b\n\n[3/10/2025 3:06 PM] mia\nack`],
  ])("is no event: %s", (_, source) => {
    expect(fenced(source)).toEqual([]);
  });
});
