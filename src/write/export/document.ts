import type { Note } from "../../note";
import { isPostmortem } from "../../settings";
import type { Vault } from "../../vault";
import { noteName } from "../../vault";
import type { Exported } from "./note";
import type { ExportPlace, ExportSource } from "./options";
import type { ExportChoices } from "./choices";
import { choicesInWords, optionsFor, readChoices } from "./choices";
import type { Delivery } from "./deliver";
import { copyAttachments, writeExport } from "./deliver";
import type { CopiedAttachments } from "./deliver";
import { targetOf } from "./targets";
import { readTraced, withTrace } from "./trace";
import { redact } from "./external/external";
import { leaksOf } from "./external/leaks";
import { readFile, readHtml, readMarkdown } from "./external/reading";
import type { ReaderText } from "./external/reading";
import type { Listed } from "./external/words";

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
  const options = optionsFor(choices, source, place);
  const target = targetOf(choices.target);
  if (!choices.external) return target.make(source, path, options);
  const looked: Listed[] = [];
  const exported = await target.make(source, path, {
    ...options,
    redact: (document: Note) => {
      const redacted = redact(document, { library, settings });
      looked.push(redacted.listed);
      return redacted;
    },
  });
  const [listed] = looked;
  if (!exported || exported.refusal !== null || !listed) return exported;
  const read = choices.target === "html" ? readHtml : readMarkdown;
  const name = place.document.slice(place.document.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  // A copy that is named after its note keeps that name in the vault, and gets another one when it is sent.
  const isChosen = !name.startsWith(noteName(path));
  const leaks = leaksOf(
    [
      ...read(exported.text),
      ...(isChosen ? [{ place: "in the name of the file", text: name, kind: "words" } as const] : []),
      ...(await readAttachments(source.vault, exported)),
    ],
    listed,
  );
  return leaks.length === 0 ? exported : { ...exported, text: "", attachments: [], refusal: refusalFor(leaks) };
}

function refusalFor(leaks: readonly string[]): string {
  return `not exported, since this must not leave and could not be taken out: ${leaks.join(", ")}; change it in the note, or what stands for it in the settings`;
}

/** What the files beside a document say: their names, and the text in them, such as the author of a picture. */
async function readAttachments(vault: Vault, { attachments }: Exported): Promise<readonly ReaderText[]> {
  const readings: ReaderText[] = [];
  for (const { from, to } of attachments) {
    readings.push({ place: `in the name of \`${from}\``, text: to, kind: "words" });
    const read = await vault.readBytes(from);
    if (read.ok) readings.push(...readFile(read.bytes, /\.(?:svg|html?|xml)$/i.test(from), `in \`${from}\``));
  }
  return readings;
}

/** Writes an exported document and copies its attachments; gives what became of it and what could not be copied. */
export async function writeDocument(
  source: ExportSource,
  { note, choices }: { readonly note: string; readonly choices: ExportChoices },
  { text, attachments, refusal }: Exported,
  to: ExportDestination,
): Promise<{ readonly delivery: Delivery } & CopiedAttachments> {
  const none = { copied: [], problems: [] };
  if (refusal !== null) return { delivery: { kind: "refused", message: refusal, difference: null }, ...none };
  // The name of a note is internal too: an external version does not tell it.
  const trace = { source: choices.external ? "" : note, choices: choicesInWords(choices) };
  const delivery = await writeExport(to.vault, to.path, withTrace(text, trace));
  if (delivery.kind === "refused") return { delivery, ...none };
  const folder = to.path.slice(0, Math.max(0, to.path.lastIndexOf("/")));
  return { delivery, ...(await copyAttachments(source.vault, to.vault, folder, attachments)) };
}

/** Where an exported file comes from. */
export interface ExportOrigin {
  /** Path of the note. */
  readonly note: string;
  readonly choices: ExportChoices;
  /** Whether a person named the note. Otherwise only the file does, and anybody can have written that. */
  readonly isNamed: boolean;
}

/**
 * What an exported file was made from and as, or in words why nobody can tell. An external version needs `named`, the
 * note that it is refreshed from.
 */
export async function originOf(
  vault: Vault,
  path: string,
  named: string | null,
): Promise<ExportOrigin | { readonly problem: string }> {
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
    : { note, choices, isNamed: named !== null };
}

/**
 * In words why the file at `path` is not refreshed from the note that it names itself; null when it may be. A forged
 * file could otherwise fill a document with a diary, so that it is believed of postmortems alone.
 */
export function whyNotBelieved(
  path: string,
  { note: source, isNamed }: ExportOrigin,
  { library, settings }: Pick<ExportSource, "library" | "settings">,
): string | null {
  const note = library.note(source);
  return isNamed || (note !== null && isPostmortem(note, settings))
    ? null
    : `\`${path}\` says that it was exported from \`${source}\`, which is no postmortem; if it is meant, refresh it from that note`;
}
