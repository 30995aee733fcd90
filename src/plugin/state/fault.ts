/** Says in the console what went wrong in one place, so that the rest can go on. */
export function reportFault(what: string, error: unknown): void {
  console.error(`Postmortem: ${what}`, error);
}
