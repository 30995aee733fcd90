import { cellMark } from "../..";
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { isCodeLine, startOfLine, textOfLine, writeTokens } from "./rules";

/** A footnote's blocks, and how it is referred to. */
interface Footnote {
  readonly content: Token[];
  /** 1 for the first in the document; 0 while nothing refers to it. */
  number: number;
  references: number;
}

/**
 * Reads footnotes, `[^id]` and `[^id]: text`, and puts them at the end in the order in which the text refers to them,
 * each with links back; those that nothing refers to come last, so that no text is lost. The plugin for markdown-it
 * leaves elements open when a footnote is defined within another one's quote, and copies all tokens for each footnote.
 */
export function readFootnotes(md: MarkdownIt): void {
  const footnotes = new Map<string, Footnote>();
  md.block.ruler.before(
    "reference",
    "footnote",
    (state, line, endLine, silent) => readDefinition(state, { line, endLine }, silent, footnotes),
    { alt: ["paragraph", "reference", "blockquote"] },
  );
  md.inline.ruler.before("link", "footnote_ref", (state, silent) => readReference(state, silent, footnotes));
  md.core.ruler.after("inline", "footnotes", (state) => {
    placeFootnotes(state, footnotes);
  });
  writeTokens(md, "footnote_ref", (token) => {
    const { number, reference } = numbersOf(token);
    return `<sup class="footnote"><a href="#fn:${number}" id="${referenceId(number, reference)}">${number}</a></sup>`;
  });
  writeTokens(md, "footnote_back", (token) => {
    const { number, reference } = numbersOf(token);
    return ` <a href="#${referenceId(number, reference)}" class="back" aria-label="Back to reference ${number}${reference > 1 ? `-${reference}` : ""}">↩\uFE0E</a>`;
  });
}

/** `fn:` and `fnref:` hold a colon, as no heading's id does. */
function referenceId(number: number, reference: number): string {
  return reference > 1 ? `fnref:${number}:${reference}` : `fnref:${number}`;
}

function numbersOf({ meta }: Token): { readonly number: number; readonly reference: number } {
  return { number: Number(meta?.["number"]), reference: Number(meta?.["reference"]) };
}

const definition = /^\[\^([^\s[\]^]{1,200})\]:[ \t]*/;
const reference = /\[\^([^\s[\]^]{1,200})\]/y;

function keyOf(label: string): string {
  return label.toLowerCase();
}

function readDefinition(
  state: StateBlock,
  { line, endLine }: { readonly line: number; readonly endLine: number },
  silent: boolean,
  footnotes: Map<string, Footnote>,
): boolean {
  if (isCodeLine(state, line)) return false;
  const start = startOfLine(state, line);
  const [lead, label] = definition.exec(textOfLine(state, line)) ?? [];
  if (lead === undefined || label === undefined || footnotes.has(keyOf(label))) return false;
  if (silent) return true;
  footnotes.set(keyOf(label), { content: [], number: 0, references: 0 });
  state.push("footnote_open", "", 1).info = keyOf(label);
  const { bMarks, tShift, sCount, blkIndent, parentType, tight } = state;
  const saved = [bMarks[line] ?? 0, tShift[line] ?? 0, sCount[line] ?? 0] as const;
  bMarks[line] = start + lead.length;
  tShift[line] = 0;
  state.blkIndent += 4;
  sCount[line] = state.blkIndent;
  state.parentType = "footnote";
  state.md.block.tokenize(state, line, endLine);
  [bMarks[line], tShift[line], sCount[line]] = saved;
  Object.assign(state, { blkIndent, parentType, tight });
  state.push("footnote_close", "", -1);
  return true;
}

function readReference(state: StateInline, silent: boolean, footnotes: ReadonlyMap<string, Footnote>): boolean {
  reference.lastIndex = state.pos;
  const [source, label = ""] = reference.exec(state.src) ?? [];
  // Within a link there can be no other link.
  if (
    source === undefined ||
    state.linkLevel > 0 ||
    state.pos + source.length > state.posMax ||
    !footnotes.has(keyOf(label))
  )
    return false;
  if (!silent) state.push("footnote_ref", "", 0).info = keyOf(label);
  state.pos += source.length;
  return true;
}

function placeFootnotes(state: StateCore, footnotes: Map<string, Footnote>): void {
  if (footnotes.size === 0) return;
  const body: Token[] = [];
  const stack: Token[][] = [body];
  for (const token of state.tokens) {
    if (token.type === "footnote_open") stack.push(footnotes.get(token.info)?.content ?? []);
    else if (token.type === "footnote_close") stack.pop();
    else stack.at(-1)?.push(token);
  }
  const text = withCells(state, body, footnotes);
  const ordered: Footnote[] = [];
  number(text, footnotes, ordered);
  // What stands in a footnote may refer to further ones, which the list then goes on to.
  for (const { content } of ordered) number(content, footnotes, ordered);
  for (const footnote of footnotes.values()) {
    if (footnote.number > 0) continue;
    const first = ordered.length;
    footnote.number = ordered.push(footnote);
    for (let next = first; next < ordered.length; next++) number(ordered[next]?.content ?? [], footnotes, ordered);
  }
  state.tokens = ordered.length === 0 ? text : [...text, ...tokensOf(state, ordered)];
}

/** Puts the blocks of table cells, which came as footnotes, into their cells. */
function withCells(state: StateCore, tokens: readonly Token[], footnotes: Map<string, Footnote>): Token[] {
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]?.type;
    let children: Token[] = [];
    const endLine = (): void => {
      if (children.length > 0) result.push(Object.assign(new state.Token("inline", "", 0), { children }));
      children = [];
    };
    if (token.children === null || (before !== "td_open" && before !== "th_open")) {
      result.push(token);
      continue;
    }
    for (const child of token.children) {
      const blocks =
        child.type === "footnote_ref" && child.info.startsWith(cellMark) ? footnotes.get(child.info) : undefined;
      if (blocks) {
        endLine();
        // The head of a table holds words alone.
        for (const cell of [tokens[index - 1], tokens[index + 1]]) if (cell) cell.tag = "td";
        footnotes.delete(child.info);
        result.push(...withCells(state, blocks.content, footnotes));
      } else children.push(child);
    }
    endLine();
  }
  return result;
}

function number(tokens: readonly Token[], footnotes: ReadonlyMap<string, Footnote>, ordered: Footnote[]): void {
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      const footnote = token.type === "footnote_ref" ? footnotes.get(token.info) : undefined;
      if (!footnote) continue;
      if (footnote.number === 0) footnote.number = ordered.push(footnote);
      token.meta = { number: footnote.number, reference: ++footnote.references };
    }
  }
}

function tokensOf(state: StateCore, ordered: readonly Footnote[]): Token[] {
  const make = (type: string, tag: string, nesting: 1 | 0 | -1, attrs: Token["attrs"] = null): Token => {
    const token = new state.Token(type, tag, nesting);
    return Object.assign(token, { attrs, block: true });
  };
  const result = [
    make("footnotes_open", "section", 1, [
      ["class", "footnotes"],
      ["aria-label", "Footnotes"],
    ]),
    make("ordered_list_open", "ol", 1),
  ];
  for (const { number: place, references, content } of ordered) {
    const links = Array.from({ length: references }, (_, index) =>
      Object.assign(make("footnote_back", "", 0), { block: false, meta: { number: place, reference: index + 1 } }),
    );
    const last = content.at(-1);
    const lastText = content.at(-2);
    const inline = last?.type === "paragraph_close" && lastText?.type === "inline" ? lastText : make("inline", "", 0);
    inline.children = [...(inline.children ?? []), ...links];
    result.push(make("list_item_open", "li", 1, [["id", `fn:${place}`]]));
    for (const token of content) result.push(token);
    if (inline !== lastText && links.length > 0)
      result.push(make("paragraph_open", "p", 1), inline, make("paragraph_close", "p", -1));
    result.push(make("list_item_close", "li", -1));
  }
  return [...result, make("ordered_list_close", "ol", -1), make("footnotes_close", "section", -1)];
}
