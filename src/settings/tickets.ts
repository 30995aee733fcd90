import { once } from "../base";
import { described, filled } from "./described";
import * as z from "../schema";

/** The trackers whose page for a new ticket can be filled in by its address, with their names. */
const trackers = {
  none: "None",
  github: "GitHub",
  gitlab: "GitLab",
  jira: "Jira",
  linear: "Linear",
  azure: "Azure DevOps",
  own: "An address of your own",
} as const;

/** Where a team's tickets are made, and what they say. */
export const ticketSettings = once(() =>
  z.strictObject({
    tracker: described(
      "Where tickets of action items are made; `own`: at an address with variables.",
      z._default(z.enum(["none", "github", "gitlab", "jira", "linear", "azure", "own"]), "none"),
      { name: "Tracker", hint: "Where tickets of action items are made", values: trackers },
    ),
    address: described(
      "Web address of the repository or project: `https://github.com/acme/shop`, `https://gitlab.com/acme/shop`, `https://acme.atlassian.net`, `https://dev.azure.com/acme/shop`; none for Linear. With `own`, the address of a new ticket with `{{title}}`, `{{body}}`, `{{due}}`, `{{priority}}` and `{{labels}}`.",
      z._default(z.string(), ""),
      {
        name: "Address",
        hint: "Of the repository, project or site; of your own with {{title}}, {{body}}, {{due}}, {{priority}} and {{labels}}",
        placeholder: "https://github.com/acme/shop",
      },
    ),
    project: described("Jira: the number of the project; Linear: the key of the team.", z._default(z.string(), ""), {
      name: "Project or team",
      hint: "Jira: the number of the project. Linear: the key of the team",
    }),
    type: described(
      "Jira: the number of the type of issue; Azure DevOps: the name of the type, `Task` where nothing is set.",
      z._default(z.string(), ""),
      { name: "Type of ticket", hint: "Jira: its number. Azure DevOps: its name, such as Task" },
    ),
    labels: described("Labels of a new ticket.", z._default(z.array(filled()), []), {
      name: "Labels",
      hint: "One on each line",
    }),
    public: described(
      "Others than the team read the tracker: a ticket says no more than an external version may.",
      z._default(z.boolean(), true),
      {
        name: "Others read the tracker",
        hint: "A ticket then says no more than an external version: roles for names, no internal addresses",
      },
    ),
  }),
);
