import type { Shape } from "../write/pictures/shape";

/** Draws a picture at the end of an element of the app. */
export function drawPicture(parent: Element, { tag, attributes, content }: Shape): SVGElement {
  const element = parent.createSvg(tag, { attr: { ...attributes } });
  for (const part of content) {
    if (typeof part === "string") element.appendText(part);
    else drawPicture(element, part);
  }
  return element;
}
