import { filterXSS } from "xss";
import type { IFilterXSSOptions } from "xss";
import { once } from "../../../base";
import type { Token } from "markdown-it";

/** A tag that does no harm, with the attributes that do none. */
export interface HarmlessTag {
  /** In lower case, and the one of today where HTML has a newer one. */
  readonly name: string;
  readonly closing: boolean;
  readonly attrs: NonNullable<Token["attrs"]>;
}

const lines = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "th", "dt", "caption", "summary", "figcaption"] as const;
const boxes = ["div", "center", "section", "blockquote", "details", "figure", "li", "dd", "td"] as const;
const structures = ["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"] as const;

/** Elements of blocks: those that hold words, those that hold blocks, those that hold elements of one kind. */
export const blockElements = { lines, boxes, structures };

const within =
  "a abbr b bdi big cite code del em font i ins kbd mark q s samp small span strike strong sub sup tt u var".split(" ");

/** What takes the place of elements that HTML has given up. */
const newer: ReadonlyMap<string, string> = new Map([
  ["center", "div"],
  ["section", "div"],
  ["font", "span"],
  ["big", "span"],
  ["strike", "s"],
  ["tt", "code"],
]);

const attributes: Readonly<Record<string, string[]>> = {
  a: ["href", "title"],
  abbr: ["title"],
  ol: ["start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan"],
  span: ["style"],
  mark: ["style"],
};

/** A colour by name, number or function; nothing that loads. */
const colour = /^[#a-z\d(),.%\s]{1,60}$/i;

const allowed = once((): Readonly<IFilterXSSOptions> => ({
  whiteList: Object.fromEntries(
    [...within, ...lines, ...boxes, ...structures, "br", "hr"].map((name) => [name, attributes[name] ?? []]),
  ),
  css: { whiteList: { color: colour, "background-color": colour } },
}));

/** Longest tag that is read as one, in UTF-16 units. */
const longestTag = 2000;

const tag = /^<\/?[a-z][a-z\d]*(?:\s(?:"[^"]*"|'[^']*'|[^"'<>])*)?\/?>/i;
const attribute = /\b([a-z]+)="([^"]*)"/g;

/** The source of the tag at an offset; empty where none stands. */
export function tagAt(text: string, offset: number): string {
  return text.charAt(offset) === "<" ? (tag.exec(text.slice(offset, offset + longestTag))?.[0] ?? "") : "";
}

/**
 * What of a tag does no harm; null for a tag that may, and for none. What a tag may be and hold is said by `xss` on its
 * source; what it may lead to, by the document's own rule for links. `decoded` reads entities.
 */
export function harmless(source: string, decoded: (text: string) => string): HarmlessTag | null {
  const sane = filterXSS(source, allowed());
  const [kept, slash, name = ""] = /^<(\/?)([a-z][a-z\d]*)/.exec(sane.toLowerCase()) ?? [];
  if (kept === undefined) return null;
  const attrs = slash === "/" ? [] : [...sane.matchAll(attribute)];
  return {
    name: newer.get(name) ?? name,
    closing: slash === "/",
    attrs: attrs.flatMap(([, key = "", value = ""]): [string, string][] =>
      value === "" || (key !== "title" && key !== "href" && key !== "style" && !/^[1-9]\d{0,3}$/.test(value))
        ? []
        : [[key, decoded(value)]],
    ),
  };
}
