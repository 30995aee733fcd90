import { plainWords } from "../base";
import { fieldDeclaration, sectionDeclaration } from "./declarations";
import { builtInFields, builtInSections } from "./defaults";
import { exportStyles } from "./export-options";
import { languageIds } from "../language";
import { mend } from "./mend";
import { zoneFault } from "../time";
import * as z from "../schema";

const oneCharacter = z.string().check(z.refine((text) => Array.from(text).length === 1, "expected one character"));

/** How a team wants one rule; what is left out is as the rule itself has it. */
const ruleSetting = z.strictObject({
  severity: z.exactOptional(z.enum(["off", "error", "warning", "info"])),
  /** The rule's own options, checked by the rule. */
  options: z.exactOptional(z.unknown()),
});

/** A declaration of something built in need only say what differs. */
function overBuiltIn<Key extends string>(
  entry: unknown,
  key: Key,
  builtIn: readonly Readonly<Record<Key, unknown>>[],
): unknown {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return entry;
  const id: unknown = Object.getOwnPropertyDescriptor(entry, key)?.value;
  return { ...builtIn.find((other) => other[key] === id), ...entry };
}

const settingsShape = z.strictObject({
  /** IANA name or offset of the zone for times that state none. */
  timezone: z._default(
    z
      .string()
      .check(z.refine((name) => zoneFault(name) === null, { error: ({ input }) => zoneFault(String(input)) ?? "" })),
    "UTC",
  ),
  /** Every note in this folder is a postmortem; empty: no such folder. */
  postmortemFolder: z._default(z.string(), ""),
  /** Names of notes that are postmortems, without `.md`: `YYYY`, `MM` and `DD` stand for digits, `*` for anything. */
  fileNamePatterns: z._default(z.array(z.string().check(z.minLength(1))), ["Incident-YYYY-MM-DD-*", "Postmortem *"]),
  newNote: z.prefault(
    z.strictObject({
      /** Where new postmortems go; empty: the vault's root. */
      folder: z._default(z.string(), ""),
      /** File name without `.md`, with template variables. */
      fileName: z._default(z.string().check(z.minLength(1)), "Incident-{{date}}-{{slug}}"),
      /** Path of the note to start from; empty: the built-in template. */
      template: z._default(z.string(), ""),
    }),
    {},
  ),
  timelineNote: z.prefault(
    z.strictObject({
      /** Path of the note that events are collected in, with template variables, without `.md`. */
      path: z._default(z.string().check(z.minLength(1)), "Incident Timeline"),
      /** The heading in it that a postmortem embeds. */
      heading: z._default(z.string().check(z.minLength(1)), "Key Events"),
    }),
    {},
  ),
  /** Severity levels, worst first. `Sev 1`, `SEV1`, `S1`, `P1` and `1` all name the level with number 1. */
  severities: z._default(z.array(z.string().check(z.minLength(1))).check(z.minLength(1)), [
    "SEV-1",
    "SEV-2",
    "SEV-3",
    "SEV-4",
    "SEV-5",
  ]),
  /** The states of a postmortem in their order, the last one being final. */
  statuses: z._default(z.array(z.string().check(z.minLength(1))).check(z.minLength(1)), [
    "draft",
    "in review",
    "published",
  ]),
  /** A link to a note in this folder names a person; empty: no such folder. */
  peopleFolder: z._default(z.string(), ""),
  /** Every known property. Stored ones replace the built-in one of their name or are added. */
  fields: z._default(
    z.array(
      z.pipe(
        z.transform((entry) => overBuiltIn(entry, "name", builtInFields)),
        fieldDeclaration,
      ),
    ),
    [],
  ),
  /** Every known section in the order of a new note. Stored ones replace the built-in one of their id or are added. */
  sections: z._default(
    z.array(
      z.pipe(
        z.transform((entry) => overBuiltIn(entry, "id", builtInSections)),
        sectionDeclaration,
      ),
    ),
    [],
  ),
  /** By rule id. */
  rules: z._default(z.record(z.string(), ruleSetting), {}),
  /** How many embeds deep an embed is followed. */
  embedDepth: z._default(z.int().check(z.gte(1), z.lte(100)), 10),
  /** Business days that a postmortem may stay unpublished after its incident, by severity; `other` for the rest. */
  staleDraft: z._default(z.record(z.string(), z.number().check(z.nonnegative())), {
    "SEV-1": 3,
    "SEV-2": 5,
    other: 10,
  }),
  /** What stands between the brackets of a done task. */
  doneMarks: z._default(z.array(oneCharacter).check(z.minLength(1)), ["x", "X"]),
  /** What stands between the brackets of a task that was given up: neither open nor done. */
  cancelledMarks: z._default(z.array(oneCharacter), ["-"]),
  /** How a note leaves the app; each can be chosen anew for each export. */
  export: z.prefault(
    z.strictObject({
      ...exportStyles.shape,
      /**
       * Where the app writes exported documents; what lies in it is never taken for a postmortem. Empty: the vault's
       * root.
       */
      folder: z._default(z.string(), "Exports"),
    }),
    {},
  ),
  language: z.prefault(
    z.strictObject({
      /** What notes are written in; `auto`: each as its headings and words tell, or its property `lang` says. */
      notes: z._default(z.enum(["auto", ...languageIds]), "auto"),
      /** Words and phrases that blame, beside the built-in ones. */
      blame: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Words and phrases of hindsight, beside the built-in ones. */
      counterfactual: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Words and phrases that are fine here, built-in or not. */
      exceptions: z._default(z.array(z.string().check(z.minLength(1))), []),
    }),
    {},
  ),
  external: z.prefault(
    z.strictObject({
      /** Ids or headings of the sections that may leave the company, with what is below them. */
      sections: z._default(z.array(z.string().check(z.minLength(1))), [
        "what-happened",
        "timeline",
        "root-cause",
        "impact",
      ]),
      /** Properties that may leave. */
      properties: z._default(z.array(z.string().check(z.minLength(1))), [
        "title",
        "date",
        "severity",
        "services",
        "started",
        "detected",
        "mitigated",
        "resolved",
        "timezone",
      ]),
      /** What stands for a person's name, by that name. */
      roles: z._default(z.record(z.string(), z.string().check(z.minLength(1))), {}),
      /** What stands for everybody else, with a number behind it. */
      otherRole: z._default(z.string().check(z.minLength(1)), "Engineer"),
      /**
       * Names of hosts, systems and customers that are blacked out; `*` stands for letters, digits, `.`, `-` and `_`.
       */
      removeWords: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Hosts that links may lead to, with those below them. */
      publicHosts: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Images and files that may leave, by path or name. */
      attachments: z._default(z.array(z.string().check(z.minLength(1))), []),
    }),
    {},
  ),
  /** Show the number of problems in the status bar. */
  showStatusBar: z._default(z.boolean(), true),
  /** Show a notice when a check on save finds something new. */
  noticeOnCheck: z._default(z.boolean(), false),
  /** Show open action items when the app starts. */
  digestOnStart: z._default(z.boolean(), false),
});

const settingsSchema = settingsShape.check(
  z.superRefine((settings, context) => {
    const statuses = new Set(settings.statuses.map(plainWords));
    const check = (
      list: "fields" | "sections",
      declarations: readonly { id: string; required: boolean | string }[],
    ): void => {
      const seen = new Set<string>();
      for (const [index, { id, required: from }] of declarations.entries()) {
        if (seen.has(id))
          context.addIssue({ code: "custom", path: [list, index], message: `\`${id}\` is declared twice` });
        seen.add(id);
        if (typeof from === "boolean" || statuses.has(plainWords(from))) continue;
        context.addIssue({
          code: "custom",
          path: [list, index, "required"],
          message: `expected true, false or one of \`statuses\`, received \`${from}\``,
        });
      }
    };
    check(
      "fields",
      settings.fields.map(({ name, required }) => ({ id: name, required })),
    );
    check("sections", settings.sections);
  }),
);

/** Everything that a team can set; read from the plugin's `data.json` by both hosts. */
export type Settings = Readonly<z.infer<typeof settingsShape>>;

/** A part of stored settings that was left out. */
export interface SettingsProblem {
  /**
   * Path of the setting, such as `rules.broken-embed.severity` or `fields.owner.type`; empty for the settings as a
   * whole.
   */
  readonly setting: string;
  readonly message: string;
}

/**
 * Reads stored settings, whatever they are; never throws.
 *
 * The smallest part that does not fit is left out and reported: its default takes its place, or its
 * list goes on without it. Unknown keys are left out and reported too.
 */
export function readSettings(data: unknown): {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
} {
  const { value, problems } = mend(settingsSchema, data ?? {});
  const settings = {
    ...value,
    fields: withBuiltIn(value.fields, builtInFields, (field) => field.name),
    sections: withBuiltIn(value.sections, builtInSections, (section) => section.id),
  };
  return { settings, problems };
}

/** What a team has before it sets anything. */
export const defaultSettings: Settings = readSettings({}).settings;

/** The list with what it lacks of the built-in one, each at its built-in place: behind its predecessor. */
function withBuiltIn<T>(list: readonly T[], builtIn: readonly T[], idOf: (entry: T) => string): T[] {
  const result = [...list];
  let place = 0;
  for (const entry of builtIn) {
    const at = result.findIndex((other) => idOf(other) === idOf(entry));
    if (at < 0) result.splice(place, 0, entry);
    place = (at < 0 ? place : at) + 1;
  }
  return result;
}
