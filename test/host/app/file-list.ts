import { Menu, TFile, type App } from "obsidian";

/** The list of notes on the left. */
export function installFileList(app: App, el: HTMLElement): void {
  const { vault, workspace } = app;
  const draw = (): void => {
    el.empty();
    el.createDiv({ cls: "nav-vault-name", text: "Vault" });
    const files = [...vault.getFiles()].sort((a, b) => a.path.localeCompare(b.path, "en"));
    for (const file of files) {
      const row = el.createEl("button", { cls: "nav-file-title", text: file.extension === "md" ? file.path.slice(0, -3) : file.path });
      row.toggleClass("is-active", workspace.getActiveFile() === file);
      row.addEventListener("click", () => void workspace.getLeaf(false).openFile(file));
      row.addEventListener("contextmenu", (event) => {
        event.preventDefault();
        const menu = new Menu();
        workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", null);
        menu.showAtMouseEvent(event);
      });
    }
  };
  for (const event of ["create", "delete", "rename"] as const) {
    const redraw = (file: unknown): void => {
      if (file instanceof TFile) draw();
    };
    if (event === "create") vault.on("create", redraw);
    else if (event === "delete") vault.on("delete", redraw);
    else vault.on("rename", redraw);
  }
  workspace.on("file-open", draw);
  draw();
}
