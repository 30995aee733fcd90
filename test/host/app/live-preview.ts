import { ensureSyntaxTree } from "@codemirror/language";
import { StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { setIcon, type Component } from "obsidian";
import { parseNote } from "../../../src/note";
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

/**
 * Shows the properties in rows, in place of their source, which can be neither seen nor reached with the cursor's keys.
 * YAML that cannot be read stays as it is.
 */
export function propertiesEditor(): Extension {
  const draw = ({ doc }: EditorState): DecorationSet => {
    const { frontmatter } = parseNote(doc.toString(), "");
    if (frontmatter === null || frontmatter.problems.length > 0) return Decoration.none;
    const rows = frontmatter.entries.map(({ key, value }): Property => [
      key,
      doc.sliceString(value.span.start, value.span.end),
    ]);
    return Decoration.set(
      Decoration.replace({ widget: new PropertiesWidget(rows), block: true }).range(0, frontmatter.span.end),
    );
  };
  const field = StateField.define<DecorationSet>({
    create: draw,
    update: (rows, { docChanged, state }) => (docChanged ? draw(state) : rows),
    provide: (rows) => EditorView.decorations.from(rows),
  });
  return [field, EditorView.atomicRanges.of((view) => view.state.field(field))];
}

type Property = readonly [key: string, value: string];

class PropertiesWidget extends WidgetType {
  constructor(private readonly rows: readonly Property[]) {
    super();
  }

  override eq({ rows }: PropertiesWidget): boolean {
    return JSON.stringify(rows) === JSON.stringify(this.rows);
  }

  override toDOM(): HTMLElement {
    const el = createDiv({ cls: "metadata-container", attr: { tabindex: "-1" } });
    el.createDiv({ cls: "metadata-properties-heading", text: "Properties" });
    for (const [key, value] of this.rows) {
      const row = el.createDiv({
        cls: "metadata-property",
        attr: { tabindex: "0", "data-property-key": key.toLowerCase() },
      });
      row.createSpan({ cls: "metadata-property-key", text: key });
      row.createSpan({ cls: "metadata-property-value", text: value });
    }
    return el;
  }

  override ignoreEvent(): boolean {
    return true;
  }
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
