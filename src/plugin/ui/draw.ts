import type { Shape } from "../../write";

/**
 * Draws an element's content anew, with the focus, the cursor and the scroll position where they were. What can have
 * the focus carries `data-key`.
 */
export function drawInPlace(element: HTMLElement, draw: () => void): void {
  const focused = element.contains(element.doc.activeElement)
    ? element.doc.activeElement?.getAttribute("data-key")
    : null;
  const marked = selectionIn(element.doc.activeElement);
  const stops = (): HTMLElement[] => element.findAll("[data-key]");
  const at = stops().findIndex((stop) => stop === element.doc.activeElement);
  const { scrollTop } = element;
  element.empty();
  draw();
  // Only where it helps: the app would lay everything out at once, and once more with the next frame.
  if (scrollTop > 0) element.scrollTop = scrollTop;
  if (focused == null) return;
  const now = stops();
  // What is gone leaves the focus to what stands in its place.
  const same = now.find((other) => other.getAttribute("data-key") === focused);
  (same ?? now[Math.min(at, now.length - 1)])?.focus();
  // Who is about to type goes on where the cursor was.
  if (marked !== null && same?.instanceOf(HTMLInputElement) === true) same.setSelectionRange(...marked);
}

/** What is selected in a field of text; null in anything else. */
function selectionIn(active: Element | null): readonly [number, number] | null {
  if (active?.instanceOf(HTMLInputElement) !== true) return null;
  const { selectionEnd, selectionStart } = active;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

/** Calls back whenever an element has another width than before, as with its first layout; returns what ends that. */
export function onWidth(element: HTMLElement, changed: () => void): () => void {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    changed();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
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
