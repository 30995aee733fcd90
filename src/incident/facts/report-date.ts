import { isAnyLetter, withoutTail } from "../../base";
import type { Span } from "../../base";
import { folded, lastWords, lastWordsBefore, perLanguage, wordTable } from "../../language";
import type { Lexicon } from "../../language";
import { plain } from "../../time";

/** What may stand before a date of the report, such as "last updated on". */
const readers = perLanguage(({ labels, clock, calendar }) => ({
  label: wordTable(labels.reportDate),
  joint: wordTable([...clock.at, ...clock.from, ...calendar.joints]),
  behind: wordTable(labels.reportBehind),
}));

const longestBehind = 12;

/** Whether a date tells how old a report is, "as of" or "published" beside it, and not when the incident was. */
export function isReportDate(text: string, { start, end }: Span, language: Lexicon): boolean {
  const { behind, joint, label } = readers(language);
  const next = folded(text.slice(end, end + longestBehind)).trimStart();
  const word = behind.at(next, 0);
  if (word !== null && !isAnyLetter(next.charAt(word.end))) return true;
  const before = lastWords(folded(plain(text.slice(Math.max(0, start - 40), start))));
  const lead = joint.ending(before)?.start;
  return [before.text.length, ...(lead === undefined ? [] : [lead])].some((end) => {
    const bare = withoutTail(before.text.slice(0, end), ":,|(-");
    return label.ending(lastWordsBefore(before, bare.length)) !== null;
  });
}
