import type { Headline } from "../../incident";
import { compactMinutes } from "./text";

/** A headline number in words. */
export interface HeadlineWords {
  readonly name: string;
  /** `—` where nothing is known. */
  readonly value: string;
  /** Against the days before, such as `3 more than before`; empty where they are not known. */
  readonly change: string;
}

const names: Readonly<Record<Headline["id"], string>> = {
  incidents: "Incidents",
  "time-to-resolve": "Median time to resolve",
  "open-actions": "Open action items",
  "closed-in-time": "Closed in time",
};

/** Says a headline number, and how it has changed. */
export function headlineWords({ before, id, value }: Headline): HeadlineWords {
  const inWords = (number: number): string => {
    if (id === "time-to-resolve") return compactMinutes(number);
    return id === "closed-in-time" ? `${Math.round(100 * number)} %` : String(number);
  };
  return {
    name: names[id],
    value: value === null ? "—" : inWords(value),
    change: value === null || before === null ? "" : changeInWords(id, inWords(before), value - before),
  };
}

function changeInWords(id: Headline["id"], before: string, difference: number): string {
  if (difference === 0) return "As before";
  if (id === "incidents" || id === "open-actions")
    return `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} than before`;
  const isUp = difference > 0;
  return `${id === "time-to-resolve" ? (isUp ? "Longer" : "Shorter") : isUp ? "Up" : "Down"} from ${before}`;
}
