import { dirname, relative, sep } from "node:path";
import { positionAt } from "../../base";
import type { ExportResult } from "../../commands";
import { exportCommand as shared, exportTo, refreshFrom } from "../../commands";
import { appSettingsFile, hasStrictLineBreaks, noteName } from "../../vault";
import type { Exported, ExportOrigin, ExportPlace } from "../../write/export";
import { defaultChoices, exportDocument, targetOf, withGiven } from "../../write/export";
import type { Command } from "../command.mts";
import { CannotRun, type ExitCode, type Io } from "../io.mts";
import { configFolder } from "../files/settings-file.mts";
import { writableFile } from "../files/exported-file.mts";
import { isWithin } from "../files/node-vault.mts";
import { writeFormula } from "../formula.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import type { Workspace } from "../files/workspace.mts";
import { openNote, openWorkspace } from "../files/workspace.mts";

const options = {
  ...shared.options,
  output: {
    type: "string",
    short: "o",
    value: "file",
    description: "where to write the document and its attachments; otherwise it is printed",
  },
  refresh: { type: "boolean", description: "write an exported file anew, from its note and with what was chosen then" },
} as const satisfies Options;

type Values = ReturnType<typeof readArguments<typeof options>>["values"];

/** `postmortem export`: the note as a document that stands alone. */
export const exportNotes: Command = {
  ...shared,
  usage: "<note> --to <format> [options], or [<note>] --refresh -o <file>",
  options,
  examples: [
    "postmortem export Incident-2024-04-11-API-Outage.md --to markdown -o docs/api-outage.md",
    "postmortem export Incident-2024-04-11-API-Outage.md --to markdown --flavor gitlab --properties drop",
    "postmortem export Incident-2024-04-11-API-Outage.md --to html --external -o api-outage.html",
    "postmortem export --refresh -o docs/api-outage.md --vault .",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    if (values.refresh === true) return refresh(values, positionals, io);
    if (values.to === undefined) throw new CannotRun("say what to make", "such as `--to markdown`");
    const { workspace, note } = await openNote(positionals, values, io);
    const choices = withGiven(defaultChoices(workspace.settings), values, oneOf);
    return write(workspace, { note: note.path, isNamed: true, choices }, values, io);
  },
};

async function refresh(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode> {
  if (values.output === undefined)
    throw new CannotRun("name the exported file with `-o`", "such as `postmortem export --refresh -o docs/outage.md`");
  const file = await writableFile(values.output, io);
  const named = positionals.length === 0 ? null : await openNote(positionals, values, io);
  const found = await refreshFrom({ ...file, shown: values.output, note: named?.note.path ?? null }, async (note) => {
    const workspace =
      named?.workspace ?? (await openWorkspace(values.vault === undefined ? [dirname(file.real)] : [], values, io));
    if (!workspace.library.exists(note))
      throw new CannotRun(
        `the vault \`${workspace.root}\` has no note \`${note}\`, which \`${values.output ?? ""}\` was exported from`,
        "name the vault with `--vault`",
      );
    await workspace.load([note]);
    return workspace;
  });
  if ("problem" in found) throw new CannotRun(found.problem, found.isDoubt ? "name the note before `--refresh`" : null);
  const { origin, source } = found;
  if (!origin.isNamed)
    io.stderr.line(`postmortem: refreshing \`${values.output}\` from \`${origin.note}\`, as it says itself`);
  return write(source, { ...origin, choices: withGiven(origin.choices, values, oneOf) }, values, io);
}

async function write(workspace: Workspace, chosen: ExportOrigin, values: Values, io: Io): Promise<ExitCode> {
  const { note, choices } = chosen;
  const source = {
    vault: workspace.vault,
    library: workspace.library,
    settings: workspace.settings,
    strictLineBreaks: await strictLineBreaks(workspace),
    clock: clockFrom(values, io),
    formula: writeFormula,
  };
  if (values.output !== undefined) {
    const file = await writableFile(values.output, io);
    const result = await exportTo(source, chosen, { ...file, place: placeOf(workspace.root, file.real) });
    if (!result) throw new CannotRun(`cannot read \`${note}\``);
    tell(workspace, note, result.document, io);
    return tellDelivery(result, values.output, io);
  }
  // An external version that is printed has no name, and does not tell the note's.
  const name = choices.external ? "postmortem" : noteName(note);
  const beside = `${note.slice(0, note.lastIndexOf("/") + 1)}${name}.${targetOf(choices.target).extension}`;
  const document = await exportDocument(source, note, choices, { document: beside, vault: "" });
  if (!document) throw new CannotRun(`cannot read \`${note}\``);
  tell(workspace, note, document, io);
  if (document.refusal !== null) throw new CannotRun(document.refusal);
  io.stdout.data(document.text);
  for (const { from, to: copy } of document.attachments)
    io.stderr.line(`postmortem: with \`-o\`, \`${from}\` would be copied to \`${copy}\``);
  return document.problems.length > 0 ? 1 : 0;
}

function tellDelivery({ document, delivery, problems }: ExportResult, output: string, io: Io): ExitCode {
  for (const problem of problems) io.stderr.line(`postmortem: ${problem}`);
  if (delivery.kind === "refused") {
    if (delivery.difference === null) throw new CannotRun(delivery.message);
    io.stderr.line(`postmortem: ${delivery.message}`);
    if (delivery.difference !== "") io.stderr.write(`${delivery.difference}\n`);
    return 1;
  }
  if (delivery.kind === "unchanged") io.stderr.line(`postmortem: \`${output}\` is up to date`);
  return problems.length > 0 || document.problems.length > 0 ? 1 : 0;
}

/** A folder that is no vault of the app has none of its settings. */
async function strictLineBreaks({ vault }: Workspace): Promise<boolean> {
  const read = await vault.read(`${configFolder}/${appSettingsFile}`);
  return hasStrictLineBreaks(read.ok ? read.text : null);
}

function tell(workspace: Workspace, path: string, { problems, removed }: Exported, io: Io): void {
  for (const { kind, what, instead, where } of removed)
    io.stderr.line(
      `${where === "" ? "" : `${where}: `}${kind} \`${what}\` ${instead === "" ? "left out" : `became \`${instead}\``}`,
    );
  const note = workspace.library.note(path);
  for (const { place, message } of problems) {
    const { line, column } = note ? positionAt(note, place.span.start) : { line: 1, column: 1 };
    io.stderr.line(`${workspace.shown(path)}:${line}:${column}  ${message}`);
  }
}

/** Both paths from the nearest folder that holds the document and the vault. */
function placeOf(root: string, file: string): ExportPlace {
  let shared = root;
  while (!isWithin(shared, file) && dirname(shared) !== shared) shared = dirname(shared);
  const from = (path: string): string => relative(shared, path).split(sep).join("/");
  return { document: from(file), vault: from(root) };
}
