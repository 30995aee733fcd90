import type { App } from "obsidian";
import { appSettingsFile, hasStrictLineBreaks, noteName } from "../../vault";
import type { Delivery, ExportChoices, ExportDestination, Exported, ExportSource } from "../../write/export";
import { exportDocument, exportTargets, originOf, targetOf, whyNotBelieved, writeDocument } from "../../write/export";
import { safePath } from "../../write";
import type { Host } from "../host";
import { commandContext } from "./context";
import { takeCurrentText } from "./live-check";

/** What came of an export that was asked for. */
export interface ExportOutcome {
  /** Path of the document. */
  readonly path: string;
  /** Path of the note that it was made from. */
  readonly source: string;
  readonly delivery: Delivery;
  /** Attachments that could not be copied and embeds that could not be included, in words. */
  readonly problems: readonly string[];
}

/** Where the copy of a note goes: its name differs from the note's, so that links to the note keep leading there. */
export function copyPath(host: Host, note: string, target: ExportChoices["target"]): string {
  const folder = safePath(host.settings.current.export.folder);
  return `${folder === "" ? "" : `${folder}/`}${noteName(note)}-exported.${targetOf(target).extension}`;
}

/** The note as the document that was chosen, from the text that an editor shows; null when it cannot be read. */
export async function previewExport(
  host: Host,
  note: string,
  choices: ExportChoices,
  path = copyPath(host, note, choices.target),
): Promise<Exported | null> {
  await takeCurrentText(host, note);
  return exportDocument(await sourceOf(host), note, choices, { document: path, vault: "" });
}

/** Writes a note's copy into the vault; null when the note cannot be read. */
export async function exportToVault(
  host: Host,
  note: string,
  choices: ExportChoices,
  path = copyPath(host, note, choices.target),
): Promise<ExportOutcome | null> {
  const document = await previewExport(host, note, choices, path);
  if (!document) return null;
  const to: ExportDestination = { vault: host.vault, path, place: { document: path, vault: "" } };
  const { delivery, problems } = await writeDocument(await sourceOf(host), { note, choices }, document, to);
  return { path, source: note, delivery, problems: [...document.problems.map(({ message }) => message), ...problems] };
}

/** Refreshes the copies of a note, or the note itself when it is a copy; for each what came of it. */
export async function refreshCopies(
  host: Host,
  path: string,
): Promise<readonly (ExportOutcome | { readonly problem: string })[]> {
  const copies = exportTargets
    .map(({ id }) => copyPath(host, path, id))
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
  const origin = await originOf(host.vault, path, note);
  if ("problem" in origin) return origin;
  const disbelief = whyNotBelieved(path, origin, commandContext(host));
  if (disbelief !== null) return { problem: disbelief };
  const outcome = await exportToVault(host, origin.note, origin.choices, path);
  if (outcome === null) return { problem: `\`${origin.note}\`, which \`${path}\` was exported from, cannot be read` };
  const { delivery } = outcome;
  // The other text of a difference is the note's, which a file alone, anybody's, may have asked for.
  return delivery.kind === "refused" && !origin.isNamed
    ? { ...outcome, delivery: { ...delivery, difference: null } }
    : outcome;
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
