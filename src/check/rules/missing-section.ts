import { isRequired } from "../../settings";
import * as z from "../../schema";
import { wholeNoteSpan } from "../findings/places";
import { defineRule } from "../rule";
import { insertSection } from "../findings/insert-section";

const complete =
  "## What Happened\n\nA deploy broke the API.\n\n## Timeline\n\n- 06:12 UTC Deploy\n\n## Root Cause\n\nA missing key.\n\n## Impact\n\nTen requests failed.\n\n## Action Items\n\n- [ ] Check keys [[Ada]] 📅 2024-06-01";

export const missingSection = defineRule({
  id: "missing-section",
  severity: "error",
  why: "Readers look for the same sections in every postmortem, and so does whoever compares them later. A known synonym will do.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: complete, expect: [] },
    { note: complete.replace("What Happened", "Summary").replace("Action Items", "Follow-ups"), expect: [] },
    {
      note: `# API outage\n\n${complete.replace("## Impact\n\nTen requests failed.\n\n", "")}`,
      expect: ["1:3-1:13 section `Impact` is missing"],
      fixed: `# API outage\n\n${complete.replace("Ten requests failed.", "TODO: fill in")}`,
    },
    {
      note: complete.slice(complete.indexOf("## Timeline"), complete.indexOf("\n\n## Action")),
      expect: ["1:1-1:12 section `What Happened` is missing", "1:1-1:12 section `Action Items` is missing"],
      fixed: complete
        .replace("A deploy broke the API.", "TODO: fill in")
        .replace("- [ ] Check keys [[Ada]] 📅 2024-06-01", "TODO: fill in"),
    },
    {
      note: "## Zusammenfassung\n\nEin Deployment hat die API gestört.\n\n## Zeitleiste\n\n- 06:12 Uhr Deployment\n\n## Ursache\n\nEin Schlüssel fehlte.\n\n## Auswirkungen\n\nAnfragen schlugen fehl.\n\n## Maßnahmen\n\n- [ ] Schlüssel prüfen",
      expect: [],
    },
    {
      note: "## Wat er gebeurde\n\nDe dienst was niet bereikbaar: het certificaat van de server werd niet op tijd vernieuwd, en deze storing duurde een uur.",
      expect: ["1:1-1:19 the note seems to be written in Dutch, which is not read: its sections are not known"],
    },
  ],
  *check({ note, incident, settings }) {
    if (incident.unread !== null) {
      yield {
        span: wholeNoteSpan(note),
        severity: "info",
        message: `the note seems to be written in ${incident.unread}, which is not read: its sections are not known`,
        help: "set the property `lang` if it is written in another language",
      };
      return;
    }
    const present = new Set(incident.sections.map(({ id }) => id));
    for (const section of settings.sections) {
      if (present.has(section.id) || !isRequired(section.required, incident.fields.status, settings)) continue;
      const edit = insertSection(note, section, incident.sections, settings.sections);
      yield {
        span: wholeNoteSpan(note),
        message: `section \`${section.heading}\` is missing`,
        help: `add a heading \`${section.heading}\` or one that means the same`,
        ...(edit !== null && {
          fix: { title: `Add the section \`${section.heading}\``, edits: [edit], scaffolds: true },
        }),
      };
    }
  },
});
