import type { Editor } from "obsidian";
import { knownFrom } from "../../commands";
import type { Handed } from "../../incident/from";
import { recognise } from "../../incident/from";
import { findSections, sectionsNamed } from "../../incident";
import { parseNote } from "../../note";
import type { Host } from "../host";
import { ImportModal } from "../modals/import";
import { addNoteCommand } from "./note-command";
import { postmortemOfTimeline } from "./timeline";
import { texts } from "../texts";

/** Files that are dropped into a postmortem to be read, not to be kept. */
const importable = /\.(?:json|jsonl|ndjson|csv|tsv)$/i;
/** A longer paste is not looked at: recognising it would hold up the paste. UTF-16 units. */
const longestPaste = 1_000_000;

/** Events from other tools: on command, from a file that is dropped, and from a paste that is recognised. */
export function registerImport(host: Host): void {
  const { app, plugin } = host;
  addNoteCommand(host, {
    id: "import-events",
    name: texts().commands.importEvents,
    icon: "import",
    applies: (path) => postmortemOfTimeline(host, path) !== null,
    run: (path) => {
      new ImportModal(host, { path: postmortemOfTimeline(host, path) ?? path, handed: [] }).open();
    },
  });
  plugin.registerEvent(
    app.workspace.on("editor-drop", (event, _, { file }) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const postmortem = file === null ? null : postmortemOfTimeline(host, file.path);
      if (event.defaultPrevented || postmortem === null || files.length === 0) return;
      if (!files.every(({ name }) => importable.test(name))) return;
      event.preventDefault();
      const modal = new ImportModal(host, { path: postmortem, handed: [] });
      modal.open();
      void modal.take(files);
    }),
  );
  plugin.registerEvent(
    app.workspace.on("editor-paste", (event, editor, { file }) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || file === null || !text.includes("\n") || text.length > longestPaste) return;
      const postmortem = postmortemOfTimeline(host, file.path);
      if (postmortem === null || !isInTimeline(host, editor, file.path)) return;
      const html = event.clipboardData?.getData("text/html") ?? "";
      const handed: Handed = { name: "", text, ...(html === "" ? {} : { html }) };
      if (recognise(handed, knownFrom(host.settings.current)) === null) return;
      event.preventDefault();
      const view = host.editors.front();
      const otherwise = {
        name: texts().writing.importing.asText,
        run: () => {
          if (view === null) editor.replaceSelection(text);
          else view.dispatch(view.state.replaceSelection(text), { userEvent: "input.paste" });
        },
      };
      new ImportModal(host, { path: postmortem, handed: [handed], otherwise }).open();
    }),
  );
}

/** Whether the cursor stands in the timeline; the whole of a note that only holds one counts. */
function isInTimeline(host: Host, editor: Editor, path: string): boolean {
  if (!host.notes.isPostmortem(path)) return true;
  const note = parseNote(editor.getValue(), path);
  const offset = editor.posToOffset(editor.getCursor());
  return sectionsNamed(findSections(note, host.settings.current), "timeline").some(
    ({ body }) => offset >= body.start && offset <= body.end,
  );
}
