import { Menu, TFile, TFolder, type App, type TAbstractFile } from "obsidian";

/** The list of folders and notes on the left. */
export function installFileList(app: App, el: HTMLElement): void {
  const { vault, workspace } = app;
  const addRow = (file: TAbstractFile, cls: string, text: string, depth: number): HTMLElement => {
    const row = el.createEl("button", { cls, text, attr: { title: file.path } });
    row.setCssProps({ "--nav-depth": String(depth) });
    row.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const menu = new Menu();
      workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", null);
      menu.showAtMouseEvent(event);
    });
    return row;
  };
  const drawFolder = (folder: TFolder, depth: number): void => {
    const sorted = [...folder.children].sort(
      (a, b) => Number(b instanceof TFolder) - Number(a instanceof TFolder) || a.name.localeCompare(b.name, "en"),
    );
    for (const file of sorted) {
      if (file instanceof TFolder) {
        addRow(file, "nav-folder-title", file.name, depth);
        drawFolder(file, depth + 1);
      } else if (file instanceof TFile) {
        const row = addRow(file, "nav-file-title", file.extension === "md" ? file.basename : file.name, depth);
        row.toggleClass("is-active", workspace.getActiveFile() === file);
        row.addEventListener("click", () => void workspace.getLeaf(false).openFile(file));
      }
    }
  };
  const draw = (): void => {
    const { scrollTop } = el;
    el.empty();
    addRow(vault.getRoot(), "nav-vault-name", "Vault", 0);
    drawFolder(vault.getRoot(), 0);
    el.scrollTop = scrollTop;
  };
  vault.on("create", draw);
  vault.on("delete", draw);
  vault.on("rename", draw);
  workspace.on("file-open", draw);
  draw();
}
