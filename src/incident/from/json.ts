import { isKeyed, isWhitespace, leadLength } from "../../base";
import type { Steps } from "../../base";

/** What stands at a path of keys such as `agent.summary`; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.includes(".") ? path.split(".") : [path]) {
    if (!isKeyed(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The first of these paths that holds a text with something in it, or a number. */
export function textAt(value: unknown, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === "string" && found.trim() !== "") return found;
    if (typeof found === "number") return String(found);
  }
  return null;
}

/** The objects of the list at a path; none where there is no list. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = path === "" ? value : at(value, path);
  return Array.isArray(found) ? found : [];
}

/** So many records show what all of a list are. */
const sample = 100;

/** Whether some of the first records of a list are as a format has them. */
export function someOf(records: readonly unknown[], isOne: (record: unknown) => boolean): boolean {
  return records.slice(0, sample).some(isOne);
}

/** One JSON text of a file that may hold several, one behind the other. */
export interface JsonDocument {
  readonly value: unknown;
  /** Where it begins in the file. */
  readonly start: number;
}

/** What came of reading JSON. */
export type ReadJson =
  | { readonly ok: true; readonly documents: readonly JsonDocument[] }
  | { readonly ok: false; /** Where it stops being JSON. */ readonly offset: number; readonly reason: string };

/** So much is parsed or looked through between two pauses. UTF-16 units. */
const share = 250_000;
/** So deep a long text is taken apart; what is longer still below that is parsed at once. */
const deepest = 4;

/**
 * Reads a file of JSON: one text, one in each line (JSON Lines), or several one behind the other, as programs print
 * that ask page after page.
 */
export function* readJson(text: string): Steps<ReadJson> {
  const start = leadLength(text, "");
  if (start === text.length) return { ok: false, offset: 0, reason: "it is empty" };
  const whole = yield* parseInParts(text, 0);
  if (whole !== undefined) return { ok: true, documents: [{ value: whole.value, start }] };
  const documents: JsonDocument[] = [];
  for (let from = start; from < text.length;) {
    const end = yield* documentEnd(text, from);
    if (!end.ok) return { ok: false, offset: end.offset, reason: end.reason };
    const parsed = yield* parseInParts(text.slice(from, end.offset), 0);
    if (parsed === undefined) {
      const offset = yield* faultIn(text, from, end.offset);
      return { ok: false, offset, reason: "this is no JSON" };
    }
    documents.push({ value: parsed.value, start: from });
    from = end.offset;
    while (isWhitespace(text.charCodeAt(from))) from += 1;
  }
  return { ok: true, documents };
}

/** What a JSON text holds; undefined for any other text. */
export function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

/** `JSON.parse` for a text of any length: what a long list or object holds is parsed some members at a time. */
function* parseInParts(text: string, depth: number): Steps<{ readonly value: unknown } | undefined> {
  const start = leadLength(text, "");
  const opener = text.charAt(start);
  const closer = opener === "[" ? "]" : opener === "{" ? "}" : null;
  if (text.length <= share || depth === deepest || closer === null) return parsedJson(text);
  const list: unknown[] = [];
  const entries: (readonly [string, unknown])[] = [];
  const take = (from: number, to: number): boolean => {
    const members = text.slice(from, to);
    if (members.trim() === "") return from === start + 1 && text.charAt(to) === closer;
    const value = parsedJson(`${opener}${members}${closer}`)?.value;
    if (Array.isArray(value)) list.push(...(value as readonly unknown[]));
    else if (isKeyed(value)) entries.push(...Object.entries(value));
    return value !== undefined;
  };
  for (let [from, begun] = [start + 1, start + 1]; ;) {
    const end = yield* memberEnd(text, from);
    const isLast = text.charAt(end) !== ",";
    if (isLast && text.charAt(end) !== closer) return undefined;
    if (end - from > share) {
      if (begun < from && !take(begun, from - 1)) return undefined;
      const key = closer === "}" ? memberKey(text.slice(from, end)) : { name: "", length: 0 };
      const value = key && (yield* parseInParts(text.slice(from + key.length, end), depth + 1));
      if (!key || !value) return undefined;
      if (closer === "}") entries.push([key.name, value.value]);
      else list.push(value.value);
      begun = end + 1;
    } else if (isLast || end - begun > share) {
      if (!take(begun, end)) return undefined;
      begun = end + 1;
      yield;
    }
    from = end + 1;
    // An entry of any name becomes a key of the object itself, `__proto__` too.
    if (isLast)
      return text.slice(from).trim() !== ""
        ? undefined
        : { value: closer === "]" ? list : Object.fromEntries(entries) };
  }
}

/** The key that a member of an object begins with, and how long it is with its colon. */
function memberKey(member: string): { readonly name: string; readonly length: number } | undefined {
  const [whole, source] = /^\s*("(?:[^"\\]|\\[^])*")\s*:/.exec(member) ?? [];
  const name = source === undefined ? undefined : parsedJson(source)?.value;
  return whole === undefined || typeof name !== "string" ? undefined : { name, length: whole.length };
}

/** Where the member that begins at an offset is over: at a comma, the bracket that closes its holder, or the end. */
function* memberEnd(text: string, from: number): Steps<number> {
  let depth = 0;
  let pause = from + share;
  for (let index = from; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') index = closingQuote(text, index);
    else if (sign === "[" || sign === "{") depth += 1;
    else if (depth === 0 && (sign === "," || sign === "]" || sign === "}")) return index;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (index < pause) continue;
    yield;
    pause = index + share;
  }
  return text.length;
}

/** The offset of the quotation mark that closes the one at `open`, or the end of the text. */
function closingQuote(text: string, open: number): number {
  for (let mark = text.indexOf('"', open + 1); mark >= 0; mark = text.indexOf('"', mark + 1)) {
    let before = mark - 1;
    while (text.charAt(before) === "\\") before -= 1;
    if ((mark - before) % 2 === 1) return mark;
  }
  return text.length;
}

const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/y;

/** The tokens of a JSON text from an offset on; an unclosed string ends them. */
function* tokensOf(text: string, from: number): Generator<{ readonly source: string; readonly start: number }> {
  for (let start = from; start < text.length;) {
    while (isWhitespace(text.charCodeAt(start))) start += 1;
    token.lastIndex = start;
    const source = token.exec(text)?.[0];
    if (source === undefined) {
      if (start < text.length) yield { source: text.charAt(start), start };
      return;
    }
    yield { source, start };
    start += source.length;
  }
}

/** The offset behind the value that begins at `from`, or where it breaks off. */
function* documentEnd(
  text: string,
  from: number,
): Steps<{ readonly ok: true; readonly offset: number } | Extract<ReadJson, { ok: false }>> {
  let depth = 0;
  let pause = from + share;
  for (const { source, start } of tokensOf(text, from)) {
    if (start > pause) {
      yield;
      pause = start + share;
    }
    if (source === '"') return { ok: false, offset: start, reason: "a text that begins here has no end" };
    if (source === "{" || source === "[") depth += 1;
    else if (source === "}" || source === "]") depth -= 1;
    if (depth < 0) return { ok: false, offset: start, reason: "this closes nothing" };
    if (depth === 0) return { ok: true, offset: start + source.length };
  }
  return { ok: false, offset: text.length, reason: "the file breaks off here" };
}

/** Where a text stops being JSON: the first token that may not stand there. */
function* faultIn(text: string, from: number, to: number): Steps<number> {
  const open: string[] = [];
  let pause = from + share;
  let wanted: "value" | "value or end" | "key" | "key or end" | "colon" | "comma" = "value";
  for (const { source, start } of tokensOf(text, from)) {
    if (start >= to) break;
    if (start > pause) {
      yield;
      pause = start + share;
    }
    const inObject = open.at(-1) === "{";
    if (source === "}" || source === "]") {
      const closes = open.pop() === (source === "}" ? "{" : "[");
      if (!closes || (wanted !== "comma" && !wanted.endsWith("or end"))) return start;
      wanted = "comma";
    } else if (source === ",") {
      if (wanted !== "comma" || open.length === 0) return start;
      wanted = inObject ? "key" : "value";
    } else if (source === ":") {
      if (wanted !== "colon") return start;
      wanted = "value";
    } else if (wanted.startsWith("key")) {
      if (!source.startsWith('"')) return start;
      wanted = "colon";
    } else if (!wanted.startsWith("value")) return start;
    else if (source === "{" || source === "[") {
      open.push(source);
      wanted = source === "{" ? "key or end" : "value or end";
    } else if (parsedJson(source) === undefined) return start;
    else wanted = "comma";
  }
  return to;
}

/**
 * Where the values at these paths begin; a path is keys and indexes, each behind a `/`, such as `/log_entries/3`. What
 * is not found is left out.
 */
export function* offsetsOf(text: string, from: number, paths: ReadonlySet<string>): Steps<ReadonlyMap<string, number>> {
  let pause = from + share;
  const found = new Map<string, number>();
  // Only as deep as somebody asks for: a text may be nested without end.
  const deepest = Math.max(0, ...[...paths].map((path) => path.split("/").length - 1));
  const open: { readonly list: boolean; key: string | null; index: number }[] = [];
  let below = 0;
  for (const { source, start } of tokensOf(text, from)) {
    if (start > pause) {
      yield;
      pause = start + share;
    }
    const holder = open.at(-1);
    const isOpener = source === "{" || source === "[";
    const isScalar = !isOpener && !"}],:".includes(source) && (holder?.list === true || holder?.key != null);
    if (below === 0 && (isOpener || isScalar)) {
      const path = open.map(({ list, key, index }) => `/${list ? index : (key ?? "")}`).join("");
      if (paths.has(path)) found.set(path, start);
    }
    if (isOpener) {
      if (below > 0 || open.length >= deepest) below += 1;
      else open.push({ list: source === "[", key: null, index: 0 });
    } else if (source === "}" || source === "]") {
      if (below > 0) below -= 1;
      else open.pop();
    } else if (below > 0 || holder === undefined) continue;
    else if (source === ",") {
      holder.index += 1;
      holder.key = null;
    } else if (!holder.list && holder.key === null) {
      const key = parsedJson(source)?.value;
      holder.key = typeof key === "string" ? key : "";
    }
    if (found.size === paths.size || open.length === 0) break;
  }
  return found;
}
