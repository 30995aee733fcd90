import { today } from "../../time";
import { createPostmortem, newCommand } from "../../commands";
import type { ScaffoldProblem } from "../../write";
import type { Command } from "../command";
import { CannotRun, type Io } from "../io";
import { readArguments, clockFrom, type Options } from "../options";
import { openWorkspace } from "../files/workspace";

const options = {
  ...newCommand.options,
  service: { type: "string", multiple: true, value: "name", description: "what was affected" },
} as const satisfies Options;

/** `postmortem new`: writes a new postmortem from the template. */
export const newPostmortem: Command = {
  ...newCommand,
  usage: "<vault> --title <title> [options]",
  options,
  examples: [
    'postmortem new my-vault --title "API Outage" --date 2024-04-11',
    'postmortem new . --title "API Outage" --severity SEV-1 --service api --timeline "Incident Timeline#Key Events"',
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const clock = clockFrom(values, io);
    const [folder = values.vault, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new CannotRun("name one vault to write to", 'such as `postmortem new . --title "API Outage"`');
    if (values.title === undefined) throw new CannotRun("a postmortem needs a title", 'such as `--title "API Outage"`');

    const workspace = await openWorkspace([folder], { ...values, vault: values.vault ?? folder }, io);
    const { library, settings, vault } = workspace;
    const created = await createPostmortem(
      {
        title: values.title,
        date: values.date ?? today(clock),
        started: values.started ?? "",
        timezone: values.zone ?? "",
        severity: values.severity ?? "",
        services: values.service ?? [],
        owner: values.owner ?? "",
        timeline: values.timeline ?? "",
        template: values.template ?? settings.newNote.template,
      },
      { library, settings, clock },
      vault,
    );
    tell(created.problems, io);
    if (!created.ok) return 2;
    io.stdout.line(created.path);
    if (created.timelinePath !== null) io.stderr.line(`made the timeline note \`${created.timelinePath}\` as well`);
    if (created.timelineFailure !== null) throw new CannotRun(created.timelineFailure);
    return 0;
  },
};

function tell(problems: readonly ScaffoldProblem[], io: Io): void {
  for (const { field, message } of problems) io.stderr.line(`postmortem: ${field}: ${message}`);
}
