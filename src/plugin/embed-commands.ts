import { Notice } from "obsidian";
import { flatten, type Flattened } from "../write/flatten";
import type { Host } from "./host";
import { takeCurrentText } from "./live-check";

/** Commands that let a note leave the vault whole: with what its embeds show in their place. */
export function registerEmbedCommands(host: Host): void {
  const { app, plugin } = host;
  const onActiveNote =
    (run: (path: string) => Promise<void>) =>
    (checking: boolean): boolean => {
      const file = app.workspace.getActiveFile();
      const isNote = file?.extension === "md";
      if (isNote && !checking) void run(file.path);
      return isNote;
    };
  plugin.addCommand({
    id: "replace-embeds",
    name: "Replace embeds with their content",
    icon: "replace",
    checkCallback: onActiveNote((path) => replaceEmbeds(host, path)),
  });
  plugin.addCommand({
    id: "copy-resolved",
    name: "Copy with embeds resolved",
    icon: "copy",
    checkCallback: onActiveNote((path) => copyResolved(host, path)),
  });
}

async function replaceEmbeds(host: Host, path: string): Promise<void> {
  const flat = await flattened(host, path);
  const checked = host.notes.library.note(path)?.text;
  if (flat === null || checked === undefined) return;
  if (flat.edits.length === 0) {
    new Notice(`There is nothing to replace.${failures(flat)}`);
    return;
  }
  const result = await host.vault.change(path, checked, flat.edits);
  const count = flat.edits.length;
  new Notice(result.ok ? `${count} embed${count === 1 ? "" : "s"} replaced.${failures(flat)}` : `Nothing was changed: ${result.message}.`);
}

async function copyResolved(host: Host, path: string): Promise<void> {
  const flat = await flattened(host, path);
  if (flat === null) return;
  try {
    await activeWindow.navigator.clipboard.writeText(flat.text);
    new Notice(`Copied with embeds resolved.${failures(flat)}`);
  } catch {
    new Notice("The clipboard cannot be written to.");
  }
}

async function flattened(host: Host, path: string): Promise<Flattened | null> {
  await takeCurrentText(host, path);
  return flatten(host.notes.library, path, { depth: host.settings.current.embedDepth });
}

/** What could not be resolved, in words. */
function failures({ problems }: Flattened): string {
  if (problems.length === 0) return "";
  return `\nNot resolved:\n${problems.map(({ message }) => message).join("\n")}`;
}
