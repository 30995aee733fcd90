import { metadataEntries } from "../incident";
import { isBlankValue, listIn, textOf } from "../note";
import type { Note, YamlNode } from "../note";
import { initialSettings, severityOf, statusOf } from "../settings";
import type { FieldType } from "../settings";
import type { Reason } from "./places";

/** Share of the notes from which on a property has to be there, and one from which on its values tell its type. */
const needed = 0.9;

/** More values than this are no list to choose from. */
const maxLevels = 8;

/** What a collection shows of its properties and of the values of severity and status. */
export function learnProperties(notes: readonly Note[]): {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reasons: readonly Reason[];
} {
  const reasons: Reason[] = [];
  const settings: Record<string, unknown> = {};
  const fields: Record<string, unknown>[] = [];
  const values = valuesByName(notes);
  const levels = levelsIn(values.get("severity") ?? [], (text) => severityOf(text, initialSettings()) !== null);
  const states = levelsIn(values.get("status") ?? [], (text) => statusOf(text, initialSettings()) !== null);
  if (levels !== null) {
    settings["severities"] = inOrder(levels, severityOrder);
    reasons.push({ setting: "severities", why: `the notes name ${levels.length} levels` });
  }
  if (states !== null) {
    settings["statuses"] = inOrder(states, statusOrder);
    reasons.push({ setting: "statuses", why: `the notes name ${states.length} states` });
  }
  for (const { name, required, type, contains } of initialSettings().fields) {
    const own = values.get(name.toLowerCase()) ?? [];
    const field: Record<string, unknown> = {};
    if (required === true && own.length < notes.length * needed) field["required"] = false;
    if (required === false && own.length >= notes.length * needed) field["required"] = true;
    const isTagged = own.some((value) => contains.every((tag) => listIn(value).some((other) => isTag(other, tag))));
    if (own.length > 0 && contains.length > 0 && !isTagged) field["contains"] = [];
    const seen = typeOf(own);
    const keepsType =
      (type === "severity" && severitiesFit(own, levels)) || (type === "status" && statusesFit(own, states));
    if (seen !== null && !keepsType && !suits(type, seen)) field["type"] = seen;
    if (Object.keys(field).length === 0) continue;
    fields.push({ name, ...field });
    reasons.push({ setting: `fields.${name}`, why: `${own.length} of ${notes.length} notes have it` });
  }
  for (const [name, own] of values) {
    if (own.length < notes.length * needed || initialSettings().fields.some((field) => field.name === name)) continue;
    // No type of ours holds mappings, such as a site generator's list of pictures.
    if (own.some(({ entries, items }) => [entries, ...items.map((item) => item.entries)].some((of) => of.length > 0)))
      continue;
    fields.push({ name, type: typeOf(own) ?? "text", required: true });
    reasons.push({ setting: `fields.${name}`, why: `${own.length} of ${notes.length} notes have it` });
  }
  if (fields.length > 0) settings["fields"] = fields;
  return { settings, reasons };
}

function isTag(tag: string, wanted: string): boolean {
  const name = tag.replace(/^#/, "").toLowerCase();
  return name === wanted || name.startsWith(`${wanted}/`);
}

/** The values of each property, by its name in lower case; blank ones are none. Some stand in a table of metadata. */
function valuesByName(notes: readonly Note[]): ReadonlyMap<string, readonly YamlNode[]> {
  const values = new Map<string, YamlNode[]>();
  for (const note of notes) {
    const names = new Set<string>();
    const stated = (note.frontmatter?.entries ?? []).map(({ key, value }) => [key, value] as const);
    const inTable = [...metadataEntries(note, initialSettings().fields)].map(
      ([key, { value }]) => [key, value] as const,
    );
    for (const [key, value] of [...stated, ...inTable]) {
      const name = key.toLowerCase();
      if (names.has(name) || isBlankValue(value)) continue;
      names.add(name);
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return values;
}

const date = /^\d{4}-\d{2}-\d{2}$/;
const datetime = /^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}/;

/** The type that nine in ten values have; null where there are too few to tell. */
function typeOf(values: readonly YamlNode[]): FieldType | null {
  if (values.length < 3) return null;
  const types = values.map((node): FieldType => {
    if (node.items.length > 0) return "list";
    if (typeof node.value === "number") return "number";
    if (typeof node.value === "boolean") return "checkbox";
    const text = textOf(node) ?? "";
    return date.test(text) ? "date" : datetime.test(text) ? "datetime" : "text";
  });
  const counts = new Map<FieldType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual !== undefined && usual[1] >= values.length * needed ? usual[0] : values.length >= 10 ? "text" : null;
}

/** Whether values that look like one type may be of another. */
function suits(type: FieldType, seen: FieldType): boolean {
  if (type === seen) return true;
  if (["list", "tags", "link"].includes(type)) return seen === "list" || seen === "text";
  if (type === "datetime") return seen === "date";
  if (type === "timezone" || type === "enum") return seen === "text";
  return type === "text" && seen !== "list";
}

function severitiesFit(values: readonly YamlNode[], levels: readonly string[] | null): boolean {
  if (levels !== null) return true;
  const fitting = values.filter((value) => severityOf(textOf(value) ?? "", initialSettings()) !== null);
  return fitting.length >= values.length / 2;
}

function statusesFit(values: readonly YamlNode[], states: readonly string[] | null): boolean {
  if (states !== null) return true;
  const fitting = values.filter((value) => statusOf(textOf(value) ?? "", initialSettings()) !== null);
  return fitting.length >= values.length / 2;
}

/** The levels that notes name where most are none of the built-in ones; null where these do, or no list shows. */
function levelsIn(values: readonly YamlNode[], isBuiltIn: (text: string) => boolean): readonly string[] | null {
  const texts = values.flatMap((value) => textOf(value) ?? []).filter((text) => text !== "");
  if (texts.length < 3 || texts.filter(isBuiltIn).length > texts.length / 2) return null;
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const text of texts) {
    const known = counts.get(text.toLowerCase()) ?? { text, count: 0 };
    known.count++;
    counts.set(text.toLowerCase(), known);
  }
  // What one note alone says may be a slip.
  const often = [...counts.values()].filter(({ count }) => count > 1 || texts.length < 6);
  return often.length === 0 || often.length > maxLevels ? null : often.map(({ text }) => text);
}

const severityOrder =
  /^(?:(blocker|critical|crit|sev-?0|p0|emergency)|(high|major|severe)|(medium|moderate|normal|minor)|(low|trivial))/i;
const statusOrder =
  /^(?:(draft|new|open|todo|wip|started|backlog)|(in.?progress|investigating|ongoing|active|identified|monitoring)|(in.?review|review|mitigated|ready)|(.*))/i;

/** Levels in the order of the groups of a pattern, then of their own numbers and letters. */
function inOrder(levels: readonly string[], order: RegExp): readonly string[] {
  const rank = (text: string): number => {
    const group = [...(order.exec(text) ?? [])].slice(1).findIndex((found) => typeof found === "string");
    return group < 0 ? 9 : group;
  };
  return [...levels].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true }));
}
