import { anyOf, english } from "../../language";
import { plain } from "../../time";

const lead = new RegExp(`(?:^|[^a-z])${anyOf(english.labels.reportDate)}[ :,|(-]{0,6}(?:(?:at|on|of|from) )?$`, "i");

/** Whether a date tells how old a report is, "as of" or "published" before it, and not when the incident was. */
export function isReportDate(text: string, start: number): boolean {
  return lead.test(plain(text.slice(Math.max(0, start - 40), start)));
}
