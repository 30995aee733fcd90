import { positionAt } from "../base";
import type { ActionFilter, ListedAction } from "../incident";
import { listActions } from "../incident";
import type { TicketPage } from "../write/export";
import { ticketPage, ticketScript, ticketsOf } from "../write/export";
import type { CommandContext } from "./command";
import { incidentsAt } from "./incidents";

/** The tracker's page for a ticket of an action item, or why there is none; nothing is sent or written. */
export function newTicketPage(action: ListedAction, { library, settings }: CommandContext): TicketPage {
  const [ticket = null] = ticketsOf([action], { library, settings });
  return ticket === null
    ? { ok: false, message: "something in it must not leave the team, and could not be taken out" }
    : ticketPage(ticket, settings.tickets);
}

/**
 * Commands that make the tickets of open action items on GitHub, for a person to read and run; items that name a
 * ticket are left out.
 *
 * @param options.shown What a path is called for the person.
 */
export function newTickets(
  paths: readonly string[],
  context: CommandContext,
  { filter, shown }: { readonly filter: ActionFilter; readonly shown: (path: string) => string },
): string {
  const { clock, library, settings } = context;
  const actions = listActions(incidentsAt(paths, context), clock, { ...filter, open: true }).filter(
    ({ item }) => item.ticket === null,
  );
  const tickets = ticketsOf(actions, { library, settings });
  const scripted = actions.map(({ item: { place } }, index) => {
    const note = library.note(place.path);
    const line = note === null ? "" : `:${positionAt(note, place.span.start).line}`;
    return { place: `${shown(place.path)}${line}`, ticket: tickets[index] ?? null };
  });
  return ticketScript(scripted, settings.tickets);
}
