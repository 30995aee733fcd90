// `npm run release -- 1.2.3`: writes a version to every place that states it, and the day to the changelog. Refuses a
// working folder with changes of its own, so that what is tagged is what was tested. Commits and tags nothing.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

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

if (!/^\d+\.\d+\.\d+$/.test(version)) refuse("name the version, such as `npm run release -- 1.2.3`");
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) refuse(`\`${day}\` is no day such as 2024-04-11`);
const changes = execFileSync("git", ["status", "--porcelain"], { encoding: "utf8" });
if (changes !== "") refuse(`there are changes that no commit holds:\n${changes}`);

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
Look at the difference, commit it, and tag that commit \`${version}\`: the tag starts the release.
`);
