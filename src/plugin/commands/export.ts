import { FileSystemAdapter } from "obsidian";
import { defaultChoices } from "../../write/export";
import { DifferenceModal } from "../modals/difference";
import { ExportReportModal } from "../modals/export-report";
import { ExportModal } from "../modals/export";
import type { ExportOutcome } from "../operations/export-note";
import { refreshCopies } from "../operations/export-note";
import { offerUndoOfFiles } from "../operations/undo";
import type { Host } from "../host";
import { addNoteCommand, isNote } from "./note-command";
import { notify, notifyWith } from "../ui/notify";
import { texts } from "../texts";

/** Commands that make a document of a note that stands alone, and write it anew later. */
export function registerExport(host: Host): void {
  addNoteCommand(host, {
    id: "export",
    name: texts().commands.exportNote,
    icon: "share",
    applies: isNote,
    run: (path) => {
      new ExportModal(host, path, defaultChoices(host.settings.current), (outcome) => {
        void tellOutcome(host, outcome);
      }).open();
    },
  });
  host.plugin.addCommand({
    id: "export-report",
    name: texts().commands.exportReport,
    icon: "file-chart-column",
    callback: () => {
      new ExportReportModal(host, { months: 12, severity: null, service: null }).open();
    },
  });
  addNoteCommand(host, {
    id: "refresh-copy",
    name: texts().commands.refreshCopy,
    icon: "refresh-cw",
    applies: isNote,
    run: (path) => refresh(host, path),
  });
}

async function refresh(host: Host, path: string): Promise<void> {
  for (const outcome of await refreshCopies(host, path)) {
    if ("problem" in outcome) notify(`${outcome.problem}.`);
    else await tellOutcome(host, outcome);
  }
}

/** Opens a document where it can be looked at: notes in the app, all else in what the system has for it. */
async function openDocument({ app }: Host, path: string): Promise<void> {
  await app.workspace.openLinkText(path, "", "tab");
}

/** What leads on from a document; the folder is the system's, so a phone has none. */
function waysOn(host: Host, path: string): Parameters<typeof notifyWith>[1] {
  const { adapter } = host.app.vault;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return [
    [texts().changes.open, () => openDocument(host, path)],
    ...(adapter instanceof FileSystemAdapter
      ? [[texts().changes.showInFolder, () => void activeWindow.open(adapter.getFilePath(folder))] as const]
      : []),
  ];
}

async function tellOutcome(
  host: Host,
  { path, source, before, copied, delivery, problems }: ExportOutcome,
): Promise<void> {
  if (delivery.kind === "refused") {
    const { difference, message } = delivery;
    if (difference === null || difference === "") notify(texts().changes.unwritten(message));
    else new DifferenceModal(host.app, path, difference).open();
    return;
  }
  const said = texts().writing.copies;
  const done = said[delivery.kind](path, source);
  const rest = problems.length === 0 ? "" : `\n${said.notIncluded(problems.join("\n"))}`;
  const told = `${done}${rest}`;
  const made = copied.map((file) => [file, null] as const);
  const written = delivery.kind === "unchanged" ? made : [[path, before] as const, ...made];
  if (written.length === 0) notifyWith(told, waysOn(host, path));
  else await offerUndoOfFiles(host, told, new Map(written), waysOn(host, path));
}
