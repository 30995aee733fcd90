import { Memory } from "../../../base";
import { sectionIdOf } from "../../../incident";
import type { Settings } from "../../../settings";
import { isSection } from "../../../settings";
import { parseNote } from "../../../note";
import type { WriteFormula } from "./math";
import type { DocumentHeading } from "./headings";
import { readDocument } from "./markdown";
import { documentStyle, figureStyle } from "./style";
import type { Figure, Shape } from "../..";
import { escapeMarkup, pictureText, swatch } from "../..";

/** Something that the head of a document states about the incident. */
export interface DocumentFact {
  readonly name: string;
  readonly value: string;
  /** How the value came about, such as `resolved − started`; empty for nothing to say. */
  readonly definition: string;
}

/** What an HTML document is made of. All of it may come from a note that nobody vouches for. */
export interface HtmlSource {
  /** GitHub-flavoured Markdown, with Obsidian's callouts; its frontmatter is left out. */
  readonly markdown: string;
  /** Empty for what its first heading says, if that is one of level 1. */
  readonly title: string;
  /** BCP 47 tag of the language that the note is written in. */
  readonly language: string;
  readonly facts: readonly DocumentFact[];
  /** Stands where the timeline section begins; at the end of the head when there is none. */
  readonly picture: Shape | null;
  /** By the words of a heading: figures that stand below it. */
  readonly figures?: ReadonlyMap<string, Figure>;
  /** Data URIs of images, by the decoded path that the Markdown names. */
  readonly images: ReadonlyMap<string, string>;
  /** Decoded paths, as the Markdown names them, of files that can lie beside the document. */
  readonly files: ReadonlySet<string>;
  /** Writes formulas; without it they are shown as their source. */
  readonly formula?: WriteFormula | undefined;
  /** Tell which heading is the timeline. */
  readonly settings: Settings;
}

/** The document with those of the files that it links to; or in words why there is none. */
export type HtmlResult = { readonly html: string; readonly linked: ReadonlySet<string> } | { readonly problem: string };

/** Longest Markdown that is made into HTML, in characters. */
const maxLength = 500_000;

/** How many headings make a list of contents worth its room. */
const headingsForContents = 8;

/** What a browser may load for an exported document: nothing but what is in it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One HTML file that stands alone: no script, no request, its own style for screen and paper. A note cannot put
 * anything into it but the elements of Markdown and a short list of others without attributes.
 */
export function writeHtml(source: HtmlSource): HtmlResult {
  const { language, settings, picture } = source;
  if (source.markdown.length > maxLength)
    return {
      problem: `the document has ${source.markdown.length} characters, and HTML is made of ${maxLength} at most; embed less, or export it as Markdown`,
    };
  const markdown = withoutFrontmatter(source.markdown.replace(controls, "\uFFFD"));
  const { tokens, headings, linked, write } = readDocument(markdown, source);
  const [first] = headings;
  const titled = first?.level === 1 && tokens[first.index]?.level === 0;
  const title = source.title.replace(controls, " ").trim() || (titled && first.text) || "Postmortem";
  const bodyStart = titled ? first.index + 3 : 0;
  const memory = new Memory();
  const timeline = picture
    ? headings.find(
        (heading) =>
          tokens[heading.index]?.level === 0 &&
          isSection(sectionIdOf(heading.text, settings, memory), "timeline") &&
          heading.index >= bodyStart,
      )
    : undefined;
  const drawn = picture
    ? [{ at: timeline ? timeline.index + 3 : bodyStart, html: `<figure>${pictureText(picture)}</figure>\n` }]
    : [];
  const figures = headings.flatMap(({ index, text }) => {
    const figure = source.figures?.get(text);
    return figure === undefined ? [] : [{ at: index + 3, html: figureHtml(figure) }];
  });
  const written = (start: number): string => {
    const parts: string[] = [];
    let from = start;
    for (const { at, html } of [...drawn, ...figures]) {
      parts.push(write(from, at), html);
      from = at;
    }
    return [...parts, write(from, tokens.length)].join("");
  };
  const html = [
    "<!DOCTYPE html>",
    `<html lang="${/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language : "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${documentStyle}${source.figures === undefined ? "" : figureStyle}</style>`,
    "</head>",
    "<body>",
    "<main>",
    titled ? write(0, bodyStart).trimEnd() : `<h1>${escapeMarkup(title)}</h1>`,
    factsTable(source.facts) +
      contents(headings.filter(({ level, index }) => index >= bodyStart && level <= 3)) +
      written(bodyStart).trimEnd(),
    "</main>",
    "</body>",
    "</html>",
    "",
  ];
  return { html: html.join("\n"), linked };
}

/** Control characters, which HTML does not know, but for tabs and line breaks. */
const controls = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

function withoutFrontmatter(markdown: string): string {
  const { frontmatter } = parseNote(markdown);
  return frontmatter ? markdown.slice(frontmatter.span.end) : markdown;
}

function factsTable(facts: readonly DocumentFact[]): string {
  if (facts.length === 0) return "";
  const rows = facts.map(
    ({ name, value, definition }) =>
      `<tr><th scope="row">${escapeMarkup(name)}</th><td>${escapeMarkup(value)}${definition === "" ? "" : ` <small>(${escapeMarkup(definition)})</small>`}</td></tr>\n`,
  );
  return `<table class="facts">\n<tbody>\n${rows.join("")}</tbody>\n</table>\n`;
}

/** Pixels; as wide as a line of the document, on paper too. */
const figureWidth = 700;

function figureHtml(figure: Figure): string {
  const picture = figure.draw(figureWidth);
  if (picture === null) return "";
  const series = figure.legend.map(
    (one, index) =>
      `<span>${pictureText(swatch(one.series, index))} ${escapeMarkup(one.series.name)} (${one.n})</span>\n`,
  );
  const caption = series.length === 0 ? "" : `<figcaption class="legend">\n${series.join("")}</figcaption>\n`;
  return `<figure>${pictureText(picture)}${caption}</figure>\n`;
}

function contents(headings: readonly DocumentHeading[]): string {
  if (headings.length < headingsForContents) return "";
  const top = Math.min(...headings.map(({ level }) => level));
  const items = headings.map(
    ({ level, id, text }) =>
      `<li${level > top ? ' class="deeper"' : ""}><a href="#${escapeMarkup(id)}">${escapeMarkup(text)}</a></li>\n`,
  );
  return `<nav class="contents" aria-label="Contents">\n<ul>\n${items.join("")}</ul>\n</nav>\n`;
}
