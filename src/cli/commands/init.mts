import { relative, sep } from "node:path";
import { printableJson, printableLine } from "../../base";
import { furtherExtensions, proposeSettings, type Proposal } from "../../learn";
import { noteExtension, readSettings, teamSettingsNames } from "../../settings";
import type { Command } from "../command.mts";
import { decodedText } from "../files/node-vault.mts";
import { findTeamSettings } from "../files/settings-file.mts";
import { openWorkspace, type Workspace } from "../files/workspace.mts";
import { CannotRun, type ExitCode, type Io } from "../io.mts";
import { oneOf, readArguments, clockFrom, type Options } from "../options.mts";
import { count, styleFor } from "../terminal.mts";

const options = {
  yes: { type: "boolean", short: "y", description: "write the settings without asking" },
  "dry-run": { type: "boolean", description: "only show what would be written" },
  format: { type: "string", value: "format", description: "text or json" },
} as const satisfies Options;

/** `postmortem init`: proposes settings for the notes that are there. */
export const init: Command = {
  name: "init",
  summary: "Propose settings that fit the postmortems that are there, and write them when you agree",
  usage: "[folder] [options]",
  options,
  examples: ["postmortem init", "postmortem init docs/incidents --dry-run", "postmortem init --yes"],
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const format = oneOf("format", values.format ?? "text", ["text", "json"]);
    const [folder = ".", ...more] = positionals;
    if (more.length > 0) throw new CannotRun("name one folder", "such as `postmortem init docs/incidents`");
    const workspace = await openWorkspace([folder], values, io);
    const [target] = workspace.targets;
    if (target?.kind !== "folder") throw new CannotRun("name a folder, not a note");
    const proposal = await propose(workspace, target.path, clockFrom(values, io));
    const file = await settingsFile(workspace, io);
    const text = `${printableJson(proposal.settings)}\n`;
    if (format === "json") io.stdout.data(`${printableJson({ version: 1, file: file.shown, ...proposal })}\n`);
    else io.stdout.write(proposalText(proposal, text, io));
    if (proposal.postmortems.length === 0) {
      io.stderr.line("postmortem: nothing looks like a postmortem here");
      io.stderr.line("  name the folder that they lie in: `postmortem init docs/incidents`");
      return 2;
    }
    if (values["dry-run"] === true) return 0;
    return write(workspace, { file, text }, values.yes === true, io);
  },
};

async function propose(workspace: Workspace, folder: string, clock: ReturnType<typeof clockFrom>): Promise<Proposal> {
  const { library, vault } = workspace;
  // What the settings say so far is no matter: they are what is asked for.
  const { settings } = readSettings({ extensions: furtherExtensions });
  const inside = folder === "" ? "" : `${folder}/`;
  const paths = workspace.files.filter((path) => path.startsWith(inside) && noteExtension(path, settings) !== null);
  const looked = paths.filter((path) => !workspace.ignored.has(path));
  await vault.readEach(looked, (path, file) => {
    const read = decodedText(path, file);
    if (read.ok) library.update(path, read.text);
  });
  const readable = looked.filter((path) => library.text(path) !== null);
  return proposeSettings({ library, clock, paths: readable }, folder);
}

interface SettingsFile {
  /** Path in the vault. */
  readonly path: string;
  readonly shown: string;
  /** A file of settings that is there already; null for none. */
  readonly existing: string | null;
}

async function settingsFile(workspace: Workspace, io: Io): Promise<SettingsFile> {
  const [path] = teamSettingsNames;
  const existing = await findTeamSettings(workspace.root, io);
  return {
    path,
    shown: workspace.shown(path),
    existing: existing === null ? null : relative(workspace.root, existing).split(sep).join("/"),
  };
}

async function write(
  workspace: Workspace,
  { file, text }: { readonly file: SettingsFile; readonly text: string },
  yes: boolean,
  io: Io,
): Promise<ExitCode> {
  if (file.existing !== null)
    throw new CannotRun(
      `\`${file.existing}\` is there already, and was left as it is`,
      "take over from above what you want, or remove it and run this again",
    );
  if (!yes) {
    const answer = io.ask === null ? null : await io.ask(`Write this to ${file.shown}? [y/N] `);
    if (answer === null) {
      io.stderr.line(`nothing was written; \`--yes\` writes \`${file.shown}\``);
      return 0;
    }
    if (!/^\s*y(?:es)?\s*$/i.test(answer)) {
      io.stderr.line("nothing was written");
      return 0;
    }
  }
  const result = await workspace.vault.create(file.path, text);
  if (!result.ok) throw new CannotRun(result.message);
  io.stderr.line(`wrote \`${file.shown}\`; \`postmortem lint\` checks by it`);
  return 0;
}

function proposalText({ postmortems, reasons }: Proposal, text: string, io: Io): string {
  const style = styleFor(io.stdout, io);
  const width = Math.max(0, ...reasons.map(({ setting }) => setting.length));
  return [
    style.bold(count(postmortems.length, "postmortem")),
    "",
    ...reasons.map(({ setting, why }) => `  ${printableLine(setting).padEnd(width)}  ${style.dim(printableLine(why))}`),
    "",
    text,
  ].join("\n");
}
