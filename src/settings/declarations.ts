import * as z from "../schema";

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

/** `true`: always; the name of a status: from that status on. */
const required = z._default(
  z.union([z.boolean(), z.string().check(z.minLength(1))], "expected true, false or a status"),
  false,
);

/** What stored settings say of a property. */
export const fieldDeclaration = z.strictObject({
  /** The property's key. */
  name: z.string().check(
    z.minLength(1),
    z.refine((name) => name !== "__proto__", "`__proto__` cannot be a property"),
  ),
  type: z.enum(fieldTypes),
  required,
  /** What an `enum` may be; compared without regard to case. */
  values: z._default(z.array(z.string()), []),
  /** What `tags` or a `list` must contain; a nested tag counts for its parent. */
  contains: z._default(z.array(z.string()), []),
  /** One line for the person who fills it in. */
  description: z._default(z.string(), ""),
});

/** A frontmatter property that the team knows. */
export type FieldDeclaration = Readonly<z.infer<typeof fieldDeclaration>>;

/** What stored settings say of a section. */
export const sectionDeclaration = z.strictObject({
  /** Stable name: `what-happened`, `timeline`, `root-cause`, `impact`, `action-items`, or the team's own. */
  id: z.string().check(z.minLength(1)),
  /** The heading that a new note gets. */
  heading: z.string().check(z.minLength(1)),
  /** Other headings that mean the same; case, punctuation, numbering and emoji do not count. */
  synonyms: z._default(z.array(z.string()), []),
  required,
});

/** A heading section that the team knows. */
export type SectionDeclaration = Readonly<z.infer<typeof sectionDeclaration>>;
