import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import {
  MarkdownRenderer,
  parseLinktext,
  setIcon,
  type App,
  type Component,
  type MarkdownPostProcessorContext,
} from "obsidian";
import { parseNote } from "../../../src/note";
import { findSubpath } from "../../../src/vault";
import { patch } from "./patch";
import type { PluginRegistry } from "./plugins";

/** A fenced code block. */
export interface CodeBlock {
  /** The word behind the fence. */
  readonly language: string;
  readonly source: string;
}

/**
 * Renders a code block by the plugin that registered its language, and returns what lives in it; null where no plugin
 * did.
 */
export function renderCodeBlock(
  registry: PluginRegistry,
  { language, source }: CodeBlock,
  into: HTMLElement,
  sourcePath: string,
): readonly Component[] | null {
  const processor = registry.codeBlocks.get(language);
  if (processor === undefined) return null;
  const components: Component[] = [];
  void processor(
    source,
    into.createDiv({ cls: `block-language-${language}` }),
    contextFor(sourcePath, source, components),
  );
  return components;
}

/** How deep embeds are shown within embeds, as in the app. */
const deepest = 5;

/** A plain reading view: GFM, wikilinks, callouts, highlights, and what plugins add to it. */
export function createRenderer(
  app: App,
  registry: PluginRegistry,
): (text: string, into: HTMLElement, sourcePath: string) => Promise<void> {
  const shown = new WeakMap<HTMLElement, Component[]>();
  const render = async (text: string, into: HTMLElement, sourcePath: string, depth = 0): Promise<void> => {
    // What the last rendering put there is gone by now.
    for (const component of shown.get(into) ?? []) component.unload();
    const components: Component[] = [];
    shown.set(into, components);
    const note = parseNote(text, sourcePath);
    const body = text.slice(note.frontmatter?.span.end ?? 0);
    // Micromark knows web links alone; of all others only the app's own are let through.
    const html = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousProtocol: true });
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const link of page.querySelectorAll("a, img")) {
      for (const name of ["href", "src"])
        if (/^(?!https?:|mailto:|obsidian:)[^/?#]*:/i.test(link.getAttribute(name) ?? "")) link.removeAttribute(name);
    }
    into.append(...[...page.body.childNodes].map((node) => activeDocument.importNode(node, true)));
    for (const quote of into.querySelectorAll("blockquote")) makeCallout(quote);
    for (const node of textNodes(into)) decorate(app, node, sourcePath);
    for (const link of into.querySelectorAll<HTMLElement>("a.internal-embed"))
      components.push(...(await showEmbed(link, sourcePath, depth)));
    const context = contextFor(sourcePath, text, components);
    for (const block of into.querySelectorAll<HTMLElement>("pre > code")) {
      const language = /language-(\S+)/.exec(block.className)?.[1] ?? "";
      const processor = registry.codeBlocks.get(language);
      if (processor === undefined || block.parentElement === null) continue;
      const el = createDiv({ cls: `block-language-${language}` });
      block.parentElement.replaceWith(el);
      await processor(block.textContent, el, context);
    }
    for (const processor of registry.postProcessors) await processor(into, context);
  };
  /**
   * Puts what an embed shows in its place, and returns what lives in it; what cannot be found, and what is nested too
   * deep, stays a link.
   */
  const showEmbed = async (link: HTMLElement, sourcePath: string, depth: number): Promise<readonly Component[]> => {
    const { path, subpath } = parseLinktext(link.dataset["target"] ?? "");
    const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (file?.extension !== "md" || depth >= deepest) return [];
    const text = await app.vault.read(file);
    const part = findSubpath(parseNote(text, file.path), subpath)?.span;
    if (part === undefined) return [];
    const el = createDiv({ cls: "markdown-embed" });
    await render(text.slice(part.start, part.end), el, file.path, depth + 1);
    const paragraph = link.parentElement;
    if (paragraph?.tagName === "P" && paragraph.childNodes.length === 1) paragraph.replaceWith(el);
    else link.replaceWith(el);
    return shown.get(el) ?? [];
  };
  patch(MarkdownRenderer, {
    render: (_app: App, markdown: string, el: HTMLElement, sourcePath: string) => render(markdown, el, sourcePath),
  });
  return render;
}

function contextFor(sourcePath: string, text: string, components: Component[]): MarkdownPostProcessorContext {
  return {
    docId: sourcePath,
    sourcePath,
    frontmatter: null,
    addChild: (child) => {
      components.push(child);
      child.load();
    },
    getSectionInfo: () => ({ text, lineStart: 0, lineEnd: text.split("\n").length - 1 }),
  };
}

function makeCallout(quote: HTMLElement): void {
  const first = quote.querySelector("p")?.firstChild;
  const match = first?.nodeType === Node.TEXT_NODE ? /^\[!([^\]]+)\]([+-]?) ?(.*)/.exec(first.textContent ?? "") : null;
  if (match === null || first === null || first === undefined) return;
  const [whole, type = "note", , title = ""] = match;
  first.textContent = (first.textContent ?? "").slice(whole.length);
  const callout = createDiv({ cls: "callout", attr: { "data-callout": type.toLowerCase() } });
  const titleEl = callout.createDiv({ cls: "callout-title" });
  setIcon(titleEl.createDiv({ cls: "callout-icon" }), "info");
  titleEl.createDiv({ cls: "callout-title-inner", text: title === "" ? type : title });
  callout.createDiv({ cls: "callout-content" }).append(...quote.childNodes);
  quote.replaceWith(callout);
}

function textNodes(root: HTMLElement): Text[] {
  const walker = activeDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.instanceOf(Text) && node.parentElement?.closest("code, pre, a") === null) found.push(node);
  }
  return found;
}

const marks = /(!?)\[\[([^\]|]+)(?:\|([^\]]*))?\]\]|==([^=]+)==|%%[^%]*%%/g;

function decorate(app: App, node: Text, sourcePath: string): void {
  const { data } = node;
  const parts: (string | Node)[] = [];
  let end = 0;
  for (const match of data.matchAll(marks)) {
    const [whole, bang, target, alias, highlight] = match;
    parts.push(data.slice(end, match.index));
    end = match.index + whole.length;
    if (highlight !== undefined) parts.push(createEl("mark", { text: highlight }));
    if (target === undefined) continue;
    const link = createEl("a", {
      cls: bang === "!" ? "internal-embed" : "internal-link",
      text: alias ?? target,
      href: "#",
      attr: { "data-target": target },
    });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void app.workspace.openLinkText(target, sourcePath);
    });
    parts.push(link);
  }
  if (end > 0) node.replaceWith(...parts, data.slice(end));
}
