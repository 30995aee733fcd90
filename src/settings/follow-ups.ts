import { once } from "../base";
import { described } from "./described";
import * as z from "../schema";

/** What a team asks of its action items. */
export const followUpSettings = once(() =>
  z.strictObject({
    dueIn: described(
      "Business days until an action item is due, from the day on which it was created, or else of its incident: by its priority, `highest` to `lowest`, else by the severity of its incident; `other` for the rest. Nothing: no policy.",
      z._default(z.record(z.string(), z.int().check(z.nonnegative())), {}),
    ),
    oldest: described(
      "Days after which an open action item is too old, whatever its due date; 0: none is.",
      z._default(z.int().check(z.nonnegative()), 0),
      { name: "Highest age", hint: "Days that an item may stay open, whatever its due date; 0 for any" },
    ),
    verified: described(
      "Whether a done action item has to say what showed that it works, as `[verified-by:: …]`: `true` always, the name of a status from that status of its postmortem on.",
      z._default(z.union([z.boolean(), z.string().check(z.minLength(1))], "expected true, false or a status"), false),
      { name: "Done items say what showed it", hint: "As [verified-by:: …]" },
    ),
  }),
);
