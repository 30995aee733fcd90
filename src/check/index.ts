/**
 * What is wrong with a postmortem: the rules, the run over notes, fixes, and the comments that silence a rule.
 *
 * It promises the same diagnostics for the same notes, settings and day, whoever asks: the editor underlines what CI
 * prints. Rules are synchronous and pure and know nothing of each other; one that throws becomes `internal-error`, and
 * the rest still run. Diagnostics come sorted by path, then place. Nothing is written: a fix is a list of edits to the
 * text that was checked.
 *
 * It does not know how a problem is shown, whether it fails a build, or when a check runs.
 */

// The check of notes, all at once or in steps.
export { checkEach, checkInSteps, checkNote, checkNotes, sortDiagnostics } from "./check";
export type { CheckContext, CheckInput } from "./check";
export type { Choice, Diagnostic, Fix, ItemChange, MissingNote, AnsweredEdit, Severity } from "./diagnostic";
export type { CheckMemory, RememberedCheck } from "./memory";

// The rules.
export type { Example, Rule } from "./rule";
export { rules } from "./rules/index";
export { ruleSettingsProblems, unknownRule } from "./rule-settings";
export { failuresIn } from "./findings/embeds";
export { sectionAtEnd } from "./findings/insert-section";

// What mends or silences a problem.
export { againstBaseline, baselineOf } from "./baseline";
export type { Baseline, Compared, KnownFinding } from "./baseline";
export { fixNotes } from "./fix";
export { ignoreEdit } from "./suppress/ignore";
export { ignoredIn } from "./suppress/ignored";
export type { Ignored } from "./suppress/ignored";
