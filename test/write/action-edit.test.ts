import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionItem } from "../../src/incident";
import { findSections, readActions, writableTicket } from "../../src/incident";
import { defaultSettings } from "../../src/settings";
import { applyEdits } from "../../src/base";
import type { Note } from "../../src/note";
import { parseNote } from "../../src/note";
import type { Edit } from "../../src/base";
import { findAgain, postponed, setDue, setOwner, setPriority, setState, setTicket } from "../../src/write/edit";

const heading = "## Action Items\n\n";

function read(text: string): { note: Note; items: readonly ActionItem[] } {
  const note = parseNote(text, "Incident.md");
  return { note, items: readActions(note, findSections(note, defaultSettings), defaultSettings) };
}

/** What becomes of a line; null when it cannot be edited. */
function changed(line: string, edits: (note: Note, item: ActionItem) => readonly Edit[] | null): string | null {
  const { note, items } = read(heading + line);
  const [item] = items;
  const made = item && edits(note, item);
  return made ? (applyEdits(note.text, made)?.slice(heading.length) ?? null) : null;
}

const done = (line: string): string | null =>
  changed(line, (note, item) => setState(note, item, { state: "done", day: "2024-05-10" }, defaultSettings));
const open = (line: string): string | null =>
  changed(line, (note, item) => setState(note, item, { state: "open", day: "2024-05-10" }, defaultSettings));
const cancelled = (line: string): string | null =>
  changed(line, (note, item) => setState(note, item, { state: "cancelled", day: "2024-05-10" }, defaultSettings));
const due = (line: string): string | null => changed(line, (note, item) => setDue(note, item, "2024-06-01"));
const owner = (line: string, name = "[[Eve]]"): string | null =>
  changed(line, (note, item) => setOwner(note, item, name));

describe("setState", () => {
  it.each([
    ["- [ ] Add an alert", "- [x] Add an alert ✅ 2024-05-10"],
    [
      "  * [/]  Add  an alert  [[Ada]] 📅 2024-05-01  #ops",
      "  * [x]  Add  an alert  [[Ada]] 📅 2024-05-01  #ops ✅ 2024-05-10",
    ],
    ["1. [ ] Add an alert ^a1\r\n   more", "1. [x] Add an alert ✅ 2024-05-10 ^a1\r\n   more"],
    ["- [ ] Add an alert [due:: 2024-05-01]", "- [x] Add an alert [due:: 2024-05-01] [completion:: 2024-05-10]"],
    ["- [ ] Add an alert (due:: 2024-05-01)", "- [x] Add an alert (due:: 2024-05-01) (completion:: 2024-05-10)"],
    ["- [ ] Add an alert ✅ 2024-05-02", "- [x] Add an alert ✅ 2024-05-10"],
    ["- [-] Add an alert ❌ 2024-05-02", "- [x] Add an alert ✅ 2024-05-10"],
    ["- [X] Add an alert", "- [X] Add an alert"],
  ])("ticks %j", (before, after) => {
    expect(done(before)).toBe(after);
  });

  it("opens again and gives up", () => {
    expect(open("- [x] Add an alert 📅 2024-05-01 ✅ 2024-05-10 #ops")).toBe("- [ ] Add an alert 📅 2024-05-01 #ops");
    expect(open("- [x] Add an alert [completion:: 2024-05-10]")).toBe("- [ ] Add an alert");
    expect(open("- [/] Add an alert")).toBe("- [/] Add an alert");
    expect(cancelled("- [ ] Add an alert")).toBe("- [-] Add an alert ❌ 2024-05-10");
  });

  it("leaves recurring tasks and table rows to a person", () => {
    expect(done("- [ ] Drill 🔁 every month")).toBeNull();
    const row = "| Action | Owner |\n|---|---|\n| Drill | Ada |";
    expect(done(row)).toBeNull();
    expect(due(row)).toBeNull();
    expect(changed(row, (note, item) => setPriority(note, item, "high"))).toBeNull();
  });
});

describe("setDue", () => {
  it.each([
    ["- [ ] Add an alert", "- [ ] Add an alert 📅 2024-06-01"],
    ["- [ ] Add an alert 📅 2024-05-01 ⏫", "- [ ] Add an alert 📅 2024-06-01 ⏫"],
    ["- [ ] Add an alert [due:: [[2024-05-01]]]", "- [ ] Add an alert [due:: [[2024-06-01]]]"],
    ["- [ ] Add an alert (due 2024-05-01) soon", "- [ ] Add an alert (due 2024-06-01) soon"],
    ["- [ ] Add an alert (due May 1, 2024) soon", "- [ ] Add an alert 📅 2024-06-01 soon"],
    ["- [ ] Add an alert, owner: Ada, due 1 May 2024", "- [ ] Add an alert, owner: Ada, 📅 2024-06-01"],
    ["- [ ] Add an alert 📅 soon ^a1", "- [ ] Add an alert 📅 2024-06-01 ^a1"],
    ["- [ ] Add an alert [due:: soon] [[Ada]]", "- [ ] Add an alert [due:: 2024-06-01] [[Ada]]"],
    ["- [ ] Add an alert [created:: 2024-05-01]", "- [ ] Add an alert [created:: 2024-05-01] [due:: 2024-06-01]"],
    ["- [ ] Add an alert 📅 2024-06-01", "- [ ] Add an alert 📅 2024-06-01"],
  ])("%j", (before, after) => {
    expect(due(before)).toBe(after);
  });
});

describe("setDue, without a day", () => {
  it.each([
    ["- [ ] Add an alert 📅 2024-05-01 ⏫ ^a1", "- [ ] Add an alert ⏫ ^a1"],
    ["- [ ] Add an alert (due 2024-05-01) soon", "- [ ] Add an alert soon"],
    ["- [ ] Add an alert (due May 1, 2024) soon", "- [ ] Add an alert soon"],
    ["- [ ] Add an alert [due:: soon]", "- [ ] Add an alert"],
    ["- [ ] Add an alert", "- [ ] Add an alert"],
  ])("%j", (before, after) => {
    expect(changed(before, (note, item) => setDue(note, item, null))).toBe(after);
  });
});

describe("setPriority", () => {
  it.each([
    ["- [ ] Add an alert", "low", "- [ ] Add an alert 🔽"],
    ["- [ ] Add an alert [[Ada]] 📅 2024-05-01 ^a1", "high", "- [ ] Add an alert [[Ada]] ⏫ 📅 2024-05-01 ^a1"],
    ["- [ ] Add an alert ⏫ 📅 2024-05-01", "lowest", "- [ ] Add an alert ⏬ 📅 2024-05-01"],
    ["- [ ] Add an alert [due:: 2024-05-01]", "high", "- [ ] Add an alert [priority:: high] [due:: 2024-05-01]"],
    ["- [ ] Add an alert [priority:: urgent]", "medium", "- [ ] Add an alert [priority:: medium]"],
    ["- [ ] Add an alert [P3] now", "highest", "- [ ] Add an alert [P0] now"],
    ["- [ ] Add an alert (P3)", null, "- [ ] Add an alert"],
    ["- [ ] Add an alert ⏫ 📅 2024-05-01", null, "- [ ] Add an alert 📅 2024-05-01"],
    ["- [ ] Add an alert [priority:: high]", null, "- [ ] Add an alert"],
    ["- [ ] Add an alert", null, "- [ ] Add an alert"],
  ] as const)("%j as %j", (before, priority, after) => {
    expect(changed(before, (note, item) => setPriority(note, item, priority))).toBe(after);
    expect(read(heading + after).items.map((item) => item.priority)).toEqual([priority]);
  });
});

describe("setTicket", () => {
  it.each([
    ["- [ ] Add an alert 📅 2024-05-01", "OPS-7", "- [ ] Add an alert [ticket:: OPS-7] 📅 2024-05-01"],
    ["- [ ] Add an alert [jira:: OPS-6]", "OPS-7", "- [ ] Add an alert [jira:: OPS-7]"],
    ["- [ ] See #6", "acme/shop#7", "- [ ] See #6 [ticket:: acme/shop#7]"],
    [
      "- [ ] Add an alert",
      " https://x.example/a[b]?c=(d) ",
      "- [ ] Add an alert [ticket:: https://x.example/a%5Bb%5D?c=(d)]",
    ],
  ])("%j as %j", (before, named, after) => {
    const ticket = writableTicket(named) ?? "";
    expect(changed(before, (note, item) => setTicket(note, item, ticket))).toBe(after);
    expect(read(heading + after).items[0]?.ticket).toBe(ticket);
  });

  it("is an address or an id, and nothing that would be read as something else", () => {
    for (const other of [
      "",
      "soon",
      "javascript:alert(1)",
      "https://x.example",
      "a b",
      "OPS-7 ^a1",
      "https://x.example/a b\nc",
    ])
      expect(writableTicket(other)).toBeNull();
  });
});

describe("postponed", () => {
  it("counts from the due date, or from today where that is over", () => {
    const by = (due: string | null): readonly string[] =>
      (["day", "week", "monday"] as const).map((how) => postponed(due, how, "2024-02-28"));
    expect(by(null)).toEqual(["2024-02-29", "2024-03-06", "2024-03-04"]);
    expect(by("2023-12-31")).toEqual(["2024-02-29", "2024-03-06", "2024-03-04"]);
    expect(by("2024-03-04")).toEqual(["2024-03-05", "2024-03-11", "2024-03-11"]);
  });
});

describe("setOwner", () => {
  it.each([
    ["- [ ] Add an alert", "- [ ] Add an alert [[Eve]]"],
    ["- [ ] Add an alert #ops 📅 2024-05-01 ⏫ ^a1", "- [ ] Add an alert [[Eve]] #ops 📅 2024-05-01 ⏫ ^a1"],
    ["- [ ] Add an alert [[Ada|A.]] 📅 2024-05-01", "- [ ] Add an alert [[Eve]] 📅 2024-05-01"],
    ["- [ ] Add an alert ([[Ada]], @bob and [[Kim]])", "- [ ] Add an alert ([[Eve]])"],
    ["- [ ] [[Ada]]: add an alert", "- [ ] [[Eve]]: add an alert"],
    ["- [ ] Add an alert [owner:: Ada, Bob] now", "- [ ] Add an alert [owner:: [[Eve]]] now"],
    ["- [ ] Add an alert, owner: Ada and Bob", "- [ ] Add an alert, owner: [[Eve]]"],
    ["- [ ] Ask @ada for the logs", "- [ ] Ask @ada for the logs [[Eve]]"],
    ["- [ ] Update [[API Runbook]]", "- [ ] Update [[API Runbook]] [[Eve]]"],
    ["- [ ] Add an alert [[Eve]]", "- [ ] Add an alert [[Eve]]"],
  ])("%j", (before, after) => {
    expect(owner(before)).toBe(after);
  });
});

describe("findAgain", () => {
  it("finds an item whose line has moved, and none whose line has changed or is there twice", () => {
    const { note, items } = read(`${heading}- [ ] One\n- [ ] Two 📅 2024-05-01\n`);
    const two = items[1];
    if (two === undefined) throw new Error("no second item");
    const find = (text: string): string | undefined => {
      const after = read(text);
      return findAgain(note, two, after.items, after.note)?.text;
    };
    expect(find(`# New\n\n${heading}- [x] One\n- [ ] Zero\n- [ ] Two 📅 2024-05-01\n`)).toBe("Two");
    expect(find(`${heading}- [x] Two 📅 2024-05-01\n`)).toBeUndefined();
    expect(find(`${heading}- [ ] Two 📅 2024-05-01\n- [ ] Two 📅 2024-05-01\n`)).toBeUndefined();
    expect(find(note.text)).toBe("Two");
  });
});

describe("every edit", () => {
  it("changes what it is asked to change, and nothing else of the item or the note", () => {
    const part = fc.constantFrom(
      "[[Ada]]",
      "@bob",
      "📅 2024-05-01",
      "⏫",
      "#ops",
      "[type:: prevent]",
      "➕ 2024-04-12",
      "(see `x`)",
      "⏳ 2024-04-30",
      "OPS-12",
    );
    const line = fc
      .tuple(
        fc.constantFrom("- [ ]", "- [x]", "  * [-]"),
        fc.uniqueArray(part, { maxLength: 6 }),
        fc.constantFrom("", " ^a1"),
      )
      .map(([box, parts, id]) => `${box} Add an alert for pools ${parts.join(" ")}`.trimEnd() + id);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.nat(2),
        fc.constantFrom("due", "owner", "state"),
        (lines, at, what) => {
          const { note, items } = read(`${heading}${lines.join("\n")}\n\nAfter.\n`);
          const index = at % items.length;
          const item = items[index];
          if (item === undefined) throw new Error("no item");
          const edits =
            what === "due"
              ? setDue(note, item, "2024-06-01")
              : what === "owner"
                ? setOwner(note, item, "[[Eve]]")
                : setState(
                    note,
                    item,
                    { state: item.state === "done" ? "open" : "done", day: "2024-05-10" },
                    defaultSettings,
                  );
          const text = applyEdits(note.text, edits ?? []) ?? "";
          const now = read(text).items;
          expect(text.split("\n").filter((_, row) => row !== index + 2)).toEqual(
            note.text.split("\n").filter((_, row) => row !== index + 2),
          );
          const told = ({
            text: words,
            owners,
            due: day,
            mark,
            doneOn,
            priority,
            type,
            created,
            scheduled,
            ticket,
            malformed,
          }: ActionItem): object => ({
            words,
            owners,
            due: day?.date,
            mark,
            doneOn: doneOn?.date,
            priority,
            type,
            created: created?.date,
            scheduled: scheduled?.date,
            ticket,
            malformed,
          });
          const wanted =
            what === "due"
              ? { due: "2024-06-01" }
              : what === "owner"
                ? { owners: ["Eve"] }
                : item.state === "done"
                  ? { mark: " ", doneOn: undefined }
                  : { mark: "x", doneOn: "2024-05-10" };
          const [changedItem] = now.slice(index);
          expect(changedItem && told(changedItem)).toMatchObject({ ...told(item), ...wanted });
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });
});
