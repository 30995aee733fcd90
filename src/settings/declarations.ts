import { keysOf, once } from "../base";
import { described } from "./described";
import * as z from "../schema";
import type { SectionName } from "../language";

/** What a property may hold, with its words in a form. */
const fieldTypes = {
  text: "Text",
  number: "Number",
  checkbox: "Checkbox",
  date: "Date",
  datetime: "Date and time",
  list: "List",
  enum: "One of some values",
  link: "Link",
  tags: "Tags",
  severity: "Severity",
  status: "Status",
  timezone: "Time zone",
  factors: "Contributing factors",
} as const;

/**
 * What a property holds; `severity` and `status` are enums, and `factors` a list of several, whose values stand in the
 * settings of that name.
 */
export type FieldType = keyof typeof fieldTypes;

const required = once(() =>
  described(
    "Whether it has to be there: `true` always, the name of a status from that status on.",
    z._default(z.union([z.boolean(), z.string().check(z.minLength(1))], "expected true, false or a status"), false),
    { name: "Required" },
  ),
);

/** What stored settings say of a property. */
export const fieldDeclaration = once(() =>
  z.strictObject({
    name: described(
      "The property's key.",
      z.string().check(
        z.minLength(1),
        z.refine((name) => name !== "__proto__", "`__proto__` cannot be a property"),
      ),
    ),
    type: described(
      "What the property holds; `severity` and `status` are one of the settings of that name, `factors` several of them.",
      z.enum(keysOf(fieldTypes)),
      { name: "Type", values: fieldTypes },
    ),
    required: required(),
    values: described("What an `enum` may be; compared without regard to case.", z._default(z.array(z.string()), []), {
      name: "Values",
      hint: "What it may be, if it is one of some values; one on each line",
    }),
    contains: described(
      "What `tags` or a `list` must contain; a nested tag counts for its parent.",
      z._default(z.array(z.string()), []),
      { name: "Must contain", hint: "For tags and lists; one on each line" },
    ),
    description: described("One line for the person who fills it in.", z._default(z.string(), ""), {
      name: "Description",
    }),
  }),
);

/** A frontmatter property that the team knows. */
export type FieldDeclaration = Readonly<z.infer<ReturnType<typeof fieldDeclaration>>>;

/** What stored settings say of a section. */
export const sectionDeclaration = once(() =>
  z.strictObject({
    id: described(
      "Stable name: `what-happened`, `timeline`, `root-cause`, `impact`, `action-items`, or the team's own.",
      z.string().check(z.minLength(1)).brand<"SectionId">(),
    ),
    heading: described("The heading that a new note gets.", z.string().check(z.minLength(1)), {
      name: "Heading",
      hint: "What a new note gets",
    }),
    synonyms: described(
      "Other headings that mean the same; case, punctuation, numbering and emoji do not count.",
      z._default(z.array(z.string()), []),
      { name: "Other headings", hint: "Mean the same; one on each line" },
    ),
    required: required(),
  }),
);

/** A heading section that the team knows. */
export type SectionDeclaration = Readonly<z.infer<ReturnType<typeof sectionDeclaration>>>;

/** The stable name of a section, as against what its heading says; only settings make one. */
export type SectionId = SectionDeclaration["id"];

/** Whether an id is that of a built-in section. */
export function isSection(id: SectionId | null, name: SectionName): boolean {
  return id === name;
}

/** One of its own, for a description of its own. */
const ownFilled = () => z.string().check(z.minLength(1));

/** Where JSON or a table of the team's own has what an event says. */
export const mappingDeclaration = once(() =>
  z.strictObject({
    name: described("What the team calls it, also for `--from`.", ownFilled()),
    list: described(
      "Path of the list of events, such as `log.entries`. Empty: the whole document, or a table.",
      z._default(z.string(), ""),
      { name: "List", hint: "Where JSON has the list of events; empty for a table, or the whole file" },
    ),
    time: described("Key or column of the time, such as `payload.at`.", ownFilled(), { name: "Time" }),
    text: described("Key or column of what happened.", ownFilled(), { name: "Text", hint: "What happened" }),
    person: described("Key or column of who did it.", z._default(z.string(), ""), {
      name: "Person",
      hint: "Who did it; may be empty",
    }),
    url: described("Key or column of the address that shows it.", z._default(z.string(), ""), {
      name: "Address",
      hint: "Where it is shown; may be empty",
    }),
    id: described("Key or column of what the source calls it.", z._default(z.string(), ""), {
      name: "Id",
      hint: "What the source calls it; may be empty",
    }),
  }),
);
