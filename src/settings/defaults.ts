import { once } from "../base";
import { english, neededSections } from "../language";
import { sectionDeclaration } from "./declarations";
import type { FieldDeclaration, FieldType, SectionDeclaration } from "./declarations";

function field(
  name: string,
  type: FieldType,
  description: string,
  more: Partial<FieldDeclaration> = {},
): FieldDeclaration {
  return { name, type, required: false, values: [], contains: [], description, ...more };
}

/** The properties that every team starts with. */
export const builtInFields: readonly FieldDeclaration[] = [
  field("title", "text", "Name of the postmortem", { required: true }),
  field("date", "date", "Day on which the incident began", { required: true }),
  field("tags", "tags", "Tags, `postmortem` among them", { required: true, contains: ["postmortem"] }),
  field("aliases", "list", "Other names that find this note"),
  field("type", "text", "Kind of note; `postmortem` makes it one"),
  field("severity", "severity", "How bad it was"),
  field("status", "status", "How far the postmortem is"),
  field("owner", "list", "Who sees that it gets finished"),
  field("services", "list", "What was affected"),
  field("factors", "factors", "What contributed to it; the settings hold the list"),
  field("started", "datetime", "When the trouble began"),
  field("detected", "datetime", "When somebody or something noticed"),
  field("acknowledged", "datetime", "When somebody began to work on it"),
  field("identified", "datetime", "When the cause was known"),
  field("mitigated", "datetime", "When users no longer felt it"),
  field("resolved", "datetime", "When all was as before"),
  field("timezone", "timezone", "Zone of the times that state none"),
  field("reviewer", "list", "Who reviews the postmortem"),
  field("reviewed", "date", "Day of the review"),
  field("published", "date", "Day of publication"),
  field("related", "list", "Notes that belong to it"),
  field("time-to-detect", "number", "Minutes from start to detection"),
  field("time-to-acknowledge", "number", "Minutes from start to acknowledgement"),
  field("time-to-identify", "number", "Minutes from start to a known cause"),
  field("time-to-mitigate", "number", "Minutes from start to mitigation"),
  field("time-to-resolve", "number", "Minutes from start to resolution"),
  field("lang", "text", "Language of the note, such as `en` or `pt-BR`"),
  field("cssclasses", "list", "CSS classes of the note in the app"),
  field("publish", "checkbox", "Whether Obsidian Publish shows the note"),
];

const needed: ReadonlySet<string> = new Set(neededSections);

/** Each begins with the heading that a new note gets; the others are read as well. */
export const builtInSections = once((): readonly SectionDeclaration[] =>
  Object.entries(english.sections).map(([id, [heading = id, ...synonyms]]) =>
    sectionDeclaration().parse({ id, heading, synonyms, required: needed.has(id) }),
  ),
);
