import { capitalized } from "../../base";
import type { Incident } from "../../incident";
import { formatInstant } from "../../time";
import { shownWords } from "../../note";

/** Begins each event: Mermaid takes a line that begins with a word of its grammar, or a date, for more than a label. */
const lead = "·";

/** How much of an event's text a chart shows, in characters. */
const longestLabel = 60;

/**
 * The timeline as a Mermaid Gantt chart, which Obsidian and Git hosts draw: the phases between
 * milestones as bars, the events as points. Times are UTC. Null when no event has a known moment.
 */
export function timelineChart({ fields, metrics, timeline }: Incident): string | null {
  const events = timeline.events
    .flatMap(({ nested, text, time }) => (nested || time === null ? [] : [{ text, time }]))
    .sort((a, b) => a.time - b.time);
  if (events.length === 0) return null;
  const title = label(fields.title ?? "Timeline");
  const bars = metrics.flatMap(({ from, id, minutes, to }) =>
    from.time === null || to.time === null || minutes <= 0
      ? []
      : [`    ${metricName(id)}, ${String(minutes)} min : ${moment(from.time)}, ${moment(to.time)}`],
  );
  return [
    "```mermaid",
    "gantt",
    `    title ${title} (UTC)`,
    "    dateFormat YYYY-MM-DDTHH:mm:ss",
    "    axisFormat %H:%M",
    ...(bars.length === 0 ? [] : ["    section Metrics", ...bars]),
    "    section Events",
    ...events.map(({ text, time }) => `    ${lead} ${label(text)} : milestone, ${moment(time)}, 0m`),
    "```",
  ].join("\n");
}

function metricName(id: string): string {
  return capitalized(id.replaceAll("-", " "));
}

/** Text that Mermaid takes as a label: without its marks and without Markdown's. */
function label(text: string): string {
  const plain = shownWords(text)
    .replace(/[`*_=~#;:,%"<>{}\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const characters = Array.from(plain === "" ? "Event" : plain);
  return characters.length <= longestLabel
    ? characters.join("")
    : `${characters
        .slice(0, longestLabel - 1)
        .join("")
        .trimEnd()}…`;
}

/** `2024-04-11T06:12:00`, UTC. */
function moment(time: number): string {
  return formatInstant(time).slice(0, 19);
}
