import { described } from "./described";
import * as z from "../schema";
import type { SectionName } from "../language";

const fieldTypes = [
  "text",
  "number",
  "checkbox",
  "date",
  "datetime",
  "list",
  "enum",
  "link",
  "tags",
  "severity",
  "status",
  "timezone",
] as const;

/** What a property holds; `severity` and `status` are enums whose values stand in the settings of that name. */
export type FieldType = (typeof fieldTypes)[number];

const required = described(
  "Whether it has to be there: `true` always, the name of a status from that status on.",
  z._default(z.union([z.boolean(), z.string().check(z.minLength(1))], "expected true, false or a status"), false),
);

/** What stored settings say of a property. */
export const fieldDeclaration = z.strictObject({
  name: described(
    "The property's key.",
    z.string().check(
      z.minLength(1),
      z.refine((name) => name !== "__proto__", "`__proto__` cannot be a property"),
    ),
  ),
  type: described(
    "What the property holds; `severity` and `status` are one of the settings of that name.",
    z.enum(fieldTypes),
  ),
  required,
  values: described("What an `enum` may be; compared without regard to case.", z._default(z.array(z.string()), [])),
  contains: described(
    "What `tags` or a `list` must contain; a nested tag counts for its parent.",
    z._default(z.array(z.string()), []),
  ),
  description: described("One line for the person who fills it in.", z._default(z.string(), "")),
});

/** A frontmatter property that the team knows. */
export type FieldDeclaration = Readonly<z.infer<typeof fieldDeclaration>>;

/** What stored settings say of a section. */
export const sectionDeclaration = z.strictObject({
  id: described(
    "Stable name: `what-happened`, `timeline`, `root-cause`, `impact`, `action-items`, or the team's own.",
    z.string().check(z.minLength(1)).brand<"SectionId">(),
  ),
  heading: described("The heading that a new note gets.", z.string().check(z.minLength(1))),
  synonyms: described(
    "Other headings that mean the same; case, punctuation, numbering and emoji do not count.",
    z._default(z.array(z.string()), []),
  ),
  required,
});

/** A heading section that the team knows. */
export type SectionDeclaration = Readonly<z.infer<typeof sectionDeclaration>>;

/** The stable name of a section, as against what its heading says; only settings make one. */
export type SectionId = SectionDeclaration["id"];

/** Whether an id is that of a built-in section. */
export function isSection(id: SectionId | null, name: SectionName): boolean {
  return id === name;
}
