import { situationOf } from "../../incident";
import * as z from "../../schema";
import { noteName } from "../../vault";
import { wholeNoteSpan, wordsAt } from "../findings/places";
import type { EarlierIncident } from "../recurrence-index";
import { followSituations } from "../recurrence-index";
import { defineRule } from "../rule";

/** Of so many earlier incidents open action items are named, the last one first. */
const mostEarlier = 3;

const note = (date: string, properties: string, items = ""): string =>
  `---\ntitle: API outage\ndate: ${date}\n${properties}\n---\n\n## Action Items\n\n${items}`;
const now = note("2024-04-11", "services: [api, web]\nfactors: [capacity, change]");

export const recurringIncident = defineRule({
  id: "recurring-incident",
  severity: "info",
  why: "The same service and the same contributing factor again within the days of the setting `recurrenceDays`, or after an action item that is still open, says that what was learned did not reach the system. That belongs in the postmortem, with the earlier one beside it.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    {
      note: now,
      vault: {
        "Incident-2024-03-01-Other-Service.md": note("2024-03-01", "services: [db]\nfactors: [capacity]"),
        "Incident-2024-03-02-Other-Factor.md": note("2024-03-02", "services: [api]\nfactors: [process]"),
        "Incident-2023-03-02-Long-Ago.md": note(
          "2023-03-02",
          "services: [api]\nfactors: [capacity]",
          "- [x] Add an alert\n- [-] Buy more\n- [ ] Written down later ➕ 2024-05-01",
        ),
        "Incident-2024-04-30-Later.md": note("2024-04-30", "services: [api]\nfactors: [capacity]"),
      },
      expect: [],
    },
    {
      note: now,
      vault: {
        "Incident-2024-01-05-Old.md": note("2024-01-05", "services: [API]\nfactors: [Capacity, change]"),
        "Incident-2024-02-05-Newer.md": note("2024-02-05", "services: [web]\nfactors: change"),
      },
      expect: [
        "5:10-5:28 `web` had the factor `change` 66 days before, in `Incident-2024-02-05-Newer`; it is the third time within 180 days",
      ],
    },
    {
      note: now,
      vault: {
        "Incident-2023-01-05-Old.md": note(
          "2023-01-05",
          "services: [api]\nfactors: [capacity]",
          "- [ ] Add a **pool** alert @ada\n- [ ] Raise the limit\n- [x] Revert it",
        ),
      },
      expect: [
        "5:10-5:28 `Incident-2023-01-05-Old` had the factor `capacity` in `api` too, and 2 of its action items are still open: `Add a pool alert @ada` and one more",
      ],
    },
  ],
  prepare: followSituations,
  *check({ note, incident, library, settings, earlierAlike }) {
    const earlier = earlierAlike(situationOf(note, settings, library.memory, incident.fields));
    const [last] = earlier;
    if (last === undefined) return;
    const span = incident.fields.entries.get("factors")?.value.span ?? wholeNoteSpan(note);
    const near = earlier.filter(({ days }) => days <= settings.recurrenceDays);
    const top = (path: string) => ({ path, span: { start: 0, end: 0 } });
    if (near.length > 0)
      yield {
        span,
        message: `${names(last.shared.services)} had ${factorsOf(last)} ${last.days === 1 ? "the day" : `${last.days} days`} before, in \`${noteName(last.path)}\`${again(near.length, settings.recurrenceDays)}`,
        help: "say what was tried after it and why it did not hold, and link it",
        related: near.map(({ path }) => ({ ...top(path), message: "the earlier incident" })),
      };
    const unfinished = earlier.flatMap((one) => {
      const [first, ...rest] = one.open;
      return first === undefined ? [] : [{ one, first, rest }];
    });
    for (const { one, first, rest } of unfinished.slice(0, mostEarlier)) {
      const more = rest.length === 0 ? "" : ` and ${rest.length === 1 ? "one" : rest.length} more`;
      const items = one.open.length === 1 ? "an action item of it is" : `${one.open.length} of its action items are`;
      yield {
        span,
        message: `\`${noteName(one.path)}\` had ${factorsOf(one)} in ${names(one.shared.services)} too, and ${items} still open: \`${wordsAt(library, { path: one.path, span: first.textSpan })}\`${more}`,
        help: "do it, or say why it would not have helped",
        related: one.open.map(({ place }) => ({ ...place, message: "the open item" })),
      };
    }
  },
});

function names(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}

function factorsOf({ shared: { factors } }: EarlierIncident): string {
  return `the factor${factors.length === 1 ? "" : "s"} ${names(factors)}`;
}

/** How often it has been by now, from the third time on. */
function again(earlier: number, days: number): string {
  if (earlier < 2) return "";
  return `; it is the ${earlier === 2 ? "third" : `${earlier + 1}th`} time within ${days} days`;
}
