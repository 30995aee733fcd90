/**
 * What was worked out for one owner, such as a note or a library: it lives as long as the owner, and two owners never
 * share it. Modules themselves hold no state. Each part is a class that is made when it is first asked for.
 */
export class Memory {
  #parts: Map<new () => object, object> | null = null;

  /** The part of this kind; always the same object. */
  part<T extends object>(kind: new () => T): T {
    this.#parts ??= new Map();
    const known = this.#parts.get(kind);
    if (known instanceof kind) return known;
    const made = new kind();
    this.#parts.set(kind, made);
    return made;
  }
}

/** One value for the key that was asked for last, compared by identity; for a key that seldom changes. */
export class Latest<K, V> {
  #known: { readonly key: K; readonly value: V } | null = null;

  get(key: K, make: (key: K) => V): V {
    if (this.#known?.key !== key) this.#known = { key, value: make(key) };
    return this.#known.value;
  }
}
