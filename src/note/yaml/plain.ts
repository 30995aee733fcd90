import * as Char from "../char-codes";
import { asciiSet, isBlank, isDigit, trimEnd } from "../../base";
import type { Cursor } from "./cursor";
import { nextScalarLine, scalar } from "./cursor";
import type { YamlNode, YamlValue } from "./node";

/** What an unquoted scalar is in the core schema of YAML 1.2 (chapter 10.3.2). */
export function plainValue(text: string): YamlValue {
  const first = text.charCodeAt(0);
  if (isDigit(first)) return digitsValue(text);
  if (first === Char.hyphen || first === Char.plus || first === Char.dot) return signedValue(text);
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return text;
  }
}

function digitsValue(text: string): number | string {
  return /^(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/.test(text) ? Number(text) : text;
}

function signedValue(text: string): number | string {
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? NaN : text;
}

/** What only quotes allow at the start, as it would be read as something else; `-`, `?` and `:` too before a blank. */
const FORBIDDEN_START = asciiSet(",[]{}#&*!|>'\"%@`");

/** A scalar without quotes, on one line or folded from several that are indented deeper than `parent`. */
export function readPlain(cursor: Cursor, parent: number, inFlow: boolean): YamlNode {
  const { text } = cursor;
  const start = cursor.at;
  const { code } = cursor;
  const isSign = code === Char.hyphen || code === Char.question || code === Char.colon;
  if (FORBIDDEN_START[code] === 1 || (isSign && isEndOfWord(cursor, start + 1, inFlow))) {
    return cursor.fail(
      `a value cannot start with \`${text.charAt(start)}\` unless it stands in quotes`,
      start,
      start + 1,
    );
  }
  let folded = "";
  for (let from = start; ;) {
    const stop = endOfPlain(cursor, from, inFlow);
    const end = trimEnd(text, from, stop);
    const next = cursor.isBreakAt(stop) ? nextScalarLine(cursor, stop, parent) : null;
    if (next === null || endOfPlain(cursor, next.at, inFlow) === next.at) {
      cursor.at = end;
      const source = folded + text.slice(from, end);
      return scalar(plainValue(source), start, end, source);
    }
    folded += text.slice(from, end) + next.folded;
    cursor.lineStart = next.lineStart;
    from = next.at;
  }
}

/** Where a plain scalar ends in its line: before a comment, before the colon of a key, or at the line's end. */
function endOfPlain(cursor: Cursor, at: number, inFlow: boolean): number {
  const { text, end } = cursor;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > Char.colon && !(inFlow && isFlowIndicator(code))) continue;
    if (
      code === Char.colon
        ? isEndOfWord(cursor, at + 1, inFlow)
        : code === Char.hash
          ? isBlank(text.charCodeAt(at - 1))
          : inFlow && isFlowIndicator(code)
    )
      return at;
    if (code <= Char.carriageReturn && cursor.isBreakAt(at)) return at;
  }
  return end;
}

/** Whether a blank stands at an offset, or within brackets a character with a meaning there. */
export function isEndOfWord(cursor: Cursor, at: number, inFlow: boolean): boolean {
  return cursor.isBlankAt(at) || (inFlow && isFlowIndicator(cursor.text.charCodeAt(at)));
}

/** Whether the character has a meaning within `[…]` and `{…}`: one of `,[]{}`. */
export function isFlowIndicator(code: number): boolean {
  return (
    code === Char.comma ||
    code === Char.openBracket ||
    code === Char.closeBracket ||
    code === Char.openBrace ||
    code === Char.closeBrace
  );
}
