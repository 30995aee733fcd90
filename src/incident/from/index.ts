/**
 * Events from other tools: chat, pagers, alerts, deployments, tables. A source is one object in the list of `sources`.
 *
 * It promises that nothing is guessed: what is not understood is listed with its line and the reason, and a time whose
 * zone the text does not tell stays a reading of a wall clock until somebody names the zone. It never throws, whatever
 * the text, and takes time linear in its length.
 *
 * It does not know where a text comes from, the notes of the vault, or how an event is written down.
 */

export { readRecord } from "./record";
export type { RecordedIncident } from "./record";
export { decodeText } from "./decode";
export { oneLine, webAddress } from "./event";
export type { EventKind, Person, SourceEvent, Unread } from "./event";
export type { Handed } from "./input";
export { nothingKnown } from "./known";
export type { Known, Mapping } from "./known";
export { longestInput, readSources, recognise } from "./read";
export type { NotRead, ReadSource, ReadSources } from "./read";
export { duplicatesAmong, isSuggested, milestoneIn, turningPointIn } from "./same";
export { needsZone, settle } from "./settle";
export type { Settled, Surroundings, TimedEvent } from "./settle";
export { tools } from "./sources";
export { readTickets } from "./tickets";
export type { ReadTickets, TicketState } from "./tickets";
export { instantIn } from "./moment";
