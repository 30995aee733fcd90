/** A postmortem with these action items, which draws no other finding. */
export function cacheOutage(...actions: readonly string[]): string {
  return `---
title: Cache outage
date: 2024-05-06
tags: [postmortem]
---
# Cache outage

## Summary

The cache was down from 10:00 UTC to 10:20 UTC.

## Timeline

- 10:00 UTC Cache down
- 10:20 UTC Cache up

## Impact

40 requests failed.

## Root cause

A full disk.

## Action items

${actions.map((action) => `- [ ] ${action}\n`).join("")}`;
}

/** One note of a collection in parts, before a style puts them together. */
interface Parts {
  readonly day: string;
  readonly title: string;
  readonly summary: string;
  readonly impact: string;
  readonly cause: string;
  /** Time of day and what happened. */
  readonly events: readonly (readonly [string, string])[];
  readonly actions: readonly string[];
}

/** A way to keep postmortems. */
interface Style {
  readonly path: (index: number, parts: Parts) => string;
  readonly text: (index: number, parts: Parts) => string;
  /** What lies beside the notes. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A problem that is put into one note, and the rule that has to find it. */
export const planted: readonly { readonly rule: string; readonly change: (parts: Parts) => Parts }[] = [
  { rule: "broken-link", change: (parts) => ({ ...parts, cause: `${parts.cause} See [[Nowhere to be found]].` }) },
  { rule: "broken-embed", change: (parts) => ({ ...parts, cause: `${parts.cause}\n\n![[Lost chart]]` }) },
  { rule: "blame-language", change: (parts) => ({ ...parts, cause: `${parts.cause} The operator was careless.` }) },
  { rule: "counterfactual-language", change: (parts) => ({ ...parts, cause: `${parts.cause} We should have known.` }) },
  { rule: "unfilled-placeholder", change: (parts) => ({ ...parts, impact: "TODO" }) },
  {
    rule: "timeline-out-of-order",
    change: (parts) => ({ ...parts, events: [0, 2, 1].flatMap((at) => parts.events.slice(at, at + 1)) }),
  },
  {
    rule: "duration-mismatch",
    change: (parts) => ({ ...parts, summary: "The service was down from 10:00 UTC to 10:20 UTC (50 minutes)." }),
  },
  { rule: "unfilled-placeholder", change: (parts) => ({ ...parts, cause: "<root cause>" }) },
  { rule: "broken-link", change: (parts) => ({ ...parts, impact: `${parts.impact} See [the chart](gone/chart.md).` }) },
  { rule: "broken-embed", change: (parts) => ({ ...parts, summary: `${parts.summary}\n\n![[Missing overview]]` }) },
];

const things = ["Cache", "Queue", "Search", "Login", "Checkout", "Mail", "Upload", "Billing", "Feed", "Proxy"];
const causes = [
  "full disk",
  "stuck lock",
  "bad route",
  "lost lease",
  "slow query",
  "wrong key",
  "hot shard",
  "old image",
];

function partsOf(index: number): Parts {
  const thing = things[index % things.length] ?? "";
  const word = ["outage", "delay"][Math.floor(index / things.length)] ?? "";
  return {
    day: `2024-${String(1 + (index % 9)).padStart(2, "0")}-${String(3 + index).padStart(2, "0")}`,
    title: `${thing} ${word}`,
    summary: `${thing} did not answer from 10:00 UTC to 10:20 UTC.`,
    impact: `${41 + index} requests failed.`,
    cause: `A ${causes[index % causes.length] ?? ""} stopped the ${thing.toLowerCase()} service.`,
    events: [
      ["10:00", `${thing} stopped answering`],
      ["10:05", "Alert fired"],
      ["10:20", `${thing} answered again`],
    ],
    actions: [
      `Add an alert on the ${thing.toLowerCase()} service`,
      `Write a runbook for ${thing.toLowerCase()} ${word}`,
    ],
  };
}

const slug = ({ title }: Parts): string => title.toLowerCase().replaceAll(" ", "-");
const number = (index: number, width: number): string => String(index + 1).padStart(width, "0");
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
const utc = ({ events }: Parts): string => list(events.map(([time, what]) => `${time} UTC ${what}`));
const done = ({ actions }: Parts): string => list(actions.map((text) => `[x] ${text} @ada 📅 2024-02-01`));
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Sections below headings, each with what stands in front of its name. */
function body(
  parts: Parts,
  more: { mark?: (name: string) => string; timeline?: string; actions?: string } = {},
): string {
  const { mark = (name: string) => `## ${name}` } = more;
  return [
    [mark("Summary"), parts.summary],
    [mark("Timeline"), more.timeline ?? utc(parts)],
    [mark("Impact"), parts.impact],
    [mark("Root cause"), parts.cause],
    [mark("Action items"), more.actions ?? done(parts)],
  ]
    .map((pair) => pair.join("\n\n"))
    .join("\n\n")
    .concat("\n");
}

const signs: Readonly<Record<string, string>> = {
  Summary: ":memo:",
  Timeline: ":hourglass:",
  Impact: ":boom:",
  "Root cause": ":mag_right:",
  "Action items": ":ballot_box_with_check:",
};

/** Eleven ways in which teams keep postmortems. */
export const styles: Readonly<Record<string, Style>> = {
  "dates in a folder, no properties": {
    path: (_, parts) => `incidents/${parts.day}-${slug(parts)}.md`,
    text: (_, parts) => `# ${parts.title}\n\n${body(parts)}`,
    beside: { "incidents/README.md": "# Our incidents\n", "docs/guide.md": "# Guide\n\n## Overview\n\nText.\n" },
  },
  "properties and severities of their own": {
    path: (_, parts) => `content/postmortems/${slug(parts)}.md`,
    text: (index, parts) =>
      `---\ntitle: ${parts.title}\ndate: ${parts.day}\nseverity: ${["critical", "major", "minor"][index % 3] ?? ""}\nteam: core\nlayout: post\n---\n\n${body(parts)}`,
    beside: { "content/postmortems/_index.md": "---\ntitle: Postmortems\n---\n", "content/about.md": "# About\n" },
  },
  "shortcodes of emoji": {
    path: (_, parts) => `postmortems/${parts.day}-${slug(parts)}.md`,
    text: (_, parts) => `# ${parts.title}\n\n${body(parts, { mark: (name) => `## ${signs[name] ?? ""} ${name}` })}`,
  },
  "bold labels": {
    path: (_, parts) => `outages/${parts.day}.md`,
    text: (_, parts) => `# ${parts.title}\n\n${body(parts, { mark: (name) => `**${name}:**` })}`,
  },
  "a table of metadata": {
    path: (_, parts) => `${parts.day.slice(0, 4)}/${parts.day}-${slug(parts)}.md`,
    text: (_, parts) =>
      `# ${parts.title}\n\n${table(
        ["Field", "Value"],
        [
          ["**Date**", parts.day],
          ["**Severity**", "SEV-2"],
          ["**Status**", "published"],
        ],
      )}\n\n${body(parts)}`,
  },
  "plain bullets under action items": {
    path: (_, parts) => `reports/${slug(parts)}-postmortem.md`,
    text: (_, parts) => `# ${parts.title} on ${parts.day}\n\n${body(parts, { actions: list(parts.actions) })}`,
  },
  "numbers, and states in a table": {
    path: (index, parts) => `rca/${number(index, 4)}-${slug(parts)}.md`,
    text: (_, parts) =>
      `# ${parts.title}\n\nDate: ${parts.day}\n\n${body(parts, {
        actions: table(
          ["Action", "Owner", "Due", "Status"],
          parts.actions.map((text, at) => [text, "Ada", "2027-06-01", ["TODO", "WIP"][at] ?? ""]),
        ),
      })}`,
  },
  "another extension": {
    path: (_, parts) => `source/incidents/${parts.day}-${slug(parts)}.html.md.erb`,
    text: (_, parts) => `---\ntitle: ${parts.title}\ndate: ${parts.day}\n---\n\n${body(parts)}`,
  },
  "a zone for all times": {
    path: (_, parts) => `docs/incidents/incident-${parts.day}.md`,
    text: (_, parts) =>
      `# ${parts.title}\n\n${body(parts, { timeline: `All times in UTC.\n\n${list(parts.events.map(([time, what]) => `${time} ${what}`))}` })}`,
    beside: {
      "docs/incidents/template.md": `# Title\n\n${body({ ...partsOf(0), summary: "", impact: "", cause: "" })}`,
    },
  },
  "letters and numbers at the top": {
    path: (index, parts) => `PM2024-${number(index, 3)} ${parts.title}.md`,
    text: (_, parts) => `# ${parts.title}\n\n**Date:** ${parts.day}\n\n${body(parts)}`,
    beside: { "README.md": "# Postmortems\n" },
  },
  "a timeline and tickets in tables": {
    path: (_, parts) => `post-mortems/${parts.day}-${slug(parts)}.md`,
    text: (index, parts) =>
      `# ${parts.title}\n\n${body(parts, {
        timeline: table(["Time (UTC)", "Event"], parts.events),
        actions: table(
          ["Action", "Issue / PR", "Status"],
          parts.actions.map((text, at) => [
            text,
            `org/repo#${index * 2 + at + 1}`,
            ["✅ Done", "Merged (v2)"][at] ?? "",
          ]),
        ),
      })}`,
  },
};

/** How many notes each collection has. */
export const size = 20;

/** The files of a collection, with every planted problem in a note of its own. */
export function collectionOf({ path, text, beside = {} }: Style): {
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly path: string; readonly rule: string }[];
} {
  const problems: { path: string; rule: string }[] = [];
  const files: Record<string, string> = { ...beside };
  for (let index = 0; index < size; index++) {
    const plain = partsOf(index);
    const problem = index % 2 === 1 ? planted[(index - 1) / 2] : undefined;
    const parts = problem === undefined ? plain : problem.change(plain);
    files[path(index, plain)] = text(index, parts);
    if (problem !== undefined) problems.push({ path: path(index, plain), rule: problem.rule });
  }
  return { files, problems };
}
