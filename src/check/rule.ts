import type { ZodMiniType } from "zod/mini";
import type { ActionItem, Incident, Situation } from "../incident";
import type { Clock } from "../time";
import type { Settings } from "../settings";
import type { Note } from "../note";
import type { Steps } from "../base";
import type { Library } from "../vault";
import type { EarlierIncident } from "./recurrence-index";
import type { SharedTimeline } from "./timeline-index";
import type { TemplateLines } from "./template-index";
import type { Finding, Severity } from "./diagnostic";

/** What a rule sees: one postmortem, the notes around it, and nothing else of the world. */
export interface RuleInput<Options extends object> {
  readonly note: Note;
  readonly incident: Incident;
  readonly library: Library;
  readonly settings: Settings;
  readonly options: Options;
  readonly clock: Clock;
  /**
   * The open action item with these words (see `actionKey`) in another postmortem than `own`, the first one by path.
   */
  readonly openElsewhere: (words: string, own: string) => ActionItem | null;
  /** The earlier incidents with the same service and factor, the last one first. */
  readonly earlierAlike: (own: Situation) => readonly EarlierIncident[];
  /** The timelines of the note `own` that a postmortem of an earlier incident embeds too. */
  readonly timelinesShared: (own: string) => readonly SharedTimeline[];
  /** What of the team's template is left to fill in where it stands unchanged in the note `own`. */
  readonly templateLines: (own: string) => TemplateLines;
}

/** A small note and what the rule says about it; a test and a piece of documentation at once. */
export interface Example {
  /** Text of the note; `path` defaults to `Incident-2024-04-11-Example.md`. */
  readonly note: string;
  readonly path?: string;
  /** Further notes of the vault. */
  readonly vault?: Readonly<Record<string, string>>;
  /** Settings that differ from the defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `line:column-line:column message`, 1-based, end exclusive; prefixed with `path ` when in another note. */
  readonly expect: readonly string[];
  /** What a person can pick to mend it, by its titles. */
  readonly offers?: readonly string[];
  /** The note after its fixes, when the rule has one. */
  readonly fixed?: string;
}

/** One check: pure and synchronous. */
export interface Rule<Options extends object = object> {
  readonly id: string;
  /** What a finding weighs unless it, or the settings, say otherwise. */
  readonly severity: Severity;
  /** One or two sentences for the reader: why it matters. */
  readonly why: string;
  /** Asked for where the settings state options; no other check needs a schema. */
  readonly options: () => ZodMiniType<Options>;
  readonly defaults: Options;
  readonly examples: readonly Example[];
  /**
   * Of a rule that asks about all other notes: reads them in small steps, so that `check`, which does its work in one
   * go, finds them read. Only where somebody waits: `check` reads by itself what is not read yet.
   */
  readonly prepare?: (library: Library, settings: Settings) => Steps<void>;
  check(input: RuleInput<Options>): Iterable<Finding>;
}

/** States a rule; the type of its options follows from their schema. */
export function defineRule<Options extends object>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
