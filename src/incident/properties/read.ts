import type { FrontmatterEntry, Note, YamlNode } from "../../note";
import { Memory } from "../../base";
import type { Span } from "../../base";
import { dayIn } from "./date";
import type { FieldProblem } from "./problem";
import { metadataEntries } from "./metadata-table";
import { deprecatedKeys, fieldProblems } from "./problem";
import { frontmatterSchema } from "./schema";
import { isBlankValue, listIn, namesIn, tagsIn, textOf } from "../../note";
import type { FieldType, Settings } from "../../settings";
import type { MilestoneId } from "../milestones/milestone";
import { milestoneIds } from "../milestones/milestone";
import { sameWords, severityOf, statusOf } from "../../settings";

/**
 * The properties as the settings' schema reads them: values that do not fit are left out, and reported. They stand in
 * the frontmatter; what it lacks may stand in a table of metadata.
 */
export interface IncidentFields {
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Without `#`. */
  readonly tags: readonly string[];
  /** The level of the settings, however the note spells it. */
  readonly severity: string | null;
  /** The status of the settings, however the note spells it. */
  readonly status: string | null;
  /** Names, without link brackets. */
  readonly owners: readonly string[];
  readonly reviewers: readonly string[];
  readonly services: readonly string[];
  /** Contributing factors as the settings name them, each once; those that they do not know are left out. */
  readonly factors: readonly string[];
  /** IANA name or fixed offset, checked. */
  readonly timezone: string | null;
  /** Wall clock or instant as written, checked: milestones by property name. */
  readonly times: Readonly<Partial<Record<MilestoneId, FieldTime>>>;
  /** By the declared name of the property; properties without a value, or with one that does not fit, are left out. */
  readonly entries: ReadonlyMap<string, FrontmatterEntry>;
  readonly problems: readonly FieldProblem[];
}

/** A datetime property. */
export interface FieldTime {
  /** As written. */
  readonly source: string;
  readonly span: Span;
}

/**
 * Reads the frontmatter by the schema that the settings declare.
 *
 * @param memory Keeps the schema ready for the next note.
 */
export function readFields(note: Note, settings: Settings, memory = new Memory()): IncidentFields {
  const inFrontmatter = declaredEntries(note, settings);
  const inTable = tableEntries(note, settings, inFrontmatter);
  const entries = new Map([...inFrontmatter, ...inTable]);
  const status = statusOf(textOf(entries.get("status")?.value) ?? "", settings);
  const data = settings.fields.map(({ name, type }) => [name, schemaInput(entries.get(name)?.value, type)] as const);
  const result = frontmatterSchema(settings, status, memory).safeParse(
    Object.fromEntries(data.filter(([, value]) => value !== undefined)),
  );
  const issues = result.error?.issues ?? [];
  const faulty = new Set(issues.map((issue) => issue.path[0]));
  const sound = new Map([...entries].filter(([name, { value }]) => !faulty.has(name) && !isBlankValue(value)));
  const text = (name: string): string | null => textOf(sound.get(name)?.value);
  const list = (name: string): YamlNode | undefined => entries.get(name)?.value;
  const date = text("date");
  return {
    title: text("title"),
    date: date === null ? null : dayIn(date),
    tags: tagsIn(list("tags")),
    severity: severityOf(text("severity") ?? "", settings),
    status,
    owners: namesIn(list("owner")),
    reviewers: namesIn(list("reviewer")),
    services: namesIn(list("services")),
    factors: factorsIn(namesIn(list("factors")), settings),
    timezone: text("timezone"),
    times: fieldTimes(sound),
    entries: sound,
    problems: fieldProblems({ note, settings, status, entries, issues, inTable: new Set(inTable.keys()) }),
  };
}

/** The day of the incident that the frontmatter states; null for none. */
export function frontmatterDay(note: Note, settings: Settings): string | null {
  return dayIn(textOf(declaredEntries(note, settings).get("date")?.value) ?? "");
}

/**
 * The entries of the declared properties, by declared name: whatever the case of the key, or under the key that
 * Obsidian used before.
 */
function declaredEntries(note: Note, settings: Settings): ReadonlyMap<string, FrontmatterEntry> {
  const byKey = new Map<string, FrontmatterEntry>();
  for (const entry of note.frontmatter?.entries ?? []) {
    const key = entry.key.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  for (const [old, name] of deprecatedKeys) {
    const entry = byKey.get(old);
    if (entry && !byKey.has(name)) byKey.set(name, entry);
  }
  return new Map(
    settings.fields.flatMap(({ name }) => {
      const entry = byKey.get(name.toLowerCase());
      return entry ? [[name, entry] as const] : [];
    }),
  );
}

/** What a table of metadata states of declared properties that the frontmatter does not name. */
function tableEntries(
  note: Note,
  settings: Settings,
  named: ReadonlyMap<string, FrontmatterEntry>,
): ReadonlyMap<string, FrontmatterEntry> {
  if (note.tables.length === 0) return new Map();
  const entries = metadataEntries(note, settings.fields);
  return new Map([...entries].filter(([name]) => !named.has(name)));
}

/**
 * A value as the schema of its type takes it: scalars as they are written, one text as a list of one; undefined for no
 * value.
 */
function schemaInput(node: YamlNode | undefined, type: FieldType): unknown {
  if (node === undefined || isBlankValue(node)) return undefined;
  if (type === "number" || type === "checkbox") return node.value;
  const text = textOf(node);
  if (type !== "tags" && type !== "list" && type !== "factors" && type !== "link") return text ?? node.value;
  if (text !== null) return type === "tags" ? tagsIn(node) : listIn(node);
  return node.entries.length > 0 ? node.value : node.items.map((item) => textOf(item) ?? item.value ?? "");
}

function factorsIn(names: readonly string[], { factors }: Settings): readonly string[] {
  const known = factors.length === 0 ? names : names.flatMap((name) => sameWords(name, factors) ?? []);
  return [...new Set(known)];
}

function fieldTimes(sound: ReadonlyMap<string, FrontmatterEntry>): IncidentFields["times"] {
  const times: Partial<Record<MilestoneId, FieldTime>> = {};
  for (const name of milestoneIds) {
    const node = sound.get(name)?.value;
    const source = textOf(node);
    // A day alone is valid, but no time.
    if (node && source?.includes(":")) times[name] = { source, span: node.span };
  }
  return times;
}
