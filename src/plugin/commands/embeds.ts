import type { Flattened, FlattenOptions } from "../../write";
import { flatten } from "../../write";
import type { Host } from "../host";
import { takeCurrentText } from "../operations/live-check";
import { offerUndo } from "../operations/undo";
import { addNoteCommand, isNote } from "./note-command";
import { notify } from "../ui/notify";
import { texts } from "../texts";

/** Commands that let a note leave the vault whole: with what its embeds show in their place. */
export function registerEmbedCommands(host: Host): void {
  addNoteCommand(host, {
    id: "replace-embeds",
    name: texts().commands.replaceEmbeds,
    icon: "replace",
    applies: isNote,
    run: (path) => replaceEmbeds(host, path),
  });
  addNoteCommand(host, {
    id: "copy-resolved",
    name: texts().commands.copyResolved,
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
  const said = texts().writing.embeds;
  if (result === null) notify(withFailures(said.none, flat));
  else if (result.ok) {
    await takeCurrentText(host, path);
    offerUndo(host, withFailures(said.replaced(count), flat), new Map([[path, checked]]));
  } else notify(texts().changes.unchanged(result.message));
}

async function copyResolved(host: Host, path: string): Promise<void> {
  const flat = await flattened(host, path);
  if (flat === null) return;
  try {
    await activeWindow.navigator.clipboard.writeText(flat.text);
    notify(withFailures(texts().writing.embeds.copied, flat));
  } catch {
    notify(texts().changes.clipboard);
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

/** What was done, and below it what could not be resolved. */
function withFailures(done: string, { problems }: Flattened): string {
  if (problems.length === 0) return done;
  return `${done}\n${texts().writing.embeds.unresolved(problems.map(({ message }) => message).join("\n"))}`;
}
