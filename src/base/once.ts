/**
 * The same computation, done when it is first asked for and never again. In a module it makes a constant that costs
 * nothing before it is needed; the result must not change afterwards.
 */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => (result ??= { value: compute() }).value;
}

/** Something whose properties are each computed when first asked for, and never again. */
export function lazily<T extends object>(properties: { readonly [K in keyof T]: () => T[K] }): T;
export function lazily(properties: Readonly<Record<string, () => unknown>>): object {
  const made = {};
  for (const [name, compute] of Object.entries(properties))
    Object.defineProperty(made, name, { get: once(compute), enumerable: true });
  return made;
}
