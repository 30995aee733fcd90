import type { FrontmatterEntry, YamlNode, YamlValue } from "./node";
import type { Cursor } from "./cursor";

/** The entries of a mapping as they are read; on a duplicate key the first one counts. */
export class Entries {
  readonly all: FrontmatterEntry[] = [];
  private readonly keys = new Set<string>();

  constructor(private readonly cursor: Cursor) {}

  /** The mapping itself, without a prototype, so that `__proto__` is a key like any other. */
  get value(): YamlValue {
    const value: Record<string, YamlValue> = { __proto__: null };
    for (const entry of this.all) if (!(entry.key in value)) value[entry.key] = entry.value.value;
    return value;
  }

  add(key: YamlNode, value: YamlNode): void {
    const { cursor } = this;
    if (cursor.failed) return;
    const { start, end } = key.span;
    const isText = key.items.length === 0 && key.entries.length === 0 && cursor.text.charAt(start) !== "*";
    const name = isText ? key.source : cursor.text.slice(start, end);
    this.all.push({ key: name, keySpan: key.span, value, span: { start, end: Math.max(value.span.end, end) } });
    if (this.keys.has(name)) cursor.report(`key \`${name}\` is set twice`, start, end);
    this.keys.add(name);
  }
}
