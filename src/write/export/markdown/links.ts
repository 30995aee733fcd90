import { enclosing, removal } from "../../../base";
import type { Embed, Link } from "../../../note";
import { displayOf, hasScheme } from "../../../note";
import { noteName } from "../../../vault";
import { literalWords, escapeMarkup, referenceUses } from "../..";
import type { MarkdownDocument } from "./document";
import { destinationOf } from "./destination";
import type { Rewrite } from "../../../base";

/** Links of the document as links that its host follows, or as their words. */
export function linkRewrites(doc: MarkdownDocument): readonly Rewrite[] {
  const { note } = doc;
  const links = note.links.flatMap((link) =>
    link.kind === "wikilink" ? [wikilink(doc, link)] : link.kind === "markdown" ? markdownLink(doc, link) : [],
  );
  return [...links, ...note.embeds.flatMap((embed) => attachment(doc, embed)), ...references(doc)];
}

function wikilink(doc: MarkdownDocument, link: Link): Rewrite {
  const inTable = isInTable(doc, link);
  const destination = destinationOf(doc, link.target);
  const words = literalWords(inTable ? wordsOf(doc, link).replaceAll("\\|", "|") : wordsOf(doc, link), inTable);
  return { span: link.span, text: destination === null ? words : `[${words}](${destination})` };
}

/** What a link says; the id of a block says nothing to a reader. */
function wordsOf({ note }: MarkdownDocument, { target, display, span }: Link): string {
  const at = target.indexOf("#^");
  const words = at < 0 ? null : /^(?:(.*) > )?\^[A-Za-z\d-]+$/.exec(display);
  if (!words) return display;
  if (words[1] !== undefined || at > 0) return words[1] ?? displayOf(target.slice(0, at));
  return (note.blocks.get(target.slice(2).trim().toLowerCase())?.span.start ?? 0) > span.start ? "below" : "above";
}

/** Whether an address is for everybody; those of the app open notes in it. */
function leadsOut(target: string): boolean {
  return hasScheme(target) && !/^obsidian:/i.test(target);
}

function markdownLink(doc: MarkdownDocument, link: Link): readonly Rewrite[] {
  if (link.external && leadsOut(link.target)) return [];
  const destination = destinationOf(doc, link.target);
  if (destination !== null) return [{ span: link.targetSpan, text: destination }];
  const { start, end } = link.span;
  return [removal(start, start + 1), removal(doc.note.text.lastIndexOf("](", link.targetSpan.start), end)];
}

/** What a browser shows as a picture. */
const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#]|$)/i;

/**
 * An embed of a file: a picture where it is one, else a link to it. Size goes along where the host has a way to say it.
 */
function attachment(doc: MarkdownDocument, embed: Embed): readonly Rewrite[] {
  const { note, options } = doc;
  const { kind, span, size, target, external } = embed;
  const destination = external ? target : destinationOf(doc, target);
  const inTable = isInTable(doc, embed);
  const caption = captionOf(embed, inTable);
  if (destination === null) return [{ span, text: literalWords(caption, inTable) }];
  const isImage = kind === "markdown" || image.test(embed.linkpath);
  if (!isImage) return [{ span, text: `[${literalWords(caption, inTable)}](${destination})` }];
  if (size && options.flavor !== "commonmark") {
    const height = size.height === null ? "" : ` height="${size.height}"`;
    return [
      {
        span,
        text: `<img src="${escapeMarkup(destination)}" alt="${escapeMarkup(caption).replaceAll("|", "&#124;")}" width="${size.width}"${height}>`,
      },
    ];
  }
  if (kind === "wikilink") return [{ span, text: `![${literalWords(caption, inTable)}](${destination})` }];
  const close = note.text.lastIndexOf("](", embed.targetSpan.start);
  const alt = size ? [removal(close - embed.display.length + sizeStart(embed, inTable), close)] : [];
  return external ? alt : [...alt, { span: embed.targetSpan, text: destination }];
}

/** What the embed says of its file: the alias without a size, else the file's name. */
function captionOf(embed: Embed, inTable: boolean): string {
  const { kind, display, size, linkpath, target } = embed;
  const words = size ? display.slice(0, sizeStart(embed, inTable)) : display;
  if (kind === "markdown") return words;
  return words === "" || words === displayOf(target) ? nameOf(linkpath) : words;
}

/** Where the size begins in what the embed says, with the pipe before it: in a table that is written `\\|`. */
function sizeStart({ display }: Embed, inTable: boolean): number {
  const pipe = Math.max(0, display.lastIndexOf("|"));
  return inTable && display.charAt(pipe - 1) === "\\" ? pipe - 1 : pipe;
}

/** A file's name without folder and, for pictures, without extension. */
function nameOf(path: string): string {
  const name = noteName(path);
  return image.test(name) ? name.replace(/\.[^.]*$/, "") : name;
}

/** Definitions such as `[ref]: Note.md`, whose links become words where nothing is left to link to. */
function references(doc: MarkdownDocument): readonly Rewrite[] {
  const { note } = doc;
  const dead = new Set<number>();
  const rewrites = note.referenceLinks.flatMap(({ target, span }): readonly Rewrite[] => {
    if (leadsOut(target)) return [];
    const destination = destinationOf(doc, target);
    const mark = /^[^\]]*\]:\s*(<[^>\n]*>|\S+)/.exec(note.text.slice(span.start, span.end));
    if (destination === null || !mark) {
      dead.add(span.start);
      return [removal(span.start, afterLine(note.text, span.end))];
    }
    const end = span.start + mark[0].length;
    return [{ span: { start: end - (mark[1] ?? "").length, end }, text: destination }];
  });
  if (dead.size === 0) return rewrites;
  const uses = referenceUses(note, { start: 0, end: note.text.length }).filter(({ definition }) =>
    dead.has(definition.span.start),
  );
  return [
    ...rewrites,
    ...uses.flatMap(({ span }) => {
      const open = note.text.lastIndexOf("[", span.start - 2);
      const mark = note.text[open - 1] === "!" ? open - 1 : open;
      return [removal(mark, open + 1), removal(span.start - 1, span.end)];
    }),
  ];
}

/** Behind the break of the line that ends at `offset`. */
function afterLine(text: string, offset: number): number {
  return offset + (/^[ \t]*\r?\n/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

function isInTable({ note }: MarkdownDocument, { span }: Link): boolean {
  return enclosing(note.leaves, span.start)?.type === "table";
}
