import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../../check";
import type { Vault } from "../../vault";
import type { Host } from "../host";
import type { NoteStore } from "../state/note-store";
import type { OpenEditors } from "../state/open-editors";
import { pathOf } from "../state/open-editors";

/** Where the text of a note is, and who wants to know it. */
export interface TextSources {
  readonly editors: Pick<OpenEditors, "of">;
  readonly vault: Pick<Vault, "read">;
  readonly notes: Pick<NoteStore, "take" | "library">;
}

/** Checks what an editor shows, saved or not; returns what stands in that note. */
export async function checkEditor({ notes, problems }: Host, view: EditorView): Promise<readonly Diagnostic[]> {
  const path = pathOf(view);
  if (path === null) return [];
  await notes.edit(path, view.state.doc.toString());
  await problems.refresh([path, ...notes.library.embedders(path)]);
  return problems.at(path);
}

/**
 * Reads a note that is asked about by name: as an editor shows it, or as it was saved last; any note, postmortem or
 * not.
 */
export async function takeCurrentText({ editors, notes, vault }: TextSources, path: string): Promise<void> {
  const [view] = editors.of(path);
  if (view !== undefined) {
    await notes.take(path, view.state.doc.toString());
    return;
  }
  const saved = await vault.read(path);
  // The note may have been renamed while it was read: it must not come back under its old name.
  if (saved.ok && notes.library.exists(path)) await notes.take(path, saved.text);
}
