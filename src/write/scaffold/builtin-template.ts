import { english, lessonSections, neededSections, sectionNames } from "../../language";
import type { Lexicon, SectionName, Words } from "../../language";
import type { SectionId, Settings } from "../../settings";
import type { IncidentVariables } from "./variables";

/** `minor` is a short form, without the sections that a small incident needs none of; `full` asks for lessons too. */
export const templateVariants = ["standard", "minor", "full"] as const;

export type TemplateVariant = (typeof templateVariants)[number];

const minorSections: ReadonlySet<string> = new Set<SectionName>(["what-happened", "timeline", "action-items"]);

/**
 * The template for vaults that have none of their own: the properties that are known, every section
 * that the settings require, and a `TODO` wherever the writer has to say something. Sections that the team has not
 * named itself get the names that are usual in the language.
 */
export function builtInTemplate(
  incident: IncidentVariables,
  settings: Settings,
  { language, variant }: { readonly language: Lexicon; readonly variant: TemplateVariant },
): string {
  const heading = `{{title}}${/\b(?:retro|retrospective|post-?mortem)$/i.test(incident.title) ? "" : " Retro"}`;
  const sections = settings.sections.filter(({ id, required }) =>
    variant === "minor"
      ? minorSections.has(id)
      : required !== false || (variant === "full" && lessonSections.some((lesson) => lesson === id)),
  );
  const related =
    variant === "minor" || sections.some((section) => section.id === "related")
      ? []
      : [{ id: "related", heading: first(language.newNote.related) } as const];
  return [
    "---",
    ...properties(incident, settings, heading),
    ...(variant === "minor" ? ["postmortem-ignore:", "  missing-section: short form"] : []),
    ...(language === english || settings.language.notes === language.id ? [] : [`lang: ${language.id}`]),
    "---",
    "",
    `# ${heading} — {{date}}`,
    "",
    ...[...sections, ...related].flatMap((section) => [
      `## ${headingIn(language, section)}`,
      "",
      ...body(section, incident, language),
      "",
    ]),
  ].join("\n");
}

/** A section of a new note; `related` is there whether or not the team has declared it. */
interface NewSection {
  readonly id: SectionId | "related";
  readonly heading: string;
}

function first([word = ""]: Words): string {
  return word;
}

/** The name of a section that every team starts with, or null. */
function nameOf(id: NewSection["id"]): SectionName | null {
  return sectionNames.find((name) => name === id) ?? null;
}

/** What the writer is asked for in a section. */
function questionOf({ newNote }: Lexicon, id: NewSection["id"]): string {
  const needed = neededSections.find((name) => name === id);
  const lesson = lessonSections.find((name) => name === id);
  return first(newNote.ask[needed ?? (lesson === undefined ? "other" : "lessons")]);
}

/** The heading of a section that the team has left as it came is that of the language. */
function headingIn({ sections }: Lexicon, { id, heading }: NewSection): string {
  const name = nameOf(id);
  return name !== null && heading === first(english.sections[name]) ? first(sections[name]) : heading;
}

function properties(incident: IncidentVariables, settings: Settings, heading: string): string[] {
  const tags = new Set(["incident", "postmortem", ...incident.services.map(tagOf).filter((tag) => /\D/.test(tag))]);
  const lines = [
    `title: ${heading} — {{date}}`,
    "date: {{date}}",
    "tags:",
    ...[...tags].map((tag) => `  - ${tag}`),
    "aliases:",
    `  - {{date:MMMM YYYY}} ${heading}`,
  ];
  const given = ["severity", "status", "owner", "started", "detected", "timezone"] as const;
  for (const name of given) if (incident[name] !== null && incident[name] !== "") lines.push(`${name}: {{${name}}}`);
  if (incident.services.length > 0) lines.push("services:", "  - {{services}}");
  const written = new Set(lines.map((line) => line.split(":", 1)[0]));
  for (const field of settings.fields)
    if (field.required === true && !written.has(field.name)) lines.push(`${field.name}:`);
  return lines;
}

/** A service's name as a tag: `Payments API` is `payments-api`. */
function tagOf(service: string): string {
  return service
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}_]+/u)
    .filter((word) => word !== "")
    .join("-");
}

function body({ id }: NewSection, incident: IncidentVariables, language: Lexicon): string[] {
  const { newNote, lengths, placeholders } = language;
  // "Todo" alone is a word in some languages.
  const open = placeholders.common.includes("todo") ? "TBD" : "TODO";
  const ask = `TODO: ${questionOf(language, id)}`;
  switch (id) {
    case "timeline":
      return [incident.timeline === "" ? ask : "{{timeline}}"];
    case "impact":
      return [
        `- **${first(lengths.labels.duration)}:** ${open}`,
        `- **${first(newNote.services)}:** ${incident.services.length > 0 ? "{{services}}" : open}`,
        `- **${first(newNote.customers)}:** ${open}`,
      ];
    case "action-items":
      return [`- [ ] ${ask}`];
    case "related": {
      const [note = ""] = incident.timeline.split("#", 1);
      return [note === "" ? `- TODO: ${first(newNote.links)}` : `- [[${note}]]`];
    }
    default:
      return [ask];
  }
}
