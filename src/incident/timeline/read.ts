import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Expansion } from "../../vault";
import { part } from "../../vault";
import type { IncidentFields } from "../properties/read";
import { readFields } from "../properties/read";
import { contains, firstIndex, once } from "../../base";
import { lastWords, perLanguage, phraseWords, wordTable } from "../../language";
import type { Memory, Span } from "../../base";
import type { Passage } from "../facts/prose";
import { readProse } from "../facts/prose";
import type { PostmortemSection } from "../sections";
import { sectionsNamed } from "../sections";
import type { Settings } from "../../settings";
import { isSection } from "../../settings";
import type { Timeline, TimelineEvent } from "./timeline";
import { blocksOf } from "./blocks";
import { dateEntries } from "./dates";
import type { DayContext } from "./day-context";
import { dayContext } from "./day-context";
import type { Collected } from "./collect";
import { collectEntries } from "./collect";
import type { Entry, Scope } from "./entry";
import { namesHappening } from "./line";
import { buildEvents } from "./events";
import { mostlyEvents } from "./guess";
import { timelineRegions } from "./region";
import type { ZoneContext } from "./zone-choice";
import { zoneContext } from "./zone-choice";
import type { Day } from "../../time";
import { isSameWritten, parseZone, readInstant, toLocal, zoneOrUtc } from "../../time";

/** What the timeline of a postmortem is read from. */
export interface TimelineInput {
  /** The whole note with what its embeds show. */
  readonly shown: Expansion;
  readonly settings: Settings;
  readonly fields: IncidentFields;
  readonly sections: readonly PostmortemSection[];
  /** That of the note itself. */
  readonly prose: readonly Passage[];
  /** Of the library. */
  readonly memory: Memory;
  /** What the note is written in. */
  readonly language: Lexicon;
}

/** Reads the events of the timeline section, in this note and in the sections that it embeds. */
export function readTimeline(input: TimelineInput): Timeline {
  const { shown, settings, sections, fields, language } = input;
  const { note } = shown;
  const collected = collectFromNote(shown, sections, language);
  const contexts = noteContexts(input);
  const defaultZone = zoneOrUtc(settings.timezone);
  const started = fields.times.started;
  const from =
    started === undefined
      ? null
      : readInstant(started.source, parseZone(fields.timezone ?? "") ?? defaultZone, contexts(note).days.day());
  const build = (read: Collected): Timeline =>
    buildEvents({
      collected: read,
      ...dateEntries(read.entries, (other) => contexts(other).days, lastDay(fields)),
      zonesOf: (other) => contexts(other).zones,
      host: note,
      defaultZone,
      started: from?.ok === true ? from.time : null,
    });
  const timeline = build(collected);
  const key = collected.mode === "anywhere" ? null : keyEvents(shown, sections, language);
  return key === null ? timeline : withKeyEvents(timeline, build(key).events);
}

/** A list of the turning points beside the timeline: so many lines with a label and a time. */
const keyLines = 2;

/** "First detected 2021-06-09 13:15", "Resolved 16:30": a list outside of the timeline; null where there is none. */
function keyEvents(shown: Expansion, sections: readonly PostmortemSection[], language: Lexicon): Collected | null {
  const { note } = shown;
  const regions = timelineRegions(note, sections, language);
  const actions = sectionsNamed(sections, "action-items").map(({ span }) => span);
  const isKey = ({ start, end }: Span): boolean =>
    end - start <= longestKeyLine &&
    namesHappening(note.text.slice(start, end), language) &&
    /\d[:.]\d\d/.test(note.text.slice(start, end)) &&
    ![...regions, ...actions].some((region) => contains(region, { start, end }));
  const items = note.listItems.filter(({ textSpan, task }) => task === null && isKey(textSpan));
  if (items.length < keyLines) return null;
  const kept = new Set(items);
  const body = { start: note.frontmatter?.span.end ?? 0, end: note.text.length };
  const blocks = blocksOf(part(shown, body)).filter(
    (block) => block.kind === "item" && block.item.parent === null && kept.has(block.item),
  );
  const collected = collectEntries([blocks], () => rootScope(note), "anywhere", language);
  const entries = collected.entries.filter(
    (entry): entry is Entry => entry.kind === "event" && entry.form === "label" && entry.stamp.kind === "time",
  );
  const counts = new Map<Entry["list"], number>();
  for (const { list } of entries) counts.set(list, (counts.get(list) ?? 0) + 1);
  // "Detected: 13:15" is a fact of the report's head, unless the words above call it an event.
  const isLabel = ({ textSpan, stamp }: Entry): boolean =>
    note.text.slice(textSpan.end, stamp.span.start).includes(":");
  const isCalled = ({ list }: Entry): boolean => {
    const start = note.listItems.find((item) => item.list === list)?.span.start ?? 0;
    return (
      eventWords(language).ending(lastWords(phraseWords(note.text.slice(Math.max(0, start - 60), start)))) !== null
    );
  };
  const listed = entries.filter(
    (entry) => (counts.get(entry.list) ?? 0) >= keyLines && (!isLabel(entry) || isCalled(entry)),
  );
  return listed.length === 0 ? null : { ...collected, entries: listed, unreadable: [], unknownZones: [] };
}

const longestKeyLine = 160;
const eventWords = perLanguage(({ sections, sectionWords }) =>
  wordTable([...sections.timeline, ...sectionWords.timeline]),
);

/** Both count; the same moment in both is one event, with what either says of its milestone. */
function withKeyEvents(timeline: Timeline, key: readonly TimelineEvent[]): Timeline {
  const isSame = (a: TimelineEvent, b: TimelineEvent): boolean =>
    a.time === null || b.time === null ? isSameWritten(a.local, b.local) : a.time === b.time;
  const series = Math.max(-1, ...timeline.events.map((event) => event.series)) + 1;
  const added = key.filter((event) => !timeline.events.some((other) => isSame(other, event)));
  const events = timeline.events.map((event) => {
    const twin = event.milestone === null ? key.find((other) => isSame(other, event)) : undefined;
    return twin === undefined ? event : { ...event, milestone: twin.milestone };
  });
  const apart = added.map((event) => ({ ...event, series: series + event.series }));
  const [first] = events;
  const isAbove = ({ place }: TimelineEvent): boolean =>
    first?.place.path === place.path && place.span.start < first.place.span.start;
  return { ...timeline, events: [...apart.filter(isAbove), ...events, ...apart.filter((event) => !isAbove(event))] };
}

function rootScope(note: Note): Scope {
  return {
    parent: null,
    note,
    level: 0,
    isEvent: false,
    date: null,
    zone: null,
    preamble: { zone: null, date: null },
  };
}

/**
 * The timeline section; failing that, its quotations and code fences; failing that, whatever in the note looks like a
 * timeline.
 */
function collectFromNote(shown: Expansion, sections: readonly PostmortemSection[], language: Lexicon): Collected {
  const { note } = shown;
  const regions = timelineRegions(note, sections, language);
  const root = (): Scope => rootScope(note);
  const hasEvents = ({ entries }: Collected): boolean => entries.some((entry) => entry.kind === "event");
  let ofDays: Collected | null = null;
  if (regions.length > 0) {
    const blocks = regions.map((span) => blocksOf(part(shown, span)));
    for (const mode of ["section", "pasted"] as const) {
      const collected = collectEntries(blocks, root, mode, language);
      if (hasEvents(collected)) return collected;
      if (collected.entries.some((entry) => entry.kind === "day" && entry.description !== null)) ofDays ??= collected;
    }
  }
  const body = { start: note.frontmatter?.span.end ?? 0, end: note.text.length };
  const guessed = mostlyEvents(collectEntries([blocksOf(part(shown, body))], root, "anywhere", language));
  const anywhere = withoutPlans(guessed, note, sections);
  return ofDays !== null && !hasEvents(anywhere) ? ofDays : anywhere;
}

/** Without what stands among the action items, unless all events do: "Today at 15:00 check the disks" is a plan. */
function withoutPlans(collected: Collected, note: Note, sections: readonly PostmortemSection[]): Collected {
  const actions = sectionsNamed(sections, "action-items").map(({ span }) => span);
  const isPlan = (entry: Entry): boolean => {
    const section = actions[firstIndex(actions, ({ end }) => end > entry.textSpan.start)];
    return entry.note === note && section !== undefined && contains(section, entry.textSpan);
  };
  const entries = collected.entries.filter((entry) => entry.kind === "day" || !isPlan(entry));
  return entries.some(({ kind }) => kind === "event") ? { ...collected, entries } : collected;
}

interface NoteContext {
  readonly days: DayContext;
  readonly zones: ZoneContext;
}

/** What each note says about days and zones; an embedded note may leave both to the one that embeds it. */
function noteContexts({
  shown,
  fields: hostFields,
  settings,
  memory,
  language,
  prose: hostProse,
}: TimelineInput): (note: Note) => NoteContext {
  const host = shown.note;
  const contexts = new Map<string, NoteContext>();
  const contextOf = (note: Note): NoteContext => {
    const known = contexts.get(note.path);
    if (known !== undefined) return known;
    const fields = note.path === host.path ? hostFields : readFields(note, settings, memory);
    // A label tells a day in whatever section it stands, but for those that say when something is due.
    const prose = once(() =>
      note.path === host.path
        ? hostProse.map((passage) =>
            isSection(passage.section, "action-items") || isSection(passage.section, "root-cause")
              ? passage
              : { ...passage, section: null },
          )
        : readProse(note, []),
    );
    const context = {
      days: dayContext(note, { prose, fields }, note.path === host.path ? null : contextOf(host).days, language),
      zones: zoneContext(note, prose, fields.timezone, language),
    };
    contexts.set(note.path, context);
    return context;
  };
  return contextOf;
}

/** The day on which the incident ended by the clock that the property is written in, if there is one. */
function lastDay(fields: IncidentFields): Day | null {
  const source = (fields.times.resolved ?? fields.times.mitigated)?.source;
  const read = source === undefined ? null : readInstant(source, parseZone("UTC"));
  return read?.ok !== true || read.time === null || read.zone === null ? null : toLocal(read.time, read.zone).day;
}
