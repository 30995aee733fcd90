import type { Handed } from "../../incident/from";
import { decodeText, longestInput } from "../../incident/from";
import { texts } from "../texts";

/** Reads files that a person chose; or says which is too long, and is not even opened. */
export async function handedFiles(
  files: readonly File[],
): Promise<{ readonly handed: readonly Handed[] } | { readonly fault: string }> {
  const handed: Handed[] = [];
  for (const file of files) {
    if (file.size > longestInput) return { fault: texts().changes.fileTooLong(file.name, longestInput / 1_000_000) };
    handed.push({ name: file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())).text });
  }
  return { handed };
}
