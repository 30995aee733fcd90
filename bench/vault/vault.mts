import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { kindAt, pathAt } from "./names.mts";
import { ordinaryText } from "./ordinary.mts";
import { postmortemText, timelineNoteText } from "./postmortem.mts";

/** A note of a generated vault. */
export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

/** The note at a place of the vault that belongs to a seed; a larger vault begins with the notes of a smaller one. */
export function noteAt(seed: string, index: number): GeneratedNote {
  const kind = kindAt(index);
  const write = kind === "postmortem" ? postmortemText : kind === "timeline" ? timelineNoteText : ordinaryText;
  return { path: pathAt(index), text: write(seed, index) };
}

/** The notes of a vault of this size, a tenth of them postmortems. */
export function* notesOf(seed: string, size: number): Generator<GeneratedNote> {
  for (let index = 0; index < size; index++) yield noteAt(seed, index);
}

/**
 * The folder of a generated vault, written when it is not there from an earlier run. Its name holds a hash
 * of what the generator makes, so that a changed generator writes a new one.
 */
export function vaultFolder(seed: string, size: number): string {
  const hash = createHash("sha256");
  for (const { path, text } of notesOf(seed, 200)) hash.update(`${path}\n${text}\n`);
  const home = join(tmpdir(), "postmortem-bench");
  const folder = join(home, `${hash.digest("hex").slice(0, 12)}-${size}`);
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  const growing = mkdtempSync(join(home, "growing-"));
  try {
    const made = new Set<string>();
    for (const { path, text } of notesOf(seed, size)) {
      const file = join(growing, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, text);
    }
    // A vault stays where it is, whatever folders lie around it.
    mkdirSync(join(growing, ".obsidian"));
    renameSync(growing, folder);
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
  return folder;
}
