import * as z from "../../schema";
import { writtenActions } from "../../incident";
import { defineRule } from "../rule";

export const ticketStateConflict = defineRule({
  id: "ticket-state-conflict",
  severity: "info",
  why: "An item and its ticket that say different things are both no longer believed.",
  options: () => z.object({}),
  defaults: {},
  examples: [
    { note: "## Action Items\n\n- [x] Add an alert OPS-7 [ticket-state:: done] ✅ 2024-05-01", expect: [] },
    {
      note: "## Action Items\n\n- [x] Add an alert OPS-7 [ticket-state:: open] ✅ 2024-05-01",
      expect: ["3:26-3:47 item is done, but the ticket `OPS-7` is open"],
    },
    {
      note: "## Action Items\n\n- [-] Add an alert OPS-7 [ticket-state:: done] ❌ 2024-05-01",
      expect: ["3:26-3:47 item is cancelled, but the ticket `OPS-7` is done"],
    },
  ],
  *check({ incident }) {
    for (const { place, state, ticket, ticketState } of writtenActions(incident)) {
      if (ticketState === null || ticketState.value === state) continue;
      yield {
        path: place.path,
        span: ticketState.span,
        message: `item is ${state}, but ${ticket === null ? "its ticket" : `the ticket \`${ticket}\``} is ${ticketState.value}`,
        help: "change one of the two, and import the tickets again or take `[ticket-state:: …]` out",
      };
    }
  },
});
