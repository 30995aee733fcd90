import type { Settings } from "../../settings";
import type { IncidentVariables } from "./variables";

/**
 * The template for vaults that have none of their own: the properties that are known, every section
 * that the settings require, and a `TODO` wherever the writer has to say something.
 */
export function builtInTemplate(incident: IncidentVariables, settings: Settings): string {
  const heading = `{{title}}${/\b(?:retro|retrospective|post-?mortem)$/i.test(incident.title) ? "" : " Retro"}`;
  const sections = settings.sections.filter((section) => section.required !== false);
  const related = sections.some((section) => section.id === "related") ? [] : [{ id: "related", heading: "Related" }];
  return [
    "---",
    ...properties(incident, settings, heading),
    "---",
    "",
    `# ${heading} — {{date}}`,
    "",
    ...[...sections, ...related].flatMap((section) => [`## ${section.heading}`, "", ...body(section, incident), ""]),
  ].join("\n");
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

function body(section: { readonly id: string }, incident: IncidentVariables): string[] {
  switch (section.id) {
    case "what-happened":
      return ["TODO: summarize what happened, how it was noticed and how it ended"];
    case "timeline":
      return [incident.timeline === "" ? "TODO: embed the timeline, or list what happened when" : "{{timeline}}"];
    case "root-cause":
      return ["TODO: explain what made this possible"];
    case "impact":
      return [
        "- **Duration:** TODO",
        `- **Affected services:** ${incident.services.length > 0 ? "{{services}}" : "TODO"}`,
        "- **Customer impact:** TODO",
      ];
    case "action-items":
      return ["- [ ] TODO: add a first item, with an owner and a due date"];
    case "related":
      return [
        incident.timeline === ""
          ? "- TODO: link runbooks and other notes"
          : `- [[${incident.timeline.split("#", 1)[0] ?? ""}]]`,
      ];
    default:
      return ["TODO: fill in"];
  }
}
