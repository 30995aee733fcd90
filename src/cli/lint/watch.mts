import { watch, type FSWatcher } from "node:fs";
import process from "node:process";
import { clearTimeout, setTimeout } from "node:timers";
import { checkNotes } from "../../check";
import type { Clock } from "../../time";
import type { LintReport } from "../../write";
import { lintReport } from "../../write";
import type { Io } from "../io.mts";
import { createMemory } from "./cache.mts";
import { loadSelected, stillSelected, type SelectedNotes } from "./selection.mts";
import { stampsOf } from "../files/stamps.mts";

/** Milliseconds without another change after which a burst of changes is over. */
const settleTime = 150;

/** Milliseconds between looks where the system does not tell of changes. */
const lookInterval = 1000;

/**
 * Checks, and checks again whenever a file of the vault has changed, until somebody stops the program.
 * Whatever tells of a change, the vault is compared with the last look at it.
 */
export async function watchNotes(
  { workspace, selection }: SelectedNotes,
  clock: Clock,
  show: (report: LintReport) => void,
  io: Io,
): Promise<void> {
  const { library, settings, root } = workspace;
  const memory = createMemory(library);
  let seen = stampsOf(root, workspace.files);
  let paths = await loadSelected(workspace, selection);
  const print = (): void => {
    const report = lintReport(checkNotes({ library, settings, clock, paths, memory }), library, paths);
    // Clears the screen and what has scrolled off it.
    io.stdout.control("\u001b[2J\u001b[3J\u001b[H");
    show(report);
    io.stderr.line("Watching for changes; Ctrl+C ends.");
  };
  print();
  await untilStopped(root, async () => {
    const now = stampsOf(root, await workspace.vault.list());
    const gone = [...seen.keys()].filter((path) => !now.has(path));
    const changed = [...now].filter(([path, stamp]) => seen.get(path) !== stamp).map(([path]) => path);
    seen = now;
    if (gone.length === 0 && changed.length === 0) return;
    for (const path of gone) library.remove(path);
    await workspace.refresh(changed);
    paths = stillSelected(workspace, selection);
    print();
  });
}

/** Calls `look` after changes below a folder, never twice at a time, until the program is asked to end. */
function untilStopped(root: string, look: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let watcher: FSWatcher | undefined;
    let looking = Promise.resolve();
    const end = (error?: unknown): void => {
      clearTimeout(timer);
      watcher?.close();
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error("the vault cannot be watched"));
    };
    const stop = (): void => {
      end();
    };
    const lookIn = (milliseconds: number, again: boolean): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        looking = looking
          .then(look)
          .then(() => {
            if (again) lookIn(milliseconds, again);
          })
          .catch(end);
      }, milliseconds);
    };
    const lookRegularly = (): void => {
      watcher?.close();
      lookIn(lookInterval, true);
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    try {
      watcher = watch(root, { recursive: true }, () => {
        lookIn(settleTime, false);
      }).on("error", lookRegularly);
    } catch {
      // Not every system tells of changes in folders below, and some only of so many.
      lookRegularly();
      return;
    }
    // What has changed since the first look, unseen.
    lookIn(settleTime, false);
  });
}
