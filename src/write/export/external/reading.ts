import MarkdownIt from "markdown-it";
import { once } from "../../../base";
import { decodePercent, parseNote } from "../../../note";
import type { YamlNode } from "../../../note";

/** A stretch of a finished document as its reader gets it, decoded and without marks. */
export interface ReaderText {
  /** Where it stands, in words, such as `in the title`. */
  readonly place: string;
  readonly text: string;
  /** Words that a person reads, a value that programs read, such as an address, a text beside it, or bytes. */
  readonly kind: "words" | "value" | "file" | "bytes";
}

/** Elements that part what is before from what is behind; all others stand in a line, unknown ones too. */
const blocks: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd desc details dialog dir div dl dt fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre search section select summary svg table tbody td text textarea tfoot th thead title tr ul video".split(
    " ",
  ),
);
/** Elements whose content is no text. */
const unread: ReadonlySet<string> = new Set(["style", "script"]);
const headings: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const attribute = /([^\s"'<>/=]+)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Attributes that a person reads, or hears. */
const spoken: ReadonlySet<string> = new Set([
  "alt",
  "title",
  "aria-label",
  "content",
  "placeholder",
  "value",
  "label",
  "summary",
]);

/**
 * All that an HTML document says: its text block by block, its title, the values of its attributes, its comments, and
 * what its pictures say. It goes by the tags as a browser does, so what they part in the source is one word here.
 */
export function readHtml(html: string): readonly ReaderText[] {
  const lowered = once(() => html.toLowerCase());
  // Where nothing closes a declaration any more.
  let unclosed = false;
  const readings: ReaderText[] = [];
  let under = "above the first heading";
  let picture = false;
  let words: string[] = [];
  let heading: string[] | null = null;
  let isTitle = false;
  const finish = (): void => {
    const text = decodeEntities(words.join(""));
    words = [];
    if (/\S/.test(text))
      readings.push({
        place: isTitle ? "in the title" : picture ? `in a picture ${under}` : under,
        text,
        kind: "words",
      });
  };
  const add = (text: string): void => {
    words.push(text);
    heading?.push(text);
  };
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at);
    add(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    if (html.startsWith("<!--", open)) {
      const close = html.indexOf("-->", open + 4);
      const end = close < 0 ? html.length : close;
      readings.push({ place: `in a comment ${under}`, text: html.slice(open + 4, end), kind: "words" });
      at = end + 3;
      continue;
    }
    const [, closing = "", written = ""] = /^<(\/?)([a-z][^\s/>]{0,100})/i.exec(html.slice(open, open + 110)) ?? [];
    if (written === "") {
      // A declaration or an instruction ends with the next `>`; anything else is text.
      const isOpen: boolean = !unclosed && /^<[!?/]/.test(html.slice(open, open + 2));
      const close: number = isOpen ? html.indexOf(">", open) : -1;
      unclosed ||= isOpen && close < 0;
      if (close < 0) add("<");
      else readings.push({ place: `in a comment ${under}`, text: html.slice(open + 2, close), kind: "words" });
      at = close < 0 ? open + 1 : close + 1;
      continue;
    }
    const name = written.toLowerCase();
    const end = endOfTag(html, open + 1 + closing.length + written.length);
    for (const { 1: key = "", 2: double, 3: single, 4: bare } of html
      .slice(open + 1 + closing.length + written.length, end)
      .matchAll(attribute)) {
      const value = decodeEntities(double ?? single ?? bare ?? "");
      if (value !== "" && !key.startsWith("xmlns")) readings.push(...readAttribute(key.toLowerCase(), value, under));
    }
    if (name === "br") add(" ");
    if (blocks.has(name)) {
      finish();
      if (name === "title" && !picture) isTitle = closing === "";
      if (name === "svg") picture = closing === "";
      if (headings.has(name)) {
        if (closing === "") heading = [];
        else if (heading !== null) {
          under = `under \`${decodeEntities(heading.join("")).replace(/\s+/g, " ").trim()}\``;
          heading = null;
        }
      }
    }
    at = Math.min(end + 1, html.length);
    if (unread.has(name) && closing === "") {
      const close = lowered().indexOf(`</${name}`, at);
      at = close < 0 ? html.length : close;
    }
  }
  finish();
  return readings;
}

/** Where a tag ends: at the next `>` that stands in no quotes. */
function endOfTag(html: string, start: number): number {
  let quote = "";
  for (let at = start; at < html.length; at++) {
    const sign = html.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if ((sign === '"' || sign === "'") && html.charAt(at - 1) === "=") quote = sign;
    else if (sign === ">") return at;
  }
  return html.length;
}

/**
 * Decodes the entities of HTML, also those that a browser reads without their `;`: numbers, and letters with a sign of
 * Latin-1.
 */
function decodeEntities(text: string): string {
  const bare = /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)|szlig|aelig);?/gi;
  return text.includes("&") ? unescaper()(text.replaceAll("\\", "\\\\").replace(bare, "&$1;")) : text;
}

function readAttribute(key: string, value: string, under: string): readonly ReaderText[] {
  const [, type, base64] = /^data:image\/([a-z+]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  if (base64 !== undefined) {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    return readFile(bytes, type === "svg+xml", `in a picture ${under}`);
  }
  const place = `in the attribute \`${key}\` ${under}`;
  const kind = spoken.has(key) ? "words" : "value";
  const decoded = decodePercent(value);
  return [{ place, text: value, kind }, ...(decoded === value ? [] : [{ place, text: decoded, kind } as const])];
}

const unescaper = once(() => new MarkdownIt().utils.unescapeAll);

/** What the bytes of a file say, as far as they are UTF-8: words in it, and what stands in its metadata. */
export function readFile(bytes: Uint8Array, isMarkup: boolean, place: string): readonly ReaderText[] {
  const text = new TextDecoder().decode(bytes);
  const marked = isMarkup ? readHtml(text) : [];
  const kind = /[\0\ufffd]/.test(text) ? "bytes" : "file";
  return [{ place, text, kind }, ...marked.map((reading): ReaderText => ({ ...reading, place, kind: "file" }))];
}

/**
 * All that a Markdown document says: what its source says, with and without its escapes; what it is rendered to, with
 * the HTML in it, as hosts do that leave out tags which they do not know; and the values of its properties.
 */
export function readMarkdown(markdown: string): readonly ReaderText[] {
  const { frontmatter } = parseNote(markdown);
  const properties = frontmatter === null ? "" : markdown.slice(0, frontmatter.span.end);
  const body = markdown.slice(properties.length);
  const md = new MarkdownIt({ html: true });
  // Of a footnote's text a renderer that knows none makes the address of a link, and shows nothing.
  const rendered = md.render(body.replaceAll("[^", "[\\^"));
  return [
    ...properties
      .split("\n")
      .map((line): ReaderText => ({ place: "in the properties", text: withoutYamlEscapes(line), kind: "words" })),
    { place: "in the properties", text: withoutYamlEscapes(properties.replace(/\\\r?\n\s*/g, "")), kind: "words" },
    ...(frontmatter?.entries ?? []).flatMap(({ key, value }) =>
      valuesOf(value).map((text): ReaderText => ({ place: `in the property \`${key}\``, text, kind: "words" })),
    ),
    { place: "in its source", text: body, kind: "words" },
    { place: "in its source", text: decodePercent(md.utils.unescapeAll(body)), kind: "words" },
    ...readHtml(rendered),
  ];
}

function withoutYamlEscapes(text: string): string {
  return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g, (written, byte, unit, point) => {
    const code = Number.parseInt([byte, unit, point].find((digits) => typeof digits === "string") as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

function valuesOf({ value, items, entries }: YamlNode): readonly string[] {
  if (items.length > 0) return items.flatMap(valuesOf);
  if (entries.length > 0) return entries.flatMap((entry) => [entry.key, ...valuesOf(entry.value)]);
  return value === null || typeof value === "object" ? [] : [String(value)];
}
