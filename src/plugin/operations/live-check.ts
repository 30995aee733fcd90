import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../../check";
import type { Host } from "../host";
import type { NoteStore } from "../state/note-store";
import { textNow, type TextPlaces } from "../state/text-now";

/** Where the text of a note is, and who wants to know it. */
export interface TextSources extends TextPlaces {
  readonly notes: Pick<NoteStore, "take" | "library">;
}

/**
 * Checks what an editor shows, saved or not; returns what stands in that note. Null when another pane
 * of the note is ahead of this one, which takes that text when it is saved, or when the note was changed meanwhile.
 */
export async function checkEditor(
  { editors, notes, problems }: Host,
  view: EditorView,
): Promise<readonly Diagnostic[] | null> {
  const path = editors.pathOf(view);
  if (path === null) return [];
  const text = view.state.doc.toString();
  if (editors.of(path)[0]?.state.doc.toString() !== text) return null;
  await notes.edit(path, text);
  await problems.refresh([path, ...notes.library.embedders(path)]);
  return (notes.library.text(path) ?? text) === text ? problems.at(path) : null;
}

/** How often a note is read anew that changes while it is read. */
const attempts = 5;

/** Reads a note that is asked about by name as it is now; any note, postmortem or not. */
export async function takeCurrentText(sources: TextSources, path: string): Promise<void> {
  const { library } = sources.notes;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = library.text(path);
    const text = await textNow(sources, path);
    // The note may have been renamed while it was read: it must not come back under its old name.
    if (text === null || !library.exists(path)) return;
    // Somebody was faster, perhaps with a newer text.
    if (library.text(path) !== held) continue;
    await sources.notes.take(path, text);
    return;
  }
}
