import type { Person } from "./event";

/** What the reader of a source is given besides the source. */
export interface Known {
  /** People by the id that a source has for them: `U0ADA0001`. */
  readonly people: ReadonlyMap<string, Person>;
  /** Ids of chat channels by their name, without `#`. */
  readonly channels: ReadonlyMap<string, string>;
  /** Name of the Slack workspace: what stands before `.slack.com` in its addresses. */
  readonly workspace: string | null;
  /** What the team says about JSON and tables that no tool's format fits. */
  readonly mappings: readonly Mapping[];
}

/**
 * Where the events of a team's own JSON or table have what they say: keys such as `payload.at`, or names of columns.
 */
export interface Mapping {
  readonly name: string;
  /** Path of the list of events; empty for the whole file, or for a table. */
  readonly list: string;
  readonly time: string;
  readonly text: string;
  readonly person: string;
  readonly url: string;
  readonly id: string;
}

export const nothingKnown: Known = { people: new Map(), channels: new Map(), workspace: null, mappings: [] };
