import type { FieldDeclaration, SettingWords } from "../../../settings";
import { settingWords } from "../../../settings";

export const settingsTexts = () => ({
  /** What the form says of the setting at a path: English stands beside each setting. */
  words: (path: readonly string[]): SettingWords => settingWords(path),
  /** What a property is for. */
  meaning: ({ description }: FieldDeclaration): string => description,
  unusable: "Some stored settings cannot be used",
  unusableNotice: (problems: string) => `Some stored settings cannot be used:\n${problems}`,
  teamFileFault: (fault: string) => `the settings ${fault}`,
  inTeamFile: "Some settings stand in a file of the team",
  heldByTeam: (names: string) => `${names}: change them in postmortem.config at the top of the vault`,
  groups: {
    newPostmortems: "New postmortems",
    checked: "What is checked",
    import: "Import",
    export: "Export",
  },
  pages: {
    notes: { name: "Which notes are checked", desc: "By folder, file name, tag or type" },
    vocabulary: {
      name: "Vocabulary",
      desc: "Severities, states, factors, people, done and cancelled tasks, words that blame",
    },
    drafts: { name: "Time to publish", desc: "How long a postmortem may stay a draft" },
    language: { name: "Language", desc: "Words that blame, and words of hindsight" },
    fields: { name: "Properties", desc: "What the frontmatter of a postmortem may and must hold" },
    sections: { name: "Sections", desc: "What a postmortem has to tell, and under which headings" },
    rules: { name: "Rules", desc: "What is looked for, and how much it weighs" },
    mappings: { name: "Own formats", desc: "JSON and tables of your own tools" },
    followUps: { name: "Follow-up policy", desc: "By when action items are due, and what they have to say" },
    tickets: { name: "Tickets", desc: "Where tickets of action items are made, and what they say" },
    external: { name: "External version", desc: "What may go out of a postmortem, and what stands for the rest" },
  },
  mapping: "Keys with a full stop between levels, such as payload.at, or names of columns",
  add: "Add",
  addField: { title: "Add a property", label: "Name" },
  addSection: { title: "Add a section", label: "Heading" },
  addMapping: { title: "Add a format", label: "Name" },
  example: {
    name: "For example",
    title: "Checkout is slow",
    none: "No note can be made",
    path: (title: string, path: string) => `An incident “${title}” of today would go to ${path}`,
    withEvents: (title: string, path: string, events: string) =>
      `An incident “${title}” of today would go to ${path}, with its events in ${events}`,
  },
  days: "Business days",
  otherSeverity: "Any other severity",
  until: (status: string) => `Until ${status}`,
  untilHint: "Business days after the incident; nothing: no such step",
  dueHint: "Business days until it is due",
  ofPriority: (priority: string) => `Priority ${priority}`,
  ofSeverity: (severity: string) => `Incident of ${severity}`,
  other: "Any other",
  requirements: { never: "No", always: "Always", from: (status: string) => `From “${status}” on` },
  requirement: { optional: "optional", required: "required", from: (status: string) => `from ${status}` },
  rules: {
    filter: "Filter rules",
    some: (on: string, all: string) => `${on} of ${all}`,
    standard: (weight: string) => `Default (${weight})`,
    off: "Off",
    weights: { off: "off", error: "error", warning: "warning", info: "hint" },
    lines: "One on each line",
  },
  unknownVariable: (written: string, names: string) => `${written} is no variable. There are ${names}.`,
  unknownVariableMeant: (written: string, meant: string, names: string) =>
    `${written} is no variable; did you mean {{${meant}}}? There are ${names}.`,
  noTemplate: (name: string) => `There is no note ${name} in this vault.`,
});
