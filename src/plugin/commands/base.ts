import { baseOfPostmortems } from "../../write";
import type { Host } from "../host";
import { postmortemFolders } from "../../settings";
import { notify } from "../ui/notify";

/** The command that writes a base of all postmortems, or opens the one that is there. */
export function registerBaseCommand(host: Host): void {
  host.plugin.addCommand({
    id: "create-base",
    name: "Create base of all incidents",
    icon: "table",
    callback: () => void createBase(host),
  });
}

async function createBase({ app, settings, vault }: Host): Promise<void> {
  const [folder] = postmortemFolders(settings.current);
  const path = folder === undefined ? "Postmortems.base" : `${folder}/Postmortems.base`;
  if (app.vault.getFileByPath(path) !== null) notify(`${path} is there already, and was left as it is.`);
  else {
    const result = await vault.create(path, baseOfPostmortems(settings.current));
    if (!result.ok) {
      notify(`The base could not be written: ${result.message}.`);
      return;
    }
  }
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  const leaf = app.workspace.getLeaf("tab");
  await leaf.openFile(file);
  if (leaf.view.getViewType() !== "empty") return;
  leaf.detach();
  notify(`${path} is a base. To see it, turn on the core plugin Bases.`);
}
