import { Latest } from "../base";
import type { Memory } from "../base";
import type { Settings, SettingsProblem } from "../settings";
import { nearest } from "../base";
import type { Severity } from "./diagnostic";
import type { Day } from "../time";
import { parseDay } from "../time";
import type { Rule } from "./rule";
import { rules } from "./rules";

/** A rule as the settings leave it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly options: object;
  /** The severity that the settings state; null leaves it to the rule. */
  readonly severity: Severity | null;
  /** The first day of incidents that it holds for; null for all. */
  readonly since: Day | null;
}

class RulesOfSettings extends Latest<Settings, readonly ActiveRule[]> {}

/** The rules that the settings leave on, with their options, or its defaults where those do not fit. */
export function activeRules(settings: Settings, memory: Memory): readonly ActiveRule[] {
  return memory.part(RulesOfSettings).get(settings, readRules);
}

function readRules(settings: Settings): readonly ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const { severity = null, since } = settings.rules[rule.id] ?? {};
    if (severity === "off") continue;
    const options = readOptions(rule, settings).options;
    active.push({ rule, options, severity, since: since === undefined ? null : parseDay(since) });
  }
  return active;
}

/**
 * What is wrong with the settings of rules: ids that no rule has, options that do not fit. For hosts to show beside the
 * problems of `readSettings`.
 */
export function ruleSettingsProblems(settings: Settings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  for (const id of Object.keys(settings.rules)) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) problems.push({ setting: `rules.${id}`, message: unknownRule(id) });
    else problems.push(...readOptions(rule, settings).problems);
  }
  return problems;
}

/** What to say of an id that no rule has. */
export function unknownRule(id: string): string {
  const meant = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `there is no rule \`${id}\`${meant === null ? "" : `; did you mean \`${meant}\`?`}`;
}

interface ReadOptions {
  readonly options: object;
  readonly problems: readonly SettingsProblem[];
}

function readOptions(rule: Rule, settings: Settings): ReadOptions {
  const setting = `rules.${rule.id}.options`;
  const given = settings.rules[rule.id]?.options;
  if (given === undefined || given === null) return { options: rule.defaults, problems: [] };
  if (typeof given !== "object")
    return { options: rule.defaults, problems: [{ setting, message: "expected options by name" }] };
  const problems: SettingsProblem[] = Object.keys(given)
    .filter((key) => !Object.hasOwn(rule.defaults, key))
    .map((key) => ({ setting: `${setting}.${key}`, message: `rule \`${rule.id}\` has no option \`${key}\`` }));
  const schema = rule.options();
  const read = schema.safeParse({ ...rule.defaults, ...given });
  if (read.success) return { options: read.data, problems };
  for (const issue of read.error.issues)
    problems.push({ setting: [setting, ...issue.path.map(String)].join("."), message: issue.message });
  return { options: rule.defaults, problems };
}
