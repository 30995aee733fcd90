/** A value that has keys. Read it with {@link ownValue}: only what it holds itself counts, never what it inherits. */
export type Keyed = Readonly<Record<string, unknown>>;

/** Whether a value has keys: an object that is no list. */
export function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value of unknown shape holds itself under a key, of a list by its index; undefined where there is nothing. */
export function ownValue(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** The keys of a table of known names, in their order. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  const keys: Key[] = [];
  for (const key in table) keys.push(key);
  return keys;
}
