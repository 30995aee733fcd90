import type { CliData, CliFlags, CliHandler } from "obsidian";
import { capitalized, printableJson } from "../../base";
import type { CommandOption, CommandWords } from "../../commands";
import {
  actionsCommand,
  createPostmortem,
  digestActions,
  exportCommand,
  findCommand,
  findIncidents,
  importCommand,
  importLimit,
  importReport,
  inspectCommand,
  inspectNote,
  lintCommand,
  lintNotes,
  listActionItems,
  newCommand,
  pickEvents,
  planImportInSteps,
  reportRules,
  reportCommand,
  reportIncidents,
  reportStatistics,
  requestFrom,
  resolveCommand,
  resolveNote,
  rulesCommand,
  statsCommand,
  writeImport,
} from "../../commands";
import type { Handed } from "../../incident/from";
import { decodeText, tools } from "../../incident/from";
import type { Note } from "../../note";
import { today } from "../../time";
import { defaultChoices, reportFormats, withGiven } from "../../write/export";
import type { Host } from "../host";
import { commandContext } from "../operations/context";
import type { ExportOutcome } from "../operations/export-note";
import { exportToVault, previewExport, refreshCopies } from "../operations/export-note";
import { takeCurrentText } from "../operations/live-check";
import { reportFault } from "../state/fault";
import { paced } from "../state/pace";
import { writePlan } from "../operations/change-notes";
import { incidentAt } from "../operations/incident-at";

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
    from: {
      value: "<path>",
      description:
        "File of the vault with the record of the incident: incident.io, PagerDuty, Rootly, Datadog, Statuspage",
    },
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
  const importFlags: CliFlags = {
    ...whichNote,
    source: { value: "<a,b>", description: "Files of the vault to import, by their paths, separated by commas" },
    zone: { value: "<zone>", description: "IANA zone of times that state none; the note's when left out" },
  };
  register(importCommand, importFlags, (params) => importEvents(host, params));
  register(actionsCommand, {}, ({ digest, open, overdue, owner }) => {
    const whose = owner === undefined ? {} : { owner };
    return digest === "true"
      ? digestActions(postmortems(host), commandContext(host), whose)
      : listActionItems(postmortems(host), commandContext(host), {
          open: open === "true",
          overdue: overdue === "true",
          ...whose,
        });
  });
  const words: CliFlags = { words: { value: "<words>", description: "What to look for" } };
  register(findCommand, words, ({ words: given = "" }) => {
    if (given.trim() === "") throw new Refusal("say what to look for with words=");
    return findIncidents(postmortems(host), commandContext(host), given);
  });
  register(statsCommand, {}, () => reportStatistics(postmortems(host), commandContext(host)));
  register(reportCommand, {}, ({ since, to = "markdown", until }) => {
    const format = oneOf("to", to, reportFormats);
    const linkTo = (path: string): string | null => (format === "html" ? null : path);
    const made = reportIncidents(postmortems(host), commandContext(host), { since, until, format, linkTo });
    if ("problem" in made) throw new Refusal(made.problem);
    return made;
  });
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
        description: capitalized(description),
      },
    ]),
  );
}

async function makeNote(host: Host, params: CliData): Promise<object> {
  const context = commandContext(host);
  const { settings } = context;
  const timezone = params["zone"] ?? "";
  const from = params["from"];
  const recorded = from === undefined ? null : requestFrom(await handedAt(host, from), settings, timezone);
  if (recorded?.ok === false) throw new Refusal(recorded.message);
  const request = recorded?.request;
  const created = await createPostmortem(
    {
      ...request,
      title: params["title"] ?? request?.title ?? "",
      date: params["date"] ?? (request?.date || today(context.clock)),
      started: params["started"] ?? request?.started ?? "",
      timezone,
      severity: params["severity"] ?? request?.severity ?? "",
      services: params["services"]?.split(",") ?? request?.services ?? [],
      owner: params["owner"] ?? request?.owner ?? "",
      timeline: params["timeline"] ?? "",
      template: params["template"] ?? settings.newNote.template,
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
    problems: [
      ...(recorded?.remarks ?? []),
      ...problems,
      ...(timelineFailure === null ? [] : [`timeline: ${timelineFailure}`]),
    ],
  };
}

/** A file of the vault, to be read as what another tool gave. */
async function handedAt(host: Host, path: string): Promise<Handed> {
  const read = await host.vault.readBytes(path);
  if (!read.ok) throw new Refusal(read.message);
  return { name: path, text: decodeText(read.bytes).text };
}

async function importEvents(host: Host, params: CliData): Promise<object> {
  const { path } = await noteOf(host, params);
  const incident = await incidentAt(host, path);
  const files = [params["source"] ?? "", params["users"] ?? ""].flatMap((given) => given.split(","));
  const named = files.map((file) => file.trim()).filter((file) => file !== "");
  if (incident === null || named.length === 0) throw new Refusal("name the files to import with source=");
  const context = commandContext(host);
  const { mappings } = context.settings.import;
  const pick = oneOf("pick", params["pick"] ?? "suggested", ["suggested", "all"]);
  const from = oneOf("from", params["from"] ?? "auto", ["auto", ...tools, ...mappings.map(({ name }) => name)]);
  const zone = params["zone"] ?? null;
  const limit = (flag: "since" | "until"): number | null => {
    const given = params[flag];
    const time = given === undefined ? null : importLimit(incident.note, context, given, zone);
    if (given !== undefined && time === null)
      throw new Refusal(`${flag} cannot be \`${given}\`: write it as 2024-04-11T06:12Z`);
    return time;
  };
  const handed: Handed[] = [];
  for (const file of named) handed.push(await handedAt(host, file));
  const window = { since: limit("since"), until: limit("until") };
  const tool = from === "auto" ? null : from;
  const plan = await paced(planImportInSteps(incident.note, context, { handed, tool, zone, ...window }));
  if (plan.failed.length > 0)
    throw new Refusal(plan.failed.map(({ line, name, reason }) => `${name}:${line ?? 1}: ${reason}`).join("; "));
  const picked = pickEvents(plan, pick);
  const isWritten = !isSet(params, "dry-run") && picked.length > 0;
  const { failure } = isWritten
    ? await writePlan(host, writeImport(incident.note, context, picked))
    : { failure: null };
  if (failure !== null) throw new Refusal(failure);
  return { path, added: isWritten ? picked.length : 0, ...importReport(plan), remarks: plan.remarks };
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
  if (delivery.kind === "refused") throw new Refusal(`${delivery.message}\n${delivery.difference ?? ""}`.trimEnd());
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
