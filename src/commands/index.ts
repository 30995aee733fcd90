/**
 * What a person can ask for, once for both command lines: one file per command with the function that does the work and
 * the words that describe it. A host finds the notes, calls the function and shows what it gives.
 *
 * It promises that both hosts give the same answer, and that an option which is declared here reaches both.
 *
 * It does not know where notes lie, how they got into the library, how an answer is shown, or exit codes.
 */

// What every command has.
export type { CommandContext, CommandOption, CommandWords } from "./command";

// One note.
export { inspectCommand, inspectNote } from "./inspect";
export { resolveCommand, resolveNote } from "./resolve";
export { exportCommand, exportTo, refreshFrom } from "./export";
export type { ExportResult } from "./export";

export {
  importCommand,
  importLimit,
  importReport,
  knownFrom,
  pickEvents,
  planImport,
  planImportInSteps,
  planRead,
  writeImport,
} from "./import";
export type { ImportedEvent, ImportPlan, ImportReport, ImportRequest } from "./import";

// All postmortems.
export { fixesOf, lintCommand, lintNotes, mendNotes } from "./lint";
export type { Mended } from "./lint";
export { actionsCommand, digestActions, listActionItems } from "./actions";
export { newTicketPage, newTickets } from "./tickets";
export { planTicketStates, wordsOfTicket, writeTicketStates } from "./ticket-states";
export type { TicketFinding, TicketPlan, TicketsWritten } from "./ticket-states";
export { findCommand, findIncidents } from "./find";
export type { FindReport } from "./find";
export { reportCommand, reportIncidents } from "./report";
export type { ReportRequest } from "./report";
export { reportStatistics, statsCommand } from "./stats";
export type { StatisticsReport } from "./stats";

// Beginning, and the rules.
export { createPostmortem, newCommand, previewPostmortem, requestFrom } from "./new";
export type { CreatedPostmortem, PostmortemRequest, Preview, RecordedRequest } from "./new";
export { reportRules, rulesCommand } from "./rules";
