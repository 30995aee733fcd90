import type { App } from "obsidian";

/** Opens a view in a tab of its own, or goes to the one that is open. */
export async function openTab({ workspace }: App, type: string): Promise<void> {
  const [open] = workspace.getLeavesOfType(type);
  const leaf = open ?? workspace.getLeaf("tab");
  if (open === undefined) await leaf.setViewState({ type, active: true });
  await workspace.revealLeaf(leaf);
}
