/**
 * What a person can ask for, once for both command lines: one file per command with the function that does the work and
 * the words that describe it. A host finds the notes, calls the function and shows what it gives.
 *
 * Deliberately unknown here: where notes lie, how they got into the library, how an answer is shown, and exit codes.
 */
export { actionsCommand, listActionItems } from "./actions";
export type { CommandContext, CommandOption, CommandWords } from "./command";
export { exportCommand } from "./export";
export { inspectCommand, inspectNote } from "./inspect";
export { lintCommand, lintNotes, mendNotes } from "./lint";
export type { Mended } from "./lint";
export { createPostmortem, newCommand, previewPostmortem } from "./new";
export type { CreatedPostmortem, PostmortemRequest, Preview } from "./new";
export { resolveCommand, resolveNote } from "./resolve";
export { reportRules, rulesCommand } from "./rules";
export { reportStatistics, statsCommand } from "./stats";
export type { StatisticsReport } from "./stats";
