import { placeholderIn } from "../../incident";
import { english, languageIds, languageNamed } from "../../language";
import type { Clock, ZonedTime } from "../../time";
import { formatMoment, parseDay, readInstant, toInstant, toLocal, zoneFault, zoneNamed } from "../../time";
import type { Settings } from "../../settings";
import { severityOf, statusOf } from "../../settings";
import { parseNote } from "../../note";
import type { Library } from "../../vault";
import { leavesVault } from "../../vault";
import { safePath } from "./file-name";
import { fillTemplate, fillText, type ReadVariable } from "./template";
import { builtInTemplate, type TemplateVariant } from "./builtin-template";
import { variablesOf, type IncidentVariables } from "./variables";

/** What a person knows when a postmortem is started; absent or empty where it is still open. */
export interface ScaffoldRequest {
  readonly title: string;
  /** Day on which the incident began, `YYYY-MM-DD`. */
  readonly date: string;
  /** A level of the settings, in any of the usual spellings: `Sev 1`. */
  readonly severity?: string;
  /** A state of the settings. */
  readonly status?: string;
  /** A name, or a link such as `[[Ada]]`. */
  readonly owner?: string;
  readonly services?: readonly string[];
  /** `HH:mm` on that day, or `YYYY-MM-DDTHH:mm`; with an offset it is converted to `timezone`. */
  readonly started?: string;
  /** When it was noticed, written like `started`. */
  readonly detected?: string;
  /** IANA name of the zone of the incident's times. */
  readonly timezone?: string;
  /**
   * Note and heading whose content the timeline section shows: `Incident Timeline#Key Events`; template variables may
   * stand in it.
   */
  readonly timeline?: string;
  /** Folder of the vault to put the note in; that of the settings when absent. */
  readonly folder?: string;
  /** Language of the built-in template, as a BCP 47 tag; that of the settings when absent or empty, else English. */
  readonly language?: string;
  /** Text of the template note; the built-in template when absent. */
  readonly template?: string;
  /** Which of the built-in templates; the standard one when absent. */
  readonly variant?: TemplateVariant;
}

/** Something that a request or a template got wrong. */
export interface ScaffoldProblem {
  readonly field: keyof ScaffoldRequest;
  readonly message: string;
}

/** A note that is to be written. */
export interface NewNote {
  /** Where it goes; whether that is free is for the host to find out. */
  readonly path: string;
  readonly text: string;
}

/** A postmortem that is ready to be written. */
export interface Scaffold extends NewNote {
  readonly ok: true;
  /** What it embeds as its timeline, `Note#Heading`; empty for nothing. */
  readonly timeline: string;
  /** The timeline note that the postmortem embeds and that does not exist yet. */
  readonly timelineNote: NewNote | null;
  /** What a timeline says at first, below its heading. */
  readonly timelineStart: string;
  /** What was answered and the template has no variable for, by the property that it belongs into. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Offset in `text` of the first thing to fill in; its end when there is none. */
  readonly cursor: number;
  /** What was left as it is, such as an unknown variable. */
  readonly problems: readonly ScaffoldProblem[];
}

/** A request that no note can be made from. */
export interface RefusedScaffold {
  readonly ok: false;
  readonly problems: readonly ScaffoldProblem[];
}

/** What a postmortem is made against: the files that exist, the team's settings, today. */
export interface ScaffoldContext {
  readonly library: Pick<Library, "resolve">;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** Makes the text of a new postmortem, and of its timeline note when that is missing. Writes nothing. */
export function scaffold(request: ScaffoldRequest, context: ScaffoldContext): Scaffold | RefusedScaffold {
  const { settings, clock, library } = context;
  const { incident, problems } = readRequest(request, clock, settings);
  if (incident === null) return { ok: false, problems };

  const path = pathOf(request.folder ?? settings.newNote.folder, settings.newNote.fileName, variablesOf(incident));
  const named = { ...incident, timeline: linkTarget(fillText(incident.timeline, variablesOf(incident), singleStep)) };
  const timeline = timelineOf(named, settings, path, library);
  if (!timeline.ok) return { ok: false, problems: [{ field: "timeline", message: timeline.message }] };

  const variables = { ...incident, timeline: timeline.link };
  const wanted = (request.language ?? "").trim();
  const language = languageNamed(wanted === "" ? settings.language.notes : wanted);
  if (language === null && wanted !== "") {
    const message = `\`${wanted}\` is none of ${languageIds.join(", ")}`;
    return { ok: false, problems: [{ field: "language", message }] };
  }
  const template =
    request.template ??
    builtInTemplate(variables, settings, { language: language ?? english, variant: request.variant ?? "standard" });
  const filled = fillTemplate(template, variablesOf(variables));
  const { text, unknown, used } = filled;
  const isShown = timeline.link === "" || text.includes(`[[${timeline.link}`);
  return {
    ok: true,
    path,
    text,
    timeline: timeline.link,
    timelineNote: timeline.note,
    timelineStart: timelineStart(incident, settings),
    answers: answersBeside(used, incident),
    cursor: firstPlaceholder(text),
    problems: [
      ...unknown.map((variable) => ({
        field: "template" as const,
        message: `unknown variable \`${variable}\` is left as it is`,
      })),
      ...(isShown
        ? []
        : [
            {
              field: "timeline" as const,
              message: `the template has no \`{{timeline}}\`: \`${timeline.link}\` was left out`,
            },
          ]),
    ],
  };
}

/** What was answered and the template has no variable for. The day stands in the name of the file. */
function answersBeside(used: ReadonlySet<string>, incident: IncidentVariables): Scaffold["answers"] {
  const minute = (time: ZonedTime | null): string => (time === null ? "" : formatMoment(time, "YYYY-MM-DD[T]HH:mm"));
  const { title, severity, status, owner, services, started, detected, timezone } = incident;
  const answers = {
    title: used.has("slug") ? "" : title,
    severity,
    status,
    owner,
    services,
    started: minute(started),
    detected: minute(detected),
    // Says something only beside a time.
    timezone: started === null && detected === null ? "" : timezone,
  };
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => value.length > 0 && !used.has(name)));
}

/** Offset of the first thing in the body that the check will ask for. */
function firstPlaceholder(text: string): number {
  let start = parseNote(text).frontmatter?.span.end ?? 0;
  for (const line of text.slice(start).split("\n")) {
    const found = placeholderIn(line);
    if (found !== null) return start + found.start;
    start += line.length + 1;
  }
  return text.length;
}

/** A value as a part of one step of a path, and of a link. */
function singleStep(value: string): string {
  return value.replace(/[\\/#^|[\]]+/g, "-");
}

/** Where a new postmortem goes, `.md` included. */
function pathOf(inFolder: string, named: string, read: ReadVariable): string {
  const folder = inFolder.split("/").filter((part) => !/^[\s.]*$/.test(part));
  const fileName = fillText(named.replace(/\.md$/i, ""), read, singleStep);
  return `${[...folder, safePath(fileName) || "Untitled postmortem"].join("/")}.md`;
}

function readRequest(
  request: ScaffoldRequest,
  clock: Clock,
  settings: Settings,
): { incident: IncidentVariables | null; problems: ScaffoldProblem[] } {
  const problems: ScaffoldProblem[] = [];
  const title = plainText(request.title);
  if (title === "") problems.push({ field: "title", message: "a postmortem needs a title" });

  const timezone = (request.timezone ?? "").trim();
  const zone = timezone === "" ? settings.timezone : timezone;
  const inZone = zoneNamed(zone);
  const fault = zoneFault(zone);
  if (fault !== null) problems.push({ field: "timezone", message: fault });

  const day = parseDay(request.date);
  if (Number.isNaN(day))
    problems.push({ field: "date", message: `\`${request.date}\` is no date such as \`2024-04-11\`` });

  const moment = (field: "started" | "detected"): ZonedTime | null => {
    const written = (request[field] ?? "").trim();
    const read = written === "" ? null : readInstant(written, inZone, Number.isNaN(day) ? null : day);
    if (read?.ok === false)
      problems.push({ field, message: `\`${written}\` is no time such as \`06:12\` or \`2024-04-11T06:12\`` });
    return read?.ok === true && read.time !== null && inZone !== null ? { time: read.time, zone: inZone } : null;
  };
  const started = moment("started");
  const detected = moment("detected");
  if (started !== null && detected !== null && detected.time < started.time)
    problems.push({ field: "detected", message: "it was noticed before it began; one of the two times is wrong" });

  const severity = plainText(request.severity ?? "");
  const level = severity === "" ? "" : severityOf(severity, settings);
  if (level === null)
    problems.push({ field: "severity", message: `\`${severity}\` is none of ${settings.severities.join(", ")}` });
  const status = plainText(request.status ?? "");
  const state = status === "" ? "" : statusOf(status, settings);
  if (state === null)
    problems.push({ field: "status", message: `\`${status}\` is none of ${settings.statuses.join(", ")}` });

  if (problems.length > 0 || inZone === null || level === null || state === null) return { incident: null, problems };
  const incident: IncidentVariables = {
    title,
    date: { time: toInstant({ day, clock: toLocal(clock.now, inZone).clock }, inZone).time, zone: inZone },
    now: { time: clock.now, zone: inZone },
    severity: level,
    status: state,
    owner: (request.owner ?? "").replace(/\s+/g, " ").trim(),
    services: (request.services ?? []).map(plainText).filter((service) => service !== ""),
    started,
    detected,
    timezone,
    timeline: request.timeline ?? "",
  };
  return { incident, problems };
}

/**
 * What a person typed as one line of text that means the same in any place of a note: links become
 * the text that they show, and marks that would hide or swallow the rest of the line are undone.
 */
function plainText(value: string): string {
  return value
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu, " ")
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, "$1")
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/([%$[\]])\1+/g, "$1")
    .replace(/\]\(/g, "] (")
    .replace(/<!-+/g, "<")
    .replace(/\s+/g, " ")
    .trim();
}

/** `[[Note#Heading|shown]]` or `Note#Heading` as the target of a link. */
function linkTarget(timeline: string): string {
  const [target = ""] = timeline.replace(/^!?\[\[|\]\]$/g, "").split("|");
  return target.replace(/[\p{Cc}[\]]+/gu, " ").trim();
}

/** The day and the zone of a timeline, and its first line. */
function timelineStart({ date, started, timezone }: IncidentVariables, settings: Settings): string {
  const day = `${formatMoment(date, "YYYY-MM-DD")}, all times ${timezone === "" ? settings.timezone : timezone}.`;
  const clock = started === null ? "HH:MM" : formatMoment(started, "HH:mm");
  return `${day}\n\n- ${clock} TODO: write down the first sign of trouble`;
}

/** The link to embed, and the note behind it when that has to be made. */
function timelineOf(
  incident: IncidentVariables,
  settings: Settings,
  from: string,
  library: Pick<Library, "resolve">,
): { ok: true; link: string; note: NewNote | null } | { ok: false; message: string } {
  const [linkpath = "", ...headings] = incident.timeline.split("#").map((part) => part.trim());
  if (leavesVault(linkpath, from)) return { ok: false, message: `\`${linkpath}\` lies outside the vault` };
  const target = linkpath === "" ? null : library.resolve(linkpath, from);
  if (target?.kind !== "missing") return { ok: true, link: incident.timeline, note: null };
  if (/(?:^|\/)\.\.?\//.test(linkpath))
    return { ok: false, message: `there is no note \`${linkpath}\`; name a new one from the vault's root` };

  const name = safePath(linkpath.replace(/\.md$/i, ""));
  const folder = name.includes("/") ? "" : from.slice(0, from.lastIndexOf("/") + 1);
  const shown = headings.filter((heading) => heading !== "" && !heading.startsWith("^"));
  const text = [
    `# ${name.slice(name.lastIndexOf("/") + 1)}`,
    "",
    ...shown.flatMap((heading, index) => [`${"#".repeat(Math.min(index + 2, 6))} ${heading}`, ""]),
    timelineStart(incident, settings),
    "",
  ].join("\n");
  return { ok: true, link: [name, ...shown].join("#"), note: { path: `${folder}${name}.md`, text } };
}
