// Runs the main job on a copy of the example vault, with the command line that `npm run build` made:
// start a postmortem, pull in its timeline, check it. With `--vault <folder>` it checks the notes of that
// folder instead. Then serves the playground, unless `--once` is given or `CI` is set; that of a named
// folder writes to its notes when a person changes them there.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const program = fileURLToPath(new URL("../dist/postmortem.mjs", import.meta.url));
const example = fileURLToPath(new URL("vault", import.meta.url));

/** Ends before anything was done. */
function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

if (!existsSync(program)) refuse("Build first: npm run build");

/** What was asked for: `--once`, and the folder of the person's own notes, if one is named. */
function readOptions() {
  try {
    return parseArgs({ options: { vault: { type: "string" }, once: { type: "boolean", default: false } } }).values;
  } catch (error) {
    return refuse(
      `${error.message}\nWrite \`npm start -- --vault my-vault\`, \`npm start -- --once\`, or \`npm start\`.`,
    );
  }
}
const options = readOptions();
const own = options.vault === undefined ? null : resolve(options.vault);
if (own !== null && statSync(own, { throwIfNoEntry: false })?.isDirectory() !== true)
  refuse(`\`--vault\` needs a folder with notes, and \`${options.vault}\` is none.`);

const isTerminal = process.stdout.isTTY === true && !process.env.NO_COLOR;
const bold = (text) => (isTerminal ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text) => (isTerminal ? `\u001b[2m${text}\u001b[22m` : text);
const say = (text = "") => process.stdout.write(`${text}\n`);

let steps = 0;
const step = (title) => say(`\n${bold(`${++steps}. ${title}`)}`);

/** Runs one command in a vault, shows it as one would type it, and returns what it printed. */
function runIn(vault, args, expected) {
  say(dim(`   $ postmortem ${args.map((arg) => (/[\s#]/.test(arg) ? `"${arg}"` : arg)).join(" ")}`));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: vault, encoding: "utf8" });
  if (!expected.includes(status)) {
    process.stderr.write(`${stdout}${stderr}\nexit code ${status}, expected ${expected.join(" or ")}\n`);
    process.exit(1);
  }
  return status === 2 ? stderr : stdout;
}

const indent = (text) => text.trimEnd().replace(/^(?=.)/gm, "   ");
const lastLine = (text) => text.trimEnd().split("\n").at(-1);
/** The beginning of a report, and its last line. */
const few = (text) => {
  const all = text.trimEnd().split("\n");
  return all.length <= 15 ? all.join("\n") : [...all.slice(0, 12), "…", ...all.slice(-1)].join("\n");
};
const lines = (text, from, to) => text.split("\n").slice(from, to).join("\n");

/** The main job on a copy of the example vault. */
function showExample() {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-example-"));
  const vault = join(folder, "vault");
  const removeCopy = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", removeCopy);
  cpSync(example, vault, { recursive: true });
  const postmortem = (args, expected) => runIn(vault, args, expected);

  say("Postmortem on a copy of examples/vault. Your files stay as they are.");

  step("Start a postmortem, with the timeline that the vault already has");
  const made = postmortem(
    [
      "new",
      ".",
      "--title",
      "Search Outage",
      "--date",
      "2024-04-11",
      "--severity",
      "SEV-2",
      "--service",
      "search",
      "--timeline",
      "Incident Timeline#Key Events",
    ],
    [0],
  ).trim();
  say(`   wrote ${made}:`);
  const note = readFileSync(join(vault, made), "utf8");
  say(indent(lines(note, note.split("\n").indexOf("---", 1) + 2, 26)));
  say("   …");

  step("Read it with its embeds resolved");
  const resolved = postmortem(["resolve", made], [0]);
  const timeline = resolved.slice(resolved.indexOf("## Timeline"), resolved.indexOf("## Root Cause"));
  say(indent(timeline));

  step("See what is still missing");
  say(indent(postmortem(["lint", made], [0, 1])));

  step("Check a draft that contradicts itself");
  const draft = "Incident-2024-09-17-Checkout-Latency.md";
  const findings = postmortem(["lint", draft], [0, 1]);
  const errors = findings.split(/\n(?! )/).filter((finding) => /:\d+ +error /.test(finding));
  say(indent(errors.join("\n")));
  say("   …");
  say(indent(lastLine(findings)));

  step("Let it mend what has one right answer, then check again");
  say(indent(lastLine(postmortem(["lint", draft, "--fix"], [0, 1]))));

  removeCopy();
  say("\nThe copy is removed again.");
}

/** What stands in the person's own notes. */
function showOwn(vault) {
  say(`Postmortem on ${vault}. Your files stay as they are, until you change them yourself.`);

  step("See which notes are taken for postmortems");
  say(indent(few(runIn(vault, ["lint", ".", "--list"], [0, 2]))));

  step("See what is missing or contradicts itself in them");
  const findings = runIn(vault, ["lint", "."], [0, 1, 2]);
  say(indent(few(findings)));
}

if (own === null) showExample();
else showOwn(own);

step("What next");
say(
  indent(
    [
      own === null
        ? "On your own vault: npm start -- --vault my-vault"
        : `Settings that fit these notes: node dist/postmortem.mjs init "${own}"`,
      "Every check and why it is there: node dist/postmortem.mjs rules",
      "In Obsidian: open examples/vault, with this folder linked into it as .obsidian/plugins/postmortem,",
      "and save a note: the same problems are underlined while you write.",
    ].join("\n"),
  ),
);

if (!options.once && !process.env.CI) {
  const { serve } = await import("../test/host/server.mjs");
  step("Try the plugin in the browser, without Obsidian");
  await serve({ vault: own ?? undefined });
}
