import { withTrace } from "../src/write/export";

/** A document that claims to be an export of the note at `source`, as anybody can write one. */
export function forged(source: string): string {
  return withTrace("Nothing of that note.\n", { source, choices: "markdown" });
}
