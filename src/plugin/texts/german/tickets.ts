import type { Texts } from "../english";
import { counting } from "../../../base";

const counted = counting("de");

export const germanTickets = (): Texts["tickets"] => ({
  update: "Maßnahmen aus dem Export eines Trackers aktualisieren",
  filesHint: "Tickets von GitHub, GitLab oder incident.io als JSON, von Jira oder Linear als CSV. Auch mehrere.",
  toClose: "Werden geschlossen",
  conflicts: "Sagen anderes als ihr Ticket: werden markiert und bleiben, wie sie sind",
  byHand: "Von Hand zu ändern",
  states: { open: "offen", done: "erledigt", cancelled: "abgebrochen" },
  stateOn: (state, day) => `${state} am ${day}`,
  conflict: (state, ticket, itsState) => `ist ${state}, aber ${ticket} ist ${itsState}`,
  agreed: (count) => counted(count, { one: "# wie im Ticket.", other: "# wie in den Tickets." }),
  agreedAndUnmatched: (agreed, unmatched) =>
    `${counted(agreed, { one: "# wie im Ticket", other: "# wie in den Tickets" })}, ${counted(unmatched, {
      one: "# Ticket in keinem Postmortem.",
      other: "# Tickets in keinem Postmortem.",
    })}`,
  updateItems: (count) => counted(count, { one: "# Maßnahme aktualisieren", other: "# Maßnahmen aktualisieren" }),
  unchanged: (path, reason) => `${path} blieb unverändert: ${reason}.`,
  closed: (count) =>
    counted(count, {
      one: "# Maßnahme geschlossen, wie ihr Ticket.",
      other: "# Maßnahmen geschlossen, wie ihre Tickets.",
    }),
});
