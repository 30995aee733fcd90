import { Scanner } from "../../base";

/** Character references that chat tools write; any other one is left as it stands. */
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A text without HTML's character references. */
export function withoutEntities(text: string): string {
  return !text.includes("&")
    ? text
    : text.replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
        (whole, decimal, hex, name: string | undefined) => {
          if (name !== undefined) {
            const known = name.toLowerCase();
            return Object.hasOwn(entities, known) ? (entities[known] ?? whole) : whole;
          }
          const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
            ? String.fromCodePoint(code)
            : whole;
        },
      );
}

/** Elements that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set(
  "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul".split(" "),
);
const silent: ReadonlySet<string> = new Set(["head", "script", "style", "svg", "template", "title"]);

/** A piece of HTML: a tag with its attributes as they are written, or a text. */
export type HtmlPiece =
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string }
  | { readonly kind: "text"; readonly text: string };

/** Takes HTML apart without building it: nothing of it is ever run or shown. What is no tag is text. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let hidden: string | null = null;
  for (let at = 0; at < html.length;) {
    if (html.startsWith("<!--", at)) {
      at = endOf(html, "-->", at + 4);
      continue;
    }
    const tag = tagAt(html, at);
    if (tag === null) {
      const next = html.indexOf("<", at + 1);
      const text = html.slice(at, next < 0 ? html.length : next);
      if (hidden === null) yield { kind: "text", text: withoutEntities(text) };
      at += text.length;
      continue;
    }
    at = tag.end;
    const { kind, name, attributes } = tag;
    if (hidden !== null) {
      if (kind === "close" && name === hidden) hidden = null;
    } else if (silent.has(name)) {
      if (kind === "open" && !attributes.endsWith("/")) hidden = name;
    } else yield { kind, name, attributes };
  }
}

const ofName = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-";

/** The tag that begins at an offset, with the offset behind it. */
function tagAt(html: string, at: number): (Exclude<HtmlPiece, { kind: "text" }> & { readonly end: number }) | null {
  const scanner = new Scanner(html, at);
  if (scanner.sign("<") === "") return null;
  const kind = scanner.sign("/") === "" ? "open" : "close";
  const name = scanner.isLetter() ? scanner.run(ofName, longestName).toLowerCase() : "";
  const start = scanner.at;
  const close = name === "" ? -1 : tagClose(html, start);
  return close < 0 ? null : { kind, name, attributes: html.slice(start, close), end: close + 1 };
}

const longestName = 31;

/** The `>` that closes a tag, from behind its name on, beyond what stands in quotes; -1 where none does. */
function tagClose(html: string, from: number): number {
  const first = html.charAt(from);
  if (first !== ">" && first !== "/" && first.trim() !== "") return -1;
  for (let at = from; at < html.length;) {
    const sign = html.charAt(at);
    if (sign === ">") return at;
    if (sign === "<") return -1;
    at = sign === '"' || sign === "'" ? endOf(html, sign, at + 1) : at + 1;
  }
  return -1;
}

/** The offset behind the next place of a sign, or the end of the text. */
function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

/** Whether a tag begins a new line. */
export function breaksLine({ name }: { readonly name: string }): boolean {
  return blocks.has(name);
}

/** The words of a text in HTML, line by line. */
export function htmlText(html: string): string {
  let text = "";
  for (const each of htmlPieces(html)) {
    if (each.kind === "text") text += each.text;
    else if (breaksLine(each)) text += "\n";
    else if (each.name === "at" && each.kind === "open") text += "@";
    else if (each.name === "img" || each.name === "emoji") text += altOf(each.attributes);
  }
  return text.trim();
}

function altOf(attributes: string): string {
  return attributeOf(attributes, "alt") ?? "";
}

/** The value of an attribute, by the source of a tag's attributes. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, key, double, single] of attributes.matchAll(
    /(?:^|[^a-z:-])([a-z:-]{1,40})\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)')/gi,
  ))
    if (key?.toLowerCase() === name) return withoutEntities(double ?? single ?? "");
  return null;
}
