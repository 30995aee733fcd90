import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotes, rules } from "../../src/check";
import { readSettings } from "../../src/settings";
import { exampleNow, factRules, libraryOf } from "./replay";
import {
  clock,
  eventsOf,
  impactOf,
  length,
  note,
  path,
  pick,
  range,
  story,
  summaryOf,
  type Changes,
  type Event,
  type Story,
} from "./story";

const known: readonly string[] = factRules;
const { settings } = readSettings({
  rules: Object.fromEntries(rules.filter(({ id }) => !known.includes(id)).map(({ id }) => [id, { severity: "off" }])),
});

/** The rules that find something in a note that stands alone in its vault. */
function found(path: string, text: string): readonly string[] {
  return checkNotes({
    library: libraryOf({ [path]: text }),
    settings,
    clock: { now: exampleNow, zone: "UTC" },
    paths: [path],
  }).map(({ rule }) => rule);
}

/** A true story, told once as it was and once with a single fact changed. */
interface Case {
  readonly story: Story;
  readonly clean: string;
  readonly changed: string;
}

/** Demands of 200 stories that the changed one is caught by the rule, and that the true one is not accused. */
function catches(rule: (typeof factRules)[number], cases: fc.Arbitrary<Case>): void {
  fc.assert(
    fc.property(cases, ({ story, clean, changed }) => {
      expect(changed).not.toBe(clean);
      const at = path(story);
      expect({ found: found(at, clean), text: clean }).toEqual({ found: [], text: clean });
      expect({ found: found(at, changed).includes(rule), text: changed }).toEqual({ found: true, text: changed });
    }),
    { seed: 20240411, numRuns: 200 },
  );
}

/** Cases that differ from the story's own note in some of its parts. */
function changing<T>(
  variation: fc.Arbitrary<T>,
  change: (story: Story, variation: T) => Changes | { readonly before: Changes; readonly after: Changes },
): fc.Arbitrary<Case> {
  return fc.tuple(story, variation).map(([of, varied]) => {
    const changes = change(of, varied);
    const { before, after } = "after" in changes ? changes : { before: {}, after: changes };
    return { story: of, clean: note(of, before), changed: note(of, after) };
  });
}

/** A whole number of minutes in either direction, never near 0. */
const slip = fc
  .tuple(fc.integer({ min: 3, max: 55 }), fc.boolean())
  .map(([minutes, back]) => (back ? -minutes : minutes));

const withEvent = (events: readonly Event[], index: number, change: (event: Event) => Event): readonly Event[] =>
  events.map((event, at) => (at === index ? change(event) : event));
const anyEvent = fc.integer({ min: 0, max: 5 });

/** Times as properties, in the wall clock of the story. */
function milestones(
  story: Story,
  changes: Readonly<Partial<Record<"started" | "detected" | "acknowledged" | "mitigated" | "resolved", number>>> = {},
): readonly string[] {
  const minutes = {
    started: 0,
    detected: story.detected,
    acknowledged: story.acknowledged,
    mitigated: story.mitigated,
    resolved: story.resolved,
    ...changes,
  };
  return Object.entries(minutes).map(
    ([name, after]) => `${name}: ${story.start.plus({ minutes: after }).toFormat("yyyy-MM-dd'T'HH:mm")}`,
  );
}

describe("one changed fact is caught, and the true story is not accused, by", () => {
  it("missing-timeline", () => {
    const prose = fc.constantFrom(
      "The release went out in the morning, and the team rolled it back an hour later.",
      "See the chat.",
      "- Release\n- Alert\n- Rollback",
      "| Time | Event |\n| --- | --- |\n| morning | Release |",
    );
    catches(
      "missing-timeline",
      changing(prose, (_, text) => ({ timeline: `## Timeline\n\n${text}` })),
    );
  });

  it("unreadable-time", () => {
    const impossible = fc.oneof(
      fc
        .tuple(fc.integer({ min: 25, max: 99 }), fc.integer({ min: 10, max: 59 }))
        .map(([hour, minute]) => ({ time: `${String(hour)}:${String(minute)}` })),
      fc
        .tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 60, max: 99 }))
        .map(([hour, minute]) => ({ time: `${String(hour)}:${String(minute)}` })),
      fc.constantFrom({ date: "2024-13-05" }, { date: "2023-02-30" }, { date: "2023-04-31" }),
    );
    catches(
      "unreadable-time",
      changing(fc.tuple(impossible, anyEvent), (of, [wrong, index]) => ({
        events: withEvent(eventsOf(of), index, (event) => ({ ...event, ...wrong })),
      })),
    );
  });

  it("timeline-out-of-order", () => {
    const swap = fc.tuple(anyEvent, fc.integer({ min: 1, max: 5 }));
    catches(
      "timeline-out-of-order",
      changing(swap, (of, [index, by]) => {
        const events = [...eventsOf(of)];
        const [moved] = events.splice(index, 1);
        if (moved !== undefined) events.splice((index + by) % 6, 0, moved);
        return { events };
      }),
    );
  });

  it("timeline-without-zone", () => {
    catches(
      "timeline-without-zone",
      changing(fc.constantFrom("", "Taken from the chat.", "Times are approximate."), (of, statement) => ({
        zoneStatement: statement,
        impact: impactOf({ ...of, style: { ...of.style, zone: "property" } }),
      })),
    );
  });

  it("wrong-zone", () => {
    const seasons = fc.constantFrom(
      ["PST", "PDT", "America/Los_Angeles"] as const,
      ["EST", "EDT", "America/New_York"] as const,
      ["CET", "CEST", "Europe/Berlin"] as const,
    );
    catches(
      "wrong-zone",
      fc.tuple(story, seasons).map(([of, [winter, summer, region]]) => {
        const isSummer = of.start.setZone(region, { keepLocalTime: true }).isInDST;
        const told = { ...of, zone: isSummer ? summer : winter };
        return { story: told, clean: note(told), changed: note({ ...told, zone: isSummer ? winter : summer }) };
      }),
    );
  });

  it("zone-pair-mismatch", () => {
    const offsets = { CEST: 120, IST: 330, PDT: -420, JST: 540, "UTC-3": -180 } as const;
    const others = fc.constantFrom("CEST", "IST", "PDT", "JST", "UTC-3");
    catches(
      "zone-pair-mismatch",
      fc
        .tuple(story, others, fc.constantFrom(-120, -60, -30, 30, 60, 90, 180), anyEvent)
        .map(([of, other, shift, index]) => {
          const told: Story = {
            ...of,
            start: of.start.set({ month: 7, day: 3 }),
            zone: "UTC",
            style: { ...of.style, zone: "preamble" },
          };
          const minutes =
            [0, told.detected, told.acknowledged, told.identified, told.mitigated, told.resolved][index] ?? 0;
          const pair = (by: number): Changes => ({
            events: withEvent(eventsOf(told), index, (event) => {
              const second = `${clock(told, minutes + offsets[other] + by)} ${other}`;
              return { ...event, time: `${event.time} UTC ${pick(told, [`(${second})`, `/ ${second}`])}` };
            }),
          });
          return { story: told, clean: note(told, pair(0)), changed: note(told, pair(shift)) };
        }),
    );
  });

  it("event-outside-incident", () => {
    const far = fc.oneof(
      fc.constantFrom({ years: -1 }, { years: 1 }, { months: 1 }, { months: -2 }),
      fc.integer({ min: 8, max: 400 }).map((days) => ({ days })),
    );
    catches(
      "event-outside-incident",
      changing(fc.tuple(far, anyEvent), (of, [by, index]) => ({
        events: withEvent(eventsOf(of), index, (event) => ({
          ...event,
          date: of.start.plus(by).toFormat("yyyy-MM-dd"),
        })),
      })),
    );
  });

  it("permalink-time-mismatch", () => {
    const apart = fc.tuple(fc.integer({ min: 7, max: 600 }), fc.boolean(), anyEvent);
    catches(
      "permalink-time-mismatch",
      changing(apart, (of, [minutes, back, index]) => {
        const offset: Readonly<Record<string, string>> = { GMT: "UTC" };
        const zone = offset[of.zone] ?? of.zone;
        const after = [0, of.detected, of.acknowledged, of.identified, of.mitigated, of.resolved][index] ?? 0;
        const posted = of.start.setZone(zone, { keepLocalTime: true }).plus({ minutes: after, seconds: 20 });
        const linked = (by: number): readonly Event[] =>
          withEvent(eventsOf(of), index, (event) => ({
            ...event,
            text: `${event.text} ([thread](https://example.slack.com/archives/C0123ABCD/p${String(posted.plus({ minutes: by }).toMillis() * 1000)}))`,
          }));
        return { before: { events: linked(0) }, after: { events: linked(back ? -minutes : minutes) } };
      }),
    );
  });

  it("duration-mismatch", () => {
    const wordings: readonly ((story: Story, minutes: number, end: number) => string)[] = [
      (of, minutes, end) => `- **Duration:** ${length(of, minutes)} (${range(of, 0, end)})`,
      (of, minutes, end) => `- Total impact duration: ${length(of, minutes)} (${range(of, 0, end)} ${of.zone})`,
      (of, minutes, end) =>
        `The API was down from ${clock(of, 0)} to ${clock(of, end)}, for a total of ${length(of, minutes)}.`,
      (of, minutes, end) =>
        `For ${length(of, minutes)}, between ${clock(of, 0)} and ${clock(of, end)} ${of.zone}, our users saw errors.`,
      (of, minutes, end) => `${range(of, 0, end)} ${of.zone} (${length(of, minutes)})`,
      (of, minutes, end) => `An outage of ${length(of, minutes)} (${range(of, 0, end)}).`,
      (of, minutes, end) => `The outage lasted ${length(of, minutes)}, from ${clock(of, 0)} to ${clock(of, end)}.`,
    ];
    catches(
      "duration-mismatch",
      changing(fc.tuple(fc.constantFrom(...wordings), slip, fc.boolean()), (of, [words, by, end]) => {
        const wrong = Math.abs(by) >= of.resolved ? Math.abs(by) : by;
        // A length in whole hours may be rounded by half an hour.
        const minutes = (of.resolved + wrong) % 60 === 0 || of.resolved % 60 === 0 ? 61 : wrong;
        const told = of.resolved % 60 === 0 ? { ...of, resolved: of.resolved + 1 } : of;
        const impact = (length: number, until: number): Changes => ({
          impact: [words(told, length, until)],
          events: eventsOf(told),
        });
        return {
          before: impact(told.resolved, told.resolved),
          after: end ? impact(told.resolved, told.resolved + minutes) : impact(told.resolved + minutes, told.resolved),
        };
      }),
    );
  });

  it("milestone-order", () => {
    const wrong = fc.constantFrom(
      "started" as const,
      "detected" as const,
      "acknowledged" as const,
      "mitigated" as const,
      "resolved" as const,
    );
    catches(
      "milestone-order",
      changing(fc.tuple(wrong, fc.integer({ min: 1, max: 2000 })), (of, [id, by]) => {
        const minutes = id === "started" ? of.detected + by : id === "resolved" ? of.mitigated - by : -by;
        return { before: { properties: milestones(of) }, after: { properties: milestones(of, { [id]: minutes }) } };
      }),
    );
  });

  it("metric-mismatch", () => {
    const metrics = fc.constantFrom(
      ["detect", "detected"] as const,
      ["acknowledge", "acknowledged"] as const,
      ["mitigate", "mitigated"] as const,
      ["resolve", "resolved"] as const,
    );
    const places = fc.constantFrom("property", "list", "table", "sentence");
    catches(
      "metric-mismatch",
      changing(fc.tuple(metrics, slip, places), (of, [[verb, id], by, where]) => {
        const right = of[id] % 60 === 0 && where !== "property" && of.style.duration === "hours" ? of[id] + 1 : of[id];
        const properties = milestones(of, { [id]: right });
        const told = (minutes: number): Changes => {
          if (where === "property") return { properties: [...properties, `time-to-${verb}: ${String(minutes)}`] };
          const words = length(of, minutes);
          const line =
            where === "list"
              ? `- **Time to ${verb}:** ${words}`
              : where === "table"
                ? `\n| Metric | Value |\n| --- | --- |\n| Time to ${verb} | ${words} |`
                : `Time to ${verb}: ${words}.`;
          return { properties, impact: [line] };
        };
        // Counted from the detection it may be right again; a whole number of hours may be rounded.
        const candidates = [right + by, right + 2 * Math.abs(by), right + 3 * Math.abs(by) + 1];
        const fits = (minutes: number): boolean =>
          minutes > 0 &&
          minutes % 60 !== 0 &&
          [of.mitigated, of.resolved, of[id], right].every((end) =>
            [0, of.detected].every((from) => Math.abs(end - from - minutes) > 2),
          );
        return { before: told(right), after: told(candidates.find(fits) ?? right + 1001) };
      }),
    );
  });

  it("figure-mismatch", () => {
    const figures = fc.constantFrom("requests" as const, "customers" as const, "money" as const);
    catches(
      "figure-mismatch",
      changing(
        fc.tuple(figures, fc.integer({ min: 12, max: 900 }), fc.boolean()),
        (of, [figure, percent, inSummary]) => {
          const styled: Story = {
            ...of,
            style: {
              ...of.style,
              wording:
                figure === "requests"
                  ? of.style.wording - (of.style.wording % 3)
                  : figure === "money"
                    ? of.style.wording - (of.style.wording % 3) + 1
                    : of.style.wording,
            },
          };
          const wrong: Story = { ...styled, [figure]: Math.ceil(styled[figure] * (1 + percent / 100)) };
          const before = { summary: summaryOf(styled), impact: impactOf(styled) };
          return {
            before,
            after: inSummary ? { ...before, summary: summaryOf(wrong) } : { ...before, impact: impactOf(wrong) },
          };
        },
      ),
    );
  });

  it("derived-time-conflict", () => {
    const forms = fc.constantFrom("within", "later", "clock", "outage");
    catches(
      "derived-time-conflict",
      changing(fc.tuple(forms, fc.integer({ min: 5, max: 50 })), (of, [form, by]) => {
        const properties = milestones(of);
        const minutes = (count: number): string => `${String(count)} minutes`;
        if (form === "within") {
          const told = (count: number): Changes => ({
            properties,
            summary: pick(of, [
              `The on-call engineer acknowledged the page within ${minutes(count)}.`,
              `The page was acknowledged within ${minutes(count)}.`,
            ]),
          });
          return {
            before: told(of.acknowledged),
            after: told(Math.max(0, Math.min(of.acknowledged, of.acknowledged - of.detected) - 2)),
          };
        }
        if (form === "later") {
          const told = (count: number): Changes => ({
            properties,
            summary: `The incident was resolved ${minutes(count)} later.`,
          });
          return { before: told(of.resolved), after: told(of.resolved + by) };
        }
        if (form === "clock") {
          const told = (count: number): Changes => ({
            summary: `The pool ran dry at ${clock(of, 0)}. ${minutes(count)} later, at ${clock(of, of.identified)}, the disk was full.`,
          });
          return { before: told(of.identified), after: told(of.identified + by) };
        }
        const before = Math.min(of.resolved - 2, by);
        const told = (outage: number): Changes => ({
          summary: `A release at ${clock(of, 0)} removed the limit. The pool ran dry within ${minutes(before)}, resulting in a ${String(outage)}-minute full outage.`,
        });
        return { before: told(of.resolved - before), after: told(of.resolved) };
      }),
    );
  });

  it("date-mismatch", () => {
    const days = fc.oneof(fc.constantFrom(-365, -31, -1, 1, 30, 366), fc.integer({ min: 2, max: 700 }));
    const wheres = fc.constantFrom("date", "heading", "title", "weekday");
    catches(
      "date-mismatch",
      changing(
        fc.tuple(days, wheres, fc.constantFrom("yyyy-MM-dd", "MMMM d, yyyy", "d MMM yyyy")),
        (of, [by, where, format]) => {
          const day = (days: number, as: string = format): string => of.start.plus({ days }).toFormat(as);
          if (where === "weekday") {
            const weekday = (days: number): Changes => ({
              summary: `On ${day(days, "cccc")}, ${day(0, "MMMM d, yyyy")} the API failed.`,
            });
            return { before: weekday(0), after: weekday(1 + (Math.abs(by) % 6)) };
          }
          if (where === "date") return { date: day(by, "yyyy-MM-dd") };
          const told = (days: number): Changes => ({ [where]: `API Outage Retro — ${day(days)}` });
          return { before: told(0), after: told(by) };
        },
      ),
    );
  });

  it("title-mismatch", () => {
    const titles = fc.constantFrom(
      "API Outage Retro",
      "Database failover outage",
      "Checkout latency incident",
      "Login outage for all users",
    );
    const words = fc.constantFrom("Billing", "Search", "Frankfurt", "Quarterly");
    catches(
      "title-mismatch",
      changing(fc.tuple(titles, words, fc.boolean()), (_, [title, word, inTitle]) => {
        const changed = title.replace(/^\S+/, word);
        return {
          before: { title, heading: title },
          after: inTitle ? { title: changed, heading: title } : { title, heading: changed },
        };
      }),
    );
  });
});
