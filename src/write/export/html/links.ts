import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { decodePercent } from "../../../note";
import { writeTokens } from "./rules";

/** What comes with a document. */
export interface Beside {
  /** Data URIs of images, by the path that the Markdown names, decoded. */
  readonly images: ReadonlyMap<string, string>;
  /** Decoded paths of the files that can lie beside it. */
  readonly files: ReadonlySet<string>;
}

/** What a document may lead to and show. */
interface LinkPolicy extends Beside {
  /** The ids that a link within the document can lead to. */
  readonly ids: ReadonlySet<string>;
  /** Is given those of the files that the document links to. */
  readonly linked: Set<string>;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The only addresses that a note can put into a document: the web and mail. `javascript:`, `data:`, `vbscript:`,
 * `file:` and what else there is lead nowhere; nor do addresses without a scheme, unless the file that they name comes
 * along: it would not be there, and `//host` would be a share on the network once the document lies on a disk.
 */
export function isAllowedAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\\]/i.test(address);
}

/** Whether `uri` is an image inside of itself, in a format that every browser draws and none runs. */
export function isImageData(uri: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/.test(uri);
}

/**
 * Links that lead nowhere become their words, and images that do not come along their descriptions, with a link if they
 * lie on the web.
 */
export function limitLinks(md: MarkdownIt, policy: LinkPolicy): void {
  // A link is read as one wherever it leads, so that it can become its words; what is allowed is decided below.
  md.validateLink = (): boolean => true;
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false }).add("ftp:", null).add("//", null);
  md.core.ruler.push("limit_links", (state) => {
    for (const token of state.tokens) if (token.children) token.children = limited(state, token.children, policy);
  });
  writeTokens(md, "missing_image", ({ content }) => `<span class="missing">${md.utils.escapeHtml(content)}</span>`);
}

function limited(state: StateCore, tokens: readonly Token[], policy: LinkPolicy): Token[] {
  const result: Token[] = [];
  const dropped: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "image") result.push(...shownImage(state, token, policy, dropped.includes(false)));
    else if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      // markdown-it reads `[<https://a>](https://b)` as a link within a link, which HTML does not know.
      const leads =
        !dropped.includes(false) &&
        (href.startsWith("#") ? policy.ids.has(decodePercent(href.slice(1))) : leadsOut(href, policy));
      dropped.push(!leads);
      if (!leads) continue;
      if (href.startsWith("#")) token.attrSet("href", `#${decodePercent(href.slice(1))}`);
      else if (token.info === "auto") token.attrSet("class", "address");
      result.push(token);
    } else if (token.type !== "link_close" || dropped.pop() === false) result.push(token);
  }
  return result;
}

/** Whether an address leads to the web, or to a file beside the document, which is noted then. */
function leadsOut(href: string, { files, linked }: LinkPolicy): boolean {
  if (isAllowedAddress(href)) return true;
  const file = decodePercent(href.split("#", 1)[0] ?? "");
  if (!files.has(file) || scheme.test(href) || /^[/\\]/.test(href)) return false;
  linked.add(file);
  return true;
}

function shownImage(state: StateCore, token: Token, policy: LinkPolicy, linked: boolean): Token[] {
  const source = String(token.attrGet("src") ?? "");
  const data = policy.images.get(decodePercent(source));
  if (data !== undefined && isImageData(data)) {
    token.attrSet("src", data);
    return [token];
  }
  const words = (token.children ?? [])
    .map(({ content }) => content)
    .join("")
    .trim();
  const leads = leadsOut(source, policy);
  const text = new state.Token(leads ? "text" : "missing_image", "", 0);
  text.content = words !== "" ? words : leads ? source : scheme.test(source) ? "image" : decodePercent(source);
  if (!leads || linked) return [text];
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [["href", source]];
  return [open, text, new state.Token("link_close", "a", -1)];
}
