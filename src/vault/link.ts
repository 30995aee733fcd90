/** Where a link leads. */
export type LinkTarget =
  | { readonly kind: "found"; readonly path: string; /** Other files that the same words could mean. */ readonly others: readonly string[] }
  | { readonly kind: "missing" }
  /** The path would leave the vault. */
  | { readonly kind: "outside" };

/** Resolves the part of a link before `#` as seen from the note at `from`; an empty linkpath is `from` itself. */
export type ResolveLink = (linkpath: string, from: string) => LinkTarget;
