import type { FrontmatterEntry, YamlNode, YamlValue } from "../frontmatter";
import type { Cursor } from "./cursor";

/** The entries of a mapping as they are read; on a duplicate key the first one counts. */
export class Entries {
  readonly all: FrontmatterEntry[] = [];
  /** Without a prototype, so that `__proto__` is a key like any other. */
  readonly value: Record<string, YamlValue> = { __proto__: null };

  constructor(private readonly cursor: Cursor) {}

  add(key: YamlNode, value: YamlNode): void {
    const { cursor } = this;
    if (cursor.failed) return;
    const { start, end } = key.span;
    const isText = key.items.length === 0 && key.entries.length === 0 && cursor.text.charAt(start) !== "*";
    const name = isText ? key.source : cursor.text.slice(start, end);
    this.all.push({ key: name, keySpan: key.span, value, span: { start, end: Math.max(value.span.end, end) } });
    if (name in this.value) cursor.report(`key \`${name}\` is set twice`, start, end);
    else this.value[name] = value.value;
  }
}
