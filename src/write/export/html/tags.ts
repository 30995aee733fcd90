import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { blockElements, harmless, tagAt } from "./sanitiser";

const blocks: ReadonlySet<string> = new Set(Object.values(blockElements).flat());

/** What an export writes where a link within the document leads to a block. */
const anchorTag = /<a id="(block-[a-z\d-]{1,200})"><\/a>/y;
const imageTag = /<img(\s[^<>]{0,4000})>/iy;
const attribute = /\s(src|alt|title|width|height)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/]+))/gi;

/**
 * Reads tags within lines that do no harm, `<img>`, anchors of blocks and comments. Tags that do not pair are text;
 * those of blocks, which cannot stand there, part lines. A tag that may do harm is shown as the text that it is.
 */
export function allowTags(md: MarkdownIt): void {
  const readComment = commentReader();
  md.inline.ruler.before(
    "autolink",
    "allowed_tag",
    (state, silent) =>
      readComment(state) || readAnchor(state, silent) || readImage(state, silent) || readTag(state, silent),
  );
  md.renderer.rules["anchor"] = (tokens, index, ...[, , renderer]) =>
    `<span${tokens[index] ? renderer.renderAttrs(tokens[index]) : ""}></span>`;
  md.core.ruler.after("inline", "pair_tags", (state) => {
    for (const token of state.tokens) {
      if (!token.children) continue;
      pairTags(token.children);
      token.children = withBreaks(state, token.children);
    }
  });
}

function readTag(state: StateInline, silent: boolean): boolean {
  const source = tagAt(state.src, state.pos);
  if (state.pos + source.length > state.posMax) return false;
  // A backslash is none of HTML's marks.
  const found = harmless(source, (text) => state.md.utils.unescapeAll(text.replaceAll("\\", "\\\\")));
  if (found === null) return false;
  const { name, closing, attrs } = found;
  if (!silent) {
    if (name === "br" || name === "hr" || blocks.has(name)) {
      if (name === "br" && !closing) state.push("hardbreak", "br", 0);
      else state.push("edge", name, 0).info = closing ? "end" : "start";
    } else {
      // The nesting comes later: a closing tag without an opening one would confuse the reader of emphasis.
      const token = state.push("allowed_tag", name, 0);
      token.markup = source;
      token.nesting = closing ? -1 : 1;
      token.attrs = attrs;
      if (name === "a") state.linkLevel = Math.max(0, state.linkLevel + token.nesting);
    }
  }
  state.pos += source.length;
  return true;
}

function readAnchor(state: StateInline, silent: boolean): boolean {
  anchorTag.lastIndex = state.pos;
  const [source, id = ""] = anchorTag.exec(state.src) ?? [];
  if (source === undefined || state.pos + source.length > state.posMax) return false;
  if (!silent) state.push("anchor", "span", 0).info = id;
  state.pos += source.length;
  return true;
}

function readImage(state: StateInline, silent: boolean): boolean {
  const found = imageAt(state, state.src, state.pos);
  if (found === null || state.pos + found.length > state.posMax) return false;
  if (!silent) Object.assign(state.push("image", "img", 0), found.token);
  state.pos += found.length;
  return true;
}

/**
 * `<img src="…" width="300">` at an offset: what the Markdown of an image cannot say, its size. Whether it is shown is
 * decided as for every other image.
 */
export function imageAt(
  { md, Token }: Pick<StateInline | StateBlock, "md" | "Token">,
  text: string,
  offset: number,
): { readonly token: Token; readonly length: number } | null {
  imageTag.lastIndex = offset;
  const found = imageTag.exec(text);
  if (found === null) return null;
  const [source, written = ""] = found;
  const values = new Map<string, string>();
  for (const [, name = "", double, single, bare] of written.matchAll(attribute)) {
    const value = md.utils.unescapeAll(double ?? single ?? bare ?? "");
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  const token = new Token("image", "img", 0);
  token.attrs = [
    ["src", values.get("src") ?? ""],
    ["alt", ""],
  ];
  const title = values.get("title");
  if (title !== undefined) token.attrSet("title", title);
  for (const side of ["width", "height"])
    if (/^[1-9]\d{0,3}$/.test(values.get(side) ?? "")) token.attrSet(side, values.get(side) ?? "");
  const alt = new Token("text", "", 0);
  alt.content = values.get("alt") ?? "";
  token.children = [alt];
  token.content = alt.content;
  return { token, length: source.length };
}

/** A comment is for those who write; it does not go out. */
function commentReader(): (state: StateInline) => boolean {
  /** Where the first comment begins that does not end; the search for the end of a link looks ahead. */
  const unended = new WeakMap<StateInline, number>();
  return (state) => {
    const { src, pos, posMax } = state;
    if (!src.startsWith("<!--", pos) || pos >= (unended.get(state) ?? posMax)) return false;
    const end = src.indexOf("-->", pos + 4);
    if (end < 0) unended.set(state, pos);
    if (end < 0 || end + 3 > posMax) return false;
    state.pos = end + 3;
    return true;
  };
}

/** Makes text of the tags that do not nest cleanly, with each other and with emphasis and links around them. */
function pairTags(tokens: Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token);
    if (token.nesting !== -1) continue;
    if (token.type === "allowed_tag") {
      const last = open.at(-1);
      if (last?.type === "allowed_tag" && last.tag === token.tag) {
        open.pop();
        if (token.tag === "a") {
          last.type = "link_open";
          token.type = "link_close";
        }
      } else toText(token);
      continue;
    }
    // A tag that was opened within emphasis and is open at its end never closes.
    for (let last = open.pop(); last?.type === "allowed_tag"; last = open.pop()) toText(last);
  }
  for (const token of open) if (token.type === "allowed_tag") toText(token);
}

/** Line breaks in the place of tags of blocks, with a bullet for each item of a list; none at the edges of the text. */
function withBreaks(state: StateCore, tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let bullet = "";
  let isParted = false;
  for (const token of tokens) {
    if (token.type === "edge") {
      isParted = true;
      if (token.tag === "li") bullet = token.info === "start" ? "• " : "";
      continue;
    }
    const isBlank = token.type === "text" && token.content.trim() === "";
    if (isBlank && isParted) continue;
    if (isParted && result.length > 0 && token.nesting !== -1 && !token.type.endsWith("break"))
      result.push(new state.Token("hardbreak", "br", 0));
    if (bullet !== "") result.push(Object.assign(new state.Token("text", "", 0), { content: bullet }));
    [bullet, isParted] = ["", isParted && token.nesting === -1];
    result.push(token);
  }
  return result;
}

function toText(token: Token): void {
  Object.assign(token, { attrs: null, type: "text", tag: "", nesting: 0, content: token.markup });
}
