import { finish } from "../../../src/base";
import type { Handed, Known, TimedEvent, Unread } from "../../../src/incident/from";
import { nothingKnown, readSources, settle } from "../../../src/incident/from";
import { formatInstant, parseDay, utc, zoneNamed } from "../../../src/time";

interface Asked {
  readonly zone?: string;
  /** Of the incident. */
  readonly day?: string | null;
  readonly today?: string;
  readonly tool?: string;
  readonly known?: Partial<Known>;
  /** Other files that were handed over with it. */
  readonly with?: readonly Handed[];
  readonly name?: string;
  readonly html?: string;
}

export interface Imported {
  /** Of the one source that was read. */
  readonly tool: string | null;
  readonly format: string | null;
  readonly events: readonly TimedEvent[];
  readonly unread: readonly Unread[];
  readonly remarks: readonly string[];
  /** Why nothing was read. */
  readonly failed: readonly string[];
}

/** Reads one text as a file of an incident on 2025-03-10. */
export function imported(text: string, asked: Asked = {}): Imported {
  const { zone = "Europe/Berlin", day = "2025-03-10", today = "2025-03-12", tool = null, name = "file" } = asked;
  const handed: Handed = { name, text, ...(asked.html === undefined ? {} : { html: asked.html }) };
  const { read, failed } = finish(
    readSources([...(asked.with ?? []), handed], { ...nothingKnown, ...asked.known }, tool),
  );
  const settled = read.map((source) =>
    finish(
      settle(source, {
        zone: zoneNamed(source.zone ?? zone) ?? utc,
        day: day === null ? null : parseDay(day),
        clock: null,
        today: parseDay(today),
      }),
    ),
  );
  return {
    tool: read[0]?.tool ?? null,
    format: read[0]?.format ?? null,
    events: settled.flatMap((each) => each.events).sort((a, b) => a.time - b.time),
    unread: [...read, ...settled].flatMap((each) => each.unread),
    remarks: [...read, ...settled].flatMap((each) => each.remarks),
    failed: failed.map((each) => `${each.line ?? "-"}: ${each.reason}`),
  };
}

/** `2025-03-10T14:06:11Z ada: ack`, one line for each event. */
export function told({ events }: Pick<Imported, "events">): readonly string[] {
  return events.map(({ time, actor, text }) => `${formatInstant(time)} ${actor?.name ?? "-"}: ${text}`);
}

/** The same with what else is known of it: ` [detected] (edited)`. */
export function marks({ events }: Pick<Imported, "events">): readonly string[] {
  return events.map(({ milestone, edited, marked, routine, threadOf, kind }) =>
    [
      kind,
      milestone,
      edited ? "edited" : null,
      marked ? "marked" : null,
      routine ? "routine" : null,
      threadOf === null ? null : "answer",
    ]
      .filter((mark) => mark !== null)
      .join(" "),
  );
}

/** The lines and reasons of what was not understood. */
export function unread(read: Pick<Imported, "unread">): readonly string[] {
  return read.unread.map(({ line, reason }) => `${line}: ${reason}`);
}

export const json = (value: unknown): string => JSON.stringify(value, null, 1);
