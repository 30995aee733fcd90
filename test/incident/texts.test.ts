import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Place } from "../../src/base";
import type { ActionItem, HeadFact, Incident, StatedDuration, StatedFigure, ZonePair } from "../../src/incident";
import {
  filledSections,
  isUntouched,
  outageWindow,
  openPlaces as openPlacesOf,
  placeholderIn,
  readIncident,
  recordOf,
  writtenLines,
} from "../../src/incident";
import { parseNote } from "../../src/note";
import { defaultSettings } from "../../src/settings";
import type { Settings } from "../../src/settings";
import { displayWritten, formatInstant } from "../../src/time";
import { libraryOf } from "../vault/library-of";
import { marks, owners, states, tables, tickets } from "./action-texts";
import { elsewhere } from "./elsewhere";
import * as factTexts from "./fact-texts";
import { actions, courses, events, figures, heads, lengths, times } from "./texts";
import * as timelines from "./timelines";
import { headings, openPlaces, properties } from "./whole-texts";

const begin = "---\ntags: [postmortem]\ndate: 2024-04-11\n---\n# Checkout down\n\n";

/** One text of an incident that was on 11 April 2024, and all that is read of it. */
class Reading {
  readonly text: string;
  readonly incident: Incident;

  constructor(source: string, lead = "", settings: Partial<Settings> = {}) {
    this.text = lead.startsWith("---") ? `${lead}${source}\n` : `${begin}${lead}${source}\n`;
    const library = libraryOf({ "Incident.md": this.text, "people/Ada.md": "---\ntype: person\n---\n" });
    const note = library.note("Incident.md") ?? parseNote(this.text, "Incident.md");
    this.incident = readIncident(note, library, { ...defaultSettings, ...settings });
  }

  words({ span }: Pick<Place, "span">): string {
    return JSON.stringify(this.text.slice(span.start, span.end));
  }
}

function section(name: string, texts: readonly string[], read: (text: string) => readonly string[]): string {
  const lines = texts.flatMap((text) => [JSON.stringify(text), ...read(text).map((line) => `  ${line}`)]);
  return [`## ${name}`, ...lines, ""].join("\n");
}

/** The words that are not empty, with a blank between. */
function joined(...words: readonly (string | number | null | undefined | false)[]): string {
  return words.filter((word) => word !== null && word !== undefined && word !== false && word !== "").join(" ");
}

const bounded = (sign: boolean, bound: string | null): string => joined(sign && "about", bound);

function figureText(
  reading: Reading,
  { value, step, approximate, bound, unit, qualifier, place }: StatedFigure,
): string {
  return joined(reading.words(place), "=", value, `(${step})`, bounded(approximate, bound), unit, `[${qualifier}]`);
}

function lengthText(reading: Reading, length: StatedDuration): string {
  const { place, minutes, most, step, approximate, bound, subject, window, counted, previous, next, sentence } = length;
  return joined(
    `${reading.words(place)} = ${minutes}..${most} (${step})`,
    bounded(approximate, bound),
    `of [${subject}]`,
    window && `${window.relation} ${reading.words(window.range.place)} ${window.range.minutes}/${window.range.cycle}`,
    counted,
    previous && `behind ${reading.words(previous.place)}`,
    next && `before ${reading.words(next.place)}`,
    `in ${reading.words(sentence.place)}`,
  );
}

function pairText(reading: Reading, { first, second }: ZonePair): string {
  return `pair ${reading.words(first.place)} ${first.time} = ${reading.words(second.place)} ${second.time}`;
}

const instantText = (time: number | null): string => (time === null ? "?" : formatInstant(time));

function factsText(reading: Reading): readonly string[] {
  const { durations, windows, times: clocks, zonePairs, dates } = reading.incident.facts;
  return [
    ...durations.map((each) => lengthText(reading, each)),
    ...windows.map((each) => `window ${reading.words(each.place)} ${each.minutes}/${each.cycle}`),
    ...clocks.map((each) =>
      joined(
        `time ${reading.words(each.place)} ${displayWritten(each.local)} ${instantText(each.time)}`,
        each.zone?.name,
        `${each.offset}/${each.offsetInForce}`,
        each.open && "open",
        `${JSON.stringify(each.before)} ${JSON.stringify(each.after)}`,
      ),
    ),
    ...zonePairs.map((each) => pairText(reading, each)),
    ...dates.map(({ place, date }) => `date ${reading.words(place)} ${JSON.stringify(date)}`),
  ];
}

function milestonesText(reading: Reading): readonly string[] {
  return [
    ...reading.incident.milestones.map(({ id, time, local, confidence, assumes, place }) =>
      joined(id, displayWritten(local), instantText(time), confidence, assumes.join(" "), reading.words(place)),
    ),
    ...reading.incident.metrics.map(({ id, minutes }) => `${id}: ${minutes}`),
  ];
}

function timelineText(reading: Reading): readonly string[] {
  const { timeline } = reading.incident;
  return [
    ...timeline.events.map((event) =>
      joined(
        displayWritten(event.local),
        event.end && `to ${displayWritten(event.end.local)} ${instantText(event.end.time)}`,
        instantText(event.time),
        event.zone && `${event.zone.name} ${event.zone.offset} from ${event.zone.from}`,
        event.zone?.place && reading.words(event.zone.place),
        event.zone?.remark && `(${event.zone.remark.name} ${event.zone.remark.offset})`,
        event.also
          .map(({ name, local, time }) => `also ${name} ${displayWritten(local)} ${instantText(time)}`)
          .join(" "),
        `dated ${event.dated}`,
        event.approximate && "about",
        event.dst,
        JSON.stringify(event.text),
        event.milestone,
        event.labelled && "labelled",
        event.nested && "nested",
        `${event.series}/${event.confidence}`,
        `${reading.words({ span: event.timeSpan })} in ${reading.words(event.place)}`,
      ),
    ),
    ...timeline.days.map(({ text, day, end }) => `day ${day} ${end ?? ""} ${text}`),
    ...timeline.unreadable.map(({ raw, reason, kind }) => `unreadable ${raw}: ${reason} (${kind})`),
    ...timeline.unknownZones.map(({ name }) => `no zone: ${name}`),
    joined(timeline.zone, timeline.order),
  ];
}

function actionText(reading: Reading, item: ActionItem): string {
  const dates = [item.due, item.scheduled, item.start, item.created, item.doneOn, item.cancelledOn];
  const names = ["due", "scheduled", "start", "created", "done", "cancelled"];
  const span = (each: { readonly start: number; readonly end: number } | null): string =>
    each === null ? "–" : reading.words({ span: each });
  return joined(
    `${JSON.stringify(item.text)} [${item.mark}] ${item.state}`,
    ...dates.map((date, index) => date && `${names[index] ?? ""} ${date.date} ${span(date.span)}`),
    item.owners.length > 0 && `by ${item.owners.join(" + ")} ${item.ownerSpans.map(span).join(" ")}`,
    item.priority && `priority ${item.priority}`,
    item.type && `type ${item.type}`,
    item.ticket && `ticket ${item.ticket}`,
    item.reason && `reason ${item.reason}`,
    item.verifiedBy && `verified by ${item.verifiedBy}`,
    item.ticketState && `ticket state ${item.ticketState.value}`,
    item.placeholder && "placeholder",
    item.written && "written",
    item.saysWhy && "says why",
    item.parent !== null && `below ${item.parent}`,
    ...item.malformed.map(({ message, span: at }) => `malformed ${message} ${span(at)}`),
    `at ${reading.words(item.place)}, text ${span(item.textSpan)}, mark ${span(item.markSpan)}`,
  );
}

function headText(reading: Reading, { id, stamp, span, zone, certain }: HeadFact): string {
  return joined(id, reading.words({ span }), stamp.kind, zone?.name, certain && "certain");
}

async function areApproved(name: string, sections: readonly string[]): Promise<void> {
  await expect(sections.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "readings/alone", `${name}.txt`));
}

describe("what stands alone in a note is read as it was looked at once:", () => {
  it("figures", async () => {
    await areApproved("figures", [
      section("in a sentence", [...figures, ...factTexts.amounts], (text) => {
        const reading = new Reading(text);
        return reading.incident.facts.figures.map((each) => figureText(reading, each));
      }),
    ]);
  });

  it("lengths and times", async () => {
    await areApproved("facts", [
      section("lengths", lengths, (text) => factsText(new Reading(text))),
      section("times", times, (text) => factsText(new Reading(text))),
      section("spans", factTexts.spans, (text) => factsText(new Reading(text))),
      section("courses", factTexts.courses, (text) => factsText(new Reading(text))),
      section("lengths of a timeline", lengths.slice(0, 60), (text) => factsText(new Reading(text, "## Timeline\n\n"))),
    ]);
  });

  it("the course of an incident", async () => {
    await areApproved("milestones", [
      section("in prose", courses, (text) => milestonesText(new Reading(text))),
      section("in a timeline", events, (text) => milestonesText(new Reading(text, "## Timeline\n\n"))),
      section("in a head", heads, (text) => milestonesText(new Reading(text))),
      section("courses", factTexts.courses, (text) => {
        const reading = new Reading(text);
        return [...milestonesText(reading), ...reading.incident.head.map((each) => headText(reading, each))];
      }),
      section("events", factTexts.events, (text) => {
        const reading = new Reading(text, "## Timeline\n\n");
        const { minutes } = outageWindow(reading.incident) ?? {};
        return [
          ...reading.incident.timeline.events.map(({ milestone }) => `marked ${milestone}`),
          ...milestonesText(reading),
          ...(minutes === undefined ? [] : [`outage of ${minutes}`]),
        ];
      }),
    ]);
  });

  it("heads", async () => {
    await areApproved("heads", [
      section("in the note", heads, (text) => {
        const reading = new Reading(text);
        return reading.incident.head.map((each) => headText(reading, each));
      }),
    ]);
  });

  it("events", async () => {
    await areApproved("events", [
      section("in a timeline", events, (text) => timelineText(new Reading(text, "## Timeline\n\n"))),
      section("below a heading with a zone", events, (text) =>
        timelineText(new Reading(text, "## Timeline (UTC)\n\n")),
      ),
      section("outside of one", events, (text) => timelineText(new Reading(text))),
    ]);
  });

  it("timelines", async () => {
    const below = "## Timeline\n\n";
    const undated = "---\ntags: [postmortem]\n---\n# Checkout down\n\n## Timeline (CET)\n\n";
    const ended =
      "---\ndate: 2024-04-11\nstarted: 2024-04-11T05:00Z\nresolved: 2024-04-12\ntimezone: CET\n---\n# Checkout\n\n";
    const read =
      (lead: string, settings: Partial<Settings> = {}) =>
      (text: string): readonly string[] =>
        timelineText(new Reading(text, lead, settings));
    await areApproved("timelines", [
      section("days", timelines.days, read(below)),
      section("days of an incident without one", timelines.days, read(undated)),
      section("days of an incident that ended the day after", timelines.days, read(`${ended}${below}`)),
      section("lines", timelines.lines, read(below)),
      section("zones", timelines.zones, read(below, { timezone: "Europe/Berlin" })),
      section("tables", timelines.tables, read(below)),
      section("notes", timelines.notes, (text) => [...read("")(text), ...milestonesText(new Reading(text))]),
    ]);
  });

  it("action items", async () => {
    const read = (text: string, settings: Partial<Settings>): readonly string[] => {
      const reading = new Reading(text, "## Action items\n\n", settings);
      return reading.incident.actions.map((each) => actionText(reading, each));
    };
    await areApproved("actions", [
      section("by default", actions, (text) => read(text, {})),
      section("with plain items and people", actions, (text) =>
        read(text, { plainActionItems: true, peopleFolder: "people" }),
      ),
      ...Object.entries({ marks, owners, states, tables, tickets }).map(([name, texts]) =>
        section(name, texts, (text) => read(text, { plainActionItems: name === "states" })),
      ),
    ]);
  });

  it("properties", async () => {
    await areApproved("properties", [
      section("in the note", properties, (text) => {
        const others = ["title: Checkout down", "date: 2024-04-11"].filter(
          (line) => !text.startsWith(line.slice(0, 4)),
        );
        const reading = new Reading(
          "",
          ["---", "tags: [postmortem]", ...others, text, "---\n# Checkout down\n"].join("\n"),
        );
        const { entries, problems, ...fields } = reading.incident.fields;
        const set = Object.entries(fields).filter(([, value]) => !["null", "[]", "{}"].includes(JSON.stringify(value)));
        return [
          JSON.stringify(Object.fromEntries(set)),
          [...entries.keys()].join(" "),
          ...problems.map((problem) => JSON.stringify(problem)),
          JSON.stringify(recordOf(reading.incident).date),
        ];
      }),
    ]);
  });

  it("sections and open places", async () => {
    await areApproved("sections", [
      section("sections", headings, (text) =>
        new Reading(text).incident.sections.map(({ id, name, body }) =>
          joined(id, JSON.stringify(name), JSON.stringify(new Reading(text).text.slice(body.start, body.end))),
        ),
      ),
      section("open places", openPlaces, (text) => {
        const reading = new Reading(text, "## Impact\n\n");
        const { filled, all } = filledSections(reading.incident);
        const found = placeholderIn(text);
        const { language, note } = reading.incident;
        return [
          ...[...openPlacesOf(reading.incident)].map(({ mark, span }) =>
            [mark, span].map((place) => reading.words({ span: place })).join(" of "),
          ),
          joined(
            `${filled} of ${all} filled`,
            isUntouched(text, language) && "untouched",
            found && `${found.start}-${found.end}`,
          ),
          ...writtenLines(note).map((line) => `line ${JSON.stringify(line.text)}`),
        ];
      }),
    ]);
  });

  it("other languages", async () => {
    const lead = (lang: string, heading: string): string =>
      `---\ntags: [postmortem]\ndate: 2024-04-11\nlang: ${lang}\n---\n# Störung\n\n${heading}`;
    await areApproved(
      "elsewhere",
      Object.entries(elsewhere).flatMap(([lang, { heading, prose, events: lines, actions: items }]) => [
        section(`${lang}: prose`, prose, (text) => {
          const reading = new Reading(text, lead(lang, ""));
          const { facts, head } = reading.incident;
          return [
            ...facts.figures.map((each) => figureText(reading, each)),
            ...factsText(reading),
            ...head.map((each) => headText(reading, each)),
            ...milestonesText(reading),
          ];
        }),
        section(`${lang}: timeline`, lines, (text) => {
          const reading = new Reading(text, lead(lang, `## ${heading}\n\n`));
          return [...timelineText(reading), ...milestonesText(reading)];
        }),
        section(`${lang}: action items`, items, (text) => {
          const reading = new Reading(text, lead(lang, "## Action items\n\n"));
          return reading.incident.actions.map((each) => actionText(reading, each));
        }),
      ]),
    );
  });
});
