import type { FrontmatterEntry, Note, YamlNode } from "../../note";
import type { Span } from "../../base";
import {
  escapeDoubleQuoted,
  hasTag,
  isBlankValue,
  listIn,
  misplacedFrontmatter,
  tagsIn,
  textOf,
  yamlScalar,
} from "../../note";
import type { Replacement } from "./replacement";
import { derivedValue, withEntry, withValue } from "./replacement";
import { lineEnd, nearest } from "../../base";
import { isWikilink } from "./date";
import type { FieldDeclaration, Settings } from "../../settings";
import { isRequired, sameWords } from "../../settings";
import type * as z from "../../schema";

/** A schema issue mapped to the key or value that it is about, or something else that is wrong with a key. */
export interface FieldProblem {
  readonly kind: "yaml" | "missing" | "invalid" | "unknown" | "deprecated";
  /** The property; empty when the YAML as a whole is meant. */
  readonly key: string;
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  /** Present when only one thing can be meant. */
  readonly replacement?: Replacement;
}

/** Keys that Obsidian stopped reading in 1.9, with those that took their place. */
export const deprecatedKeys: ReadonlyMap<string, string> = new Map([
  ["tag", "tags"],
  ["alias", "aliases"],
  ["cssclass", "cssclasses"],
]);

/** Properties that Obsidian reads only as lists since 1.9, and what parts the entries of a text from before. */
const listKeys: ReadonlyMap<string, (value: YamlNode) => readonly string[]> = new Map([
  ["tags", tagsIn],
  ["aliases", listIn],
  ["cssclasses", tagsIn],
]);

/** The key that names rules not to be checked, as text, list or mapping to reasons; any of them is fine. */
export const suppressionKey = "postmortem-ignore";

/** What the problems of a frontmatter are made from. */
export interface FieldProblemInput {
  readonly note: Note;
  readonly settings: Settings;
  /** The note's status, as the settings name it. */
  readonly status: string | null;
  /** The entries of declared properties, by declared name. */
  readonly entries: ReadonlyMap<string, FrontmatterEntry>;
  /** The names of those that stand in a table of metadata. */
  readonly inTable: ReadonlySet<string>;
  /** What the schema found. */
  readonly issues: readonly z.core.$ZodIssue[];
}

/** Everything that is wrong with a frontmatter, in the order of the text. */
export function fieldProblems(input: FieldProblemInput): readonly FieldProblem[] {
  const yaml = yamlProblems(input.note);
  const bySchema = input.issues.flatMap((issue) => {
    const problem = issueProblem(input, issue);
    if (problem === null || !input.inTable.has(problem.key)) return problem ?? [];
    return isNeeded(input, problem.key) ? withoutReplacement(problem) : [];
  });
  // Broken YAML hides keys: nobody is told to add what may be there already.
  const certain =
    yaml.length > 0
      ? bySchema.filter((problem) => problem.kind !== "missing" || input.entries.has(problem.key))
      : bySchema;
  const keys = [...keyProblems(input), ...textProblems(input, certain)];
  const tags = commentedTags(input);
  const apart = certain
    .filter(({ key }) => !tags.some((tag) => tag.key === key))
    .map((problem) => behindBlank(withoutDouble(problem, keys), input.note));
  return [...yaml, ...apart, ...tags, ...keys].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a property has to be there: only then a cell that does not fit is more than the words of a table. */
function isNeeded({ settings, status }: FieldProblemInput, name: string): boolean {
  const field = settings.fields.find((declared) => declared.name === name);
  return field !== undefined && isRequired(field.required, status, settings);
}

/** A replacement is YAML, which a cell is not. */
function withoutReplacement({ kind, key, span, message, help }: FieldProblem): FieldProblem {
  return { kind, key, span, message, ...(help !== undefined && { help }) };
}

/**
 * A value may stand behind its colon with nothing but a carriage return between, which belongs to it; a new one needs a
 * blank.
 */
function behindBlank(problem: FieldProblem, { text }: Note): FieldProblem {
  const { replacement } = problem;
  if (
    replacement === undefined ||
    text.charAt(replacement.span.start - 1) !== ":" ||
    replacement.text.trimStart() !== replacement.text
  )
    return problem;
  return { ...problem, replacement: { ...replacement, text: ` ${replacement.text}` } };
}

/** What is missing because its key is misspelt is there once that key is renamed: it is not to be added as well. */
function withoutDouble(problem: FieldProblem, keys: readonly FieldProblem[]): FieldProblem {
  const { kind, key, span, message } = problem;
  const misspelt =
    kind === "missing" ? keys.find(({ replacement }) => replacement?.text.split(":", 1)[0] === key) : undefined;
  return misspelt === undefined ? problem : { kind, key, span, message, help: `rename \`${misspelt.key}\`` };
}

function yamlProblems(note: Note): readonly FieldProblem[] {
  if (note.frontmatter)
    return note.frontmatter.problems.map(({ message, span }) => ({ kind: "yaml", key: "", message, span }));
  const misplaced = misplacedFrontmatter(note);
  if (misplaced !== null) {
    const { mark: span, above, isCommented } = misplaced;
    const problem = { kind: "yaml", key: "", message: "properties do not start on the first line", span } as const;
    // What a comment says is not for us to take away, and where it goes is not for us to choose.
    if (isCommented) return [{ ...problem, help: "move what stands above them below: Obsidian takes them for text" }];
    return [
      {
        ...problem,
        help: "remove the blank lines above them: Obsidian takes them for text",
        replacement: { span: above, text: "", title: "Remove the blank lines above the properties" },
      },
    ];
  }
  if (!/^\ufeff?---[ \t]*\r?\n[\w-]{1,64}:(?:\s|$)/.test(note.text)) return [];
  return [
    {
      kind: "yaml",
      key: "",
      message: "the properties have no closing `---`",
      help: "close it with a line `---`",
      span: firstLine(note),
    },
  ];
}

function issueProblem(input: FieldProblemInput, issue: z.core.$ZodIssue): FieldProblem | null {
  const { note, settings, entries } = input;
  const [name, index] = issue.path;
  const field = settings.fields.find((declared) => declared.name === name);
  if (field === undefined) return null;
  const entry = entries.get(field.name);
  if (entry === undefined || isBlankValue(entry.value)) return missing(input, field, entry ?? null);
  const node = entry.value;
  const part = typeof index === "number" ? (node.items[index] ?? node) : node;
  const link = [node, part].find(({ span }) => isWikilink(note.text.slice(span.start, span.end)));
  const key = field.name;
  if (link && field.type === "tags") {
    const text = flowList(tagsIn(node));
    return {
      kind: "invalid",
      key: field.name,
      span: link.span,
      message: `\`${field.name}\` holds a list in a list`,
      help: `write \`${text}\``,
      replacement: { span: node.span, text, title: `Change to \`${text}\`` },
    };
  }
  if (link) {
    const text = `"${escapeDoubleQuoted(note.text.slice(link.span.start, link.span.end))}"`;
    return {
      kind: "invalid",
      key,
      span: link.span,
      message: `\`${key}\` holds a link without quotes`,
      help: `write \`${text}\`: YAML reads bare brackets as a list`,
      replacement: { span: link.span, text, title: "Put the link in quotes" },
    };
  }
  const params = issue.code === "custom" ? issue.params : undefined;
  const instead: unknown = params?.["instead"];
  const lacks: unknown = params?.["lacks"];
  const message = part === node ? `\`${key}\` ${issue.message}` : `an entry of \`${key}\` ${issue.message}`;
  const problem = { kind: "invalid" as const, key, span: part.span, message, help: adviceFor(field, settings) };
  if (typeof instead === "string") {
    return {
      ...problem,
      help: `did you mean \`${instead}\`?`,
      replacement: { span: part.span, text: yamlScalar(instead), title: `Change to \`${instead}\`` },
    };
  }
  const added =
    typeof lacks === "string"
      ? withEntry(note, node, field.type === "tags" ? tagsIn(node) : listIn(node), lacks)
      : null;
  return added ? { ...problem, help: `add \`${String(lacks)}\``, replacement: added } : problem;
}

function missing(
  { note, settings }: FieldProblemInput,
  field: FieldDeclaration,
  entry: FrontmatterEntry | null,
): FieldProblem {
  const { name, required } = field;
  const value = derivedValue(note, name, field.contains);
  const from = typeof required === "string" ? `; status \`${required}\` requires it` : "";
  const replacement = value === null ? null : withValue(note, entry, name, value);
  return {
    kind: "missing",
    key: name,
    span: entry
      ? entry.keySpan
      : note.frontmatter
        ? { start: note.frontmatter.span.start, end: note.frontmatter.span.start + 3 }
        : firstLine(note),
    message: (entry ? `\`${name}\` has no value` : `\`${name}\` is missing`) + from,
    help: value === null ? adviceFor(field, settings) : `write \`${name}: ${value}\``,
    ...(replacement === null ? {} : { replacement }),
  };
}

/** `#tag` alone behind the colon of a key or the dash of an entry, not in a comment behind a value. */
const commentedTag = /(?:^:|\n[ \t]*-)[ \t]+#([^\s#,[\]{}"']{1,100})(?=[ \t]*(?:\r?\n|$))/g;

/** Tags that are written with their `#` and without quotes: to YAML they are comments. */
function commentedTags({ note, settings, entries }: FieldProblemInput): readonly FieldProblem[] {
  const all = note.frontmatter?.entries ?? [];
  return settings.fields.flatMap(({ name: key, type }) => {
    const entry = type === "tags" ? entries.get(key) : undefined;
    if (entry === undefined) return [];
    const start = entry.keySpan.end;
    const end = all[all.indexOf(entry) + 1]?.keySpan.start ?? note.frontmatter?.content.end;
    return [...note.text.slice(start, end).matchAll(commentedTag)].map(({ 0: lead, 1: tag = "", index }) => {
      const at = start + index + lead.length - tag.length;
      const span = { start: at - 1, end: at + tag.length };
      return {
        kind: "invalid" as const,
        key,
        span,
        message: `\`#${tag}\` in \`${key}\` is a comment to YAML`,
        help: "write it without `#`",
        // Tags are a list, also where there is one.
        replacement: {
          span,
          text: lead.startsWith(":") ? `[${yamlScalar(tag, true)}]` : yamlScalar(tag),
          title: `Write \`${tag}\``,
        },
      };
    });
  });
}

function adviceFor(field: FieldDeclaration, settings: Settings): string {
  const choice = (names: readonly string[]): string => `write one of ${names.map((name) => `\`${name}\``).join(", ")}`;
  switch (field.type) {
    case "text":
      return "write it in one line";
    case "number":
      return "write digits alone";
    case "checkbox":
      return "write `true` or `false`";
    case "date":
      return "write it as `YYYY-MM-DD`";
    case "datetime":
      return "write it as `YYYY-MM-DDTHH:MM`";
    case "timezone":
      return "write a name such as `Europe/Berlin` or an offset such as `UTC+2`";
    case "severity":
      return `${choice(settings.severities)}; the settings hold the levels`;
    case "status":
      return `${choice(settings.statuses)}; the settings hold the states`;
    case "enum":
      return choice(field.values);
    case "link":
      return 'write a link such as `"[[Note]]"`';
    case "list":
      return "write a list";
    case "factors":
      return `${choice(settings.factors)}; the settings hold the list`;
    case "tags":
      return "write a list of tags; a tag has no spaces";
  }
}

/** Keys under an old name, and keys that look like a slip of the pen; all other keys are the team's own business. */
function keyProblems({ note, settings }: FieldProblemInput): readonly FieldProblem[] {
  const names = [...settings.fields.map((field) => field.name), suppressionKey];
  const known = new Set(names.map((name) => name.toLowerCase()));
  const present = new Set(note.frontmatter?.entries.map((entry) => entry.key.toLowerCase()));
  const open = names.filter((name) => !present.has(name.toLowerCase()));
  const taken = new Set<string>();
  return (note.frontmatter?.entries ?? []).flatMap(({ key, keySpan: span, value }): FieldProblem[] => {
    const lower = key.toLowerCase();
    const oneLine = !note.text.slice(span.start, span.end).includes("\n");
    if (known.has(lower) || !oneLine) return [];
    const rename = (
      name: string,
      whole: { readonly span: Span; readonly list: string } | null = null,
    ): { readonly replacement?: Replacement } => {
      if (taken.has(name)) return {};
      taken.add(name);
      if (whole !== null) {
        const text = `${name}: ${whole.list}`;
        return { replacement: { span: whole.span, text, title: `Rename to \`${name}\`` } };
      }
      return { replacement: { span, text: name, title: `Rename to \`${name}\`` } };
    };
    const now = deprecatedKeys.get(lower);
    if (now !== undefined) {
      const list = present.has(now) ? null : listOfText(note, value, now);
      const message = `Obsidian no longer reads \`${key}\``;
      return [
        present.has(now)
          ? { kind: "deprecated", key, span, message, help: `move its value to \`${now}\`` }
          : {
              kind: "deprecated",
              key,
              span,
              message,
              help: list === null ? `rename it to \`${now}\`` : `write \`${now}: ${list}\``,
              ...rename(now, list === null ? null : { span: { start: span.start, end: value.span.end }, list }),
            },
      ];
    }
    const meant = sameWords(key, open) ?? meantBy(lower, open);
    return meant === null
      ? []
      : [
          {
            kind: "unknown",
            key,
            span,
            message: `unknown property \`${key}\``,
            help: `did you mean \`${meant}\`?`,
            ...rename(meant),
          },
        ];
  });
}

/** Texts where Obsidian reads a list; not where a fix of what else is wrong with them makes one. */
function textProblems({ note }: FieldProblemInput, others: readonly FieldProblem[]): readonly FieldProblem[] {
  return (note.frontmatter?.entries ?? []).flatMap(({ key, value }): FieldProblem[] => {
    const name = key.toLowerCase();
    const list = listOfText(note, value, name);
    if (list === null || others.some((other) => other.key === name && other.replacement !== undefined)) return [];
    const isSign = name === "tags" && tagsIn(value).some((tag) => hasTag(tag, "postmortem"));
    return [
      {
        kind: "deprecated",
        key,
        span: value.span,
        message: `Obsidian reads \`${name}\` only as a list`,
        help: `write \`${list}\`${isSign ? "; as it is, the tag makes no postmortem of the note" : ""}`,
        replacement: { span: value.span, text: list, title: `Change to \`${list}\`` },
      },
    ];
  });
}

/** A text on one line under a key of lists, as a list; null for anything else. */
function listOfText(note: Note, value: YamlNode, name: string): string | null {
  const read = listKeys.get(name);
  if (read === undefined || textOf(value) === null || isBlankValue(value)) return null;
  return note.text.slice(value.span.start, value.span.end).includes("\n") ? null : flowList(read(value));
}

function flowList(entries: readonly string[]): string {
  return `[${entries.map((entry) => yamlScalar(entry, true)).join(", ")}]`;
}

/**
 * The name that a key looks like a slip of: same first letter, and short words only with a letter too many, too few or
 * swapped.
 */
function meantBy(key: string, names: readonly string[]): string | null {
  const meant = nearest(
    key,
    names.filter((name) => name.charAt(0) === key.charAt(0)),
  );
  if (meant === null) return null;
  const letters = (word: string): string => Array.from(word).sort().join("");
  return key.length <= 5 && key.length === meant.length && letters(key) !== letters(meant) ? null : meant;
}

function firstLine(note: Note): Span {
  return { start: 0, end: lineEnd(note.text, 0) };
}
