import { ownValue } from "../base";
import type * as z from "../schema";

/** A part that was left out and why. */
interface MendProblem {
  /** Keys joined by dots; an entry of a list goes by its `name` or `id`, else by its index. */
  readonly setting: string;
  readonly message: string;
}

const absent = Symbol("absent");

/**
 * Parses data by a schema that accepts `{}`, leaving out the smallest parts that do not fit: an
 * entry of a list, or a key, whose default then applies.
 */
export function mend<T>(
  schema: z.ZodMiniType<T>,
  data: unknown,
): { readonly value: T; readonly problems: readonly MendProblem[] } {
  const problems = new Map<string, MendProblem>();
  let rest = data;
  for (;;) {
    const result = schema.safeParse(rest);
    if (result.success) return { value: result.data, problems: [...problems.values()] };
    const paths: (readonly PropertyKey[])[] = [];
    for (const issue of result.error.issues) {
      const at = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      const message = issue.code === "unrecognized_keys" ? "unknown setting" : plainMessage(issue);
      for (const path of at) {
        const setting = labelled(rest, path);
        // What follows from a first problem, such as a key that is now missing, needs no second word.
        if (!problems.has(setting)) problems.set(setting, { setting, message });
      }
      paths.push(...at);
    }
    const left = without(rest, paths);
    rest = left === absent ? {} : left;
  }
}

/** `value` without what the paths lead to; where that is missing already, without what should hold it. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (paths.some((path) => path.length === 0) || typeof value !== "object" || value === null) return absent;
  const byKey = new Map<string, (readonly PropertyKey[])[]>();
  for (const [key, ...deeper] of paths) {
    const name = String(key);
    const known = byKey.get(name);
    if (known) known.push(deeper);
    else byKey.set(name, [deeper]);
  }
  for (const key of byKey.keys()) if (!Object.hasOwn(value, key)) return absent;
  const entries = Object.entries(value)
    .map(
      ([key, part]: [string, unknown]) => [key, byKey.has(key) ? without(part, byKey.get(key) ?? []) : part] as const,
    )
    .filter(([, part]) => part !== absent);
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** The path in words: indexes shift when entries are left out, names do not. */
function labelled(data: unknown, path: readonly PropertyKey[]): string {
  let value = data;
  const labels: string[] = [];
  for (const key of path) {
    value = ownValue(value, key);
    const name = typeof key === "number" ? (ownValue(value, "name") ?? ownValue(value, "id")) : key;
    labels.push(typeof name === "string" ? name : String(key));
  }
  return labels.join(".");
}

/** What a schema's types are called by people. */
const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings",
  record: "a group of settings",
};

/** What is wrong, in words that need no knowledge of schemas. */
function plainMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `expected ${issue.minimum} or more` : "expected something, not nothing";
    case "too_big":
      return `expected ${issue.maximum} or less`;
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}
