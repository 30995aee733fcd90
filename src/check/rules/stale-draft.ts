import { reviewStepsOf } from "../../incident";
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
  options: () => z.object({}),
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
    if (status === null || date === null) return;
    const days = businessDaysBetween(date, today(clock));
    const late = reviewStepsOf(fields, settings).filter((step) => !step.reached && days > step.days);
    // Beside the last step those on the way do not matter any more.
    const step = late.find((one) => one.status === settings.statuses.at(-1)) ?? late[0];
    if (step === undefined) return;
    const isLast = step.status === settings.statuses.at(-1);
    const allowed = `${severity === null ? "" : `for \`${severity}\` `}${step.days} are allowed`;
    yield {
      span: fields.entries.get("status")?.value.span ?? wholeNoteSpan(note),
      message: `still \`${status}\` ${days} business days after the incident; ${isLast ? allowed : `\`${step.status}\` was due on ${step.due}, after ${step.days}`}`,
      help: isLast ? `finish it and set the status to \`${step.status}\`` : `bring it to \`${step.status}\``,
    };
  },
});
