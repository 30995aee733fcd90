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
const blocks = /^(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;
const silent = /^(?:head|script|style|svg|template|title)$/;

/** A piece of HTML: a tag with its attributes as they are written, or a text. */
export type HtmlPiece =
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string }
  | { readonly kind: "text"; readonly text: string };

const piece =
  /<!--(?:[^-]|-(?!->))*(?:-->|$)|<(\/?)([a-z][a-z0-9:-]{0,30})((?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?)>|[^<]+|</gi;

/** Takes HTML apart without building it: nothing of it is ever run or shown. What is no tag is text. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let hidden: string | null = null;
  for (const [whole, slash, tag, attributes] of html.matchAll(piece)) {
    const name = tag?.toLowerCase();
    if (whole.startsWith("<!--")) continue;
    if (name === undefined) {
      if (hidden === null) yield { kind: "text", text: withoutEntities(whole) };
    } else if (hidden !== null) {
      if (slash === "/" && name === hidden) hidden = null;
    } else if (silent.test(name)) {
      if (slash === "" && attributes?.endsWith("/") !== true) hidden = name;
    } else yield { kind: slash === "/" ? "close" : "open", name, attributes: attributes ?? "" };
  }
}

/** Whether a tag begins a new line. */
export function breaksLine({ name }: { readonly name: string }): boolean {
  return blocks.test(name);
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
