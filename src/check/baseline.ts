import { lineStartOf } from "../base";
import type { Diagnostic } from "./diagnostic";

/** How often one rule says one thing of one note. */
export interface KnownFinding {
  readonly rule: string;
  readonly message: string;
  readonly count: number;
}

/** Findings of one day, by the path of their note: what a team knows of, and wants to hear no more about. */
export interface Baseline {
  readonly version: 1;
  readonly notes: Readonly<Record<string, readonly KnownFinding[]>>;
  /** What passing time alone will bring to these notes as they stand. */
  readonly later: Readonly<Record<string, readonly KnownFinding[]>>;
}

/** What a baseline leaves. */
export interface Compared {
  /** Findings that the baseline does not hold. */
  readonly fresh: readonly Diagnostic[];
  /** How many it holds. */
  readonly known: number;
  /** What it holds and the notes no longer have. */
  readonly gone: readonly (KnownFinding & { readonly path: string })[];
}

/** Rules whose findings appear, and change their words, as days pass. */
const byClock: ReadonlySet<string> = new Set(["overdue-action-item", "stale-draft"]);

type TextOf = (path: string) => string | null;

/**
 * Takes findings into a baseline. Neither lines nor columns are kept, so that text can be added above.
 *
 * @param future the findings of the same notes on a day far ahead
 */
export function baselineOf(now: readonly Diagnostic[], future: readonly Diagnostic[], textOf: TextOf): Baseline {
  const waiting = future.filter(({ rule }) => byClock.has(rule));
  return { version: 1, notes: counted(now, textOf), later: counted(waiting, textOf) };
}

/** Tells the findings that are new from those of a baseline; `renamed` gives the path that a note had then. */
export function againstBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  renamed: ReadonlyMap<string, string>,
  textOf: TextOf,
): Compared {
  const left = new Map<string, { path: string; finding: KnownFinding; count: number; later: number }>();
  const add = (path: string, finding: KnownFinding, part: "count" | "later"): void => {
    const key = keyOf(path, finding.rule, finding.message);
    const entry = left.get(key) ?? { path, finding, count: 0, later: 0 };
    entry[part] += finding.count;
    left.set(key, entry);
  };
  for (const [path, findings] of Object.entries(baseline.notes)) for (const each of findings) add(path, each, "count");
  for (const [path, findings] of Object.entries(baseline.later)) for (const each of findings) add(path, each, "later");
  // What is there and what is to come are the same findings at two times.
  for (const entry of left.values()) entry.later = Math.max(0, entry.later - entry.count);

  const fresh = diagnostics.filter((diagnostic) => {
    const path = renamed.get(diagnostic.path) ?? diagnostic.path;
    const entry = left.get(keyOf(path, diagnostic.rule, messageOf(diagnostic, textOf)));
    if (entry === undefined) return true;
    if (entry.count > 0) entry.count--;
    else if (entry.later > 0) entry.later--;
    else return true;
    return false;
  });
  const gone = [...left.values()].filter(({ count }) => count > 0);
  return {
    fresh,
    known: diagnostics.length - fresh.length,
    gone: gone.map(({ path, finding, count }) => ({ path, rule: finding.rule, message: finding.message, count })),
  };
}

function counted(diagnostics: readonly Diagnostic[], textOf: TextOf): Record<string, readonly KnownFinding[]> {
  const notes = new Map<string, Map<string, KnownFinding>>();
  for (const diagnostic of diagnostics) {
    const { path, rule } = diagnostic;
    const message = messageOf(diagnostic, textOf);
    const findings = notes.get(path) ?? new Map<string, KnownFinding>();
    const count = (findings.get(keyOf(path, rule, message))?.count ?? 0) + 1;
    notes.set(path, findings.set(keyOf(path, rule, message), { rule, message, count }));
  }
  const sorted = [...notes].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([path, findings]) => [path, [...findings.values()].sort(byRule)]));
}

function byRule(a: KnownFinding, b: KnownFinding): number {
  const [first, second] = [keyOf("", a.rule, a.message), keyOf("", b.rule, b.message)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function keyOf(path: string, rule: string, message: string): string {
  return `${path}\n${rule}\n${message}`;
}

/** The message without what changes by itself; an item that is late goes by its own words. */
function messageOf({ message, path, rule, span }: Diagnostic, textOf: TextOf): string {
  if (!byClock.has(rule)) return message;
  const plain = message.replace(/\b\d{1,6} (?=(?:business )?days?\b)/, "# ").replace("# day ", "# days ");
  const text = rule === "overdue-action-item" ? (textOf(path) ?? "") : "";
  const line = text.slice(lineStartOf(text, span.start), lineEnd(text, span.start)).trim();
  return line === "" ? plain : `${plain}: ${line}`;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
