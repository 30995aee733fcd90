import { describe, expect, it } from "vitest";
import { imported, json, marks, told, unread } from "./reading";

/** 2025-03-10T09:00:00Z */
const nine = 1741597200;

describe("a Slack export", () => {
  const users = json([
    { id: "U0MIA0001", name: "mia.lindt", profile: { display_name: "mia", real_name: "Mia Lindt" } },
    { id: "U0JON0002", name: "jon.roe", profile: { display_name: "", real_name: "Jon Roe" } },
  ]);
  const day = json([
    {
      type: "message",
      subtype: "bot_message",
      text: "",
      ts: `${nine}.000129`,
      username: "Pager",
      attachments: [{ fallback: "Triggered #77: login errors", title: "#77: login errors", text: "Service: login" }],
    },
    {
      type: "message",
      subtype: "channel_join",
      user: "U0MIA0001",
      text: "<@U0MIA0001> has joined",
      ts: `${nine + 10}.000001`,
    },
    {
      type: "message",
      user: "U0MIA0001",
      ts: `${nine + 60}.000339`,
      thread_ts: `${nine + 60}.000339`,
      text: "<@U0JON0002> broke <https://example.org/pull/7|#7> &amp; <#C0LOGIN01|logins>, <!here> see <https://example.org/>",
      edited: { ts: `${nine + 90}.000000` },
      reactions: [{ name: "pushpin", count: 1 }],
    },
    { type: "message", user: "U0JON0002", ts: `${nine + 90}.000001`, thread_ts: `${nine + 60}.000339`, text: "on it" },
    { type: "message", user: "U0JON0002", ts: `${nine + 90}.000001`, thread_ts: `${nine + 60}.000339`, text: "on it" },
    { type: "message", user: "U0NEW0003", ts: `${nine + 120}.000001`, text: "retro <!date^1741770000^{date}|Mar 12>" },
    {
      type: "message",
      subtype: "tombstone",
      text: "This message was deleted.",
      user: "USLACKBOT",
      ts: `${nine + 130}.000001`,
    },
    {
      type: "message",
      bot_id: "B0CI00001",
      ts: `${nine + 140}.000001`,
      text: "",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "Deployed v7" } }],
    },
  ]);

  it("gives messages at their timestamps, with people, links and channels by name", () => {
    const read = imported(day, { with: [{ name: "users.json", text: users }] });
    expect(told(read)).toEqual([
      "2025-03-10T09:00:00Z Pager: Triggered #77: login errors Service: login",
      "2025-03-10T09:01:00Z mia: @Jon Roe broke #7 & #logins, @here see https://example.org/",
      "2025-03-10T09:01:30Z Jon Roe: on it",
      "2025-03-10T09:02:00Z U0NEW0003: retro Mar 12",
      "2025-03-10T09:02:20Z -: Deployed v7",
    ]);
    expect(marks(read)).toEqual(["alert", "message edited marked", "message answer", "message", "alert"]);
    expect(unread(read)).toEqual([
      "16: somebody joined the channel",
      expect.stringMatching(/^\d+: the message was deleted$/),
    ]);
  });

  it("shows the texts of blocks as deep as Slack builds them", () => {
    const nested = (depth: number): object =>
      depth === 0
        ? { text: "deep" }
        : depth % 2 === 0
          ? { elements: [nested(depth - 1)] }
          : { fields: [nested(depth - 1)] };
    const shown = (depth: number) => told(imported(json([{ ts: `${nine}.000001`, blocks: [nested(depth)] }])));
    expect(shown(5)).toEqual(["2025-03-10T09:00:00Z -: deep"]);
    expect(shown(6)).toEqual([]);
  });

  it("gives addresses of messages where workspace and channel are known", () => {
    const channels = {
      name: "channels.json",
      text: json([
        { id: "C0LOGIN01", name: "inc-7" },
        { id: "C0OTHER01", name: "general" },
      ]),
    };
    const read = imported(day, { with: [channels], name: "inc-7/2025-03-10.json", known: { workspace: "acme" } });
    expect(read.events.map(({ url }) => url).slice(1, 3)).toEqual([
      "https://acme.slack.com/archives/C0LOGIN01/p1741597260000339",
      "https://acme.slack.com/archives/C0LOGIN01/p1741597290000001?thread_ts=1741597260.000339&cid=C0LOGIN01",
    ]);
    expect(imported(day, { with: [channels] }).events[1]?.url).toBeNull();
  });

  it("is read newest first as the API answers, and says that there is more", () => {
    const messages = [
      { type: "message", user: "U0JON0002", ts: `${nine + 60}.000001`, text: "second" },
      {
        type: "message",
        user: "U0JON0002",
        ts: `${nine}.000001`,
        text: "first",
        user_profile: { real_name: "Jon Roe" },
      },
    ];
    const read = imported(json({ ok: true, messages, has_more: true }));
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z Jon Roe: first", "2025-03-10T09:01:00Z Jon Roe: second"]);
    expect(read.remarks).toEqual(["This is one page of several: ask for the next with `cursor`."]);
  });
});

describe("text copied from Slack", () => {
  it("gives each message its own time, the half of the day of the one before it where it shows none", () => {
    const text = [
      "Pager",
      "APP  9:58 AM",
      "#77: login errors",
      "Service: login",
      "",
      "mia",
      "mia",
      "  11:06 AM",
      "ack, looking ",
      "@Jon Roe",
      " can you check? (edited) ",
      ":eyes:",
      "2",
      "",
      "12:12",
      "It is the cache",
      "3 replies",
      "Last reply 2 days agoView thread",
      "",
      "Jon Roe",
      ":palm_tree:  1:25 PM",
      "flushed at 1:20",
      "graph.png",
      "New",
      "2:01",
      "done",
    ].join("\n");
    const read = imported(text);
    expect(told(read)).toEqual([
      "2025-03-10T08:58:00Z Pager: #77: login errors Service: login",
      "2025-03-10T10:06:00Z mia: ack, looking @Jon Roe can you check?",
      "2025-03-10T11:12:00Z mia: It is the cache",
      "2025-03-10T12:25:00Z Jon Roe: flushed at 1:20",
      "2025-03-10T13:01:00Z Jon Roe: done",
    ]);
    expect(marks(read)).toEqual(["alert", "message edited", "message", "message", "message"]);
    expect(read.unread).toEqual([]);
  });

  it("is read on a clock of 24 hours, and past midnight", () => {
    const text = "mia\n  23:50\ndown\n23:58\nstill down\njon\n  00:10\nup\n00:20\nfine\n";
    expect(told(imported(text))).toEqual([
      "2025-03-10T22:50:00Z mia: down",
      "2025-03-10T22:58:00Z mia: still down",
      "2025-03-10T23:10:00Z jon: up",
      "2025-03-10T23:20:00Z jon: fine",
    ]);
    const twelve = "mia\n  11:50 PM\ndown\n11:58\nstill down\n12:03\nup\njon\n  12:10 AM\nfine\n";
    expect(told(imported(twelve))).toEqual([
      "2025-03-10T22:50:00Z mia: down",
      "2025-03-10T22:58:00Z mia: still down",
      "2025-03-10T23:03:00Z mia: up",
      "2025-03-10T23:10:00Z jon: fine",
    ]);
  });

  it("goes on into the second of two hours where a clock is set back, and says so", () => {
    const text = "mia\n  02:10\ndown\n02:50\nrestarted\n02:20\nup\n03:10\nall clear\n";
    const read = imported(text, { day: "2025-10-26", today: "2025-10-27" });
    expect(told(read)).toEqual([
      "2025-10-26T00:10:00Z mia: down",
      "2025-10-26T00:50:00Z mia: restarted",
      "2025-10-26T01:20:00Z mia: up",
      "2025-10-26T02:10:00Z mia: all clear",
    ]);
    expect(read.remarks.join()).toMatch(/^On 2025-10-26 the clock was set back/);
    const newestFirst = "time,what\n2025-10-26 03:10,clear\n2025-10-26 02:20,up\n2025-10-26 01:50,down\n";
    expect(told(imported(newestFirst))).toEqual([
      "2025-10-25T23:50:00Z -: down",
      "2025-10-26T00:20:00Z -: up",
      "2025-10-26T02:10:00Z -: clear",
    ]);
  });

  it("is read from a thread, with days but no year", () => {
    const text = [
      "Thread",
      "inc-7",
      "",
      "mia",
      "  Mar 10th at 11:50 PM",
      "down",
      "12:05",
      "still",
      "Also sent to the channel",
      "",
      "Jon Roe",
      "  Yesterday at 9:41 AM",
      "adding this",
      "mia",
      "  Wednesday at 8:00 AM",
      "thanks",
    ].join("\n");
    const read = imported(text, { today: "2025-03-12" });
    expect(told(read)).toEqual([
      "2025-03-10T22:50:00Z mia: down",
      "2025-03-10T23:05:00Z mia: still",
      "2025-03-11T08:41:00Z Jon Roe: adding this",
      "2025-03-12T07:00:00Z mia: thanks",
    ]);
    expect(unread(read)).toEqual(["1: it stands above the first message", "2: it stands above the first message"]);
  });

  it("counts no yesterday from a day that is not known", () => {
    const text = "mia\n  Mar 10th at 9:00 AM\ndown\njon\n  Yesterday at 9:41 AM\nadding this\n";
    const read = imported(text, { today: "2026-11-29" });
    expect(told(read)).toEqual(["2025-03-10T08:00:00Z mia: down"]);
    expect(unread(read)).toEqual(["5: it counts from the day of copying, which is not known"]);
  });

  it("has no day of its own, and gets none that nobody states", () => {
    const text = "mia\n  3:06 PM\nack, looking\n3:12\nIt is the cache\n";
    expect(told(imported(text, { day: "2025-03-10" }))).toEqual([
      "2025-03-10T14:06:00Z mia: ack, looking",
      "2025-03-10T14:12:00Z mia: It is the cache",
    ]);
    const read = imported(text, { day: null });
    expect(told(read)).toEqual([]);
    expect(unread(read)).toEqual([
      "2: it tells no day, and neither does the note",
      "4: it tells no day, and neither does the note",
    ]);
  });

  it("lies in no year to come where it states none", () => {
    const read = imported("mia\n  Mar 10th at 3:12 PM\ndown\n", { day: null, today: "2026-11-29" });
    expect(told(read)).toEqual(["2026-03-10T14:12:00Z mia: down"]);
  });

  it("counts no yesterday that lies before what stands above it", () => {
    const text = "mia\n  Mar 10th at 9:00 AM\ndown\njon\n  Yesterday at 9:41 AM\nadding this\n";
    expect(unread(imported(text, { today: "2025-03-10" }))).toEqual([
      "5: it counts from the day of copying, which is not known",
    ]);
  });

  it("is read from the client of old", () => {
    const text = "mia [3:06 PM]\nack, looking\n[3:12]\nIt is the cache\njon [3:25 PM]\nflushed\n";
    expect(told(imported(text))).toEqual([
      "2025-03-10T14:06:00Z mia: ack, looking",
      "2025-03-10T14:12:00Z mia: It is the cache",
      "2025-03-10T14:25:00Z jon: flushed",
    ]);
  });

  it("has exact times in the HTML of the paste, where each is a link", () => {
    const link = (seconds: number, label: string) =>
      `<a class="c-link c-timestamp" href="https://acme.slack.com/archives/C0LOGIN01/p${seconds}000339"><span>${label}</span></a>`;
    const html = [
      '<meta charset="utf-8"><div><span class="c-message__sender"><button>mia</button></span>&nbsp;&nbsp;',
      `${link(nine, "10:00 AM")}<div class="p-rich_text_section">ack &amp; <b>looking</b></div></div>`,
      `<div>${link(nine + 60, "10:01")}<div>It is the <a href="https://acme.slack.com/archives/C0LOGIN01/p${nine}000339">cache</a></div></div>`,
      `<div><span class="c-message__sender">Jon Roe</span></div><div>${link(nine + 120, "10:02")}</div><p>flushed</p>`,
      "<script>alert(1)</script>",
    ].join("");
    const read = imported("mia\n  10:00 AM\nack\n", { html, zone: "Asia/Tokyo" });
    expect(told(read)).toEqual([
      "2025-03-10T09:00:00Z mia: ack & looking",
      "2025-03-10T09:01:00Z mia: It is the cache",
      "2025-03-10T09:02:00Z Jon Roe: flushed",
    ]);
    expect(read.events.map(({ url }) => url)[1]).toBe("https://acme.slack.com/archives/C0LOGIN01/p1741597260000339");
  });

  it("is a time even where only the addresses of messages are left", () => {
    const text = [
      `https://acme.slack.com/archives/C0LOGIN01/p${nine}000339`,
      `- cache flushed: https://acme.slack.com/archives/C0LOGIN01/p${nine + 60}000339?thread_ts=${nine}.000339&cid=C0LOGIN01`,
      `https://teams.microsoft.com/l/message/19:abc@thread.v2/${nine + 120}000?tenantId=1`,
    ].join("\n");
    const read = imported(text);
    expect(told(read)).toEqual([
      "2025-03-10T09:00:00Z -: Message in Slack",
      "2025-03-10T09:01:00Z -: cache flushed",
      "2025-03-10T09:02:00Z -: Message in Teams",
    ]);
    expect(marks(read)[1]).toBe("message marked answer");
  });
});

describe("Microsoft Teams", () => {
  it("gives messages that were copied before it dropped their times", () => {
    const text = [
      "[10:00 AM] Lindt, Mia",
      "down",
      "since the release",
      "[3:06 PM] Jon Roe",
      "flushed",
      "[11/03/2025 08:42] Lindt, Mia",
      "still fine",
      "[Yesterday 9:41 AM] Jon Roe",
      "closing",
    ].join("\n");
    expect(told(imported(text, { today: "2025-03-13" }))).toEqual([
      "2025-03-10T09:00:00Z Mia Lindt: down since the release",
      "2025-03-10T14:06:00Z Jon Roe: flushed",
      "2025-03-11T07:42:00Z Mia Lindt: still fine",
      "2025-03-12T08:41:00Z Jon Roe: closing",
    ]);
  });

  it("says that it copies no times any more", () => {
    expect(imported("down\nflushed\n").failed).toEqual([expect.stringMatching(/^-: holds no times\. Microsoft Teams/)]);
    expect(imported("down\nflushed\n", { tool: "teams" })).toMatchObject({ events: [], unread: [{ line: 1 }] });
  });

  it("gives messages of Microsoft Graph, without those about the chat", () => {
    const message = (time: string, content: string, more = {}) => ({
      id: String(Date.parse(time)),
      messageType: "message",
      createdDateTime: time,
      lastEditedDateTime: null,
      from: { user: { displayName: "Mia Lindt" } },
      body: { contentType: "html", content },
      ...more,
    });
    const read = imported(
      json({
        value: [
          message("2025-03-10T09:40:00.5Z", "<p>flushed &#127881;</p>", { lastEditedDateTime: "2025-03-10T09:41:00Z" }),
          message("2025-03-10T09:05:00Z", '<div><at id="0">Jon</at>&nbsp;look<br>please</div>'),
          message("2025-03-10T09:04:00Z", "<systemEventMessage/>", { messageType: "systemEventMessage", from: null }),
        ],
      }),
    );
    expect(told(read)).toEqual([
      "2025-03-10T09:05:00Z Mia Lindt: @Jon look please",
      "2025-03-10T09:40:00.500Z Mia Lindt: flushed 🎉",
    ]);
    expect(marks(read)).toEqual(["message", "message edited"]);
    expect(read.unread).toHaveLength(1);
  });
});

describe("Discord", () => {
  it("gives copied messages; lines of the same person without a time belong to the one above", () => {
    const text = "mia — Today at 3:06 PM\ndown\nsince the release\nJon Roe — 03/11/2025 9:41 AM\nflushed (edited)\n";
    const read = imported(text, { today: "2025-03-10" });
    expect(told(read)).toEqual([
      "2025-03-10T14:06:00Z mia: down since the release",
      "2025-03-11T08:41:00Z Jon Roe: flushed",
    ]);
    expect(marks(read)).toEqual(["message", "message edited"]);
  });

  it("counts from the day of the note when that of copying is long past it, and says so", () => {
    const read = imported("mia — Today at 3:06 PM\ndown\n", { today: "2026-11-29" });
    expect(told(read)).toEqual(["2025-03-10T14:06:00Z mia: down"]);
    expect(read.remarks).toEqual(['"Today" is taken for 2025-03-10, the day of the incident.']);
  });

  it("counts neither today nor yesterday from a day that may be either", () => {
    const read = imported("mia — Yesterday at 11:50 PM\ndown\nmia — Today at 12:06 AM\nup\n", { today: "2026-11-29" });
    expect(told(read)).toEqual([]);
    expect(unread(read)).toEqual([
      "1: it counts from the day of copying, which is not known",
      "3: it counts from the day of copying, which is not known",
    ]);
  });

  it("gives what DiscordChatExporter wrote, in each of its formats", () => {
    const message = {
      id: "1",
      type: "Default",
      timestamp: "2025-03-10T10:00:00.339+01:00",
      timestampEdited: null,
      isPinned: true,
      content: "down",
      author: { name: "mia", nickname: "Mia Lindt", isBot: false },
    };
    const joined = { ...message, id: "2", type: "GuildMemberJoin" };
    const fromJson = imported(json({ guild: { id: "1" }, channel: { id: "2" }, messages: [message, joined] }));
    expect(told(fromJson)).toEqual(["2025-03-10T09:00:00.339Z Mia Lindt: down"]);
    expect(marks(fromJson)).toEqual(["message marked"]);
    expect(fromJson.unread).toHaveLength(1);

    const csv =
      'AuthorID,Author,Date,Content,Attachments,Reactions\n1,mia,2025-03-10T10:00:00.3390000+01:00,"down, all",,\n1,mia,2025-03-10T10:01:00.0000000+01:00,,https://example.org/a.png,\n';
    expect(told(imported(csv))).toEqual([
      "2025-03-10T09:00:00.339Z mia: down, all",
      "2025-03-10T09:01:00Z mia: Attachment: https://example.org/a.png",
    ]);

    const rule = "=".repeat(62);
    const text = [
      rule,
      "Guild: Acme",
      "Channel: Ops / inc-7",
      rule,
      "",
      "[3/10/2025 10:00 AM] mia (pinned)",
      "down",
      "",
      "[3/10/2025 10:40 AM] jon",
      "flushed",
      "",
      rule,
      "Exported 2 message(s)",
      rule,
    ].join("\n");
    const read = imported(text);
    expect(told(read)).toEqual(["2025-03-10T09:00:00Z mia: down", "2025-03-10T09:40:00Z jon: flushed"]);
    expect(marks(read)).toEqual(["message marked", "message"]);
  });
});
