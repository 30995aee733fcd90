// Runs the built command line on each Node that is promised, and compares what it prints byte by byte:
// `npm run test:nodes`, or `npm run test:nodes -- 20.19.0 22 24` for others. Takes each Node from the registry's `node`
// package, into a folder that is gone afterwards. By hand and not in CI, where whole machines run each of them.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const named = process.argv.slice(2);
const versions = named.length > 0 ? named : ["20", "22", "24"];
const note = "Incident-2024-04-11-API-Outage.md";
const commands = [
  ...["text", "json", "github", "gitlab", "sarif", "junit"].map((format) => ["lint", ".", "--format", format]),
  ...["markdown", "html"].map((format) => ["export", note, "--to", format]),
  ["export", note, "--to", "html", "--external"],
  ...["text", "json"].map((format) => ["stats", ".", "--format", format]),
  ...["text", "json", "csv"].map((format) => ["actions", ".", "--format", format]),
  ["inspect", note],
  ["resolve", note],
  ["find", "connection", "--vault", "."],
  ["init", "--dry-run"],
  ["schema", "--settings"],
];

const folder = mkdtempSync(join(tmpdir(), "postmortem-nodes-"));
try {
  const vault = join(folder, "vault");
  cpSync(join(root, "examples", "vault"), vault, { recursive: true });
  const nodes = versions.map((version) => {
    const home = join(folder, version);
    mkdirSync(home);
    const options = ["--no-audit", "--no-fund", "--no-save", "--silent"];
    execFileSync("npm", ["install", "--prefix", home, `node@${version}`, ...options], { stdio: "inherit" });
    const program = join(home, "node_modules", "node", "bin", "node");
    return { program, name: execFileSync(program, ["--version"], { encoding: "utf8" }).trim() };
  });
  let different = 0;
  for (const command of commands) {
    const fixed = ["--now", "2024-12-01T09:00Z", "--zone", "UTC"];
    const args = [join(root, "dist", "postmortem.mjs"), ...command, ...fixed];
    const printed = nodes.map(({ program, name }) => {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: vault, encoding: "buffer", env: {} });
      const digest = createHash("sha256").update(stdout).update("\0").update(stderr).digest("hex");
      return { name, status, bytes: stdout.length + stderr.length, digest };
    });
    const kinds = new Set(printed.map(({ status, digest }) => `${status} ${digest}`)).size;
    if (kinds > 1) different++;
    const told = printed.map(({ name, status, bytes, digest }) => `${name} ${status} ${bytes} ${digest.slice(0, 12)}`);
    const [first] = printed;
    process.stdout.write(
      kinds > 1
        ? `${command.join(" ")}: DIFFERENT\n  ${told.join("\n  ")}\n`
        : `${command.join(" ")}: exit code ${first.status}, the same ${first.bytes} bytes\n`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const on = nodes.map(({ name }) => name).join(", ");
  process.stdout.write(`${version} on ${on}: ${commands.length} commands, ${different} different\n`);
  process.exitCode = different > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
