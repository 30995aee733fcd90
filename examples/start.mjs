// Runs the main job on a copy of the example vault, with the command line that `npm run build` made:
// start a postmortem, pull in its timeline, check it. Then serves the playground, unless `--once` is
// given or `CI` is set. `--vault <folder>` shows other notes there, and writes to them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const program = fileURLToPath(new URL("../dist/postmortem.mjs", import.meta.url));
const example = fileURLToPath(new URL("vault", import.meta.url));
if (!existsSync(program)) {
  process.stderr.write("Build first: npm run build\n");
  process.exit(2);
}

const { values: options } = parseArgs({
  options: { vault: { type: "string" }, once: { type: "boolean", default: false } },
});

const isTerminal = process.stdout.isTTY === true && !process.env.NO_COLOR;
const bold = (text) => (isTerminal ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text) => (isTerminal ? `\u001b[2m${text}\u001b[22m` : text);
const say = (text = "") => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), "postmortem-example-"));
const vault = join(folder, "vault");
const removeCopy = () => rmSync(folder, { recursive: true, force: true });
process.on("exit", removeCopy);
cpSync(example, vault, { recursive: true });

let steps = 0;
const step = (title) => say(`\n${bold(`${++steps}. ${title}`)}`);

/** Runs one command in the copy, shows it as one would type it, and returns what it printed. */
function postmortem(args, expected) {
  say(dim(`   $ postmortem ${args.map((arg) => (/[\s#]/.test(arg) ? `"${arg}"` : arg)).join(" ")}`));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: vault, encoding: "utf8" });
  if (!expected.includes(status)) {
    process.stderr.write(`${stdout}${stderr}\nexit code ${status}, expected ${expected.join(" or ")}\n`);
    process.exit(1);
  }
  return stdout;
}

const indent = (text) => text.trimEnd().replace(/^(?=.)/gm, "   ");
const lastLine = (text) => text.trimEnd().split("\n").at(-1);
const lines = (text, from, to) => text.split("\n").slice(from, to).join("\n");

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

step("What next");
say(
  indent(
    [
      "On your own vault: node dist/postmortem.mjs lint <vault>",
      "Every check and why it is there: node dist/postmortem.mjs rules",
      "In Obsidian: open examples/vault, with this folder linked into it as .obsidian/plugins/postmortem,",
      "and save a note: the same problems are underlined while you write.",
    ].join("\n"),
  ),
);

if (!options.once && !process.env.CI) {
  const { serve } = await import("../test/host/server.mjs");
  step("Try the plugin in the browser, without Obsidian");
  await serve({ vault: options.vault });
}
