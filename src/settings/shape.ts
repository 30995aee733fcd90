import { ownValue, isKeyed, once } from "../base";
import { languageIds, languages } from "../language";
import { fieldDeclaration, mappingDeclaration, sectionDeclaration } from "./declarations";
import { builtInFields, builtInSections } from "./defaults";
import { described, filled } from "./described";
import { exportStyles } from "./export-options";
import { externalVersion } from "./external";
import { ticketSettings } from "./tickets";
import { followUpSettings } from "./follow-ups";
import { extensionFault, globFault, patternFault } from "./pattern";
import { parseDay, zoneFault } from "../time";
import * as z from "../schema";

const oneCharacter = once(() =>
  z.string().check(z.refine((text) => Array.from(text).length === 1, "expected one character")),
);

/** A text in which `fault` finds nothing. */
function sound(fault: (text: string) => string | null): z.ZodMiniType<string> {
  return z
    .string()
    .check(z.refine((text) => fault(text) === null, { error: ({ input }) => fault(String(input)) ?? "" }));
}

const day = once(() => sound((text) => (Number.isNaN(parseDay(text)) ? "expected a day such as 2024-04-11" : null)));

/** How a team wants one rule; what is left out is as the rule itself has it. */
const ruleSetting = once(() =>
  z.strictObject({
    severity: described(
      "What a finding of the rule weighs; `off` turns the rule off.",
      z.exactOptional(z.enum(["off", "error", "warning", "info"])),
    ),
    since: described(
      "The rule holds for incidents of this day, `YYYY-MM-DD`, and later; older notes are let off it.",
      z.exactOptional(day()),
    ),
    options: described("The rule's own options; its page tells which it has.", z.exactOptional(z.unknown())),
  }),
);

/** A declaration of something built in need only say what differs. */
function overBuiltIn<Key extends string>(
  entry: unknown,
  key: Key,
  builtIn: readonly Readonly<Record<Key, unknown>>[],
): unknown {
  if (!isKeyed(entry)) return entry;
  const id = ownValue(entry, key);
  return { ...builtIn.find((other) => other[key] === id), ...entry };
}

/** A section under another heading goes on to be known by the built-in one. */
const renamableSections = once(() =>
  builtInSections().map((section) => ({
    ...section,
    synonyms: [section.heading, ...section.synonyms],
  })),
);

/** Everything that a team can set, with its default and its meaning. */
export const settingsShape = once(() =>
  z.strictObject({
    $schema: described(
      "Where the JSON schema of this file lies, for editors; it changes nothing.",
      z.optional(z.string()),
    ),
    timezone: described(
      "IANA name or offset of the zone for times that state none.",
      z._default(
        sound((name) => zoneFault(name)),
        "UTC",
      ),
      { name: "Time zone", hint: "For times that state none. An IANA name, such as Europe/Berlin", placeholder: "UTC" },
    ),
    timezoneHolds: described(
      "Times that state no zone are in `timezone`, and nothing is said of them; by default where `timezone` is set.",
      z._default(z.boolean(), false),
      {
        name: "Times without a zone are fine",
        hint: "They are in the time zone above, and no problem is reported for them",
      },
    ),
    postmortemFolder: described(
      "Every note in this folder, or in one of these folders, is a postmortem; empty: no such folder.",
      z._default(z.union([z.string(), z.array(filled())], "expected a folder or a list of folders"), ""),
      { name: "Folder of postmortems", hint: "Every note in it is one; notes tagged postmortem always are" },
    ),
    fileNamePatterns: described(
      "Names of notes that are postmortems, without extension: `YYYY`, `MM` and `DD` stand for digits where no letter stands beside them, `#` for one digit, `*` for anything.",
      z._default(z.array(sound(patternFault)), ["Incident-YYYY-MM-DD-*", "Postmortem *"]),
      {
        name: "File names of postmortems",
        hint: "One pattern on each line. YYYY, MM, DD and # stand for digits, * for anything",
      },
    ),
    foundBy: described(
      "Whether a note needs the folder or the name to be a postmortem (`either`), or the folder and the name (`both`). A tag or `type: postmortem` is always enough.",
      z._default(z.enum(["either", "both"]), "either"),
      {
        name: "What makes a note a postmortem",
        values: { either: "Folder or file name", both: "Folder and file name" },
      },
    ),
    exclude: described(
      "Notes that are never postmortems, as in `.gitignore`: `README.md`, `drafts/`, `**/template*`, `!drafts/keep.md`.",
      z._default(z.array(sound(globFault)), []),
      { name: "Never postmortems", hint: "Paths as in .gitignore, one on each line: README.md, drafts/, **/template*" },
    ),
    extensions: described(
      "Extensions of notes beside `.md`, upper or lower case. The app reads `.md` alone.",
      z._default(z.array(sound(extensionFault)), ["markdown", "mdx"]),
      { name: "Extensions on the command line", hint: "Beside md, which is what the app reads; one on each line" },
    ),
    newNote: z.prefault(
      z.strictObject({
        folder: described("Where new postmortems go; empty: the vault's root.", z._default(z.string(), ""), {
          name: "Folder",
          hint: "Where new postmortems go; empty for the top of the vault",
        }),
        fileName: described(
          "File name of a new postmortem without `.md`, with template variables.",
          z._default(filled(), "Incident-{{date}}-{{slug}}"),
          {
            name: "File name",
            hint: "With template variables such as {{date}}, {{slug}} and {{title}}",
            placeholder: "Incident-{{date}}-{{slug}}",
          },
        ),
        template: described(
          "Path of the note to start from; empty: the built-in template.",
          z._default(z.string(), ""),
          {
            name: "Template",
            hint: "The note to start from; empty for the built-in template",
          },
        ),
      }),
      {},
    ),
    timelineNote: z.prefault(
      z.strictObject({
        path: described(
          "Path of the note that an incident's events are collected in, with template variables, without `.md`; empty: in the postmortem itself.",
          z._default(z.string(), "{{date}} {{title}} Timeline"),
          {
            name: "Timeline note",
            hint: "Where the events of an incident are collected; empty for the postmortem itself",
            placeholder: "{{date}} {{title}} Timeline",
          },
        ),
        heading: described(
          "The heading in it that a postmortem embeds, with template variables: in one note for all incidents, `Key Events {{date}}` gives each its own.",
          z._default(filled(), "Key Events"),
          {
            name: "Timeline heading",
            hint: "The part of that note which a postmortem embeds; with {{date}} in it, incidents can share one note",
            placeholder: "Key Events",
          },
        ),
      }),
      {},
    ),
    severities: described(
      "Severity levels, worst first. `Sev 1`, `SEV1`, `S1`, `P1` and `1` all name the level with number 1.",
      z._default(z.array(filled()).check(z.minLength(1)), ["SEV-1", "SEV-2", "SEV-3", "SEV-4", "SEV-5"]),
      { name: "Severities", hint: "One on each line, the worst first" },
    ),
    statuses: described(
      "The states of a postmortem in their order, the last one being final.",
      z._default(z.array(filled()).check(z.minLength(1)), ["draft", "in review", "published"]),
      { name: "States of a postmortem", hint: "One on each line, in their order; the last one is final" },
    ),
    factors: described(
      "Contributing factors that a postmortem may name, each one kind of condition and none a person; empty: any words.",
      z._default(z.array(filled()), [
        "change",
        "configuration",
        "capacity",
        "dependency",
        "data",
        "credentials",
        "hardware",
        "detection",
        "process",
        "knowledge",
        "tooling",
        "organization",
      ]),
      { name: "Contributing factors", hint: "What a postmortem may name; one on each line, empty for any words" },
    ),
    peopleFolder: described(
      "A link to a note in this folder names a person; empty: no such folder.",
      z._default(z.string(), ""),
      { name: "Folder of people", hint: "A link to a note in it names a person" },
    ),
    fields: described(
      "Properties. An entry replaces the built-in one of its `name`, of which it need only say what differs, or is added.",
      z._default(
        z.array(
          z.pipe(
            z.transform((entry) => overBuiltIn(entry, "name", builtInFields)),
            fieldDeclaration(),
          ),
        ),
        [],
      ),
    ),
    sections: described(
      "Sections in the order of a new note. An entry replaces the built-in one of its `id`, of which it need only say what differs, or is added.",
      z._default(
        z.array(
          z.pipe(
            z.transform((entry) => overBuiltIn(entry, "id", renamableSections())),
            sectionDeclaration(),
          ),
        ),
        [],
      ),
    ),
    rules: described("How the rules are wanted, by rule id.", z._default(z.record(z.string(), ruleSetting()), {})),
    embedDepth: described(
      "How many embeds deep an embed is followed.",
      z._default(z.int().check(z.gte(1), z.lte(100)), 10),
      { name: "Depth of embeds", hint: "How many embeds deep an embed is followed" },
    ),
    staleDraft: described(
      "Business days that a postmortem may stay unpublished after its incident, by severity; `other` for the rest.",
      z._default(z.record(z.string(), z.number().check(z.nonnegative())), { "SEV-1": 3, "SEV-2": 5, other: 10 }),
    ),
    reviewSteps: described(
      "Business days after the incident by which a postmortem has to have a status between the first and the last, by status; the last goes by `staleDraft`. Nothing: no such step.",
      z._default(z.record(z.string(), z.number().check(z.nonnegative())), {}),
    ),
    recurrenceDays: described(
      "So many days after an incident the same service and factor count as the same again.",
      z._default(z.int().check(z.gte(1)), 180),
      {
        name: "Days of recurrence",
        hint: "So long after an incident the same service and factor count as the same again",
      },
    ),
    followUps: z.prefault(followUpSettings(), {}),
    doneMarks: described(
      "What stands between the brackets of a done task.",
      z._default(z.array(oneCharacter()).check(z.minLength(1)), ["x", "X"]),
      {
        name: "Done tasks",
        hint: "Characters between the brackets that say so, such as the x in [x]",
        placeholder: "xX",
      },
    ),
    plainActionItems: described(
      "Bullets without a box under action items are action items too: open ones, unless they say otherwise.",
      z._default(z.boolean(), false),
      { name: "Bullets are action items", hint: "Without a box, under a heading of action items" },
    ),
    cancelledMarks: described(
      "What stands between the brackets of a task that was given up: neither open nor done.",
      z._default(z.array(oneCharacter()), ["-"]),
      {
        name: "Cancelled tasks",
        hint: "Characters between the brackets that say so: neither open nor done",
        placeholder: "-",
      },
    ),
    export: z.prefault(
      z.strictObject({
        ...exportStyles().shape,
        folder: described(
          "Where the app writes exported documents; what lies in it is never taken for a postmortem. Empty: the vault's root.",
          z._default(z.string(), "Exports"),
          { name: "Folder of exported documents", hint: "What lies in it is never taken for a postmortem" },
        ),
      }),
      {},
    ),
    language: z.prefault(
      z.strictObject({
        notes: described(
          "What notes are written in; `auto`: each as its headings and words tell. The property `lang` of a note decides.",
          z._default(z.enum(["auto", ...languageIds]), "auto"),
          {
            name: "Language of the notes",
            hint: "The property lang of a note decides for it",
            values: {
              auto: "As its headings and words tell",
              ...Object.fromEntries(languages.map(({ id, name }) => [id, name])),
            },
          },
        ),
        blame: described("Words and phrases that blame, beside the built-in ones.", z._default(z.array(filled()), []), {
          name: "Words that blame",
          hint: "Beside the built-in ones, one on each line",
        }),
        counterfactual: described(
          "Words and phrases of hindsight, beside the built-in ones.",
          z._default(z.array(filled()), []),
          { name: "Words of hindsight", hint: "Beside the built-in ones, one on each line" },
        ),
        exceptions: described(
          "Words and phrases that are fine here, built-in or not.",
          z._default(z.array(filled()), []),
          {
            name: "Allowed words",
            hint: "Fine here, built in or not, one on each line",
          },
        ),
      }),
      {},
    ),
    external: z.prefault(externalVersion(), {}),
    tickets: z.prefault(ticketSettings(), {}),
    import: z.prefault(
      z.strictObject({
        slackWorkspace: described(
          "What stands before `.slack.com`, for links to the messages of a Slack export. Empty: no links.",
          z._default(z.string().check(z.regex(/^[a-z0-9-]{0,64}$/)), ""),
          {
            name: "Slack workspace",
            hint: "What stands before .slack.com, for links to the messages of a Slack export; empty for no links",
          },
        ),
        mappings: described(
          "Where JSON and tables of the team's own have what an event says: keys, or names of columns.",
          z._default(z.array(mappingDeclaration()), []),
        ),
      }),
      {},
    ),
    showStatusBar: described(
      "In the app: show the number of problems in the status bar.",
      z._default(z.boolean(), true),
      {
        name: "Show problems in the status bar",
        hint: "The number of problems of the postmortem in front. Not on mobile",
      },
    ),
    noticeOnCheck: described(
      "In the app: show a notice when a check on save finds something new.",
      z._default(z.boolean(), false),
      { name: "Show a notice for new problems", hint: "When a save brings in something new" },
    ),
    digestOnStart: described("In the app: show open action items when it starts.", z._default(z.boolean(), false), {
      name: "Show open action items on start",
    }),
  }),
);
