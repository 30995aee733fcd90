import { capitalized } from "../../../base";
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { calloutIcon } from "./icons";
import { writeTokens } from "./rules";

const alert = /^\[!\s*([^[\]|\s](?:[^[\]|\n]{0,98}[^[\]|\s])?)\s*(?:\|[^[\]\n]{0,100})?\][+-]?([^\n]*)(?:\n|$)/;
const task = /^\[([^\s\]]| )\](?:[ \t]+|$)/;

/** Reads alerts, `> [!NOTE]`, tasks, `- [ ]`, and alignment in tables. */
export function readBlocks(md: MarkdownIt): void {
  md.core.ruler.after("block", "alerts", readAlerts);
  md.core.ruler.after("block", "tasks", ({ tokens }) => {
    for (const [index, token] of tokens.entries())
      if (token.type === "list_item_open") readTask(token, tokens[index + 1], tokens[index + 2]);
  });
  md.core.ruler.push("alignment", ({ tokens }) => {
    for (const token of tokens) if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
  });
  writeTokens(md, "callout_icon", ({ info }) => calloutIcon(info));
  md.renderer.rules["list_item_open"] = (tokens, index, ...[options, , renderer]): string => {
    const token = tokens[index];
    const mark = token?.meta?.["task"];
    const tag = renderer.renderToken(tokens, index, options);
    if (typeof mark !== "string") return tag;
    return `${tag}<input type="checkbox" disabled${mark === " " ? "" : " checked"} aria-label="${mark === " " ? "Open" : mark === "-" ? "Cancelled" : "Done"}"> `;
  };
  writeTokens(md, "fence", ({ info, content }) => {
    const [language = ""] = /^[\w+#.-]{1,30}/.exec(info.trim()) ?? [];
    const named = language === "" ? "" : ` class="language-${language}"`;
    const code = `<pre><code${named}>${md.utils.escapeHtml(content)}</code></pre>`;
    return language.toLowerCase() === "mermaid"
      ? `<figure>${code}<figcaption>Diagram in Mermaid’s notation</figcaption></figure>\n`
      : `${code}\n`;
  });
}

/** An alert has its type in a line of its own at the start; Obsidian's titles behind it are read too. */
function readAlerts(state: StateCore): void {
  const result: Token[] = [];
  const asides: boolean[] = [];
  const empty = new Set<Token>();
  for (const [index, token] of state.tokens.entries()) {
    if (empty.has(token)) continue;
    result.push(token);
    if (token.type === "blockquote_close" && asides.pop() === true) token.tag = "aside";
    if (token.type !== "blockquote_open") continue;
    const [paragraph, inline, end] = state.tokens.slice(index + 1, index + 4);
    const [lead, type = "", title = ""] =
      (paragraph?.type === "paragraph_open" && alert.exec(inline?.content ?? "")) || [];
    asides.push(lead !== undefined);
    if (lead === undefined || !paragraph || !inline || !end) continue;
    token.tag = "aside";
    token.attrs = [["class", `alert ${type.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`]];
    inline.content = inline.content.slice(lead.length);
    if (inline.content === "") for (const each of [paragraph, inline, end]) empty.add(each);
    const open = Object.assign(new state.Token("paragraph_open", "p", 1), {
      block: true,
      attrs: [["class", "alert-title"]],
    });
    const words = Object.assign(new state.Token("inline", "", 0), {
      content: title.trim() === "" ? capitalized(type.toLowerCase().replaceAll("-", " ")) : title.trim(),
      children: [Object.assign(new state.Token("callout_icon", "svg", 0), { info: type.toLowerCase() })],
      map: inline.map,
    });
    result.push(open, words, Object.assign(new state.Token("paragraph_close", "p", -1), { block: true }));
  }
  state.tokens = result;
}

/** A box of a task that is its item's first paragraph. */
function readTask(item: Token, paragraph: Token | undefined, inline: Token | undefined): void {
  const [box, mark = ""] = (paragraph?.type === "paragraph_open" && task.exec(inline?.content ?? "")) || [];
  if (box === undefined || !inline) return;
  inline.content = inline.content.slice(box.length);
  item.attrs = [["class", "task"]];
  item.meta = { task: mark };
}

/** The one style that markdown-it writes itself. */
function alignByClass(token: Token): void {
  const [side] = /(?:left|center|right)$/.exec(String(token.attrGet("style") ?? "")) ?? [];
  token.attrs = side === undefined ? null : [["class", side]];
}
