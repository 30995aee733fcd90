import fc from "fast-check";
import { DateTime } from "luxon";

/** How a generated postmortem writes what it says. */
export interface Style {
  readonly clock: "24" | "AM" | "am";
  readonly timeline: "list" | "bold list" | "table" | "headings" | "dated list";
  readonly zone: "preamble" | "line" | "property" | "heading";
  readonly dash: "–" | " - " | " to ";
  readonly duration: "minutes" | "hours" | "compact" | "min";
  readonly wording: number;
}

/** An incident that never happened, with every fact that a note can state about it. */
export interface Story {
  readonly start: DateTime;
  /** As written: `UTC`, `Europe/Berlin`. */
  readonly zone: string;
  /** Minutes from the start: detected, acknowledged, identified, mitigated, resolved. */
  readonly detected: number;
  readonly acknowledged: number;
  readonly identified: number;
  readonly mitigated: number;
  readonly resolved: number;
  readonly requests: number;
  readonly customers: number;
  readonly money: number;
  readonly style: Style;
}

const zones = ["UTC", "GMT", "UTC+2", "Europe/Berlin", "America/New_York", "Asia/Kolkata"] as const;

export const style: fc.Arbitrary<Style> = fc.record({
  clock: fc.constantFrom("24", "24", "AM", "am"),
  timeline: fc.constantFrom("list", "bold list", "table", "headings", "dated list"),
  zone: fc.constantFrom("preamble", "line", "property", "heading"),
  dash: fc.constantFrom("–", " - ", " to "),
  duration: fc.constantFrom("minutes", "hours", "compact", "min"),
  wording: fc.nat({ max: 99 }),
});

/** Incidents of 10 minutes to 7 hours that begin and end on one day, away from the nights on which clocks change. */
export const story: fc.Arbitrary<Story> = fc
  .record({
    day: fc.integer({ min: 0, max: 3300 }),
    minute: fc.integer({ min: 240, max: 980 }),
    zone: fc.constantFrom(...zones),
    steps: fc.tuple(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 3, max: 180 }),
    ),
    requests: fc.integer({ min: 11, max: 98_765 }),
    customers: fc.integer({ min: 11, max: 9_876 }),
    money: fc.integer({ min: 101, max: 98_765 }),
    style,
  })
  .map(({ day, minute, zone, steps, ...rest }) => {
    const sums = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
    const [detected = 0, acknowledged = 0, identified = 0, mitigated = 0, resolved = 0] = sums;
    const start = DateTime.utc(2018, 1, 3).plus({ days: day, minutes: minute });
    return { start, zone, detected, acknowledged, identified, mitigated, resolved, ...rest };
  });

/** What of a note a mutation changes. */
export interface Changes {
  readonly title?: string;
  readonly heading?: string;
  readonly date?: string;
  /** Lines of properties behind `date`. */
  readonly properties?: readonly string[];
  /** The whole text of the summary. */
  readonly summary?: string;
  /** Instead of the events: `[time as written, text]`. */
  readonly events?: readonly Event[];
  readonly zoneStatement?: string;
  readonly impact?: readonly string[];
  readonly timeline?: string;
}

export interface Event {
  /** `2024-04-11`, only written by a style that dates every line. */
  readonly date: string;
  readonly time: string;
  readonly text: string;
}

export const dateOf = (story: Story, minutes = 0): string => story.start.plus({ minutes }).toFormat("yyyy-MM-dd");
export const path = (story: Story): string => `Incident-${dateOf(story)}-Api.md`;

/** The clock time so many minutes after the start. */
export function clock({ start, style }: Pick<Story, "start" | "style">, minutes: number): string {
  const time = start.plus({ minutes });
  return style.clock === "24"
    ? time.toFormat("HH:mm")
    : style.clock === "AM"
      ? time.toFormat("h:mm a")
      : time.toFormat("h:mma").toLowerCase();
}

export function range(story: Story, from: number, to: number): string {
  return `${clock(story, from)}${story.style.dash}${clock(story, to)}`;
}

/** A length of time in the style's words. */
export function length({ style }: Pick<Story, "style">, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const plural = (count: number, name: string): string => `${String(count)} ${name}${count === 1 ? "" : "s"}`;
  if (style.duration === "min") return `${String(minutes)} min`;
  if (style.duration === "minutes" || hours === 0) return plural(minutes, "minute");
  if (style.duration === "compact") return `${String(hours)}h ${String(rest).padStart(2, "0")}m`;
  return rest === 0
    ? plural(hours, "hour")
    : `${plural(hours, "hour")} ${style.wording % 2 === 0 ? "and " : ""}${plural(rest, "minute")}`;
}

export function pick<T>(story: Pick<Story, "style">, options: readonly T[], salt = 0): T {
  const found = options[(story.style.wording + salt) % options.length];
  if (found === undefined) throw new Error("no options");
  return found;
}

export const thousands = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ",");

/** The events of the story in order. */
export function eventsOf(story: Story): readonly Event[] {
  const event = (minutes: number, text: string): Event => ({
    date: dateOf(story, minutes),
    time: clock(story, minutes),
    text,
  });
  return [
    event(0, pick(story, ["Config deployment removes the limit", "Release 4.2 rolled out", "Certificate expires"])),
    event(
      story.detected,
      pick(story, ["PagerDuty alert fires", "First customer report", "Error rate alert goes off"], 1),
    ),
    event(story.acknowledged, pick(story, ["Ada acknowledged the page", "On-call engineer acknowledges"], 2)),
    event(story.identified, pick(story, ["Root cause identified", "The cause was found in the config"], 3)),
    event(story.mitigated, pick(story, ["Old config deployed again", "Traffic shifted to the other region"], 4)),
    event(story.resolved, pick(story, ["Service restored", "Error rate back to normal"], 5)),
  ];
}

export function timelineOf(story: Story, events: readonly Event[] = eventsOf(story), zoneStatement?: string): string {
  const { zone, style } = story;
  const onLine = zoneStatement === undefined && style.zone === "line" ? ` ${zone}` : "";
  const date = dateOf(story);
  const dated = events.some((event) => event.date !== date);
  const time = (event: Event): string =>
    `${dated || style.timeline === "dated list" ? `${event.date} ` : ""}${event.time}${onLine}`;
  const above = zoneStatement ?? (style.zone === "preamble" ? `All times in ${zone}.` : "");
  const lines = events.map((event) => {
    if (style.timeline === "table") return `| ${time(event)} | ${event.text} |`;
    if (style.timeline === "headings") return `### ${time(event)}\n\n${event.text}\n`;
    if (style.timeline === "bold list") return `- **${time(event)}**: ${event.text}`;
    return `- ${time(event)} ${pick(story, ["—", "-", ":"], 6).replace(":", "–")} ${event.text}`;
  });
  const heading = `## Timeline${zoneStatement === undefined && style.zone === "heading" ? ` (${zone})` : ""}`;
  const table = style.timeline === "table" ? ["| Time | Event |", "| --- | --- |"] : [];
  return [heading, ...(above === "" ? [] : [above]), [...table, ...lines].join("\n")].join("\n\n");
}

export function summaryOf(story: Story): string {
  return pick(story, [
    `A bad release broke the API. About ${thousands(story.requests)} requests failed across ${thousands(story.customers)} customers.`,
    `The API was degraded. ~${thousands(story.requests)} failed requests hit ${thousands(story.customers)} unique customers, and $${thousands(story.money)} in transactions were lost.`,
    `An estimated $${thousands(story.money)} was lost, and ${thousands(story.customers)} customers were affected.`,
  ]);
}

export function impactOf(story: Story): readonly string[] {
  const zone = story.style.zone === "line" || story.style.zone === "heading" ? ` ${story.zone}` : "";
  return [
    `- **Duration:** ${length(story, story.resolved)} (${range(story, 0, story.resolved)}${zone})`,
    `- **Customer impact:** ~${thousands(story.requests)} failed requests, ${thousands(story.customers)} ${pick(story, ["", "unique ", "affected "])}customers`,
    `- **Revenue impact:** ~$${thousands(story.money)} in failed transactions`,
  ];
}

/** The note of a story, true to it but for the changes. */
export function note(story: Story, changes: Changes = {}): string {
  const date = dateOf(story);
  const title = `API Outage Retro — ${date}`;
  const properties = changes.properties ?? [];
  const zone =
    story.style.zone === "property" && changes.zoneStatement === undefined ? [`timezone: "${story.zone}"`] : [];
  return [
    [
      "---",
      `title: ${changes.title ?? title}`,
      `date: ${changes.date ?? date}`,
      ...zone,
      ...properties,
      "tags:",
      "  - postmortem",
      "---",
    ].join("\n"),
    `# ${changes.heading ?? title}`,
    `## What Happened\n\n${changes.summary ?? summaryOf(story)}`,
    changes.timeline ?? timelineOf(story, changes.events, changes.zoneStatement),
    "## Root Cause\n\nThe pipeline checks no required keys.",
    `## Impact\n\n${(changes.impact ?? impactOf(story)).join("\n")}`,
    "## Action Items\n\n- [ ] Validate the config in CI",
  ].join("\n\n");
}
