import type { Flattened, FlattenOptions } from "../../write";
import { flatten } from "../../write";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";
import { offerUndo } from "../operations/undo";
import { addNoteCommand, isNote } from "./note-command";
import { notify } from "../ui/notify";

/** Commands that let a note leave the vault whole: with what its embeds show in their place. */
export function registerEmbedCommands(host: Host): void {
  addNoteCommand(host, {
    id: "replace-embeds",
    name: "Replace embeds with their content",
    icon: "replace",
    applies: isNote,
    run: (path) => replaceEmbeds(host, path),
  });
  addNoteCommand(host, {
    id: "copy-resolved",
    name: "Copy with embeds resolved",
    icon: "copy",
    applies: isNote,
    run: (path) => copyResolved(host, path),
  });
}

async function replaceEmbeds(host: Host, path: string): Promise<void> {
  // What shows nothing stays as it is: it may be mended, while a remark in its place could not.
  const flat = await flattened(host, path, { keepUnresolved: true });
  const checked = host.notes.library.text(path);
  if (flat === null || checked === null) return;
  const { edits } = flat;
  const count = edits.filter(({ span }) => span.start < span.end).length;
  const result = count === 0 ? null : await host.vault.change(path, checked, edits);
  if (result === null) notify(`There is nothing to replace.${failures(flat)}`);
  else if (result.ok) {
    await takeCurrentText(host, path);
    const done = `${count} embed${count === 1 ? "" : "s"} replaced.${failures(flat)}`;
    offerUndo(host, done, new Map([[path, checked]]));
  } else notify(`Nothing was changed: ${result.message}.`);
}

async function copyResolved(host: Host, path: string): Promise<void> {
  const flat = await flattened(host, path);
  if (flat === null) return;
  try {
    await activeWindow.navigator.clipboard.writeText(flat.text);
    notify(`Copied with embeds resolved.${failures(flat)}`);
  } catch {
    notify("The clipboard cannot be written to.");
  }
}

async function flattened(
  host: Host,
  path: string,
  options: Omit<FlattenOptions, "depth"> = {},
): Promise<Flattened | null> {
  await takeCurrentText(host, path);
  return flatten(host.notes.library, path, { ...options, depth: host.settings.current.embedDepth });
}

/** What could not be resolved, in words. */
function failures({ problems }: Flattened): string {
  if (problems.length === 0) return "";
  return `\nNot resolved:\n${problems.map(({ message }) => message).join("\n")}`;
}
