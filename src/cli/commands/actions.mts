import { formatCsv, printable, printableJson, printableLine } from "../../base";
import { actionsCommand, digestActions, listActionItems, newTickets } from "../../commands";
import type { ActionsReport, ReportedAction } from "../../write";
import { digestMarkdown } from "../../write";
import type { Command } from "../command.mts";
import { formatTable } from "../format/table.mts";
import type { Shown } from "../format/format.mts";
import { findPostmortems } from "../files/workspace.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { CannotRun } from "../io.mts";
import { count, styleFor, type Style } from "../terminal.mts";
import { importTicketStates } from "./ticket-states.mts";

const options = {
  ...actionsCommand.options,
  format: {
    type: "string",
    value: "format",
    description: "text, json, csv, or gh: commands that make the missing tickets on GitHub",
  },
  "dry-run": { type: "boolean", description: "with import: only show what would be changed" },
} as const satisfies Options;

/** `postmortem actions`: the action items of all postmortems. */
export const showActions: Command = {
  ...actionsCommand,
  usage: "[import] <vault> [<file…|->] [options]",
  options,
  examples: [
    "postmortem actions my-vault --overdue",
    "postmortem actions my-vault --owner ada --format csv",
    "postmortem actions my-vault --digest",
    "postmortem actions my-vault --format gh > tickets.sh",
    "gh issue list --label postmortem --state all --json number,title,state,stateReason,closedAt,url | postmortem actions import my-vault - --dry-run",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const [first, ...named] = positionals;
    if (first === "import") return importTicketStates(named, values, io);
    if (values["dry-run"] === true) throw new CannotRun("`--dry-run` goes with `actions import`");
    const format = oneOf("format", values.format ?? "text", ["text", "json", "csv", "gh"]);
    if (values.digest === true && format !== "text" && format !== "json")
      throw new CannotRun("`--digest` is Markdown, or JSON with `--format json`");
    const clock = clockFrom(values, io);
    const { workspace, postmortems } = await findPostmortems(positionals, values, io);
    const { library, settings } = workspace;
    const { digest = false, open = false, overdue = false, owner } = values;
    const filter = { open, overdue, ...(owner === undefined ? {} : { owner }) };
    if (format === "gh") {
      io.stdout.data(newTickets(postmortems, { library, settings, clock }, { filter, shown: workspace.shown }));
      return workspace.isComplete() ? 0 : 2;
    }
    if (digest) {
      const told = digestActions(postmortems, { library, settings, clock }, filter);
      io.stdout.data(format === "json" ? `${printableJson(told)}\n` : printable(digestMarkdown(told)));
      return workspace.isComplete() ? 0 : 2;
    }
    const report = listActionItems(postmortems, { library, settings, clock }, filter);
    if (format === "json") io.stdout.data(`${printableJson(report)}\n`);
    else if (format === "csv") io.stdout.data(csv(report));
    else io.stdout.write(text(report, workspace.shown, styleFor(io.stdout, io)));
    return workspace.isComplete() ? 0 : 2;
  },
};

function csv({ actions: list }: ActionsReport): string {
  const header = [
    "path",
    "line",
    "incident",
    "severity",
    "text",
    "state",
    "owners",
    "due",
    "overdue_days",
    "done_on",
    "priority",
    "type",
    "ticket",
  ];
  const row = (action: ReportedAction): (string | number | null)[] => [
    action.path,
    action.line,
    action.incident,
    action.severity,
    action.text,
    action.state,
    action.owners.join("; "),
    action.due,
    action.overdueDays,
    action.doneOn,
    action.priority,
    action.type,
    action.ticket,
  ];
  return formatCsv(header, list.map(row));
}

function text({ actions: list, summary }: ActionsReport, shown: Shown, style: Style): string {
  const row = (action: ReportedAction): string[] => [
    `${printableLine(shown(action.path))}:${action.line}`,
    action.overdueDays > 0
      ? `${count(action.overdueDays, "day")} overdue`
      : action.state === "open"
        ? (action.due ?? "no date")
        : action.state,
    printableLine(action.owners.join(", ")) || "nobody",
    printableLine(action.text),
  ];
  const lines = formatTable(list.map(row)).split("\n");
  const painted = lines.map((line, index) =>
    (list[index]?.overdueDays ?? 0) > 0 ? style.red(line) : list[index]?.state === "open" ? line : style.dim(line),
  );
  const closed = `${summary.done} done${summary.cancelled > 0 ? `, ${summary.cancelled} given up` : ""}`;
  return `${painted.join("\n")}${list.length > 0 ? "\n" : ""}${style.bold(`${count(summary.open, "open action item")}, ${summary.overdue} overdue; ${closed}`)}\n`;
}
