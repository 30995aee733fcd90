import { describe, expect, it } from "vitest";
import { finish } from "../../../src/base";
import type { TimedEvent } from "../../../src/incident/from";
import { duplicatesAmong, isSuggested, milestoneIn, turningPointIn } from "../../../src/incident/from";

let nextId = 0;

/** An event so many seconds after nine. */
function event(tool: string, seconds: number, text: string, more: Partial<TimedEvent> = {}): TimedEvent {
  return {
    tool,
    time: Date.UTC(2025, 2, 10, 9) + seconds * 1000,
    text,
    actor: null,
    url: null,
    id: String(nextId++),
    kind: "message",
    milestone: null,
    threadOf: null,
    edited: false,
    marked: false,
    routine: false,
    ...more,
  };
}

/** Of which event, by its place, each is a duplicate. */
function pairs(...events: readonly TimedEvent[]): readonly string[] {
  const found = finish(duplicatesAmong(events));
  return [...found].map(([later, earlier]) => `${events.indexOf(later)} is ${events.indexOf(earlier)}`);
}

describe("an event that was told before", () => {
  const alert = { kind: "alert" } as const;
  const resolved = { kind: "state", milestone: "resolved" } as const;

  it("is the same message of the same tool, with its time and its words", () => {
    const one = event("slack", 0, "down", { id: "a" });
    expect(pairs(one, event("slack", 0, "down", { id: "a" }))).toEqual(["1 is 0"]);
    expect(pairs(one, event("slack", 0, "up", { id: "a" }))).toEqual([]);
    expect(pairs(one, event("slack", 1, "down", { id: "a" }))).toEqual([]);
    expect(pairs(one, event("slack", 0, "down", { id: "b" }))).toEqual([]);
    expect(pairs(one, event("teams", 0, "up", { id: "a" }))).toEqual([]);
  });

  it.each([
    ["the same words", event("slack", 0, "Logins fail!"), event("pager", 60, "logins fail"), true],
    ["the same words much later", event("slack", 0, "logins fail"), event("pager", 60.001, "logins fail"), false],
    ["other words", event("slack", 0, "logins fail"), event("pager", 0, "carts fail"), false],
    ["the same number of an alert", event("a", 0, "Fires #77", alert), event("b", 5, "#12 and #77", alert), true],
    ["another number", event("a", 0, "Fires #77", alert), event("b", 5, "Again #78", alert), false],
    ["no number", event("a", 0, "Fires", alert), event("b", 5, "Again", alert), false],
    ["a number that a person wrote", event("a", 0, "see #77"), event("b", 5, "Fires #77", alert), false],
    ["a number that a person wrote later", event("a", 0, "Fires #77", alert), event("b", 5, "see #77"), false],
    ["the same milestone", event("a", 0, "closed", resolved), event("b", 5, "done", resolved), true],
    [
      "another milestone",
      event("a", 0, "closed", resolved),
      event("b", 5, "begun", { ...resolved, milestone: "started" }),
      false,
    ],
    ["words for the milestone of the other", event("a", 0, "resolved"), event("b", 5, "done", resolved), true],
    ["a milestone that is told before its words", event("a", 0, "done", resolved), event("b", 5, "resolved"), true],
    ["two words for a milestone, which nobody stated", event("a", 0, "resolved"), event("b", 5, "is resolved"), false],
    ["no milestone", event("a", 0, "flushed"), event("b", 5, "done", resolved), false],
  ])("of another tool within a minute: %s", (_, one, other, isSame) => {
    expect(pairs(one, other)).toEqual(isSame ? ["1 is 0"] : []);
  });

  it("is nobody's twice: the nearest before it counts that is none itself", () => {
    expect(pairs(event("a", 0, "x"), event("b", 1, "x"), event("a", 2, "x"), event("b", 3, "x"))).toEqual([
      "1 is 0",
      "3 is 2",
    ]);
    expect(pairs(event("a", 0, "x"), event("a", 30, "x"), event("b", 50, "x"))).toEqual(["2 is 1"]);
    expect(pairs(event("a", 0, "x"), event("a", 30, "x"), event("a", 50, "x"))).toEqual([]);
  });

  it("is looked for among so many in a burst", () => {
    const burst = (count: number): TimedEvent[] => Array.from({ length: count }, () => event("a", 1, "y"));
    expect(pairs(event("a", 0, "x"), ...burst(63), event("b", 2, "x"))).toEqual(["64 is 0"]);
    expect(pairs(event("a", 0, "x"), ...burst(64), event("b", 2, "x"))).toEqual([]);
  });

  it("is looked for in steps", () => {
    const steps = duplicatesAmong(Array.from({ length: 300 }, () => event("a", 1, "y")));
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBe(3);
  });
});

describe("the milestone of a text", () => {
  it.each([
    ["✅ all clear", "resolved", "resolved"],
    ["Mitigated", "mitigated", "mitigated"],
    ["ack", "acknowledged", "acknowledged"],
    ["acking this", null, "acknowledged"],
    [":eyes: ack, looking", null, "acknowledged"],
    ["🚨 :fire: Triggered: logins", null, "detected"],
    ["firing", null, "detected"],
    ["not to ack this", null, null],
    [`${"well ".repeat(20)}ack`, null, null],
    ["tea is ready", null, null],
  ])("%s", (text, stated, inChat) => {
    expect([milestoneIn(text), turningPointIn(text)]).toEqual([stated, inChat]);
  });
});

describe("an event that a timeline is likely to want", () => {
  it.each([
    ["what somebody marked", event("a", 0, "tea", { marked: true }), true],
    ["what a machine wrote", event("a", 0, "tea", { kind: "alert" }), true],
    ["a milestone", event("a", 0, "tea", { milestone: "resolved" }), true],
    ["words for a milestone", event("a", 0, "it is resolved"), true],
    ["the idiom of chat", event("a", 0, "ack"), true],
    ["words for a change", event("a", 0, "we rolled back v7"), true],
    ["talk", event("a", 0, "tea is ready"), false],
    ["a routine that is marked", event("a", 0, "it is resolved", { routine: true, marked: true }), false],
  ])("%s", (_, told, isWanted) => {
    expect(isSuggested(told)).toBe(isWanted);
  });
});
