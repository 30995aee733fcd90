import { printableLine, withoutSteering } from "../../../base";
import type { Settings } from "../../../settings";
import { repositoryOf } from "./page";
import type { Ticket } from "./ticket";

/** An action item of which a ticket is to be made; without one when it could not be redacted. */
export interface ScriptedTicket {
  /** Where the item stands, such as `Incident.md:12`. */
  readonly place: string;
  readonly ticket: Ticket | null;
}

/**
 * Commands for a shell that make the tickets on GitHub, to be read and run by a person: `gh issue create`, each with
 * the place of its item above it. What comes from notes stands between single quotes, where a shell reads nothing.
 */
export function ticketScript(tickets: readonly ScriptedTicket[], settings: Settings["tickets"]): string {
  const repository = repositoryOf(settings);
  const target = [
    ...(repository === null ? [] : ["--repo", shellQuoted(repository)]),
    ...settings.labels.flatMap((label) => ["--label", shellQuoted(label)]),
  ];
  return tickets
    .flatMap(({ place, ticket }) => [
      `# ${printableLine(place)}`,
      ticket === null
        ? "# No ticket: something in it must not leave the team, and could not be taken out."
        : ["gh issue create", ...target, "--title", shellQuoted(ticket.title), "--body", shellQuoted(ticket.body)].join(
            " ",
          ),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** A text as one word of a POSIX shell; what steers a terminal is taken out, as somebody reads it there. */
function shellQuoted(text: string): string {
  const lines = text.split("\n").map(withoutSteering).join("\n");
  return `'${lines.replaceAll("'", `'\\''`)}'`;
}
