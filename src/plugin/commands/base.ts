import { baseOfPostmortems } from "../../write";
import type { Host } from "../host";
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

async function createBase({ app, settings, vault }: Host): Promise<void> {
  const said = texts().writing.base;
  const [folder] = postmortemFolders(settings.current);
  const path = folder === undefined ? "Postmortems.base" : `${folder}/Postmortems.base`;
  if (app.vault.getFileByPath(path) !== null) notify(said.isThere(path));
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
  if (leaf.view.getViewType() !== "empty") return;
  leaf.detach();
  notify(said.needsPlugin(path));
}
