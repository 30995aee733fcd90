import { keysOf, once } from "../base";
import { described, type SettingWords } from "./described";
import * as z from "../schema";

/** A choice that a team makes for all exports, and that one export may make anew. */
export interface ExportOption extends SettingWords {
  /** For the command line: what the choice is about. */
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The choices of an export, in one table: the settings' schema, both forms, both command lines and the trace of an
 * exported file read it. The order is that of the words in a trace: a new choice comes last.
 */
export const exportOptions = {
  flavor: {
    name: "Markdown for",
    hint: "Who is to show it",
    description: "whose Markdown",
    values: { github: "GitHub", gitlab: "GitLab", commonmark: "CommonMark" },
  },
  links: {
    name: "Links to other notes",
    description: "links to other notes",
    values: { relative: "Links to their files", text: "Words only" },
  },
  properties: {
    name: "Properties",
    description: "the frontmatter",
    values: { table: "As a table", keep: "As they are", drop: "Left out" },
  },
  tasks: {
    name: "Dates and priorities of tasks",
    description: "dates and priorities of tasks",
    values: { keep: "As they are", words: "In words" },
  },
} as const satisfies Readonly<Record<string, ExportOption>>;

export type ExportOptionName = keyof typeof exportOptions;

/** The same table as the schema of what is stored and chosen, with what stands by default. */
export const exportStyles = once(() =>
  z.object({
    flavor: described(
      "Who is to show the Markdown.",
      z._default(z.enum(keysOf(exportOptions.flavor.values)), "github"),
      exportOptions.flavor,
    ),
    links: described(
      "Links to notes that are not part of the document.",
      z._default(z.enum(keysOf(exportOptions.links.values)), "relative"),
      exportOptions.links,
    ),
    properties: described(
      "The note's frontmatter.",
      z._default(z.enum(keysOf(exportOptions.properties.values)), "table"),
      exportOptions.properties,
    ),
    tasks: described(
      "The marks of tasks, such as `📅 2024-05-01`.",
      z._default(z.enum(keysOf(exportOptions.tasks.values)), "keep"),
      exportOptions.tasks,
    ),
  }),
);

/** What was chosen of each option. */
export type ExportStyles = Readonly<z.infer<ReturnType<typeof exportStyles>>>;
