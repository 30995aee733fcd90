import * as z from "../../schema";
import { contains } from "../../base";
import { atPlace } from "../findings/places";
import { defineRule } from "../rule";

export const timelineWithoutZone = defineRule({
  id: "timeline-without-zone",
  severity: "warning",
  why: 'Everyone reads a time without a zone in their own. State it once: "All times in UTC" above the timeline, or the property `timezone`.',
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Timeline\n\nAll times in UTC.\n\n- 06:12 Config deployment\n- 06:59 Service restored", expect: [] },
    {
      note: "---\ntimezone: Europe/Berlin\n---\n\n## Timeline\n\n- 06:12 Config deployment\n- 06:59 Service restored",
      expect: [],
    },
    {
      note: "## Timeline\n\n- 06:12 Config deployment\n- 06:59 Service restored",
      expect: ["3:3-3:8 `06:12` and one more time have no zone"],
      offers: ["Write `All times in UTC.` above"],
    },
  ],
  *check({ note, incident: { timeline }, library, settings }) {
    const zoneless = timeline.events.filter(({ zone }) => zone?.from === "setting");
    const [first] = zoneless;
    if (first === undefined || settings.timezoneHolds) return;
    const { path } = first.place;
    const written = path === note.path ? note : library.note(path);
    const block = written?.sections.find(({ span }) => contains(span, first.timeSpan));
    const words = `All times in ${settings.timezone}.`;
    const more = zoneless.length - 1;
    yield {
      ...atPlace({ path: first.place.path, span: first.timeSpan }),
      message: `\`${first.raw.replaceAll("`", "")}\` ${more === 0 ? "has" : `and ${more === 1 ? "one more time" : `${more} more times`} have`} no zone`,
      help: `write "All times in UTC" above the timeline; until then \`${settings.timezone}\` is taken`,
      ...(block !== undefined && {
        choices: [
          {
            title: `Write \`${words}\` above`,
            edits: [{ path, span: { start: block.span.start, end: block.span.start }, text: `${words}\n\n` }],
          },
        ],
      }),
    };
  },
});
