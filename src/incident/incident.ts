import { languageOf } from "./language";
import type { Lexicon } from "../language";
import type { Note } from "../note";
import type { Expansion, Library } from "../vault";
import { expand } from "../vault";
import type { ActionItem } from "./actions/action";
import { amongNames, personIn } from "./actions/person";
import type { IncidentFields } from "./properties/read";
import { readFields } from "./properties/read";
import type { StatedFacts } from "./facts/read";
import { readFacts } from "./facts/read";
import type { StatedDay } from "./facts/incident-day";
import { statedDays } from "./facts/incident-day";
import { computeMetrics, type Metric } from "./milestones/metrics";
import type { Milestone } from "./milestones/milestone";
import { readMilestones } from "./milestones/turning-points";
import type { HeadFact } from "./facts/head";
import { dayOfFact, readHead } from "./facts/head";
import type { Passage } from "./facts/prose";
import { readProse } from "./facts/prose";
import { readActions } from "./actions/read";
import { readTimeline } from "./timeline/read";
import { Readings } from "./readings";
import { findSections, type PostmortemSection } from "./sections";
import type { Settings } from "../settings";
import type { Steps } from "../base";
import { finish } from "../base";
import { parseZone, zoneOrUtc } from "../time";
import type { Timeline } from "./timeline/timeline";

/** What a postmortem says, every value with the place it was read from. */
export interface Incident {
  readonly note: Note;
  /** The whole note with what each of its embeds shows, or why it shows nothing. */
  readonly shown: Expansion;
  readonly fields: IncidentFields;
  readonly sections: readonly PostmortemSection[];
  /** What the note is written in. */
  readonly language: Lexicon;
  /** The English name of a language that it is written in but that is not read; null for all others. */
  readonly unread: string | null;
  /** The days that the note gives as the day of the incident, the most binding first. */
  readonly days: readonly StatedDay[];
  /** What labels such as "Started" and "Date" state outside of the timeline. */
  readonly head: readonly HeadFact[];
  /** The words of the note itself, without what it embeds. */
  readonly prose: readonly Passage[];
  readonly timeline: Timeline;
  readonly milestones: readonly Milestone[];
  readonly metrics: readonly Metric[];
  readonly actions: readonly ActionItem[];
  readonly facts: StatedFacts;
}

/** Of a whole vault each is not worth its memory. */
const maxIncidents = 16;

class Incidents extends Readings<Incident> {
  constructor() {
    super(maxIncidents);
  }
}

class ActionItems extends Readings<readonly ActionItem[]> {
  constructor() {
    super(Infinity);
  }
}

/**
 * Reads the incident that a postmortem describes, embedded notes included; the library's memory keeps the last few as
 * long as the library stays as it is.
 */
export function readIncident(note: Note, library: Library, settings: Settings): Incident {
  return finish(readInSteps(note, library, settings));
}

/** The same in steps; when the library changes between two of them, what comes of it is of no use. */
export function* readInSteps(note: Note, library: Library, settings: Settings): Steps<Incident> {
  const { memory } = library;
  const incidents = memory.part(Incidents);
  const known = incidents.known(note, library, settings);
  if (known !== null) return known;
  const changes = library.changes.length;
  const fields = readFields(note, settings, memory);
  const { language, unread } = languageOf(note, settings);
  const sections = findSections(note, settings, memory);
  yield;
  const shown = expand(library, note, { start: 0, end: note.text.length }, { depth: settings.embedDepth });
  const prose = readProse(note, sections);
  const timeline = readTimeline({ shown, settings, fields, sections, prose, memory, language });
  yield;
  const days = statedDays(note, fields, language);
  const fallback = zoneOrUtc(settings.timezone);
  const zone = parseZone(fields.timezone ?? timeline.zone ?? "", language);
  const head = readHead(note, prose, language);
  const day = days[0]?.day ?? head.flatMap((fact) => dayOfFact(fact, language) ?? [])[0] ?? null;
  const facts = readFacts({ shown, prose, sections, day, zone, fallback, language });
  yield;
  const milestones = readMilestones({
    note,
    fields,
    timeline,
    facts,
    head,
    day,
    zone: zone ?? fallback,
    language,
    isZoneAssumed: zone === null,
  });
  yield;
  const actions = actionsOf(note, library, settings, sections);
  const incident: Incident = {
    note,
    shown,
    fields,
    sections,
    language,
    unread,
    days,
    head,
    prose,
    timeline,
    milestones,
    metrics: computeMetrics(milestones),
    actions,
    facts,
  };
  if (library.changes.length === changes) incidents.keep(note, library, settings, incident);
  return incident;
}

/**
 * The action items of a postmortem, with the people that the library knows; `sections` where they are known already.
 */
export function actionsOf(
  note: Note,
  library: Library,
  settings: Settings,
  sections?: readonly PostmortemSection[],
): readonly ActionItem[] {
  const actionItems = library.memory.part(ActionItems);
  const known = actionItems.known(note, library, settings);
  if (known !== null) return known;
  const { owners, reviewers } = readFields(note, settings, library.memory);
  const actions = readActions(note, sections ?? findSections(note, settings, library.memory), settings, {
    isPerson: amongNames([...owners, ...reviewers], personIn(library, settings, note.path)),
    language: languageOf(note, settings).language,
  });
  actionItems.keep(note, library, settings, actions);
  return actions;
}
