import { counting } from "../../../base";

const counted = counting("en");

export const ticketTexts = () => ({
  update: "Update action items from a tracker's export",
  filesHint: "Tickets of GitHub, GitLab or incident.io as JSON, of Jira or Linear as CSV. Several at once.",
  toClose: "To be closed",
  conflicts: "Say otherwise than their ticket: marked, and left as they are",
  byHand: "To be changed by hand",
  states: { open: "open", done: "done", cancelled: "cancelled" },
  stateOn: (state: string, day: string) => `${state} on ${day}`,
  conflict: (state: string, ticket: string, itsState: string) => `is ${state}, but ${ticket} is ${itsState}`,
  agreed: (count: number) => counted(count, { one: "# as its ticket says.", other: "# as their tickets say." }),
  agreedAndUnmatched: (agreed: number, unmatched: number) =>
    `${counted(agreed, { one: "# as its ticket says", other: "# as their tickets say" })}, ${counted(unmatched, {
      one: "# ticket in no postmortem.",
      other: "# tickets in no postmortem.",
    })}`,
  updateItems: (count: number) => counted(count, { one: "Update # item", other: "Update # items" }),
  unchanged: (path: string, reason: string) => `${path} was not changed: ${reason}.`,
  closed: (count: number) =>
    counted(count, {
      one: "Closed # action item, as their tickets are.",
      other: "Closed # action items, as their tickets are.",
    }),
});
