import type { EditorView } from "@codemirror/view";
import { normalizePath, type App, type TFile } from "obsidian";
import { applyEdits } from "../../base";
import type { Edit } from "../../base";
import type { BytesResult, ReadResult, Vault, WriteResult } from "../../vault";
import type { OpenEditors } from "./open-editors";
import { texts } from "../texts";

/**
 * The vault that the app has open. A note that is being edited is changed in its editors, so that one
 * undo takes it back and nothing typed is lost; any other one by `vault.process`. Both only where the
 * text still is the one that was checked, and no pane holds another one that it has yet to save.
 */
export function obsidianVault(app: App, editors: OpenEditors): Vault {
  return {
    list: () => Promise.resolve(app.vault.getFiles().map((file) => file.path)),
    read: (path) => read(app, path),
    readBytes: (path) => readBytes(app, path),
    change: (path, checked, edits) => change(app, editors, path, { checked, edits }),
    create: (path, content) => create(app, path, content),
  };
}

async function read(app: App, path: string): Promise<ReadResult> {
  const said = texts().writing.files;
  const file = leavesVault(app, path) ? null : app.vault.getFileByPath(normalizePath(path));
  if (file === null) return { ok: false, reason: "missing", message: said.missing(path) };
  const binary: ReadResult = { ok: false, reason: "binary", message: said.notText(path) };
  try {
    if (file.extension !== "md") return { ok: true, text: decoder.decode(await app.vault.readBinary(file)) };
    const text = await app.vault.read(file);
    return text.includes("\0") ? binary : { ok: true, text };
  } catch (error) {
    if (error instanceof TypeError) return binary;
    return { ok: false, reason: "unreadable", message: said.unreadable(path, reasonOf(error)) };
  }
}

async function readBytes(app: App, path: string): Promise<BytesResult> {
  const said = texts().writing.files;
  const file = leavesVault(app, path) ? null : app.vault.getFileByPath(normalizePath(path));
  if (file === null) return { ok: false, reason: "missing", message: said.missing(path) };
  try {
    return { ok: true, bytes: new Uint8Array(await app.vault.readBinary(file)) };
  } catch (error) {
    return { ok: false, reason: "unreadable", message: said.unreadable(path, reasonOf(error)) };
  }
}

/** Throws a TypeError on bytes that are no text. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

async function change(
  app: App,
  editors: OpenEditors,
  path: string,
  { checked, edits }: { readonly checked: string; readonly edits: readonly Edit[] },
): Promise<WriteResult> {
  const said = texts().writing.files;
  if (leavesVault(app, path)) return { ok: false, reason: "outside", message: said.outside(path) };
  const target = normalizePath(path);
  const file = app.vault.getFileByPath(target);
  if (file === null) return { ok: false, reason: "missing", message: said.missing(path) };
  const edited = applyEdits(checked, edits);
  if (edited === null) return unwritable(said.overlapping);
  try {
    const saved = await app.vault.read(file);
    // From here on to the change in an editor nothing waits.
    const views = editors.of(target);
    // To write back a text that changed meanwhile would be a write that nobody asked for.
    if ((views[0]?.state.doc.toString() ?? saved) !== checked) return changedMeanwhile();
    if (editors.holdsUnsaved(target, [saved, checked])) return { ok: false, reason: "changed", message: said.unsaved };
    if (views.length > 0) return changeInEditors(views, edits, edited);
    return await changeFile(app, editors, file, { checked, edited });
  } catch (error) {
    return unwritable(said.unwritable(path, reasonOf(error)));
  }
}

/**
 * Changes the editors of a note, in one transaction each. A pane that lags behind the first takes the change
 * when that is saved.
 */
function changeInEditors(views: readonly EditorView[], edits: readonly Edit[], edited: string): WriteResult {
  const checked = views[0]?.state.doc;
  for (const view of views) {
    if (checked?.eq(view.state.doc) !== true) continue;
    view.dispatch({
      changes: edits.map(({ span, text: insert }) => ({ from: span.start, to: span.end, insert })),
      userEvent: "input.postmortem",
      scrollIntoView: false,
      // Live Preview drops changes to what it hides, such as properties; what was checked is to be changed whole.
      filter: false,
    });
  }
  return views[0]?.state.doc.toString() === edited ? { ok: true } : unwritable(texts().writing.files.refused);
}

async function changeFile(
  app: App,
  editors: OpenEditors,
  file: TFile,
  { checked, edited }: { readonly checked: string; readonly edited: string },
): Promise<WriteResult> {
  let result: WriteResult = changedMeanwhile();
  await app.vault.process(file, (text) => {
    if (text !== checked || editors.holdsUnsaved(file.path, [text])) return text;
    result = { ok: true };
    return edited;
  });
  return result;
}

async function create(app: App, path: string, content: string | Uint8Array): Promise<WriteResult> {
  const said = texts().writing.files;
  const target = normalizePath(path);
  if (leavesVault(app, path)) return { ok: false, reason: "outside", message: said.outside(path) };
  const { adapter } = app.vault;
  const exists: WriteResult = { ok: false, reason: "exists", message: said.exists(target) };
  try {
    // Asks the disk, which may not tell `note.md` from `Note.md`.
    if (await adapter.exists(target)) return exists;
    const folder = target.slice(0, Math.max(0, target.lastIndexOf("/")));
    if (folder !== "" && !(await adapter.exists(folder))) await app.vault.createFolder(folder);
    if (typeof content === "string") await app.vault.create(target, content);
    else await app.vault.createBinary(target, Uint8Array.from(content).buffer);
    return { ok: true };
  } catch (error) {
    if (await adapter.exists(target)) return exists;
    return unwritable(said.unwritable(target, reasonOf(error)));
  }
}

function leavesVault(app: App, path: string): boolean {
  const steps = path.split(/[\\/]/);
  return steps[0] === "" || steps[0] === app.vault.configDir || steps.includes("..");
}

function unwritable(message: string): WriteResult {
  return { ok: false, reason: "unwritable", message };
}

function changedMeanwhile(): WriteResult {
  return { ok: false, reason: "changed", message: texts().writing.files.changedMeanwhile };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
