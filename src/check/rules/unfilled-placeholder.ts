import { isDraft } from "../../settings";
import * as z from "../../schema";
import type { Span } from "../../base";
import type { Finding } from "../diagnostic";
import { isUntouched, openPlaces, placeholderIn, writtenLines } from "../../incident";
import { defineRule } from "../rule";
import { followTemplate } from "../template-index";

export const unfilledPlaceholder = defineRule({
  id: "unfilled-placeholder",
  severity: "error",
  why: "What the template left open is what the reader misses. In a draft this is a reminder, later it is an error.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: "## What Happened\n\nThe pool ran dry at 06:12, see `TODO.md` and the todo list.\n\n> [!note] The log prints dates in the format YYYY-MM-DD.",
      expect: [],
    },
    {
      note: "## Impact\n\n%% TODO: ask Ada %%\n\n```yaml\nname: <name>\n```\n\nRequests took <kbd>5</kbd> s. %% TBD %%",
      expect: [],
    },
    {
      note: "## What Happened\n\nTODO: summarise the outage\n\n## Impact\n\n- **Customers:** tbd\n- Duration: <duration>\n\n## Action Items\n\n- [ ] TODO",
      expect: [
        "3:1-3:5 `TODO` is still to be filled in",
        "7:18-7:21 `tbd` is still to be filled in",
        "8:13-8:23 `<duration>` is still to be filled in",
        "12:7-12:11 `TODO` is still to be filled in",
      ],
      offers: ["Fill it in", "Fill it in", "Fill it in", "Fill it in"],
    },
    {
      note: '---\ntitle: "{{title}}"\n---\n\n| Time | Event |\n| --- | --- |\n| HH:MM | ... |',
      expect: ["2:9-2:18 `{{title}}` is still to be filled in", "7:3-7:8 `HH:MM` is still to be filled in"],
    },
  ],
  prepare: followTemplate,
  *check({ note, incident, settings, templateLines }) {
    const severity = isDraft(incident.fields.status, settings) ? { severity: "warning" as const } : {};
    const report = (span: Span): Finding => ({
      span,
      ...severity,
      message: `\`${note.text.slice(span.start, span.end)}\` is still to be filled in`,
      help: "replace it, or remove it with its heading if there is nothing to say",
    });
    for (const { isProperty, mark, span } of openPlaces(incident))
      yield {
        ...report(mark),
        ...(!isProperty && {
          choices: [{ title: "Fill it in", asks: "Instead", place: { path: note.path, span }, value: "" }],
        }),
      };
    const { lines, isSure } = templateLines(note.path);
    for (const { text: line, span } of lines.size === 0 ? [] : writtenLines(note)) {
      if (!lines.has(line) || isUntouched(line, incident.language) || placeholderIn(line, incident.language) !== null)
        continue;
      yield {
        span,
        ...(isSure ? severity : { severity: "info" as const }),
        message: "this line stands as it does in the template",
        help: "write what it asks for, or remove it",
      };
    }
  },
});
