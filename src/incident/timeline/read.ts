import type { Lexicon } from "../../language";
import type { Note } from "../../note";
import type { Expansion } from "../../vault";
import { part } from "../../vault";
import type { IncidentFields } from "../properties/read";
import { readFields } from "../properties/read";
import { once } from "../../base";
import type { Memory } from "../../base";
import { readProse } from "../facts/prose";
import type { PostmortemSection } from "../sections";
import type { Settings } from "../../settings";
import type { Timeline } from "./timeline";
import { blocksOf } from "./blocks";
import { dateEntries } from "./dates";
import type { DayContext } from "./day-context";
import { dayContext } from "./day-context";
import type { Harvest } from "./collect";
import { harvestEntries } from "./collect";
import type { Scope } from "./entry";
import { buildEvents } from "./events";
import { mostlyEvents } from "./guess";
import { timelineRegions } from "./region";
import type { ZoneContext } from "./zone-choice";
import { zoneContext } from "./zone-choice";
import type { Day } from "../../time";
import { parseZone, readInstant, toLocal, utc, zoneNamed } from "../../time";

/** What the timeline of a postmortem is read from. */
export interface TimelineInput {
  /** The whole note with what its embeds show. */
  readonly shown: Expansion;
  readonly settings: Settings;
  readonly fields: IncidentFields;
  readonly sections: readonly PostmortemSection[];
  /** Of the library. */
  readonly memory: Memory;
  /** What the note is written in. */
  readonly language: Lexicon;
}

/** Reads the events of the timeline section, in this note and in the sections that it embeds. */
export function readTimeline(input: TimelineInput): Timeline {
  const { shown, settings, sections, fields, language } = input;
  const { note } = shown;
  const harvest = harvestNote(shown, sections, language);
  const contexts = noteContexts(input);
  const { dated, days } = dateEntries(harvest.entries, (other) => contexts(other).days, lastDay(fields));
  const defaultZone = zoneNamed(settings.timezone) ?? utc;
  const started = fields.times.started;
  const from =
    started === undefined
      ? null
      : readInstant(started.source, parseZone(fields.timezone ?? "") ?? defaultZone, contexts(note).days.day());
  return buildEvents({
    harvest,
    dated,
    days,
    zonesOf: (other) => contexts(other).zones,
    host: note,
    defaultZone,
    started: from?.ok === true ? from.time : null,
  });
}

/**
 * The timeline section; failing that, its quotations and code fences; failing that, whatever in the note looks like a
 * timeline.
 */
function harvestNote(shown: Expansion, sections: readonly PostmortemSection[], language: Lexicon): Harvest {
  const { note } = shown;
  const regions = timelineRegions(note, sections, language);
  const root = (): Scope => ({
    parent: null,
    note,
    level: 0,
    isEvent: false,
    date: null,
    zone: null,
    preamble: { zone: null, date: null },
  });
  const hasEvents = ({ entries }: Harvest): boolean => entries.some((entry) => entry.kind === "event");
  let ofDays: Harvest | null = null;
  if (regions.length > 0) {
    const blocks = regions.map((span) => blocksOf(part(shown, span)));
    for (const mode of ["section", "pasted"] as const) {
      const harvest = harvestEntries(blocks, root, mode, language);
      if (hasEvents(harvest)) return harvest;
      if (harvest.entries.some((entry) => entry.kind === "anchor" && entry.told !== null)) ofDays ??= harvest;
    }
  }
  const body = { start: note.frontmatter?.span.end ?? 0, end: note.text.length };
  const anywhere = mostlyEvents(harvestEntries([blocksOf(part(shown, body))], root, "anywhere", language));
  return ofDays !== null && !hasEvents(anywhere) ? ofDays : anywhere;
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
}: TimelineInput): (note: Note) => NoteContext {
  const host = shown.note;
  const contexts = new Map<string, NoteContext>();
  const contextOf = (note: Note): NoteContext => {
    const known = contexts.get(note.path);
    if (known !== undefined) return known;
    const fields = note.path === host.path ? hostFields : readFields(note, settings, memory);
    const prose = once(() => readProse(note, []));
    const context = {
      days: dayContext(note, prose, fields, note.path === host.path ? null : contextOf(host).days, language),
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
