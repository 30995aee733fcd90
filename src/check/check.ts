import type { Clock } from "../time";
import { readInSteps } from "../incident";
import type { Settings } from "../settings";
import type { Span, Steps } from "../base";
import { compareTexts, finish } from "../base";
import type { Note } from "../note";
import { withNote } from "../vault";
import type { Library } from "../vault";
import { openElsewhere } from "./action-index";
import { earlierAlike } from "./recurrence-index";
import { sharedTimelines } from "./timeline-index";
import { templateLines } from "./template-index";
import type { Diagnostic, Finding } from "./diagnostic";
import { recall, watched, type CheckMemory } from "./memory";
import type { RuleInput } from "./rule";
import { activeRules, type ActiveRule } from "./rule-settings";
import { rules as allRules } from "./rules";
import { internalError } from "./rules/internal-error";
import { unusedSuppression } from "./rules/unused-suppression";
import { readSuppressions, suppress } from "./suppress/suppression";
import { suppressionFindings } from "./suppress/suppression-findings";

/** What notes are checked against. */
export interface CheckContext {
  readonly library: Library;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** What is to be checked, and against what. */
export interface CheckInput extends CheckContext {
  /** Paths of the postmortems to check; a path that the library does not hold is passed over. */
  readonly paths: Iterable<string>;
  /** What earlier checks came to; without it every note is checked. */
  readonly memory?: CheckMemory;
}

/** Checks postmortems by every rule that the settings leave on; sorted by path, then place. */
export function checkNotes(input: CheckInput): readonly Diagnostic[] {
  return sortDiagnostics([...checkEach(input).values()].flat());
}

/** The same, kept apart by the postmortem whose check led to them: two of them may share a timeline. */
export function checkEach(input: CheckInput): ReadonlyMap<string, readonly Diagnostic[]> {
  const run = startRun(input);
  const byNote = new Map<string, readonly Diagnostic[]>();
  for (const path of input.paths) {
    if (byNote.has(path) || input.library.text(path) === null) continue;
    try {
      byNote.set(path, (input.memory && recall(input.memory, path, run)) ?? checkHeld(path, run, input.memory));
    } catch (error) {
      // Nothing is known of this note; all others are checked.
      byNote.set(path, internalErrors(run, path, [failure("the check", error)]));
    }
  }
  return byNote;
}

/** What broke down, as problems of a note. */
function internalErrors({ rules }: Run, path: string, failures: readonly Finding[]): readonly Diagnostic[] {
  const active = rules.find(({ rule }) => rule.id === internalError.id);
  if (active === undefined) return [];
  return failures.map((finding) => ({
    ...finding,
    path,
    rule: internalError.id,
    severity: active.severity ?? internalError.severity,
  }));
}

/** Checks a note that the library holds; a memory gets what came of it. */
function checkHeld(path: string, run: Run, memory: CheckMemory | undefined): readonly Diagnostic[] {
  const note = run.library.note(path);
  if (note === null) return [];
  if (memory === undefined) return sortDiagnostics(finish(check(note, run)));
  const { remember, ...seen } = watched(run);
  const diagnostics = sortDiagnostics(finish(check(note, { ...run, ...seen })));
  remember(memory, path, diagnostics);
  return diagnostics;
}

/**
 * Checks one postmortem, whose text need not be the one that the library holds: an editor hands in
 * what is being typed. Diagnostics of notes that it embeds are included.
 */
export function checkNote(note: Note, context: CheckContext): readonly Diagnostic[] {
  return finish(checkInSteps(note, context));
}

/** The same in small steps, between which somebody who must not be kept waiting may do something else. */
export function* checkInSteps(note: Note, context: CheckContext): Steps<readonly Diagnostic[]> {
  const { library, settings } = context;
  const run = startRun({ ...context, library: withNote(library, note) });
  for (const { rule } of run.rules) {
    try {
      if (rule.prepare !== undefined) yield* rule.prepare(library, settings);
    } catch {
      // Its check meets the same, and says so.
    }
  }
  return sortDiagnostics(yield* check(note, run));
}

/**
 * Puts diagnostics in the order of the text and reports each once, though two postmortems that
 * embed the same timeline both lead to it.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  // The sort is stable: what a rule says about one place stays in the order in which it says it.
  const sorted = [...diagnostics].sort(inOrder);
  const messages = new Set<string>();
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    if (before === undefined || inOrder(before, diagnostic) !== 0) messages.clear();
    const isNew = !messages.has(diagnostic.message);
    messages.add(diagnostic.message);
    return isNew;
  });
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.path, b.path) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareTexts(a.rule, b.rule)
  );
}

/** What the checks of several notes share. */
interface Run extends CheckContext {
  readonly rules: readonly ActiveRule[];
  readonly openElsewhere: RuleInput<object>["openElsewhere"];
  readonly earlierAlike: RuleInput<object>["earlierAlike"];
  readonly timelinesShared: RuleInput<object>["timelinesShared"];
  readonly templateLines: RuleInput<object>["templateLines"];
}

function startRun({ library, settings, clock }: CheckContext): Run {
  return {
    library,
    settings,
    clock,
    rules: activeRules(settings, library.memory),
    openElsewhere: (words, own) => openElsewhere(library, settings, words, own),
    earlierAlike: (own) => earlierAlike(library, settings, own),
    timelinesShared: (own) => sharedTimelines(library, settings, own),
    templateLines: (own) => templateLines(library, settings, own),
  };
}

const known: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

function* check(note: Note, run: Run): Steps<readonly Diagnostic[]> {
  const { library, settings, clock, rules } = run;
  const report = (active: ActiveRule, finding: Finding): Diagnostic => {
    const path = finding.path ?? note.path;
    return {
      ...finding,
      // A heading that is quoted may take several lines; a message takes one.
      message: finding.message.replace(/[\r\n]+/g, " "),
      path,
      rule: active.rule.id,
      severity: active.severity ?? finding.severity ?? active.rule.severity,
      span: clamp(finding.span, library.text(path) ?? ""),
    };
  };
  const reportAs = (id: string, findings: Iterable<Finding>): Diagnostic[] => {
    const active = rules.find(({ rule }) => rule.id === id);
    return active === undefined ? [] : [...findings].map((finding) => report(active, finding));
  };

  const found: Diagnostic[] = [];
  const failures: Finding[] = [];
  const attempt = <T>(what: string, run: () => T): T | null => {
    try {
      return run();
    } catch (error) {
      failures.push(failure(what, error));
      return null;
    }
  };
  const reading = readInSteps(note, library, settings);
  const readOn = (): ReturnType<typeof reading.next> | null => attempt("reading the incident", () => reading.next());
  let read = readOn();
  while (read?.done === false) {
    yield;
    read = readOn();
  }
  const incident = read?.value;
  if (incident !== undefined) {
    const day = incident.days[0]?.day ?? null;
    for (const active of rules) {
      if (active.since !== null && day !== null && day < active.since) continue;
      yield;
      attempt(`rule \`${active.rule.id}\``, () => {
        for (const finding of active.rule.check({
          note,
          incident,
          library,
          settings,
          clock,
          openElsewhere: run.openElsewhere,
          earlierAlike: run.earlierAlike,
          timelinesShared: run.timelinesShared,
          templateLines: run.templateLines,
          options: active.options,
        })) {
          found.push(report(active, finding));
        }
      });
    }
  }

  found.push(...internalErrors(run, note.path, failures));

  const suppressions = readSuppressions(note);
  const { kept, used } = suppress(found, suppressions, note, library);
  const ran = new Set(rules.map(({ rule }) => rule.id));
  return [...kept, ...reportAs(unusedSuppression.id, suppressionFindings({ note, suppressions, used, known, ran }))];
}

function failure(what: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    span: { start: 0, end: 0 },
    message: `${what} failed: ${reason}`,
    help: "this is a defect of the checker, not of the note; everything else was still checked",
  };
}

/** The part of a span that lies in the text. */
function clamp(span: Span, text: string): Span {
  const start = Math.max(0, Math.min(span.start, text.length));
  return { start, end: Math.max(start, Math.min(span.end, text.length)) };
}
