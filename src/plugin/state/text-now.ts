import type { Vault } from "../../vault";
import type { OpenEditors } from "./open-editors";

/** Where the text of a note may be. */
export interface TextPlaces {
  readonly editors: Pick<OpenEditors, "of">;
  readonly vault: Pick<Vault, "read">;
}

/**
 * The text of a note as it is now: what an editor shows that has all of it, else what is stored; null
 * when it cannot be read.
 */
export async function textNow({ editors, vault }: TextPlaces, path: string): Promise<string | null> {
  const shown = (): string | null => editors.of(path)[0]?.state.doc.toString() ?? null;
  const before = shown();
  if (before !== null) return before;
  const saved = await vault.read(path);
  // Somebody may have begun to edit it while it was read.
  return shown() ?? (saved.ok ? saved.text : null);
}
