import type { App } from "obsidian";
import { exportTo, refreshFrom } from "../../commands";
import { appSettingsFile, hasStrictLineBreaks, noteName } from "../../vault";
import type { Delivery, ExportChoices, Exported, ExportOrigin, ExportSource } from "../../write/export";
import { exportDocument, exportTargets, targetOf } from "../../write/export";
import { safePath } from "../../write";
import type { Host } from "../host";
import { commandContext } from "./context";
import { takeCurrentText } from "./live-check";
import { texts } from "../texts";

/** What came of an export that was asked for. */
export interface ExportOutcome {
  /** Path of the document. */
  readonly path: string;
  /** Path of the note that it was made from. */
  readonly source: string;
  /** The text of the document before; null where there was none. */
  readonly before: string | null;
  readonly delivery: Delivery;
  /** Paths of the attachments that were copied beside it. */
  readonly copied: readonly string[];
  /** Attachments that could not be copied and embeds that could not be included, in words. */
  readonly problems: readonly string[];
}

/**
 * Where the copy of a note goes: its name differs from the note's, so that links to the note keep leading there, and
 * that of an external version from the others', so that nobody sends out the wrong one.
 */
export function copyPath(
  host: Host,
  note: string,
  { external, target }: Pick<ExportChoices, "external" | "target">,
): string {
  const folder = safePath(host.settings.current.export.folder);
  return `${folder === "" ? "" : `${folder}/`}${noteName(note)}-${external ? "external" : "exported"}.${targetOf(target).extension}`;
}

/** The note as the document that was chosen, from the text that an editor shows; null when it cannot be read. */
export async function previewExport(host: Host, note: string, choices: ExportChoices): Promise<Exported | null> {
  await takeCurrentText(host, note);
  const document = copyPath(host, note, choices);
  return exportDocument(await sourceOf(host), note, choices, { document, vault: "" });
}

/** Writes a note's copy into the vault; null when the note cannot be read. */
export async function exportToVault(host: Host, note: string, choices: ExportChoices): Promise<ExportOutcome | null> {
  return write(host, { note, choices, isNamed: true }, copyPath(host, note, choices));
}

async function write(host: Host, origin: ExportOrigin, path: string): Promise<ExportOutcome | null> {
  await takeCurrentText(host, origin.note);
  const to = { vault: host.vault, path, place: { document: path, vault: "" } };
  const read = await host.vault.read(path);
  const result = await exportTo(await sourceOf(host), origin, to);
  if (!result) return null;
  const { copied, document, delivery, problems } = result;
  return {
    path,
    source: origin.note,
    before: read.ok ? read.text : null,
    delivery,
    copied,
    problems: [...document.problems.map(({ message }) => message), ...problems],
  };
}

/** Refreshes the copies of a note, or the note itself when it is a copy; for each what came of it. */
export async function refreshCopies(
  host: Host,
  path: string,
): Promise<readonly (ExportOutcome | { readonly problem: string })[]> {
  const copies = exportTargets
    .flatMap(({ id: target }) => [false, true].map((external) => copyPath(host, path, { external, target })))
    .filter((copy) => host.app.vault.getFileByPath(copy) !== null);
  if (copies.length === 0) return [await refreshCopy(host, path, null)];
  const outcomes = [];
  for (const copy of copies) outcomes.push(await refreshCopy(host, copy, path));
  return outcomes;
}

/** Writes a copy anew from its note and with what was chosen then; in words why that is not possible. */
async function refreshCopy(
  host: Host,
  path: string,
  note: string | null,
): Promise<ExportOutcome | { readonly problem: string }> {
  const found = await refreshFrom({ vault: host.vault, path, shown: path, note }, () =>
    Promise.resolve(commandContext(host)),
  );
  if ("problem" in found) return found;
  const { origin } = found;
  const outcome = await write(host, origin, path);
  return outcome ?? { problem: texts().writing.copies.unreadable(origin.note, path) };
}

async function sourceOf(host: Host): Promise<ExportSource> {
  return { vault: host.vault, ...commandContext(host), strictLineBreaks: await strictLineBreaks(host.app) };
}

/** By the settings of the app, which it keeps in a file that is none of the vault's notes. */
async function strictLineBreaks({ vault: { adapter, configDir } }: App): Promise<boolean> {
  const file = `${configDir}/${appSettingsFile}`;
  try {
    return hasStrictLineBreaks((await adapter.exists(file)) ? await adapter.read(file) : null);
  } catch {
    // What cannot be read says nothing; the app itself falls back on its default too.
    return false;
  }
}
