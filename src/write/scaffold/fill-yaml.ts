import { escapeDoubleQuoted, yamlScalar } from "../../note";

/** Puts the values of variables into text: `escape` is applied to each value, lists are joined by commas. */
export type FillText = (template: string, escape?: (value: string) => string) => string;

/** The list that a template text consists of when it is nothing but one list variable; else null. */
export type ReadList = (template: string) => readonly string[] | null;

/**
 * Fills in the YAML between the marks of a frontmatter. A scalar that gains a value is quoted as a
 * whole where it has to be; a list variable becomes `[a, b]` after a key, and repeats its line after a
 * dash. Text without variables stays as it is.
 */
export function fillYaml(template: string, fill: FillText, readList: ReadList): string {
  const lines = template.split("\n");
  const filled: string[] = [];
  let blockIndent = -1;
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    if (blockIndent >= 0 && (line.trim() === "" || indent > blockIndent)) {
      filled.push(fill(line, singleLine));
      continue;
    }
    const { head, value, tail } = splitLine(line);
    blockIndent = /^[|>][-+\d]*$/.test(value) ? columnOf(head) : -1;
    const list = readList(value);
    if (list === null) filled.push(head + fillValue(value, fill, readList) + fill(tail, singleLine));
    else if (/- +$/.test(head)) filled.push(...list.map((item) => head + yamlScalar(item) + tail));
    else filled.push(`${head}[${list.map((item) => yamlScalar(item, true)).join(", ")}]${tail}`);
  }
  return filled.join("\n");
}

/** The column of the key in what stands before a value; without a key, that of the last dash. */
function columnOf(head: string): number {
  const [lead = ""] = /^\s*(?:- +)*/.exec(head) ?? [];
  return lead === head && lead.includes("-") ? lead.lastIndexOf("-") : lead.length;
}

/** Indent, dashes and key; the value; the space and comment after it. */
function splitLine(line: string): { head: string; value: string; tail: string } {
  const head =
    /^\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|(?:[^\s"'#:{}[\]]|:(?=\S))(?:[^:{}]|:(?=\S))*):(?=\s|$))?\s*/.exec(line)?.[0] ??
    "";
  const rest = line.slice(head.length);
  const shape = isFlow(rest) ? /^.*/ : /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^#\s]|\s+[^#\s]|(?!^)#)*)/;
  const value = (shape.exec(rest)?.[0] ?? "").trimEnd();
  return { head, value, tail: rest.slice(value.length) };
}

function isFlow(value: string): boolean {
  return /^(?:\[|\{(?!\{))/.test(value);
}

/** A scalar in double or in single quotes; a part of a flow collection without quotes, or one of its marks. */
const doubleQuoted = /"(?:[^"\\]|\\.)*"/y;
const singleQuoted = /'[^']*'/y;
const flowPart = /\s+|(?:\{\{[^{}]*\}\}|[^\s,[\]{}"':]|:(?=\S)|[ \t]+(?=\{\{|[^\s,[\]{}"']))+|[^]/y;

function fillValue(value: string, fill: FillText, readList: ReadList): string {
  const flow = isFlow(value);
  let filled = "";
  const matchAt = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(value)?.[0] ?? null;
  };
  // Quotes that nothing closes any more: none behind the first such one is looked at again.
  let unclosed = "";
  // Whether nothing stands in the item at hand; and whether a variable did.
  let isEmpty = true;
  let isLeftOpen = false;
  for (let at = 0; at < value.length;) {
    const sign = value.charAt(at);
    const isQuote = (sign === '"' || sign === "'") && !unclosed.includes(sign);
    const quoted = isQuote ? matchAt(sign === '"' ? doubleQuoted : singleQuoted, at) : null;
    if (isQuote && quoted === null) unclosed += sign;
    const text = quoted ?? (flow ? matchAt(flowPart, at) : null) ?? value.slice(at);
    at += text.length;
    if (flow && text === "," && isEmpty && isLeftOpen) continue;
    const written =
      quoted === null
        ? fillPlain(text, flow, fill, readList)
        : fill(text, sign === '"' ? escapeDoubleQuoted : (item) => singleLine(item).replace(/'/g, "''"));
    filled += written;
    isLeftOpen ||= written === "";
    if (/[[{,]/.test(text) && text.length === 1) [isEmpty, isLeftOpen] = [true, false];
    else if (written.trim() !== "") isEmpty = false;
  }
  return filled;
}

function fillPlain(template: string, flow: boolean, fill: FillText, readList: ReadList): string {
  const list = flow ? readList(template) : null;
  if (list !== null) return list.map((item) => yamlScalar(item, true)).join(", ");
  const text = fill(template);
  if (text === template || text === "") return text;
  return yamlScalar(text, flow);
}

/** A value for a place that must not gain a line. */
export function singleLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
