import type { Person, SourceEvent, Unread } from "../event";
import { excerpt } from "../event";
import type { Moment } from "../moment";
import type { Draft } from "../records";
import { eventFrom } from "../records";

/** What the clients put behind a message that was changed. */
const editedMark = "(edited)";

/** A message of a conversation that was copied as text, while its lines are read. */
interface Open {
  readonly line: number;
  readonly moment: Moment;
  readonly actor: Person | string | null;
  readonly text: string[];
  url: string | null;
  edited: boolean;
  marked: boolean;
  readonly isBot: boolean;
  threadOf: string | null;
}

const halfDay = 43_200_000;

/** How a message begins. */
export interface MessageHead {
  readonly line: number;
  readonly moment: Moment;
  readonly actor: Person | string | null;
  readonly url?: string | null;
  readonly isBot?: boolean;
  readonly marked?: boolean;
  readonly threadOf?: string | null;
}

/** Puts the messages of a copied conversation together, line by line. */
export class Transcript {
  private readonly events: SourceEvent[] = [];
  private readonly unread: Unread[] = [];
  private open: Open | null = null;

  /** Whether a message is being read. */
  get isOpen(): boolean {
    return this.open !== null;
  }

  /** Begins a message; the one before it is whole. */
  begin({ isBot = false, marked = false, url = null, threadOf = null, ...heading }: MessageHead): void {
    this.close();
    this.open = { ...heading, isBot, marked, url, threadOf, text: [], edited: false };
  }

  /**
   * The next message of the same person, above which only a clock time stands. `bare`: without the half of the day, on
   * a clock of twelve hours; then it is the first such time that is not before the message above.
   */
  continueAt(line: number, moment: Moment, bare: boolean, url: string | null = null): boolean {
    const last = this.open;
    if (last === null) return false;
    const { actor, isBot } = last;
    this.begin({ line, moment: following(moment, last.moment, bare), actor, isBot, url });
    return true;
  }

  /** Takes a line of the message that is being read, or lists it when there is none. */
  say(line: number, text: string): void {
    if (text.trim() === "") return;
    if (this.open === null) this.skip(line, text, "it stands above the first message");
    else this.open.text.push(text.trim());
  }

  skip(line: number, text: string, reason: string): void {
    this.unread.push({ line, text: excerpt(text), reason });
  }

  finish(): { readonly events: readonly SourceEvent[]; readonly unread: readonly Unread[] } {
    this.close();
    return { events: this.events, unread: this.unread };
  }

  private close(): void {
    const { open } = this;
    this.open = null;
    if (open === null) return;
    const joined = open.text.join("\n");
    const text = joined.endsWith(editedMark) ? joined.slice(0, -editedMark.length) : joined;
    const draft: Draft = {
      time: open.moment,
      text,
      actor: open.actor,
      url: open.url,
      id: `line ${open.line}`,
      kind: open.isBot ? "alert" : "message",
      threadOf: open.threadOf,
      edited: text !== joined || open.edited,
      marked: open.marked,
    };
    const event = eventFrom(draft, `line ${open.line}`);
    if (typeof event === "string") this.skip(open.line, joined, event);
    else this.events.push(event);
  }
}

/** The first moment with this clock time that is not before another, counted from the day that was named last. */
function following(moment: Moment, before: Moment, bare: boolean): Moment {
  if (moment.kind !== "wall" || before.kind !== "wall" || moment.date !== null) return moment;
  const step = bare ? halfDay : 2 * halfDay;
  let clock = bare ? moment.clock % halfDay : moment.clock;
  while (clock < before.clock) clock += step;
  return { ...moment, clock: before.date === null ? clock % (2 * halfDay) : clock, date: before.date };
}
