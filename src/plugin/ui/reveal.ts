import { MarkdownView, Platform } from "obsidian";
import type { App, WorkspaceLeaf } from "obsidian";
import { positionAt } from "../../base";
import type { Place, Span } from "../../base";
import type { Note } from "../../note";
import type { Host } from "../host";
import { notify } from "./notify";
import { texts } from "../texts";

/** Opens a note at a place, in the tab that shows it already where there is one, with the place selected. */
export async function reveal(host: Host, { path, span }: Place): Promise<void> {
  const { vault, workspace } = host.app;
  const file = vault.getFileByPath(path);
  if (file === null) {
    notify(texts().changes.gone(path));
    return;
  }
  const shown = leafOf(host, path);
  // A note that the one in front embeds opens beside it: whoever mends it looks at both.
  const front = workspace.getActiveFile()?.path ?? "";
  const isEmbedded = host.notes.library.embedders(path).includes(front);
  const leaf: WorkspaceLeaf = shown ?? workspace.getLeaf(isEmbedded ? (Platform.isPhone ? "tab" : "split") : false);
  // A tab that was not shown since the start has no view yet.
  await leaf.loadIfDeferred();
  // Lines and columns, as the editor may count line ends otherwise than the file.
  const note = host.notes.library.note(path);
  const lines = note ?? { text: "", lineStarts: [0] };
  const start = positionAt(lines, span.start);
  const end = positionAt(lines, span.end);
  if (shown === undefined) await leaf.openFile(file, { active: true, eState: { line: start.line - 1 } });
  workspace.setActiveLeaf(leaf, { focus: true });
  putDrawerAway(workspace);
  if (!(leaf.view instanceof MarkdownView)) return;
  if (leaf.view.getMode() === "preview") {
    leaf.view.setEphemeralState({ line: start.line - 1 });
    return;
  }
  const { editor } = leaf.view;
  const from = { line: start.line - 1, ch: start.column - 1 };
  const to = { line: end.line - 1, ch: end.column - 1 };
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
  focusProperty(leaf.view.contentEl, note, span);
}

/** On a phone a panel lies over the note that it leads to. */
function putDrawerAway({ rightSplit }: App["workspace"]): void {
  if (Platform.isPhone) rightSplit.collapse();
}

/**
 * Live Preview may show properties in rows and hide their source: leads to the row of what lies in it, or to all rows
 * where it is none of them.
 */
export function focusProperty(editorEl: HTMLElement, note: Note | null, { start }: Span): void {
  const frontmatter = note?.frontmatter ?? null;
  if (frontmatter === null || start >= frontmatter.span.end) return;
  const key = frontmatter.entries.find(({ span }) => span.start <= start && start <= span.end)?.key.toLowerCase();
  const shown = (selector: string): HTMLElement[] => editorEl.findAll(selector).filter((element) => element.isShown());
  const row = shown(".metadata-property").find((element) => element.getAttr("data-property-key") === key);
  (row ?? shown(".metadata-container")[0])?.focus();
}

/** The tab that shows a note: the one in front where there are several. */
function leafOf({ app: { workspace } }: Host, path: string): WorkspaceLeaf | undefined {
  const recent = workspace.getMostRecentLeaf();
  const leaves = workspace
    .getLeavesOfType("markdown")
    .filter((leaf) =>
      leaf.view instanceof MarkdownView
        ? leaf.view.file?.path === path
        : leaf.isDeferred && leaf.getViewState().state?.["file"] === path,
    );
  return leaves.find((leaf) => leaf === recent) ?? leaves[0];
}

/** A text that leads to a place in a note, with the mouse and with the keyboard. */
export function addGoButton(
  parent: HTMLElement,
  host: Host,
  place: Place,
  { text, name }: { readonly text: string; /** For screen readers, where it differs. */ readonly name?: string },
): HTMLButtonElement {
  const { path, span } = place;
  const button = parent.createEl("button", {
    cls: "postmortem-go",
    text,
    attr: { "data-key": `go ${path} ${span.start} ${text}`, ...(name === undefined ? {} : { "aria-label": name }) },
  });
  button.addEventListener("click", () => void reveal(host, place));
  return button;
}

/** Opens a view in a tab of its own, or goes to the one that is open. */
export async function openTab({ workspace }: App, type: string): Promise<void> {
  const [open] = workspace.getLeavesOfType(type);
  const leaf = open ?? workspace.getLeaf("tab");
  if (open === undefined) await leaf.setViewState({ type, active: true });
  await workspace.revealLeaf(leaf);
  putDrawerAway(workspace);
}
