/** Placeholder until the schema stands. */
export interface Settings {
  readonly placeholder?: never;
}
