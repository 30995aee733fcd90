import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { english } from "../../src/language";
import { describeDiagnostic, inputOf } from "../check/replay";
import { timelineOf } from "./timeline-reading";

const { about, aboutBehind } = english.measures;
const before = [...about, "~", "≈", "±"];
const times = [
  ...before.map((word) => `${word} 10:30`),
  "~10:30",
  "≈10:30",
  ...aboutBehind.flatMap((word) => [`10:30 ${word}`, `10:30 (${word})`]),
  "10:30ish",
];

/** Whether each event of a timeline is approximate. */
function vague(text: string): readonly boolean[] {
  return timelineOf(`## Timeline\n\n${text}\n`, { path: "2024-04-11.md" }).events.map(({ approximate }) => approximate);
}

/** What the check says of lengths and figures, with the word in question left out. */
function said(text: string, word: string): readonly string[] {
  const input = inputOf({ "2024-04-11.md": text }, { paths: ["2024-04-11.md"] });
  return checkNotes(input)
    .filter(({ rule }) => rule === "duration-mismatch" || rule === "figure-mismatch" || rule === "metric-mismatch")
    .map((diagnostic) =>
      describeDiagnostic(diagnostic, input.library, "2024-04-11.md")
        .replace(word, "")
        .replace(/^\S+ | {2,}/g, " "),
    );
}

describe("an approximate time", () => {
  it.each(times)("is one in a list, a table, a paragraph, a sentence and a heading: %s", (time) => {
    expect({
      list: vague(`- ${time} Alarm rang\n- 11:00 Restored`),
      table: vague(`| Time | Event |\n| --- | --- |\n| ${time} | Alarm rang |\n| 11:00 | Restored |`),
      paragraph: vague(`${time} Alarm rang.\n\n11:00 Restored.`),
      sentence: vague(`At ${time} the alarm rang.\n\nAt 11:00 all was well.`),
      heading: vague(`### ${time} Alarm rang\n\nBy phone.\n\n### 11:00 Restored\n\nAll.`),
    }).toEqual({
      list: [true, false],
      table: [true, false],
      paragraph: [true, false],
      sentence: [true, false],
      heading: [true, false],
    });
  });
});

describe("an approximate length in prose", () => {
  const sentences = [
    "An outage of 40 minutes, from {} 10:30 to 11:30 UTC.",
    "The API was down from 10:30 to 11:30 UTC, for a total of {} 90 minutes.",
    "The incident began at {} 10:30 and ended at {} 11:30 UTC, a total of 90 minutes.",
    "The outage lasted {} 90 minutes.\n\n## Impact\n\nAn outage of 40 minutes.",
    "The API was down for {} 90 minutes.\n\n## Impact\n\nThe API was down for 40 minutes.",
    "- Duration: {} 90 minutes\n\n## Impact\n\nThe incident lasted 40 minutes.",
    "- Affected users: {} 2,300\n\n## Impact\n\n4,100 affected users.",
  ];
  it.each(sentences)("means the same by each word: %s", (sentence) => {
    const told = (word: string): readonly string[] => said(`## Summary\n\n${sentence.replaceAll("{}", word)}\n`, word);
    const expected = told("about");
    expect(expected).toHaveLength(1);
    // "Just over 90" is a bound as well.
    for (const word of before.filter((each) => !each.startsWith("just "))) expect(told(word), word).toEqual(expected);
  });
});
