import type { Steps } from "../base";
import { finish, once, positionAt } from "../base";
import type { Incident } from "../incident";
import { readIncident } from "../incident";
import type { Handed, Known, NotRead, ReadSource, Settled, TimedEvent, Unread } from "../incident/from";
import {
  duplicatesAmong,
  isSuggested,
  turningPointIn,
  needsZone,
  nothingKnown,
  readSources,
  settle,
  tools,
} from "../incident/from";
import type { Note } from "../note";
import type { Settings } from "../settings";
import {
  formatInstant,
  formatWritten,
  parseDay,
  readInstant,
  toLocal,
  today,
  writtenAt,
  zoneNamed,
  zoneOrUtc,
} from "../time";
import type { Day, WrittenTime, Zone } from "../time";
import type { Library } from "../vault";
import type { EditPlan } from "../write/edit";
import { comparable, eventLine, insertTimelineEvents, peopleLinks } from "../write/edit";
import type { CommandContext, CommandWords } from "./command";

export const importCommand = {
  name: "import",
  summary: "Add events from chat, pager, alerts or deployments to the timeline",
  options: {
    from: { type: "string", value: "source", description: `what it comes from: auto, ${tools.join(", ")}` },
    users: { type: "string", value: "file", description: "Slack's users.json, for the names behind ids" },
    since: { type: "string", value: "time", description: "leave out what was before, such as 2025-03-10T14:00Z" },
    until: { type: "string", value: "time", description: "leave out what was after" },
    pick: { type: "string", value: "which", description: "suggested or all; suggested when left out" },
    "dry-run": { type: "boolean", description: "only show what would be added" },
  },
} as const satisfies CommandWords;

/** What is to be imported, and how it is to be understood. */
export interface ImportRequest {
  readonly handed: readonly Handed[];
  /** The tool that it comes from; null to recognise it. */
  readonly tool: string | null;
  /** The zone of times that state none; null to take the note's, else the setting's. */
  readonly zone: string | null;
  /** Epoch milliseconds, UTC; what lies outside is left out. */
  readonly since: number | null;
  readonly until: number | null;
}

/** An event that could be added to the timeline. */
export interface ImportedEvent extends TimedEvent {
  /** On the clock of the timeline. */
  readonly local: WrittenTime;
  /** What a timeline is likely to want. */
  readonly suggested: boolean;
  /**
   * Where the same stands already: `Incident.md:12` for a line of the note, else the tool and the id of another event
   * of the import.
   */
  readonly duplicateOf: string | null;
  /** What would be written behind its time; worked out when it is asked for first. */
  readonly line: () => string;
}

/** What an import would do. */
export interface ImportPlan {
  /** The tools that were recognised, in their order. */
  readonly tools: readonly string[];
  readonly formats: readonly string[];
  /** The zone that times without one were read in, and who says so. */
  readonly zone: { readonly name: string; readonly origin: "source" | "option" | "note" | "setting" };
  /** Whether there are such times. */
  readonly usesZone: boolean;
  /** In the order of their times. */
  readonly events: readonly ImportedEvent[];
  /** With the name of the file that it stands in. */
  readonly unread: readonly (Unread & { readonly file: string })[];
  readonly remarks: readonly string[];
  readonly failed: readonly NotRead[];
}

/** Reads what was handed over and compares it with what the timeline of a note tells; changes nothing. */
export function planImport(note: Note, context: CommandContext, request: ImportRequest): ImportPlan {
  return finish(planImportInSteps(note, context, request));
}

/** The same in steps. */
export function* planImportInSteps(note: Note, context: CommandContext, request: ImportRequest): Steps<ImportPlan> {
  const sources = yield* readSources(request.handed, knownFrom(context.settings), request.tool);
  return yield* planRead(note, context, request, sources);
}

/**
 * What `--since` or `--until` names: `2025-03-10T14:00Z`, or a time on the day of the incident, in the zone given or in
 * that of the note. Epoch milliseconds, UTC; null for what cannot be read.
 */
export function importLimit(
  note: Note,
  { library, settings }: Pick<CommandContext, "library" | "settings">,
  given: string,
  zone: string | null,
): number | null {
  const incident = readIncident(note, library, settings);
  const read = readInstant(given, zoneOf(incident, settings, zone).zone, incident.days[0]?.day ?? null);
  return read.ok ? read.time : null;
}

/** The day that a window begins on, or else ends on. */
function dayOfWindow({ since, until }: Pick<ImportRequest, "since" | "until">, zone: Zone): Day | null {
  const limit = since ?? until;
  return limit === null ? null : toLocal(limit, zone).day;
}

/** What the settings tell the sources. */
export function knownFrom({ import: { mappings, slackWorkspace } }: Settings): Known {
  return { ...nothingKnown, mappings, workspace: slackWorkspace === "" ? null : slackWorkspace };
}

/**
 * The same of sources that were read already: what another zone or window changes is worked out anew, and no file is
 * read twice.
 */
export function* planRead(
  note: Note,
  { library, settings, clock }: CommandContext,
  request: Pick<ImportRequest, "zone" | "since" | "until">,
  { read, failed }: { readonly read: readonly ReadSource[]; readonly failed: readonly NotRead[] },
): Steps<ImportPlan> {
  const incident = readIncident(note, library, settings);
  const zone = zoneOf(incident, settings, request.zone);
  const target = timelineZone(incident, settings);
  const around = {
    day: incident.days[0]?.day ?? dayOfFirst(incident, target) ?? dayOfWindow(request, zone.zone),
    clock: null,
    today: parseDay(today(clock)),
  };
  const settled: (Settled & { readonly source: ReadSource })[] = [];
  for (const source of read) {
    const stated = source.zone === null ? null : zoneNamed(source.zone);
    settled.push({ source, ...(yield* settle(source, { ...around, zone: stated ?? zone.zone })) });
  }
  const isWithin = ({ time }: TimedEvent): boolean =>
    (request.since === null || time >= request.since) && (request.until === null || time <= request.until);
  const timed = settled
    .flatMap(({ events }) => events)
    .filter(isWithin)
    .sort((a, b) => a.time - b.time);
  const doubled = yield* duplicatesAmong(timed);
  yield;
  const present = new Present(incident, library);
  const namePerson = peopleLinks(library, settings, note.path);
  const urls = new Map<string | null, number>();
  for (const { url } of timed) urls.set(url, (urls.get(url) ?? 0) + 1);
  const events: ImportedEvent[] = [];
  for (const [index, event] of timed.entries()) {
    if (index % 64 === 0) yield;
    const other = doubled.get(event);
    const line = once(() => eventLine(event, namePerson));
    const duplicateOf =
      present.find(event, line, (urls.get(event.url) ?? 0) === 1) ??
      (other === undefined ? null : `${other.tool}:${other.id}`);
    const suggested = duplicateOf === null && isSuggested(event);
    events.push({ ...event, local: writtenAt(event.time, target), suggested, duplicateOf, line });
  }
  const usesZone = read.some(needsZone);
  const stated = read.flatMap((source) => source.zone ?? [])[0];
  return {
    tools: [...new Set(read.map(({ tool }) => tool))],
    formats: [...new Set(read.map(({ format }) => format))],
    zone: usesZone ? { name: zone.name, origin: zone.origin } : { name: stated ?? "UTC", origin: "source" },
    usesZone,
    events,
    unread: settled.flatMap(({ source, unread }) =>
      [...source.unread, ...unread].map((each) => ({ ...each, file: source.name })),
    ),
    remarks: [...new Set(settled.flatMap(({ source, remarks }) => [...source.remarks, ...remarks]))],
    failed,
  };
}

/** The edits that add these events; none when the timeline tells them all. */
export function writeImport(
  note: Note,
  { library, settings }: Pick<CommandContext, "library" | "settings">,
  events: readonly ImportedEvent[],
): EditPlan {
  const incident = readIncident(note, library, settings);
  return insertTimelineEvents(
    { incident, library, settings },
    events.map(({ line, time }) => ({ text: line(), time })),
  );
}

/** What is picked where nobody looks at each event: the suggested ones or all, but nothing that is there. */
export function pickEvents({ events }: ImportPlan, pick: "suggested" | "all"): readonly ImportedEvent[] {
  return events.filter(({ duplicateOf, suggested }) => duplicateOf === null && (suggested || pick === "all"));
}

/** What `import --format json` prints. */
export interface ImportReport {
  readonly version: 1;
  /** The tools, joined by `+` where the files come from several. */
  readonly source: string;
  readonly zone: ImportPlan["zone"];
  readonly events: readonly {
    /** `2025-03-10T14:06:11Z` */
    readonly time: string;
    readonly local: string;
    readonly text: string;
    readonly actor: string | null;
    readonly url: string | null;
    readonly id: string;
    readonly kind: TimedEvent["kind"];
    readonly milestone: TimedEvent["milestone"];
    readonly suggested: boolean;
    readonly duplicateOf: string | null;
  }[];
  readonly unread: readonly Unread[];
}

export function importReport({ tools: found, zone, events, unread }: ImportPlan): ImportReport {
  return {
    version: 1,
    source: found.join("+"),
    zone,
    events: events.map(({ time, local, text, actor, url, id, kind, milestone, suggested, duplicateOf }) => ({
      time: formatInstant(time),
      local: formatWritten(local),
      text,
      actor: actor?.name ?? null,
      url,
      id,
      kind,
      milestone,
      suggested,
      duplicateOf,
    })),
    unread: unread.map(({ line, text, reason }) => ({ line, text, reason })),
  };
}

/** The zone of times that state none. */
function zoneOf(
  { fields, timeline }: Incident,
  settings: Settings,
  option: string | null,
): { readonly zone: Zone; readonly name: string; readonly origin: "option" | "note" | "setting" } {
  const chosen = option === null ? null : zoneNamed(option);
  if (option !== null && chosen !== null) return { zone: chosen, name: option, origin: "option" };
  for (const name of [fields.timezone, timeline.zone]) {
    const zone = name === null ? null : zoneNamed(name);
    if (name !== null && zone !== null) return { zone, name, origin: "note" };
  }
  return { zone: zoneOrUtc(settings.timezone), name: settings.timezone, origin: "setting" };
}

/** The zone that new events are written in. */
function timelineZone({ fields, timeline }: Incident, settings: Settings): Zone {
  return zoneOrUtc(timeline.zone ?? fields.timezone ?? settings.timezone);
}

function dayOfFirst({ timeline }: Incident, zone: Zone): Day | null {
  const first = timeline.events.flatMap(({ time }) => time ?? []).sort((a, b) => a - b)[0];
  return first === undefined ? null : toLocal(first, zone).day;
}

const minute = 60_000;

/** What the timeline tells already. */
class Present {
  private readonly byMinute = new Map<
    number,
    { readonly place: string; readonly words: string; readonly text: string }[]
  >();

  constructor(incident: Incident, library: Library) {
    for (const { place, text, time } of incident.timeline.events) {
      if (time === null) continue;
      const note = place.path === incident.note.path ? incident.note : library.note(place.path);
      const line = note === null ? 1 : positionAt(note, place.span.start).line;
      const at = Math.floor(time / minute);
      const others = this.byMinute.get(at) ?? [];
      others.push({ place: `${place.path}:${line}`, words: comparable(text), text });
      this.byMinute.set(at, others);
    }
  }

  /**
   * Where the timeline tells of an event: with the same link or words in the same minute, or as the same milestone.
   * `ownUrl`: its address is that of no other event.
   */
  find({ milestone, text, time, url }: TimedEvent, line: () => string, ownUrl: boolean): string | null {
    const at = Math.floor(time / minute);
    const near = [at - 1, at, at + 1].flatMap((each) => this.byMinute.get(each) ?? []);
    if (near.length === 0) return null;
    const words = [comparable(line()), comparable(text)];
    const link = ownUrl ? /\]\(\S+\)(?=\)$)/.exec(line())?.[0] : undefined;
    const exact = this.byMinute
      .get(at)
      ?.find(
        (other) =>
          words.some((each) => isSaidIn(each, other.words)) || (link !== undefined && other.text.includes(link)),
      );
    if (exact !== undefined) return exact.place;
    const turning = milestone ?? turningPointIn(text);
    if (turning === null) return null;
    const host = url === null ? null : hostOf(url);
    // Two messages of one tool are two events, however much they say alike.
    const other = near.find(
      (each) => turningPointIn(saidIn(each.text)) === turning && (host === null || !each.text.includes(`](${host}`)),
    );
    return other?.place ?? null;
  }
}

/** So many characters are more than "on it" or "done". */
const telling = 12;

/** Whether two texts of one minute are one: the same, or one the beginning, the end or the middle of the other. */
function isSaidIn(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= telling && ` ${long} `.includes(` ${short} `);
}

/** What was said, without who said it. */
function saidIn(text: string): string {
  return text.replace(/^(?:\[\[[^\][]{1,80}\]\]|@[^:]{1,80}): /, "");
}

/** `https://acme.slack.com/` */
function hostOf(url: string): string {
  return /^https?:\/\/[^/]+\//.exec(url)?.[0] ?? url;
}
