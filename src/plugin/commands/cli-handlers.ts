import type { CliData, CliFlags } from "obsidian";
import { checkNotes, rules } from "../../check";
import { today } from "../../time";
import type { Incident } from "../../incident";
import { readIncident, recordOf, statisticsOf } from "../../incident";
import type { Note } from "../../note";
import { actionsReport, flatten, inspection, lintReport, rulesReport } from "../../write";
import {
  defaultChoices,
  exportTargets,
  flavors,
  linkStyles,
  propertyStyles,
  taskStyles,
  withGiven,
} from "../../write/export";
import { createPostmortem } from "../operations/create";
import type { ExportOutcome } from "../operations/export-note";
import { exportToVault, previewExport, refreshCopies } from "../operations/export-note";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";

/** Why a command could not do what it was asked to, in words for the person who typed it. */
class Refusal extends Error {}

const whichNote: CliFlags = {
  path: { value: "<path>", description: "Path of the note; the note in front when left out" },
  file: { value: "<name>", description: "Name of the note, as a link would have it" },
};

/** The commands of Obsidian's own command line: `obsidian postmortem:lint path=…`. They answer in JSON, with `ok`. */
export function registerCliHandlers(host: Host): void {
  const register = (
    command: string,
    description: string,
    flags: CliFlags,
    answer: (params: CliData) => Promise<object> | object,
  ): void => {
    const run = async (params: CliData): Promise<string> => {
      try {
        await host.notes.whenScanned();
        return JSON.stringify({ ok: true, ...(await answer(params)) }, null, 2);
      } catch (error) {
        return JSON.stringify({ ok: false, error: error instanceof Error ? error.message : String(error) }, null, 2);
      }
    };
    try {
      host.plugin.registerCliHandler(`postmortem:${command}`, description, flags, run);
    } catch (error) {
      // Another plugin may have taken the name; everything else goes on.
      console.error(`postmortem:${command} is not available on the command line`, error);
    }
  };

  register(
    "new",
    "Start a postmortem from the template; never overwrites a note",
    {
      title: { value: "<title>", description: "What broke, in a few words", required: true },
      date: { value: "<YYYY-MM-DD>", description: "Day on which it began; today when left out" },
      started: { value: "<HH:mm>", description: "When it began" },
      zone: { value: "<zone>", description: "IANA zone of the times" },
      severity: { value: "<severity>", description: "How bad it was" },
      services: { value: "<a,b>", description: "What was affected, separated by commas" },
      owner: { value: "<name>", description: "Who sees that it gets finished" },
      timeline: { value: "<note#heading>", description: "Note and heading to embed as the timeline" },
      template: { value: "<note>", description: "Template note" },
    },
    (params) => makeNote(host, params),
  );
  register("lint", "Check one note, or all postmortems", whichNote, (params) => lint(host, params));
  register("inspect", "Print everything that was understood of a note", whichNote, async (params) => {
    const note = await noteOf(host, params);
    const { library } = host.notes;
    return inspection(readIncident(note, library, host.settings.current), library);
  });
  register(
    "resolve",
    "Print a note with every embed replaced by what it shows",
    { ...whichNote, "mark-origin": { description: "Say in comments where embedded text comes from" } },
    async (params) => {
      const { path, text } = await noteOf(host, params);
      const flat = flatten(host.notes.library, path, {
        depth: host.settings.current.embedDepth,
        markOrigin: params["mark-origin"] !== undefined,
      });
      return { path, text: flat?.text ?? text, problems: flat?.problems.map(({ message }) => message) ?? [] };
    },
  );
  register(
    "export",
    "Print a note as a document that stands alone, or write it into the folder of exported documents",
    {
      ...whichNote,
      to: { value: `<${exportTargets.join("|")}>`, description: "What to make; Markdown when left out" },
      flavor: { value: `<${flavors.join("|")}>`, description: "Whose Markdown" },
      links: { value: `<${linkStyles.join("|")}>`, description: "Links to other notes" },
      properties: { value: `<${propertyStyles.join("|")}>`, description: "The frontmatter" },
      tasks: { value: `<${taskStyles.join("|")}>`, description: "Dates and priorities of tasks" },
      "mark-origin": { description: "Say where embedded text comes from" },
      external: { description: "Only what may leave the company, by the settings" },
      write: { description: "Write the document and its attachments" },
      refresh: { description: "Write the copies of the note anew, or the copy that is named" },
    },
    (params) => makeDocument(host, params),
  );
  register(
    "actions",
    "List the action items of all postmortems",
    {
      open: { description: "Only what is still to be done" },
      overdue: { description: "Only what should have been done by now" },
      owner: { value: "<name>", description: "Only what this person has to do" },
    },
    ({ open, overdue, owner }) =>
      actionsReport(incidents(host), host.clock(), {
        open: open === "true",
        overdue: overdue === "true",
        ...(owner !== undefined && { owner }),
      }),
  );
  register("stats", "Show how long incidents take, by severity, service and quarter", {}, () => ({
    version: 1,
    ...statisticsOf(incidents(host).map(recordOf), today(host.clock())),
  }));
  register("rules", "List what is checked, how severely and why", {}, () => rulesReport(rules));
}

async function makeNote(host: Host, params: CliData): Promise<object> {
  const clock = host.clock();
  const created = await createPostmortem(
    host,
    {
      title: params["title"] ?? "",
      date: params["date"] ?? today(clock),
      started: params["started"] ?? "",
      timezone: params["zone"] ?? "",
      severity: params["severity"] ?? "",
      services: (params["services"] ?? "").split(","),
      owner: params["owner"] ?? "",
      timeline: params["timeline"] ?? "",
      template: params["template"] ?? host.settings.current.newNote.template,
    },
    "refuse",
  );
  const problems = created.problems.map(({ field, message }) => `${field}: ${message}`);
  if (!created.ok) throw new Refusal(problems.join("; "));
  return { path: created.path, timelinePath: created.timelinePath, problems };
}

async function makeDocument(host: Host, params: CliData): Promise<object> {
  const { path } = await noteOf(host, params);
  if (params["refresh"] !== undefined) return { copies: (await refreshCopies(host, path)).map(answerOf) };
  const chosen = withGiven(defaultChoices(host.settings.current), params, oneOf);
  if (params["write"] !== undefined)
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
  const { path, delivery, problems } = outcome;
  if (delivery.kind === "refused")
    throw new Refusal(delivery.difference === null ? delivery.message : `${delivery.message}\n${delivery.difference}`);
  return { path, result: delivery.kind, problems };
}

/** The value of a flag among those allowed. */
function oneOf<Value extends string>(flag: string, given: string, allowed: readonly Value[]): Value {
  const value = allowed.find((each) => each === given);
  if (value === undefined) throw new Refusal(`${flag} cannot be \`${given}\`; it can be ${allowed.join(", ")}`);
  return value;
}

async function lint(host: Host, params: CliData): Promise<object> {
  const { library } = host.notes;
  const paths = isNamed(params)
    ? [(await noteOf(host, params)).path]
    : [...library.paths()].filter((path) => host.notes.isPostmortem(path));
  const diagnostics = checkNotes({ library, settings: host.settings.current, clock: host.clock(), paths });
  return lintReport(diagnostics, library, paths.length);
}

/** What all postmortems of the vault say, in the order of their paths. */
function incidents(host: Host): readonly Incident[] {
  const { library } = host.notes;
  const paths = [...library.paths()].filter((path) => host.notes.isPostmortem(path)).sort();
  return paths.flatMap((path) => {
    const note = library.note(path);
    return note === null ? [] : [readIncident(note, library, host.settings.current)];
  });
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
