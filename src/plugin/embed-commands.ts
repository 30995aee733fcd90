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
  // What shows nothing stays as it is: it may be mended, while a remark in its place could not.
  const broken = new Set(flat.problems.filter(({ trail }) => trail.length === 1).map(({ place }) => place.span.start));
  const edits = flat.edits.filter(({ span }) => !broken.has(span.start));
  const count = edits.filter(({ span }) => span.start < span.end).length;
  const result = count === 0 ? null : await host.vault.change(path, checked, edits);
  if (result === null) new Notice(`There is nothing to replace.${failures(flat)}`);
  else if (result.ok) new Notice(`${count} embed${count === 1 ? "" : "s"} replaced.${failures(flat)}`);
  else new Notice(`Nothing was changed: ${result.message}.`);
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
