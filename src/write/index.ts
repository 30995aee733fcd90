/**
 * Text that we produce: new postmortems, notes with their embeds replaced, reports as JSON, pictures. Changes to notes
 * that exist are in `write/edit`, documents for readers elsewhere in `write/export`.
 *
 * It promises text only: nothing here touches a file, and the same input gives the same text to the byte. What comes
 * from a note is escaped for where it goes. What could not be done is listed beside the text, never left out silently.
 *
 * It does not know who asked, or whether the text is printed, previewed or saved.
 */

// A new postmortem from a template.
export { baseOfPostmortems, basesViewType } from "./scaffold/base-file";
export { templateVariants } from "./scaffold/builtin-template";
export { freePath, safeName, safePath, slugOf } from "./scaffold/file-name";
export { readIncidentLink } from "./scaffold/incident-link";
export { scaffold } from "./scaffold/scaffold";
export type { RefusedScaffold, Scaffold, ScaffoldProblem, ScaffoldRequest } from "./scaffold/scaffold";
export { fillTemplate, fillText } from "./scaffold/template";
export { unknownVariable, variableNames, variablesOf } from "./scaffold/variables";
export type { IncidentVariables } from "./scaffold/variables";

// A note with every embed replaced by what it shows.
export { joinableAfter, listBefore } from "./flatten/blocks";
export { cellMark } from "./flatten/document";
export { literalWords } from "./flatten/escape";
export { flatten } from "./flatten/flatten";
export type { Flattened, FlattenOptions } from "./flatten/flatten";
export { containerPrefix, lineAt } from "./flatten/layout";
export { referenceUses } from "./flatten/references";
export { plainStart } from "./flatten/stretch";

// What the commands answer as JSON.
export { actionsReport } from "./json/actions";
export type { ActionsReport, ReportedAction } from "./json/actions";
export { inspection } from "./json/inspect";
export type { Inspection } from "./json/inspect";
export { lintReport, rulesReport } from "./json/lint";
export type { LintReport, ReportedDiagnostic, ReportedPlace, RulesReport } from "./json/lint";

// Where the open action items stand.
export { actionsDigest, pressingOf } from "./digest/digest";
export type { ActionsDigest } from "./digest/digest";
export { digestMarkdown } from "./digest/markdown";

// Pictures, as shapes that each host draws.
export { incidentAxis } from "./pictures/incident-axis";
export type { IncidentAxis } from "./pictures/incident-axis";
export { headlineWords } from "./pictures/headline-words";
export type { HeadlineWords } from "./pictures/headline-words";
export { insightFigures } from "./pictures/insight-figures";
export type { Figure } from "./pictures/insight-figures";
export { pictureWords } from "./pictures/words";
export type { PictureWords } from "./pictures/words";
export { escapeMarkup, pictureText } from "./pictures/shape";
export type { Shape } from "./pictures/shape";
export { swatch } from "./pictures/texture";
export { timelinePicture } from "./pictures/timeline";
export { incidentZone } from "./pictures/timeline-axis";
export { timelineRows } from "./pictures/timeline-rows";
