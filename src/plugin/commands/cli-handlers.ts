import type { CliData, CliFlags, CliHandler } from "obsidian";
import { printableJson } from "../../base";
import type { CommandOption, CommandWords } from "../../commands";
import {
  actionsCommand,
  createPostmortem,
  exportCommand,
  inspectCommand,
  inspectNote,
  lintCommand,
  lintNotes,
  listActionItems,
  newCommand,
  reportRules,
  reportStatistics,
  resolveCommand,
  resolveNote,
  rulesCommand,
  statsCommand,
} from "../../commands";
import type { Note } from "../../note";
import { today } from "../../time";
import { defaultChoices, withGiven } from "../../write/export";
import type { Host } from "../host";
import { commandContext } from "../operations/context";
import type { ExportOutcome } from "../operations/export-note";
import { exportToVault, previewExport, refreshCopies } from "../operations/export-note";
import { takeCurrentText } from "../operations/live-check";
import { reportFault } from "../state/fault";

/** Why a command could not do what it was asked to, in words for the person who typed it. */
class Refusal extends Error {}

const whichNote: CliFlags = {
  path: { value: "<path>", description: "Path of the note; the note in front when left out" },
  file: { value: "<name>", description: "Name of the note, as a link would have it" },
};

/** The commands of Obsidian's own command line: `obsidian postmortem:lint path=…`. They answer in JSON, with `ok`. */
export function registerCliHandlers(host: Host): void {
  const offered: { readonly command: string; readonly summary: string }[] = [];
  const add = (command: string, summary: string, flags: CliFlags | null, run: CliHandler): void => {
    try {
      host.plugin.registerCliHandler(command, summary, flags, run);
    } catch (error) {
      // Another plugin may have taken the name; everything else goes on.
      reportFault(`${command} is not available on the command line`, error);
    }
  };
  const register = (
    { name, options, summary }: CommandWords,
    flags: CliFlags,
    answer: (params: CliData) => Promise<object> | object,
  ): void => {
    const run = async (params: CliData): Promise<string> => {
      try {
        await host.notes.whenScanned();
        return printableJson({ ok: true, ...(await answer(params)) });
      } catch (error) {
        return printableJson({ ok: false, error: error instanceof Error ? error.message : String(error) });
      }
    };
    const command = `${host.plugin.manifest.id}:${name}`;
    offered.push({ command, summary });
    add(command, summary, { ...flagsOf(options), ...flags }, run);
  };

  const newFlags: CliFlags = {
    zone: { value: "<zone>", description: "IANA zone of the times" },
    services: { value: "<a,b>", description: "What was affected, separated by commas" },
  };
  register(newCommand, newFlags, (params) => makeNote(host, params));
  register(lintCommand, whichNote, (params) => lint(host, params));
  register(inspectCommand, whichNote, async (params) =>
    inspectNote(await noteOf(host, params), commandContext(host), { metadata: isSet(params, "metadata") }),
  );
  register(resolveCommand, whichNote, async (params) => {
    const note = await noteOf(host, params);
    const resolved = resolveNote(note, commandContext(host), { markOrigin: isSet(params, "mark-origin") });
    return { ...resolved, problems: resolved.problems.map(({ message }) => message) };
  });
  const exportFlags: CliFlags = {
    ...whichNote,
    write: { description: "Write the document and its attachments into the folder of exported documents" },
    refresh: { description: "Write the copies of the note anew, or the copy that is named" },
  };
  register(exportCommand, exportFlags, (params) => makeDocument(host, params));
  register(actionsCommand, {}, ({ open, overdue, owner }) =>
    listActionItems(postmortems(host), commandContext(host), {
      open: open === "true",
      overdue: overdue === "true",
      ...(owner !== undefined && { owner }),
    }),
  );
  register(statsCommand, {}, () => reportStatistics(postmortems(host), commandContext(host)));
  register(rulesCommand, {}, reportRules);
  add(host.plugin.manifest.id, "List the commands for postmortems", null, () =>
    printableJson({ ok: true, commands: offered }),
  );
}

/** Options as the app shows them: a sentence for each, the value in angle brackets. */
function flagsOf(options: Readonly<Record<string, CommandOption>>): CliFlags {
  return Object.fromEntries(
    Object.entries(options).map(([name, { description, value }]) => [
      name,
      {
        ...(value !== undefined && { value: `<${value}>` }),
        description: `${description.charAt(0).toUpperCase()}${description.slice(1)}`,
      },
    ]),
  );
}

async function makeNote(host: Host, params: CliData): Promise<object> {
  const context = commandContext(host);
  const created = await createPostmortem(
    {
      title: params["title"] ?? "",
      date: params["date"] ?? today(context.clock),
      started: params["started"] ?? "",
      timezone: params["zone"] ?? "",
      severity: params["severity"] ?? "",
      services: (params["services"] ?? "").split(","),
      owner: params["owner"] ?? "",
      timeline: params["timeline"] ?? "",
      template: params["template"] ?? context.settings.newNote.template,
    },
    context,
    host.vault,
  );
  const problems = created.problems.map(({ field, message }) => `${field}: ${message}`);
  if (!created.ok) throw new Refusal(problems.join("; "));
  const { path, timelineFailure, timelinePath } = created;
  return {
    path,
    timelinePath,
    problems: timelineFailure === null ? problems : [...problems, `timeline: ${timelineFailure}`],
  };
}

async function makeDocument(host: Host, params: CliData): Promise<object> {
  const { path } = await noteOf(host, params);
  if (isSet(params, "refresh")) return { copies: (await refreshCopies(host, path)).map(answerOf) };
  const chosen = withGiven(defaultChoices(host.settings.current), params, oneOf);
  if (isSet(params, "write"))
    return answerOf((await exportToVault(host, path, chosen)) ?? { problem: `\`${path}\` cannot be read` });
  const document = await previewExport(host, path, chosen);
  if (!document) throw new Refusal(`\`${path}\` cannot be read`);
  if (document.refusal !== null) throw new Refusal(document.refusal);
  return {
    path,
    text: document.text,
    attachments: document.attachments,
    problems: document.problems.map(({ message }) => message),
    removed: document.removed,
  };
}

function answerOf(outcome: ExportOutcome | { readonly problem: string }): object {
  if ("problem" in outcome) throw new Refusal(outcome.problem);
  const { path, source, delivery, problems } = outcome;
  if (delivery.kind === "refused")
    throw new Refusal(delivery.difference === null ? delivery.message : `${delivery.message}\n${delivery.difference}`);
  return { path, source, result: delivery.kind, problems };
}

/** The value of a flag among those allowed. */
function oneOf<Value extends string>(flag: string, given: string, allowed: readonly Value[]): Value {
  const value = allowed.find((each) => each === given);
  if (value === undefined) throw new Refusal(`${flag} cannot be \`${given}\`; it can be ${allowed.join(", ")}`);
  return value;
}

async function lint(host: Host, params: CliData): Promise<object> {
  const paths = isNamed(params) ? [(await noteOf(host, params)).path] : postmortems(host);
  return lintNotes({ ...commandContext(host), paths: new Set(paths) });
}

/** The paths of all postmortems of the vault, sorted. */
function postmortems(host: Host): readonly string[] {
  return [...host.notes.library.paths()].filter((path) => host.notes.isPostmortem(path)).sort();
}

/** Whether a flag without a value was given. */
function isSet(params: CliData, flag: string): boolean {
  return params[flag] !== undefined;
}

function isNamed(params: CliData): boolean {
  return params["path"] !== undefined || params["file"] !== undefined;
}

/** The note that was named, or the one in front, with the text that it has now. */
async function noteOf(host: Host, params: CliData): Promise<Note> {
  const { path: named, file } = params;
  const { metadataCache, workspace } = host.app;
  const path =
    named ??
    (file === undefined ? workspace.getActiveFile()?.path : metadataCache.getFirstLinkpathDest(file, "")?.path);
  if (path === undefined)
    throw new Refusal(file === undefined ? "no note is open; name one with path=" : `there is no note \`${file}\``);
  await takeCurrentText(host, path);
  const note = host.notes.library.note(path);
  if (note === null) throw new Refusal(`\`${path}\` does not exist or is no note`);
  return note;
}
