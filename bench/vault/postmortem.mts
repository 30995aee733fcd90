import { dayOf, decadeOf, hasTimelineNote, incidentOf, nameAt, personOf } from "./names.mts";
import { seededRandom, type Random } from "./random.mts";
import { paragraph, sentence } from "./words.mts";

/** The moment at which generated vaults are checked: every action item that is meant to be open is not yet due. */
export const checkedAt = "2026-01-01T00:00Z";

/** A mistake put into a postmortem on purpose, named like the rule that has to find it. */
export type Mistake =
  | "invalid-frontmatter"
  | "missing-section"
  | "unfilled-placeholder"
  | "broken-link"
  | "duration-mismatch"
  | "action-item-without-owner"
  | "overdue-action-item"
  | "blame-language";

const mistakes: readonly [Mistake, ...Mistake[]] = [
  "invalid-frontmatter",
  "missing-section",
  "unfilled-placeholder",
  "broken-link",
  "duration-mismatch",
  "action-item-without-owner",
  "overdue-action-item",
  "blame-language",
];

/** The mistakes of the postmortem at a place: none in one of three, else one or two. */
export function mistakesAt(seed: string, index: number): ReadonlySet<Mistake> {
  const random = seededRandom(`${seed} mistakes ${index}`);
  return new Set(Array.from({ length: random.between(0, 2) }, () => random.pick(mistakes)));
}

interface Story {
  readonly day: string;
  /** Minutes after midnight of the day at which it began and was over; more than 1,440 is another day. */
  readonly from: number;
  readonly to: number;
  readonly events: readonly { readonly minute: number; readonly text: string }[];
}

/**
 * The text of the postmortem at a place, in the style of `examples/vault`.
 *
 * @param scale how often events, paragraphs and items are repeated: 1 gives about 3.5 KB, 50 about 100 KB
 */
export function postmortemText(seed: string, index: number, scale = 1): string {
  const random = seededRandom(`${seed} ${index}`);
  const decade = decadeOf(index);
  const { service, title } = incidentOf(decade);
  const story = storyOf(seed, decade, scale);
  const wrong = mistakesAt(seed, index);
  const owner = personOf(random.between(0, Math.min(decade, 55)));
  const embedded = scale === 1 && hasTimelineNote(decade);
  const customers = random.between(20, 900);
  const minutes = story.to - story.from;
  const stamp = (minute: number): string => (story.to < 1440 ? clockOf(minute) : stampOf(story.day, minute));
  const runbook = `${nameAt(Math.floor(decade / 8) * 80 + 2)}#Procedure`;
  const name = `${title} Retro — ${story.day}`;
  const repeat = (count: number, make: (at: number) => string): string =>
    Array.from({ length: count * scale }, (_, at) => make(at)).join("\n");

  const sections = [
    `---
title: ${name}
${wrong.has("invalid-frontmatter") ? "date:" : `date: ${story.day}`}
tags:
  - incident
  - postmortem
  - ${service.toLowerCase()}
aliases:
  - ${title} Retro
severity: SEV-${random.between(1, 4)}
status: published
owner: "[[${owner}]]"
services:
  - ${service.toLowerCase()}
timezone: UTC
---

# ${name}
`,
    `## What Happened

${sentence(random)} It kept ${customers} customers out for ==${minutes} minutes==. ${paragraph(random, 3)}

[[${owner}|The engineer on call]] answered the page. ${paragraph(random, 2)}${wrong.has("unfilled-placeholder") ? "\n\nTODO: say what support told the customers." : ""}
`,
    `## Timeline

${embedded ? `![[${nameAt(index + 1)}#Key Events]]` : timelineText(story, decade % 3 === 1)}
`,
    `## Root Cause

${repeat(3, () => `${paragraph(random, 5)}\n`)}
> [!question] Why did no alert tell?
> - ${sentence(random)}
> - ${sentence(random)}

The [[${runbook}]] was followed. ${wrong.has("duration-mismatch") ? `The queue was blocked for ${minutes + 31} minutes (${stamp(story.from)}–${stamp(story.to)} UTC). ` : ""}${wrong.has("blame-language") ? "The careless rollout made it worse. " : ""}${paragraph(random, 2)}${wrong.has("broken-link") ? " More in [[No Such Note]]." : ""}
`,
    wrong.has("missing-section")
      ? ""
      : `## Impact

- **Duration:** ${minutes} minutes (${stamp(story.from)}–${stamp(story.to)} UTC)
- **Affected services:** ${service}
- **Customer impact:** ${customers} customers
`,
    `## Action Items

${repeat(4, (at) => actionItem(random, `OPS-${decade * 10_000 + at}`))}
${wrong.has("action-item-without-owner") ? `- [ ] Rotate the keys of ${service} for OPS-${decade * 10_000 + 9998} 📅 2027-03-01\n` : ""}${wrong.has("overdue-action-item") ? `- [ ] Remove the old shards of ${service} for OPS-${decade * 10_000 + 9999} @${owner.split(" ")[0] ?? ""} 📅 2025-03-01\n` : ""}`,
    `## Related

- [[${runbook.split("#")[0] ?? ""}]]
- [[${owner}]]
`,
  ];
  return sections.filter((section) => section !== "").join("\n");
}

/** The note that the timeline of the postmortem before it lives in. */
export function timelineNoteText(seed: string, index: number): string {
  const decade = decadeOf(index);
  const { title } = incidentOf(decade);
  const random = seededRandom(`${seed} ${index}`);
  return `---
tags:
  - incident
---

# ${nameAt(index)}

What happened during the ${title}, collected while it went on. The report is [[${nameAt(index - 1)}]].

## Key Events

${timelineText(storyOf(seed, decade, 1), false)}

## Open Threads

- ${sentence(random)}
- ${sentence(random)}

${paragraph(random, 14)}
`;
}

function storyOf(seed: string, decade: number, scale: number): Story {
  const random = seededRandom(`${seed} story ${decade}`);
  const from = random.between(60, 1000);
  const events = [{ minute: from, text: `${sentence(random)} **OUTAGE BEGINS**` }];
  let minute = from;
  for (let left = random.between(4, 8) * scale; left > 0; left--) {
    minute += random.between(1, 9);
    events.push({ minute, text: sentence(random) });
  }
  minute += random.between(1, 9);
  events.push({ minute, text: "Service restored, **OUTAGE ENDS**" });
  return { day: dayOf(decade), from, to: minute, events };
}

function timelineText({ day, to, events }: Story, asTable: boolean): string {
  const stamp = (minute: number): string => (to < 1440 ? clockOf(minute) : stampOf(day, minute));
  const lines = asTable
    ? ["| Time | Event |", "| --- | --- |", ...events.map(({ minute, text }) => `| ${stamp(minute)} | ${text} |`)]
    : events.map(({ minute, text }) => `- ${stamp(minute)} ${text}`);
  return `${day}. All times UTC.\n\n${lines.join("\n")}`;
}

function actionItem(random: Random, ticket: string): string {
  const work = random.pick([
    "Add an alert on the depth of the queue",
    "Check the config before it is deployed",
    "Write down how to fail over",
    "Test the restore of a backup",
    "Limit the pool of each process",
    "Show the served certificate on the dashboard",
  ]);
  const owner = `@${random.pick(["ada", "grace", "linus", "edsger", "barbara"])}`;
  return random.chance(0.5)
    ? `- [x] ${work} for ${ticket} ${owner} ✅ 2025-02-0${random.between(1, 9)}`
    : `- [ ] ${work} for ${ticket} ${owner} 📅 2027-0${random.between(1, 9)}-15`;
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function stampOf(day: string, minute: number): string {
  const date = new Date(Date.parse(`${day}T00:00Z`) + minute * 60_000).toISOString();
  return `${date.slice(0, 10)} ${date.slice(11, 16)}`;
}
