import type { Headline } from "../../incident";
import { compactMinutes } from "./text";
import type { PictureWords } from "./words";
import { pictureWords } from "./words";

/** A headline number in words. */
export interface HeadlineWords {
  readonly name: string;
  /** `—` where nothing is known. */
  readonly value: string;
  /** Against the days before, such as `3 more than before`; empty where they are not known. */
  readonly change: string;
}

/** Says a headline number, and how it has changed. */
export function headlineWords({ before, id, value }: Headline, words: PictureWords = pictureWords): HeadlineWords {
  const inWords = (number: number): string => {
    if (id === "time-to-resolve") return compactMinutes(number);
    return id === "closed-in-time" ? words.share(Math.round(100 * number)) : words.number(number);
  };
  return {
    name: words.headlines[id],
    value: value === null ? "—" : inWords(value),
    change: value === null || before === null ? "" : changeInWords(id, inWords(before), value - before, words),
  };
}

function changeInWords(id: Headline["id"], before: string, difference: number, words: PictureWords): string {
  if (difference === 0) return words.asBefore;
  if (id === "incidents" || id === "open-actions")
    return difference > 0 ? words.moreThanBefore(difference) : words.fewerThanBefore(-difference);
  return words.changed[id][difference > 0 ? "up" : "down"](before);
}
