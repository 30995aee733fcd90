import { describe, expect, it } from "vitest";
import { finish } from "../../../src/base";
import { readTickets } from "../../../src/incident/from";
import { imported, marks, told, unread } from "./reading";

describe("a table", () => {
  it.each([
    ["time,what\n2025-03-10 10:00,x\n", ["-: x"]],
    ["time;what,else\n2025-03-10 10:00;x\n", []],
    ["time;what;else,more\n2025-03-10 10:00;x;y\n", ["-: x"]],
    ['"a;b;c",time,what\n1,2025-03-10 10:00,x\n', ["-: x"]],
    ["time\twhat\n2025-03-10 10:00\tx\n", ["-: x"]],
    ["\n\ntime,what\n2025-03-10 10:00,x\n", []],
    [" time , what \n2025-03-10 10:00,x\n", ["-: x"]],
    ["TIME,What?\n2025-03-10 10:00,x\n", ["-: x"]],
    ["what,time,who\nx,2025-03-10 10:00,Lindt\n", ["Lindt: x"]],
    ["what,time,who\nx,2025-03-10 10:00,\n", ["-: x"]],
    ["what,time,who\nx,2025-03-10 10:00\n", ["-: x"]],
    ["what,date,time,who\nx,2025-03-10,10:00,mia\n", ["mia: x"]],
    ["what,date,time,who\nx,2025-03-09,2025-03-10 10:00,mia\n", ["mia: x"]],
    ["what,created,time\nx,soon,2025-03-10 10:00\n", ["-: x"]],
    ["what,time,date\nx,soon,2025-03-10 10:00\n", ["-: x"]],
    ["time,nothing\n2025-03-10 10:00,x\n", []],
    ["time,what\n", []],
  ])("is read by the names of its columns: %j", (text, expected) => {
    const read = imported(text);
    const isTable = read.format === "table of events";
    expect(isTable ? told(read) : []).toEqual(expected.map((each) => `2025-03-10T09:00:00Z ${each}`));
  });

  it("tells what its rows are called and where they lead", () => {
    const read = imported("id,time,what,link\n7,2025-03-10 10:00,x,https://example.org/7\n,2025-03-10 10:01,y,no\n");
    expect(read.events.map(({ id, url }) => [id, url])).toEqual([
      ["7", "https://example.org/7"],
      ["row 3", null],
    ]);
    expect(marks(read)).toEqual(["message marked", "message marked"]);
    expect(imported("time,what\n\n2025-03-10 10:00,x\n").events[0]?.id).toBe("row 3");
  });

  it("names the line of a row that cannot be read, whatever its cells hold", () => {
    const read = imported('time,what\r\nsoon,"a\r\nb"\r\n,\r\n2025-03-10 10:00,\r\n"","x\ny\rz"\r\nlate,w\r\n');
    expect(unread(read)).toEqual([
      "2: it has no time that can be read",
      "5: it says nothing",
      "6: it has no time that can be read",
      "9: it has no time that can be read",
    ]);
    expect(read.unread.map(({ text }) => text)).toEqual(["soon, a b", "2025-03-10 10:00,", ", x y z", "late, w"]);
  });

  it("is read in steps, and in all of its rows", () => {
    const rows = Array.from({ length: 600 }, (_, index) => `2025-03-10 10:00:00.${String(index).padStart(3, "0")},x`);
    expect(imported(`time,what\n${rows.join("\n")}`).events).toHaveLength(600);
  });

  it("of tickets holds no events", () => {
    const read = imported("Issue key,Summary,Status\nSHOP-1,Cap the cache,Done\n,,Done\n");
    expect([read.format, ...unread(read)]).toEqual([
      "list of tickets",
      '2: "Cap the cache" is a ticket, not an event',
      '3: "" is a ticket, not an event',
    ]);
    expect(read.unread.map(({ text }) => text)).toEqual(["SHOP-1, Cap the cache, Done", "Done"]);
    expect(imported("ID,Team,Title,Status\n1,Shop,Alarm,Done\n").unread[0]?.reason).toContain('"Alarm"');
    expect(imported("ID,Team,Status\n1,Shop,Done\n").format).toBeNull();
  });

  it("whose columns a team names is asked before all others", () => {
    const mapping = { name: "ours", list: "", time: "T", text: "S", person: "", url: "U", id: "I" };
    const known = { mappings: [{ ...mapping, name: "theirs", list: "rows" }, mapping] };
    const read = imported("T,S,I,U,who,time,what\n2025-03-10 10:00,x,7,https://example.org,mia,y,z\n", { known });
    expect([read.format, read.events[0]?.id, read.events[0]?.url, ...told(read)]).toEqual([
      "ours",
      "7",
      "https://example.org",
      "2025-03-10T09:00:00Z mia: x",
    ]);
    expect(imported("T,what\n2025-03-10 10:00,x\n", { known }).format).not.toBe("ours");
    expect(imported("time,S\n2025-03-10 10:00,x\n", { known }).format).not.toBe("ours");
    expect(imported("T (UTC),S\n2025-03-10 09:00,x\n", { known }).events[0]?.time).toBe(Date.UTC(2025, 2, 10, 9));
  });
});

describe("JSON whose keys a team names", () => {
  const mapping = { name: "ours", list: "a.b", time: "t", text: "s", person: "p", url: "u", id: "i" };
  const read = (text: string, more: Partial<typeof mapping> = {}) =>
    imported(text, { known: { mappings: [{ ...mapping, ...more }] } });
  const record = '{"t":"2025-03-10T09:00:00Z","s":"x","p":{"login":"mia"},"u":"https://example.org","i":7}';

  it("tells what they hold", () => {
    const inList = read(`{"a":{"b":[${record},\n{"s":"no time"}]}}`);
    expect([inList.format, ...told(inList), ...unread(inList)]).toEqual([
      "ours",
      "2025-03-10T09:00:00Z mia: x",
      "2: it has no time that can be read",
    ]);
    expect(inList.events.map(({ id, url, marked }) => [id, url, marked])).toEqual([["7", "https://example.org", true]]);
    const alone = read(`[${record}]`, { list: "", person: "", url: "", id: "" });
    expect([...told(alone), alone.events[0]?.id, alone.events[0]?.url]).toEqual([
      "2025-03-10T09:00:00Z -: x",
      "0/0",
      null,
    ]);
  });

  it("is none where no record has a time and a text", () => {
    expect(read('{"a":{"b":[{"t":"2025-03-10T09:00:00Z"}]}}').format).toBeNull();
    expect(read('{"a":{"b":[{"s":"x"}]}}').format).toBeNull();
    expect(read('{"a":{"b":[{"t":"soon","s":"x"}]}}').format).toBeNull();
  });
});

describe("a list of tickets", () => {
  it.each([
    ["[]", "holds no tickets"],
    ["[]\n[]", "holds no tickets"],
    ["[1]", "is no list of tickets"],
    ["{}", "is no list of tickets"],
    ["[]\n{}", "is no list of tickets"],
    ["", "is no list of tickets"],
    ["a,b\n1,2\n", "is no list of tickets"],
    ["Issue key,Summary\nSHOP-1,x\n", "is no list of tickets"],
    ["ID,Team,Title\n1,a,b\n", "is no list of tickets"],
  ])("is not %j", (text, reason) => {
    const read = finish(readTickets({ name: "file", text }));
    expect(read.ok ? "" : read.reason).toContain(reason);
  });

  it.each([
    "Won't do",
    "wont do",
    "Won't Fix",
    "wont fix",
    "Duplicate",
    "Cannot Reproduce",
    "Can't reproduce",
    "Declined",
    "Rejected",
    "Canceled",
    "Cancelled",
    "Not a bug",
    "Incomplete",
    "Abandoned",
    "Obsolete",
  ])("has one that was given up: %s", (resolution) => {
    const text = `Issue key,Summary,Status,Resolution\nSHOP-1,x,Closed,"${resolution}"\n`;
    expect(finish(readTickets({ name: "file", text }))).toMatchObject({
      tickets: [{ state: "cancelled", reason: resolution }],
    });
  });
});
