import { ensureSyntaxTree } from "@codemirror/language";
import { StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { setIcon, type Component } from "obsidian";
import type { MarkdownViewHost } from "./markdown-view";
import type { CodeBlock } from "./reading";

/** Draws a block, and returns what lives in it. */
type Render = (block: CodeBlock, into: HTMLElement) => readonly Component[];

/** How long parsing may hold up a key press, in milliseconds. */
const parseTime = 50;

/**
 * Draws code blocks that a plugin renders in place of their source while the cursor is outside of them, as Live Preview
 * does.
 */
export function livePreviewBlocks(
  host: Pick<MarkdownViewHost, "rendersCodeBlock" | "renderCodeBlock">,
  sourcePath: () => string,
): Extension {
  const render: Render = (block, into) => host.renderCodeBlock(block, into, sourcePath()) ?? [];
  const draw = (state: EditorState): DecorationSet => {
    const { from, to } = state.selection.main;
    const blocks: ReturnType<Decoration["range"]>[] = [];
    ensureSyntaxTree(state, state.doc.length, parseTime)?.iterate({
      enter: (node) => {
        if (node.name !== "FencedCode") return;
        const info = node.node.getChild("CodeInfo");
        const code = node.node.getChild("CodeText");
        if (info === null || (from <= node.to && to >= node.from)) return;
        const language = state.sliceDoc(info.from, info.to);
        if (!host.rendersCodeBlock(language)) return;
        const block = { language, source: code === null ? "" : state.sliceDoc(code.from, code.to) };
        blocks.push(
          Decoration.replace({ widget: new BlockWidget(block, render), block: true }).range(node.from, node.to),
        );
      },
    });
    return Decoration.set(blocks);
  };
  return StateField.define<DecorationSet>({
    create: draw,
    update: (blocks, { docChanged, selection, state }) =>
      docChanged || selection !== undefined ? draw(state) : blocks,
    provide: (field) => EditorView.decorations.from(field),
  });
}

class BlockWidget extends WidgetType {
  readonly #shown = new WeakMap<HTMLElement, readonly Component[]>();

  constructor(
    private readonly block: CodeBlock,
    private readonly render: Render,
  ) {
    super();
  }

  override eq({ block }: BlockWidget): boolean {
    return block.language === this.block.language && block.source === this.block.source;
  }

  override toDOM(view: EditorView): HTMLElement {
    const el = createDiv({ cls: "cm-preview-code-block cm-embed-block markdown-rendered" });
    this.#shown.set(el, this.render(this.block, el));
    const edit = el.createEl("button", {
      cls: "edit-block-button clickable-icon",
      attr: { "aria-label": "Edit this block" },
    });
    setIcon(edit, "code");
    edit.addEventListener("click", () => {
      view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
      view.focus();
    });
    return el;
  }

  override destroy(el: HTMLElement): void {
    for (const component of this.#shown.get(el) ?? []) component.unload();
  }

  /** What is clicked in the block is the block's. */
  override ignoreEvent(): boolean {
    return true;
  }
}
