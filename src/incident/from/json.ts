/** A value that has keys. Read it with {@link at}: only what it holds itself counts, never what it inherits. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path of keys such as `agent.summary`; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.includes(".") ? path.split(".") : [path]) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
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

/**
 * Reads a file of JSON: one text, one in each line (JSON Lines), or several one behind the other, as programs print
 * that ask page after page.
 */
export function readJson(text: string): ReadJson {
  const start = text.search(/\S/);
  if (start < 0) return { ok: false, offset: 0, reason: "it is empty" };
  const whole = parse(text);
  if (whole !== undefined) return { ok: true, documents: [{ value: whole.value, start }] };
  const documents: JsonDocument[] = [];
  for (let from = start; from < text.length;) {
    const end = documentEnd(text, from);
    if (!end.ok) return { ok: false, offset: end.offset, reason: end.reason };
    const parsed = parse(text.slice(from, end.offset));
    if (parsed === undefined) return { ok: false, offset: faultIn(text, from, end.offset), reason: "this is no JSON" };
    documents.push({ value: parsed.value, start: from });
    from = end.offset;
    while (/\s/.test(text.charAt(from))) from += 1;
  }
  return { ok: true, documents };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/y;
const space = /\s*/y;

/** The tokens of a JSON text from an offset on; an unclosed string ends them. */
function* tokensOf(text: string, from: number): Generator<{ readonly source: string; readonly start: number }> {
  for (let start = from; start < text.length;) {
    space.lastIndex = start;
    start += space.exec(text)?.[0].length ?? 0;
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
function documentEnd(
  text: string,
  from: number,
): { readonly ok: true; readonly offset: number } | Extract<ReadJson, { ok: false }> {
  let depth = 0;
  for (const { source, start } of tokensOf(text, from)) {
    if (source === '"') return { ok: false, offset: start, reason: "a text that begins here has no end" };
    if (source === "{" || source === "[") depth += 1;
    else if (source === "}" || source === "]") depth -= 1;
    if (depth < 0) return { ok: false, offset: start, reason: "this closes nothing" };
    if (depth === 0) return { ok: true, offset: start + source.length };
  }
  return { ok: false, offset: text.length, reason: "the file breaks off here" };
}

/** Where a text stops being JSON: the first token that may not stand there. */
function faultIn(text: string, from: number, to: number): number {
  const open: string[] = [];
  let wanted: "value" | "value or end" | "key" | "key or end" | "colon" | "comma" = "value";
  for (const { source, start } of tokensOf(text, from)) {
    if (start >= to) break;
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
    } else if (parse(source) === undefined) return start;
    else wanted = "comma";
  }
  return to;
}

/**
 * Where the values at these paths begin; a path is keys and indexes, each behind a `/`, such as `/log_entries/3`. What
 * is not found is left out.
 */
export function offsetsOf(text: string, from: number, paths: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  // Only as deep as somebody asks for: a text may be nested without end.
  const deepest = Math.max(0, ...[...paths].map((path) => path.split("/").length - 1));
  const open: { readonly list: boolean; key: string | null; index: number }[] = [];
  let below = 0;
  for (const { source, start } of tokensOf(text, from)) {
    const holder = open.at(-1);
    if (source === "{" || source === "[") {
      const path = open.map(({ list, key, index }) => `/${list ? index : (key ?? "")}`).join("");
      if (below === 0 && paths.has(path)) found.set(path, start);
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
      const key = parse(source)?.value;
      holder.key = typeof key === "string" ? key : "";
    }
    if (found.size === paths.size || open.length === 0) break;
  }
  return found;
}
