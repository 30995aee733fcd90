import { firstIndex, plainWords } from "../../base";
import { isDraft } from "../../settings";
import type { Incident } from "../../incident";
import { english } from "../../language";
import * as z from "../../schema";
import type { Note } from "../../note";
import type { Span } from "../../base";
import type { Finding } from "../diagnostic";
import { maskedText } from "../../note";
import { isDateTemplate, isUntouched, isValueStart, placeholderIn, writtenLines } from "../../incident";
import { defineRule } from "../rule";
import { followTemplate } from "../template-index";

export const unfilledPlaceholder = defineRule({
  id: "unfilled-placeholder",
  severity: "error",
  why: "What the template left open is what the reader misses. In a draft this is a reminder, later it is an error.",
  options: z.object({}),
  defaults: {},
  examples: [
    {
      note: "## What Happened\n\nThe pool ran dry at 06:12, see `TODO.md` and the todo list.\n\n> [!note] The log prints dates in the format YYYY-MM-DD.",
      expect: [],
    },
    {
      note: "## Impact\n\n%% TODO: ask Ada %%\n\n```yaml\nname: <name>\n```\n\nRequests took <kbd>5</kbd> s. %% TBD %%",
      expect: [],
    },
    {
      note: "## What Happened\n\nTODO: summarise the outage\n\n## Impact\n\n- **Customers:** tbd\n- Duration: <duration>\n\n## Action Items\n\n- [ ] TODO",
      expect: [
        "3:1-3:5 `TODO` is still to be filled in",
        "7:18-7:21 `tbd` is still to be filled in",
        "8:13-8:23 `<duration>` is still to be filled in",
        "12:7-12:11 `TODO` is still to be filled in",
      ],
      offers: ["Fill it in", "Fill it in", "Fill it in", "Fill it in"],
    },
    {
      note: '---\ntitle: "{{title}}"\n---\n\n| Time | Event |\n| --- | --- |\n| HH:MM | ... |',
      expect: ["2:9-2:18 `{{title}}` is still to be filled in", "7:3-7:8 `HH:MM` is still to be filled in"],
    },
  ],
  prepare: followTemplate,
  *check({ note, incident, settings, templateLines }) {
    const severity = isDraft(incident.fields.status, settings) ? { severity: "warning" as const } : {};
    const report = (span: Span): Finding => ({
      span,
      ...severity,
      message: `\`${note.text.slice(span.start, span.end)}\` is still to be filled in`,
      help: "replace it, or remove it with its heading if there is nothing to say",
    });
    for (const span of placeholdersInFrontmatter(note, incident)) yield report(span);
    const text = maskedText(note);
    for (const line of linesOf(note)) {
      const found = line
        .map(
          (part) =>
            moved(placeholderIn(text.slice(part.start, part.end), incident.language), part.start) ??
            dateInCode(note, part, incident.language),
        )
        .find((span) => span !== null);
      if (found !== undefined)
        yield {
          ...report(found),
          choices: [
            {
              title: "Fill it in",
              asks: "Instead",
              place: { path: note.path, span: withRequest(note, found) },
              value: "",
            },
          ],
        };
    }
    const { lines, isSure } = templateLines(note.path);
    for (const { text: line, span } of lines.size === 0 ? [] : writtenLines(note)) {
      if (!lines.has(line) || isUntouched(line, incident.language) || placeholderIn(line, incident.language) !== null)
        continue;
      yield {
        span,
        ...(isSure ? severity : { severity: "info" as const }),
        message: "this line stands as it does in the template",
        help: "write what it asks for, or remove it",
      };
    }
  },
});

/** A placeholder with what it asks for: `TODO: name the cause` as a whole, within its cell or line. */
function withRequest({ text }: Note, { start, end }: Span): Span {
  const rest = text.slice(end, end + longestRequest);
  const request = /^:[^\n\r|]*/.exec(rest)?.[0] ?? "";
  return { start, end: end + request.trimEnd().length };
}

/** In UTF-16 units. */
const longestRequest = 500;

function moved(span: Span | null, by: number): Span | null {
  return span === null ? null : { start: span.start + by, end: span.end + by };
}

/** A pattern of a date or a time that stands as code where a value belongs: `HH:MM` at the beginning of an event. */
function dateInCode(note: Note, { start, end }: Span, language: Incident["language"]): Span | null {
  const first = firstIndex(note.code, ({ span }) => span.start >= start);
  const { span, content, kind } = note.code[first] ?? { span: { start: end, end }, content: { start: 0, end: 0 } };
  return kind === "inline" &&
    span.end <= end &&
    isDateTemplate(note.text.slice(content.start, content.end), language) &&
    isValueStart(note.text.slice(start, span.start))
    ? content
    : null;
}

const { columns, open } = english.actions;

function isStateColumn(note: Note, { start, end }: Span): boolean {
  return columns.status.includes(plainWords(note.text.slice(start, end)));
}

/** `TODO` in a column of states is one. */
function isState(cell: string): boolean {
  return open.includes(plainWords(cell));
}

/** The lines of a note that hold text, a table's rows as their cells. */
function* linesOf(note: Note): Iterable<readonly Span[]> {
  for (const leaf of note.leaves) {
    if (leaf.type === "code" || leaf.type === "comment" || leaf.type === "math") continue;
    if (leaf.type === "table") {
      const table = note.tables[firstIndex(note.tables, ({ span }) => span.start >= leaf.span.start)];
      const [head, ...rows] = table?.rows ?? [];
      if (head !== undefined) yield head.cells;
      const states = new Set(head?.cells.flatMap((cell, column) => (isStateColumn(note, cell) ? column : [])));
      for (const { cells } of rows)
        yield cells.filter((cell, column) => !states.has(column) || !isState(note.text.slice(cell.start, cell.end)));
      continue;
    }
    for (let start = leaf.span.start; start < leaf.span.end;) {
      const lineBreak = note.text.indexOf("\n", start);
      const end = lineBreak < 0 || lineBreak > leaf.span.end ? leaf.span.end : lineBreak;
      yield [{ start, end: note.text[end - 1] === "\r" ? end - 1 : end }];
      start = end + 1;
    }
  }
}

/** In text values that the schema found nothing wrong with. */
function* placeholdersInFrontmatter(note: Note, { fields, language }: Incident): Iterable<Span> {
  const faulty = new Set(fields.problems.map(({ key }) => key));
  for (const { key, value } of note.frontmatter?.entries ?? []) {
    if (faulty.has(key)) continue;
    for (const node of [value, ...value.items]) {
      const found =
        typeof node.value === "string"
          ? placeholderIn(note.text.slice(node.span.start, node.span.end), language)
          : null;
      if (found !== null) yield { start: node.span.start + found.start, end: node.span.start + found.end };
    }
  }
}
