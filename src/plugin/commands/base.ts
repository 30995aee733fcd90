import { baseOfPostmortems } from "../../write";
import type { Host } from "../host";
import { offerUndoOfFiles } from "../operations/undo";
import { postmortemFolders } from "../../settings";
import { notify } from "../ui/notify";
import { texts } from "../texts";

/** The command that writes a base of all postmortems, or opens the one that is there. */
export function registerBaseCommand(host: Host): void {
  host.plugin.addCommand({
    id: "create-base",
    name: texts().commands.createBase,
    icon: "table",
    callback: () => void createBase(host),
  });
}

async function createBase(host: Host): Promise<void> {
  const { app, settings, vault } = host;
  const said = texts().writing.base;
  const [folder] = postmortemFolders(settings.current);
  const path = folder === undefined ? "Postmortems.base" : `${folder}/Postmortems.base`;
  const isNew = app.vault.getFileByPath(path) === null;
  if (!isNew) notify(said.isThere(path));
  else {
    const result = await vault.create(path, baseOfPostmortems(settings.current));
    if (!result.ok) {
      notify(said.unwritten(result.message));
      return;
    }
  }
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  const leaf = app.workspace.getLeaf("tab");
  await leaf.openFile(file);
  const isShown = leaf.view.getViewType() !== "empty";
  if (!isShown) leaf.detach();
  const told = isShown ? texts().changes.created(path) : said.needsPlugin(path);
  if (isNew) await offerUndoOfFiles(host, told, new Map([[path, null]]));
  else if (!isShown) notify(told);
}
