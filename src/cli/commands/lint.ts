import { printableJson } from "../../base";
import { lintCommand, lintNotes, mendNotes } from "../../commands";
import type { LintReport } from "../../write";
import type { Clock } from "../../time";
import type { Command } from "../command";
import type { Shown } from "../format/format";
import { formatGithub } from "../format/github";
import { formatJunit } from "../format/junit";
import { formatSarif } from "../format/sarif";
import { formatText } from "../format/text";
import { CannotRun, type ExitCode, type Io } from "../io";
import type { LintCache } from "../lint/cache";
import { openCache } from "../lint/cache";
import { oneOf, readArguments, readClock, type Options } from "../options";
import type { Selection } from "../lint/selection";
import { listingText, listNotes, nothingFound } from "../lint/listing";
import { loadNamed, loadSelected, readSelection } from "../lint/selection";
import { count, styleFor } from "../terminal";
import { watchNotes } from "../lint/watch";
import type { Workspace } from "../files/workspace";
import { openWorkspace } from "../files/workspace";

const formats: Readonly<
  Record<"text" | "json" | "github" | "sarif" | "junit", (report: LintReport, shown: Shown, io: Io) => string>
> = {
  text: (report, shown, io) => formatText(report, shown, styleFor(io.stdout, io)),
  json: (report) => `${printableJson(report)}\n`,
  github: formatGithub,
  sarif: (report, shown, io) => formatSarif(report, shown, io.version),
  junit: formatJunit,
};

const options = {
  format: { type: "string", value: "format", description: "text, json, github, sarif or junit" },
  fix: { type: "boolean", description: "mend what has one right answer, in the notes themselves" },
  "max-warnings": { type: "string", value: "n", description: "fail when there are more warnings" },
  "changed-since": {
    type: "string",
    value: "ref",
    description: "only what differs from this git commit, and what embeds it",
  },
  shard: { type: "string", value: "i/n", description: "only one of n parts, for machines that share the work" },
  cache: { type: "boolean", description: "keep results, and check again only what they depend on" },
  "cache-location": {
    type: "string",
    value: "folder",
    description: "where to keep them instead of your cache folder; turns `--cache` on",
  },
  watch: { type: "boolean", description: "check again whenever a note changes" },
  list: {
    type: "boolean",
    description: "only tell which notes are taken for postmortems and why, and which come near",
  },
  "print-config": { type: "boolean", description: "only print the settings that hold, as JSON" },
  "pass-on-none": { type: "boolean", description: "end with 0 when there are no postmortems at all" },
} as const satisfies Options;

/** `postmortem lint`: checks postmortems, and mends them when asked to. */
export const lint: Command = {
  ...lintCommand,
  usage: "[vault or notes…] [options]",
  options,
  examples: [
    "postmortem lint my-vault",
    "postmortem lint Incident-2024-04-11-API-Outage.md",
    "postmortem lint . --format github --max-warnings 0",
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json", "github", "sarif", "junit"]);
    const maxWarnings = readLimit(values["max-warnings"]);
    const clock = readClock(values, io);
    const workspace = await openWorkspace(positionals.length === 0 ? ["."] : positionals, values, io);
    if (values["print-config"] === true) {
      io.stdout.data(`${JSON.stringify(workspace.settings, null, 2)}\n`);
      return 0;
    }
    if (values.list === true) return list(workspace, format, io);
    const selection = await readSelection(values, workspace, io);
    const show = (report: LintReport): void => {
      const text = formats[format](report, workspace.shown, io);
      if (format === "text") io.stdout.write(text);
      else io.stdout.data(text);
    };
    if (values.watch === true) {
      if (values.fix === true || format !== "text" || selection.changes !== null)
        throw new CannotRun(
          "`--watch` shows the problems of all notes as text, and changes nothing",
          "leave out `--fix`, `--format` and `--changed-since`",
        );
      await watchNotes(workspace, selection, clock, show, io);
      return 0;
    }
    const cache = values.fix === true ? null : await openCache(values, workspace, selection, clock, io);
    const report =
      (await cache?.report()) ?? (await check(workspace, selection, clock, cache, values.fix === true, io));
    if (report.summary.notes === 0 && values["pass-on-none"] !== true) {
      const named = await loadNamed(workspace);
      if (named.size === 0) {
        if (format !== "text") show(report);
        io.stderr.write(nothingFound(await listNotes(workspace, named), workspace.settings, workspace.shown));
        return 2;
      }
    }
    show(report);
    return workspace.isComplete() ? exitCode(report, maxWarnings) : 2;
  },
};

async function list(workspace: Workspace, format: string, io: Io): Promise<ExitCode> {
  const listing = await listNotes(workspace, await loadNamed(workspace));
  if (format === "json") io.stdout.data(`${JSON.stringify(listing, null, 2)}\n`);
  else io.stdout.write(listingText(listing, workspace.shown));
  return workspace.isComplete() ? 0 : 2;
}

async function check(
  workspace: Workspace,
  selection: Selection,
  clock: Clock,
  cache: LintCache | null,
  fixing: boolean,
  io: Io,
): Promise<LintReport> {
  const paths = await loadSelected(workspace, selection);
  const { library, settings } = workspace;
  const input = { library, settings, clock, paths };
  if (fixing) await fix(workspace, input, io);
  if (cache === null) return lintNotes(input);
  const report = lintNotes({ ...input, memory: await cache.memory() });
  if (workspace.isComplete()) await cache.keep(report);
  return report;
}

function readLimit(given: string | undefined): number {
  if (given === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(given))
    throw new CannotRun(`\`--max-warnings\` cannot be \`${given}\``, "it is a number such as 0");
  return Number(given);
}

async function fix(workspace: Workspace, input: Parameters<typeof mendNotes>[0], io: Io): Promise<void> {
  const { problems, refused, written } = await mendNotes(input, workspace.vault);
  for (const { message } of refused) workspace.report(message);
  for (const [path, text] of written) workspace.library.update(path, text);
  if (written.size > 0) io.stderr.line(`mended ${count(problems, "problem")} in ${count(written.size, "note")}`);
}

function exitCode({ summary }: LintReport, maxWarnings: number): ExitCode {
  return summary.errors > 0 || summary.warnings > maxWarnings ? 1 : 0;
}
