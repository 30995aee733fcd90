import { finish, printableJson, printableLine } from "../../base";
import type { TicketFinding, TicketPlan } from "../../commands";
import { planTicketStates, wordsOfTicket, writeTicketStates } from "../../commands";
import type { TicketState } from "../../incident/from";
import { readTickets } from "../../incident/from";
import { readHanded } from "../files/handed-file.mts";
import type { Workspace } from "../files/workspace.mts";
import { findPostmortems } from "../files/workspace.mts";
import type { ExitCode, Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { clockFrom, oneOf } from "../options.mts";
import { count } from "../terminal.mts";

/** `postmortem actions import`: the states of tickets into the action items that name them. */
export async function importTicketStates(
  [vault, ...files]: readonly string[],
  values: Parameters<typeof clockFrom>[0] &
    Parameters<typeof findPostmortems>[1] & {
      readonly format?: string | undefined;
      readonly "dry-run"?: boolean | undefined;
    },
  io: Io,
): Promise<ExitCode> {
  if (vault === undefined || files.length === 0)
    throw new CannotRun(
      "name a vault and a list of tickets",
      "such as `postmortem actions import my-vault tickets.json`",
    );
  const format = oneOf("format", values.format ?? "text", ["text", "json"]);
  const clock = clockFrom(values, io);
  const tickets: TicketState[] = [];
  for (const file of files) {
    const read = finish(readTickets(await readHanded(file, io)));
    if (!read.ok) throw new CannotRun(`${file === "-" ? "standard input" : `\`${file}\``} ${read.reason}`);
    tickets.push(...read.tickets);
  }
  const { postmortems, workspace } = await findPostmortems([vault], values, io);
  const { library, settings } = workspace;
  const plan = finish(planTicketStates(postmortems, { library, settings, clock }, tickets));
  const isDry = values["dry-run"] ?? false;
  const { refused } = isDry ? { refused: [] } : await writeTicketStates(plan, workspace.vault);
  const unwritten = new Set(refused.map(({ path }) => path));
  const written = ({ path }: TicketFinding): boolean => !unwritten.has(path);
  const done = { ...plan, closed: plan.closed.filter(written), conflicts: plan.conflicts.filter(written) };
  if (format === "json") {
    const { edits: _edits, checked: _checked, ...listed } = done;
    io.stdout.data(`${printableJson({ version: 1, ...listed, ...(isDry ? {} : { refused }) })}\n`);
  } else tell(done, workspace, io);
  for (const { path, message } of refused)
    io.stderr.line(printableLine(`${workspace.shown(path)} was not changed: ${message}`));
  if (format === "text") {
    const parts = [
      `${count(done.closed.length, "item")} ${isDry ? "would be closed" : "closed"}`,
      ...(done.conflicts.length > 0 ? [count(done.conflicts.length, "conflict")] : []),
      ...(plan.byHand.length > 0 ? [`${plan.byHand.length} to be changed by hand`] : []),
      `${plan.agreed} as ${plan.agreed === 1 ? "its ticket says" : "their tickets say"}`,
      ...(plan.unmatched.length > 0 ? [`${count(plan.unmatched.length, "ticket")} in no postmortem`] : []),
    ];
    io.stderr.line(parts.join(", "));
  }
  return workspace.isComplete() && refused.length === 0 ? 0 : 2;
}

function tell({ byHand, closed, conflicts }: TicketPlan, { shown }: Workspace, io: Io): void {
  const line = (mark: string, { path, line: at, text, ticket }: TicketFinding, what: string): void => {
    io.stdout.line(printableLine(`${mark} ${shown(path)}:${at}  ${text} (${ticket}): ${what}`));
  };
  for (const finding of closed) line("+", finding, wordsOfTicket(finding));
  for (const finding of conflicts) line("!", finding, `is ${finding.state}, but its ticket is ${finding.ticketState}`);
  for (const finding of byHand) line("?", finding, `${wordsOfTicket(finding)}; change it by hand`);
}
