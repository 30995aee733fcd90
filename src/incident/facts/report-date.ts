import { anyOf, perLanguage } from "../../language";
import type { Lexicon } from "../../language";
import { plain } from "../../time";

/** What may stand before a date of the report, such as "last updated on". */
const lead = perLanguage(
  ({ labels, clock, calendar }) =>
    new RegExp(
      `(?:^|[^a-z])${anyOf(labels.reportDate)}[ :,|(-]{0,6}(?:${anyOf([...clock.at, ...clock.from, ...calendar.joints])} )?$`,
      "i",
    ),
);

/** Whether a date tells how old a report is, "as of" or "published" before it, and not when the incident was. */
export function isReportDate(text: string, start: number, language: Lexicon): boolean {
  return lead(language).test(plain(text.slice(Math.max(0, start - 40), start)));
}
