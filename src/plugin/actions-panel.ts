import { Notice } from "obsidian";
import { ActionsView, actionsViewType } from "./actions-view";
import type { Host } from "./host";
import { openTab } from "./open-tab";

/** The table of action items across the vault, and the reminder of them on start. */
export function registerActionsPanel(host: Host): void {
  const { app, notes, plugin, settings } = host;
  plugin.registerView(actionsViewType, (leaf) => new ActionsView(leaf, host));
  plugin.addCommand({ id: "show-actions", name: "Show action items", icon: "list-todo", callback: () => void openTab(app, actionsViewType) });
  let loaded = true;
  plugin.register(() => {
    loaded = false;
  });
  app.workspace.onLayoutReady(() => {
    if (settings.current.digestOnStart) void notes.whenScanned().then(() => (loaded ? digest(host) : undefined));
  });
}

/** Says how many action items are open, and leads to them. */
async function digest(host: Host): Promise<void> {
  await host.actions.refresh([...host.notes.library.paths()]);
  const open = [...host.actions.postmortems()].flatMap((path) => host.actions.of(path)?.actions ?? []).filter(({ state }) => state === "open");
  if (open.length === 0) return;
  const overdue = open.filter((action) => action.overdue !== null).length;
  const text = createFragment((fragment) => {
    fragment.createDiv({ text: `${open.length} open action item${open.length === 1 ? "" : "s"}, ${overdue} overdue` });
    fragment.createEl("button", { text: "Show" }).addEventListener("click", () => void openTab(host.app, actionsViewType));
  });
  new Notice(text, 10_000);
}
