import type { Edit, Steps } from "../base";
import { positionAt, editsByPath } from "../base";
import type { ActionItem } from "../incident";
import { actionsOf, ticketKey, writtenActions } from "../incident";
import type { TicketState } from "../incident/from";
import { instantIn } from "../incident/from";
import type { Note } from "../note";
import { formatDay, toLocal, today, zoneOrUtc } from "../time";
import type { Vault } from "../vault";
import { setField, setState } from "../write/edit";
import type { CommandContext } from "./command";

/** What a ticket says of an action item that names it. */
export interface TicketFinding {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly ticket: string;
  /** Of the action item now. */
  readonly state: ActionItem["state"];
  readonly ticketState: TicketState["state"];
  /** `YYYY-MM-DD`: when the ticket was closed. */
  readonly closedOn: string | null;
  readonly reason: string | null;
}

/** What an import of ticket states would do. */
export interface TicketPlan {
  /** Open items whose ticket is closed: they are ticked, or given up. */
  readonly closed: readonly TicketFinding[];
  /** Items that say otherwise than their ticket; they keep their box and are marked, for somebody to decide. */
  readonly conflicts: readonly TicketFinding[];
  /** Items that cannot be changed but by hand: rows of tables, and recurring tasks. */
  readonly byHand: readonly TicketFinding[];
  /** How many items say what their ticket says. */
  readonly agreed: number;
  /** Tickets that no item names. */
  readonly unmatched: readonly string[];
  readonly edits: readonly Edit[];
  /** The text of each note that the edits are for. */
  readonly checked: ReadonlyMap<string, string>;
}

/** What a ticket says, in words: `done on 2025-03-12`. */
export function wordsOfTicket({ closedOn, reason, ticketState }: TicketFinding): string {
  return `${ticketState}${closedOn === null ? "" : ` on ${closedOn}`}${reason === null ? "" : `, ${reason}`}`;
}

/** What came of it. */
export interface TicketsWritten {
  /** The text before of each note that was changed. */
  readonly before: ReadonlyMap<string, string>;
  /** Why a note was not changed, in words; nothing of it was written. */
  readonly refused: readonly { readonly path: string; readonly message: string }[];
}

/** Carries a plan out, note by note, in each only if its text still is the one that was read. */
export async function writeTicketStates(
  { checked, edits }: TicketPlan,
  vault: Pick<Vault, "change">,
): Promise<TicketsWritten> {
  const before = new Map<string, string>();
  const refused: { readonly path: string; readonly message: string }[] = [];
  const byPath = editsByPath(edits);
  for (const [path, text] of checked) {
    const result = await vault.change(path, text, byPath.get(path) ?? []);
    if (result.ok) before.set(path, text);
    else refused.push({ path, message: result.message });
  }
  return { before, refused };
}

/** What the states of tickets change in the action items that name them, note by note; changes nothing itself. */
export function* planTicketStates(
  paths: readonly string[],
  context: CommandContext,
  tickets: readonly TicketState[],
): Steps<TicketPlan> {
  const { library, settings } = context;
  const known = new Known(tickets);
  const plan = {
    closed: [] as TicketFinding[],
    conflicts: [] as TicketFinding[],
    byHand: [] as TicketFinding[],
    agreed: 0,
    edits: [] as Edit[],
    checked: new Map<string, string>(),
  };
  const seen = new Set<string>();
  for (const path of paths) {
    yield;
    const note = library.note(path);
    for (const item of note === null ? [] : writtenActions({ actions: actionsOf(note, library, settings) })) {
      const ticket = item.ticket === null ? null : known.find(item.ticket);
      // It may stand in a note that several postmortems embed.
      const place = `${item.place.path}:${item.place.span.start}`;
      const holder = item.place.path === path ? note : library.note(item.place.path);
      if (ticket === null || holder === null || seen.has(place)) continue;
      seen.add(place);
      const found = findingOf(holder, item, ticket, context);
      const changes = changesFor(holder, item, found, context);
      if (changes === null) plan.byHand.push(found);
      else {
        plan.edits.push(...changes);
        if (changes.length > 0) plan.checked.set(holder.path, holder.text);
        if (item.state === ticket.state) plan.agreed += 1;
        else if (item.state === "open") plan.closed.push(found);
        else plan.conflicts.push(found);
      }
    }
  }
  return { ...plan, unmatched: known.unmatched() };
}

/** The edits for one item; null where it has to be changed by hand. */
function changesFor(
  note: Note,
  item: ActionItem,
  { closedOn, reason, ticketState }: TicketFinding,
  { clock, settings }: CommandContext,
): readonly Edit[] | null {
  if (item.state === ticketState) return item.ticketState === null ? [] : setField(note, item, "ticket-state", "");
  if (item.state !== "open") return setField(note, item, "ticket-state", ticketState);
  const edits = setState(note, item, { state: ticketState, day: closedOn ?? today(clock) }, settings);
  const noted = reason === null ? [] : setField(note, item, "reason", reason.replace(/[[\]\n]/g, " ").trim());
  // Where both stand at the end of the line, the reason comes first: Tasks reads its dates from the end on.
  return edits === null || noted === null ? null : [...noted, ...edits];
}

function findingOf(note: Note, item: ActionItem, ticket: TicketState, { settings }: CommandContext): TicketFinding {
  const zone = zoneOrUtc(settings.timezone);
  const closed = ticket.closed === null ? null : instantIn(ticket.closed, zone);
  return {
    path: note.path,
    line: positionAt(note, item.place.span.start).line,
    text: item.text,
    ticket: item.ticket ?? "",
    state: item.state,
    ticketState: ticket.state,
    closedOn: closed?.kind === "instant" ? formatDay(toLocal(closed.time, zone).day) : null,
    reason: ticket.reason,
  };
}

/** Tickets by whatever they are called, as far as that means one alone. */
class Known {
  private readonly byKey = new Map<string, TicketState | null>();
  private readonly named = new Set<TicketState>();

  constructor(private readonly tickets: readonly TicketState[]) {
    for (const ticket of tickets)
      for (const key of new Set(ticket.ids.map(ticketKey)))
        // `#77` of two repositories is neither.
        this.byKey.set(key, this.byKey.has(key) ? null : ticket);
  }

  find(name: string): TicketState | null {
    const ticket = this.byKey.get(ticketKey(name)) ?? null;
    if (ticket !== null) this.named.add(ticket);
    return ticket;
  }

  unmatched(): readonly string[] {
    return this.tickets.flatMap((ticket) => (this.named.has(ticket) ? [] : (ticket.ids[0] ?? ticket.title)));
  }
}
