import { plainWords } from "../../base";
import * as z from "../../schema";
import { businessDaysBetween, today } from "../../time";
import { wholeNoteSpan } from "../findings/places";
import { defineRule } from "../rule";

const draft = (status: string, date: string): string =>
  `---\ntitle: API outage\ndate: ${date}\nseverity: SEV-1\nstatus: ${status}\n---\n\n# API outage`;

export const staleDraft = defineRule({
  id: "stale-draft",
  severity: "warning",
  why: "Details fade within days, and a postmortem that nobody finished teaches nobody. How long a draft may take depends on the severity; business days are Monday to Friday.",
  options: z.object({}),
  defaults: {},
  examples: [
    { note: draft("published", "2024-04-11"), expect: [] },
    { note: draft("draft", "2024-05-10"), expect: [] },
    {
      note: draft("draft", "2024-05-09"),
      expect: ["5:9-5:14 still `draft` 4 business days after the incident; for `SEV-1` 3 are allowed"],
    },
    { note: "# A note without a status", expect: [] },
  ],
  *check({ note, incident: { fields }, settings, clock }) {
    const { status, date, severity } = fields;
    const final = settings.statuses.at(-1) ?? "";
    if (status === null || date === null || plainWords(status) === plainWords(final)) return;
    const limit = settings.staleDraft[severity ?? ""] ?? settings.staleDraft["other"];
    const days = businessDaysBetween(date, today(clock));
    if (limit === undefined || days <= limit) return;
    yield {
      span: fields.entries.get("status")?.value.span ?? wholeNoteSpan(note),
      message: `still \`${status}\` ${days} business days after the incident; ${severity === null ? "" : `for \`${severity}\` `}${limit} are allowed`,
      help: `finish it and set the status to \`${final}\``,
    };
  },
});
