import { execFile } from "node:child_process";
import { CannotRun } from "../io";

/** Files of a vault that differ from a commit; paths in the vault. */
export interface Changes {
  readonly present: readonly string[];
  readonly gone: readonly string[];
}

/**
 * What has changed in a folder since the branch left `ref`, whether committed or not, new files included;
 * ignored files are not. Ends the command when git cannot say.
 */
export async function changesSince(ref: string, root: string): Promise<Changes> {
  const git = async (...args: readonly string[]): Promise<Answer> => ask(root, args);
  const names = async (...args: readonly string[]): Promise<string[]> => {
    const { failed, output, problem } = await git(...args);
    if (failed) throw new CannotRun(`git cannot tell what has changed since \`${ref}\``, problem);
    return output.split("\0").filter((name) => name !== "");
  };
  if ((await git("rev-parse", "--is-inside-work-tree")).failed)
    throw new CannotRun(
      `\`${root}\` does not lie in a git repository`,
      "`--changed-since` asks git; leave it out to check everything",
    );
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit.failed)
    throw new CannotRun(
      `git does not know the commit \`${ref}\``,
      "name a branch, tag or commit that has been fetched; a CI checkout may hold the newest commit only",
    );
  const base = await git("merge-base", "--end-of-options", commit.output.trim(), "HEAD");
  const from = (base.failed ? commit.output : base.output).trim();

  const changed = ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z"];
  const gone = new Set(await names(...changed, "--diff-filter=D", from, "--", "."));
  const different = await names(...changed, from, "--", ".");
  const added = await names("ls-files", "--others", "--exclude-standard", "-z", "--", ".");
  return { present: [...different.filter((path) => !gone.has(path)), ...added], gone: [...gone] };
}

interface Answer {
  readonly failed: boolean;
  readonly output: string;
  /** What git said about it, in one line. */
  readonly problem: string;
}

function ask(folder: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // The repository may name a program that watches its files; it is not to be started for a look.
    execFile(
      "git",
      ["-c", "core.fsmonitor=false", ...args],
      { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 },
      (error, stdout, stderr) => {
        if (error?.code === "ENOENT")
          reject(
            new CannotRun(
              "git is not installed, or not found",
              "`--changed-since` asks git; leave it out to check everything",
            ),
          );
        else resolve({ failed: error !== null, output: stdout, problem: stderr.trim().split("\n", 1)[0] ?? "" });
      },
    );
  });
}
