import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bench.mts";
import { versionOf } from "./install.mts";
import { secondsOf } from "./command.mts";

/** A linter that people use on such vaults today. */
export interface Peer {
  readonly name: "rumdl" | "markdownlint" | "remark";
  readonly package: string;
  /** Lints the notes in a folder of a vault; an empty folder is the vault itself. */
  readonly lint: (vault: string, folder: string) => Promise<number>;
  /** The same with what it remembers from the run before, if it can. */
  readonly lintAgain?: (vault: string, folder: string, memory: string) => Promise<number>;
}

const modules = join(root, "bench/node_modules");

/** The program itself: what npm puts into `.bin` starts a Node first. */
function rumdlProgram(): string {
  const folder = join(modules, "@rumdl");
  const builds = existsSync(folder)
    ? readdirSync(folder).map((build) => join(folder, build, process.platform === "win32" ? "rumdl.exe" : "rumdl"))
    : [];
  return builds.find((build) => existsSync(build)) ?? join(modules, ".bin/rumdl");
}

const notesIn = (folder: string): string => `${folder === "" ? "" : `${folder}/`}**/*.md`;
const rumdl = ["check", "--no-config", "--flavor", "obsidian"];

/** Each as it comes, with the least that the job needs. */
export const peers: readonly Peer[] = [
  {
    name: "rumdl",
    package: "rumdl",
    lint: (vault, folder) =>
      secondsOf({
        program: rumdlProgram(),
        args: [...rumdl, "--no-cache", folder === "" ? "." : folder],
        cwd: vault,
        speaks: true,
      }),
    lintAgain: (vault, folder, memory) =>
      secondsOf({
        program: rumdlProgram(),
        args: [...rumdl, "--cache-dir", memory, folder === "" ? "." : folder],
        cwd: vault,
        speaks: true,
      }),
  },
  {
    name: "markdownlint",
    package: "markdownlint-cli2",
    lint: (vault, folder) =>
      secondsOf({
        args: [join(modules, "markdownlint-cli2/markdownlint-cli2-bin.mjs"), notesIn(folder)],
        cwd: vault,
        speaks: true,
      }),
  },
  {
    name: "remark",
    package: "remark-lint-frontmatter-schema",
    lint: (vault, folder) =>
      secondsOf({
        args: [
          join(modules, "remark-cli/cli.js"),
          notesIn(folder),
          "--no-stdout",
          "--rc-path",
          join(root, "bench/remarkrc.mjs"),
        ],
        cwd: vault,
        speaks: true,
      }),
  },
];

/** Whether a peer could be installed here. */
export function isInstalled(peer: Peer): boolean {
  return versionOf(peer.package) !== null && (peer.name !== "remark" || versionOf("remark-cli") !== null);
}
