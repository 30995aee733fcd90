import type { FieldDeclaration, FieldType, SectionDeclaration } from "./declarations";

function field(name: string, type: FieldType, description: string, more: Partial<FieldDeclaration> = {}): FieldDeclaration {
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
  field("cssclasses", "list", "CSS classes of the note in the app"),
  field("publish", "checkbox", "Whether Obsidian Publish shows the note"),
];

function section(id: string, heading: string, synonyms: string[]): SectionDeclaration {
  return { id, heading, synonyms, required: true };
}

/** The sections that every team starts with, in the order of a new note. Singular and plural count as one. */
export const builtInSections: readonly SectionDeclaration[] = [
  section("what-happened", "What Happened", ["Summary", "Executive Summary", "Issue Summary", "Overview", "TL;DR", "Synopsis", "Abstract", "Description", "What went down"]),
  section("timeline", "Timeline", ["Key Events", "Timeline of Events", "Event Timeline", "Chronology", "Sequence of Events", "Events"]),
  section("root-cause", "Root Cause", [
    "Root Cause Analysis", "RCA", "Root Cause and Trigger", "Root Cause and Contributing Factors", "Cause", "Trigger", "Contributing Factors", "Contributing Causes",
    "Why it happened", "Why did it happen", "Why did this happen", "What caused it", "Five Whys", "5 Whys", "Analysis", "Technical Analysis",
  ]),
  section("impact", "Impact", [
    "Customer Impact", "User Impact", "Business Impact", "Service Impact", "Impact Assessment", "Impact Analysis", "Impact on Customers", "Impact on Users", "Scope of Impact", "Effect",
    "Who was affected", "What was affected", "Affected Services", "Damage",
  ]),
  section("action-items", "Action Items", [
    "Actions", "Resulting Actions", "Immediate Actions", "Action Plan", "Follow-ups", "Follow-up Actions", "Follow-up Items", "Follow-up Tasks", "Follow-up Work", "Follow-up Checklist", "Follow-up Improvements", "Future Work", "Review Actions", "Remediation", "Remediation Items",
    "Remediation Actions", "Next Steps", "Corrective Actions", "Corrective and Preventive Actions", "Corrective and Preventative Actions", "Preventive Actions", "Preventative Actions",
    "Preventive Measures", "Preventative Measures", "Prevention Measures", "Corrective Measures", "Corrective and Preventive Measures", "Corrective and Preventative Measures", "Prevention", "Prevention Work", "Improvements", "To do", "Tasks", "Repair Items",
  ]),
];
