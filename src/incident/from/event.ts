import { singleSpaced } from "../../base";
import type { MilestoneId } from "../milestones/milestone";
import type { Moment } from "./moment";

/** What an event is, as far as its source tells. */
export type EventKind =
  /** Written by a person. */
  | "message"
  /** Written by a monitor or a bot. */
  | "alert"
  /** The incident, an alert or a ticket went from one state to another. */
  | "state"
  | "deployment"
  /** Something was changed in a system: a commit, a call of an API. */
  | "change";

/** Somebody who did something, by the name that the source shows. */
export interface Person {
  readonly name: string;
  /** Other names of the same person, to find the note about them. */
  readonly also: readonly string[];
}

/** Something that a source says has happened. */
export interface SourceEvent {
  readonly moment: Moment;
  /** In one line, as plain text: marks of the source's own markup are resolved. Never empty. */
  readonly text: string;
  readonly actor: Person | null;
  /** Where the source shows it, `http` or `https`. */
  readonly url: string | null;
  /** What the source calls it; unique within the source. */
  readonly id: string;
  readonly kind: EventKind;
  readonly milestone: MilestoneId | null;
  /** Id of the message that this one answers. */
  readonly threadOf: string | null;
  /** Its text was changed later. */
  readonly edited: boolean;
  /** Somebody marked it as important: pinned, starred. */
  readonly marked: boolean;
  /** What a timeline seldom wants: a notification sent, a request that only read. */
  readonly routine: boolean;
}

/** A part of a source that gave no event. */
export interface Unread {
  /** From 1, in the source. */
  readonly line: number;
  /** The beginning of it, in one line. */
  readonly text: string;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
}

/** What was read of one source. */
export interface SourceReading {
  readonly events: readonly SourceEvent[];
  readonly unread: readonly Unread[];
  /** The zone that the source states for times without one of their own. */
  readonly zone: string | null;
  /** What the reader should know about the source as a whole, each a sentence. */
  readonly remarks: readonly string[];
}

/** Characters that show nothing, and those that turn the direction of the text around them. */
const invisible = /(?![\n\r\t])\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text in one line, without characters that show nothing. */
export function oneLine(text: string): string {
  return singleSpaced(text.replace(invisible, "")).trim();
}

const longestExcerpt = 200;

/** The beginning of a part that was not understood. */
export function excerpt(text: string): string {
  const line = oneLine(text.slice(0, longestExcerpt * 4));
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line;
}

/** An address that may be shown as a link, or null: only the web's own schemes, without blanks. */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s<>"`\\^{|}]+$/i.test(text) ? text : null;
}
