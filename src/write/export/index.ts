/**
 * A note as a document that stands alone outside Obsidian: the targets, their options, the external version, and how a
 * document gets to its place; and the tickets of its action items, for trackers.
 *
 * It promises that nothing is left in a document that only Obsidian reads; that no file is overwritten but one that an
 * export wrote and nobody has edited since; and that an external version which still contains what must not leave does
 * not come to be at all. HTML holds no script and loads nothing.
 *
 * Targets do not know one another, and take text from `exportNote` alone. Where the document goes, in the vault or
 * beside it, is for the host to say.
 */

// The targets.
export type { ExportTarget } from "./target";
export { exportTargets, targetOf } from "./targets";
export type { ExportTargetId } from "./targets";

// What was chosen, and what an export works on.
export { defaultChoices, withGiven, withStyle } from "./choices";
export type { ExportChoices } from "./choices";
export type { ExportOptions, ExportPlace, ExportSource } from "./options";

// Making, writing and refreshing a document.
export { exportDocument, originOf, whyNotBelieved, writeDocument } from "./document";
export type { ExportDestination, ExportOrigin } from "./document";
export { writeExport } from "./deliver";
export type { Delivery } from "./deliver";
export { lineDifference } from "./difference";
export { readTraced, withTrace } from "./trace";

// A report on many incidents.
export { figuresCsv } from "./report/figures-csv";
export type { Figures } from "./report/figures-csv";
export { incidentReport, reportFile, reportFormats, reportName } from "./report/report";
export type { IncidentReport, ReportFormat, ReportSource } from "./report/report";

// The parts, for those that need one alone.
export { exportNote } from "./note";
export type { Exported } from "./note";
export { redact } from "./external/external";
export type { Redacted } from "./external/external";
export { writeHtml } from "./html/page";
export type { HtmlSource } from "./html/page";

// Tickets of action items.
export { ticketPage } from "./ticket/page";
export type { TicketPage } from "./ticket/page";
export { ticketScript } from "./ticket/script";
export { ticketsOf } from "./ticket/ticket";
export type { Ticket } from "./ticket/ticket";
