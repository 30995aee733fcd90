import { keysOf } from "../base";
import type { ExportOption } from "../settings";
import { exportOptions } from "../settings";
import type { Delivery, ExportDestination, Exported, ExportOrigin, ExportSource } from "../write/export";
import { exportDocument, exportTargets, originOf, whyNotBelieved, writeDocument } from "../write/export";
import type { CommandOption, CommandWords } from "./command";

/** The options of the two command lines are what `withGiven` of `write/export` reads. */
export const exportCommand = {
  name: "export",
  summary: "Write a note as a document that stands alone",
  options: {
    to: {
      type: "string",
      value: "format",
      description: `what to make: ${inWords(exportTargets.map(({ id }) => id))}`,
    },
    flavor: choice(exportOptions.flavor),
    links: choice(exportOptions.links),
    properties: choice(exportOptions.properties),
    tasks: choice(exportOptions.tasks),
    "mark-origin": { type: "boolean", description: "say where embedded text comes from" },
    external: { type: "boolean", description: "only what may leave the company, by the settings" },
  },
} as const satisfies CommandWords;

/** A document that was made, and what became of it. */
export interface ExportResult {
  readonly document: Exported;
  /** An edited file's difference is empty where nobody named the note: its text is not for a file to ask for. */
  readonly delivery: Delivery;
  /** Paths of the attachments that were copied beside it. */
  readonly copied: readonly string[];
  /** Attachments that could not be copied, in words. */
  readonly problems: readonly string[];
}

/** Makes a document of a note and writes it; null when the note cannot be read. */
export async function exportTo(
  source: ExportSource,
  { note, choices, isNamed }: ExportOrigin,
  to: ExportDestination,
): Promise<ExportResult | null> {
  const document = await exportDocument(source, note, choices, to.place);
  if (document === null) return null;
  const { copied, delivery, problems } = await writeDocument(source, { note, choices }, document, to);
  const isShown = isNamed || delivery.kind !== "refused" || delivery.difference === null;
  return { document, delivery: isShown ? delivery : { ...delivery, difference: "" }, copied, problems };
}

/** An exported file that is to be written anew. */
interface ExportedFile extends Pick<ExportDestination, "vault" | "path"> {
  /** Its path as the host shows it. */
  readonly shown: string;
  /** The note that a person named; null where the file is to say it. */
  readonly note: string | null;
}

/** What keeps an exported file from being written anew, in words. */
interface RefreshProblem {
  readonly problem: string;
  /** Only the file names the note, and it is not believed; a person may name it. */
  readonly isDoubt: boolean;
}

/** What an exported file is written anew from, once `open` has read its note. */
export async function refreshFrom<Source extends Pick<ExportSource, "library" | "settings">>(
  { vault, path, shown, note }: ExportedFile,
  open: (note: string) => Promise<Source>,
): Promise<{ readonly origin: ExportOrigin; readonly source: Source } | RefreshProblem> {
  const origin = await originOf(vault, path, note);
  if ("problem" in origin) return { ...origin, isDoubt: false };
  const source = await open(origin.note);
  const problem = whyNotBelieved(shown, origin, source);
  return problem === null ? { origin, source } : { problem, isDoubt: true };
}

function choice({ description, values }: ExportOption): CommandOption & { readonly type: "string" } {
  return { type: "string", value: "choice", description: `${description}: ${inWords(keysOf(values))}` };
}

function inWords(names: readonly string[]): string {
  return names.join(names.length === 2 ? " or " : ", ");
}
