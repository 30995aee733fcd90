import type { YamlNode } from "./node";

/** Values that aliases may add up to; more is a YAML bomb. */
const MAX_VALUES = 10_000;

/** The values that `&name` has named so far, for `*name` to stand for. */
export class Anchors {
  private readonly named = new Map<string, { readonly node: YamlNode | null; readonly size: number }>();
  private values = 0;

  /** Counts a value that has been met. */
  count(): void {
    this.values++;
  }

  /** A named value begins. */
  open(name: string): void {
    this.named.set(name, { node: null, size: this.values });
  }

  /** A named value has been read, or could not be. */
  close(name: string, node: YamlNode | null): void {
    const size = this.values - (this.named.get(name)?.size ?? 0) + 1;
    if (node === null) this.named.delete(name);
    else this.named.set(name, { node, size });
  }

  /**
   * The value that an alias stands for, shared, not copied, its size counted each time; or what is wrong with the
   * alias.
   */
  resolve(name: string): YamlNode | string {
    const target = this.named.get(name);
    if (target === undefined) return `alias \`${name}\` has no anchor`;
    if (target.node === null) return `alias \`${name}\` stands within its own value`;
    this.values += target.size;
    return this.values > MAX_VALUES ? "aliases stand for too many values" : target.node;
  }
}
