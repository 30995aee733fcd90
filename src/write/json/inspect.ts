import { writtenActions } from "../../incident";
import type { Incident, Milestone } from "../../incident";
import { formatDay, formatInstant, formatWritten } from "../../time";
import type { Note, YamlValue } from "../../note";
import { positionAt } from "../../base";
import type { Place } from "../../base";
import { resolveEmbed } from "../../vault";
import type { Library } from "../../vault";

/** What `inspect` prints: everything that was understood of a postmortem, lines counted from 1. */
export interface Inspection {
  readonly version: 1;
  readonly path: string;
  readonly frontmatter: Readonly<Record<string, YamlValue>>;
  /** Every heading, with the id of the section that it opens by the settings. */
  readonly sections: readonly {
    readonly id: string | null;
    readonly heading: string;
    readonly level: number;
    readonly line: number;
  }[];
  readonly embeds: readonly InspectedEmbed[];
  readonly timeline: {
    readonly zone: string | null;
    readonly events: readonly InspectedEvent[];
    readonly days: readonly InspectedDay[];
  };
  readonly milestones: readonly (Located & {
    readonly id: string;
    readonly local: string;
    readonly time: string | null;
    readonly confidence: string;
  })[];
  readonly metrics: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly from: string;
    readonly to: string;
    readonly definition: string;
  }[];
  readonly actions: readonly InspectedAction[];
  /** What the prose states. */
  readonly impact: {
    readonly durations: readonly (Located & {
      readonly minutes: number;
      readonly approximate: boolean;
      readonly subject: string;
      readonly text: string;
    })[];
    readonly figures: readonly (Located & {
      readonly value: number;
      readonly approximate: boolean;
      readonly unit: string;
      readonly text: string;
    })[];
  };
}

/** `line` belongs to `path`, which may be an embedded note. */
export interface Located {
  readonly path: string;
  readonly line: number;
}

export interface InspectedEmbed {
  readonly line: number;
  readonly target: string;
  readonly kind: "text" | "attachment" | "external" | "problem";
  /** The note or file behind it, where there is one. */
  readonly path: string | null;
  readonly problem?: string;
}

export interface InspectedEvent extends Located {
  readonly raw: string;
  /** The wall clock as written. */
  readonly local: string;
  /** The instant in UTC; null when date or zone is unknown. */
  readonly time: string | null;
  readonly end?: { readonly local: string; readonly time: string | null };
  readonly approximate?: true;
  readonly text: string;
  readonly milestone?: string;
}

/** What happened on a day, without a clock time: it is no event, since nobody knows when it was. */
export interface InspectedDay extends Located {
  readonly raw: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The last day of a range. */
  readonly end?: string;
  readonly text: string;
}

export interface InspectedAction extends Located {
  readonly text: string;
  readonly done: boolean;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly priority: string | null;
  readonly type: string | null;
  readonly ticket: string | null;
}

/** Puts an incident into plain data; every note that it quotes has to be held by the library. */
export function inspection(incident: Incident, library: Library): Inspection {
  const { note } = incident;
  const located = ({ path, span }: Place): Located => ({ path, line: lineOf(library.note(path) ?? note, span.start) });
  const quoted = ({ path, span }: Place): string => (library.note(path) ?? note).text.slice(span.start, span.end);
  return {
    version: 1,
    path: note.path,
    frontmatter: frontmatterOf(note, incident),
    sections: note.headings.map((heading, index) => ({
      id: incident.sections.find((section) => section.heading === index)?.id ?? null,
      heading: heading.text,
      level: heading.level,
      line: lineOf(note, heading.span.start),
    })),
    embeds: embedsOf(note, library),
    timeline: {
      zone: incident.timeline.zone,
      events: incident.timeline.events.map((event) => ({
        ...located({ path: event.place.path, span: event.timeSpan }),
        raw: event.raw,
        local: formatWritten(event.local),
        time: instant(event.time),
        ...(event.end === null
          ? {}
          : { end: { local: formatWritten(event.end.local), time: instant(event.end.time) } }),
        ...(event.approximate ? { approximate: true as const } : {}),
        text: event.text,
        ...(event.milestone === null ? {} : { milestone: event.milestone }),
      })),
      days: incident.timeline.days.map(({ place, day, end, text }) => ({
        ...located(place),
        raw: quoted(place),
        day: formatDay(day),
        ...(end === null ? {} : { end: formatDay(end) }),
        text,
      })),
    },
    milestones: incident.milestones.map((milestone) => ({ ...located(milestone.place), ...milestoneOf(milestone) })),
    metrics: incident.metrics.map(({ id, minutes, from, to, definition }) => ({
      id,
      minutes,
      from: from.id,
      to: to.id,
      definition,
    })),
    actions: writtenActions(incident).map(({ place, text, state, owners, due, priority, type, ticket }) => ({
      ...located(place),
      text,
      done: state === "done",
      owners,
      due: due?.date ?? null,
      priority,
      type,
      ticket,
    })),
    impact: {
      durations: incident.facts.durations.map(({ minutes, approximate, subject, place }) => ({
        ...located(place),
        minutes,
        approximate,
        subject,
        text: quoted(place),
      })),
      figures: incident.facts.figures.map(({ value, approximate, unit, place }) => ({
        ...located(place),
        value,
        approximate,
        unit,
        text: quoted(place),
      })),
    },
  };
}

/** On a duplicate key the first one counts. What only a table of metadata states stands behind it. */
function frontmatterOf(note: Note, { fields }: Incident): Readonly<Record<string, YamlValue>> {
  const values = new Map<string, YamlValue>();
  for (const { key, value } of note.frontmatter?.entries ?? []) if (!values.has(key)) values.set(key, value.value);
  const end = note.frontmatter?.span.end ?? -1;
  for (const [name, { span, value }] of fields.entries) if (span.start > end) values.set(name, value.value);
  return Object.fromEntries(values);
}

function embedsOf(note: Note, library: Library): InspectedEmbed[] {
  return note.embeds.map((embed) => {
    const resolved = resolveEmbed(library, embed, note.path);
    const line = lineOf(note, embed.span.start);
    switch (resolved.kind) {
      case "text":
        return { line, target: embed.target, kind: "text", path: resolved.place.path };
      case "attachment":
        return { line, target: embed.target, kind: "attachment", path: resolved.path };
      case "external":
        return { line, target: embed.target, kind: "external", path: null };
      case "problem":
        return { line, target: embed.target, kind: "problem", path: null, problem: resolved.problem.message };
    }
  });
}

function milestoneOf({ id, local, time, confidence }: Milestone) {
  return { id, local: formatWritten(local), time: instant(time), confidence };
}

function lineOf(note: Note, offset: number): number {
  return positionAt(note, offset).line;
}

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : formatInstant(milliseconds);
}
