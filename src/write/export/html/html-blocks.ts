import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { blockElements, harmless, tagAt } from "./sanitiser";
import type { HarmlessTag } from "./sanitiser";
import { isCodeLine, textOfLine } from "./rules";
import { imageAt } from "./tags";

const lines: ReadonlySet<string> = new Set(blockElements.lines);
/** What ends where a block begins; the others that hold words alone hold on, and the block's tag is left out. */
const ending: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]);
const structures: ReadonlySet<string> = new Set(blockElements.structures);
const blocks: ReadonlySet<string> = new Set(Object.values(blockElements).flat());
const opening = new RegExp(`^</?(?:hr|${[...blocks].join("|")})(?=[\\s/>]|$)`, "i");

/** What holds an element that only stands in one of these; the first is put around it where it stands elsewhere. */
const holders: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol"],
  dt: ["dl"],
  dd: ["dl"],
  caption: ["table"],
  thead: ["table"],
  tbody: ["table"],
  tfoot: ["table"],
  tr: ["table", "thead", "tbody", "tfoot"],
  td: ["tr"],
  th: ["tr"],
  figcaption: ["figure"],
};

/** What stands directly behind the beginning of its holder, or, as the caption of a figure may, at its end. */
const first: ReadonlySet<string> = new Set(["caption", "figcaption"]);

/** What is put around words that stand in an element which holds none itself. */
const between: Readonly<Record<string, string>> = {
  "": "p",
  ul: "li",
  ol: "li",
  dl: "dd",
  table: "tr",
  thead: "tr",
  tbody: "tr",
  tfoot: "tr",
  tr: "td",
};

/**
 * Reads HTML that begins a line with a block's tag, up to the next blank line, as CommonMark does. Its words are kept,
 * and of its tags those that do no harm; whatever does not nest as HTML asks is closed, put around, or left out, so
 * that no note can break the document.
 */
export function allowHtmlBlocks(md: MarkdownIt): void {
  md.block.ruler.before("html_block", "harmless_html", readBlock, { alt: ["paragraph", "reference", "blockquote"] });
}

function readBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (isCodeLine(state, line) || !opening.test(textOfLine(state, line))) return false;
  if (silent) return true;
  let next = line + 1;
  while (next < endLine && !state.isEmpty(next) && (state.sCount[next] ?? 0) >= state.blkIndent) next++;
  state.line = next;
  new BlockWriter(state).write(state.getLines(line, next, state.blkIndent, false));
  return true;
}

/** The type of tokens that are written as their tag says. */
const harmlessType = "harmless";

/** Of all elements only headings have a number in their name. */
function isHeading(name: string): boolean {
  return /\d/.test(name);
}

/** Writes HTML as tokens that nest. */
class BlockWriter {
  readonly #state: StateBlock;
  /** Open elements of blocks, and within the last of them those of words. */
  readonly #blocks: string[] = [];
  readonly #words: string[] = [];
  /** The words at hand; null where a block begins. */
  #inline: Token | null = null;
  /** For each open figure, whether it has its caption. */
  readonly #captioned: boolean[] = [];
  /** The caption that is open stands behind what it is about, and ends its figure. */
  #endsFigure = false;
  /** A summary was opened for a `<details>` and waits for its tag. */
  #awaitsSummary = false;

  constructor(state: StateBlock) {
    this.#state = state;
  }

  write(html: string): void {
    const decoded = (text: string): string => this.#decoded(text);
    const lastCommentEnd = html.lastIndexOf("-->");
    let from = 0;
    for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, from))) {
      const image = imageAt(this.#state, html, at);
      if (image) {
        this.#text(html.slice(from, at));
        from = at + image.length;
        this.#settle();
        this.#put(image.token);
        continue;
      }
      const isComment = html.startsWith("<!--", at) && at + 4 <= lastCommentEnd;
      const source = isComment ? html.slice(at, html.indexOf("-->", at + 4) + 3) : tagAt(html, at);
      const found = isComment ? null : harmless(source, decoded);
      if (!isComment && !found) continue;
      this.#text(html.slice(from, at));
      from = at + source.length;
      if (found) this.#tag(found);
    }
    this.#text(html.slice(from));
    this.#settle();
    while (this.#blocks.length > 0) this.#closeBlock();
    this.#endWords();
  }

  /** Entities as characters; a backslash is none of HTML's marks. */
  #decoded(text: string): string {
    return this.#state.md.utils.unescapeAll(text.replaceAll("\\", "\\\\"));
  }

  get #top(): string {
    return this.#blocks.at(-1) ?? "";
  }

  /** Where no summary follows the tag of its details, words stand for it: HTML asks for one. */
  #settle(): void {
    if (!this.#awaitsSummary) return;
    this.#awaitsSummary = false;
    this.#put(Object.assign(this.#token("text", ""), { content: "Details" }));
    this.#closeBlock();
  }

  #tag(tag: HarmlessTag): void {
    if (this.#awaitsSummary && tag.name === "summary" && !tag.closing) {
      this.#awaitsSummary = false;
      return;
    }
    this.#settle();
    if (tag.closing) this.#close(tag.name);
    else if (tag.name === "br") this.#put(this.#token("hardbreak", "br"));
    else if (tag.name === "hr") {
      if (lines.has(this.#top) && !ending.has(this.#top)) return;
      this.#makeRoom();
      this.#state.push("hr", "hr", 0);
    } else if (blocks.has(tag.name)) this.#openBlock(tag);
    else this.#openWords(tag);
  }

  #close(name: string): void {
    if (blocks.has(name)) {
      if (!this.#blocks.includes(name)) return;
      while (this.#closeBlock() !== name);
      if (name === "figcaption" && this.#endsFigure) this.#closeBlock();
    } else if (this.#words.includes(name)) while (this.#closeWords() !== name);
  }

  #text(source: string): void {
    const text = this.#decoded(source);
    if (text.trim() === "" && this.#inline === null) return;
    this.#settle();
    this.#put(Object.assign(this.#token("text", ""), { content: text }));
  }

  #openWords({ name, attrs }: HarmlessTag): void {
    if (name === "a" && this.#words.includes("a")) return;
    const token = this.#token(name === "a" ? "link_open" : harmlessType, name, 1);
    token.attrs = attrs;
    this.#put(token);
    this.#words.push(name);
  }

  #closeWords(): string | undefined {
    const name = this.#words.pop();
    if (name !== undefined) this.#put(this.#token(name === "a" ? "link_close" : harmlessType, name, -1));
    return name;
  }

  #token(type: string, tag: string, nesting: 1 | 0 | -1 = 0): Token {
    return new this.#state.Token(type, tag, nesting);
  }

  /** Puts a token among the words, with what has to stand around it. */
  #put(token: Token): void {
    for (let around = between[this.#top]; around !== undefined; around = between[this.#top]) this.#push(around, []);
    this.#inline ??= Object.assign(this.#state.push("inline", "", 0), { content: "", children: [] });
    this.#inline.children?.push(token);
  }

  #endWords(): void {
    while (this.#words.length > 0) this.#closeWords();
    this.#inline = null;
  }

  /** Ends what holds words alone, so that a block can begin. */
  #makeRoom(): void {
    this.#endWords();
    while (ending.has(this.#top)) this.#closeBlock();
    for (
      let around = between[this.#top];
      structures.has(this.#top) && around !== undefined;
      around = between[this.#top]
    )
      this.#push(around, []);
  }

  #openBlock({ name, attrs }: HarmlessTag): void {
    const wanted = holders[name] ?? [];
    const holder = this.#blocks.findLastIndex((each) => wanted.includes(each));
    if (name === "summary" || (holder < 0 && lines.has(this.#top) && !ending.has(this.#top))) return;
    const isBehind = first.has(name) && wanted.every((each) => each !== this.#state.tokens.at(-1)?.tag);
    if (isBehind && (name !== "figcaption" || this.#captioned.at(-1) !== false)) return;
    if (holder >= 0) while (this.#blocks.length > holder + 1) this.#closeBlock();
    else this.#makeRoom();
    const [around] = holder < 0 ? wanted : [];
    if (around !== undefined) this.#openBlock({ name: around, closing: false, attrs: [] });
    // What is folded is open here: paper cannot be unfolded.
    this.#push(name, name === "details" ? [["open", ""]] : attrs);
    if (name === "figure") this.#captioned.push(false);
    if (name === "figcaption") {
      this.#captioned[this.#captioned.length - 1] = true;
      this.#endsFigure = isBehind;
    }
    if (name !== "details") return;
    this.#push("summary", []);
    this.#awaitsSummary = true;
  }

  #push(name: string, attrs: HarmlessTag["attrs"]): void {
    this.#endWords();
    Object.assign(this.#state.push(isHeading(name) ? "heading_open" : harmlessType, name, 1), { attrs: [...attrs] });
    this.#blocks.push(name);
  }

  #closeBlock(): string | undefined {
    this.#endWords();
    const name = this.#blocks.pop();
    if (name !== undefined) this.#state.push(isHeading(name) ? "heading_close" : harmlessType, name, -1);
    if (name === "figure") this.#captioned.pop();
    return name;
  }
}
