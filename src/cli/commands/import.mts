import { printableJson, printableLine, editsByPath } from "../../base";
import type { ImportedEvent, ImportPlan } from "../../commands";
import { importCommand, importLimit, importReport, pickEvents, planImport, writeImport } from "../../commands";
import type { Edit } from "../../base";
import { tools } from "../../incident/from";
import { folderPath } from "../../base";
import { displayWritten } from "../../time";
import type { Command } from "../command.mts";
import { readHanded } from "../files/handed-file.mts";
import type { Workspace } from "../files/workspace.mts";
import { isInFolder, openNote } from "../files/workspace.mts";
import type { ExitCode, Io } from "../io.mts";
import { CannotRun } from "../io.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { count } from "../terminal.mts";

const options = {
  ...importCommand.options,
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem import`: events from other tools into the timeline of a note. */
export const importEvents: Command = {
  ...importCommand,
  usage: "<note> <file…|-> [options]",
  options,
  examples: [
    "postmortem import Incident-2024-04-11-API-Outage.md slack/inc-42/2024-04-11.json slack/users.json --dry-run",
    "gh api repos/acme/shop/issues/42/timeline --paginate | postmortem import Incident-2024-04-11-API-Outage.md -",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const clock = clockFrom(values, io);
    const [named, ...files] = positionals;
    if (named === undefined || files.length === 0)
      throw new CannotRun("name a note and the files to import", "such as `postmortem import note.md export.json`");
    if (files.filter((file) => file === "-").length > 1) throw new CannotRun("`-` can be read once only");
    const pick = oneOf("pick", values.pick ?? "suggested", ["suggested", "all"]);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    // The zone of what is imported is not that of the note.
    const { workspace, note } = await openNote([named], { ...values, zone: undefined }, io);
    const { library, settings } = workspace;
    const own = settings.import.mappings.map(({ name }) => name);
    const from = oneOf("from", values.from ?? "auto", ["auto", ...tools, ...own]);
    await loadPeople(workspace);
    const instant = (option: "since" | "until"): number | null => {
      const given = values[option];
      if (given === undefined) return null;
      const time = importLimit(note, workspace, given, values.zone ?? null);
      if (time !== null) return time;
      throw new CannotRun(`\`--${option}\` cannot be \`${given}\``, "write it as `2024-04-11T06:12Z`");
    };
    const window = { since: instant("since"), until: instant("until") };
    const handed = [];
    for (const file of [...files, ...(values.users === undefined ? [] : [values.users])])
      handed.push(await readHanded(file, io));
    const plan = planImport(
      note,
      { library, settings, clock },
      { handed, tool: from === "auto" ? null : from, zone: values.zone ?? null, ...window },
    );
    return finishImport({ plan, pick, format, isDry: values["dry-run"] ?? false, note, workspace, io });
  },
};

interface Finishing {
  readonly plan: ImportPlan;
  readonly pick: "suggested" | "all";
  readonly format: "text" | "json";
  readonly isDry: boolean;
  readonly note: Parameters<typeof writeImport>[0];
  readonly workspace: Workspace;
  readonly io: Io;
}

async function finishImport({ plan, pick, format, isDry, note, workspace, io }: Finishing): Promise<ExitCode> {
  for (const { name, line, reason } of plan.failed) {
    const place = line === null ? shownName(name) : `${shownName(name)}:${line}`;
    io.stderr.line(`postmortem: ${place}: ${line === null ? "" : "cannot be read: "}${reason}`);
  }
  for (const remark of plan.remarks) io.stderr.line(`postmortem: ${remark}`);
  if (plan.failed.length > 0) {
    io.stderr.line("postmortem: nothing was changed");
    return 2;
  }
  const picked = pickEvents(plan, pick);
  if (format === "json") io.stdout.data(`${printableJson(importReport(plan))}\n`);
  else tellPlan(plan, new Set(picked), io);
  if (!isDry && picked.length > 0) {
    const planned = writeImport(note, workspace, picked);
    if (!planned.ok) throw new CannotRun(`nothing was changed: ${planned.message}`);
    await write(planned.edits, workspace);
  }
  if (format === "text") {
    const known = plan.events.filter(({ duplicateOf }) => duplicateOf !== null).length;
    const left = plan.events.length - known - picked.length;
    const parts = [
      `${count(picked.length, "event")} ${isDry ? "would be added" : "added"}`,
      ...(known > 0 ? [`${known} told already`] : []),
      ...(left > 0 ? [`${left} not suggested (\`--pick all\` takes ${left === 1 ? "it" : "them"})`] : []),
      ...(plan.unread.length > 0 ? [`${count(plan.unread.length, "part")} left out`] : []),
    ];
    io.stderr.line(parts.join(", "));
  }
  return plan.events.length === 0 && plan.unread.length > 0 ? 1 : 0;
}

function tellPlan(
  { events, formats, unread, usesZone, zone }: ImportPlan,
  picked: ReadonlySet<ImportedEvent>,
  io: Io,
): void {
  if (formats.length > 0) {
    const read = usesZone ? `; times without a zone are read in ${zone.name}, from the ${zone.origin}` : "";
    io.stderr.line(`${formats.join(", ")}${read}`);
  }
  for (const event of events) {
    const mark = picked.has(event) ? "+" : event.duplicateOf === null ? " " : "=";
    const duplicate = event.duplicateOf === null ? "" : `  (told by ${event.duplicateOf})`;
    io.stdout.line(printableLine(`${mark} ${displayWritten(event.local)}  ${event.line()}${duplicate}`));
  }
  for (const { file, line, reason, text } of unread)
    io.stderr.line(`${shownName(file)}:${line}: left out: ${reason}${text === "" ? "" : `: ${text}`}`);
}

function shownName(name: string): string {
  return name === "" ? "standard input" : name;
}

async function write(edits: readonly Edit[], { library, vault }: Workspace): Promise<void> {
  for (const [path, mine] of editsByPath(edits)) {
    const result = await vault.change(path, library.text(path) ?? "", mine);
    if (!result.ok) throw new CannotRun(`\`${path}\` was not changed: ${result.message}`);
  }
}

/** The notes about people, for the names that link to them. */
async function loadPeople(workspace: Workspace): Promise<void> {
  const folder = folderPath(workspace.settings.peopleFolder);
  if (folder === "") return;
  await workspace.load(workspace.files.filter((path) => path.endsWith(".md") && isInFolder(path, folder)));
}
