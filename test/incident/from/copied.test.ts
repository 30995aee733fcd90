import { describe, expect, it } from "vitest";
import { imported, marks, told, unread } from "./reading";

/** 2025-03-10T09:00:00Z */
const nine = 1741597200;

/** What a line within a message becomes: the words of the message, and what of it was not taken. */
function within(line: string): readonly string[] {
  const read = imported(`mia\n  10:00 AM\ndown\n${line}\nstill\n`);
  const words = told(read).map((each) => each.replace("2025-03-10T09:00:00Z mia: ", ""));
  return [...words, ...unread(read)];
}

describe("a line of what was copied from Slack", () => {
  it.each([
    "New",
    "Thread",
    "Also sent to the channel",
    "Also sent as direct message",
    "View thread",
    "View message",
    "Show more",
    "Collapse",
    "Last reply 2 days agoView thread",
    "Saved for later • Due tomorrow",
    "Pinned by Jon Roe",
    "Replied to a thread: logins fail",
    "1 reply",
    "3 replies",
    "3 replies Last reply today",
    "12",
    "+1",
    ":eyes:",
    ":+1:",
    "graph.png",
    "dump of (all) logins-1.tar.gz.zip",
    "clip.MP4",
  ])("is nothing that anybody said: %s", (line) => {
    expect(within(line)).toEqual(["down still"]);
  });

  it.each([
    "New York",
    "the last reply Last reply",
    "three replies",
    "3 replicas",
    "12345",
    "+one",
    "+",
    ":eyes: looking",
    "graph.png of logins",
    "graph.exe",
    "joint work",
    "leftover",
    "it joined",
  ])("is what somebody said: %s", (line) => {
    expect(within(line)).toEqual([`down ${line} still`]);
  });

  it.each([
    "was added to #inc-7 by Jon",
    "joined #inc-7",
    "joined",
    "left #inc-7",
    "has joined the channel",
    "has left the channel",
    "set the channel topic: logins",
    "renamed the channel from a to b",
    "pinned a message to this channel.",
    "archived the channel",
  ])("is about the channel: %s", (line) => {
    expect(within(line)).toEqual(["down still", "4: it is about the channel, not the incident"]);
  });

  it("is about the channel only as far as one line of it is", () => {
    expect(within(`joined ${"x".repeat(212)}`)).toHaveLength(2);
    expect(within(`joined ${"x".repeat(213)}`)).toHaveLength(1);
  });
});

describe("the beginning of a message copied from Slack", () => {
  it.each([
    ["mia\n  10:00 AM\ndown\n", "mia: down"],
    ["mia\n\t10:00\ndown\n", "mia: down"],
    ["mia\n:palm_tree:  10:00 AM\ndown\n", "mia: down"],
    ["mia\nToday at 10:00 AM\ndown\n", "mia: down"],
    ["mia\nMar 10th at 10:00 AM\ndown\n", "mia: down"],
    ["mia\nMarch 10th, 2025 at 10:00 AM\ndown\n", "mia: down"],
    ["Pager\nAPP  10:00 AM\ndown\n", "Pager: down"],
    ["Pager\nAPP10:00 AM\ndown\n", "Pager: down"],
    ["Pager APP  10:00 AM\ndown\n", "Pager: down"],
    ["mia  10:00 AM\ndown\n", "mia: down"],
    ["mia Lindt  Today at 10:00 AM\ndown\n", "mia Lindt: down"],
    ["mia [10:00 AM]\ndown\n", "mia: down"],
    ["mia  [10:00]\n\n\ndown\n", "mia: down"],
    ["mia\nmia\n  10:00 AM\ndown\n", "mia: down"],
    [`${"m".repeat(79)}\n  10:00 AM\ndown\n`, `${"m".repeat(79)}: down`],
  ])("is a name and a time: %j", (text, expected) => {
    const read = imported(text, { today: "2025-03-10" });
    expect([read.format, ...told(read)]).toEqual(["copied from Slack", `2025-03-10T09:00:00Z ${expected}`]);
    expect(read.unread).toEqual([]);
    expect(marks(read)).toEqual([expected.startsWith("Pager") ? "alert" : "message"]);
  });

  it.each([
    ["mia\n10:00\ndown\n"],
    ["  10:00 AM\ndown\n"],
    [`${"m".repeat(80)}\n  10:00 AM\ndown\n`],
    ["mia [10:00]\n"],
    ["mia [10:00]\n  \n\t\n"],
    ["mia at 10:00 AM\ndown\n"],
    ["x10:00\ndown\n"],
  ])("is none: %j", (text) => {
    expect(imported(text).format).not.toBe("copied from Slack");
  });

  it.each([
    ["mia  10:00 AM\ndown\n\n  10:05 AM\nagain\n", ["mia: down 10:05 AM again"]],
    [`mia  10:00 AM\ndown\n${"m".repeat(80)}\n  10:00 AM\nup\n`, ["mia: down", `${"m".repeat(80)}: up`]],
    [`mia  10:00 AM\ndown\n${"m".repeat(81)}\n  10:05 AM\nup\n`, [`mia: down ${"m".repeat(81)} 10:05 AM up`]],
    ["mia  10:00 AM\ndown\nmia\n\nmia\n  10:00 AM\nup\n", ["mia: down mia", "mia: up"]],
    ["mia  10:00 AM\ndown\nmia\n  10:00 AM\n  10:00 AM\nup\n", ["mia: down", "mia: 10:00 AM up"]],
  ])("needs a name: %j", (text, expected) => {
    expect(told(imported(text))).toEqual(expected.map((each) => `2025-03-10T09:00:00Z ${each}`));
  });

  it("gives one of the same person the half of the day that goes on", () => {
    const read = imported("mia  [11:50 AM]\ndown\n[12:10]\nstill\n[1:05]\nup\n");
    expect(told(read)).toEqual([
      "2025-03-10T10:50:00Z mia: down",
      "2025-03-10T11:10:00Z mia: still",
      "2025-03-10T12:05:00Z mia: up",
    ]);
  });

  it.each([
    ["Today at 11:50 PM", "2025-03-10", "2025-03-10T22:50:00Z", "2025-03-10T23:05:00Z"],
    ["Yesterday at 11:50 PM", "2025-03-11", "2025-03-10T22:50:00Z", "2025-03-10T23:05:00Z"],
    ["Sunday at 11:50 PM", "2025-03-17", "2025-03-16T22:50:00Z", "2025-03-16T23:05:00Z"],
    ["Feb 28th at 11:50 PM", "2025-03-11", "2025-02-28T22:50:00Z", "2025-02-28T23:05:00Z"],
    ["Dec 31st, 2024 at 11:50 PM", "2025-03-11", "2024-12-31T22:50:00Z", "2024-12-31T23:05:00Z"],
    ["Feb 28th, 2024 at 11:50 PM", "2025-03-11", "2024-02-28T22:50:00Z", "2024-02-28T23:05:00Z"],
  ])("goes on into the next day: %s", (time, today, first, second) => {
    const read = imported(`mia\n  ${time}\ndown\n12:05\nup\n`, { today });
    expect(told(read)).toEqual([`${first} mia: down`, `${second} mia: up`]);
  });
});

describe("the HTML of a paste from Slack", () => {
  const link = (seconds: number, label: string, query = ""): string =>
    `<a href="https://acme.slack.com/archives/C0LOGIN01/p${seconds}000339${query}">${label}</a>`;
  const read = (html: string) => imported("x", { html });

  it("has the sender before the time, in the same line or the one above", () => {
    const messages = read(
      [
        `<div>mia :palm_tree: ${link(nine, "10:00 AM")}</div><div>down</div>`,
        `<div>Pager APP ${link(nine + 60, "10:01")}</div><p>fires</p>`,
        `<div>jon</div><div>jon</div><div>${link(nine + 120, "Today at 10:02")}</div><p>on it</p>`,
        `<div>${link(nine + 180, "10:03")}</div><p>looking</p>`,
        `<div>${link(nine + 240, "10:04", `?thread_ts=${nine}.000339&amp;cid=C0LOGIN01`)}</div><p>found</p>`,
      ].join(""),
    );
    expect(told(messages)).toEqual([
      "2025-03-10T09:00:00Z mia: down",
      "2025-03-10T09:01:00Z Pager: fires",
      "2025-03-10T09:02:00Z jon: on it",
      "2025-03-10T09:03:00Z jon: looking",
      "2025-03-10T09:04:00Z jon: found",
    ]);
    expect(marks(messages)).toEqual(["message", "alert", "message", "message", "message"]);
    expect(messages.events.map(({ url }) => url?.slice(-30))).toEqual([
      "hives/C0LOGIN01/p1741597200000339".slice(-30),
      "hives/C0LOGIN01/p1741597260000339".slice(-30),
      "hives/C0LOGIN01/p1741597320000339".slice(-30),
      "hives/C0LOGIN01/p1741597380000339".slice(-30),
      "741597200.000339&cid=C0LOGIN01",
    ]);
  });

  it("has links in what is said, which begin nothing", () => {
    const other = '<a href="https://example.org/10:00">at 10:00</a>';
    const long = link(nine + 60, `the message of ${"x".repeat(30)} at 10:01`);
    const messages = read(
      `<div>mia ${link(nine, "10:00 AM")}</div><div>see ${other} and ${link(nine, "this")} and ${long}</div>`,
    );
    expect(told(messages)).toEqual([
      `2025-03-10T09:00:00Z mia: see at 10:00 and this and the message of ${"x".repeat(30)} at 10:01`,
    ]);
  });

  it("has emoji as pictures, and furniture as elsewhere", () => {
    const messages = read(
      `<div>mia ${link(nine, "10:00 AM")}</div><div>down <img data-stringify-text=":fire:" alt="fire"> now</div><div>2 replies</div>`,
    );
    expect(told(messages)).toEqual(["2025-03-10T09:00:00Z mia: down :fire: now"]);
  });

  it("is nothing without a link that is a time; then the text counts", () => {
    const text = "mia\n  10:00 AM\ndown\n";
    expect(told(imported(text, { html: `<p>${link(nine + 3600, "thread")}</p>` }))).toEqual([
      "2025-03-10T09:00:00Z mia: down",
    ]);
  });
});
