import type { Settings } from "../../settings";
import { today } from "../../time";
import { readHanded } from "../files/handed-file.mts";
import { createPostmortem, newCommand, requestFrom } from "../../commands";
import type { RecordedRequest } from "../../commands";
import type { ScaffoldProblem } from "../../write";
import type { Command } from "../command.mts";
import { CannotRun, type Io } from "../io.mts";
import { readArguments, clockFrom, type Options } from "../options.mts";
import { openWorkspace } from "../files/workspace.mts";

const options = {
  ...newCommand.options,
  from: {
    type: "string",
    value: "file",
    description: "record of the incident in incident.io, PagerDuty, Rootly, Datadog or Statuspage, as JSON",
  },
  service: { type: "string", multiple: true, value: "name", description: "what was affected" },
} as const satisfies Options;

/** `postmortem new`: writes a new postmortem from the template. */
export const newPostmortem: Command = {
  ...newCommand,
  usage: "<vault> --title <title> [options]",
  options,
  examples: [
    'postmortem new my-vault --title "API Outage" --date 2024-04-11',
    "postmortem new my-vault --from incident.json",
    'postmortem new . --title "API Outage" --severity SEV-1 --service api --timeline "Incident Timeline#Key Events"',
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const clock = clockFrom(values, io);
    const [folder = values.vault, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new CannotRun("name one vault to write to", 'such as `postmortem new . --title "API Outage"`');
    if (values.title === undefined && values.from === undefined)
      throw new CannotRun("a postmortem needs a title", 'such as `--title "API Outage"`');

    const workspace = await openWorkspace([folder], { ...values, vault: values.vault ?? folder }, io);
    const { library, settings, vault } = workspace;
    const timezone = values.zone ?? "";
    const recorded = values.from === undefined ? null : await recordedIn(values.from, settings, timezone, io);
    const created = await createPostmortem(
      {
        ...recorded,
        title: values.title ?? recorded?.title ?? "",
        date: values.date ?? (recorded?.date || today(clock)),
        started: values.started ?? recorded?.started ?? "",
        timezone,
        severity: values.severity ?? recorded?.severity ?? "",
        services: values.service ?? recorded?.services ?? [],
        owner: values.owner ?? recorded?.owner ?? "",
        timeline: values.timeline ?? "",
        template: values.template ?? settings.newNote.template,
        language: values.language ?? "",
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

/** What the record of an incident tells; a file that is none ends the command. */
async function recordedIn(
  file: string,
  settings: Settings,
  timezone: string,
  io: Io,
): Promise<Extract<RecordedRequest, { ok: true }>["request"]> {
  const recorded = requestFrom(await readHanded(file, io), settings, timezone);
  if (!recorded.ok)
    throw new CannotRun(
      recorded.message,
      "it is the JSON of one incident from incident.io, PagerDuty, Rootly, Datadog or Statuspage",
    );
  const { remarks, request } = recorded;
  for (const remark of remarks) io.stderr.line(`postmortem: ${remark}`);
  return request;
}

function tell(problems: readonly ScaffoldProblem[], io: Io): void {
  for (const { field, message } of problems) io.stderr.line(`postmortem: ${field}: ${message}`);
}
