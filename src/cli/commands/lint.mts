import { printableJson } from "../../base";
import type { Diagnostic } from "../../check";
import { againstBaseline, baselineOf, checkNotes, fixNotes } from "../../check";
import { fixesOf, lintCommand, mendNotes } from "../../commands";
import type { Clock } from "../../time";
import type { LintReport } from "../../write";
import { lintReport } from "../../write";
import { lineDifference } from "../../write/export";
import type { Command } from "../command.mts";
import { writeOutput } from "../files/output-file.mts";
import type { Workspace } from "../files/workspace.mts";
import { openWorkspace } from "../files/workspace.mts";
import type { Limits } from "../format/format.mts";
import { formatGithub } from "../format/github.mts";
import { formatGitlab } from "../format/gitlab.mts";
import { formatJunit } from "../format/junit.mts";
import { formatSarif } from "../format/sarif.mts";
import { formatText } from "../format/text.mts";
import { CannotRun, type ExitCode, type Io } from "../io.mts";
import { readBaseline, writeBaseline } from "../lint/baseline-file.mts";
import type { LintCache } from "../lint/cache.mts";
import { openCache } from "../lint/cache.mts";
import { renamedSince } from "../lint/git.mts";
import { listingText, listNotes, nothingFound } from "../lint/listing.mts";
import type { Selection } from "../lint/selection.mts";
import { loadNamed, readSelection, selectedOf } from "../lint/selection.mts";
import { watchNotes } from "../lint/watch.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { count, styleFor } from "../terminal.mts";

/** What a format is made of. */
interface Show {
  readonly workspace: Workspace;
  readonly limits: Limits;
  readonly io: Io;
}

const formats = {
  text: (report: LintReport, { workspace, io }: Show) => formatText(report, workspace.shown, styleFor(io.stdout, io)),
  json: (report: LintReport) => `${printableJson(report)}\n`,
  github: (report: LintReport, { workspace }: Show) => formatGithub(report, workspace.shownInRepository),
  gitlab: (report: LintReport, { workspace }: Show) => formatGitlab(report, workspace.shownInRepository),
  sarif: (report: LintReport, { workspace, io }: Show) => formatSarif(report, workspace.shownInRepository, io.version),
  junit: (report: LintReport, { workspace, limits }: Show) => formatJunit(report, workspace.shown, limits),
} as const;

const formatNames = ["text", "json", "github", "gitlab", "sarif", "junit"] as const;

const options = {
  format: { type: "string", value: "format", description: formatNames.join(", ").replace(/, (?=\w+$)/, " or ") },
  "output-file": { type: "string", short: "o", value: "file", description: "where to write the report" },
  quiet: { type: "boolean", short: "q", description: "show errors alone; warnings count as before" },
  "max-warnings": { type: "string", value: "n", description: "fail when there are more warnings" },
  rule: { type: "string", multiple: true, value: "id:severity", description: "a rule for this run: `broken-link:off`" },
  ignore: { type: "string", multiple: true, value: "pattern", description: "leave out notes, as `.gitignore` does" },
  fix: { type: "boolean", description: "mend what has one right answer, in the notes themselves" },
  "fix-rule": {
    type: "string",
    multiple: true,
    value: "id",
    description: "mend what this rule finds, also where that adds an empty section",
  },
  "fix-dry-run": { type: "boolean", description: "show what `--fix` would change, and write nothing" },
  diff: { type: "boolean", description: "the same as `--fix-dry-run`" },
  baseline: { type: "string", value: "file", description: "do not report what this file knows" },
  "update-baseline": { type: "boolean", description: "take everything that is found now into that file" },
  "changed-since": {
    type: "string",
    value: "ref",
    description: "only what differs from this git commit, and what embeds it",
  },
  "only-postmortems": {
    type: "boolean",
    description: "of the notes that are named, only postmortems, and those that embed what is named",
  },
  shard: { type: "string", value: "i/n", description: "only one of n parts, for machines that share the work" },
  cache: { type: "boolean", description: "keep results, and check again only what they depend on" },
  "cache-location": {
    type: "string",
    value: "folder",
    description: "where to keep them instead of your cache folder; turns `--cache` on",
  },
  watch: { type: "boolean", description: "check again whenever a note changes" },
  stdin: { type: "string", value: "note", description: "check standard input as the text of this note" },
  list: {
    type: "boolean",
    description: "only tell which notes are taken for postmortems and why, and which come near",
  },
  "print-config": { type: "boolean", description: "only print the settings that hold, as JSON" },
  "pass-on-none": { type: "boolean", description: "end with 0 when there are no postmortems at all" },
} as const satisfies Options;

type Values = ReturnType<typeof readArguments<typeof options>>["values"];

/** `postmortem lint`: checks postmortems, and mends them when asked to. */
export const lint: Command = {
  ...lintCommand,
  usage: "[vault, notes or patterns…] [options]",
  options,
  examples: [
    "postmortem lint my-vault",
    "postmortem lint Incident-2024-04-11-API-Outage.md",
    "postmortem lint . --format github --max-warnings 0",
    "postmortem lint . --baseline postmortem-baseline.json --update-baseline",
  ],
  async run(args, io) {
    const { values: given, positionals } = readArguments(args, options);
    const format = oneOf("format", given.format ?? "text", formatNames);
    const limits = { maxWarnings: readLimit(given["max-warnings"]) };
    const clock = clockFrom(given, io);
    const isPiped = given.stdin !== undefined || positionals.includes("-");
    const values: Values = isPiped ? { ...given, stdin: given.stdin ?? "stdin.md" } : given;
    const named = isPiped ? ["."] : positionals;
    const workspace = await openWorkspace(named.length === 0 ? ["."] : named, values, io);
    if (values["print-config"] === true) {
      io.stdout.data(`${printableJson(workspace.settings)}\n`);
      return 0;
    }
    const selection = await readSelection(values, workspace, io);
    if (values.list === true) return list(workspace, selection, format, io);
    const show = async (report: LintReport): Promise<void> => {
      const shown =
        values.quiet === true
          ? { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }
          : report;
      const text = formats[format](shown, { workspace, limits, io });
      const file = values["output-file"];
      if (file !== undefined) await writeOutput(file, text, workspace.root, io);
      else if (format === "text") io.stdout.write(text);
      else io.stdout.data(text);
    };
    const isFixing = (["fix", "fix-dry-run", "diff"] as const).some((name) => values[name] === true);
    if (values.watch === true) {
      if (isFixing || values["fix-rule"] !== undefined || format !== "text" || selection.changes !== null)
        throw new CannotRun(
          "`--watch` shows the problems of all notes as text, and changes nothing",
          "leave out `--fix`, `--format` and `--changed-since`",
        );
      await watchNotes({ workspace, selection }, clock, (report) => void show(report), io);
      return 0;
    }
    const writes = isFixing || (["fix-rule", "stdin", "baseline"] as const).some((name) => values[name] !== undefined);
    const cache = writes ? null : await openCache(values, { workspace, selection }, clock, io);
    const known = await cache?.report();
    const all = known === undefined || known === null ? await load(values, workspace, selection, io) : null;
    const report = known ?? (await check({ values, workspace, selection, clock, io }, all ?? new Set(), cache));
    if (report.summary.notes === 0 && values["pass-on-none"] !== true && values["only-postmortems"] !== true) {
      const found = all ?? (await loadNamed(workspace, selection));
      if (found.size === 0) {
        if (format !== "text") await show(report);
        io.stderr.write(nothingFound(await listNotes(workspace, found), workspace.settings, workspace.shown));
        return 2;
      }
    }
    if (values["fix-dry-run"] !== true && values.diff !== true) await show(report);
    return workspace.isComplete() ? exitCode(report, limits) : 2;
  },
};

async function list(workspace: Workspace, selection: Selection, format: string, io: Io): Promise<ExitCode> {
  const listing = await listNotes(workspace, await loadNamed(workspace, selection));
  if (format === "json") io.stdout.data(`${printableJson(listing)}\n`);
  else io.stdout.write(listingText(listing, workspace.shown));
  return workspace.isComplete() ? 0 : 2;
}

/** The paths of all that is named, whether it is selected or not. */
async function load(values: Values, workspace: Workspace, selection: Selection, io: Io): Promise<ReadonlySet<string>> {
  if (values.stdin === undefined) return loadNamed(workspace, selection);
  await workspace.take(values.stdin, await io.stdin());
  return new Set([values.stdin]);
}

/** What a check goes by. */
interface Run {
  readonly values: Values;
  readonly workspace: Workspace;
  readonly selection: Selection;
  readonly clock: Clock;
  readonly io: Io;
}

async function check(run: Run, named: ReadonlySet<string>, cache: LintCache | null): Promise<LintReport> {
  const { values, workspace, selection, clock, io } = run;
  const paths = selectedOf(named, workspace, selection);
  const { library, settings } = workspace;
  const input = { library, settings, clock, paths };
  const rules = values["fix-rule"] ?? [];
  if (values["fix-dry-run"] === true || values.diff === true) preview(workspace, input, rules, io);
  else if (values.fix === true || rules.length > 0) await fix(workspace, input, rules, io);
  if (cache !== null) {
    const report = lintReport(checkNotes({ ...input, memory: await cache.memory() }), library, paths);
    if (workspace.isComplete()) await cache.keep(report);
    return report;
  }
  const found = checkNotes(input);
  return lintReport(await withoutKnown(found, run, paths), library, paths);
}

/** A day far ahead, by which all that only waits for its day has come, in epoch milliseconds. */
const future = Date.UTC(2200, 0, 1);

/** The findings without those that the baseline knows; the baseline is written first, if that was asked for. */
async function withoutKnown(
  found: readonly Diagnostic[],
  { values, workspace, clock, io }: Run,
  paths: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> {
  const { library, settings } = workspace;
  const name = values.baseline ?? (values["update-baseline"] === true ? "postmortem-baseline.json" : undefined);
  if (name === undefined) return found;
  const textOf = (path: string): string | null => library.text(path);
  if (values["update-baseline"] === true) {
    const later = checkNotes({ library, settings, paths, clock: { ...clock, now: future } });
    await writeBaseline(name, baselineOf(found, later, textOf), io);
    io.stderr.line(`\`${name}\` knows ${count(found.length, "problem")} now`);
    return [];
  }
  const baseline = await readBaseline(name, io);
  const renamed = await renamedSince(name, workspace.root, io);
  const { fresh, known, gone } = againstBaseline(found, baseline, renamed, textOf);
  if (known > 0) io.stderr.line(`${count(known, "problem")} known to \`${name}\``);
  const checked = gone.filter(({ path }) => paths.has(path) || !library.exists(path));
  if (checked.length > 0) {
    io.stderr.line(`${count(checked.length, "problem")} of \`${name}\` gone; \`--update-baseline\` takes them out:`);
    for (const { path, rule, message } of checked.slice(0, 10))
      io.stderr.line(`  ${workspace.shown(path)}  ${message}  ${rule}`);
  }
  return fresh;
}

function readLimit(given: string | undefined): number {
  if (given === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(given))
    throw new CannotRun(`\`--max-warnings\` cannot be \`${given}\``, "it is a number such as 0");
  return Number(given);
}

type FixInput = Parameters<typeof mendNotes>[0];

async function fix(workspace: Workspace, input: FixInput, rules: readonly string[], io: Io): Promise<void> {
  const { problems, refused, written } = await mendNotes(input, workspace.vault, fixesOf(rules));
  for (const { message } of refused) workspace.report(message);
  for (const [path, text] of written) workspace.library.update(path, text);
  if (written.size > 0) io.stderr.line(`mended ${count(problems, "problem")} in ${count(written.size, "note")}`);
}

/** Shows what mending would change. */
function preview({ library, shown }: Workspace, input: FixInput, rules: readonly string[], io: Io): void {
  const { applied, texts } = fixNotes(input, fixesOf(rules));
  for (const [path, text] of texts)
    io.stdout.write(`--- ${shown(path)}\n+++ ${shown(path)}\n${lineDifference(library.text(path) ?? "", text)}\n`);
  io.stderr.line(`\`--fix\` would mend ${count(applied, "problem")} in ${count(texts.size, "note")}`);
}

function exitCode({ summary }: LintReport, { maxWarnings }: Limits): ExitCode {
  return summary.errors > 0 || summary.warnings > maxWarnings ? 1 : 0;
}
