import { resolve } from "node:path";
import { Memory } from "../../base";
import type { CheckMemory, RememberedCheck } from "../../check";
import type { Clock } from "../../time";
import { today } from "../../time";
import * as z from "../../schema";
import { mayBePostmortem, noteExtension } from "../../settings";
import type { Library } from "../../vault";
import { isNotePath } from "../../vault";
import type { LintReport } from "../../write";
import { cacheFolder, digestOf, readCacheFile, writeCacheFile } from "./cache-file.mts";
import type { Io } from "../io.mts";
import type { SelectedNotes } from "./selection.mts";
import { stampsOf } from "../files/stamps.mts";
import type { Workspace } from "../files/workspace.mts";

/** What earlier runs found out about a vault. */
export interface LintCache {
  /** The report of the last run, if everything that it came from is as it was. */
  report(): Promise<LintReport | null>;
  /** What single checks came to, for a run in which something has changed. */
  memory(): Promise<CheckMemory>;
  /** Stores what this run found out; where that cannot be written, the next run does the work again. */
  keep(report: LintReport): Promise<void>;
}

/**
 * Milliseconds. A note that was changed so shortly before a look at it could change again without a new stamp: file
 * systems have coarse clocks.
 */
const tick = 2000;

/**
 * A look at a note: its stamp then, and what it was: the digest of its text, "plain" for no postmortem, null when it
 * was not read.
 */
type Look = readonly [path: string, stamp: string, text: string | null];

interface StoredReport {
  /** Program, settings, day and zone: whatever else but the vault the results depend on. */
  readonly key: string;
  /** What was to be checked. */
  readonly scope: string;
  /** Digest of the names of all files, on which links depend. */
  readonly files: string;
  readonly looks: readonly Look[];
  readonly report: LintReport;
}

interface StoredChecks {
  readonly key: string;
  readonly checks: readonly (readonly [path: string, check: RememberedCheck])[];
}

/** The cache that the options ask for; null when they ask for none. */
export async function openCache(
  values: { readonly cache?: boolean | undefined; readonly "cache-location"?: string | undefined },
  { workspace, selection }: SelectedNotes,
  clock: Clock,
  io: Io,
): Promise<LintCache | null> {
  const location = values["cache-location"];
  if (location === undefined && values.cache !== true) return null;
  const folder = location === undefined ? cacheFolder(workspace.root, io) : resolve(io.cwd, location);
  const key = digestOf(JSON.stringify([io.version, workspace.settings, today(clock), clock.zone]));
  const scope = digestOf(JSON.stringify([workspace.targets, selection]));
  return openLintCache({ folder, key, scope }, workspace, io);
}

/** Where results are kept, and for which run they hold. */
interface CachePlace {
  readonly folder: string;
  readonly key: string;
  /** Which notes were asked for. */
  readonly scope: string;
}

/** Opens the results of earlier runs that had the same `key`; tells the workspace which notes need not be read. */
async function openLintCache({ folder, key, scope }: CachePlace, workspace: Workspace, io: Io): Promise<LintCache> {
  const { root, files: paths, notes, plain } = workspace;
  const files = digestOf([...paths, "", ...notes].join("\0"));
  const known = new Memory();
  const links = paths.filter((path) => isNotePath(path) || noteExtension(path, workspace.settings, known) !== null);
  const stamps = stampsOf(root, links, Date.now() - tick);
  const content = await readCacheFile(folder, "report.json");
  const stored = isStored<StoredReport>(content, key, "report") ? content : null;
  const changed: Look[] = [];
  for (const look of stored?.looks ?? []) {
    const [path, stamp, text] = look;
    if (stamp === "" || stamps.get(path) !== stamp) changed.push(look);
    else if (text === "plain") plain.add(path);
  }
  const checks = new Map<string, RememberedCheck>();
  const store = async (name: string, value: unknown): Promise<void> => {
    const problem = await writeCacheFile(folder, name, value);
    if (problem !== null) io.stderr.line(`postmortem: cannot keep results in \`${folder}\`: ${problem}`);
  };

  return {
    async report() {
      if (stored === null || stored.scope !== scope || stored.files !== files) return null;
      if (!(await areAsStored(changed, workspace))) return null;
      if (changed.length > 0)
        await store("report.json", {
          ...stored,
          looks: stored.looks.map(([path, , text]): Look => [path, stamps.get(path) ?? "", text]),
        });
      return stored.report;
    },
    async memory() {
      const known = await readCacheFile(folder, "checks.json");
      if (isStored<StoredChecks>(known, key, "checks"))
        for (const [path, check] of known.checks) checks.set(path, check);
      return createMemory(workspace.library, checks);
    },
    async keep(report) {
      const textOf = (path: string): string | null => {
        const text = workspace.library.text(path);
        return text === null ? (plain.has(path) ? "plain" : null) : digestOf(text);
      };
      const looks = [...stamps].map(([path, stamp]): Look => [path, stamp, textOf(path)]);
      await store("report.json", { key, scope, files, looks, report } satisfies StoredReport);
      const present = [...checks].filter(([path]) => workspace.library.exists(path));
      await store("checks.json", { key, checks: present } satisfies StoredChecks);
    },
  };
}

/** Whether notes with another stamp have the same text, or are no postmortems now as before. */
async function areAsStored(changed: readonly Look[], { vault, plain, settings }: Workspace): Promise<boolean> {
  const texts = new Map(changed.map(([path, , text]) => [path, text]));
  const memory = new Memory();
  let different = 0;
  await vault.readEach([...texts.keys()], (path, file) => {
    const isPlain = "bytes" in file && !mayBePostmortem(path, file.bytes.toString("latin1"), settings, memory);
    if (isPlain && texts.get(path) === "plain") plain.add(path);
    else if (!("bytes" in file) || digestOf(file.bytes) !== texts.get(path)) different++;
  });
  return different === 0;
}

/** A memory of checks of the notes of a library. */
export function createMemory(library: Library, checks = new Map<string, RememberedCheck>()): CheckMemory {
  const digests = new Map<string, { readonly text: string; readonly digest: string }>();
  const digest = (path: string): string | null => {
    const text = library.text(path);
    if (text === null) return null;
    const known = digests.get(path);
    if (known?.text === text) return known.digest;
    const anew = digestOf(text);
    digests.set(path, { text, digest: anew });
    return anew;
  };
  return { checks, digest };
}

const path = z.string();
const reportShape = z.object({
  scope: z.string(),
  files: z.string(),
  looks: z.array(z.tuple([path, z.string(), z.nullable(z.string())])),
  report: z.object({
    diagnostics: z.array(z.object({ path, rule: z.string(), severity: z.enum(["error", "warning", "info"]) })),
    summary: z.object({ notes: z.number(), errors: z.number(), warnings: z.number(), infos: z.number() }),
  }),
});
const checksShape = z.object({ checks: z.array(z.tuple([path, z.looseObject({})])) });

/** Whether content that has proved to be whole is of this kind and key, and has the shape of what is stored. */
function isStored<Stored extends { readonly key: string }>(
  content: unknown,
  key: string,
  part: keyof Stored & string,
): content is Stored {
  const schema = part === "report" ? reportShape : checksShape;
  return schema.safeParse(content).success && z.object({ key: z.literal(key) }).safeParse(content).success;
}
