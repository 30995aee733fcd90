import type { EditorView } from "@codemirror/view";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { takeCurrentText } from "./live-check";
import { offerUndo } from "./undo";
import { texts } from "../texts";

/** Inserts a block below the line of an editor's cursor, as one undoable step; `done` says so. */
export async function insertBelowCursor(host: Host, view: EditorView, block: string, done: string): Promise<void> {
  const path = host.editors.pathOf(view);
  if (path === null) return;
  const { doc, selection } = view.state;
  const { length, to } = doc.lineAt(selection.main.head);
  const text = `${length === 0 ? "" : "\n\n"}${block}\n`;
  const result = await host.vault.change(path, doc.toString(), [{ path, span: { start: to, end: to }, text }]);
  if (!result.ok) {
    notify(texts().changes.unchanged(result.message));
    return;
  }
  await takeCurrentText(host, path);
  offerUndo(host, done, new Map([[path, doc.toString()]]));
}
