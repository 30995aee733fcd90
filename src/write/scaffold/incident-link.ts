import type { Clock } from "../../time";
import { formatClock, formatDay, parseDay, readInstant, today, toLocal, zoneFault, zoneNamed } from "../../time";
import { quoted } from "../../base";
import type { Settings } from "../../settings";
import { mend, severityOf } from "../../settings";
import * as z from "../../schema";

/** What a link such as `obsidian://postmortem?title=…` tells of an incident; only what could be read. */
export interface LinkedIncident {
  readonly values: Readonly<
    Partial<
      Record<
        | "title"
        | "date"
        | "started"
        | "detected"
        | "timezone"
        | "severity"
        | "services"
        | "owner"
        | "timelineNote"
        | "timelineHeading",
        string
      >
    >
  >;
  /** What was left out, and why. */
  readonly problems: readonly string[];
}

/** UTF-16 units of a value that are taken; what an alert has to say is shorter. */
const longest = 300;

/** Keys that the app itself puts into every link. */
const ofTheApp = ["action", "vault"];

/**
 * Words without what the app or another plugin would act on once they stand in a note: tags of HTML and of templates,
 * code that Dataview runs, embeds, comments, and links that look like something else.
 */
function inert(words: string): string {
  return words
    .replace(/<(?=[a-z/!?%])/gi, "‹")
    .replace(/%>/g, "%›")
    .replaceAll("`", "'")
    .replace(/!(?=\[)/g, "")
    .replace(/\](?=\()/g, "] ")
    .replace(/%(?=%)/g, "% ")
    .replace(/\{(?=\{)/g, "{ ");
}

/** A value of a link on one line: a link comes from anywhere. */
const textSchema = () =>
  z.pipe(
    z.string(),
    z.transform((value) =>
      inert(value.normalize("NFC"))
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, " ")
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, ""),
    ),
  );

const moment = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** An ISO 8601 day or moment, or a clock time alone. */
const timeSchema = () =>
  textSchema().check(
    z.refine(
      (value) => value === "" || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) || readMoment(value, "UTC") !== null,
      {
        error: ({ input }) => `${quoted(String(input))} is no time such as \`2024-04-11T06:12:00Z\``,
      },
    ),
  );

function schemaOf(settings: Settings) {
  const [text, time] = [textSchema(), timeSchema()];
  return z.object({
    title: z.optional(text),
    started: z.optional(time),
    detected: z.optional(time),
    timezone: z.optional(
      text.check(
        z.refine((value) => value === "" || zoneFault(value) === null, {
          error: ({ input }) => zoneFault(String(input)) ?? "",
        }),
      ),
    ),
    severity: z.optional(
      text.check(
        z.refine((value) => value === "" || severityOf(value, settings) !== null, {
          error: ({ input }) => `${quoted(String(input))} is none of ${settings.severities.join(", ")}`,
        }),
      ),
    ),
    services: z.optional(text),
    owner: z.optional(text),
    timeline: z.optional(text),
  });
}

/**
 * Reads the parameters of a link that starts a postmortem. Never throws, whatever they are: what does
 * not fit is left out and reported. Moments with an offset are converted to the link's zone, or the team's.
 */
export function readIncidentLink(
  params: Readonly<Record<string, unknown>>,
  settings: Settings,
  clock: Clock,
): LinkedIncident {
  const schema = schemaOf(settings);
  const known = [...Object.keys(schema.shape), ...ofTheApp];
  const unknown = Object.keys(params).filter((name) => !known.includes(name));
  const { value, problems } = mend(schema, params);
  const zone = value.timezone === undefined || value.timezone === "" ? settings.timezone : value.timezone;
  const started = readMoment(value.started ?? "", zone);
  const detected = readMoment(value.detected ?? "", zone);
  const day =
    started?.day ?? detected?.day ?? (value.started || value.detected ? today({ now: clock.now, zone }) : undefined);
  const [timelineNote = "", ...headings] = value.timeline?.split("#") ?? [];
  const values = {
    title: value.title,
    date: day,
    started: started === null ? value.started : started.time,
    detected:
      detected?.time === "" || !value.detected
        ? undefined
        : `${detected?.day ?? day ?? ""}T${detected?.time ?? value.detected}`,
    timezone: value.timezone,
    severity: severityOf(value.severity ?? "", settings) ?? undefined,
    services: value.services
      ?.split(",")
      .map((service) => service.trim())
      .filter((service) => service !== "")
      .join(", "),
    owner: value.owner,
  };
  // A note without a heading is embedded whole, whatever heading the team's own timeline note has.
  const timeline =
    timelineNote === "" ? {} : { timelineNote: timelineNote.trim(), timelineHeading: headings.join("#").trim() };
  return {
    values: {
      ...Object.fromEntries(Object.entries(values).filter(([, held]) => held !== undefined && held !== "")),
      ...timeline,
    },
    problems: [
      ...problems.map(({ setting, message }) => `\`${setting}\`: ${message}`),
      ...unknown.slice(0, 5).map((name) => `${quoted(name)} is not known`),
    ],
  };
}

/** The day and the clock time in a zone; an empty time where only a day is given. Null for anything else. */
function readMoment(value: string, zone: string): { readonly day: string; readonly time: string } | null {
  if (!moment.test(value)) return null;
  if (value.length === 10) return Number.isNaN(parseDay(value)) ? null : { day: value, time: "" };
  const named = zoneNamed(zone);
  const read = readInstant(value, named);
  if (named === null || !read.ok || read.time === null) return null;
  const local = toLocal(read.time, named);
  return { day: formatDay(local.day), time: formatClock(local.clock) };
}
