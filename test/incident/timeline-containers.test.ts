import { describe, expect, it } from "vitest";
import { eventsOf } from "./timeline-reading";

const inside: readonly (readonly [where: string, lines: readonly string[]])[] = [
  ["callout", ["> [!note] Aside", "> ## What we saw", "> Latency rose."]],
  ["callout above the first level", ["> [!note]", "> # What we saw", "> Latency rose."]],
  ["quote", ["> ## From the status page", "> We are looking into it."]],
  ["quote in a quote", ["> > ## Inner", "> > words", "> ## Outer"]],
  ["list item", ["- ## Heading of an item", "", "  Its words."]],
];

describe("a heading within a quote, callout or list item of the timeline", () => {
  it.each(inside)("ends neither the timeline nor the day of the heading above: %s", (_, lines) => {
    const note = [
      "## Timeline",
      "",
      "### 2024-04-11",
      "",
      "- 06:12 UTC Deploy",
      "",
      ...lines,
      "",
      "06:20 UTC Rollback",
      "",
      "- 06:30 UTC Queue empty",
      "",
      "## Impact",
      "",
      "- 07:00 UTC not of the timeline",
      "",
    ].join("\n");
    expect(eventsOf(note)).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Deploy",
      "2024-04-11T06:20 UTC = 2024-04-11T06:20:00Z Rollback",
      "2024-04-11T06:30 UTC = 2024-04-11T06:30:00Z Queue empty",
    ]);
  });

  it("holds for what stands below it there, and for nothing behind", () => {
    const note =
      "## Timeline\n\n### 2024-04-11\n\n- 06:12 UTC a\n\n> [!info]\n> #### 2024-04-10\n> - 09:00 UTC b\n>\n> #### 2024-04-09\n> - 10:00 UTC c\n\n- 06:30 UTC d\n";
    expect(eventsOf(note)).toEqual([
      "2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z a",
      "2024-04-10T09:00 UTC = 2024-04-10T09:00:00Z b",
      "2024-04-09T10:00 UTC = 2024-04-09T10:00:00Z c",
      "2024-04-11T06:30 UTC = 2024-04-11T06:30:00Z d",
    ]);
  });

  it("that is an event has its text from within the quote", () => {
    const [event] = eventsOf("## Timeline\n\n> [!info]\n> ### 2024-04-11 06:12 UTC\n> Pool full\n\nWords behind it.\n");
    expect(event).toBe("2024-04-11T06:12 UTC = 2024-04-11T06:12:00Z Pool full");
  });
});
