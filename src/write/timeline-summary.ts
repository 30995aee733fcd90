import { formatMinutes } from "../time/lexer/length";
import { clockAt, dayAt } from "./timeline-axis";
import type { TimelineRows } from "./timeline-rows";

/** What the picture of a timeline shows, in a few sentences, for those who do not see it. */
export function timelineSummary({ axis, gaps, rows, unplaced }: TimelineRows): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return "No event has a known time.";
  const moment = (time: number): string => [dayAt(axis, time), clockAt(axis, time)].filter((part) => part !== null).join(" ");
  const turns = rows.flatMap(({ clock, milestones }) =>
    milestones.map(({ milestone, minutes }) => `${milestone.id} at ${clock}${minutes === null ? "" : `, ${sinceStart(minutes)}`}`),
  );
  const silences = gaps.map(({ from, minutes }) => `nothing for ${formatMinutes(minutes)} from ${moment(from)}`);
  return [
    `${rows.length} event${rows.length === 1 ? "" : "s"} from ${moment(first.time)} to ${moment(rows.reduce((latest, { end, time }) => Math.max(latest, end ?? time), last.time))}${axis.zoneName === null ? "" : `, ${axis.zoneName}`}.`,
    ...[...turns, ...silences].map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`),
    ...(unplaced === 0 ? [] : [`${unplaced} more without a known day.`]),
  ].join(" ");
}

/** How long after the start something was, in words: `13 minutes after the start`. */
export function sinceStart(minutes: number): string {
  return `${formatMinutes(minutes)} ${minutes < 0 ? "before" : "after"} the start`;
}
