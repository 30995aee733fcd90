import { applyEdits, lineStartOf, textStart } from "../../base";
import type { Edit } from "../../base";
import type { Incident } from "../../incident";
import type { FrontmatterEntry, Note } from "../../note";
import {
  isBlankValue,
  keyIndent,
  listIn,
  misplacedFrontmatter,
  parseNote,
  propertyOf,
  textOf,
  yamlScalar,
} from "../../note";
import type { EditPlan } from "./plan";

/** What a property is to hold; a list of one becomes a single text where there is no list yet. Null for no value. */
export type PropertyValue = string | number | boolean | readonly string[] | null;

/**
 * Gives properties, named in lower case, these values and leaves everything else in the frontmatter as it is written:
 * the order, the comments, the style of a list. Properties that are missing are added at its end, or in a new
 * frontmatter. Refuses where the result would not read back as what was meant.
 */
export function writeProperties(note: Note, properties: Readonly<Record<string, PropertyValue>>): EditPlan {
  const { frontmatter, path, text } = note;
  const [problem] = frontmatter?.problems ?? [];
  if (problem !== undefined) return { ok: false, message: `the frontmatter cannot be read: ${problem.message}` };
  if (misplacedFrontmatter(note) !== null)
    return { ok: false, message: "the properties do not start on the first line: move what stands above them below" };
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = keyIndent(text, frontmatter);
  const edits: Edit[] = [];
  let missing = "";
  for (const [name, value] of Object.entries(properties)) {
    const entry = propertyOf(note, name);
    if (entry === null && value === null) continue;
    if (entry === null) missing += `${indent}${name}: ${yamlValue(value)}${lineBreak}`;
    else if (!holds(entry, value))
      edits.push(...changed(note, entry, value, lineBreak).map((edit) => ({ path, ...edit })));
  }
  if (missing !== "") edits.push({ path, ...added(note, missing, lineBreak) });
  if (edits.length === 0) return { ok: false, message: "the properties say so already" };
  return readsBack(note, edits, properties)
    ? { ok: true, edits }
    : { ok: false, message: "the frontmatter is written in a way that has to be changed by hand" };
}

function yamlValue(value: PropertyValue): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return yamlScalar(value);
  const [only] = value;
  return only !== undefined && value.length === 1
    ? yamlScalar(only)
    : `[${value.map((item) => yamlScalar(item, true)).join(", ")}]`;
}

function holds({ value: node }: FrontmatterEntry, value: PropertyValue): boolean {
  if (value === null) return isBlankValue(node);
  if (typeof value === "number" || typeof value === "boolean") return node.value === value;
  if (typeof value === "string") return textOf(node) === value;
  const texts = listIn(node);
  return texts.length === value.length && texts.every((text, index) => text === value[index]);
}

function changed(
  { text }: Note,
  { keySpan, value: node }: FrontmatterEntry,
  value: PropertyValue,
  lineBreak: string,
): Pick<Edit, "span" | "text">[] {
  const first = node.items[0];
  const last = node.items.at(-1);
  if (
    value !== null &&
    typeof value === "object" &&
    value.length > 0 &&
    first !== undefined &&
    last !== undefined &&
    !isBlankValue(node)
  ) {
    const bullet = text.slice(lineStartOf(text, first.span.start), first.span.start);
    const isBlock = /^[ \t]*-[ \t]+$/.test(bullet);
    const between = isBlock ? lineBreak + bullet : ", ";
    const before = listIn(node);
    const isLonger = before.length === node.items.length && before.every((item, index) => item === value[index]);
    const items = (isLonger ? value.slice(before.length) : value).map((item) => yamlScalar(item, !isBlock));
    // Entries that stay are left as they are written, with what stands between them.
    if (!isLonger) return [{ span: { start: first.span.start, end: last.span.end }, text: items.join(between) }];
    const lineEnd = isBlock ? text.indexOf(lineBreak, last.span.end) : last.span.end;
    return [{ span: { start: lineEnd, end: lineEnd }, text: items.map((item) => between + item).join("") }];
  }
  const afterColon = text.indexOf(":", keySpan.end) + 1;
  if (value === null && node.items.length > 0) return [{ span: { start: afterColon, end: node.span.end }, text: "" }];
  if (node.span.start < node.span.end) return [{ span: node.span, text: yamlValue(value) }];
  return [{ span: { start: afterColon, end: afterColon }, text: ` ${yamlValue(value)}` }];
}

function added({ frontmatter, text }: Note, lines: string, lineBreak: string): Pick<Edit, "span" | "text"> {
  if (frontmatter === null) {
    const start = textStart(text);
    return { span: { start, end: start }, text: `---${lineBreak}${lines}---${lineBreak}` };
  }
  // The closing mark stands on a line of its own: new properties go right above it.
  const end = frontmatter.span.end - 3;
  return { span: { start: end, end }, text: lines };
}

function readsBack(note: Note, edits: readonly Edit[], properties: Readonly<Record<string, PropertyValue>>): boolean {
  const text = applyEdits(note.text, edits);
  const after = text === null ? null : parseNote(text, note.path);
  const entries = after?.frontmatter?.problems.length === 0 ? after.frontmatter.entries : [];
  const isKept = (note.frontmatter?.entries ?? []).every(
    ({ key, value }) =>
      Object.hasOwn(properties, key.toLowerCase()) ||
      entries.some((entry) => entry.key === key && JSON.stringify(entry.value.value) === JSON.stringify(value.value)),
  );
  return (
    after !== null &&
    isKept &&
    Object.entries(properties).every(([name, value]) => {
      const entry = propertyOf(after, name);
      return entry === null ? value === null : holds(entry, value);
    })
  );
}

/** Writes the derived metrics into the properties, in minutes, where Bases and other tools can use them. */
export function writeMetricProperties({ metrics, note }: Incident): EditPlan {
  if (metrics.length === 0)
    return {
      ok: false,
      message: "no metric can be derived: the note does not say when it started and when it was over",
    };
  return writeProperties(note, Object.fromEntries(metrics.map(({ id, minutes }) => [id, minutes])));
}

/** The values of metrics that `writeMetricProperties` would replace: what the note says, and what is derived. */
export function replacedMetrics({
  metrics,
  note,
}: Incident): readonly { readonly name: string; readonly before: string; readonly after: number }[] {
  return metrics.flatMap(({ id, minutes }) => {
    const entry = propertyOf(note, id);
    return entry === null || isBlankValue(entry.value) || holds(entry, minutes)
      ? []
      : [
          {
            name: id,
            before: textOf(entry.value) ?? note.text.slice(entry.value.span.start, entry.value.span.end),
            after: minutes,
          },
        ];
  });
}
