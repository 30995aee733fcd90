import { MarkdownView } from "obsidian";
import type { CreatedPostmortem, PostmortemRequest, Preview } from "../../commands";
import { createPostmortem, previewPostmortem } from "../../commands";
import type { RefusedScaffold } from "../../write";
import { freePath } from "../../write";
import type { Host } from "../host";
import { notify } from "../ui/notify";
import { commandContext } from "./context";
import { selectOpenPlace } from "./open-places";
import { texts } from "../texts";

/** Where the form's postmortem would go, and what is wrong with it; a name that is taken gets a number. */
export function previewInVault(host: Host, request: PostmortemRequest): Preview {
  return previewPostmortem(request, commandContext(host), (path) => freePathIn(host, path));
}

/** Writes the form's postmortem; a name that is taken gets a number. */
export function createInVault(host: Host, request: PostmortemRequest): Promise<CreatedPostmortem | RefusedScaffold> {
  return createPostmortem(request, commandContext(host), host.vault, (path) => freePathIn(host, path));
}

/** Opens a new postmortem for writing, with the cursor at the first thing to fill in. */
export async function openPostmortem(host: Host, path: string, cursor: number): Promise<void> {
  const file = host.app.vault.getFileByPath(path);
  if (file === null) {
    notify(texts().changes.notListed(path));
    return;
  }
  const leaf = host.app.workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state: { mode: "source" } });
  if (!(leaf.view instanceof MarkdownView)) return;
  const { editor } = leaf.view;
  const start = editor.offsetToPos(cursor);
  editor.setCursor(start);
  editor.scrollIntoView({ from: start, to: start }, true);
  editor.focus();
  const view = host.editors.of(path)[0];
  if (view !== undefined) selectOpenPlace(host, view, cursor);
}

function freePathIn(host: Host, path: string): string {
  return freePath(path, (taken) => host.app.vault.getAbstractFileByPath(taken) !== null);
}
