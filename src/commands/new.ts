import { applyEdits } from "../base";
import type { Edit } from "../base";
import type { Handed, RecordedIncident } from "../incident/from";
import { readRecord } from "../incident/from";
import { listIn, parseNote, propertyOf, splitTarget } from "../note";
import type { Note } from "../note";
import type { Settings } from "../settings";
import { sectionAtEnd } from "../check";
import { isPostmortem, severityOf } from "../settings";
import { formatLocal, zoneOrUtc } from "../time";
import { findSubpath } from "../vault";
import type { Vault } from "../vault";
import type { RefusedScaffold, Scaffold, ScaffoldProblem, ScaffoldRequest } from "../write";
import { scaffold, templateVariants } from "../write";
import { writeProperties } from "../write/edit";
import type { PropertyValue } from "../write/edit";
import type { CommandContext, CommandWords } from "./command";

export const newCommand = {
  name: "new",
  summary: "Start a postmortem from the template; never overwrites a note",
  options: {
    title: { type: "string", value: "title", description: 'what broke, in a few words, such as "API Outage"' },
    date: { type: "string", value: "YYYY-MM-DD", description: "day on which it began; today when left out" },
    started: { type: "string", value: "HH:mm", description: "when it began, such as 06:12" },
    severity: { type: "string", value: "severity", description: "how bad it was, such as SEV-1" },
    owner: { type: "string", value: "name", description: "who sees that the postmortem gets finished" },
    timeline: {
      type: "string",
      value: "note#heading",
      description: "note and heading to show as the timeline; made when missing",
    },
    template: {
      type: "string",
      value: "note",
      description: "note of the vault to start from; `minor` or `full` for a built-in one",
    },
    language: { type: "string", value: "tag", description: "language of the built-in template, such as de" },
  },
} as const satisfies CommandWords;

/**
 * What is asked for; the template is named as a link names a note, by its path, or as one of the built-in ones, if no
 * note has that name; empty for the standard one.
 */
export interface PostmortemRequest extends Omit<ScaffoldRequest, "template" | "variant"> {
  readonly template: string;
  /** Times that the template has no variable for, written into the properties; UTC epoch milliseconds. */
  readonly moments?: RecordedIncident["moments"];
  /** Properties that the team has declared itself, by name. */
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}

/** A request as the record of an incident tells it. */
export type RecordedRequest =
  | {
      readonly ok: true;
      readonly request: Omit<PostmortemRequest, "template">;
      /** What of the record has no place in the request. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the record of an incident: the JSON of one in incident.io, PagerDuty, Rootly, Datadog or Statuspage.
 *
 * @param timezone Of times that state none; empty for that of the settings
 */
export function requestFrom(handed: Handed, settings: Settings, timezone: string): RecordedRequest {
  const record = readRecord(handed, zoneOrUtc(timezone || settings.timezone));
  return record === null
    ? { ok: false, message: `\`${handed.name}\` is no record of an incident that can be read` }
    : { ok: true, ...requestOf(record, settings, timezone) };
}

function requestOf(
  { lead, moments, services, severity, title }: RecordedIncident,
  settings: Settings,
  timezone: string,
): { readonly request: Omit<PostmortemRequest, "template">; readonly remarks: readonly string[] } {
  const zone = zoneOrUtc(timezone || settings.timezone);
  const level = severity === null ? null : severityOf(severity, settings);
  const { started, detected } = moments;
  const begin = started ?? detected ?? Object.values(moments).sort((a, b) => a - b)[0];
  const local = (time: number | undefined): string => (time === undefined ? "" : formatLocal(time, zone));
  return {
    request: {
      title,
      date: local(begin).slice(0, "YYYY-MM-DD".length),
      started: local(started),
      detected: local(detected),
      severity: level ?? "",
      services,
      owner: lead ?? "",
      moments,
    },
    remarks:
      severity !== null && level === null
        ? [`severity: \`${severity}\` is none of ${settings.severities.join(", ")}, and was left out`]
        : [],
  };
}

/** A postmortem that was written. */
export interface CreatedPostmortem {
  readonly ok: true;
  readonly path: string;
  /** The timeline note that was written with it, if any. */
  readonly timelinePath: string | null;
  /** The texts of all that was written as they were before, by path; null where there was none. */
  readonly before: ReadonlyMap<string, string | null>;
  /** Offset of the first thing to fill in. */
  readonly cursor: number;
  /** What is not as it was asked for, such as a variable that nobody knows. */
  readonly problems: readonly ScaffoldProblem[];
  /** Why the timeline note is missing although it was to be written, in words. */
  readonly timelineFailure: string | null;
}

/** What a request would lead to. */
export interface Preview {
  /**
   * The notes that would be written: the postmortem, and its timeline note where that is missing, or as `Note#Heading`
   * what is missing in it.
   */
  readonly paths: readonly string[];
  readonly problems: readonly ScaffoldProblem[];
  /** The postmortems that show the same timeline already: theirs would be the events of the new one. */
  readonly sharedWith: readonly string[];
}

/** Where the postmortem would go, and what is wrong with the request; writes and reads nothing. */
export function previewPostmortem(
  { template: _template, ...request }: PostmortemRequest,
  context: CommandContext,
  freePath: (path: string) => string,
): Preview {
  const plan = scaffold(request, context);
  if (!plan.ok) return { paths: [], problems: plan.problems, sharedWith: [] };
  const target = context.library.resolve(splitTarget(plan.timeline).linkpath, plan.path);
  const held = target.kind === "found" ? context.library.note(target.path) : null;
  const section = held === null ? null : missingSection(held, plan);
  const added = section === null ? [] : [plan.timeline];
  const timeline = plan.timelineNote === null ? added : [plan.timelineNote.path];
  return {
    paths: [freePath(plan.path), ...timeline],
    problems: [],
    sharedWith: postmortemsShowing(plan.timeline, plan.path, context),
  };
}

/** The postmortems that embed this part of this note, for a note at `from`. */
function postmortemsShowing(timeline: string, from: string, { library, settings }: CommandContext): readonly string[] {
  const wanted = splitTarget(timeline);
  const target = wanted.linkpath === "" ? null : library.resolve(wanted.linkpath, from);
  if (target?.kind !== "found") return [];
  return library.embedders(target.path).filter((path) => {
    const note = library.note(path);
    if (note === null || !isPostmortem(note, settings, library.memory)) return false;
    return note.embeds.some((embed) => {
      const { linkpath, subpath } = splitTarget(embed.target);
      const shown = library.resolve(linkpath, path);
      return subpath === wanted.subpath && shown.kind === "found" && shown.path === target.path;
    });
  });
}

/**
 * Writes a new postmortem, and its timeline note when that does not exist yet, or the heading in it when that is
 * missing. Never overwrites: a name that is taken is a reason to refuse, unless `freePath` gives another one.
 */
export async function createPostmortem(
  { moments = {}, properties = {}, template, ...request }: PostmortemRequest,
  context: CommandContext,
  vault: Pick<Vault, "read" | "create" | "change">,
  freePath: (path: string) => string = (path) => path,
): Promise<CreatedPostmortem | RefusedScaffold> {
  const source = template.trim() === "" ? {} : await readTemplate(template.trim(), context, vault);
  if (typeof source === "string") return refused("template", source);
  const plan = scaffold({ ...request, ...source }, context);
  if (!plan.ok) return plan;

  const path = freePath(plan.path);
  const zone = zoneOrUtc(request.timezone || context.settings.timezone);
  const times = Object.entries(moments).map(([name, time]) => [name, formatLocal(time, zone)] as const);
  const values = { ...properties, ...Object.fromEntries(times), ...plan.answers };
  const { text, dropped } = withProperties(plan.text, values, moments);
  const written = await vault.create(path, text);
  if (!written.ok) {
    const help = written.reason === "exists" ? "; choose another title or date" : "";
    return refused("title", `${written.message}${help}`);
  }
  const { timelineNote } = plan;
  const before = new Map<string, string | null>([[path, null]]);
  const timeline =
    timelineNote === null
      ? await addSection(plan, context, { vault, before })
      : await vault.create(timelineNote.path, timelineNote.text);
  if (timelineNote !== null && timeline?.ok === true) before.set(timelineNote.path, null);
  return {
    ok: true,
    path,
    timelinePath: timeline?.ok === true ? (timelineNote?.path ?? null) : null,
    before,
    // Only the properties, which stand in front of it, have changed.
    cursor: plan.cursor + text.length - plan.text.length,
    problems: [...dropped, ...plan.problems],
    timelineFailure: timeline?.ok === false && timeline.reason !== "exists" ? timeline.message : null,
  };
}

/**
 * Adds the heading that a postmortem embeds to a timeline note that has none of that name, and keeps its text before;
 * null where it has.
 */
async function addSection(
  plan: Scaffold,
  { library }: CommandContext,
  { before, vault }: { readonly vault: Pick<Vault, "read" | "change">; readonly before: Map<string, string | null> },
): Promise<Awaited<ReturnType<Vault["change"]>> | null> {
  const target = library.resolve(splitTarget(plan.timeline).linkpath, plan.path);
  const held = target.kind === "found" ? await vault.read(target.path) : null;
  if (target.kind !== "found" || held?.ok !== true) return null;
  const section = missingSection(parseNote(held.text, target.path), plan);
  const changed = section === null ? null : await vault.change(target.path, held.text, [section]);
  if (changed?.ok === true) before.set(target.path, held.text);
  return changed;
}

/** The edit that adds the heading which a postmortem embeds; null where it is there, or names no single heading. */
function missingSection(note: Note, { timeline, timelineStart }: Scaffold): Edit | null {
  const { subpath } = splitTarget(timeline);
  const heading = subpath.slice("#".length).trim();
  if (heading === "" || /[#^]/.test(heading) || findSubpath(note, subpath) !== null) return null;
  return sectionAtEnd(note, note.headings.find(({ level }) => level > 1)?.level ?? 2, heading, timelineStart);
}

/**
 * The text with these properties; moments only where it has none of that name. What cannot be written is reported.
 *
 * @param values what each property is to hold
 */
function withProperties(
  text: string,
  values: Readonly<Record<string, PropertyValue>>,
  moments: RecordedIncident["moments"],
): { readonly text: string; readonly dropped: readonly ScaffoldProblem[] } {
  const note = parseNote(text);
  const open = Object.entries(values).filter(([name, value]) => {
    const entry = propertyOf(note, name);
    if (entry !== null && name in moments) return false;
    return listIn(entry?.value).join() !== [value ?? ""].flat().join();
  });
  if (open.length === 0) return { text, dropped: [] };
  const plan = writeProperties(note, Object.fromEntries(open));
  const edited = plan.ok ? applyEdits(text, plan.edits) : null;
  if (edited !== null) return { text: edited, dropped: [] };
  const dropped = open.map(([name, value]): ScaffoldProblem => {
    const message = `the template has no \`{{${name}}}\`: \`${[value ?? ""].flat().join(", ")}\` was left out`;
    return { field: "template", message };
  });
  return { text, dropped };
}

/** A template as a request has it, or in words why there is none. */
async function readTemplate(
  name: string,
  { library }: CommandContext,
  vault: Pick<Vault, "read">,
): Promise<Pick<ScaffoldRequest, "template" | "variant"> | string> {
  const target = library.resolve(name, "");
  const read = await vault.read(target.kind === "found" ? target.path : name);
  if (read.ok) return { template: read.text };
  const variant = templateVariants.find((known) => known === name.toLowerCase());
  if (read.reason !== "missing") return read.message;
  return variant === undefined ? `there is no template note \`${name}\` in the vault` : { variant };
}

function refused(field: ScaffoldProblem["field"], message: string): RefusedScaffold {
  return { ok: false, problems: [{ field, message }] };
}
