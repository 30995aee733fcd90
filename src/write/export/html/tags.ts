import type { MarkdownIt, StateInline, Token } from "markdown-it";

/**
 * The HTML that a note may use within a line, after GitHub's list of what it lets through: without attributes, so
 * that there is nothing to misuse. Anything else that looks like a tag is shown as the text that it is.
 * https://github.com/gjtorikian/html-pipeline (its sanitization filter is the list)
 */
const pairs: ReadonlySet<string> = new Set([
  "kbd",
  "sub",
  "sup",
  "mark",
  "b",
  "i",
  "em",
  "strong",
  "s",
  "del",
  "ins",
  "code",
  "small",
  "u",
]);

const tag = /<(\/?)([a-z]{1,6})\s{0,9}(\/?)>/iy;
/** What an export writes where a link within the document leads to a block. */
const anchorTag = /<a id="(block-[a-z\d-]{1,200})"><\/a>/y;
const imageTag = /<img(\s[^<>]{0,4000})>/iy;
const attribute = /\s(src|alt|title|width|height)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`/]+))/gi;

/**
 * Reads the tags above, `<br>`, `<img>`, anchors of blocks and comments within lines. Tags that do not pair are text.
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
    for (const token of state.tokens) if (token.children) pairTags(token.children);
  });
}

function readTag(state: StateInline, silent: boolean): boolean {
  tag.lastIndex = state.pos;
  const [source, closing, written = "", empty] = tag.exec(state.src) ?? [];
  const name = written.toLowerCase();
  if (source === undefined || state.pos + source.length > state.posMax) return false;
  const isBreak = name === "br" && closing === "";
  if (!isBreak && (!pairs.has(name) || empty !== "")) return false;
  if (!silent) {
    // The nesting comes later: a closing tag without an opening one would confuse the reader of emphasis.
    const token = state.push(isBreak ? "hardbreak" : "allowed_tag", name, 0);
    token.markup = source;
    if (!isBreak) token.nesting = closing === "" ? 1 : -1;
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

/** `<img src="…" width="300">`: what the Markdown of an image cannot say, its size. */
function readImage(state: StateInline, silent: boolean): boolean {
  imageTag.lastIndex = state.pos;
  const [source, written] = imageTag.exec(state.src) ?? [];
  if (source === undefined || written === undefined || state.pos + source.length > state.posMax) return false;
  const values = new Map<string, string>();
  for (const [, name = "", double, single, bare] of written.matchAll(attribute)) {
    const value = state.md.utils.unescapeAll(double ?? single ?? bare ?? "");
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  if (!silent) {
    const token = state.push("image", "img", 0);
    token.attrs = [
      ["src", values.get("src") ?? ""],
      ["alt", ""],
    ];
    const title = values.get("title");
    if (title !== undefined) token.attrSet("title", title);
    for (const side of ["width", "height"])
      if (/^[1-9]\d{0,3}$/.test(values.get(side) ?? "")) token.attrSet(side, values.get(side) ?? "");
    const alt = new state.Token("text", "", 0);
    alt.content = values.get("alt") ?? "";
    token.children = [alt];
    token.content = alt.content;
  }
  state.pos += source.length;
  return true;
}

/** A comment is for those who write; it does not go out. */
function commentReader(): (state: StateInline) => boolean {
  /** Texts in which no comment ends any more. */
  const unended = new WeakSet<StateInline>();
  return (state) => {
    if (!state.src.startsWith("<!--", state.pos) || unended.has(state)) return false;
    const end = state.src.indexOf("-->", state.pos + 4);
    if (end < 0 || end + 3 > state.posMax) {
      unended.add(state);
      return false;
    }
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
      if (last?.type === "allowed_tag" && last.tag === token.tag) open.pop();
      else toText(token);
      continue;
    }
    // A tag that was opened within emphasis and is open at its end never closes.
    for (let last = open.pop(); last?.type === "allowed_tag"; last = open.pop()) toText(last);
  }
  for (const token of open) if (token.type === "allowed_tag") toText(token);
}

function toText(token: Token): void {
  Object.assign(token, { type: "text", tag: "", nesting: 0, content: token.markup });
}
