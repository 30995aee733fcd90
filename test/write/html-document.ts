import { HtmlValidate } from "html-validate";
import { JSDOM } from "jsdom";
import { defaultSettings } from "../../src/settings";
import { documentStyle } from "../../src/write/export/html/style";
import type { HtmlSource } from "../../src/write/export";
import { writeHtml } from "../../src/write/export";

/** A transparent pixel. */
export const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** An exported document with this Markdown; a test that gets none fails. */
export function htmlOf(markdown: string, more: Partial<HtmlSource> = {}): string {
  const result = writeHtml({
    markdown,
    title: "Outage",
    language: "en",
    facts: [],
    picture: null,
    images: new Map([["pic 1.gif", pixel]]),
    files: new Set(),
    settings: defaultSettings,
    ...more,
  });
  if ("problem" in result) throw new Error(result.problem);
  return result.html;
}

/** What stands in the document, as a browser reads it. */
export function bodyOf(html: string): HTMLElement {
  const main = new JSDOM(html.replace(documentStyle, "")).window.document.querySelector("main");
  if (!main) throw new Error("the document has no main part");
  return main;
}

const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** What the rules of the HTML standard have against a document. */
export function faultsOf(html: string): readonly string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    );
}

const ours = new Set(["html", "head", "meta", "title", "style", "body", "main"]);
const elements = new Set(
  "h1 h2 h3 h4 h5 h6 p br hr a em strong s del ins b i u small code pre kbd sub sup mark blockquote aside ul ol li input table thead tbody tr th td img figure figcaption section nav details summary span svg abbr cite q samp var div dl dt dd caption tfoot".split(
    " ",
  ),
);
const attributes = new Set(
  "href id class alt title width height src start type disabled checked aria-label scope open role viewBox xmlns colspan rowspan style aria-hidden".split(
    " ",
  ),
);

/** What a picture is made of. */
const drawn = new Set("ellipse g title desc line rect circle path polyline text".split(" "));
const drawing = new Set(
  "class data-row x y x1 y1 x2 y2 cx cy r rx width height d points text-anchor transform".split(" "),
);

/** Everything in a document that only the program may put there, or nobody. */
export function intrusions(html: string): readonly string[] {
  // Without the style sheet, which takes jsdom longer than all the rest; what is left in its element is an intrusion.
  const { document } = new JSDOM(html.replace(documentStyle, "")).window;
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const inMain = element.closest("main") !== null && name !== "main";
    if (name !== "svg" && element.closest("main svg") !== null) {
      if (!drawn.has(name)) found.push(`<${name}> in a picture`);
      for (const { name: key } of element.attributes) if (!drawing.has(key)) found.push(`${name}[${key}] in a picture`);
      continue;
    }
    if (inMain ? !elements.has(name) : !ours.has(name)) found.push(`<${name}>`);
    if (!inMain) continue;
    for (const { name: key, value } of element.attributes) {
      if (!attributes.has(key)) found.push(`${name}[${key}]`);
      if (key === "href" && !/^(?:https?:\/\/|mailto:|#)/i.test(value)) found.push(`${name}[href=${value}]`);
      if (key === "href" && value.startsWith("#") && !document.getElementById(value.slice(1)))
        found.push(`${name}[href=${value}] leads nowhere`);
      if (key === "style" && !/^(?:(?:background-)?color:[#\w(),.% ]+; ?){1,2}$/.test(value))
        found.push(`${name}[style=${value}]`);
      if (key === "src" && value !== pixel) found.push(`${name}[src=${value}]`);
    }
  }
  if (
    document.querySelectorAll("style").length !== 1 ||
    document.querySelector("style")?.textContent !== "" ||
    document.querySelectorAll("meta").length !== 4
  )
    found.push("head");
  return found;
}
