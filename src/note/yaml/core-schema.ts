import * as Char from "../char";
import { isDigit } from "../../base/characters";
import type { YamlValue } from "./node";

/** What an unquoted scalar is in the core schema of YAML 1.2 (chapter 10.3.2). */
export function plainValue(text: string): YamlValue {
  const first = text.charCodeAt(0);
  if (isDigit(first)) return digitsValue(text);
  if (first === Char.hyphen || first === Char.plus || first === Char.dot) return signedValue(text);
  switch (text) {
    case "": case "~": case "null": case "Null": case "NULL": return null;
    case "true": case "True": case "TRUE": return true;
    case "false": case "False": case "FALSE": return false;
    default: return text;
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
