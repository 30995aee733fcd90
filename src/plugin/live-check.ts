import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../check/diagnostic";
import type { Host } from "./host";
import { pathOf } from "./open-editors";

/** Checks what an editor shows, saved or not; returns what stands in that note. */
export async function checkEditor({ notes, problems }: Host, view: EditorView): Promise<readonly Diagnostic[]> {
  const path = pathOf(view);
  if (path === null) return [];
  await notes.edit(path, view.state.doc.toString());
  await problems.refresh([path, ...notes.library.embedders(path)]);
  return problems.at(path);
}
