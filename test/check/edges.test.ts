import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/check";
import { examplePath, inputOf } from "./replay";

/** A note with these properties and this text. */
const note = (properties: string, body: string): string => `---\n${properties}---\n\n${body}\n`;
const dated = (body: string, more = ""): string => note(`date: 2024-04-11\n${more}`, body);
const timeline = (lines: string): string => `## Timeline\n\nAll times in UTC.\n\n${lines}`;
const spans = (summary: string, impact: string): string => dated(`## Summary\n\n${summary}\n\n## Impact\n\n${impact}`);
const posted = (time: string, line: string, seconds: number): string =>
  dated(`## Timeline\n\n${time}\n\n- ${line} see [it](https://acme.slack.com/archives/C0123ABCD/p${seconds}000000)`);
/** 2024-04-11 06:12 UTC, in seconds. */
const at = 1_712_815_920;
const day = 86_400;

/** The other files of the vault. */
const vault = { "Runbook.md": "# A *b* `c`\n\n## Restart\n", "pic.png": "", "doc.pdf": "" };
const ignoring = (rules: string): string => `%% postmortem-ignore ${rules} %%`;
const unused = ignoring("broken-link: private");

/** Notes just within and just beyond what each rule lets pass. */
const cases: Readonly<Record<string, readonly string[]>> = {
  "date-mismatch": [
    ...["2024-04-10", "2024-04-11", "2024-04-12"].map((started) => dated("Text.", `started: ${started}T23:00\n`)),
    ...["2024-04-12T23:00+02:00", "2024-04-12T23:00Z", "2024-04-13T23:00Z"].map((started) =>
      dated("Text.", `started: ${started}\n`),
    ),
    ...["2024-04-09", "2024-04-10", "2024-04-13", "2024-04-14", "2024-06-11", "2024-06-12"].flatMap((written) =>
      ["Date", "Started", "Resolved", "Published"].map((label) =>
        dated(`- **${label}:** ${written}\n\n${timeline("- 2024-04-12 06:12 Deployed")}`),
      ),
    ),
    note("tags: [postmortem]\n", `- **Date:** 2024-03-11\n\n${timeline("- 2024-04-11 06:12 Deployed")}`),
    ...["2024-04-10 06:12", "2024-04-12 06:12", "2024-04-14 06:12", "2024-04-14 06:13"].map((started) =>
      note(
        "date: 2024-04-11\n",
        `- **Started:** ${started} UTC\n\n${timeline("- 2024-04-11 06:00 Deployed\n- 2024-04-11 06:12 Outage begins")}`,
      ),
    ),
    note("date: 2024-04-12\n", "# Outage of 2024-04-11"),
    note("date: 2024-04-12\n", "# Outage of 2024-04-13"),
    note("date: 2024-04-11\n", "# Outage of 2024-04-13"),
  ],
  "duration-mismatch": [
    spans("The outage lasted 45 minutes.", "The outage lasted 50 minutes."),
    spans("The outage lasted 45 minutes.", "The incident lasted 50 minutes."),
    spans("The outage lasted 50 minutes.", "The incident lasted 45 minutes."),
    spans("The outage lasted 50 minutes.", "The full outage lasted 45 minutes."),
    spans("The incident lasted 50 minutes.", "The outage lasted 45 minutes. The incident lasted 40 minutes."),
    spans("The outage lasted 50 minutes. The outage lasted 20 minutes.", "The outage lasted 45 minutes."),
    spans("The outage lasted 50 minutes.", "The outage lasted 45 minutes. The outage lasted 40 minutes."),
    ...[39, 40, 41, 47].map((minutes) =>
      dated(`The outage lasted ${minutes} minutes.\n\n${timeline("- 06:12 OUTAGE BEGINS\n- 06:52 OUTAGE ENDS")}`),
    ),
    ...[40, 47, 50].map((minutes) => dated(`The outage lasted ${minutes} minutes (06:12–06:59 UTC).`)),
    ...[40, 47, 50].map((minutes) => dated(`Between 06:12 and 06:59 UTC the API was down for ${minutes} minutes.`)),
  ],
  "permalink-time-mismatch": [
    ...[-day, -3600, -601, -301, -300, -60, 0, 59, 300, 360, 361, 601, 3600, day, day + 60, 2 * day].map((apart) =>
      posted("All times in UTC.", "2024-04-11 06:12 Deployed", at + apart),
    ),
    ...[-7200, 0, 900, 1800, 3600, 3700, 14 * 3600, 15 * 3600].map((apart) =>
      posted("In order:", "2024-04-11 06:12 Deployed", at + apart),
    ),
    ...[-900, -960, 900, 1020].map((apart) => posted("All times in UTC.", "~06:12 Deployed", at + apart)),
    ...[-301, 600, 901, 1200].map((apart) => posted("All times in UTC.", "06:12–06:22 Deployed", at + apart)),
  ],
  "milestone-order": [
    ...["06:11", "06:12", "06:13", "05:12"].map((detected) =>
      dated("Text.", `started: 2024-04-11T06:12\ndetected: 2024-04-11T${detected}\n`),
    ),
    ...["04-11T06:12", "04-12T06:12", "04-11T06:20", "04-11T07:12"].map((started) =>
      dated(timeline("- 06:12 Outage begins\n- 06:20 Detected\n- 07:12 Resolved"), `started: 2024-${started}Z\n`),
    ),
    ...[
      ["resolved", "mitigated"],
      ["mitigated", "identified"],
      ["acknowledged", "detected"],
    ].map(([late, early]) =>
      dated(timeline(`- 06:10 Outage begins\n- 06:12 (${late ?? ""}) One\n- 06:20 (${early ?? ""}) Two`)),
    ),
  ],
  "broken-link": [
    "[[pic.png#x]] [[doc.pdf#page=2]] [[Runbook]] [[Runbook#Gone]] [[Runbook#A#Gone]] [[#Gone]]",
    "[[../../out]] and [x](../../out.md#part)",
    "[a](Runbook.md#a-b-c) [b](Runbook.md#restart-1) [c](Runbook.md#restart-xx) [[Runbook#restart-1]] [d](#here)\n\n## Here",
  ],
  "unused-suppression": [
    `Text ${unused} goes on.`,
    `Text ${unused}\nnext.`,
    `Text\t${unused}\n\nMore.`,
    `Text.\n\n${unused}\n\nMore.`,
    `Text.\n${unused}\nMore.`,
    `${unused}\n\nText.`,
    `Text.\n\n${unused}`,
    `Text.\n\n  ${unused}  \n\n\nMore.`,
    `- Item ${unused}\n- Another`,
    ignoring(""),
    ignoring("nothing-of-this-kind: old"),
    ignoring("brokn-link: old"),
    ignoring("broken-link, wrong-zone: old"),
    ...['"broken-link: old"', "[broken-link]", "[broken-link, wrong-zone]", "[]"].map((value) =>
      note(`postmortem-ignore: ${value}\n`, "Text."),
    ),
  ],
  "title-mismatch": [
    ["API outage", "API outage"],
    ["API outage", "Postmortem: API outage"],
    ["API outage", "API outage – retro"],
    ["API outage", "API outage 2024-04-11"],
    ["API outage", "Queue outage"],
    ["API outage", "[[API]] outage"],
    ["API outage", "[API](https://example.com) outage"],
    ["INC-12 API outage", "INC-13 API outage"],
    ["INC-12 API outage", "API outage"],
    ["API `pool` outage", "API `queue` outage"],
    ["Report", "Review"],
  ].map(([title = "", heading = ""]) => dated(`# ${heading}`, `title: ${JSON.stringify(title)}\n`)),
  "timeline-out-of-order": [
    "- 06:12 A\n- 06:11 B\n- 06:30 C",
    "- 06:12 A\n- 06:12 B\n- 06:12 C",
    "- 23:50 A\n- 00:10 B\n- 00:20 C",
    "- 06:12 A\n- 18:20 B\n- 06:30 C\n- 06:40 D",
    "- 12:50 A\n- 01:10 B\n- 01:20 C",
    "- 06:12 A\n  - 06:01 B\n- 06:30 C",
    "- 07:12 A\n- 06:30 B\n- 06:00 C\n- 06:10 D",
    "- 06:30 A\n- 06:10 B",
    "- 06:12–06:40 A\n- 06:30 B\n- 06:20 C",
  ].map((lines) => dated(timeline(lines))),
};

describe("what lies at the edge of a rule", () => {
  it.each(Object.keys(cases))("is found or passed as was looked at once: %s", async (id) => {
    const parts = (cases[id] ?? []).map((text) => {
      const found = checkNotes(inputOf({ ...vault, [examplePath]: text }, { paths: [examplePath] })).filter(
        ({ rule }) => rule === id,
      );
      const told = found.flatMap(({ message, related = [], severity, span, fix, choices = [] }) => [
        `  ${severity} at “${text.slice(span.start, span.end)}”: ${message}`,
        ...related.map((other) => `    see “${text.slice(other.span.start, other.span.end)}”: ${other.message}`),
        ...[...(fix === undefined ? [] : [fix]), ...choices].map((offer) => `    or ${JSON.stringify(offer)}`),
      ]);
      return [text.trim(), ...(told.length === 0 ? ["  nothing"] : told), ""].join("\n");
    });
    await expect(parts.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "edges", `${id}.txt`));
  });
});
