import type { FieldDeclaration, FieldType, JsonSchema, Settings } from "../../settings";
import { isRequired } from "../../settings";

/**
 * The JSON schema of a note's properties by these settings, for editors that check and complete while somebody types.
 * It takes names and levels as the settings spell them, where the check takes other spellings as well. It is one of
 * draft 7: editors of YAML know no later one.
 */
export function propertiesSchema(settings: Settings): JsonSchema {
  const { fields, statuses } = settings;
  const requiredIn = (status: string | null): readonly FieldDeclaration[] =>
    fields.filter(({ required }) => isRequired(required, status, settings));
  const always = requiredIn(null);
  const later = statuses.flatMap((status, at) => {
    const before = at === 0 ? always : requiredIn(statuses[at - 1] ?? null);
    const added = requiredIn(status).filter((field) => !before.includes(field));
    if (added.length === 0) return [];
    const reached = { properties: { status: { enum: statuses.slice(at) } }, required: ["status"] };
    const properties = Object.fromEntries(added.map(({ name }) => [name, { not: { enum: [null, ""] } }]));
    return [{ if: reached, then: { properties, required: added.map(({ name }) => name) } }];
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Properties of a postmortem",
    type: "object",
    properties: Object.fromEntries(
      fields.map((field) => [
        field.name,
        {
          ...(field.description === "" ? {} : { description: field.description }),
          ...holding(shapes[field.type](field, settings), !always.includes(field)),
        },
      ]),
    ),
    required: always.map(({ name }) => name),
    ...(later.length === 0 ? {} : { allOf: later }),
  };
}

/** A part of the schema: what one property may be. */
interface Shape {
  readonly type: readonly string[];
  readonly [keyword: string]: unknown;
}

const shapes: Readonly<Record<FieldType, (field: FieldDeclaration, settings: Settings) => Shape>> = {
  text: () => ({ type: ["string", "number", "boolean"] }),
  number: () => ({ type: ["number"] }),
  checkbox: () => ({ type: ["boolean"] }),
  date: () => ({ type: ["string"], pattern: String.raw`^$|^(?:\[\[)?\d{4}-\d{2}-\d{2}(?!\d)` }),
  datetime: () => ({ type: ["string"], pattern: String.raw`^$|\d` }),
  timezone: () => ({ type: ["string"] }),
  severity: (_, { severities }) => oneOf(severities),
  status: (_, { statuses }) => oneOf(statuses),
  enum: ({ values }) => oneOf(values),
  link: () => ({ type: ["string", "array"], items: { type: "string" } }),
  factors: (_, { factors }) => ({
    type: ["string", "array"],
    items: factors.length === 0 ? { type: "string" } : { type: "string", enum: factors },
  }),
  list: ({ contains }) => ({
    type: ["string", "number", "boolean", "array"],
    ...containing(contains, (name) => `^${anyCase(name)}$`),
  }),
  tags: ({ contains }) => ({
    type: ["array"],
    ...containing(contains, (name) => `^#?${anyCase(name)}(?:/|$)`),
  }),
};

/** A property that need not be there may be there without a value, too. */
function holding({ type, ...shape }: Shape, optional: boolean): JsonSchema {
  const types = optional ? [...type, "null"] : type;
  const names: unknown = shape["enum"];
  return {
    type: types.length === 1 ? types[0] : types,
    ...shape,
    ...(optional && Array.isArray(names) ? { enum: [...(names as readonly unknown[]), null] } : {}),
  };
}

/** A name of digits alone is a number to YAML. */
function oneOf(names: readonly string[]): Shape {
  const numbers = names.filter((name) => /^\d{1,9}$/.test(name)).map(Number);
  return { type: numbers.length > 0 ? ["string", "number"] : ["string"], enum: [...names, ...numbers] };
}

/** A list with an entry for each wanted text; of a text alone it says nothing. */
function containing(wanted: readonly string[], pattern: (name: string) => string): JsonSchema {
  return wanted.length === 0
    ? {}
    : { allOf: wanted.map((name) => ({ contains: { type: "string", pattern: pattern(name) } })) };
}

/** A pattern of a text in upper or lower case: patterns of a schema have no flags. */
function anyCase(text: string): string {
  return Array.from(text, (character) => {
    const both = [...new Set([character.toLowerCase(), character.toUpperCase()])];
    return both.length === 1 ? character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`) : `[${both.join("")}]`;
  }).join("");
}
