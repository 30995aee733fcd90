import type { Note } from "../../note";
import type { Vault } from "../../vault";
import type { Exported } from "./note";
import type { ExportPlace, ExportSource } from "./options";
import type { ExportChoices } from "./choices";
import { choicesInWords, optionsFor, readChoices } from "./choices";
import type { Delivery } from "./deliver";
import { copyAttachments, writeExport } from "./deliver";
import { targetOf } from "./targets";
import { readTraced, withTrace } from "./trace";
import { redact } from "./external/external";

/** Where an export writes to. */
export interface ExportDestination {
  /** The vault, or a folder elsewhere that is treated as one. */
  readonly vault: Vault;
  /** The document's path in it. */
  readonly path: string;
  /** The same, seen together with the vault that is read from. */
  readonly place: ExportPlace;
}

/** The note as the document that was chosen; null when the library does not hold it. Writes nothing. */
export async function exportDocument(
  source: ExportSource,
  path: string,
  choices: ExportChoices,
  place: ExportPlace,
): Promise<Exported | null> {
  const { library, settings } = source;
  const options = {
    ...optionsFor(choices, source, place),
    ...(choices.external ? { redact: (document: Note) => redact(document, { library, settings }) } : {}),
  };
  return targetOf(choices.target).make(source, path, options);
}

/** Writes an exported document and copies its attachments; gives what became of it and what could not be copied. */
export async function writeDocument(
  source: ExportSource,
  note: string,
  choices: ExportChoices,
  { text, attachments, refusal }: Exported,
  to: ExportDestination,
): Promise<{ readonly delivery: Delivery; readonly problems: readonly string[] }> {
  if (refusal !== null) return { delivery: { kind: "refused", message: refusal, difference: null }, problems: [] };
  // The name of a note is internal too: an external version does not tell it.
  const trace = { source: choices.external ? "" : note, choices: choicesInWords(choices) };
  const delivery = await writeExport(to.vault, to.path, withTrace(text, trace));
  if (delivery.kind === "refused") return { delivery, problems: [] };
  const folder = to.path.slice(0, Math.max(0, to.path.lastIndexOf("/")));
  return { delivery, problems: await copyAttachments(source.vault, to.vault, folder, attachments) };
}

/**
 * What an exported file was made from and as, or in words why nobody can tell. An external version needs `named`, the
 * note that it is refreshed from.
 */
export async function originOf(
  vault: Vault,
  path: string,
  named: string | null,
): Promise<{ readonly note: string; readonly choices: ExportChoices } | { readonly problem: string }> {
  const read = await vault.read(path);
  if (!read.ok) return { problem: read.message };
  const trace = readTraced(read.text)?.trace;
  const choices = trace ? readChoices(trace.choices) : null;
  if (!trace || !choices)
    return { problem: `\`${path}\` does not say which note it was exported from, so it cannot be refreshed` };
  if (trace.source !== "" && named !== null && trace.source !== named)
    return { problem: `\`${path}\` was exported from \`${trace.source}\`, not from \`${named}\`` };
  const note = trace.source === "" ? named : trace.source;
  return note === null
    ? { problem: `\`${path}\` is an external version, which does not tell its note; refresh it from that note` }
    : { note, choices };
}
