import type { Shape } from "../../write";

/**
 * Draws an element's content anew, with the focus and the scroll position where they were. What can have the focus
 * carries `data-key`.
 */
export function drawInPlace(element: HTMLElement, draw: () => void): void {
  const focused = element.contains(element.doc.activeElement)
    ? element.doc.activeElement?.getAttribute("data-key")
    : null;
  const { scrollTop } = element;
  element.empty();
  draw();
  element.scrollTop = scrollTop;
  if (focused != null)
    element
      .findAll("[data-key]")
      .find((other) => other.getAttribute("data-key") === focused)
      ?.focus();
}

/** Draws a picture at the end of an element of the app. */
export function drawPicture(parent: Element, { tag, attributes, content }: Shape): SVGElement {
  const element = parent.createSvg(tag, { attr: { ...attributes } });
  for (const part of content) {
    if (typeof part === "string") element.appendText(part);
    else drawPicture(element, part);
  }
  return element;
}
