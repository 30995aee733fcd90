/**
 * The same computation, done when it is first asked for and never again. In a module it makes a constant that costs
 * nothing before it is needed; the result must not change afterwards.
 */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => (result ??= { value: compute() }).value;
}
