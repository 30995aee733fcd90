import { nearest } from "../../base";
import { slugOf } from "./file-name";
import type { ZonedTime } from "../../time";
import { formatMoment } from "../../time";
import { fillText } from "./template";
import type { ReadVariable, VariableValue } from "./template";

/** What is known about an incident when its note is made; empty where it is left open. */
export interface IncidentVariables {
  readonly title: string;
  /** The day of the incident, with the time of day at which the note is made. */
  readonly date: ZonedTime;
  /** When the note is made. */
  readonly now: ZonedTime;
  readonly severity: string;
  readonly status: string;
  readonly owner: string;
  readonly services: readonly string[];
  readonly started: ZonedTime | null;
  readonly detected: ZonedTime | null;
  readonly timezone: string;
  /** What is to be embedded, `Note#Heading`. */
  readonly timeline: string;
}

/** Names of all variables that a template or a file name pattern can use, with their meaning. */
export const variableNames = {
  title: "the incident's title",
  date: "day of the incident; takes a format: `{{date:YYYY}}`",
  time: "time of day at which the note is made; takes a format",
  started: "when the incident began; takes a format: `{{started:HH:mm}}`",
  detected: "when it was noticed; takes a format",
  severity: "severity level",
  status: "status of the postmortem",
  owner: "who sees that it gets finished",
  services: "affected services; a list in the frontmatter",
  timezone: "zone of the incident's times",
  timeline: "embed of the timeline note's section",
  slug: "the title as part of a file name",
} as const;

/** Looks variables up. Names and formats are those of the core Templates plugin, and the incident's own. */
export function variablesOf(incident: IncidentVariables): ReadVariable {
  const formatted = (time: ZonedTime | null, format: string): string =>
    time === null ? "" : formatMoment(time, format);
  const read: Readonly<Record<keyof typeof variableNames, (format: string | null) => VariableValue>> = {
    title: () => incident.title,
    date: (format) => formatted(incident.date, format ?? "YYYY-MM-DD"),
    time: (format) => formatted(incident.now, format ?? "HH:mm"),
    started: (format) => formatted(incident.started, format ?? "YYYY-MM-DD[T]HH:mm"),
    detected: (format) => formatted(incident.detected, format ?? "YYYY-MM-DD[T]HH:mm"),
    severity: () => incident.severity,
    status: () => incident.status,
    owner: () => incident.owner,
    services: () => incident.services,
    timezone: () => incident.timezone,
    timeline: () => (incident.timeline === "" ? "" : `![[${incident.timeline}]]`),
    slug: () => slugOf(incident.title),
  };
  return (name, format) => (isVariable(name) ? read[name](format) : null);
}

/** The first variable in a file name pattern that there is not, as written, with what may have been meant; or null. */
export function unknownVariable(pattern: string): { readonly written: string; readonly meant: string | null } | null {
  const left = fillText(pattern, (name) => (isVariable(name) ? "" : null), String);
  const written = /\{\{[^{}]{0,80}\}\}/.exec(left)?.[0];
  if (written === undefined) return null;
  const [name = ""] = written.slice(2, -2).split(":");
  return { written, meant: nearest(name.trim().toLowerCase(), new Set(Object.keys(variableNames))) };
}

function isVariable(name: string): name is keyof typeof variableNames {
  return Object.hasOwn(variableNames, name);
}
