import {
  TFile,
  TFolder,
  type Command,
  type Editor,
  type MarkdownFileInfo,
  type MarkdownView,
  type Menu,
} from "obsidian";
import { checkOneNote } from "./check";
import type { Host } from "../host";
import { openForm } from "./new";
import { moves, startMove, statusFor } from "./review";
import { commandName } from "../ui/command-name";
import { texts } from "../texts";

/** What the menu of a file offers beside its own, for postmortems: these need the note in front. */
const fileCommands: readonly string[] = ["show-incident"];

/** What the menu of an editor offers, wherever the palette would. */
const editorCommands: readonly string[] = [
  "fix-here",
  "fix-all",
  "insert-event",
  "import-events",
  "insert-chart",
  "sort-timeline",
  "replace-embeds",
];

/** What is offered in the note that holds the timeline of a postmortem. */
const timelineCommands: readonly string[] = ["insert-event", "import-events", "sort-timeline"];

/** Offers in the menus of files, folders and editors what the palette offers. */
export function registerMenus(host: Host): void {
  const { plugin } = host;
  const { workspace } = host.app;
  plugin.registerEvent(
    workspace.on("file-menu", (menu, file) => {
      if (file instanceof TFolder) {
        menu.addItem((item) =>
          item
            .setSection("action-primary")
            .setTitle(texts().commands.newHere)
            .setIcon("siren")
            .onClick(() => {
              openForm(host, { folder: file.isRoot() ? "" : file.path });
            }),
        );
      } else if (file instanceof TFile && host.notes.isPostmortem(file.path)) fillFileMenu(host, menu, file);
    }),
  );
  plugin.registerEvent(
    workspace.on("editor-menu", (menu, editor, context) => {
      if (context.file === null) return;
      const ids = host.notes.isPostmortem(context.file.path) ? editorCommands : timelineCommands;
      for (const command of named(host, ids))
        if (attempt(command, true, editor, context))
          addCommand(host, menu, command, () => {
            attempt(command, false, editor, context);
          });
    }),
  );
}

function fillFileMenu(host: Host, menu: Menu, file: TFile): void {
  const { path } = file;
  menu.addItem((item) =>
    item
      .setSection("postmortem")
      .setTitle(texts().commands.check)
      .setIcon("clipboard-check")
      .onClick(() => void checkOneNote(host, path)),
  );
  for (const { icon, move } of moves) {
    if (statusFor(host, path, move) === null) continue;
    menu.addItem((item) =>
      item
        .setSection("postmortem")
        .setTitle(texts().commands.moves[move])
        .setIcon(icon)
        .onClick(() => void startMove(host, path, move)),
    );
  }
  for (const command of named(host, fileCommands)) {
    addCommand(host, menu, command, () => void openAndRun(host, file, command));
  }
}

async function openAndRun({ app }: Host, file: TFile, { callback, checkCallback }: Command): Promise<void> {
  await app.workspace.getLeaf(false).openFile(file);
  if (checkCallback === undefined) callback?.();
  else checkCallback(false);
}

function named({ commands }: Host, ids: readonly string[]): readonly Command[] {
  return ids.flatMap((id) => commands.get(id) ?? []);
}

function addCommand(host: Host, menu: Menu, command: Command, run: () => void): void {
  menu.addItem((item) =>
    item
      .setSection("postmortem")
      .setTitle(commandName(host, command))
      .setIcon(command.icon ?? null)
      .onClick(run),
  );
}

/** Runs a command, or only asks whether it applies, as the palette does. */
function attempt(
  { callback, checkCallback, editorCheckCallback }: Command,
  checking: boolean,
  editor: Editor,
  context: MarkdownView | MarkdownFileInfo,
): boolean {
  if (editorCheckCallback !== undefined) return editorCheckCallback(checking, editor, context) === true;
  if (checkCallback !== undefined) return checkCallback(checking) === true;
  if (!checking) callback?.();
  return callback !== undefined;
}
