import { describe, expect, it } from "vitest";
import {
  actionKey,
  isTicketField,
  markOf,
  openActions,
  policyDue,
  priorities,
  readIncident,
  readMarks,
  actionTexts,
  signOfPriority,
  standsSince,
  ticketKey,
  withAncestors,
  writableTicket,
  writtenActions,
} from "../../src/incident";
import type { ActionItem, Incident } from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings, readSettings } from "../../src/settings";
import { libraryOf } from "../vault/library-of";

function incidentOf(items: string): Incident {
  const library = libraryOf({ "A.md": `---\ndate: 2024-04-11\n---\n## Action items\n\n${items}\n` });
  const note = library.note("A.md");
  if (note === null) throw new Error("the note was just added");
  return readIncident(note, library, defaultSettings);
}

function itemOf(line: string): ActionItem {
  const [item] = incidentOf(`- [ ] ${line}`).actions;
  if (item === undefined) throw new Error("no item");
  return item;
}

describe("two names of a ticket", () => {
  it.each([
    ["https://github.com/acme/shop/issues/77", "acme/shop#77"],
    ["https://github.com/acme/shop/pull/77", "acme/shop#77"],
    ["HTTPS://github.com/acme/shop/issues/77", "acme/shop#77"],
    ["http://github.com/Acme/Shop/Issues/77?a=b#c", "acme/shop#77"],
    ["https://gitlab.com/acme/team/shop/-/issues/77", "acme/team/shop#77"],
    ["https://gitlab.com/acme/shop/-/merge_requests/77/diffs", "acme/shop#77"],
    ["https://gitlab.com/acme/shop/-/work_items/77", "acme/shop#77"],
    ["https://git.example/-/issues/77", "-#77"],
    ["https://git.example/issues/77", "https://git.example/issues/77"],
    ["https://github.com/acme/shop/issues/77a", "https://github.com/acme/shop/issues/77a"],
    ["https://github.com/acme/shop/issues", "https://github.com/acme/shop/issues"],
    ["https://jira.example/browse/SHOP-77", "shop-77"],
    ["https://jira.example/browse/shop-77/", "shop-77"],
    ["https://jira.example/a/browse/SHOP_X-77?x", "shop_x-77"],
    ["https://linear.app/acme/issue/SHOP-77/some-words", "shop-77"],
    ["https://youtrack.example/issues/SHOP-77", "shop-77"],
    ["https://jira.example/browse/SHOP-77a", "https://jira.example/browse/shop-77a"],
    ["https://jira.example/browse/7-77", "https://jira.example/browse/7-77"],
    ["https://jira.example/SHOP-77/", "https://jira.example/shop-77"],
    ["https://jira.example/SHOP-77//", "https://jira.example/shop-77"],
    ["https://browse/SHOP-77", "https://browse/shop-77"],
    ["  SHOP-77 ", "shop-77"],
    ["acme/Shop#77", "acme/shop#77"],
    ["#77", "#77"],
    ["", ""],
  ])("%s is known as %s", (ticket, key) => {
    expect(ticketKey(ticket)).toBe(key);
  });
});

describe("a ticket that somebody names", () => {
  it.each([
    ["OPS-7", "OPS-7"],
    [" OPS-7 ", "OPS-7"],
    ["A_B-7", "A_B-7"],
    ["OPS-7 and more", null],
    ["OPS", null],
    ["7", null],
    ["#7", "#7"],
    ["a/b#7", "a/b#7"],
    ["a/#7", null],
    ["a/b", null],
    ["/b#7", null],
    ["a/b#", null],
    ["https://x.example/a", "https://x.example/a"],
    ["https://x.example/a[1]", "https://x.example/a%5B1%5D"],
    ["https://x.example/", null],
    ["https://x.example", null],
    ["https:///a", null],
    ["https://x.example/a b", null],
    ["http//x.example/a", null],
    ["ftp://x.example/a", null],
    ["", null],
  ])("%j is written as %j", (named, written) => {
    expect(writableTicket(named)).toBe(written);
  });

  it.each([
    ["ticket", "x", true],
    ["issue", "x", true],
    ["jira", "x", true],
    ["bug", "x", true],
    ["pr", "x", false],
    ["ticket", "", false],
  ])("is what a field holds: %s:: %s: %s", (key, value, is) => {
    const span = { start: 0, end: 0 };
    expect(isTicketField({ key, value, span, valueSpan: span })).toBe(is);
  });
});

describe("marks", () => {
  it("are those that the settings name first", () => {
    const { settings } = readSettings({ doneMarks: ["d", "x"], cancelledMarks: ["c"] });
    expect((["open", "done", "cancelled"] as const).map((state) => markOf(state, settings))).toEqual([" ", "d", "c"]);
  });

  it("of priorities are read as what they were written for", () => {
    for (const priority of priorities) {
      const text = `- [ ] Fix ${signOfPriority(priority)}`;
      const note = parseNote(text, "A.md");
      expect(readMarks(actionTexts(note)({ start: 6, end: text.length })).priority).toBe(priority);
    }
  });
});

describe("the day by which the team wants an item done", () => {
  const { settings } = readSettings({ followUps: { dueIn: { high: 2, "SEV-1": 5, other: 10 } } });
  const day = (line: string, severity: string | null, date: string | null = "2024-04-11"): string | null =>
    policyDue(itemOf(line), { date, severity }, settings, "2024-06-03");

  it("goes by its priority, else by the severity, else is that of all others", () => {
    expect(day("Fix it ⏫", "SEV-1")).toBe("2024-04-15");
    expect(day("Fix it 🔽", "SEV-1")).toBe("2024-04-18");
    expect(day("Fix it", "SEV-2")).toBe("2024-04-25");
    expect(day("Fix it", null)).toBe("2024-04-25");
    expect(
      policyDue(itemOf("Fix it"), { date: "2024-04-11", severity: null }, defaultSettings, "2024-06-03"),
    ).toBeNull();
  });

  it("counts from when the item was created, else from the incident, else from today", () => {
    expect(day("Fix it ⏫ ➕ 2024-05-02", null)).toBe("2024-05-06");
    expect(day("Fix it ⏫", null, null)).toBe("2024-06-05");
    expect(standsSince(itemOf("Fix it ➕ 2024-05-02"), { date: "2024-04-11" })).toBe("2024-05-02");
    expect(standsSince(itemOf("Fix it"), { date: null })).toBeNull();
  });
});

describe("the items of an incident", () => {
  const incident = incidentOf("- [ ] Fix the pump\n  - [x] Order one\n    - [ ] TODO\n- [-] Buy more pumps\n- [ ] TBD");
  const words = (items: Iterable<ActionItem>): readonly string[] => [...items].map(({ text }) => text);

  it("are those that say something, of which some are open", () => {
    expect(words(writtenActions(incident))).toEqual(["Fix the pump", "Order one", "Buy more pumps"]);
    expect(words(openActions(incident))).toEqual(["Fix the pump"]);
  });

  it("belong to those above them", () => {
    expect(incident.actions.map((item) => words(withAncestors(item, incident)))).toEqual([
      ["Fix the pump"],
      ["Order one", "Fix the pump"],
      ["TODO", "Order one", "Fix the pump"],
      ["Buy more pumps"],
      ["TBD"],
    ]);
  });

  it("ask for the same where they have the same words, three at least", () => {
    expect(incident.actions.map(actionKey)).toEqual(["fix the pump", null, null, "buy more pumps", null]);
    expect(actionKey(itemOf("**Fix** the PUMP!"))).toBe("fix the pump");
  });
});
