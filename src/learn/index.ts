/**
 * What a collection of notes shows of the habits of a team, before it has set anything.
 *
 * It promises to propose only what the notes themselves show, each with its count, and to change nothing.
 *
 * It does not know where notes lie, who asks, or how settings are stored.
 */

// Which notes look like postmortems.
export { likeness } from "./likely";

// The settings that fit them.
export { furtherExtensions, proposeSettings } from "./propose";
export type { Proposal } from "./propose";
export type { Reason } from "./places";
