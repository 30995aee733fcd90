import { datetimeFault, dateFault, timezoneFault } from "./date";
import type { Fault } from "../../base";
import { Latest, nearest, quoted, holdsAny, isNumber, singleSpaced } from "../../base";
import type { Memory } from "../../base";
import { hasTag } from "../../note";
import type { FieldDeclaration, FieldType, Settings } from "../../settings";
import { isRequired, sameWords, severityOf, statusOf } from "../../settings";
import * as z from "../../schema";

/** What a frontmatter has to be in a status of the settings: an object schema over the declared properties. */
export type FrontmatterSchema = z.ZodMiniObject<Record<string, z.ZodMiniType>>;

/** The schemas that were built of the settings, by status. */
class SchemasOfSettings extends Latest<Settings, Map<string, FrontmatterSchema>> {}

/**
 * The schema that the settings declare for a note in this status; null for a note without one. To build it takes as
 * long as to read a small note, so the memory keeps it.
 */
export function frontmatterSchema(settings: Settings, status: string | null, memory: Memory): FrontmatterSchema {
  const byStatus = memory.part(SchemasOfSettings).get(settings, () => new Map<string, FrontmatterSchema>());
  let schema = byStatus.get(status ?? "");
  if (schema === undefined) byStatus.set(status ?? "", (schema = buildSchema(settings, status)));
  return schema;
}

function buildSchema(settings: Settings, status: string | null): FrontmatterSchema {
  const shape = settings.fields.map((field) => {
    const schema = schemas[field.type](field, settings);
    return [field.name, isRequired(field.required, status, settings) ? schema : z.optional(schema)] as const;
  });
  return z.object(Object.fromEntries(shape));
}

const schemas: Readonly<Record<FieldType, (field: FieldDeclaration, settings: Settings) => z.ZodMiniType>> = {
  text: () => z.string("is not a text"),
  number: () => z.number("is not a number"),
  checkbox: () => z.boolean("is neither true nor false"),
  date: () => text(dateFault, "is not a date"),
  datetime: () => text(datetimeFault, "is not a date and time"),
  timezone: () => text(zoneFault, "is not a time zone"),
  severity: (_, settings) =>
    text(
      (value) => (severityOf(value, settings) === null ? noneOf(value, settings.severities) : null),
      "is not a text",
    ),
  status: (_, settings) =>
    text((value) => (statusOf(value, settings) === null ? noneOf(value, settings.statuses) : null), "is not a text"),
  enum: ({ values }) =>
    text((value) => (sameWords(value, values) === null ? noneOf(value, values) : null), "is not a text"),
  factors: (_, { factors }) =>
    z.array(
      text(
        (value) => (factors.length > 0 && sameWords(value, factors) === null ? noneOf(value, factors) : null),
        "is not a text",
      ),
      "is not a list",
    ),
  link: () => z.array(text(linkFault, "is not a link"), "is not a link"),
  list: ({ contains }) =>
    z
      .array(z.string("is not a text"), "is not a list")
      .check(containing(contains, (entry, wanted) => entry.toLowerCase() === wanted.toLowerCase())),
  tags: ({ contains }) =>
    z.array(text(tagFault, "is not a tag"), "is not a list of tags").check(containing(contains, hasTag)),
};

/** A text in which `fault` finds nothing; a blank entry of a list says nothing wrong. */
function text(fault: (value: string) => Fault | null, otherwise: string): z.ZodMiniType<string> {
  return z.string(otherwise).check(
    z.superRefine((value, context) => {
      const found = value === "" ? null : fault(value);
      if (found) context.addIssue({ code: "custom", message: found.message, params: { instead: found.instead } });
    }),
  );
}

/** A list in which every wanted text has an entry that is it. */
function containing(
  wanted: readonly string[],
  is: (entry: string, wanted: string) => boolean,
): z.core.$ZodCheck<unknown[]> {
  return z.superRefine((entries, context) => {
    for (const name of wanted) {
      if (entries.some((entry) => typeof entry === "string" && is(entry, name))) continue;
      context.addIssue({ code: "custom", message: `does not contain \`${name}\``, params: { lacks: name } });
    }
  });
}

function noneOf(value: string, names: readonly string[]): Fault {
  const instead = nearest(value, names);
  const message = `is none of ${names.map((name) => `\`${name}\``).join(", ")}: ${quoted(value)}`;
  return instead === null ? { message } : { message, instead };
}

/** With the nearest zone of the running system, if one is near. */
function zoneFault(value: string): Fault | null {
  const fault = timezoneFault(value);
  const instead = fault && nearest(value.replaceAll(" ", "_"), Intl.supportedValuesOf("timeZone"));
  return fault && instead !== null ? { ...fault, instead } : fault;
}

function linkFault(value: string): Fault | null {
  return /^(?:\[\[[^[\]]+\]\]|\[[^[\]]*\]\([^()\s]+\)|<?[a-z][a-z\d+.-]{1,30}:\S+)$/i.test(value)
    ? null
    : { message: `is not a link: ${quoted(value)}` };
}

/** Obsidian's rule: letters, digits, `_`, `-`, `/` and other signs without spaces or punctuation, not digits alone. */
function tagFault(value: string): Fault | null {
  const name = value.startsWith("#") ? value.slice(1) : value;
  return singleSpaced(name).includes(" ") || holdsAny(name, "#,;:.!?'\"()[]{}<>@$%^&*+=|\\`~") || isNumber(name)
    ? { message: `holds no tag: ${quoted(value)}` }
    : null;
}
