import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TimedEvent } from "../../src/incident/from";
import { readSettings } from "../../src/settings";
import { comparable, eventLine, peopleLinks } from "../../src/write/edit";
import { libraryOf } from "../vault/library-of";

const files = {
  "People/Ada Lovelace.md": "---\ntags: person\naliases: [Countess, ada.l]\nalias: The Countess\n---\n",
  "People/Bo.md": "---\ntags: person\n---\n",
  "Team/Bo.md": "---\ntags: person\naliases: Bobby\n---\n",
  "People/Runbook.md": "---\naliases: [Ops]\n---\n# Runbook\n",
  "Cy.MD": "---\ntags: person\n---\n",
};

const event = (more: Partial<TimedEvent>): TimedEvent => ({
  time: 0,
  text: "Looked at it",
  actor: null,
  milestone: null,
  url: null,
  tool: "slack",
  edited: false,
  id: "",
  kind: "message",
  threadOf: null,
  marked: false,
  routine: false,
  ...more,
});

const person = (name: string, ...also: readonly string[]): TimedEvent["actor"] => ({ name, also });

const url = "https://chat.example/x(1)[2]|a%%b";
const long = "word ".repeat(300);

const events: readonly Partial<TimedEvent>[] = [
  {},
  ...[
    "two\n  lines\tand  blanks ",
    "*a* _b_ `c` ~~d~~ ==e== [f](g) [[h]] ![[i]] <b> & # x",
    "#tag a#b #1 #a1 (#t) # ##x #日本",
    "^id at ^end",
    "words ^id",
    "^id",
    "a | b || c",
    "owner:: Ada and a::b",
    "%% hidden %% and 5%",
    "<% tp.date %> 100%> <%",
    "$x$ and $5 ==",
    "see https://a.example/b_c*d[e] and https://a.example/_x_ http://b.example, https://c.example/%%x%%~$^",
    "https://a.example/b_c",
    " https://a.example/x_ y",
    "```\ncode\n``` then",
    "before ```code without end",
    "```only```",
    "```",
    "",
    "   ",
    "- item",
    "1. item",
    "> quote",
    "09:30 was the time",
    "UTC it was",
    "PM called",
    "– 10:30 it ended",
    "+02:00 off",
    "and 12:00 more",
    "(resolved) it is over",
    "Resolved: all is well",
    `${long}end`,
    "x".repeat(1200),
    `${"x".repeat(999)}😀 and more`,
  ].map((text) => ({ text })),
  { text: long, url },
  { text: "x".repeat(199), url },
  { text: "x".repeat(250), url },
  { edited: true },
  { url, edited: true },
  ...["github", "pagerduty", "statuspage", "unknown", "constructor", "toString"].map((tool) => ({ tool, url })),
  ...(["resolved", "detected", "identified"] as const).map((milestone) => ({ milestone })),
  { milestone: "resolved", text: "Resolved: all is well" },
  { milestone: "resolved", text: "PM called", url },
  { actor: person("Ada Lovelace") },
  { actor: person("ada lovelace") },
  { actor: person("U123", "ada.l") },
  { actor: person("The Countess") },
  { actor: person("Bo") },
  { actor: person("Bobby") },
  { actor: person("Cy") },
  { actor: person("Runbook") },
  { actor: person("Ops") },
  { actor: person("dev_*bot*", "nobody") },
  { actor: person("Bo"), text: "Bo looked" },
  { actor: person("Bo"), text: "Bob looked" },
  { actor: person("bo"), text: "asked BO, who looked" },
];

describe("an event of another tool as a line", () => {
  it.each(["", "People", "Team/"])("is as was looked at once, with people in %j", async (peopleFolder) => {
    const { settings } = readSettings({ peopleFolder });
    const namePerson = peopleLinks(libraryOf(files), settings, "Incidents/Outage.md");
    const lines = events.map((more) => {
      const line = eventLine(event(more), namePerson);
      return `${JSON.stringify(more)}\n  ${line}\n  ${comparable(line)}\n`;
    });
    await expect(lines.join("\n")).toMatchFileSnapshot(
      join(import.meta.dirname, `approved/event-lines/${peopleFolder.replace("/", "") || "anywhere"}.txt`),
    );
  });
});
