// `npm run release -- 1.2.3`: writes a version to every place that states it, and the day to the changelog. Commits
// nothing. `npm run release -- tag`, once that is committed: builds the command line and tags a commit that holds it,
// as the action and the hook run what stands in the tag; the branch stays without it. Both refuse a working folder with
// changes of its own, so that what is tagged is what was tested.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const built = "dist/postmortem.mjs";
const [version = "", day = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);

/** Ends without having written anything. */
function refuse(why) {
  process.stderr.write(`release: ${why}\n`);
  process.exit(2);
}

const numbers = (text) => text.split(".").map(Number);
const isLater = (one, other) => {
  const [a, b] = [numbers(one), numbers(other)];
  const index = a.findIndex((number, place) => number !== b[place]);
  return index >= 0 && a[index] > b[index];
};
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const git = (args, env = {}) => execFileSync("git", args, { encoding: "utf8", env: { ...process.env, ...env } }).trim();

/** Tags a child of the newest commit that holds what is built as well; neither the branch nor the index changes. */
function tag() {
  const { version: stated } = read("package.json");
  const isDated = readFileSync("CHANGELOG.md", "utf8")
    .split("\n")
    .some((line) => line.startsWith(`## ${stated}, 2`));
  if (!isDated) refuse(`CHANGELOG.md has no day for ${stated}: write the version first`);
  if (git(["tag", "--list", stated]) !== "") refuse(`there is a tag \`${stated}\` already`);
  execFileSync(process.execPath, ["esbuild.config.mjs"], { stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "postmortem-release-"));
  try {
    const index = { GIT_INDEX_FILE: join(folder, "index") };
    git(["read-tree", "HEAD"], index);
    git(["add", "--force", built], index);
    const commit = git([
      "commit-tree",
      git(["write-tree"], index),
      "-p",
      "HEAD",
      "-m",
      `${stated}, with what it builds`,
    ]);
    git(["tag", stated, commit]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`The tag \`${stated}\` holds ${built}. \`git push origin ${stated}\` starts the release.\n`);
}

/** Writes the version, and the day to the changelog. */
function writeVersion() {
  if (!/^\d+\.\d+\.\d+$/.test(version)) refuse("name the version, such as `npm run release -- 1.2.3`, or `tag`");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) refuse(`\`${day}\` is no day such as 2024-04-11`);
  const [pack, lock, manifest, versions] = ["package.json", "package-lock.json", "manifest.json", "versions.json"].map(
    (file) => ({ file, data: read(file) }),
  );
  // The first release has the version that stands there already.
  const isFirst = version === pack.data.version && Object.keys(versions.data).length === 1;
  if (!isFirst && !isLater(version, pack.data.version)) refuse(`${version} does not come after ${pack.data.version}`);
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  const heading = `## ${version}, not yet released\n`;
  if (!changelog.includes(heading)) refuse(`CHANGELOG.md does not say what is new: no heading \`${heading.trim()}\``);

  pack.data.version = version;
  lock.data.version = version;
  lock.data.packages[""].version = version;
  manifest.data.version = version;
  versions.data[version] = manifest.data.minAppVersion;
  for (const { file, data } of [pack, lock, manifest, versions])
    writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  writeFileSync("CHANGELOG.md", changelog.replace(heading, `## ${version}, ${day}\n`));
  process.stdout.write(`${version} stands in ${[pack, lock, manifest, versions].map(({ file }) => file).join(", ")}.
Look at the difference, commit it, and go on with \`npm run release -- tag\`.
`);
}

const changes = git(["status", "--porcelain"]);
if (changes !== "") refuse(`there are changes that no commit holds:\n${changes}`);
if (version === "tag") tag();
else writeVersion();
