import { execFile } from "node:child_process";
import { access, constants, realpath } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import process from "node:process";
import { CannotRun, type Io } from "../io.mts";
import { isWithin } from "../files/node-vault.mts";

/** Files of a vault that differ from a commit; paths in the vault. */
export interface Changes {
  readonly present: readonly string[];
  readonly gone: readonly string[];
}

/**
 * What has changed in a folder since the branch left `ref`, whether committed or not, new files included;
 * ignored files are not. Ends the command when git cannot say.
 *
 * The folder may be somebody else's: no program that a repository's configuration names is started, and nothing is
 * fetched.
 */
export async function changesSince(ref: string, root: string, io: Io): Promise<Changes> {
  const git = await openGit(root, io);
  const names = async (...args: readonly string[]): Promise<string[]> => {
    const { failed, output, problem } = await git(...args);
    if (failed) throw new CannotRun(`git cannot tell what has changed since \`${ref}\``, problem);
    return output.split("\0").filter((name) => name !== "");
  };
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit.failed)
    throw new CannotRun(
      `git does not know the commit \`${ref}\``,
      "name a branch, tag or commit that has been fetched; a CI checkout may hold the newest commit only",
    );
  const base = await git("merge-base", "--end-of-options", commit.output.trim(), "HEAD");
  const from = (base.failed ? commit.output : base.output).trim();

  // A submodule is a repository with a configuration of its own, which git would read to look into it.
  const changed = ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
  const inFolder = ["--relative", "-z", from, "--", "."];
  const gone = new Set(await names(...changed, "--diff-filter=D", ...inFolder));
  const different = await names(...changed, ...inFolder);
  const added = await names("ls-files", "--others", "--exclude-standard", "-z", "--", ".");
  return { present: [...different.filter((path) => !gone.has(path)), ...added], gone: [...gone] };
}

/**
 * The notes of a folder that git knows by another path than at the last commit of a file, with the path of then; the
 * last commit of all stands in for that of a file that was never committed. Empty where git cannot tell.
 */
export async function renamedSince(file: string, root: string, io: Io): Promise<ReadonlyMap<string, string>> {
  try {
    const git = await openGit(root, io);
    const last = await git("log", "-1", "--format=%H", "--", resolve(io.cwd, file));
    const commit = last.output.trim();
    const from = last.failed || commit === "" ? "HEAD" : commit;
    const renamed = [
      "diff",
      "--name-status",
      "--find-renames=40%",
      "--diff-filter=R",
      "--no-ext-diff",
      "--no-textconv",
    ];
    const { failed, output } = await git(...renamed, "--ignore-submodules=all", "--relative", "-z", from, "--", ".");
    if (failed) return new Map();
    const parts = output.split("\0");
    const paths = new Map<string, string>();
    for (let at = 0; at + 2 < parts.length; at += 3) paths.set(parts[at + 2] ?? "", parts[at + 1] ?? "");
    return paths;
  } catch (error) {
    // Without git, notes go by the paths they have.
    if (error instanceof CannotRun) return new Map();
    throw error;
  }
}

interface Answer {
  readonly failed: boolean;
  readonly output: string;
  /** What git said about it, in one line. */
  readonly problem: string;
}

type Git = (...args: readonly string[]) => Promise<Answer>;

/**
 * Settings that keep git from starting programs that a repository names, or from speaking to other machines. They are
 * of the command line, which no configuration of a repository can override.
 */
const harmless = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.bareRepository=explicit"];

/** The same for what only the environment can say: no transport is allowed, and missing objects are not fetched. */
const offline = { GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };

/** Git for a folder, without the filters that its repository's configuration names. */
async function openGit(root: string, io: Io): Promise<Git> {
  const program = await findGit(io);
  const ask = (settings: readonly string[], args: readonly string[]): Promise<Answer> =>
    new Promise((resolve) => {
      execFile(
        program,
        [...settings.flatMap((setting) => ["-c", setting]), ...args],
        { cwd: root, encoding: "utf8", maxBuffer: 1 << 30, env: { ...io.env, ...offline } },
        (error, stdout, stderr) => {
          resolve({ failed: error !== null, output: stdout, problem: stderr.trim().split("\n", 1)[0] ?? "" });
        },
      );
    });
  const folder = await ask(harmless, ["rev-parse", "--is-inside-work-tree", "--absolute-git-dir"]);
  const [, gitFolder = ""] = folder.output.split("\n");
  if (folder.failed && !folder.problem.includes("safe.bareRepository"))
    throw new CannotRun(
      `\`${root}\` does not lie in a git repository`,
      "`--changed-since` asks git; leave it out to check everything",
    );
  // Committed files can be laid out as a repository, with a configuration that nobody here has written. A version of
  // git that does not know `safe.bareRepository` takes it for one.
  if (folder.failed || isWithin(await realpath(gitFolder).catch(() => gitFolder), root))
    throw new CannotRun(
      `\`${root}\` lies in a bare git repository, which may be made of files that somebody has committed`,
      "name the folder that holds `.git`, or leave out `--changed-since` to check everything",
    );
  const filters = await ask(harmless, ["config", "--null", "--name-only", "--get-regexp", "^filter\\."]);
  const drivers = new Set(filters.output.split("\0").flatMap((key) => /^(filter\.[^]*)\.[^.]*$/.exec(key)?.[1] ?? []));
  for (const driver of drivers)
    if (/[=\n]/.test(driver))
      throw new CannotRun(
        `git's configuration for \`${root}\` names the filter \`${driver}\`, which cannot be turned off`,
        "give it a name without `=` and line breaks, or leave out `--changed-since` to check everything",
      );
  const settings = [
    ...harmless,
    ...[...drivers].flatMap((driver) => [`${driver}.clean=`, `${driver}.process=`, `${driver}.required=false`]),
  ];
  return (...args) => ask(settings, args);
}

/** The absolute path of git: to a search by name, the folder that is checked could offer a program of its own. */
async function findGit({ env }: Io): Promise<string> {
  const name = process.platform === "win32" ? "git.exe" : "git";
  const path = Object.entries(env).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const file = join(folder, name);
    try {
      await access(file, constants.X_OK);
      return file;
    } catch {
      // The next folder may hold it.
    }
  }
  throw new CannotRun(
    "git is not installed, or not found",
    "`--changed-since` asks git; leave it out to check everything",
  );
}
