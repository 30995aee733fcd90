import type { Incident, TimelineEvent } from "../../incident";
import { readIncident } from "../../incident";
import type { Settings } from "../../settings";
import { applyEdits, editsByPath, within } from "../../base";
import type { Note } from "../../note";
import { parseNote } from "../../note";
import type { Edit, Span } from "../../base";
import { withNotes } from "../../vault";
import type { Library } from "../../vault";
import type { EditPlan } from "./plan";

/** What a sort reads again to be sure that it changed nothing but the order. */
export interface SortContext {
  readonly library: Library;
  readonly settings: Settings;
}

/** One item or row with whatever follows it that is no event of its own. */
interface Block {
  readonly span: Span;
  readonly event: TimelineEvent | null;
}

/**
 * Puts the events of each list and table in the order of their times, newest first where the timeline
 * is written so. Lines between events stay with the event above them. Nothing is changed when a time
 * cannot be placed, or when moving lines would change what a time means, as a date does that is
 * carried from line to line.
 */
export function sortTimeline(incident: Incident, context: SortContext): EditPlan {
  const { events, order } = incident.timeline;
  const main = events.filter(({ nested }) => !nested);
  if (main.length < 2) return { ok: false, message: "there are no two events to sort" };
  const unplaced = main.find(({ time }) => time === null);
  if (unplaced !== undefined)
    return { ok: false, message: `the day of \`${unplaced.raw}\` is not known; write it beside the time` };

  // Two events out of order look just like two that were written newest first.
  const newestFirst = order === "descending" && main.length > 2;
  const edits: Edit[] = [];
  for (const path of new Set(main.map(({ place }) => place.path))) {
    const note = path === incident.note.path ? incident.note : context.library.note(path);
    if (note === null) continue;
    const here = main.filter(({ place }) => place.path === path);
    for (const run of runsOf(note, here)) edits.push(...sortRun(note, run, newestFirst));
  }
  if (edits.length === 0) return { ok: false, message: "the timeline is in order" };
  return keepsMeaning(incident, context, edits)
    ? { ok: true, edits }
    : {
        ok: false,
        message: "moving the lines would change what their times mean; write the date beside each time first",
      };
}

/** The outermost lists, and the tables, that hold several events, each as its blocks in the order of the text. */
function runsOf(note: Note, events: readonly TimelineEvent[]): readonly (readonly Block[])[] {
  const times = events.map((event) => ({ span: event.timeSpan, event })).sort((a, b) => a.span.start - b.span.start);
  const blockOf = (span: Span): Block => ({ span, event: within(times, span)[0]?.event ?? null });
  const lists = new Map<number, Block[]>();
  for (const { fullSpan, list, parent } of note.listItems) {
    if (parent !== null) continue;
    const blocks = lists.get(list) ?? [];
    blocks.push(blockOf(fullSpan));
    lists.set(list, blocks);
  }
  const tables = note.tables.map(({ rows }) => rows.slice(1).map(({ span }) => blockOf(span)));
  return [...lists.values(), ...tables].filter((blocks) => blocks.filter(({ event }) => event !== null).length > 1);
}

/** Blocks that are no events go with the one above them; those above the first event stay. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result[result.length - 1];
    if (block.event !== null) result.push(block);
    else if (last !== undefined)
      result[result.length - 1] = { ...last, span: { start: last.span.start, end: block.span.end } };
  }
  return result;
}

function sortRun(note: Note, run: readonly Block[], newestFirst: boolean): Edit[] {
  const blocks = joined(run);
  const direction = newestFirst ? -1 : 1;
  const sorted = [...blocks].sort((a, b) => direction * ((a.event?.time ?? 0) - (b.event?.time ?? 0)));
  return blocks.flatMap((block, index) => {
    const moved = sorted[index];
    if (moved === undefined || moved === block) return [];
    return [{ path: note.path, span: block.span, text: note.text.slice(moved.span.start, moved.span.end) }];
  });
}

/** Whether the edited notes tell the same events at the same moments, now in order. */
function keepsMeaning(incident: Incident, { library, settings }: SortContext, edits: readonly Edit[]): boolean {
  const edited = new Map<string, Note>();
  for (const [path, mine] of editsByPath(edits)) {
    const note = path === incident.note.path ? incident.note : library.note(path);
    const text = note === null ? null : applyEdits(note.text, mine);
    if (text === null) return false;
    edited.set(path, parseNote(text, path));
  }
  const host = edited.get(incident.note.path) ?? incident.note;
  const after = readIncident(host, withNotes(library, edited), settings);
  const momentsOf = ({ timeline }: Incident): string =>
    timeline.events
      .map(({ text, time }) => `${String(time)} ${text}`)
      .sort()
      .join("\n");
  return momentsOf(incident) === momentsOf(after);
}
