import { today } from "../../time";
import type { ScaffoldProblem } from "../../write";
import { scaffold } from "../../write";
import type { Command } from "../command";
import { CannotRun, type Io } from "../io";
import { readArguments, readClock, type Options } from "../options";
import type { Workspace } from "../files/workspace";
import { openWorkspace } from "../files/workspace";

const options = {
  title: { type: "string", value: "title", description: 'what happened, such as "API Outage"' },
  date: { type: "string", value: "date", description: "day of the incident, YYYY-MM-DD; today by default" },
  severity: { type: "string", value: "level", description: "how bad it was, such as SEV-1" },
  service: { type: "string", multiple: true, value: "name", description: "what was affected" },
  owner: { type: "string", value: "name", description: "who sees that the postmortem gets finished" },
  started: { type: "string", value: "time", description: "when it began, such as 06:12" },
  timeline: { type: "string", value: "note#heading", description: "note to show as the timeline; made when missing" },
  template: { type: "string", value: "note", description: "note of the vault to start from" },
} as const satisfies Options;

/** `postmortem new`: writes a new postmortem from the template. */
export const newPostmortem: Command = {
  name: "new",
  summary: "Start a postmortem from the template",
  usage: "<vault> --title <title> [options]",
  options,
  examples: [
    'postmortem new my-vault --title "API Outage" --date 2024-04-11',
    'postmortem new . --title "API Outage" --severity SEV-1 --service api --timeline "Incident Timeline#Key Events"',
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const clock = readClock(values, io);
    const [folder = values.vault, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new CannotRun("name one vault to write to", 'such as `postmortem new . --title "API Outage"`');
    if (values.title === undefined) throw new CannotRun("a postmortem needs a title", 'such as `--title "API Outage"`');

    const workspace = await openWorkspace([folder], { ...values, vault: values.vault ?? folder }, io);
    const { settings } = workspace;
    const template = await readTemplate(workspace, values.template ?? settings.newNote.template);
    const timezone = values.zone;
    const made = scaffold(
      {
        title: values.title,
        date: values.date ?? today(clock),
        services: values.service ?? [],
        ...given({
          severity: values.severity,
          owner: values.owner,
          started: values.started,
          timeline: values.timeline,
          timezone,
          template,
        }),
      },
      { library: workspace.library, settings, clock },
    );
    tell(made.problems, io);
    if (!made.ok) return 2;
    await create(workspace, made.path, made.text);
    io.stdout.write(`${made.path}\n`);
    if (made.timelineNote !== null) {
      await create(workspace, made.timelineNote.path, made.timelineNote.text);
      io.stderr.write(`made the timeline note \`${made.timelineNote.path}\` as well\n`);
    }
    return 0;
  },
};

/** Only what is there: an absent option stays absent. */
function given<Key extends string>(values: Readonly<Record<Key, string | undefined>>): Partial<Record<Key, string>> {
  const result: Partial<Record<Key, string>> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

async function readTemplate(workspace: Workspace, name: string): Promise<string | undefined> {
  if (name === "") return undefined;
  const target = workspace.library.resolve(name, "");
  const read = target.kind === "found" ? await workspace.vault.read(target.path) : null;
  if (read === null) throw new CannotRun(`there is no template note \`${name}\` in the vault`);
  if (!read.ok) throw new CannotRun(read.message);
  return read.text;
}

async function create(workspace: Workspace, path: string, text: string): Promise<void> {
  const result = await workspace.vault.create(path, text);
  if (result.ok) return;
  throw new CannotRun(
    result.message,
    result.reason === "exists" ? "nothing was written; choose another title or date" : null,
  );
}

function tell(problems: readonly ScaffoldProblem[], io: Io): void {
  for (const { field, message } of problems) io.stderr.write(`postmortem: ${field}: ${message}\n`);
}
