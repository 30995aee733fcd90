import { isSameBytes } from "../../base";
import type { Vault } from "../../vault";
import type { ExportedAttachment } from "./options";
import { readTraced } from "./trace";
import { lineDifference } from "./difference";

/** What became of a document that was to be written. */
export type Delivery =
  | { readonly kind: "created" | "updated" | "unchanged" }
  | {
      readonly kind: "refused";
      /** In words, with what to do about it. */
      readonly message: string;
      /** Between what stands in an edited file and what would be written; null for every other reason. */
      readonly difference: string | null;
    };

/** Writes an exported document with its trace: to a new file, or over what an export wrote and nobody touched since. */
export async function writeExport(target: Vault, path: string, text: string): Promise<Delivery> {
  const current = await target.read(path);
  if (!current.ok && current.reason === "missing") {
    const created = await target.create(path, text);
    return created.ok ? { kind: "created" } : { kind: "refused", message: created.message, difference: null };
  }
  if (!current.ok) return { kind: "refused", message: current.message, difference: null };
  if (current.text === text) return { kind: "unchanged" };
  const traced = readTraced(current.text);
  if (!traced)
    return {
      kind: "refused",
      message: `\`${path}\` was not written by an export and is not overwritten; choose another name`,
      difference: null,
    };
  if (traced.edited) {
    const difference = lineDifference(traced.body, readTraced(text)?.body ?? text);
    return {
      kind: "refused",
      message: `\`${path}\` was edited by hand and is not overwritten; take over what is needed, and delete or move it to export again`,
      difference,
    };
  }
  const next = current.text.includes("\r\n") ? text.replace(/\r?\n/g, "\r\n") : text;
  if (next === current.text) return { kind: "unchanged" };
  const written = await target.change(path, current.text, [
    { path, span: { start: 0, end: current.text.length }, text: next },
  ]);
  return written.ok ? { kind: "updated" } : { kind: "refused", message: written.message, difference: null };
}

/** What became of attachments. */
export interface CopiedAttachments {
  /** Paths of the files that were made. */
  readonly copied: readonly string[];
  /** What could not be copied, in words. */
  readonly problems: readonly string[];
}

/**
 * Copies attachments next to the document in `folder`, empty for the root of `target`. A copy that is there already
 * stays as it is.
 */
export async function copyAttachments(
  source: Vault,
  target: Vault,
  folder: string,
  attachments: readonly ExportedAttachment[],
): Promise<CopiedAttachments> {
  const copied: string[] = [];
  const problems: string[] = [];
  for (const { from, to } of attachments) {
    const read = await source.readBytes(from);
    if (!read.ok) {
      problems.push(read.message);
      continue;
    }
    const path = folder === "" ? to : `${folder}/${to}`;
    const created = await target.create(path, read.bytes);
    if (created.ok) {
      copied.push(path);
      continue;
    }
    const kept = created.reason === "exists" ? await target.readBytes(path) : null;
    if (!kept?.ok) problems.push(created.message);
    else if (!isSameBytes(kept.bytes, read.bytes))
      problems.push(`\`${path}\` differs from \`${from}\` and is not overwritten; delete it to get a new copy`);
  }
  return { copied, problems };
}
